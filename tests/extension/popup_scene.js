/** The popup as a page of the extension, opened anew in each test, with what it hears and what it asks for. */

import { beforeEach } from 'node:test';
import { JSDOM } from 'jsdom';
import { source, word } from './fake_chrome.js';
import { turn } from './waiting.js';

/** What the app says of a page. */
export const WORDS = {
  type: 'page_words',
  page: 'p1',
  headline: 'This page has told one company that it was opened.',
  told: ["Google was told this page's address.", '<b>Tee</b> was contacted by this page.'],
  not_seen: 'We have not seen what you wrote go to them, but we cannot see everything.',
};

/**
 * How things stand, as the background answers (`status`), as the app does (`words`), and what comes of erasing (`erased`); what the popup
 * has asked for, how often it closed itself, its document, and its looking again seconds later.
 * @type {{status: any, words: any, erased: any, asked: any[], closed: number, page: Document, secondsLater: () => unknown}}
 */
export const scene = /** @type {any} */ ({});
let openings = 0;

beforeEach(() => {
  const seen = { companies: [], page: 'p1', isPrivate: false, judged: true, paused: false };
  const status = { state: 'up', mode: 'desktop', keeping: '', kept: 'none', allowed: true, ...seen };
  Object.assign(scene, { status, words: null, erased: { type: 'erased', gone: true }, asked: [], closed: 0 });
});

/** Open it, and let it hear how things stand. @param {Record<string, unknown>} [news] */
export async function open(news) {
  Object.assign(scene.status, news);
  scene.page = new JSDOM(source('popup/popup.html')).window.document;
  const say = () => scene.words;
  const answers = /** @type {Record<string, () => any>} */ ({
    status: () => scene.status, words: say, pause: say, correct: say, dont_keep: say, erase: () => scene.erased,
  });
  const chrome = {
    tabs: { query: async () => [{ id: 1 }] },
    permissions: {
      async request(/** @type {unknown} */ wish) {
        scene.asked.push(wish);
        return (scene.status.allowed = true);
      },
    },
    runtime: {
      async sendMessage(/** @type {any} */ message) {
        scene.asked.push(message);
        return globalThis.structuredClone(await answers[message.kind]?.());
      },
      openOptionsPage: () => scene.asked.push('options'),
    },
    i18n: { getMessage: word, getUILanguage: () => 'en' },
  };
  const setInterval = (/** @type {() => unknown} */ work) => void (scene.secondsLater = work);
  Object.assign(globalThis, { document: scene.page, chrome, setInterval, window: { close: () => (scene.closed += 1) } });
  openings += 1;
  // A popup of its own each time; what it imports is the same, and reads the page's words only when first imported.
  await import(`../../extension/popup/popup.js?opening=${openings}`);
}
export const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (scene.page.getElementById(id));
export const text = (/** @type {string} */ id) => part(id).textContent;
export const told = () => [...scene.page.querySelectorAll('li')].map((one) => one.textContent);
export const buttons = () => [...scene.page.querySelectorAll('button')].filter((one) => !one.closest('[hidden]')).map(({ id }) => id);
export async function press(/** @type {string} */ id) {
  part(id).click();
  await turn();
}
