/** The options page, as a page of the extension. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { source, word } from './fake_chrome.js';
import { turn } from './waiting.js';

const CODE = 'ABCDE-FGHIJ-KLMNO-PQRST';
let openings = 0;
/** How the link stands, as the background says. @type {any} */
let link;
/** What comes of a code. */
let result = 'paired';
/** What the page asked of the background. @type {any[]} */
let asked;
/** What the page does again and again. @type {() => Promise<void>} */
let lookAgain;
/** Whether the background answers at all. */
let answers = true;

beforeEach(() => {
  link = { state: 'away', app: '', mode: 'desktop' };
  asked = [];
  answers = true;
});

async function open() {
  const { window } = new JSDOM(source('options/options.html'));
  const { document } = window;
  const chrome = {
    runtime: {
      sendMessage: async (/** @type {any} */ message) => {
        asked.push(message);
        if (!answers) throw new Error('nobody there');
        return message.kind === 'pair' ? { result } : link;
      },
    },
    storage: { local: { get: async (/** @type {any} */ standard) => standard } },
    i18n: { getMessage: word, getUILanguage: () => 'en' },
  };
  const setInterval = (/** @type {any} */ work) => void (lookAgain = work);
  Object.assign(globalThis, { document, chrome, setInterval });
  openings += 1;
  await import(`../../extension/options/options.js?opening=${openings}`);
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
  return {
    field,
    said: (/** @type {string} */ id) => field(id).textContent,
    /** @param {string} outcome */
    async join(outcome) {
      result = outcome;
      field('code').value = CODE;
      document.getElementById('form')?.dispatchEvent(new window.Event('submit', { cancelable: true }));
      await turn();
    },
  };
}

const standings = /** @type {[any, string][]} */ ([
  [{ state: 'up', app: '0.1.0', mode: 'desktop' }, 'This browser is connected to the Netcurtain app 0.1.0.'],
  [{ state: 'up', app: '0.1.0', mode: 'serve' }, 'This browser is connected to Netcurtain 0.1.0, which is running without a window.'],
  [{ state: 'up', app: 'x'.repeat(600), mode: 'desktop' }, `This browser is connected to the Netcurtain app ${'x'.repeat(40)}.`],
  [{ state: 'away' }, 'This browser knows the app, but the app is not running.'],
  [{ state: 'not_paired' }, ''],
  [{ state: 'removed' }, 'This browser was disconnected in the app. To connect it again, ask the app for a code.'],
  [{ state: 'not_known' }, 'The Netcurtain app that answered does not know this browser. If you removed it there, connect it again.'],
  [{ state: 'update_app' }, 'The Netcurtain app on this computer is too old for this browser. Please update the app.'],
  [{ state: 'update_extension' }, 'Netcurtain in this browser is too old for the app. Please update it here, in the browser.'],
]);
for (const [stands, sentence] of standings) {
  test(`it says how the link stands: ${stands.state}, ${stands.mode ?? ''} ${stands.app?.length ?? ''}`, async () => {
    link = stands;
    const page = await open();
    assert.equal(page.said('now'), sentence);
    assert.equal(page.said('said'), '');
    assert.equal(asked[0]?.again, false);
  });
}

test('a pairing that is ended while the page is open is said there', async () => {
  link = { state: 'up', app: '0.1.0', mode: 'desktop' };
  const page = await open();
  link = { state: 'connecting' };
  await lookAgain();
  assert.match(page.said('now') ?? '', /is connected/);
  link = { state: 'removed' };
  await lookAgain();
  assert.equal(page.said('now'), word('link_removed'));
  assert.equal(asked.at(-1)?.again, true);
});

const outcomes = /** @type {[string, string][]} */ ([
  ['paired', 'options_paired'],
  ['no_app', 'options_no_app'],
  ['wrong_code', 'options_wrong_code'],
  ['wait', 'options_wait'],
  ['update_app', 'link_update_app'],
  ['update_extension', 'link_update_extension'],
  ['failed', 'options_failed'],
  ['something new', 'options_failed'],
]);
for (const [outcome, name] of outcomes) {
  test(`what came of a code is said: ${outcome}`, async () => {
    const page = await open();
    await page.join(outcome);
    assert.equal(page.said('said'), word(name));
    assert.deepEqual(asked.find(({ kind }) => kind === 'pair'), { kind: 'pair', code: CODE, port: 27427 });
    assert.equal(page.field('code').value, outcome === 'paired' ? '' : CODE);
    assert.equal(page.field('pair').disabled, false);
  });
}

test('what came of a code is not said a second time as how the link stands', async () => {
  link = { state: 'not_paired' };
  const page = await open();
  link = { state: 'update_app' };
  await page.join('update_app');
  assert.deepEqual([page.said('now'), page.said('said')], ['', word('link_update_app')]);
});

test('the fifth try that did not work says that a code takes no more than five', async () => {
  const page = await open();
  for (let n = 1; n < 5; n += 1) {
    await page.join('wrong_code');
    assert.equal(page.said('said'), word('options_wrong_code'), `try ${n}`);
  }
  await page.join('no_app');
  await page.join('wrong_code');
  assert.equal(page.said('said'), word('options_too_many_tries'));
  await page.join('paired');
  await page.join('wrong_code');
  assert.equal(page.said('said'), word('options_wrong_code'));
});

test('a background that does not answer leaves a page that can try again', async () => {
  answers = false;
  const page = await open();
  await page.join('paired');
  assert.equal(page.said('said'), word('options_failed'));
  assert.equal(page.field('pair').disabled, false);
});

test('a port that is none is not dialled', async () => {
  const page = await open();
  page.field('port').value = '99999';
  await page.join('paired');
  assert.equal(asked.find(({ kind }) => kind === 'pair')?.port, 27427);
});
