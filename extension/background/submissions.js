/**
 * Submissions until the app has them, and the watch over one that was let go without the companies: has it left within 10 s?
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {Extract<Observation, {type: 'submission'}>} Submitted
 * @typedef {{submitted: Submitted, opening: Observation}} Waiting with its page's opening: the page may be gone when the app comes back
 * @typedef {{submission: string, tab: number, actionHost: string, site: string, until: number, left: boolean}} Departure
 */

import { hostOf, sameSite } from './address.js';

export const DEPARTURE_MS = 10_000;
export const SETTLING_MS = 1500;

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

/** Watches over forms that were let go without the companies; in `storage.session` too, so that the rules are lifted whatever happens. */
export class Departures {
  /** @type {Map<number, Departure>} */
  #watched = new Map();
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  #timers = new Map();

  /**
   * @param {{decided: (tab: number, submission: string, left: boolean) => void, save: (watched: Departure[]) => void,
   *   now: () => number}} world `decided` is called once for each
   */
  constructor(world) {
    this.world = world;
  }

  /** @param {Departure[]} watched */
  restore(watched) {
    for (const departure of watched) this.#watch(departure);
  }

  /** @param {{submission: string, tab: number, action: string, site: string}} release */
  watch({ submission, tab, action, site }) {
    this.#watch({ submission, tab, actionHost: hostOf(action), site, until: this.world.now() + DEPARTURE_MS, left: false });
  }

  /**
   * A request went out: is it the form? A navigation to the form's own host or site, or anything but a GET or a ping to them.
   * @param {{tab: number, url: string, type: string, method: string}} request
   */
  wentOut({ tab, url, type, method }) {
    const departure = this.#watched.get(tab);
    if (!departure || departure.left) return;
    const host = hostOf(url);
    const itsOwn = sameSite(host, departure.actionHost) || sameSite(host, departure.site);
    const navigation = type === 'main_frame' || type === 'sub_frame';
    if (!itsOwn || (!navigation && (method === 'GET' || type === 'ping' || type === 'beacon'))) return;
    this.#watch({ ...departure, left: true, until: this.world.now() + SETTLING_MS });
  }

  /** @param {number} tab a tab that was closed */
  drop(tab) {
    clearTimeout(this.#timers.get(tab));
    this.#timers.delete(tab);
    if (this.#watched.delete(tab)) this.world.save([...this.#watched.values()]);
  }

  /** @param {Departure} departure */
  #watch(departure) {
    const { tab, until } = departure;
    clearTimeout(this.#timers.get(tab));
    this.#watched.set(tab, departure);
    this.#timers.set(tab, setTimeout(() => this.#decide(tab), Math.max(0, until - this.world.now())));
    this.world.save([...this.#watched.values()]);
  }

  /** @param {number} tab */
  #decide(tab) {
    const departure = this.#watched.get(tab);
    this.drop(tab);
    if (departure) this.world.decided(tab, departure.submission, departure.left);
  }
}
