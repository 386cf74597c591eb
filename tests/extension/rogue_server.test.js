/** Another program may sit on the app's port. It is asked to prove itself, and learns nothing of any page. */

import assert from 'node:assert/strict';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import { turn, until } from './waiting.js';

const PORT = 27427;
const KEY = Buffer.alloc(32, 7);
const PAGE = { type: 'page', page: 'p1', tab: 1, url: 'https://www.example.org/report', private: false, time: 1 };

/** @type {(opening: any) => unknown[]} what sits on the port: the frames it answers to the opening */
let onThePort = () => [];
/** @type {FakeSocket[]} */
let sockets = [];
let helloes = 0;
/** @type {any} */
let stored;

class FakeSocket {
  static OPEN = 1;
  readyState = 0;
  /** @type {any[]} */
  sent = [];
  onopen = () => {};
  onmessage = (/** @type {{data: unknown}} */ _event) => {};
  onclose = (/** @type {{code: number}} */ _event) => {};

  /** @param {string} url */
  constructor(url) {
    this.url = url;
    sockets.push(this);
    setImmediate(() => {
      this.readyState = 1;
      this.onopen();
    });
  }

  /** @param {any} frame */
  send(frame) {
    this.sent.push(frame);
    if (this.sent.length > 1) return;
    const frames = onThePort(JSON.parse(frame));
    setImmediate(() => {
      for (const data of frames) this.onmessage({ data });
      if (!frames.length) this.#end();
    });
  }

  close() {
    if (this.readyState < 2) setImmediate(() => this.#end());
    this.readyState = 2;
  }

  #end() {
    this.readyState = 3;
    this.onclose({ code: 1006 });
  }
}

/** @param {unknown} result a request to IndexedDB that is answered at once */
function answered(result) {
  const request = { result, onsuccess: () => {}, onerror: () => {} };
  setImmediate(() => request.onsuccess());
  return request;
}

const store = { get: () => answered(stored), put: (/** @type {unknown} */ kept) => answered(void (stored = kept)) };
Object.assign(globalThis, {
  WebSocket: FakeSocket,
  indexedDB: { open: () => answered({ transaction: () => ({ objectStore: () => store }), close: () => {} }) },
  chrome: {
    runtime: { getURL: (/** @type {string} */ path) => `chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/${path}` },
    storage: { local: { get: async () => ({ port: PORT }), set: async () => {} } },
  },
});
const { Link } = await import('../../extension/background/link.js');
const { secretFrom } = await import('../../extension/background/handshake.js');
const ORIGIN = new URL(chrome.runtime.getURL('')).origin;

const newLink = () =>
  new Link({
    hello: () => {
      helloes += 1;
      return { extension: '0.1.0', open_pages: ['p1'] };
    },
    welcomed: () => {},
    instructed: () => {},
    changed: () => {},
  });

/**
 * The app's proof, written a second time from docs/PROTOCOL.md.
 * @param {Buffer} key
 * @param {{browser: string, nonce: string}} opening
 * @param {{serverNonce?: Buffer, port?: number, side?: string}} [as]
 */
function answerOf(key, opening, { serverNonce = randomBytes(32), port = PORT, side = 'S' } = {}) {
  const said = ['1', opening.browser, Buffer.from(opening.nonce, 'base64'), serverNonce, String(port), ORIGIN];
  const parts = said.map((part) => Buffer.from(/** @type {any} */ (part)));
  const transcript = Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length >> 8, part.length & 255]), part]));
  const proofKey = Buffer.from(hkdfSync('sha256', key, 'netcurtain', 'proof', 32));
  const proof = createHmac('sha256', proofKey).update(side).update(transcript).digest('base64');
  return JSON.stringify({ nonce: serverNonce.toString('base64'), proof });
}

beforeEach(async () => {
  sockets = [];
  helloes = 0;
  stored = { browser: 'browser-1', secret: await secretFrom(new Uint8Array(KEY)) };
});

