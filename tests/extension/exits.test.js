import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

/** @param {string} html */
function opened(html) {
  const page = openPage(html, { upTo: 'exits.js' });
  const exits = page.inside('netcurtainExits');
  let left = 0;
  let pressed = 0;
  page.document.addEventListener('click', () => (pressed += 1));
  const root = page.document.createElement('div').attachShadow({ mode: 'closed' });
  root.innerHTML = '<button>Leave this page</button>';
  exits.watch(root, () => (left += 1));
  /** @param {string} key @param {boolean} [personal] */
  function press(key, personal = true) {
    for (const type of ['keydown', 'keyup']) {
      const event = new page.window.KeyboardEvent(type, { key, code: key, bubbles: true });
      page.document.body.dispatchEvent(Object.assign(event, { personal }));
    }
  }
  return { page, exits, press, left: () => left, pressed: () => pressed };
}

test('three Shifts leave a page that has no exit of its own', () => {
  const { press, left } = opened('<a href="/leave">Leave a comment</a><button>Exit code</button><button>Hide the table</button>');
  for (let time = 0; time < 3; time += 1) press('Shift');
  assert.equal(left(), 1);
});

test('what the page makes up leaves nothing', () => {
  const { press, left } = opened('');
  for (let time = 0; time < 3; time += 1) press('Shift', false);
  assert.equal(left(), 0);
});

test('once the card is answered nothing is left', () => {
  const { press, left, exits } = opened('');
  exits.end();
  for (let time = 0; time < 3; time += 1) press('Shift');
  assert.equal(left(), 0);
});

for (const html of [
  '<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="/x">Leave</a></div>',
  '<button>Exit this page</button>',
  '<a href="https://www.example.org">Leave this site</a>',
  '<a href="https://www.example.org">Quick exit</a>',
  '<button>Hide this page</button>',
  '<a href="/x">Gadael y dudalen hon</a>',
  '<button id="quick-exit">X</button>',
  '<div role="button">EXIT NOW</div>',
]) {
  test(`a page with an exit of its own is left to it: ${html}`, () => {
    const { press, left, pressed, exits } = opened(html);
    for (let time = 0; time < 3; time += 1) press('Shift');
    assert.equal(left(), 0);
    exits.pressAt({ clientX: 10, clientY: 10 });
    assert.equal(pressed(), 1);
  });
}

test('a press beside the exit, or where there is none, presses nothing', () => {
  const { exits, pressed } = opened('<button>Exit this page</button><button>Send</button>');
  exits.pressAt({ clientX: 900, clientY: 10 });
  assert.equal(pressed(), 0);
});

/** @type {[string, string][]} */
const BOXES = [
  ['the whole page', '<a href="/">Home</a><label>What <input></label><button>Send</button>'],
  ['what holds a field', '<div class="quick-exit-wrapper"><button>Send</button><label>What <input></label></div>'],
  ['what holds many buttons', '<div id="quick-exit-page"><a>A</a><a>B</a><button>C</button><button>Send</button></div>'],
];
for (const [name, html] of BOXES) {
  test(`${name} is no exit, whatever its name says`, () => {
    const { page, exits, press, left, pressed } = opened(html);
    if (name === 'the whole page') page.document.body.className = 'has-quick-exit';
    assert.equal([...page.document.querySelectorAll('button')].some((one) => exits.isExit(one)), false);
    exits.pressAt({ clientX: 10, clientY: 10 });
    assert.equal(pressed(), 0);
    for (let time = 0; time < 3; time += 1) press('Shift');
    assert.equal(left(), 1);
  });
}

test('an exit on such a page is pressed, and nothing around it', () => {
  const { page, exits, pressed } = opened('<a href="/">Home</a><div class="quick-exit"><a id="x">Now</a></div>');
  page.document.body.className = 'has-quick-exit';
  assert.equal(exits.isExit(page.document.querySelector('#x')), true);
  exits.pressAt({ clientX: 10, clientY: 10 });
  assert.equal(pressed(), 1);
});

test('of two buttons in a box of that name, none is pressed for the other', () => {
  const { exits, pressed } = opened('<div class="quick-exit"><button>What is this?</button><button>Now</button></div>');
  exits.pressAt({ clientX: 10, clientY: 10 });
  assert.equal(pressed(), 0);
});
