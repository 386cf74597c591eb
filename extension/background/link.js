/**
 * The link to the app: one websocket to 127.0.0.1, proof before anything else, then sealed messages in order, both ways.
 *
 * @typedef {import('../common/messages.js').Instruction} Instruction
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {import('./keys.js').Pairing} Pairing
 * @typedef {'not_paired' | 'removed' | 'away' | 'not_known' | 'connecting' | 'up' | 'update_app' | 'update_extension'} LinkState
 *   `removed`: the app has ended the pairing; `not_known`: what answers on the port cannot prove that it knows this browser
 * @typedef {'paired' | 'no_app' | 'wrong_code' | 'wait' | 'update_app' | 'update_extension' | 'failed'} PairingResult
 * @typedef {Extract<Instruction, {type: 'welcome'}>} Welcome
 */

import { Cipher, appIsProved, fromBase64, openingMessage, proofMessage, secretFrom, secretOfCode } from './handshake.js';
import { loadPairing, loadPort, removePairing, savePairing, savePort } from './keys.js';

const PROTOCOL = { oldest: 1, newest: 1 };
/** Chromium itself makes a socket wait up to 5 s after many that failed. */
const OPENING_MS = 8000;
const PROOF_MS = 3000;
/** Bytes that the app has not taken yet. */
const MAX_UNSENT = 4 * 1024 * 1024;
const CLOSED = { notProved: 4001, wait: 4004, revoked: 4007 };

/**
 * Texts are cut, and pages write half characters, which JSON writes as numbers: no JSON reader need take those. They are rare, and looking
 * at every text for them would take longer than all the rest.
 */
const HALF = /\\ud[89a-f]/;
const whole = (/** @type {string} */ _, /** @type {unknown} */ value) => (typeof value === 'string' ? value.toWellFormed() : value);

/** @param {unknown} message @returns {string} */
function textOf(message) {
  const text = JSON.stringify(message);
  return HALF.test(text) ? JSON.stringify(message, whole) : text;
}

class NotProved extends Error {}

export class Link {
  /** @type {LinkState} */
  state = 'away';
  /** Ends when the attempt that is under way is decided. @type {Promise<void>} */
  settled = Promise.resolve();
  /** The version of the app that was last here. */
  app = '';
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {Cipher | null} */
  #outward = null;
  /** @type {Promise<unknown>} */
  #sending = Promise.resolve();

  /**
   * @param {{hello: () => Record<string, unknown>, welcomed: (welcome: Welcome, joined: boolean) => void,
   *   instructed: (instruction: Instruction) => void, changed: (state: LinkState) => void}} listeners `welcomed` comes just before "up";
   *   `joined`: as a browser that the app has never met
   */
  constructor(listeners) {
    this.listeners = listeners;
  }

  get up() {
    return this.state === 'up';
  }

