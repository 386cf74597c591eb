/**
 * How long companies stay left out of a tab: while the person is on the site, or where its form goes, and for a short way through another
 * site and back. In `storage.session` too.
 *
 * @typedef {{tab: number, sites: string[], away: boolean}} Visit
 */

import { sameSite } from './address.js';

export const AWAY_MS = 30_000;

export class Visits {
  #world;
  /** @type {Map<number, Visit>} */
  #open = new Map();
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  #timers = new Map();

  /**
   * @param {{lift: (tab: number) => Promise<void>, isLeaving: (tab: number) => boolean, save: (visits: Visit[]) => void}} world
   *   `isLeaving`: a form of the tab is on its way
   */
  constructor(world) {
    this.#world = world;
  }

  /** @param {Visit[]} visits */
  restore(visits) {
    for (const visit of visits) {
      this.#open.set(visit.tab, visit);
      if (visit.away) this.#wait(visit.tab);
    }
  }

  /** @param {number} tab */
  has(tab) {
    return this.#open.has(tab);
  }

  /**
   * @param {number} tab
   * @param {string[]} sites the page's site, and the host that the form goes to
   */
  begin(tab, sites) {
    this.#set({ tab, sites, away: false });
  }

  /**
   * A tab was opened from another: it belongs to the same visit.
   * @param {number} from
   * @param {number} tab
   * @returns {boolean} whether there is one
   */
  follow(from, tab) {
    const visit = this.#open.get(from);
    if (visit) this.begin(tab, visit.sites);
    return Boolean(visit);
  }

  /**
   * A document is there. The first on another site may be a sign-in on the way; the second is not.
   * @param {number} tab
   * @param {string} host '' where it is no website
   */
  opened(tab, host) {
    const visit = this.#open.get(tab);
    if (visit?.sites.some((site) => sameSite(host, site))) this.#set({ ...visit, away: false });
    else if (visit && (!visit.away || this.#world.isLeaving(tab))) this.#set({ ...visit, away: true });
    else void this.end(tab);
  }

  /**
   * The companies are let through again.
   * @param {number} tab
   */
  end(tab) {
    clearTimeout(this.#timers.get(tab));
    this.#timers.delete(tab);
    if (this.#open.delete(tab)) this.#save();
    return this.#world.lift(tab).catch(() => undefined);
  }

  /** @param {Visit} visit */
  #set(visit) {
    clearTimeout(this.#timers.get(visit.tab));
    this.#open.set(visit.tab, visit);
    if (visit.away) this.#wait(visit.tab);
    this.#save();
  }

  /** @param {number} tab */
  #wait(tab) {
    this.#timers.set(tab, setTimeout(() => void this.end(tab), AWAY_MS));
  }

  #save() {
    this.#world.save([...this.#open.values()]);
  }
}
