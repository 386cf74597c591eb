/** The popup, as a page of the extension. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { source, word } from './fake_chrome.js';

let openings = 0;

/** What it shows, once it has heard how things stand. @param {Record<string, unknown>} status */
async function opened(status) {
  const { document } = new JSDOM(source('popup/popup.html')).window;
  const chrome = {
    tabs: { query: async () => [{ id: 1 }] },
    runtime: { sendMessage: async () => ({ state: 'up', mode: 'desktop', companies: [], hasPage: true, judged: true, ...status }) },
    i18n: { getMessage: word, getUILanguage: () => 'en' },
  };
  Object.assign(globalThis, { document, chrome });
  openings += 1;
  await import(`../../extension/popup/popup.js?opening=${openings}`);
  const said = (/** @type {string} */ id) => document.getElementById(id)?.textContent;
  return [said('heading'), said('more'), ...[...document.querySelectorAll('li')].map((one) => one.textContent)];
}

const NONE = "We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see.";

test('companies are said to have been seen here or earlier, not to have been reached by this very page', async () => {
  assert.deepEqual(await opened({ companies: ['Google', 'Hotjar'] }), ['Seen here, or on a page before:', '', 'Google', 'Hotjar']);
});

test('a page is only said to be without companies once it has been judged', async () => {
  assert.deepEqual(await opened({}), ['This page is being checked.', NONE]);
  assert.deepEqual(await opened({ judged: false }), ['This page is being checked.', '']);
});

test('while the app is away no company is named', async () => {
  const [heading, , ...companies] = await opened({ state: 'away', companies: ['Google'] });
  assert.deepEqual([heading, companies], ['Not checked', []]);
});
