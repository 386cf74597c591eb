/**
 * Typed values leaving before they are sent, on this side: what a page asks of third parties is passed to those of its frames in which
 * somebody types, and what they find in it is told to the app. What was typed is never here.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {import('../common/messages.js').SeenRequest} SeenRequest
 * @typedef {import('../common/messages.js').Written} Written
 * @typedef {{request: {url: string, type: string, initiator: string}, page: string, time: number,
 *   fate: import('../common/messages.js').Fate, told: number}} Passed `url`: its place alone
 */

import { holdsAnswers, hostOf, placeOf, sameSite } from './address.js';
import { toBase64 } from './handshake.js';

export const MAX_PASSED = 500;
export const MAX_FRAMES = 50;
const MAX_TOLD = 300;
const MAX_LABEL = 600;
/** @type {ReadonlySet<Written>} */
const WRITTEN = new Set(['plain', 'percent', 'base64', 'hex', 'md5', 'sha1', 'sha256', 'sha512']);

export class TypedValues {
  #world;
  /** The frames in which somebody types, by page. @type {Map<string, Set<number>>} */
  #frames = new Map();
  /** By our own number. @type {Map<string, Passed>} */
  #passed = new Map();

  /**
   * @param {{bodies: import('./bodies.js').Bodies, around: (page: OpenPage, time: number) => import('./address.js').Surroundings,
   *   isWanted: (page: string) => boolean, emit: (observation: import('../common/messages.js').Observation) => void, now: () => number,
   *   toFrame: (tab: number, frame: number, message: import('../common/messages.js').ToTab) => void}} world `isWanted`: whether an app
   *   listens, and to this page
   */
  constructor(world) {
    this.#world = world;
  }

  /**
   * @param {string} page
   * @param {number} frame
   * @param {boolean} isTyping
   */
  typing(page, frame, isTyping) {
    const frames = this.#frames.get(page) ?? new Set();
    if (!isTyping) frames.delete(frame);
    else if (frames.size < MAX_FRAMES) frames.add(frame);
    if (frames.size) this.#frames.set(page, frames);
    else this.#frames.delete(page);
  }

  /** Its form was sent: what is told from now on is not told before that, until somebody types there again. @param {string} page */
  sent(page) {
    this.#frames.delete(page);
  }

  /** @param {string} page one that is gone */
  forget(page) {
    this.sent(page);
    for (const [id, passed] of this.#passed) if (passed.page === page) this.#passed.delete(id);
  }

  /**
   * @param {SeenRequest} request as it was seen; its address is whole
   * @param {OpenPage} page
   */
  attempted({ id, url, type, initiator, time }, page) {
    const frames = this.#frames.get(page.page);
    if (!frames || !this.#world.isWanted(page.page) || this.#isItsOwn({ url, type, initiator }, page, time)) return;
    this.#passed.set(id, { request: { url: placeOf(url), type, initiator }, page: page.page, time, fate: 'attempted', told: 0 });
    if (this.#passed.size > MAX_PASSED) this.#passed.delete(/** @type {string} */ (this.#passed.keys().next().value));
    const { form, raw } = this.#world.bodies.look(id, this.#world.now()) ?? {};
    const message = { kind: /** @type {const} */ ('request'), request: id, url, ...(form && { form }), ...(raw && { raw: toBase64(raw) }) };
    for (const frame of frames) this.#world.toFrame(page.tab, frame, message);
  }

  /**
   * @param {string} id
   * @param {import('../common/messages.js').Fate} fate
   */
  went(id, fate) {
    const passed = this.#passed.get(id);
    if (passed) passed.fate = fate;
  }

  /**
   * A frame has found what was typed in it.
   * @param {{request: string, label: string, written: Written}} found
   * @param {OpenPage} page
   */
  found({ request: id, label, written }, page) {
    const passed = this.#passed.get(id);
    if (!passed || passed.page !== page.page || !WRITTEN.has(written) || (passed.told += 1) > MAX_TOLD) return;
    const { request, time, fate } = passed;
    // Looked at again: where a form goes, or that it leaves, may have been learnt after its request was seen.
    if (this.#isItsOwn(request, page, time)) return;
    const [host, shown] = [hostOf(request.url), String(label).slice(0, MAX_LABEL)];
    this.#world.emit({ type: 'typed', page: page.page, request: id, host, label: shown, written, time, kind: request.type, fate });
  }

  /**
   * Whether a request is the site's, the form's, or may be: to those the person means to say it.
   * @param {{url: string, type: string, initiator: string}} request
   * @param {OpenPage} page
   * @param {number} time
   */
  #isItsOwn(request, page, time) {
    const around = this.#world.around(page, time);
    const host = hostOf(request.url);
    if (holdsAnswers(request, around) || sameSite(host, around.site)) return true;
    return [...around.actions].some((action) => hostOf(action) === host);
  }
}
