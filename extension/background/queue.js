/**
 * What waits to be sent: in order, bounded, each page with its share, so that one that asks for things without end takes no other's place.
 * Requests that are alike are joined when there are too many; a submission is never dropped.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {import('../common/messages.js').SeenRequest} SeenRequest
 * @typedef {import('../common/messages.js').RequestFate} RequestFate
 */

import { hostOf } from './address.js';

export const MAX_REQUESTS = 4000;
export const MAX_FATES = 8000;
export const MAX_OTHERS = 2000;
export const MAX_BATCH = 500;
export const MAX_BATCH_BYTES = 512 * 1024;
/** Of a page that asks for too much, the kinds of requests that are told joined. */
export const MAX_JOINED = 50;
/** Submissions of one page that wait: no person makes so many. */
export const MAX_SUBMISSIONS = 200;
/** A page may have a half of the room that is left, so that however many pages ask for too much, the next one has some. */
const SHARE = 2;

/** Dropped first; then anything else of the same page that is not KEPT. */
const BULK = new Set(['requests', 'fates', 'body']);
/** Without a page's opening or end it would not be known, or stay open for ever. */
const KEPT = new Set(['submission', 'choice', 'departed', 'page', 'page_closed']);

export class Queue {
  /** @type {Observation[]} */
  #items = [];
  #requests = new Counts();
  #fates = new Counts();
  /** @type {Map<string, SeenRequest>} */
  #joined = new Map();
  /** Pages some of whose requests had to be dropped. @type {Set<string>} */
  #gaps = new Set();

  /**
   * @param {SeenRequest} request
   * @param {boolean} [crowded] whether its tab asks for too much
   * @returns {boolean} whether it is told by itself; otherwise it was joined to one that is alike, or dropped
   */
  addRequest(request, crowded = false) {
    const { page } = request;
    if (crowded || this.#requests.of(page) >= (MAX_REQUESTS - this.#requests.all) / SHARE) {
      const key = `${page} ${request.type} ${hostOf(request.url)}`;
      const alike = this.#joined.get(key);
      if (alike) {
        alike.count = (alike.count ?? 1) + 1;
        return false;
      }
      const kinds = [...this.#joined.values()].filter((one) => one.page === page);
      if (this.#requests.all >= MAX_REQUESTS || kinds.length >= MAX_JOINED) {
        this.#gaps.add(page);
        return false;
      }
      this.#joined.set(key, request);
    }
    this.#requests.add(page);
    // Before how far others got, which says nothing of this one: they come in turns, and each change would be a message.
    const at = this.#items.length - (this.#items.at(-1)?.type === 'fates' ? 1 : 0);
    const before = this.#items[at - 1];
    if (before?.type === 'requests' && before.requests.length < MAX_BATCH) before.requests.push(request);
    else this.#items.splice(at, 0, { type: 'requests', requests: [request] });
    return true;
  }

  /** @param {RequestFate} fate */
  addFate(fate) {
    if (this.#fates.of(fate.page) >= (MAX_FATES - this.#fates.all) / SHARE) return;
    this.#fates.add(fate.page);
    const last = this.#items.at(-1);
    if (last?.type === 'fates' && last.fates.length < MAX_BATCH) last.fates.push(fate);
    else this.#items.push({ type: 'fates', fates: [fate] });
  }

  /** @param {Observation} item any observation but requests and fates */
  add(item) {
    if (item.type === 'form') this.#remove((old) => old.type === 'form' && old.page === item.page && old.form === item.form);
    if (item.type === 'front') this.#remove((old) => old.type === 'front');
    if (item.type === 'submission') {
      const ids = this.#items.flatMap((old) => (old.type === 'submission' && old.page === item.page ? [old.submission] : []));
      if (ids.length >= MAX_SUBMISSIONS || ids.includes(item.submission)) return;
    }
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
    this.#requests = new Counts();
    this.#fates = new Counts();
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

  /** Something of the page that has most waiting. */
  #dropOldest() {
    const waiting = new Counts();
    const mayGo = this.#items.filter((item) => !KEPT.has(item.type));
    for (const item of mayGo) waiting.add(pageOf(item));
    const most = waiting.largest();
    const theirs = mayGo.filter((item) => pageOf(item) === most);
    const dropped = theirs.find((item) => BULK.has(item.type)) ?? theirs[0];
    if (!dropped) return;
    this.#items.splice(this.#items.indexOf(dropped), 1);
    if (dropped.type === 'fates') for (const { page } of dropped.fates) this.#fates.add(page, -1);
    if (dropped.type !== 'requests') return;
    for (const { page } of dropped.requests) {
      this.#requests.add(page, -1);
      this.#gaps.add(page);
    }
  }

  /** @param {(item: Observation) => boolean} superseded */
  #remove(superseded) {
    const at = this.#items.findIndex(superseded);
    if (at >= 0) this.#items.splice(at, 1);
  }
}

/** How many of a thing each page has. */
class Counts {
  /** @type {Map<string, number>} */
  #pages = new Map();
  all = 0;

  /** @param {string} page */
  of(page) {
    return this.#pages.get(page) ?? 0;
  }

  /** @param {string} page @param {number} [more] */
  add(page, more = 1) {
    this.#pages.set(page, this.of(page) + more);
    this.all += more;
  }

  /** The page that has most. */
  largest() {
    return [...this.#pages.keys()].reduce((most, page) => (this.of(page) > this.of(most) ? page : most), '');
  }
}

/**
 * Whose doing an item is; of a batch, that of the page it begins with.
 * @param {Observation} item
 * @returns {string}
 */
function pageOf(item) {
  const [one] = item.type === 'requests' ? item.requests : item.type === 'fates' ? item.fates : [/** @type {{page?: string}} */ (item)];
  return one?.page ?? '';
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
