/**
 * What is noted of each open page besides its address: the app's newest verdict, and where its forms go. Kept in `storage.session`
 * (memory), so that a background that was stopped still strips a form's own address and still has the rules of a choice.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').BlockRule} BlockRule
 * @typedef {{verdict?: Verdict, asked?: BlockRule[], actions: Set<string>}} Note `asked`: the rules with which a form was held
 * @typedef {{verdict?: Verdict, asked?: BlockRule[], actions: string[]}} StoredNote
 */

import { placeOf } from './address.js';

const MAX_ACTIONS = 200;
const KEY = 'note ';
/** @type {ReadonlySet<string>} */
const NOWHERE = new Set();

export class PageNotes {
  /** By the page's name. @type {Map<string, Note>} */
  #pages = new Map();

  /** @param {{set: (items: Record<string, StoredNote>) => unknown, remove: (key: string) => unknown}} storage */
  constructor(storage) {
    this.storage = storage;
  }

  /** @param {Record<string, unknown>} stored everything in the storage; other keys are passed over */
  restore(stored) {
    for (const [key, kept] of Object.entries(stored)) {
      if (!key.startsWith(KEY)) continue;
      const note = /** @type {StoredNote} */ (kept);
      this.#pages.set(key.slice(KEY.length), { ...note, actions: new Set(note.actions) });
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
   * The person is asked, by the verdict as it is now: an app that is started anew meanwhile may know less.
   * @param {string} page
   */
  asked(page) {
    this.#change(page, { asked: this.rules(page) });
  }

  /**
   * How to leave the companies out.
   * @param {string} page
   * @returns {BlockRule[]}
   */
  rules(page) {
    const { verdict, asked = [] } = this.#pages.get(page) ?? {};
    const newest = verdict?.rules ?? [];
    if (!asked.length) return newest;
    return [...new Map([...asked, ...newest].map((rule) => [JSON.stringify(rule), rule])).values()];
  }

  /** @param {string} page where the person has answered */
  answered(page) {
    if (this.#pages.get(page)?.asked?.length) this.#change(page, { asked: [] });
  }

  /**
   * The places that forms on this page go to. A form that is gone may still be on its way, so its place stays until the page goes.
   * @param {string} page
   * @returns {ReadonlySet<string>}
   */
  actions(page) {
    return this.#pages.get(page)?.actions ?? NOWHERE;
  }

  /**
   * @param {string} page
   * @param {string[]} addresses
   */
  addActions(page, addresses) {
    const before = this.actions(page);
    const places = addresses.map(placeOf);
    if (places.every((place) => before.has(place))) return;
    const all = [...new Set([...before, ...places])];
    this.#change(page, { actions: new Set(all.slice(-MAX_ACTIONS)) });
  }

  /** @param {string} page */
  forget(page) {
    if (this.#pages.delete(page)) this.storage.remove(KEY + page);
  }

  /**
   * @param {string} page
   * @param {Partial<Note>} news
   */
  #change(page, news) {
    const note = { actions: new Set(), ...this.#pages.get(page), ...news };
    this.#pages.set(page, note);
    this.storage.set({ [KEY + page]: { ...note, actions: [...note.actions] } });
  }
}
