/** A page in jsdom with the content scripts in it, loaded as the browser loads them: one after another, in one world. */

import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import { FakeEvent, manifest, source, word } from './fake_chrome.js';

const [ISOLATED, MAIN] = manifest.content_scripts;
/** Events that the content scripts take from a person alone. */
const PERSONAL = new Set(['click', 'pointerdown', 'keydown', 'input']);

/**
 * @typedef {{window: any, document: Document, told: any[], roots: any[], sent: string[], navigated: number, hear: (message: any) => void,
 *   inside: (code: string) => any, press: (words: string) => void, said: () => string, late: {work: () => void, ms: number}[]}} FakePage
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
    hear: (message) => void messages.raise(message),
    inside: (code) => vm.runInContext(code, dom.getInternalVMContext()),
    press: (words) => pressIn(page, words),
    said: () => page.roots.filter((root) => root.host.isConnected).map((root) => root.textContent).join(' '),
  };
  complete(window, page);
  window.chrome = {
    runtime: {
      onMessage: messages,
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
  HTMLElement.prototype.showPopover = function () {};
  HTMLFormElement.prototype.submit = function () {
    page.sent.push(this.getAttribute('name'));
  };
  // A person's own press is told apart by `isTrusted`, which no script can set: the tests' presses pass as such.
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ how) {
    const get = (/** @type {any} */ event, /** @type {string} */ name) => (name === 'isTrusted' ? true : Reflect.get(event, name, event));
    const trusting = (/** @type {any} */ event) => listener(event.personal ? new Proxy(event, { get }) : event);
    return add.call(this, type, PERSONAL.has(type) ? trusting : listener, how);
  };
  // What arrives at the end without having been stopped goes to the site.
  window.addEventListener('submit', (/** @type {any} */ event) => {
    if (!event.defaultPrevented) page.sent.push(event.target.getAttribute('name'));
    event.preventDefault();
  });
}

/** @param {FakePage} page @param {string} words */
function pressIn(page, words) {
  const buttons = page.roots.filter((root) => root.host.isConnected).flatMap((root) => [...root.querySelectorAll('button')]);
  const button = buttons.find((one) => one.textContent === words);
  if (!button) throw new Error(`no button: ${words}`);
  button.dispatchEvent(Object.assign(new page.window.MouseEvent('click', { bubbles: true }), { personal: true }));
}
