/**
 * What the app says of a page, for the popup: asked over the link and waited for a moment. The app answers in order, and not at all where
 * it does not know the page. To erase everything is of no page, and may take longer.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {Extract<Observation, {type: 'popup' | 'pause' | 'correct' | 'dont_keep' | 'erase'}> & {page?: string}} Question
 * @typedef {import('../common/messages.js').Instruction} Instruction
 * @typedef {Extract<Instruction, {type: 'page_words'}>} Words
 * @typedef {(Words | Extract<Instruction, {type: 'erased'}>) & {page?: string}} Answer
 */

export const ANSWER_MS = 500;

export class PageWords {
  /** Those who wait, by page, the first to ask first. @type {Map<string | undefined, ((answer: Answer | null) => void)[]>} */
  #waiting = new Map();

  /** @param {(question: Question) => void} send */
  constructor(send) {
    this.send = send;
  }

  /**
   * @param {Question} question
   * @param {number} [wait] for how long
   * @returns {Promise<Answer | null>} null where no answer came in time
   */
  ask(question, wait = ANSWER_MS) {
    return new Promise((resolve) => {
      const answered = (/** @type {Answer | null} */ answer) => {
        clearTimeout(patience);
        resolve(answer);
      };
      const patience = setTimeout(() => {
        this.#remove(question.page, answered);
        resolve(null);
      }, wait);
      this.#waiting.set(question.page, [...(this.#waiting.get(question.page) ?? []), answered]);
      this.send(question);
    });
  }

  /** @param {Answer} answer */
  heard(answer) {
    const [first] = this.#waiting.get(answer.page) ?? [];
    if (!first) return;
    this.#remove(answer.page, first);
    first(answer);
  }

  /**
   * @param {string | undefined} page
   * @param {(answer: Answer | null) => void} answered
   */
  #remove(page, answered) {
    const left = (this.#waiting.get(page) ?? []).filter((one) => one !== answered);
    if (left.length) this.#waiting.set(page, left);
    else this.#waiting.delete(page);
  }
}
