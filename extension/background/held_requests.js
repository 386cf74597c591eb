/**
 * Where the browser lets an extension hold a request (Firefox), those to flagged companies wait here while the person is asked: then they
 * go, or are cancelled. A background that is gone holds nothing: the browser lets them go. One that the page itself may be standing still
 * for is cancelled after five seconds.
 *
 * The browser may ask of several requests at once and wait for all of the answers, so it is asked of none that could not be meant: a
 * request of the site itself would wait with them.
 */

export const MAX_WAITING = 1000;
const MAX_CANCELLED = 5000;
/** The browser passes an answer over if whoever gave it listens no more. */
const SETTLING_MS = 1000;
/** A page may have asked in a way that stops all of it, and the card in it, until there is an answer. */
const STOPPED_MS = 5000;

/** Told by what the browser gives: where answers can be read, requests can be held. */
export const canHold = () => typeof (/** @type {any} */ (chrome.webRequest).filterResponseData) === 'function';

/** @typedef {{requestId: string, tabId: number, url: string, type: string}} Asked a request that wants to go out */

export class HeldRequests {
  /** By tab, which requests are meant. @type {Map<number, (request: Asked) => boolean>} */
  #meant = new Map();
  /** By request. @type {Map<string, {tab: number, answer: Promise<{cancel: boolean}>, settle: (answer: {cancel: boolean}) => void}>} */
  #waiting = new Map();
  /** @type {Set<string>} */
  #cancelled = new Set();
  /** The places that are listened to. @type {Set<string>} */
  #places = new Set();
  /** @type {((request: Asked) => unknown)[]} */
  #listeners = [];

  /**
   * From now on a tab's requests wait where they are meant; those that wait already go on waiting.
   * @param {number} tab
   * @param {(request: Asked) => boolean} isMeant
   * @param {string[]} places match patterns: nothing else is looked at
   */
  hold(tab, isMeant, places) {
    this.#meant.set(tab, isMeant);
    const urls = places.filter((place) => !this.#places.has(place));
    if (!urls.length) return;
    for (const place of urls) this.#places.add(place);
    const listener = (/** @type {Asked} */ request) => this.#met(request);
    this.#listeners.push(listener);
    chrome.webRequest.onBeforeRequest.addListener(/** @type {any} */ (listener), { urls }, ['blocking']);
  }

  /**
   * Nothing of a tab waits any more.
   * @param {number} tab
   * @param {boolean} goes whether what waited goes out
   */
  end(tab, goes) {
    this.#meant.delete(tab);
    this.settle(tab, goes);
    if (this.#listeners.length) setTimeout(() => this.#rest(), SETTLING_MS);
  }

  /**
   * What waits goes out, or is cancelled; what comes next waits as before.
   * @param {number} tab
   * @param {boolean} goes
   */
  settle(tab, goes) {
    for (const [requestId, waiting] of this.#waiting) {
      if (waiting.tab !== tab) continue;
      this.#waiting.delete(requestId);
      waiting.settle(goes ? { cancel: false } : this.#cancel(requestId));
    }
  }

  /** Whether it was cancelled here. @param {string} requestId */
  stopped(requestId) {
    return this.#cancelled.has(requestId);
  }

  /** One that is in two places comes twice. @param {Asked} request */
  #met(request) {
    const { requestId, tabId: tab, type } = request;
    const waiting = this.#waiting.get(requestId);
    if (waiting) return waiting.answer;
    if (!this.#meant.get(tab)?.(request)) return undefined;
    if (this.#waiting.size >= MAX_WAITING) return this.#cancel(requestId);
    let settle = (/** @type {{cancel: boolean}} */ _) => {};
    const answer = /** @type {Promise<{cancel: boolean}>} */ (new Promise((resolve) => void (settle = resolve)));
    this.#waiting.set(requestId, { tab, answer, settle });
    if (type === 'xmlhttprequest') setTimeout(() => this.#waiting.delete(requestId) && settle(this.#cancel(requestId)), STOPPED_MS);
    return answer;
  }

  /** @param {string} requestId */
  #cancel(requestId) {
    this.#cancelled.add(requestId);
    if (this.#cancelled.size > MAX_CANCELLED) this.#cancelled.delete(/** @type {string} */ (this.#cancelled.values().next().value));
    return { cancel: true };
  }

  #rest() {
    if (this.#meant.size) return;
    this.#places.clear();
    for (const listener of this.#listeners.splice(0)) chrome.webRequest.onBeforeRequest.removeListener(/** @type {any} */ (listener));
  }
}
