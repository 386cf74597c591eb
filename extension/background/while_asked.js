/**
 * While the person is asked, nothing more goes out to the page's flagged companies: rules for the tab, or, where the browser lets an
 * extension hold a request, the request itself waits (held_requests.js). It ends with the answer, with the page, or when the card is gone
 * without an answer. In `storage.session` too, so that it ends whatever happens to the background.
 *
 * @typedef {{submission: string, page: string, tab: number, frame: number, had: boolean}} Asked `frame`: where the card belongs;
 *   `had`: the tab had rules before, and they are not ours to lift
 */

import { hostOf, placeOf, sameSite } from './address.js';
import { canHold } from './held_requests.js';
import { placesOf, stoppedBy } from './rule_match.js';

export const LOOK_MS = 1000;

export class WhileAsked {
  #world;
  /** By submission. @type {Map<string, Asked>} */
  #asked = new Map();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #looking;

  /**
   * @param {{pages: import('./pages.js').Pages, notes: Pick<import('./page_notes.js').PageNotes, 'rules' | 'actions'>,
   *   rules: Pick<import('./rules.js').Rules, 'stopIn' | 'leaveOut' | 'lift'>, held?: import('./held_requests.js').HeldRequests,
   *   isStillUp: (asked: Asked) => Promise<boolean>, save: (asked: Asked[]) => void}} world `held`: only where the browser can hold them;
   *   `isStillUp`: whether its card is
   */
  constructor(world) {
    this.#world = world;
  }

  /** Only of pages that are still there. @param {Asked[]} asked */
  restore(asked) {
    for (const one of asked) {
      const isOpen = this.#world.pages.named(one.page)?.tab === one.tab;
      this.#asked.set(one.submission, one);
      if (isOpen) this.#stop(one.tab);
      else this.#end(one, false);
    }
    this.#look();
  }

  /** @param {number} tab */
  isAsked(tab) {
    return this.#of(tab).length > 0;
  }

  /** The card is up. @param {Omit<Asked, 'had'>} asked */
  began(asked) {
    const [before] = this.#of(asked.tab);
    this.#asked.set(asked.submission, { ...asked, had: before ? before.had : this.#world.rules.stopIn(asked.tab) });
    this.#save();
    this.#stop(asked.tab);
    this.#look();
  }

  /** The app has a newer verdict on a page: it may name more companies. @param {number} tab */
  learned(tab) {
    if (this.isAsked(tab)) this.#stop(tab);
  }

  /**
   * The person answered. Rules that a choice makes stay; whoever leaves is asked until the page is gone.
   * @param {string} submission
   * @param {import('../common/messages.js').Choice} choice
   */
  answered(submission, choice) {
    const asked = this.#asked.get(submission);
    if (!asked) return;
    if (choice === 'leave') this.#world.held?.settle(asked.tab, false);
    else this.#end(asked, choice === 'as_it_is', choice === 'without_companies');
  }

  /** @param {string} page one that is gone */
  pageGone(page) {
    for (const asked of [...this.#asked.values()]) if (asked.page === page) this.#end(asked, false);
  }

  /** @param {number} tab */
  #of(tab) {
    return [...this.#asked.values()].filter((asked) => asked.tab === tab);
  }

  /** @param {number} tab */
  #stop(tab) {
    const { pages, notes, rules, held } = this.#world;
    const page = pages.of(tab);
    if (!page || this.#of(tab)[0]?.had) return;
    const list = notes.rules(page.page);
    // What may be meant anywhere cannot be held without holding up the site itself: rules stop that.
    const byRule = canHold() ? list.filter((rule) => rule.allow || !placesOf(rule).length) : list;
    if (byRule.some((rule) => !rule.allow)) rules.leaveOut(tab, byRule).catch(() => undefined);
    if (!canHold()) return;
    const placed = list.filter((rule) => rule.allow || placesOf(rule).length);
    const isMeant = stoppedBy(placed);
    /** Never the site's, nor where one of its forms goes. @param {string} url */
    const isOwn = (url) => sameSite(hostOf(url), page.site) || notes.actions(page.page).has(placeOf(url));
    const places = placed.filter((rule) => !rule.allow).flatMap(placesOf);
    held?.hold(tab, (request) => isMeant(request) && !isOwn(request.url), [...new Set(places)]);
  }

  /**
   * @param {Asked} asked
   * @param {boolean} goes whether requests that wait go out
   * @param {boolean} [stays] whether the rules stay
   */
  #end({ submission, tab, had }, goes, stays = false) {
    this.#asked.delete(submission);
    this.#save();
    // Another frame of the page may be asking as well.
    if (this.isAsked(tab) && !stays) return;
    this.#world.held?.end(tab, goes);
    if (!had && !stays) this.#world.rules.lift(tab).catch(() => undefined);
  }

  /** A frame can go, and a form be let go, without a word. */
  #look() {
    if (this.#looking !== undefined || !this.#asked.size) return;
    this.#looking = setInterval(() => void this.#lookOnce(), LOOK_MS);
  }

  async #lookOnce() {
    for (const asked of [...this.#asked.values()]) {
      const isUp = await this.#world.isStillUp(asked);
      if (!isUp && this.#asked.get(asked.submission) === asked) this.#end(asked, false);
    }
    if (this.#asked.size) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #save() {
    this.#world.save([...this.#asked.values()]);
  }
}
