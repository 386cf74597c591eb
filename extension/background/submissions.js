/**
 * Submissions until the app has them, and the watch over one that was let go without the companies: has it left within 10 s?
 *
 * @typedef {Extract<import('../common/messages.js').Observation, {type: 'submission'}>} Submitted
 * @typedef {{submission: string, tab: number, actionHost: string, site: string, timer: ReturnType<typeof setTimeout>, left: boolean}} Departure
 */

import { hostOf, sameSite } from './address.js';

export const DEPARTURE_MS = 10_000;
const SETTLING_MS = 1500;

/** Not yet acknowledged, in `storage.session`, so that they are sent again whatever happens to the background. */
export class Unacknowledged {
  /** @type {Map<string, Submitted>} */
  #waiting = new Map();

  /** @param {(waiting: Submitted[]) => void} save */
  constructor(save) {
    this.save = save;
  }

  /** @param {Submitted[]} waiting */
  restore(waiting) {
    for (const submission of waiting) this.#waiting.set(submission.submission, submission);
  }

  /** @param {Submitted} submission */
  add(submission) {
    this.#waiting.set(submission.submission, submission);
    this.save([...this.#waiting.values()]);
  }

  /** @param {string} submission */
  acknowledged(submission) {
    if (this.#waiting.delete(submission)) this.save([...this.#waiting.values()]);
  }

  all() {
    return [...this.#waiting.values()];
  }
}

/** Watches over forms that were let go without the companies. */
export class Departures {
  /** @type {Map<number, Departure>} */
  #watched = new Map();

  /** @param {(tab: number, submission: string, left: boolean) => void} decided called once for each */
  constructor(decided) {
    this.decided = decided;
  }

  /**
   * @param {{submission: string, tab: number, action: string, site: string}} release
   */
  watch({ submission, tab, action, site }) {
    clearTimeout(this.#watched.get(tab)?.timer);
    const timer = setTimeout(() => this.#decide(tab), DEPARTURE_MS);
    this.#watched.set(tab, { submission, tab, actionHost: hostOf(action), site, timer, left: false });
  }

  /**
   * A request went out: is it the form? A navigation to the form's own host or site, or anything but a GET to them.
   * @param {{tab: number, url: string, type: string, method: string}} request
   */
  wentOut({ tab, url, type, method }) {
    const departure = this.#watched.get(tab);
    if (!departure || departure.left) return;
    const host = hostOf(url);
    const itsOwn = sameSite(host, departure.actionHost) || sameSite(host, departure.site);
    if (!itsOwn || !(type === 'main_frame' || type === 'sub_frame' || method !== 'GET')) return;
    departure.left = true;
    clearTimeout(departure.timer);
    departure.timer = setTimeout(() => this.#decide(tab), SETTLING_MS);
  }

  /** @param {number} tab */
  #decide(tab) {
    const departure = this.#watched.get(tab);
    this.#watched.delete(tab);
    if (departure) this.decided(tab, departure.submission, departure.left);
  }
}
