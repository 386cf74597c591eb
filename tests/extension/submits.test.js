/** Sendings that are no person's press: an event of a script's own, other forms while the card is up, forms in shadow roots. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';
import { turn, until } from './waiting.js';

const FORM = `<h1>Report</h1><form name="report" action="/send" method="post">
  <label>What <textarea name="t"></textarea></label><button id="go" name="b">Continue</button></form>`;
const SEARCH = '<form name="search"><label>Search <input name="q"></label><button id="search">Search</button></form>';
const TRACKER = '<form name="tracker" target="hidden" hidden><input type="hidden" name="id" value="77"></form>';

/** @type {any} */
let page;
/** @type {string} */
let level;
let isJudged = true;
/** @type {any[]} */
let forms;

beforeEach(() => {
  [level, isJudged, forms] = ['warning', true, []];
});

/** @param {any} message of a form: one that has a question called "q" is never warned of */
function verdict({ form, descriptor }) {
  const isSearch = descriptor.form.fields.some((/** @type {any} */ field) => field.name === 'q');
  forms.push({ form, level: isSearch ? 'notice' : level, form_level: 'sensitive' });
  return { type: 'verdict', page: 'p', level, forms: [...forms], words: { told: ['Told.'] } };
}
/** @param {string} kind @returns {any[]} */
const told = (kind) => page.told.filter((/** @type {any} */ message) => message.kind === kind);
/** @param {string} selector @returns {any} */
const one = (selector) => page.document.querySelector(selector);
const isUp = () => page.said().includes('Not sent yet');

/** @param {string} [html] @param {number} [described] */
async function open(html = FORM, described = 1) {
  const answer = (/** @type {any} */ message) => {
    if (message.kind === 'form') return isJudged ? { linked: true, verdict: verdict(message) } : { linked: true };
    return message.kind === 'choice' ? { ready: true } : null;
  };
  page = openPage(html, { answer });
  await until(() => told('form').length === described);
  await turn();
  const field = one('textarea');
  if (field) field.value = 'zq01typed';
}

/** @param {string} words */
async function answers(words) {
  const now = page.window.performance.now();
  page.window.performance.now = () => now + 600;
  page.press(words);
  await turn();
}

/** As a script does it. @param {any} form @returns {boolean} whether the page is to go on */
const forge = (form) => form.dispatchEvent(new page.window.Event('submit', { bubbles: true, cancelable: true }));

test('a script’s own event that would send a form is held, and lets the form go once', async () => {
  await open();
  let heard = 0;
  page.document.addEventListener('submit', () => (heard += 1));
  assert.deepEqual([forge(one('form')), page.sent, heard, isUp()], [false, [], 0, true]);
  await answers('Go on as it is');
  assert.deepEqual([page.sent, heard], [['report'], 1]);
});

test('one that nobody would be asked about is not touched', async () => {
  level = 'notice';
  await open();
  forge(one('form'));
  assert.deepEqual([page.sent, isUp(), told('submission')], [['report'], false, []]);
});

test('one whose verdict is on its way does not wait', async () => {
  isJudged = false;
  await open();
  forge(one('form'));
  assert.deepEqual([page.sent, told('submission')], [['report'], []]);
});

for (const [name, send] of /** @type {[string, (form: any) => unknown][]} */ ([
  ['its function', (form) => form.submit()],
  ['the browser', (form) => form.requestSubmit()],
  ['an event of its own', forge],
])) {
  test(`while the card is up, a copy that nobody has looked at is not sent by ${name}`, async () => {
    await open();
    one('#go').click();
    const copy = page.document.body.appendChild(one('form').cloneNode(true));
    copy.setAttribute('name', 'copy');
    send(copy);
    assert.deepEqual([page.sent, told('submission').length], [[], 1]);
    await answers('Go on as it is');
    assert.deepEqual(page.sent, ['report']);
  });
}

test('nor are the answers in hidden fields of another form', async () => {
  await open();
  one('#go').click();
  const copy = page.document.body.appendChild(page.document.createElement('form'));
  copy.innerHTML = '<input type="hidden" name="x" value="zq01typed">';
  copy.submit();
  assert.deepEqual(page.sent, []);
});

test('a tracker’s own hidden form goes as always, card or not', async () => {
  await open(FORM + TRACKER);
  one('#go').click();
  one('[name=tracker]').submit();
  assert.deepEqual([page.sent, isUp()], [['tracker'], true]);
});

test('another form of the page waits for the card alone, and is then as free as before', async () => {
  await open(SEARCH + FORM, 2);
  one('#go').click();
  one('#search').click();
  assert.deepEqual([page.sent, isUp()], [[], true]);
  await answers('Not now');
  one('#search').click();
  assert.deepEqual([page.sent, isUp()], [['search'], false]);
});

for (const [name, isStopped] of /** @type {const} */ ([['goes', false], ['was stopped by the page', true]])) {
  test(`what was let go and ${name} is ${isStopped ? 'sent again by it' : 'not sent once more at once'}`, async () => {
    await open();
    one('#go').click();
    const copy = one('form').cloneNode(true);
    copy.elements.t.value = 'zq01typed';
    let heard = 0;
    page.document.addEventListener('submit', (/** @type {any} */ event) => {
      heard += 1;
      if (isStopped && heard === 1) event.preventDefault();
    });
    await answers('Go on as it is');
    one('form').replaceWith(copy);
    copy.requestSubmit();
    assert.equal(heard, isStopped ? 2 : 1);
  });
}

test('a page that sends a form itself, and stops the browser only then, still does', async () => {
  await open();
  one('#go').click();
  page.document.addEventListener('submit', (/** @type {any} */ event) => {
    event.target.submit();
    event.preventDefault();
  });
  await answers('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

for (const mode of /** @type {const} */ (['open', 'closed'])) {
  test(`a form in a shadow root (${mode}) is held, though its event does not leave the root`, async () => {
    await open('<report-box></report-box>', 0);
    const root = one('report-box').attachShadow({ mode });
    // As the browser says to an extension alone.
    Object.defineProperty(one('report-box'), 'openOrClosedShadowRoot', { value: root });
    root.innerHTML = FORM;
    await until(() => told('form').length === 1);
    await turn();
    root.querySelector('textarea').value = 'zq01typed';
    let heard = 0;
    root.addEventListener('submit', (/** @type {any} */ event) => {
      heard += 1;
      event.preventDefault();
    });
    root.querySelector('form').requestSubmit();
    assert.deepEqual([heard, isUp()], [0, true]);
    await answers('Go on as it is');
    assert.equal(heard, 1);
  });
}
