/**
 * What the app says of a page, for the popup: asked over the link and waited for a moment. The app answers in order, and not at all where
 * it does not know the page.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {Extract<Observation, {type: 'popup' | 'pause' | 'correct'}>} Question
 * @typedef {Extract<import('../common/messages.js').Instruction, {type: 'page_words'}>} Words
 */

export const ANSWER_MS = 500;

export class PageWords {
  /** Those who wait, by page, the first to ask first. @type {Map<string, ((words: Words | null) => void)[]>} */
  #waiting = new Map();

  /** @param {(question: Question) => void} send */
  constructor(send) {
    this.send = send;
  }

  /**
   * @param {Question} question
   * @returns {Promise<Words | null>} null where no answer came in time
   */
  ask(question) {
    return new Promise((resolve) => {
      const answered = (/** @type {Words | null} */ words) => {
        clearTimeout(patience);
        resolve(words);
      };
      const patience = setTimeout(() => {
        this.#remove(question.page, answered);
        resolve(null);
      }, ANSWER_MS);
      this.#waiting.set(question.page, [...(this.#waiting.get(question.page) ?? []), answered]);
      this.send(question);
    });
  }

  /** @param {Words} words */
  heard(words) {
    const [first] = this.#waiting.get(words.page) ?? [];
    if (!first) return;
    this.#remove(words.page, first);
    first(words);
  }

  /**
   * @param {string} page
   * @param {(words: Words | null) => void} answered
   */
  #remove(page, answered) {
    const left = (this.#waiting.get(page) ?? []).filter((one) => one !== answered);
    if (left.length) this.#waiting.set(page, left);
    else this.#waiting.delete(page);
  }
}
