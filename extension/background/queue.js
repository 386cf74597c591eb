/**
 * What waits to be sent: in order, bounded. Requests that are alike are joined when there are too many; a submission is never dropped.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {import('../common/messages.js').SeenRequest} SeenRequest
 * @typedef {import('../common/messages.js').RequestFate} RequestFate
 */

import { hostOf } from './address.js';

export const JOIN_ABOVE = 2000;
export const MAX_REQUESTS = 4000;
export const MAX_FATES = 8000;
export const MAX_OTHERS = 2000;
export const MAX_BATCH = 500;
export const MAX_BATCH_BYTES = 512 * 1024;

/** Dropped first; then anything that is not KEPT. */
const BULK = new Set(['requests', 'fates', 'body']);
const KEPT = new Set(['submission', 'choice', 'departed']);

export class Queue {
  /** @type {Observation[]} */
  #items = [];
  #requests = 0;
  #fates = 0;
  /** @type {Map<string, SeenRequest>} */
  #joined = new Map();
  /** Pages some of whose requests had to be dropped. @type {Set<string>} */
  #gaps = new Set();

  /** @param {SeenRequest} request */
  addRequest(request) {
    if (this.#requests >= JOIN_ABOVE) {
      const key = `${request.page} ${request.type} ${hostOf(request.url)}`;
      const alike = this.#joined.get(key);
      if (alike) {
        alike.count = (alike.count ?? 1) + 1;
        return;
      }
      if (this.#requests >= MAX_REQUESTS) {
        this.#gaps.add(request.page);
        return;
      }
      this.#joined.set(key, request);
    }
    this.#requests += 1;
    // Before how far others got, which says nothing of this one: they come in turns, and each change would be a message.
    const before = this.#items.at(this.#items.at(-1)?.type === 'fates' ? -2 : -1);
    if (before?.type === 'requests' && before.requests.length < MAX_BATCH) before.requests.push(request);
    else this.#items.push({ type: 'requests', requests: [request] });
  }

  /** @param {RequestFate} fate */
  addFate(fate) {
    if (this.#fates >= MAX_FATES) return;
    this.#fates += 1;
    const last = this.#items.at(-1);
    if (last?.type === 'fates' && last.fates.length < MAX_BATCH) last.fates.push(fate);
    else this.#items.push({ type: 'fates', fates: [fate] });
  }

  /** @param {Observation} item any observation but requests and fates */
  add(item) {
    if (item.type === 'form') this.#remove((old) => old.type === 'form' && old.page === item.page && old.form === item.form);
    if (item.type === 'front') this.#remove((old) => old.type === 'front');
    if (item.type === 'submission' && this.#items.some((old) => old.type === 'submission' && old.submission === item.submission)) return;
    this.#items.push(item);
    if (this.#items.length > MAX_OTHERS) this.#dropOldest();
  }

  /**
   * Everything that waits, as messages no larger than a batch may be; the queue is empty afterwards.
   * @returns {Observation[]}
   */
  take() {
    const taken = this.#items.flatMap(split);
    this.#items = [];
    this.#requests = this.#fates = 0;
    this.#joined.clear();
    return taken;
  }

  /**
   * The pages that have a gap, once.
   * @returns {string[]}
   */
  takeGaps() {
    const gaps = [...this.#gaps];
    this.#gaps.clear();
    return gaps;
  }

  /**
   * The pages whose opening still waits to be sent.
   * @returns {Set<string>}
   */
  waitingPages() {
    return new Set(this.#items.flatMap((item) => (item.type === 'page' ? [item.page] : [])));
  }

  /** Drop what waits to be said of any other page. @param {ReadonlySet<string>} open */
  keepOnly(open) {
    const isOpen = (/** @type {object} */ one) => !('page' in one) || open.has(String(one.page));
    for (const item of this.take()) {
      if (item.type === 'requests') for (const request of item.requests.filter(isOpen)) this.addRequest(request);
      else if (item.type === 'fates') for (const fate of item.fates.filter(isOpen)) this.addFate(fate);
      else if (isOpen(item)) this.add(item);
    }
  }

  #dropOldest() {
    let at = this.#items.findIndex((item) => BULK.has(item.type));
    if (at < 0) at = this.#items.findIndex((item) => !KEPT.has(item.type));
    if (at < 0) return;
    const [dropped] = this.#items.splice(at, 1);
    if (dropped?.type === 'requests') {
      this.#requests -= dropped.requests.length;
      for (const request of dropped.requests) this.#gaps.add(request.page);
    }
    if (dropped?.type === 'fates') this.#fates -= dropped.fates.length;
  }

  /** @param {(item: Observation) => boolean} superseded */
  #remove(superseded) {
    const at = this.#items.findIndex(superseded);
    if (at >= 0) this.#items.splice(at, 1);
  }
}

/**
 * A batch of requests with very long addresses is cut into batches that fit.
 * @param {Observation} item
 * @returns {Observation[]}
 */
function split(item) {
  if (item.type !== 'requests') return [item];
  /** @type {Observation[]} */
  const batches = [];
  /** @type {SeenRequest[]} */
  let batch = [];
  let bytes = 0;
  for (const request of item.requests) {
    const size = request.url.length * 3 + 300;
    if (batch.length && bytes + size > MAX_BATCH_BYTES) {
      batches.push({ type: 'requests', requests: batch });
      batch = [];
      bytes = 0;
    }
    batch.push(request);
    bytes += size;
  }
  batches.push({ type: 'requests', requests: batch });
  return batches;
}
