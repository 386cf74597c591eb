/** Presses that send, in a page with every content script: what the page hears, and when. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';
import { turn, until } from './waiting.js';

const GROUP = `<main><h1>Tell us</h1><section><label>What <textarea id="what"></textarea></label>
  <button id="go" type="button"><b>Go</b></button></section></main>`;
const FORM = `<form name="report" action="/send" method="post"><label>What <input id="what" name="w"></label>
  <button id="go" name="b">Go</button></form>`;
const CHAT = '<main><h1>Talk</h1><section class="chat"><textarea id="what" aria-label="Message"></textarea></section></main>';

/** @type {any} */
let page;
/** @type {string[]} what the page hears, as "type target" */
let heard;
/** @type {Record<string, unknown>} */
let more;
let level = 'warning';
let isLinked = true;
let isOrphan = false;

beforeEach(() => {
  [heard, more, level, isLinked, isOrphan] = [[], {}, 'warning', true, false];
});

/** @param {string} form */
const verdict = (form) => {
  const forms = [{ form, level, form_level: 'sensitive' }];
  return { type: 'verdict', page: 'p', level, forms, words: { told: ['Told.'] }, ...more };
};
/** @param {string} kind @returns {any[]} */
const told = (kind) => page.told.filter((/** @type {any} */ message) => message.kind === kind);
/** @param {string} selector */
const one = (selector) => page.document.querySelector(selector);
const isUp = () => page.said().includes('Not sent yet');

async function open(html = GROUP) {
  page = openPage(html, {
    answer(message) {
      if (isOrphan) throw new Error('Extension context invalidated.');
      if (message.kind === 'form') return { linked: isLinked, verdict: verdict(message.form) };
      return message.kind === 'choice' ? { ready: true } : null;
    },
  });
  await until(() => told('form').length === 1);
  await turn();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keypress', 'keyup', 'submit']) {
    page.document.addEventListener(type, (/** @type {any} */ event) => heard.push(`${type} ${event.target.id}`));
  }
  one('#what').value = 'zq01typed';
}

/**
 * As a person does it.
 * @param {string} type @param {any} target @param {Record<string, unknown>} [init]
 * @returns {any} the event
 */
function does(type, target, init = {}) {
  const { PointerEvent, MouseEvent, KeyboardEvent } = page.window;
  const Kind = type.startsWith('key') ? KeyboardEvent : type.startsWith('pointer') || type === 'click' ? PointerEvent : MouseEvent;
  const event = new Kind(type, { bubbles: true, cancelable: true, composed: true, isPrimary: true, clientX: 7, clientY: 9, ...init });
  target.dispatchEvent(Object.assign(event, { personal: true }));
  return event;
}

/** @param {any} [target] */
function presses(target = one('#go')) {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) does(type, target);
}

/** @param {any} target @param {string} key @param {Record<string, unknown>} [how] */
function types(target, key, how) {
  const went = !does('keydown', target, { key, ...how }).defaultPrevented;
  if (went) does('keypress', target, { key, ...how });
  does('keyup', target, { key, ...how });
}

/** @param {string} words */
async function answers(words) {
  const now = page.window.performance.now();
  page.window.performance.now = () => now + 600;
  page.press(words);
  await turn();
}

const WHOLE = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

test('nothing of a press is heard before the person has answered, and then all of it once', async () => {
  await open();
  /** @type {any} */
  let click;
  page.document.addEventListener('click', (/** @type {any} */ event) => (click = event));
  presses(one('b'));
  assert.deepEqual([heard, isUp()], [[], true]);
  assert.deepEqual(told('submission').map(({ held, form }) => [held, form]), [[true, told('form')[0].form]]);
  await answers('Go on as it is');
  assert.deepEqual(heard.map((one) => one.split(' ')[0]), WHOLE);
  assert.deepEqual([click.target, click.clientX, click.clientY, click.isTrusted, isUp()], [one('b'), 7, 9, false, false]);
  assert.deepEqual(told('choice').map(({ choice, action }) => [choice, action]), [['as_it_is', '']]);
});

test('not now: nothing was heard, and the next press asks again', async () => {
  await open();
  presses();
  await answers('Not now');
  assert.deepEqual([heard, isUp(), one('#what').value], [[], false, 'zq01typed']);
  presses();
  assert.deepEqual([heard, isUp(), told('submission').length], [[], true, 2]);
});

test('without the companies it goes when they are left out', async () => {
  await open();
  presses();
  await answers('Go on without these companies');
  await until(() => heard.length === WHOLE.length);
});

test('a form’s own button sends the form by it, once', async () => {
  await open(FORM);
  presses();
  assert.deepEqual([heard, page.sent], [[], []]);
  await answers('Go on as it is');
  assert.deepEqual([heard.map((one) => one.split(' ')[0]), page.sent], [[...WHOLE, 'submit'], ['report']]);
  assert.deepEqual(told('submission').map(({ held }) => held), [true]);
  assert.equal(told('choice')[0].action, 'https://www.example.org/send');
});

