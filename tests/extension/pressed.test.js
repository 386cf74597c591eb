/** The words on what is pressed are told, so that they may be quoted when a tracker was told them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

/** @param {any} page @returns {string[]} */
const pressed = (page) => page.told.flatMap((/** @type {any} */ message) => (message.kind === 'pressed' ? [message.words] : []));

/** @param {any} page @param {string} selector @param {{type?: string, key?: string, personal?: boolean}} [how] */
function press(page, selector, { type = 'pointerdown', key = '', personal = true } = {}) {
  const event = Object.assign(new page.window.Event(type, { bubbles: true, composed: true }), { personal, key });
  page.document.querySelector(selector).dispatchEvent(event);
}

for (const [what, html] of [
  ['a button outside of any form', '<button id="go"><span>Report  it</span></button>'],
  ['a link', '<a id="go" href="/report">Report it</a>'],
  ['something that acts as a button', '<div id="go" role="button">Report it</div>'],
  ['an input', '<input id="go" type="submit" value="Report it">'],
  ['a picture', '<button id="go" aria-label="Report it"><img alt=""></button>'],
]) {
  test(`${what} says what it says`, () => {
    const page = openPage(html);
    press(page, '#go');
    assert.deepEqual(pressed(page), ['Report it']);
  });
}

test('what is inside a button is the button', () => {
  const page = openPage('<button><b id="inside">Report</b> it</button>');
  press(page, '#inside');
  assert.deepEqual(pressed(page), ['Report it']);
});

test('the keyboard presses too, with the two keys that do', () => {
  const page = openPage('<button id="go">Report it</button>');
  press(page, '#go', { type: 'keydown', key: 'a' });
  assert.deepEqual(pressed(page), []);
  press(page, '#go', { type: 'keydown', key: 'Enter' });
  assert.deepEqual(pressed(page), ['Report it']);
});

test('a press that the page makes up tells nothing', () => {
  const page = openPage('<button id="go">Report it</button>');
  press(page, '#go', { personal: false });
  assert.deepEqual(pressed(page), []);
});

test('a press beside every button tells nothing', () => {
  const page = openPage('<p id="go">Report it</p>');
  press(page, '#go');
  assert.deepEqual(pressed(page), []);
});

test('a button that repeats what was typed tells nothing', () => {
  const page = openPage('<textarea id="what"></textarea><p></p>');
  page.document.querySelector('#what').value = 'it was my uncle';
  page.document.querySelector('p').outerHTML = '<button id="go">Search for it was my uncle</button>';
  press(page, '#go');
  assert.deepEqual(pressed(page), []);
});

test('the same words are told once, and again to an app that is new', () => {
  const page = openPage('<button id="go">Report it</button>');
  press(page, '#go');
  press(page, '#go');
  page.hear({ kind: 'describe' });
  assert.deepEqual(pressed(page), ['Report it', 'Report it']);
});

test('one page says a hundred different words at most', () => {
  const page = openPage(Array.from({ length: 120 }, (_, n) => `<button id="go${n}">Number ${n}</button>`).join(''));
  for (let n = 0; n < 120; n += 1) press(page, `#go${n}`);
  assert.equal(pressed(page).length, 100);
});
