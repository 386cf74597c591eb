/** The app's side of a websocket, for tests of the link: it proves itself, opens what is sealed for it, and says what a test wants said. */

import { createHmac, hkdfSync, randomBytes, webcrypto } from 'node:crypto';

export const PORT = 27427;
export const KEY = Buffer.alloc(32, 7);
/** As node says it: for a scheme that it does not know, "null". */
const { origin: ORIGIN } = new URL('chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/');

/** @param {Buffer} secret @param {string | Buffer} salt @param {string} purpose */
const derive = (secret, salt, purpose) => Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** @param {string} code */
export const secretOfCode = (code) => derive(Buffer.from(code.replaceAll('-', '')), 'netcurtain pairing code', 'secret');

export class FakeApp {
  /** @type {FakeSocket[]} */
  sockets = [];
  /** Messages from the browser, opened. @type {any[]} */
  heard = [];
  /** Whether anybody listens on the port. */
  running = true;
  secret = KEY;
  /** With which code it closes instead of its proof; 0 proves. */
  closesAtOpening = 0;
  /** With which code it closes instead of an answer to hello; 0 answers. */
  closesAtHello = 0;
  /** @type {any} the answer to hello */
  welcome = { type: 'welcome', version: 1, app: '0.1.0', run: 'run-1', mode: 'desktop' };
  /** @type {string} a key to hand out to a browser that used a code, base64 */
  newKey = '';

  /** The class that the extension's files find under the name WebSocket. */
  get WebSocket() {
    const app = this;
    return class extends FakeSocket {
      /** @param {string} url */
      constructor(url) {
        super(app, url);
      }
    };
  }

  /** @param {any} message */
  say(message) {
    return /** @type {FakeSocket} */ (this.sockets.at(-1)).say(message);
  }

  /** @param {string} type */
  all(type) {
    return this.heard.filter((message) => message.type === type);
  }

  /** Close the newest connection, and go on listening. @param {number} code */
  close(code) {
    this.sockets.at(-1)?.close(code);
  }

  /** Close what is open, and answer no more. */
  stop() {
    this.running = false;
    for (const socket of this.sockets) socket.close(1001);
  }
}

class FakeSocket {
  static OPEN = 1;
  readyState = 0;
  onopen = () => {};
  onmessage = (/** @type {{data: unknown}} */ _event) => {};
  onclose = (/** @type {{code: number}} */ _event) => {};
  #frames = 0;
  #counts = { in: 0n, out: 0n };
  #keys = /** @type {any} */ ({});
  #turn = Promise.resolve();

  /** @param {FakeApp} app @param {string} url */
  constructor(app, url) {
    this.app = app;
    this.url = url;
    app.sockets.push(this);
    setImmediate(() => {
      if (!app.running) {
        this.readyState = 3;
        this.onclose({ code: 1006 });
        return;
      }
      this.readyState = 1;
      this.onopen();
    });
  }

  /** @param {any} frame */
  send(frame) {
    this.#frames += 1;
    if (this.#frames === 1 && this.app.closesAtOpening) this.close(this.app.closesAtOpening);
    else if (this.#frames === 1) this.#prove(JSON.parse(frame));
    else if (this.#frames === 2) {
      if (this.app.newKey) void this.say({ type: 'paired', key: this.app.newKey });
    } else this.#turn = this.#turn.then(() => this.#hear(frame));
  }

  close(code = 1000) {
    if (this.readyState > 1) return;
    this.readyState = 3;
    setImmediate(() => this.onclose({ code }));
  }

  /** @param {{browser: string, nonce: string}} opening */
  #prove({ browser, nonce }) {
    const [client, server] = [Buffer.from(nonce, 'base64'), randomBytes(32)];
    const parts = ['1', browser, client, server, String(PORT), ORIGIN].map((part) => Buffer.from(/** @type {any} */ (part)));
    const transcript = Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length >> 8, part.length & 255]), part]));
    const proof = createHmac('sha256', derive(this.app.secret, 'netcurtain', 'proof')).update('S').update(transcript).digest('base64');
    const salt = Buffer.concat([client, server]);
    const key = (/** @type {string} */ direction) =>
      webcrypto.subtle.importKey('raw', derive(this.app.secret, salt, `frames ${direction}`), 'AES-GCM', false, ['encrypt', 'decrypt']);
    this.#keys = { in: key('to app'), out: key('to browser') };
    setImmediate(() => this.onmessage({ data: JSON.stringify({ nonce: server.toString('base64'), proof }) }));
  }

  /** @param {ArrayBuffer} frame */
  async #hear(frame) {
    const opened = await webcrypto.subtle.decrypt(this.#next('in'), await this.#keys.in, frame);
    const message = JSON.parse(new TextDecoder().decode(opened));
    this.app.heard.push(message);
    if (message.type !== 'hello') return;
    if (this.app.closesAtHello) this.close(this.app.closesAtHello);
    else await this.say(this.app.welcome);
  }

  /** @param {any} message */
  async say(message) {
    const how = this.#next('out');
    const data = await webcrypto.subtle.encrypt(how, await this.#keys.out, new TextEncoder().encode(JSON.stringify(message)));
    this.onmessage({ data });
  }

  /** @param {'in' | 'out'} way */
  #next(way) {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setBigUint64(4, this.#counts[way]);
    this.#counts[way] += 1n;
    return { name: 'AES-GCM', iv };
  }
}

/** IndexedDB with one thing in it. */
export class FakeStore {
  /** @type {any} */
  kept;
  /** Whether everything that is asked of it fails. */
  broken = false;

  get indexedDB() {
    const answered = (/** @type {unknown} */ result) => {
      const request = { result, error: new Error('broken'), onsuccess: () => {}, onerror: () => {} };
      setImmediate(() => (this.broken ? request.onerror() : request.onsuccess()));
      return request;
    };
    const store = { get: () => answered(this.kept), put: (/** @type {any} */ pairing) => answered(void (this.kept = pairing)) };
    return { open: () => answered({ transaction: () => ({ objectStore: () => store }), close: () => {} }) };
  }
}
