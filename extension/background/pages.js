/**
 * Which page is open in which tab. A page is one document; it gets a name of its own here, and every request is joined to one by tab and
 * document. Kept in `storage.session` (memory), so that a background that was stopped knows its pages again.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {{page: string, tab: number, url: string, title: string, documentId: string, private: boolean, time: number, fromStart: boolean,
 *   site: string, byForm: boolean}} OpenPage `site`: the registrable domain once the app has told it, until then the host;
 *   `byForm`: a form led here, so that what was typed before may stand in the page
 */

import { hostOf, withoutQueryValues } from './address.js';

const WEB = /^https?:/;
const MAX_DOCUMENTS = 1000;

/** What webRequest says of a frame that is in no other. */
const NO_FRAME = -1;

export class Pages {
  #world;
  /** @type {Map<number, OpenPage>} */
  #open = new Map();
  /** Navigations that have begun and may yet become a page. @type {Map<number, {url: string}>} */
  #starting = new Map();
  /** Documents that were open before: one that comes back was not seen from its start under its new name. @type {Set<string>} */
  #documents = new Set();

  /**
   * @param {{emit: (observation: Observation) => void, opened: (page: OpenPage) => void, changed: () => void,
   *   isPrivate: (tab: number) => boolean, newName: () => string, now: () => number}} world `opened` is told after the app is
   */
  constructor(world) {
    this.#world = world;
  }

  /** @returns {OpenPage[]} */
  all() {
    return [...this.#open.values()];
  }

  /** @param {number} tab */
  of(tab) {
    return this.#open.get(tab);
  }

  /** @param {string} name */
  named(name) {
    return this.all().find((page) => page.page === name);
  }

  /** @param {OpenPage[]} pages as they were before the background was stopped */
  restore(pages) {
    for (const page of pages) {
      if (!this.#open.has(page.tab)) this.#open.set(page.tab, page);
      this.#noteDocument(page.documentId);
    }
  }

  /**
   * A document is being asked for in a tab.
   * @param {number} tab
   * @param {string} url
   */
  starting(tab, url) {
    this.#starting.set(tab, { url });
  }

  /**
   * A navigation came to nothing. That may be heard when the next has begun already: then it goes on.
   * @param {number} tab
   * @param {string} url
   */
  failed(tab, url) {
    const starting = this.#starting.get(tab);
    if (starting && withoutFragment(starting.url) === withoutFragment(url)) this.#starting.delete(tab);
  }

  /**
   * The page that a request belongs to. A request of a new document may come before the word that it is there: then the page is opened now.
   * Chromium may give the page's own frame another number until then.
   * @param {{tabId: number, frameId: number, parentFrameId?: number, documentId?: string}} request
   * @returns {OpenPage | undefined}
   */
  joining({ tabId, frameId, parentFrameId, documentId }) {
    const open = this.#open.get(tabId);
    const starting = this.#starting.get(tabId);
    const isTop = frameId === 0 || parentFrameId === NO_FRAME;
    const another = isTop && documentId && documentId !== open?.documentId;
    return another && starting ? this.#openPage(tabId, starting.url, documentId, true) : open;
  }

  /**
   * A document has taken its place in a tab.
   * @param {{tabId: number, url: string, documentId?: string, transitionType?: string}} commit
   */
  committed({ tabId, url, documentId = '', transitionType = '' }) {
    const open = this.#open.get(tabId);
    const asked = this.#starting.has(tabId) && !this.#documents.has(documentId);
    if (open && !open.documentId && !asked && open.url === withoutQueryValues(url)) open.documentId = documentId;
    if (open && documentId && open.documentId === documentId) {
      this.moved(tabId, url);
    } else if (WEB.test(url)) this.#openPage(tabId, url, documentId, asked);
    else this.closed(tabId);
    if (transitionType === 'form_submit' || (transitionType === 'reload' && open?.byForm)) this.#ledByForm(tabId);
  }

  /**
   * A page that was open before anybody looked.
   * @param {number} tab
   * @param {string} url
   */
  found(tab, url) {
    if (!this.#open.has(tab) && WEB.test(url)) this.#openPage(tab, url, '', false);
  }

  /**
   * The app has told which site a page belongs to.
   * @param {OpenPage} page
   * @param {string} site
   */
  learnSite(page, site) {
    if (!site || page.site === site) return;
    page.site = site;
    this.#world.changed();
  }

  /**
   * The address changed without a new document.
   * @param {number} tab
   * @param {string} url
   */
  moved(tab, url) {
    const open = this.#open.get(tab);
    const shown = withoutQueryValues(url);
    if (!open || open.url === shown) return;
    open.url = shown;
    this.#world.emit({ type: 'page_changed', page: open.page, url: shown });
    this.#world.changed();
  }

  /**
   * @param {number} tab
   * @param {string} title
   */
  titled(tab, title) {
    const open = this.#open.get(tab);
    const shown = title.slice(0, 600);
    if (!open || open.title === shown) return;
    open.title = shown;
    this.#world.emit({ type: 'page_changed', page: open.page, title: shown });
    this.#world.changed();
  }

  /** @param {number} tab */
  closed(tab) {
    const open = this.#open.get(tab);
    this.#starting.delete(tab);
    if (!open) return;
    this.#open.delete(tab);
    this.#world.emit({ type: 'page_closed', page: open.page, time: this.#world.now() });
    this.#world.changed();
  }

  /**
   * What is said of a page when it opened, or again to an app that has lost it or missed some of its requests.
   * @param {OpenPage} page
   * @param {boolean} whole whether everything from its start was seen
   * @returns {Observation}
   */
  opening(page, whole) {
    const { page: name, tab, url, title, time, private: isPrivate } = page;
    page.fromStart &&= whole;
    return { type: 'page', page: name, tab, url, title, private: isPrivate, time, from_start: page.fromStart };
  }

  /** @param {number} tab */
  #ledByForm(tab) {
    const open = this.#open.get(tab);
    if (!open) return;
    open.byForm = true;
    this.#world.changed();
  }

  /**
   * @param {number} tab
   * @param {string} url
   * @param {string} documentId
   * @param {boolean} fromStart
   */
  #openPage(tab, url, documentId, fromStart) {
    this.closed(tab);
    const page = {
      page: this.#world.newName(),
      tab,
      url: withoutQueryValues(url),
      title: '',
      documentId,
      private: this.#world.isPrivate(tab),
      time: this.#world.now(),
      fromStart,
      site: hostOf(url),
      byForm: false,
    };
    this.#open.set(tab, page);
    this.#noteDocument(documentId);
    this.#world.emit(this.opening(page, fromStart));
    this.#world.opened(page);
    this.#world.changed();
    return page;
  }

  /** @param {string} documentId */
  #noteDocument(documentId) {
    if (documentId) this.#documents.add(documentId);
    if (this.#documents.size > MAX_DOCUMENTS) this.#documents.delete(/** @type {string} */ (this.#documents.values().next().value));
  }
}

/** @param {string} url */
const withoutFragment = (url) => url.split('#', 1)[0];
