/** Forms are told of as they come, change and are shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

const FORM = '<h1>Contact us</h1><form action="/send"><label id="l">Your comment <input name="q"></label></form>';

/** @param {string} html */
function open(html) {
  const page = openPage(html);
  const one = (/** @type {string} */ selector) => /** @type {any} */ (page.document.querySelector(selector));
  const forms = () => page.told.filter(({ kind }) => kind === 'form');
  return { page, one, forms };
}

test('words that are put in the place of others in the same text are told', async () => {
  const { one, forms } = open(FORM);
  await until(() => forms().length === 1);
  one('h1').firstChild.nodeValue = 'Report a sexual assault';
  await until(() => forms().length === 2);
  assert.deepEqual(forms()[1].descriptor.headings, ['Report a sexual assault']);
});

test('another action is told', async () => {
  const { one, forms } = open(FORM);
  await until(() => forms().length === 1);
  one('form').action = 'https://forms.example.net/take';
  await until(() => forms().length === 2);
  assert.deepEqual(forms()[1].actions, ['https://forms.example.net/take']);
});

test('a form that is only shown later is told then', async () => {
  const { page, one, forms } = open('<form hidden target="sink" action="/send"><label>Q <input name="q"></label></form>');
  await until(() => page.told.some(({ kind }) => kind === 'title'));
  assert.deepEqual(forms(), []);
  one('form').hidden = false;
  await until(() => forms().length === 1);
});

test('a form that somebody begins to fill in is told at once', async () => {
  const { page, one, forms } = open('<main></main>');
  await until(() => page.told.length);
  page.window.setTimeout = () => 0;
  page.window.performance.now = () => 0;
  one('main').insertAdjacentHTML('beforeend', FORM);
  one('input').dispatchEvent(new page.window.FocusEvent('focusin', { bubbles: true }));
  assert.equal(forms().length, 1);
});

test("pictures named like the document's own functions do not hide them", async () => {
  const names = ['querySelectorAll', 'createElement', 'createTreeWalker', 'getElementById', 'documentElement', 'title', 'URL', 'baseURI'];
  const { forms } = open(`${names.map((name) => `<img name="${name}">`).join('')}${FORM}`);
  await until(() => forms().length);
  const { page_url: url, title, headings, form } = forms()[0].descriptor;
  assert.deepEqual([url, title, headings], ['https://www.example.org/report?step=2', 'A page', ['Contact us']]);
  assert.deepEqual([form.action, form.fields[0].label], ['https://www.example.org/send', 'Your comment']);
});
