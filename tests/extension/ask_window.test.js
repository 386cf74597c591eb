import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakePort } from './fake_chrome.js';
import { turn } from './waiting.js';

const { AskWindows } = await import('../../extension/background/ask_window.js');
/** @type {any[]} */
let created;
/** @type {number[]} */
let removed;
/** @type {number[]} */
let raised;
let refuses = false;
/** @type {InstanceType<typeof AskWindows>} */
let windows;

beforeEach(() => {
  [created, removed, raised, refuses] = [[], [], [], false];
  const chrome = {
    webRequest: {},
    runtime: { id: 'ours', getURL: (/** @type {string} */ path) => `ours://${path}` },
    windows: {
      async create(/** @type {any} */ how) {
        if (refuses) throw new Error('no');
        created.push(how);
        return { id: 40 + created.length };
      },
      remove: async (/** @type {number} */ id) => void removed.push(id),
      update: async (/** @type {number} */ id) => void raised.push(id),
    },
  };
  Object.assign(globalThis, { chrome });
  let names = 0;
  windows = new AskWindows(() => `name-${(names += 1)}`);
});
/** @param {any} [sender] */
async function ask(sender = { id: 'ours', tab: { id: 7 }, frameId: 0 }) {
  const card = new FakePort('ask_outside', sender);
  windows.ask(/** @type {any} */ (card));
  await turn();
  return card;
}

test('a small window asks, and says which card it is for and nothing else', async () => {
  await ask();
  assert.deepEqual(created, [{ url: 'ours://ask/ask.html#name-1', type: 'popup', width: 480, height: 400 }]);
});

test('the card hears what is answered there, and the window goes', async () => {
  const card = await ask();
  windows.answered({ name: 'name-1', choice: 'as_it_is' });
  assert.deepEqual([card.said, removed], [[{ choice: 'as_it_is' }], [41]]);
  windows.answered({ name: 'name-1', choice: 'as_it_is' });
  windows.closed(41);
  assert.equal(card.said.length, 1);
});

test('closed without an answer, or never opened: the card hears that there is none', async () => {
  const closed = await ask();
  windows.closed(99);
  windows.closed(41);
  assert.deepEqual(closed.said, [{ choice: null }]);
  refuses = true;
  assert.deepEqual((await ask()).said, [{ choice: null }]);
});

test('a card that is gone takes its window along, also one that is only about to open', async () => {
  (await ask()).end();
  assert.deepEqual(removed, [41]);
  const card = new FakePort('ask_outside', { id: 'ours', tab: { id: 7 } });
  windows.ask(/** @type {any} */ (card));
  card.end();
  await turn();
  assert.deepEqual(removed, [41, 42]);
});

test('it comes to the front when the person presses again', async () => {
  const card = await ask();
  card.hear({ kind: 'again' });
  card.hear({ kind: 'else' });
  assert.deepEqual(raised, [41]);
});

test('an answer that is none, or for nobody, is passed over', async () => {
  const card = await ask();
  windows.answered({ name: 'name-1', choice: 'leave' });
  windows.answered({ name: 'name-9', choice: 'as_it_is' });
  assert.deepEqual(card.said, []);
});

for (const [who, sender] of [['another extension', { id: 'theirs', tab: { id: 7 } }], ['a page of ours', { id: 'ours' }]]) {
  test(`${who} opens no window`, async () => {
    assert.equal((await ask(sender)).isOpen, false);
    assert.deepEqual(created, []);
  });
}

const PRIVATE = { id: 'ours', tab: { id: 7, incognito: true }, frameId: 0 };

test("a private window's question never opens a window beside it: the card hears that nobody can be asked", async () => {
  const card = await ask(PRIVATE);
  assert.deepEqual([created, card.said], [[], [{ choice: null }]]);
});

test('in Firefox, where a page of ours can be in a private window, it opens in one', async () => {
  Object.assign(/** @type {any} */ (globalThis).chrome.webRequest, { filterResponseData() {} });
  const card = await ask(PRIVATE);
  assert.deepEqual([created.map(({ incognito }) => incognito), card.said], [[true], []]);
});
