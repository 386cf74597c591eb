/**
 * Submissions until the app has them.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {Extract<Observation, {type: 'submission'}>} Submitted
 * @typedef {{submitted: Submitted, opening: Observation}} Waiting with its page's opening: the page may be gone when the app comes back
 */

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
    this.save([...this.#waiting.values()]);
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
