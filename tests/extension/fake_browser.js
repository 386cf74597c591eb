/** A browser around background/main.js: its events, its tabs, its memory; and the background itself, which can be stopped and started. */

import { afterEach } from 'node:test';
import { FakeEvent, FakeRules, word } from './fake_chrome.js';
import { FakeApp, FakeStore, KEY, PORT } from './fake_app.js';

const { secretFrom } = await import('../../extension/background/handshake.js');
const later = globalThis.setTimeout;
/** How many tests have ended: what a background meant to do later ends with its test, or one that failed would try again for ever. */
let ended = 0;
afterEach(() => void (ended += 1));
/** Each life of the background is a module of its own. */
let lives = 0;
const MAIN = new URL('../../extension/background/main.js', import.meta.url).href;

export class FakeBrowser {
  app = new FakeApp();
  /** What `storage.session` holds. @type {Record<string, any>} */
  session = {};
  /** What `storage.local` holds, which is on disk. @type {Record<string, any>} */
  local = {};
  rules = new FakeRules();
  /** Whether the extension may look at websites. */
  allowed = true;
  /** @type {any[]} */
  tabs = [];
  /** What was sent to tabs: [tab, message, where]. @type {any[][]} */
  toTabs = [];
  /** The badge by tab; '' is the default. @type {Record<string, string>} */
  badges = {};
  /** @type {Record<string, any>} */
  events = {};

  /** Start the background, as for the first time or again. */
  async start() {
    const test = ended;
    const store = new FakeStore();
    store.kept = { browser: 'browser-1', secret: await secretFrom(new Uint8Array(KEY)) };
    this.events = {};
    Object.assign(globalThis, {
      WebSocket: this.app.WebSocket,
      indexedDB: store.indexedDB,
      navigator: { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' },
      chrome: this.#chrome(),
      // The background keeps itself awake for ever, and tries again and again; a test must end.
      setInterval: () => 0,
      setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) => {
        const timer = later(() => void (test === ended && work()), ms);
        return ms < 3000 ? timer : timer.unref();
      },
    });
    lives += 1;
    await import(`${MAIN}?life=${lives}`);
  }

  /**
   * Say something as a content script.
   * @param {number} tab
   * @param {any} message
   * @param {Record<string, unknown>} [sender]
   * @returns {Promise<any>}
   */
  fromPage(tab, message, sender) {
    const { url, documentId } = this.tabs.find(({ id }) => id === tab);
    return this.#ask(message, { id: 'ours', tab: { id: tab }, frameId: 0, documentId, url, ...sender });
  }

  /** Say something as the popup or the options page. @param {any} message @returns {Promise<any>} */
  fromUs(message) {
    return this.#ask(message, { id: 'ours', url: 'chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/popup/popup.html' });
  }

  /** @param {any} message @param {any} sender */
  #ask(message, sender) {
    return new Promise((resolve) => this.events['runtime.onMessage'].raise(structuredClone(message), sender, resolve));
  }

  /**
   * Go to a page in a tab.
   * @param {number} id
   * @param {string} url
   */
  go(id, url) {
    const documentId = `d-${id}-${url}`;
    const known = this.tabs.find((tab) => tab.id === id);
    if (known) Object.assign(known, { url, documentId });
    else {
      this.tabs.push({ id, url, documentId, incognito: false, active: true });
      this.events['tabs.onCreated'].raise({ id, incognito: false });
    }
    this.request({ tabId: id, url, type: 'main_frame', requestId: `m-${documentId}`, documentId: undefined });
    this.commit(id, url, documentId);
  }

  /**
   * A document takes its place in a tab.
   * @param {number} tabId
   * @param {string} url
   * @param {string} documentId
   * @param {string} [documentLifecycle]
   */
  commit(tabId, url, documentId, documentLifecycle = 'active') {
    this.events['webNavigation.onCommitted'].raise({ tabId, url, frameId: 0, documentId, documentLifecycle });
  }

  /** @param {Record<string, unknown>} details */
  request(details) {
    const tab = this.tabs.find(({ id }) => id === details['tabId']);
    const whole = { requestId: 'r', frameId: 0, documentId: tab?.documentId, type: 'image', method: 'GET', timeStamp: 1, ...details };
    this.events['webRequest.onBeforeRequest'].raise(whole);
    this.events['webRequest.onSendHeaders'].raise(whole);
  }

  #chrome() {
    const event = (/** @type {string} */ name) => (this.events[name] = new FakeEvent());
    const events = (/** @type {string} */ part, /** @type {string[]} */ names) =>
      Object.fromEntries(names.map((name) => [name, event(`${part}.${name}`)]));
    const done = async () => undefined;
    return {
      action: {
        setIcon: done,
        setBadgeBackgroundColor: done,
        setBadgeTextColor: done,
        setTitle: done,
        setBadgeText: async (/** @type {any} */ { tabId = '', text }) => void (this.badges[tabId] = text),
      },
      alarms: { create: done, ...events('alarms', ['onAlarm']) },
      declarativeNetRequest: this.rules,
      permissions: { contains: async () => this.allowed, ...events('permissions', ['onAdded', 'onRemoved']) },
      i18n: { getMessage: word },
      runtime: {
        id: 'ours',
        getURL: (/** @type {string} */ path) => `chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/${path}`,
        getManifest: () => ({ version: '0.1.0' }),
        getPlatformInfo: done,
        ...events('runtime', ['onMessage', 'onConnect', 'onInstalled', 'onStartup']),
      },
      storage: {
        local: {
          get: async () => structuredClone({ port: PORT, ...this.local }),
          set: async (/** @type {any} */ items) => void Object.assign(this.local, structuredClone(items)),
          remove: async (/** @type {string} */ key) => void delete this.local[key],
        },
        session: {
          get: async () => structuredClone(this.session),
          set: async (/** @type {any} */ items) => void Object.assign(this.session, structuredClone(items)),
          remove: async (/** @type {string} */ key) => void delete this.session[key],
        },
      },
      tabs: {
        query: async (/** @type {any} */ { active }) => (active ? this.tabs.slice(-1) : this.tabs),
        sendMessage: async (/** @type {any[]} */ ...args) => void this.toTabs.push(args),
        ...events('tabs', ['onCreated', 'onRemoved', 'onActivated']),
      },
      webNavigation: events('webNavigation', [
        'onBeforeNavigate', 'onCommitted', 'onErrorOccurred', 'onHistoryStateUpdated', 'onCreatedNavigationTarget',
      ]),
      webRequest: events('webRequest', ['onBeforeRequest', 'onSendHeaders', 'onBeforeRedirect', 'onResponseStarted', 'onErrorOccurred']),
      windows: { WINDOW_ID_NONE: -1, ...events('windows', ['onFocusChanged', 'onRemoved']) },
    };
  }
}
