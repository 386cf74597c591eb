/**
 * The watch over a form that was let go without the companies: has it left within 10 s? Where the page's own code sends it, its place is
 * not known; where the page talks over a socket, what it says there cannot be seen, and nothing is said of it.
 *
 * @typedef {{tab: number, url: string, type: string, method: string}} Sent
 * @typedef {{submission: string, tab: number, action: string, site: string, before: string[], until: number, left: boolean,
 *   talks?: boolean}} Departure `action` is a place, '' where it is not known; `before`: the places that the page had sent something to by
 *   itself; `talks`: over a socket
 */

import { hostOf, placeOf, sameSite } from './address.js';

export const DEPARTURE_MS = 10_000;
export const SETTLING_MS = 1500;
const MAX_PLACES = 100;

const NAVIGATIONS = new Set(['main_frame', 'sub_frame']);
const PINGS = new Set(['ping', 'beacon']);
const SOCKETS = new Set(['websocket', 'webtransport']);
const ASKING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request sends something along, other than a navigation. @param {Sent} request */
const carries = ({ type, method }) => !NAVIGATIONS.has(type) && !ASKING.has(method);

/** The same, other than a ping. @param {Sent} request */
const sends = (request) => carries(request) && !PINGS.has(request.type);

/**
 * Whether a request is the form, as far as can be told: a navigation within its site or to where it goes, anything to its own place, or
 * something sent to a place that the page had not sent to before. An autosave has. Where the form's own place is not known, anything that
 * is sent to its site may be it, a ping too.
 * @param {Sent} request one that went out: no rule stopped it
 * @param {Departure} departure
 */
export function isTheForm(request, { action, site, before }) {
  const [place, host] = [placeOf(request.url), hostOf(request.url)];
  const itsOwn = sameSite(host, hostOf(action)) || sameSite(host, site);
  if (NAVIGATIONS.has(request.type)) return itsOwn;
  if (place === action) return true;
  if (!action && itsOwn && carries(request)) return true;
  return sends(request) && (itsOwn || request.type === 'xmlhttprequest') && !before.includes(place);
}

/** In `storage.session` too, so that the rules are lifted whatever happens. */
export class Departures {
  #world;
  /** @type {Map<number, Departure>} */
  #watched = new Map();
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  #timers = new Map();
  /** By tab, the places that its page has sent something to. @type {Map<number, Set<string>>} */
  #before = new Map();
  /** Tabs whose page has opened a socket. @type {Set<number>} */
  #talking = new Set();

  /**
   * @param {{decided: (tab: number, submission: string, left: boolean | null) => void,
   *   save: (watched: Departure[], talking: number[]) => void, now: () => number}} world `decided` is called once for each; null: it cannot
   *   be seen
   */
  constructor(world) {
    this.#world = world;
  }

  /** @param {Departure[]} watched @param {number[]} [talking] tabs */
  restore(watched, talking = []) {
    for (const tab of talking) this.#talking.add(tab);
    for (const departure of watched) this.#watch(departure);
  }

  /** @param {{submission: string, tab: number, action: string, site: string}} release */
  watch({ submission, tab, action, site }) {
    const before = [...(this.#before.get(tab) ?? [])];
    const talks = this.#talking.has(tab);
    this.#watch({ submission, tab, action: placeOf(action), site, before, until: this.#world.now() + DEPARTURE_MS, left: false, talks });
  }

  /** @param {number} tab */
  isWatched(tab) {
    return this.#watched.has(tab);
  }

  /** @param {Sent} request one that went out */
  wentOut(request) {
    const departure = this.#watched.get(request.tab);
    if (SOCKETS.has(request.type)) this.#talks(request.tab);
    else if (!departure) this.#remember(request);
    else if (!departure.left && isTheForm(request, departure)) {
      this.#watch({ ...departure, left: true, until: this.#world.now() + SETTLING_MS });
    }
  }

  /**
   * Another tab is opened from one: a form may do that. Its own request may have been seen before, as one of a tab that nobody knew.
   * @param {number} tab
   * @param {string} url
   */
  openedFrom(tab, url) {
    if (this.isWatched(tab)) this.wentOut({ tab, url, type: 'main_frame', method: 'GET' });
  }

  /** @param {number} tab a tab that was closed */
  drop(tab) {
    this.#before.delete(tab);
    this.#silent(tab);
    this.#end(tab);
  }

  /** @param {Sent} request */
  #remember(request) {
    if (request.type === 'main_frame') {
      this.#before.delete(request.tab);
      this.#silent(request.tab);
    }
    if (!sends(request)) return;
    const places = this.#before.get(request.tab) ?? new Set();
    if (places.size < MAX_PLACES) places.add(placeOf(request.url));
    this.#before.set(request.tab, places);
  }

  /** @param {number} tab whose page opens a socket, now or before the form was let go */
  #talks(tab) {
    this.#talking.add(tab);
    const departure = this.#watched.get(tab);
    if (departure) this.#watch({ ...departure, talks: true });
    else this.#save();
  }

  /** @param {number} tab whose page is gone */
  #silent(tab) {
    if (this.#talking.delete(tab)) this.#save();
  }

  #save() {
    this.#world.save([...this.#watched.values()], [...this.#talking]);
  }

  /** @param {Departure} departure */
  #watch(departure) {
    const { tab, until } = departure;
    clearTimeout(this.#timers.get(tab));
    this.#watched.set(tab, departure);
    this.#timers.set(tab, setTimeout(() => this.#decide(tab), Math.max(0, until - this.#world.now())));
    this.#save();
  }

  /** @param {number} tab */
  #end(tab) {
    clearTimeout(this.#timers.get(tab));
    this.#timers.delete(tab);
    if (this.#watched.delete(tab)) this.#save();
  }

  /** @param {number} tab */
  #decide(tab) {
    const departure = this.#watched.get(tab);
    this.#end(tab);
    if (!departure) return;
    const isUnseen = !departure.left && !departure.action && departure.talks;
    this.#world.decided(tab, departure.submission, isUnseen ? null : departure.left);
  }
}