const ANOTHER_NONCE = randomBytes(32).toString('base64');
/** @type {Record<string, (opening: any) => unknown[]>} */
const rogues = {
  'goes away': () => [],
  'says welcome at once': () => ['{"type": "welcome", "version": 1, "app": "0.1.0", "run": "r", "mode": "desktop"}'],
  'sends the opening back': (opening) => [JSON.stringify(opening)],
  'makes up a proof': () => [JSON.stringify({ nonce: randomBytes(32).toString('base64'), proof: randomBytes(32).toString('base64') })],
  'gives an empty proof': () => [JSON.stringify({ nonce: randomBytes(32).toString('base64'), proof: '' })],
  'proves another key': (opening) => [answerOf(randomBytes(32), opening)],
  'relays the app of another port': (opening) => [answerOf(KEY, opening, { port: PORT + 1 })],
  'repeats what the app said to another connection': (opening) => [answerOf(KEY, { ...opening, nonce: ANOTHER_NONCE })],
  "gives the browser's side of the proof": (opening) => [answerOf(KEY, opening, { side: 'C' })],
  'repeats a number of its own choice that is short': (opening) => [answerOf(KEY, opening, { serverNonce: Buffer.alloc(1) })],
  'sends bytes': () => [randomBytes(64).buffer],
  'sends no JSON': () => ['<html>'],
};

for (const [name, rogue] of Object.entries(rogues)) {
  test(`a program on the port that ${name} learns no more than a number and the browser's id`, async () => {
    onThePort = rogue;
    const kept = stored;
    const link = newLink();
    await link.connect();
    link.send(/** @type {any} */ (PAGE));
    await turn();
    assert.ok(['away', 'not_known'].includes(link.state), link.state);
    assert.equal(stored, kept);
    assert.equal(helloes, 0);
    assert.equal(sockets.length, 1);
    assert.equal(sockets[0]?.url, `ws://127.0.0.1:${PORT}`);
    assert.equal(sockets[0]?.sent.length, 1);
    assert.deepEqual(Object.keys(JSON.parse(sockets[0]?.sent[0])), ['v', 'browser', 'nonce']);
    assert.ok((sockets[0]?.readyState ?? 0) > 1, 'the socket is closed');
  });
}

/** `NETCURTAIN_HANDSHAKES=1` tries ten thousand. */
const CHANGED = process.env['NETCURTAIN_HANDSHAKES'] ? 10_000 : 300;

/** What an answer says, however it is written. @param {string} answer */
function saidBy(answer) {
  try {
    const { nonce, proof } = JSON.parse(answer);
    return `${atob(String(nonce))} ${atob(String(proof))}`;
  } catch {
    return '';
  }
}

/** The app's own answer with a few letters changed, left out or put in, so that it says something else. @param {string} answer */
function changed(answer) {
  const letters = '{}":,=+/ \\Aa0\u0000é';
  const pick = (/** @type {number} */ most) => Math.floor(Math.random() * most);
  for (;;) {
    const text = [...answer];
    for (let times = 1 + pick(3); times > 0; times -= 1) {
      const letter = Math.random() < 0.3 ? letters[pick(letters.length)] : answer[pick(answer.length)];
      text.splice(pick(text.length), pick(3), ...(Math.random() < 0.7 ? [letter ?? ''] : []));
    }
    const other = text.join('');
    if (saidBy(other) !== saidBy(answer)) return other;
  }
}

test(`the app's own answer, changed on its way, is not taken for the app: ${CHANGED} times`, async () => {
  onThePort = (opening) => [changed(answerOf(KEY, opening))];
  for (let n = 0; n < CHANGED; n += 1) {
    sockets = [];
    const link = newLink();
    await link.connect();
    link.send(/** @type {any} */ (PAGE));
    assert.ok(['away', 'not_known'].includes(link.state), link.state);
    assert.equal(sockets[0]?.sent.length, 1);
  }
  await turn();
  assert.equal(helloes, 0);
});

test('a rogue is no better off when the person types a code', async () => {
  onThePort = (opening) => [answerOf(KEY, opening)];
  assert.equal(await newLink().pair('ABCDE-FGHIJ-KLMNO-PQRST', PORT), 'wrong_code');
  assert.equal(sockets[0]?.sent.length, 1);
  assert.equal(helloes, 0);
});

test('each attempt opens with a number of its own', async () => {
  onThePort = () => [];
  const link = newLink();
  await link.connect();
  await link.connect();
  const [first, second] = sockets.map((socket) => JSON.parse(socket.sent[0]).nonce);
  assert.notEqual(first, second);
});

test('the app that does know the key gets the browser’s proof, then a sealed hello', async () => {
  onThePort = (opening) => [answerOf(KEY, opening)];
  const link = newLink();
  void link.connect();
  await until(() => sockets[0]?.sent.length === 3);
  assert.deepEqual(Object.keys(JSON.parse(sockets[0]?.sent[1])), ['proof']);
  assert.ok(sockets[0]?.sent[2] instanceof ArrayBuffer);
  assert.equal(helloes, 1);
  sockets[0]?.close();
  await link.settled;
});