test('two quick presses: one card, one arrival', async () => {
  await open(FORM);
  presses();
  presses();
  assert.equal(told('submission').length, 1);
  await answers('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

test('a form that goes by a press is not sent once more by the page at once', async () => {
  await open(FORM);
  presses();
  await answers('Go on as it is');
  one('form').requestSubmit();
  assert.deepEqual(page.sent, ['report']);
});

test('after the person went on, a second press goes untouched: a page may take no other', async () => {
  await open();
  presses();
  await answers('Go on as it is');
  heard.length = 0;
  presses();
  assert.deepEqual([heard.length, isUp()], [WHOLE.length, false]);
});

test('a press that is broken off asks nothing, and is not heard', async () => {
  await open();
  does('pointerdown', one('#go'));
  does('mousedown', one('#go'));
  does('pointerup', one('h1'));
  does('mouseup', one('h1'));
  does('click', one('main'));
  assert.deepEqual([heard, isUp()], [['click '], false]);
});

test('a touch that scrolls asks nothing', async () => {
  await open();
  does('pointerdown', one('#go'));
  does('pointercancel', one('#go'));
  assert.deepEqual([heard, isUp()], [[], false]);
});

test('a click alone, as helping programs make it, is a press', async () => {
  await open();
  does('click', one('#go'));
  assert.deepEqual([heard, isUp()], [[], true]);
});

test('the browser is left to do all but the last step: the focus moves', async () => {
  await open();
  const stopped = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => does(type, one('#go')).defaultPrevented);
  assert.deepEqual(stopped, [false, false, false, false, true]);
});

test('a page that keeps the focus where somebody writes still does', async () => {
  await open();
  one('#what').focus();
  page.document.addEventListener('mousedown', (/** @type {Event} */ event) => event.preventDefault());
  does('pointerdown', one('#go'));
  one('#go').focus();
  for (const type of ['mousedown', 'pointerup', 'mouseup', 'click']) does(type, one('#go'));
  await answers('Go on as it is');
  assert.equal(page.document.activeElement, one('#what'));
});

for (const [name, change] of /** @type {[string, () => void][]} */ ([
  ['drawn anew', () => one('#go').replaceWith(one('#go').cloneNode(true))],
  ['switched off', () => (one('#go').disabled = true)],
])) {
  test(`a form’s button that was ${name} meanwhile sends it`, async () => {
    await open(FORM);
    presses();
    change();
    await answers('Go on as it is');
    assert.deepEqual(page.sent, ['report']);
  });
}

test('a button that was drawn anew meanwhile is found again', async () => {
  await open();
  presses();
  one('#go').replaceWith(one('#go').cloneNode(true));
  await answers('Go on as it is');
  assert.deepEqual(heard, WHOLE.map((type) => `${type} go`));
});

test('where it is gone, the person is told that nothing was sent', async () => {
  await open();
  presses();
  one('#go').remove();
  await answers('Go on as it is');
  assert.deepEqual([heard, page.said().includes('Not sent: this page has changed.')], [[], true]);
});

test('Enter in a chat is held, and done again', async () => {
  await open(CHAT);
  types(one('#what'), 'Enter');
  assert.deepEqual([heard, isUp()], [[], true]);
  await answers('Go on as it is');
  assert.deepEqual(heard, ['keydown what', 'keypress what', 'keyup what']);
});

test('Enter that the page itself does not handle sends the form by its first button', async () => {
  await open(FORM);
  assert.equal(does('keydown', one('#what'), { key: 'Enter' }).defaultPrevented, true);
  await answers('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

test('Enter that the page itself handles does not', async () => {
  await open(FORM);
  page.document.addEventListener('keydown', (/** @type {Event} */ event) => event.preventDefault());
  types(one('#what'), 'Enter');
  await answers('Go on as it is');
  assert.deepEqual([page.sent, heard], [[], ['keydown what', 'keyup what']]);
});

for (const [name, how] of /** @type {[string, Record<string, unknown>][]} */ ([
  ['Shift', { shiftKey: true }],
  ['Ctrl', { ctrlKey: true }],
  ['a word that is being composed', { isComposing: true }],
])) {
  test(`Enter with ${name} is the page’s`, async () => {
    await open(CHAT);
    types(one('#what'), 'Enter', how);
    assert.deepEqual([heard.length, isUp()], [3, false]);
  });
}

test('a key on a button presses it; the press is held when the browser makes it', async () => {
  await open();
  assert.equal(does('keydown', one('#go'), { key: 'Enter' }).defaultPrevented, false);
  does('keypress', one('#go'), { key: 'Enter' });
  assert.equal(isUp(), false);
  does('click', one('#go'), { clientX: 0, clientY: 0 });
  does('keyup', one('#go'), { key: 'Enter' });
  assert.deepEqual([heard, isUp()], [[], true]);
  await answers('Go on as it is');
  assert.deepEqual(heard, ['keydown', 'keypress', 'click', 'keyup'].map((type) => `${type} go`));
});

for (const [name, learn] of /** @type {[string, () => void][]} */ ([
  ['a notice', () => (level = 'notice')],
  ['an answer in this visit', () => (more = { answered: true })],
  ['a visit that is paused', () => (more = { paused: true })],
  ['no app', () => (isLinked = false)],
])) {
  test(`with ${name} no press is held or replayed`, async () => {
    learn();
    await open();
    /** @type {boolean[]} */
    const personal = [];
    page.document.addEventListener('click', (/** @type {any} */ event) => personal.push(event.personal));
    presses();
    types(one('#what'), 'Enter');
    assert.deepEqual([heard.length, isUp(), personal], [8, false, [true]]);
  });
}

test('a link that goes down in the middle of a press lets the page hear all of it', async () => {
  await open();
  does('pointerdown', one('#go'));
  does('mousedown', one('#go'));
  page.hear({ kind: 'link', linked: false });
  for (const type of ['pointerup', 'mouseup', 'click']) does(type, one('#go'));
  assert.deepEqual([heard, isUp()], [WHOLE.map((type) => `${type} go`), false]);
});

test('an extension that was taken away holds nothing', async () => {
  await open();
  isOrphan = true;
  page.window.chrome.i18n.getMessage = () => {
    throw new Error('Extension context invalidated.');
  };
  presses();
  await turn();
  assert.deepEqual(heard, WHOLE.map((type) => `${type} go`));
  heard.length = 0;
  presses();
  assert.equal(heard.length, WHOLE.length);
});

test('a page that comes back with the card up is as before', async () => {
  await open();
  presses();
  page.window.dispatchEvent(Object.assign(new page.window.Event('pageshow'), { persisted: true }));
  assert.deepEqual([heard, isUp()], [[], false]);
  presses();
  assert.equal(isUp(), true);
});

test('an answer in the app’s own window counts', async () => {
  await open();
  presses();
  page.hear({ kind: 'choice_made', submission: told('submission')[0].submission, choice: 'as_it_is' });
  assert.deepEqual([heard.length, isUp()], [WHOLE.length, false]);
});

test('what it says is told before it is held', async () => {
  await open();
  presses();
  assert.deepEqual(told('pressed').map(({ words }) => words), ['Go']);
});

/** @param {string} go */
const withGo = (go) => GROUP.replace(/<button id="go".*<\/button>/, go);

test('Space on a link that acts as a button is held at once: the browser presses no link then', async () => {
  await open(withGo('<a id="go" role="button" href="#">Continue</a>'));
  assert.equal(does('keydown', one('#go'), { key: ' ' }).defaultPrevented, true);
  does('keyup', one('#go'), { key: ' ' });
  assert.deepEqual([heard, isUp()], [[], true]);
  await answers('Go on as it is');
  assert.deepEqual(heard, ['keydown go', 'keypress go', 'keyup go']);
});

test('Space on any other link scrolls the page', async () => {
  await open(withGo('<a id="go" href="#">Continue</a>'));
  types(one('#go'), ' ');
  assert.deepEqual([heard.length, isUp()], [3, false]);
});

test('Enter on such a link presses it', async () => {
  await open(withGo('<a id="go" role="button" href="#">Continue</a>'));
  assert.equal(does('keydown', one('#go'), { key: 'Enter' }).defaultPrevented, false);
  does('click', one('#go'), { clientX: 0, clientY: 0 });
  assert.deepEqual([heard, isUp()], [[], true]);
});

const OUTSIDE = `${GROUP.replace('Go</b>', 'Help</b>')}<p><button id="out">Send</button></p>`;

test('a button outside is held when something was typed, by whomever, in whichever of many fields', async () => {
  await open(OUTSIDE);
  presses(one('#out'));
  assert.equal(isUp(), false);
  for (let count = 0; count < 150; count += 1) {
    const other = one('body').appendChild(page.document.createElement('input'));
    other.dispatchEvent(new page.window.Event('input', { bubbles: true, composed: true }));
  }
  presses(one('#out'));
  assert.equal(isUp(), false);
  one('#what').dispatchEvent(new page.window.Event('input', { bubbles: true, composed: true }));
  presses(one('#out'));
  assert.equal(isUp(), true);
});

for (const type of ['pointerup', 'mouseup']) {
  test(`another button of the mouse is not a part of the press: ${type}`, async () => {
    await open();
    does('pointerdown', one('#go'));
    does(type, one('#go'), { button: 2 });
    assert.deepEqual(heard, [`${type} go`]);
  });
}

test('a press that ended elsewhere is over when the next one begins, with whichever button', async () => {
  await open();
  for (const type of ['pointerdown', 'mousedown']) does(type, one('#go'));
  does('pointerdown', one('h1'), { button: 2 });
  does('pointerup', one('h1'));
  assert.deepEqual(heard, ['pointerdown ', 'pointerup ']);
});

test('a second finger does not end it', async () => {
  await open();
  does('pointerdown', one('#go'));
  does('pointerdown', one('h1'), { isPrimary: false });
  for (const type of ['pointerup', 'click']) does(type, one('#go'));
  assert.deepEqual([heard, isUp()], [['pointerdown '], true]);
});
