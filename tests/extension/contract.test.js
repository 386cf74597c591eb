/** Both sides of the link read the same examples: tests/contract/. Here the extension's side does. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withoutQueryValues } from '../../extension/background/address.js';
import { followerOf } from '../../extension/background/from_app.js';
import * as handshake from '../../extension/background/handshake.js';
import { source } from './fake_chrome.js';

const FOLDER = new URL('../contract/', import.meta.url);
/** @param {string} name */
const read = (name) => (existsSync(new URL(name, FOLDER)) ? readFileSync(new URL(name, FOLDER), 'utf8') : '');
/** @param {string} name */
const messages = (name) => read(name).split('\n').filter(Boolean).map((line) => JSON.parse(line));

const example = JSON.parse(read('handshake.json') || 'null');
const [fromBrowser, toBrowser, addresses] = ['from_browser.jsonl', 'to_browser.jsonl', 'addresses.jsonl'].map(messages);
const skip = example && fromBrowser.length && toBrowser.length && addresses.length ? false : 'tests/contract/ has no examples here';

for (const { address, shown } of addresses) {
  test(`${address || 'nothing'} is shown as ${shown || 'nothing'}`, () => assert.equal(withoutQueryValues(address), shown));
}

const transcript = () => ({
  browser: example.browser,
  clientNonce: handshake.fromBase64(example.client_nonce),
  serverNonce: handshake.fromBase64(example.server_nonce),
  port: example.port,
  origin: example.origin,
});

test("the app's proof holds, for this exchange alone", { skip }, async () => {
  const secret = await handshake.secretOfCode(example.code);
  assert.equal(await handshake.appIsProved(secret, transcript(), example.app_proof), true);
  assert.equal(await handshake.appIsProved(secret, { ...transcript(), port: example.port + 1 }, example.app_proof), false);
});

test("the browser's proof is the one the app expects", { skip }, async () => {
  const secret = await handshake.secretOfCode(example.code);
  assert.deepEqual(JSON.parse(await handshake.proofMessage(secret, transcript())), { proof: example.browser_proof });
});

test('what is sealed for the app is sealed as the app opens it', { skip }, async () => {
  const cipher = await handshake.Cipher.make(await handshake.secretOfCode(example.code), transcript(), 'to app');
  for (const { message, sealed } of example.frames.to_app) {
    assert.equal(handshake.toBase64(new Uint8Array(await cipher.seal(message))), sealed);
  }
});

test('what the app sealed opens', { skip }, async () => {
  const cipher = await handshake.Cipher.make(await handshake.secretOfCode(example.code), transcript(), 'to browser');
  for (const { message, sealed } of example.frames.to_browser) {
    assert.equal(await cipher.open(handshake.fromBase64(sealed).buffer), message);
  }
});

test("the pinned id of Chromium's extension is the one its key gives", { skip }, async () => {
  const key = handshake.fromBase64(JSON.parse(source('manifest.json')).key);
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', key)).toString('hex').slice(0, 32);
  const id = digest.replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)] ?? '');
  assert.equal(example.origin, `chrome-extension://${id}`);
});

/** The messages that common/messages.js knows, by name. @param {string} typedef */
function known(typedef) {
  const text = source('common/messages.js').replace(/\n \*/g, ' ');
  const end = text.indexOf(`} ${typedef}`);
  return new Set([...text.slice(0, end).matchAll(/type: '(\w+)'/g)].map(([, name]) => name));
}

test('every message of the contract is one that the extension knows, and the other way round', { skip }, () => {
  const ofLink = ['hello', 'paired_ack'];
  const mine = new Set([...fromBrowser, ...toBrowser].map((message) => message.type));
  const all = new Set([...known('Instruction'), ...ofLink]);
  assert.deepEqual([...mine].sort(), [...all].sort());
});

test('every instruction of the contract is followed, and one that nobody knows is passed over', { skip }, () => {
  /** @type {any[]} */
  const done = [];
  const note = (/** @type {string} */ what) => (/** @type {any[]} */ ...args) => void done.push([what, ...args]);
  const page = { page: '', tab: 1, site: '' };
  const follow = followerOf(
    /** @type {any} */ ({
      pages: { named: (/** @type {string} */ name) => ({ ...page, page: name }), learnSite: note('site') },
      queue: { add: note('queue') },
      bodies: { take: () => ({ place: 'https://t.example/', raw: new Uint8Array([1, 2]) }) },
      notes: { learn: note('learn'), actions: () => new Set() },
      rules: { stopIn: () => false },
      whileAsked: { learned: () => {} },
      unacknowledged: { acknowledged: note('acknowledged') },
      words: { heard: note('words') },
      stands: note('standing'),
      fromStart: { follow: async () => note('start')() },
      flush: () => {},
      now: () => 0,
      toPage: note('page'),
      showPage: note('toolbar'),
    }),
  );
  const followed = toBrowser.map((message) => {
    done.length = 0;
    follow(message);
    return [message.type, done.map(([what]) => what).join(' ')];
  });
  assert.deepEqual(Object.fromEntries(followed), {
    welcome: '',
    please_update: '',
    paired: '',
    refused: '',
    verdict: 'site learn page toolbar',
    body_wanted: 'queue',
    choice_made: 'page',
    submission_seen: 'acknowledged',
    departed_words: 'page',
    page_words: 'words',
    standing: 'standing start',
    erased: 'words',
  });
  done.length = 0;
  follow(/** @type {any} */ ({ type: 'something_new' }));
  assert.deepEqual(done, []);
});
