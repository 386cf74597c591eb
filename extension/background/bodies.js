/**
 * Bodies of requests wait here until the app asks for one: 5 s, 64 MB in all, then they are gone. Never that of a page's own navigation or
 * form: requests.js sees to it. A tab has so many bytes of them and no more, so that a page that sends without end takes no other's place.
 */

import { Allowance } from './allowance.js';

export const MAX_WAIT_MS = 5000;
export const MAX_BYTES = 64 * 1024 * 1024;
export const MAX_ONE = 256 * 1024;
/** Bytes of one tab: at once, and a second ever after. */
export const TAB_AT_ONCE = 16 * 1024 * 1024;
const TAB_A_SECOND = 1024 * 1024;
const MAX_KIND = 100;

/**
 * @typedef {{place: string, form?: Record<string, string[]>, raw?: Uint8Array, kind?: string}} WaitingBody `place`: where it goes, without
 *   query; `kind`: its Content-Type
 */

export class Bodies {
  /** @type {Map<string, {body: WaitingBody, bytes: number, since: number}>} */
  #waiting = new Map();
  #bytes = 0;
  #allowance = new Allowance(TAB_AT_ONCE, TAB_A_SECOND);

  /**
   * @param {string} id
   * @param {string} place where it goes, without query
   * @param {{formData?: Record<string, any[]>, raw?: {bytes?: ArrayBuffer}[]} | null | undefined} requestBody as webRequest gives it
   * @param {number} now milliseconds
   * @param {number} tab whose it is
   * @returns {boolean} whether there is a body to ask for
   */
  put(id, place, requestBody, now, tab) {
    const body = readable(place, requestBody);
    if (!body) return false;
    this.expire(now);
    const bytes = sizeOf(body);
    if (bytes > MAX_ONE || !this.#allowance.take(tab, bytes, now)) return false;
    this.#waiting.set(id, { body, bytes, since: now });
    this.#bytes += bytes;
    setTimeout(() => this.expire(now + MAX_WAIT_MS), MAX_WAIT_MS);
    for (const oldest of this.#waiting.keys()) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#drop(oldest);
    }
    return this.#waiting.has(id);
  }

  /**
   * The kind of a body is told with the headers, after the body; the app may have asked for it before.
   * @param {string} id
   * @param {string} kind
   */
  learnKind(id, kind) {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.body.kind = kind.slice(0, MAX_KIND);
  }

  /**
   * @param {string} id
   * @param {number} now
   * @returns {WaitingBody | undefined}
   */
  take(id, now) {
    this.expire(now);
    const found = this.#waiting.get(id);
    this.#drop(id);
    return found?.body;
  }

  /**
   * A body that goes on waiting.
   * @param {string} id
   * @param {number} now
   * @returns {WaitingBody | undefined}
   */
  look(id, now) {
    this.expire(now);
    return this.#waiting.get(id)?.body;
  }

  /** @param {number} now */
  expire(now) {
    for (const [id, { since }] of this.#waiting) {
      if (now - since < MAX_WAIT_MS) break;
      this.#drop(id);
    }
  }

  /** @param {string} id */
  #drop(id) {
    this.#bytes -= this.#waiting.get(id)?.bytes ?? 0;
    this.#waiting.delete(id);
  }
}

/**
 * @param {string} place
 * @param {{formData?: Record<string, any[]>, raw?: {bytes?: ArrayBuffer}[]} | null | undefined} requestBody
 * @returns {WaitingBody | null}
 */
function readable(place, requestBody) {
  if (requestBody?.formData) {
    const texts = Object.entries(requestBody.formData).map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]);
    return { place, form: Object.fromEntries(texts) };
  }
  const parts = (requestBody?.raw ?? []).flatMap((part) => (part.bytes ? [new Uint8Array(part.bytes)] : []));
  if (!parts.length) return null;
  const raw = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    raw.set(part, at);
    at += part.length;
  }
  return { place, raw };
}

/** @param {WaitingBody} body */
function sizeOf(body) {
  return body.raw ? body.raw.length : new TextEncoder().encode(JSON.stringify(body.form)).length;
}
