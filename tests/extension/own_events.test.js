import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';

/** @type {any} */
let page;
/** @type {HTMLElement} */
let host;
/** @type {any} */
let root;
/** @type {string[]} */
let heard;
/** @type {string[]} */
let pressed;

beforeEach(() => {
  page = openPage('<button>Send</button>', { upTo: 'own_events.js' });
  heard = [];
  pressed = [];
  host = page.document.documentElement.appendChild(page.document.createElement('div'));
  root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<button id="first">First</button><button id="second">Second</button>';
  // What lies at a place: the first up to 100, the second from there on.
  root.elementFromPoint = (/** @type {number} */ x) => root.getElementById(x < 100 ? 'first' : 'second');
  page.inside('netcurtainOwnEvents').keep({ host, root, pressed: (/** @type {Element} */ at) => pressed.push(at.id) });
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'keypress', 'keyup']) {
    page.window.addEventListener(type, (/** @type {any} */ event) => heard.push(event.key ? `${type} ${event.key}` : type), true);
  }
});

/** @param {string} type @param {Record<string, unknown>} [how] */
function act(type, { at = root.getElementById('first'), personal = true, ...how } = {}) {
  const kind = 'key' in how ? page.window.KeyboardEvent : page.window.MouseEvent;
  at.dispatchEvent(Object.assign(new kind(type, { bubbles: true, composed: true, ...how }), { personal }));
}

test('the page hears nothing of a press on the card, and the card does', () => {
  for (const type of ['pointerdown', 'mousedown', 'click']) act(type, { clientX: 50, detail: 1 });
  assert.deepEqual([heard, pressed], [[], ['first']]);
});

test('a press on the page is the page\'s', () => {
  const at = page.document.querySelector('button');
  for (const type of ['pointerdown', 'click']) act(type, { at, clientX: 50, detail: 1 });
  assert.deepEqual([heard, pressed], [['pointerdown', 'click'], []]);
});

test('a key presses what has the focus', () => {
  root.getElementById('second').focus();
  act('click', { clientX: 50, detail: 0 });
  assert.deepEqual([heard, pressed], [[], ['second']]);
});

test('from one button to another is no press, and the next one is', () => {
  act('pointerdown', { clientX: 50, detail: 1 });
  act('click', { clientX: 150, detail: 1 });
  assert.deepEqual(pressed, []);
  act('pointerdown', { clientX: 150, detail: 1 });
  act('click', { clientX: 150, detail: 1 });
  assert.deepEqual(pressed, ['second']);
});

test('what the page makes up presses nothing', () => {
  act('click', { clientX: 50, detail: 1, personal: false });
  assert.deepEqual(pressed, []);
});

test('the page hears Esc and Shift alone, and no other key', () => {
  for (const key of ['Tab', 'Enter', ' ', 'Escape', 'Shift']) for (const type of ['keydown', 'keyup']) act(type, { key });
  assert.deepEqual(heard, ['keydown Escape', 'keyup Escape', 'keydown Shift', 'keyup Shift']);
});

test('Shift with Tab, to go back, is no Shift to a site that counts them', () => {
  for (const [type, key] of [['keydown', 'Shift'], ['keydown', 'Tab'], ['keyup', 'Tab'], ['keyup', 'Shift']]) act(String(type), { key });
  assert.deepEqual(heard, ['keydown Shift']);
});

test('once the card is gone all is the page\'s', () => {
  page.inside('netcurtainOwnEvents').letGo();
  act('click', { clientX: 50, detail: 1 });
  assert.deepEqual([heard, pressed], [['click'], []]);
});

for (const key of ['Enter', ' ']) {
  test(`the key that answered the card is not heard by the page when it comes up: “${key}”`, () => {
    const at = page.document.querySelector('button');
    act('keydown', { key });
    page.inside('netcurtainOwnEvents').letGo();
    act('keydown', { at, key, repeat: true });
    act('keypress', { at, key });
    act('keyup', { at, key });
    assert.deepEqual(heard, []);
    for (const type of ['keydown', 'keyup']) act(type, { at, key });
    assert.deepEqual(heard, [`keydown ${key}`, `keyup ${key}`]);
  });
}

test('what the page makes up is the page\'s, and another key as well', () => {
  const at = page.document.querySelector('button');
  act('keydown', { key: 'Enter' });
  page.inside('netcurtainOwnEvents').letGo();
  act('keyup', { at, key: 'Enter', personal: false });
  act('keydown', { at, key: 'a' });
  act('keyup', { at, key: 'Enter' });
  assert.deepEqual(heard, ['keyup Enter', 'keydown a', 'keyup Enter']);
});

test('a key that came up on the card is over', () => {
  const at = page.document.querySelector('button');
  for (const type of ['keydown', 'keyup']) act(type, { key: 'Enter' });
  act('keyup', { at, key: 'Enter' });
  assert.deepEqual(heard, ['keyup Enter']);
});
