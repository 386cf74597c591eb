/**
 * What is known of each open page besides its address: the app's newest verdict, and where its forms go. Kept in `storage.session`
 * (memory), so that a background that was stopped still strips a form's own address and still has the rules of a choice.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {{verdict?: Verdict, actions: string[]}} Known
 */

import { placeOf } from './address.js';

const MAX_ACTIONS = 200;
const KEY = 'known ';

export class Knowledge {
  /** By the page's name. @type {Map<string, Known>} */
  #pages = new Map();

  /** @param {{set: (items: Record<string, Known>) => unknown, remove: (key: string) => unknown}} storage */
  constructor(storage) {
    this.storage = storage;
  }

  /** @param {Record<string, unknown>} stored everything in the storage; other keys are passed over */
  restore(stored) {
    for (const [key, known] of Object.entries(stored)) {
      if (key.startsWith(KEY)) this.#pages.set(key.slice(KEY.length), /** @type {Known} */ (known));
    }
  }

  /** Forget every page but these. @param {ReadonlySet<string>} open */
  keepOnly(open) {
    for (const page of this.#pages.keys()) if (!open.has(page)) this.forget(page);
  }

  /** @param {string} page */
  verdict(page) {
    return this.#pages.get(page)?.verdict;
  }

  /** @param {Verdict} verdict */
  learn(verdict) {
    this.#change(verdict.page, { verdict });
  }

  /**
   * The places that forms on this page go to. A form that is gone may still be on its way, so its place stays until the page goes.
   * @param {string} page
   * @returns {ReadonlySet<string>}
   */
  actions(page) {
    return new Set(this.#pages.get(page)?.actions);
  }

  /**
   * @param {string} page
   * @param {string[]} addresses
   */
  addActions(page, addresses) {
    const before = this.actions(page);
    const actions = [...new Set([...before, ...addresses.map(placeOf)])].slice(-MAX_ACTIONS);
    if (actions.some((place) => !before.has(place))) this.#change(page, { actions });
  }

  /** @param {string} page */
  forget(page) {
    if (this.#pages.delete(page)) this.storage.remove(KEY + page);
  }

  /**
   * @param {string} page
   * @param {Partial<Known>} news
   */
  #change(page, news) {
    const known = { actions: [], ...this.#pages.get(page), ...news };
    this.#pages.set(page, known);
    this.storage.set({ [KEY + page]: known });
  }
}
