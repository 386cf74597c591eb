/**
 * Submissions until the app says what became of them: those that go at once, and those that are held until they are answered.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {Extract<Observation, {type: 'submission'}>} Submitted
 * @typedef {{submitted: Submitted, opening: Observation}} Waiting with its page's opening: the page may be gone when the app comes back
 */

/** Of one page: no person makes so many. Beyond them its oldest goes. */
export const MAX_PAGE = 200;

/** Not yet acknowledged, in `storage.session`, so that they are sent again whatever happens to the background. */
export class Unacknowledged {
  /** @type {Map<string, Waiting>} */
  #waiting = new Map();

  /** @param {(waiting: Waiting[]) => void} save */
  constructor(save) {
    this.save = save;
  }

  /** @param {Waiting[]} waiting */
  restore(waiting) {
    for (const one of waiting) this.#waiting.set(one.submitted.submission, one);
  }

  /**
   * @param {Submitted} submitted
   * @param {Observation} opening
   */
  add(submitted, opening) {
    this.#waiting.set(submitted.submission, { submitted, opening });
    const [oldest = '', ...others] = [...this.#waiting.keys()].filter((id) => this.#waiting.get(id)?.submitted.page === submitted.page);
    if (others.length >= MAX_PAGE) this.#waiting.delete(oldest);
    this.save([...this.#waiting.values()]);
  }

  /**
   * The person has answered. One that goes on is told as gone, should it have to be told again: nobody may be asked about it twice.
   * @param {string} submission
   * @param {import('../common/messages.js').Choice} choice
   */
  answered(submission, choice) {
    const one = this.#waiting.get(submission);
    if (!one) return;
    if (choice === 'as_it_is' || choice === 'without_companies') this.add({ ...one.submitted, held: false }, one.opening);
    else this.acknowledged(submission);
  }

  /** @param {string} submission */
  acknowledged(submission) {
    if (this.#waiting.delete(submission)) this.save([...this.#waiting.values()]);
  }

  /**
   * What to say to an app that may have missed them.
   * @param {ReadonlySet<string>} open the pages that the app knows or is about to be told of
   * @returns {Observation[]}
   */
  again(open) {
    return [...this.#waiting.values()].flatMap(({ submitted, opening }) =>
      open.has(submitted.page) ? [submitted] : [opening, submitted, /** @type {const} */ ({ type: 'page_closed', page: submitted.page })],
    );
  }
}