  /** Whether so much is on its way that more had better wait in the queue, which joins what is alike. */
  get crowded() {
    return (this.#socket?.bufferedAmount ?? 0) > MAX_UNSENT;
  }

  /** Connect with the stored key, unless that is done or under way. */
  connect() {
    if (this.state === 'up' || this.state === 'connecting') return this.settled;
    this.#become('connecting');
    this.settled = this.settled.then(() => this.#attempt(null)).then(() => undefined);
    return this.settled;
  }

  /**
   * Pair with a code that the app shows.
   * @param {string} code
   * @param {number} port
   * @returns {Promise<PairingResult>}
   */
  async pair(code, port) {
    await this.settled;
    const before = this.#socket;
    this.#socket = this.#outward = null;
    before?.close();
    this.#become('connecting');
    const attempt = this.#attempt({ code, port });
    this.settled = attempt.then(() => undefined);
    return attempt;
  }

  /**
   * Send a message; only while the link is up. Messages keep their order.
   * @param {Observation} observation
   */
  send(observation) {
    this.#seal(observation);
  }

  /**
   * Never fails: whatever goes wrong ends in a state that `connect` can go on from.
   * @param {{code: string, port: number} | null} joining given for a pairing by code; otherwise the stored key is used
   * @returns {Promise<PairingResult>}
   */
  async #attempt(joining) {
    // Where the key cannot be read there may well be one: then it is tried again.
    /** @type {LinkState} */
    let otherwise = 'away';
    let proved = false;
    /** @type {WebSocket | undefined} */
    let socket;
    /** @type {Frames | undefined} */
    let frames;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let patience;
    const giveUp = () => socket?.close();
    try {
      const stored = await loadPairing();
      if (!stored.pairing) otherwise = stored.removed ? 'removed' : 'not_paired';
      const pairing = joining ? { browser: crypto.randomUUID(), secret: await secretOfCode(joining.code) } : stored.pairing;
      if (!pairing) {
        this.#become(otherwise);
        return 'failed';
      }
      const port = joining?.port ?? (await loadPort());
      socket = new WebSocket(`ws://127.0.0.1:${port}`);
      socket.binaryType = 'arraybuffer';
      frames = new Frames(socket);
      patience = setTimeout(giveUp, OPENING_MS);
      await frames.opened;
      clearTimeout(patience);
      patience = setTimeout(giveUp, PROOF_MS);
      const inward = await this.#prove(socket, frames, pairing, port);
      proved = true;
      if (joining) {
        await this.#takeNewKey(frames, inward, pairing.browser);
        otherwise = 'away';
        await savePort(port);
        this.#seal({ type: 'paired_ack' });
      }
      this.#socket = socket;
      this.#seal({ type: 'hello', ...PROTOCOL, ...this.listeners.hello() });
      const welcome = /** @type {Instruction} */ (JSON.parse(await inward.open(await frames.next())));
      if (welcome.type === 'please_update') {
        socket.close();
        const older = welcome.side === 'app' ? 'update_app' : 'update_extension';
        this.#become(older);
        return older;
      }
      if (welcome.type !== 'welcome') throw new NotProved();
      this.app = String(welcome.app);
      this.listeners.welcomed(welcome, Boolean(joining));
      this.#become('up');
      void this.#listen(frames, inward);
      return 'paired';
    } catch (error) {
      socket?.close();
      if (joining || !frames) this.#become(otherwise);
      else if (proved) await this.#ended(frames);
      else this.#become(error instanceof NotProved ? 'not_known' : otherwise);
      if (error instanceof NotProved || frames?.closeCode === CLOSED.notProved) return 'wrong_code';
      if (frames?.closeCode === CLOSED.wait) return 'wait';
      return !frames || frames.wasOpen ? 'failed' : 'no_app';
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * @param {WebSocket} socket
   * @param {Frames} frames
   * @param {Pairing} pairing
   * @param {number} port
   * @returns {Promise<Cipher>} what opens the app's frames
   */
  async #prove(socket, frames, { browser, secret }, port) {
    const clientNonce = crypto.getRandomValues(new Uint8Array(32));
    socket.send(openingMessage({ browser, clientNonce }));
    const answer = JSON.parse(await frames.nextText());
    const { origin } = new URL(chrome.runtime.getURL(''));
    const transcript = { browser, clientNonce, serverNonce: fromBase64(String(answer.nonce)), port, origin };
    if (transcript.serverNonce.length !== 32 || !(await appIsProved(secret, transcript, String(answer.proof)))) throw new NotProved();
    socket.send(await proofMessage(secret, transcript));
    this.#outward = await Cipher.make(secret, transcript, 'to app');
    this.#socket = socket;
    return Cipher.make(secret, transcript, 'to browser');
  }

  /**
   * @param {Frames} frames
   * @param {Cipher} inward
   * @param {string} browser
   */
  async #takeNewKey(frames, inward, browser) {
    const paired = JSON.parse(await inward.open(await frames.next()));
    if (paired.type !== 'paired') throw new NotProved();
    await savePairing({ browser, secret: await secretFrom(fromBase64(paired.key)) });
  }

  /**
   * @param {Frames} frames
   * @param {Cipher} inward
   */
  async #listen(frames, inward) {
    const mine = this.#socket;
    try {
      for (;;) {
        const instruction = JSON.parse(await inward.open(await frames.next()));
        try {
          this.listeners.instructed(instruction);
        } catch (error) {
          console.error('an instruction could not be followed:', instruction.type, error instanceof Error ? error.name : '');
        }
      }
    } catch {
      mine?.close();
      if (this.#socket === mine) this.settled = this.#ended(frames);
    }
  }

  /**
   * A connection is over on which the app had proved itself with our key. Only there does its word count that the pairing is ended: any
   * program that sits on the port could say so.
   * @param {Frames} frames
   */
  async #ended(frames) {
    this.#socket = this.#outward = null;
    if (frames.closeCode !== CLOSED.revoked) {
      this.#become('away');
      return;
    }
    // Before anything is waited for: nobody may take it to be up.
    this.#become('removed');
    await removePairing().catch(() => undefined);
  }

  /** @param {Observation | {type: 'hello' | 'paired_ack'}} message */
  #seal(message) {
    const [socket, cipher] = [this.#socket, this.#outward];
    this.#sending = this.#sending
      .then(async () => {
        if (!socket || !cipher || socket.readyState !== WebSocket.OPEN) return;
        socket.send(await cipher.seal(textOf(message)));
      })
      .catch(() => socket?.close());
  }

  /** @param {LinkState} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.listeners.changed(state);
  }
}

/** The frames of a socket, one at a time and in order. */
class Frames {
  /** @type {(string | ArrayBuffer)[]} */
  #waiting = [];
  /** @type {{resolve: (frame: any) => void, reject: (why: Error) => void} | null} */
  #reader = null;
  wasOpen = false;
  closeCode = 0;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.opened = new Promise((resolve, reject) => {
      socket.onopen = () => {
        this.wasOpen = true;
        resolve(undefined);
      };
      socket.onclose = (event) => {
        this.closeCode = event.code || 1006;
        reject(new Error('closed'));
        this.#reader?.reject(new Error('closed'));
      };
    });
    socket.onmessage = (event) => {
      if (this.#reader) this.#reader.resolve(event.data);
      else this.#waiting.push(event.data);
      this.#reader = null;
    };
  }

  /** @returns {Promise<ArrayBuffer>} */
  async next() {
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) return /** @type {ArrayBuffer} */ (waiting);
    if (this.closeCode) throw new Error('closed');
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
    });
  }

  async nextText() {
    return String(await this.next());
  }
}
