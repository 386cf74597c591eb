/** A page in jsdom with the content scripts in it, loaded as the browser loads them: one after another, in one world. */

import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import { FakeEvent, FakePort, manifest, source, word } from './fake_chrome.js';

const [ISOLATED, MAIN] = manifest.content_scripts;
/** Events that the content scripts take from a person alone. */
const PERSONAL = new Set([
  'click', 'pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'pointercancel', 'keydown', 'keypress', 'keyup',
  'input', 'toggle',
]);

/**
 * @typedef {{window: any, document: Document, told: any[], roots: any[], sent: string[], navigated: number,
 *   hear: (message: any, sender?: any) => void,
 *   repeated: (() => void)[], box: Record<string, number>, ports: FakePort[], connected: FakeEvent,
 *   inside: (code: string) => any, press: (words: string) => void, said: () => string, late: {work: () => void, ms: number}[]}} FakePage
 * `box`: where every element is;
 * `repeated`: what is to be done again and again, which a test does by hand; `ports`: those to the background;
 * `late`: what is to wait for a second or longer, which does not come by itself;
 *   a wait that is no round number grew on a slow computer, and ends;
 * `told`: messages to the background; `roots`: closed shadow roots; `sent`: the names of forms that went; `press`: a button, as a person
 */

/**
 * @param {string} html the page's body
 * @param {{url?: string, title?: string, answer?: (message: any) => any, upTo?: string}} [how] `answer`: what the background says;
 *   `upTo`: the last content script to load
 * @returns {FakePage}
 */
export function openPage(html, { url = 'https://www.example.org/report?step=2', title = 'A page', answer = () => null, upTo = '' } = {}) {
  const dom = new JSDOM(`<!doctype html><html lang="en"><head><title>${title}</title></head><body>${html}</body></html>`, {
    url,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const window = /** @type {any} */ (dom.window);
  const messages = new FakeEvent();
  /** @type {FakePage} */
  const page = {
    window,
    document: window.document,
    told: [],
    roots: [],
    sent: [],
    navigated: 0,
    late: [],
    repeated: [],
    box: { left: 0, top: 0, right: 640, bottom: 400, width: 640, height: 400 },
    ports: [],
    connected: new FakeEvent(),
    hear: (message, sender = { id: 'ours' }) => void messages.raise(message, sender),
    inside: (code) => vm.runInContext(code, dom.getInternalVMContext()),
    press: (words) => pressIn(page, words),
    said: () => page.roots.filter((root) => root.host.isConnected).map((root) => root.textContent).join(' '),
  };
  complete(window, page);
  window.chrome = {
    runtime: {
      id: 'ours',
      onMessage: messages,
      onConnect: page.connected,
      connect({ name = '' } = {}) {
        const port = new FakePort(name);
        page.ports.push(port);
        return port;
      },
      async sendMessage(/** @type {any} */ message) {
        page.told.push(structuredClone(message));
        return answer(message);
      },
    },
    i18n: { getMessage: word, getUILanguage: () => 'en' },
  };
  const scripts = [...ISOLATED.js];
  const last = upTo ? scripts.indexOf(`content/${upTo}`) + 1 : scripts.length;
  for (const path of scripts.slice(0, last)) page.inside(source(path));
  if (!upTo) for (const path of MAIN.js) page.inside(source(path));
  return page;
}

/**
 * What jsdom does not have, and what the tests look at.
 * @param {any} window
 * @param {FakePage} page
 */
function complete(window, page) {
  const { HTMLFormElement, HTMLDialogElement, HTMLElement, Element, EventTarget } = window;
  const { setTimeout: soon } = window;
  window.setTimeout = (/** @type {() => void} */ work, /** @type {number} */ ms, /** @type {any[]} */ ...args) =>
    ms % 500 === 0 && ms >= 1000 ? void page.late.push({ work, ms }) : soon(work, Math.min(ms, 1000), ...args);
  window.setInterval = (/** @type {() => void} */ work) => page.repeated.push(work);
  window.clearInterval = (/** @type {number} */ number) => void (number && (page.repeated[number - 1] = () => undefined));
  // jsdom lays nothing out: everything is large enough, and nothing lies over what is ours.
  Element.prototype.getBoundingClientRect = () => page.box;
  window.Document.prototype.elementFromPoint = () => page.roots.filter((root) => root.host.isConnected).at(-1)?.host ?? null;
  // As on a page that came without https.
  Object.defineProperty(window.crypto, 'randomUUID', { value: undefined });
  Object.assign(window, { TextEncoder, TextDecoder, DecompressionStream });
  window.CSSStyleSheet = class {
    replaceSync() {}
  };
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {any} */ how) {
    const root = attachShadow.call(this, how);
    page.roots.push(root);
    return root;
  };
  HTMLDialogElement.prototype.showModal = function () {
    if (this.open || !this.isConnected) throw new Error('InvalidStateError');
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  // It paints at once.
  window.requestAnimationFrame = (/** @type {() => void} */ work) => void work();
  HTMLElement.prototype.showPopover = function () {};
  HTMLFormElement.prototype.submit = function () {
    page.sent.push(this.getAttribute('name'));
  };
  // A person's own press is told apart by `isTrusted`, which no script can set: the tests' presses pass as such.
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  /** One for each, as a browser passes over a listener that is there already. @type {WeakMap<object, any>} */
  const trusting = new WeakMap();
  const trusted = (/** @type {string} */ type, /** @type {any} */ listener) => {
    if (!PERSONAL.has(type) || typeof listener !== 'function') return listener;
    const get = (/** @type {any} */ event, /** @type {string} */ name) => (name === 'isTrusted' ? true : Reflect.get(event, name, event));
    const hears = (/** @type {any} */ event) => listener(event.personal ? new Proxy(event, { get }) : event);
    trusting.set(listener, trusting.get(listener) ?? hears);
    return trusting.get(listener);
  };
  EventTarget.prototype.addEventListener = function (/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ how) {
    return add.call(this, type, trusted(type, listener), how);
  };
  EventTarget.prototype.removeEventListener = function (/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ how) {
    return remove.call(this, type, trusted(type, listener), how);
  };
  // What arrives at the end without having been stopped goes to the site.
  window.addEventListener('submit', (/** @type {any} */ event) => {
    if (!event.defaultPrevented) page.sent.push(event.target.getAttribute('name'));
  });
}

/** @param {FakePage} page @param {string} words */
function pressIn(page, words) {
  const buttons = page.roots.filter((root) => root.host.isConnected).flatMap((root) => [...root.querySelectorAll('button')]);
  const button = buttons.find((one) => one.textContent === words);
  if (!button) throw new Error(`no button: ${words}`);
  // By key: jsdom cannot tell what lies at a place.
  button.focus();
  const event = Object.assign(new page.window.MouseEvent('click', { bubbles: true, composed: true }), { personal: true });
  Object.defineProperty(event, 'timeStamp', { value: page.window.performance.now() });
  button.dispatchEvent(event);
}
