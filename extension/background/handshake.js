/**
 * The browser's side of the proof, and the cipher that follows it. The app proves itself first: until its proof holds, nothing but a random
 * number and this browser's id has been said. docs/PROTOCOL.md has the exchange; link/pairing.py in the app is the other side.
 */

const VERSION = 1;
const utf8 = new TextEncoder();

/**
 * @typedef {{browser: string, clientNonce: Uint8Array<ArrayBuffer>, serverNonce: Uint8Array<ArrayBuffer>, port: number,
 *   origin: string}} Transcript
 */

/**
 * In pieces: a call takes no more than some ten thousand arguments.
 * @param {Uint8Array} bytes
 */
export function toBase64(bytes) {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters);
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/**
 * A key that can be used and stored but never read.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<CryptoKey>}
 */
export function secretFrom(bytes) {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/**
 * @param {string} code as typed; spaces, hyphens and case do not matter
 * @returns {Promise<CryptoKey>}
 */
export async function secretOfCode(code) {
  const letters = await secretFrom(utf8.encode(code.toUpperCase().replace(/[^A-Z0-9]/g, '')));
  const bits = await crypto.subtle.deriveBits(hkdf(utf8.encode('netcurtain pairing code'), 'secret'), letters, 256);
  return secretFrom(new Uint8Array(bits));
}

/**
 * @param {Uint8Array<ArrayBuffer>} salt
 * @param {string} purpose
 */
const hkdf = (salt, purpose) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(purpose) });

/**
 * @param {Transcript} transcript
 * @returns {Uint8Array<ArrayBuffer>} every part with its length before it
 */
function bytesOf({ browser, clientNonce, serverNonce, port, origin }) {
  const [version, name] = [utf8.encode(String(VERSION)), utf8.encode(browser)];
  const parts = [version, name, clientNonce, serverNonce, utf8.encode(String(port)), utf8.encode(origin)];
  return new Uint8Array(parts.flatMap((part) => [part.length >> 8, part.length & 255, ...part]));
}

/**
 * @param {CryptoKey} secret
 * @param {'S' | 'C'} side
 * @param {Transcript} transcript
 */
async function proofInput(secret, side, transcript) {
  const made = hkdf(utf8.encode('netcurtain'), 'proof');
  const key = await crypto.subtle.deriveKey(made, secret, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']);
  return { key, message: new Uint8Array([...utf8.encode(side), ...bytesOf(transcript)]) };
}

/** @param {{browser: string, clientNonce: Uint8Array}} start */
export const openingMessage = ({ browser, clientNonce }) => JSON.stringify({ v: VERSION, browser, nonce: toBase64(clientNonce) });

/**
 * Whether the app's proof holds.
 * @param {CryptoKey} secret
 * @param {Transcript} transcript
 * @param {string} proof base64
 */
export async function appIsProved(secret, transcript, proof) {
  const { key, message } = await proofInput(secret, 'S', transcript);
  return crypto.subtle.verify('HMAC', key, fromBase64(proof), message);
}

/**
 * @param {CryptoKey} secret
 * @param {Transcript} transcript
 * @returns {Promise<string>} our own proof, as a message
 */
export async function proofMessage(secret, transcript) {
  const { key, message } = await proofInput(secret, 'C', transcript);
  return JSON.stringify({ proof: toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, message))) });
}

/** One direction of a proved connection: AES-256-GCM with a counter for nonce. Calls must not overlap: the caller keeps them in line. */
export class Cipher {
  #count = 0n;

  /** @param {CryptoKey} key */
  constructor(key) {
    this.key = key;
  }

  /**
   * @param {CryptoKey} secret
   * @param {Transcript} transcript
   * @param {'to app' | 'to browser'} direction
   */
  static async make(secret, { clientNonce, serverNonce }, direction) {
    const salt = new Uint8Array([...clientNonce, ...serverNonce]);
    const made = hkdf(salt, `frames ${direction}`);
    const key = await crypto.subtle.deriveKey(made, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    return new Cipher(key);
  }

  /** @param {string} text */
  seal(text) {
    return crypto.subtle.encrypt(this.#next(), this.key, utf8.encode(text));
  }

  /** @param {ArrayBuffer} frame */
  async open(frame) {
    return new TextDecoder().decode(await crypto.subtle.decrypt(this.#next(), this.key, frame));
  }

  #next() {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setBigUint64(4, this.#count);
    this.#count += 1n;
    return { name: 'AES-GCM', iv };
  }
}
