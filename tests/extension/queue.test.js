import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as queues from '../../extension/background/queue.js';

const { Queue } = queues;

/** @param {number} n @param {Record<string, unknown>} [more] @returns {any} */
const request = (n, more = {}) => ({
  id: `r${n}`,
  page: 'p1',
  url: `https://t.example/${n}`,
  type: 'image',
  method: 'GET',
  initiator: '',
  frame: 0,
  time: n,
  has_body: false,
  ...more,
});
/** @param {string} id @returns {any} */
const submission = (id) => ({ type: 'submission', submission: id, page: 'p1', form: 'f', held: false, time: 1 });
/** @param {any[]} messages */
const typesOf = (messages) => messages.map((message) => message.type);
/** @param {queues.Queue} queue */
const requestsOf = (queue) => /** @type {any[]} */ (queue.take()).flatMap((message) => message.requests ?? []);

test('what is alike and comes together goes together, in order', () => {
  const queue = new Queue();
  queue.add({ type: 'page', page: 'p1', tab: 1, url: 'https://e.org/', private: false, time: 1 });
  queue.addRequest(request(1));
  queue.addRequest(request(2));
  queue.addFate({ request: 'r1', page: 'p1', fate: 'sent' });
  queue.addRequest(request(3));
  queue.addFate({ request: 'r3', page: 'p1', fate: 'sent' });
  const taken = /** @type {any[]} */ (queue.take());
  assert.deepEqual(typesOf(taken), ['page', 'requests', 'fates']);
  assert.deepEqual(taken[1].requests.map((/** @type {any} */ one) => one.id), ['r1', 'r2', 'r3']);
  assert.deepEqual(taken[2].fates.map((/** @type {any} */ one) => one.request), ['r1', 'r3']);
  assert.deepEqual(queue.take(), []);
});

test('how far earlier ones got does not part the requests, nor is it parted by them', () => {
  const queue = new Queue();
  queue.addFate({ request: 'r0', page: 'p1', fate: 'answered' });
  queue.addRequest(request(1));
  queue.addFate({ request: 'r1', page: 'p1', fate: 'sent' });
  queue.addRequest(request(2));
  assert.deepEqual(typesOf(queue.take()), ['requests', 'fates']);
});

test('a request comes after its page and after what was sent before it', () => {
  const queue = new Queue();
  queue.addRequest(request(1));
  queue.add(submission('s1'));
  queue.addFate({ request: 'r1', page: 'p1', fate: 'sent' });
  queue.add({ type: 'page', page: 'p2', tab: 2, url: 'https://e.org/', private: false, time: 1 });
  queue.addRequest(request(2, { page: 'p2' }));
  assert.deepEqual(typesOf(queue.take()), ['requests', 'submission', 'fates', 'page', 'requests']);
});

test('a batch has no more requests than a batch may have', () => {
  const queue = new Queue();
  for (let n = 0; n < queues.MAX_BATCH + 1; n += 1) queue.addRequest(request(n));
  assert.deepEqual(queue.take().map((batch) => /** @type {any} */ (batch).requests.length), [queues.MAX_BATCH, 1]);
});

test('requests with very long addresses go in batches that fit', () => {
  const queue = new Queue();
  for (let n = 0; n < 20; n += 1) queue.addRequest(request(n, { url: `https://t.example/${'x'.repeat(60_000)}` }));
  const taken = queue.take();
  assert.ok(taken.length > 1);
  for (const batch of taken) assert.ok(JSON.stringify(batch).length <= queues.MAX_BATCH_BYTES);
});

/** What a single page may have waiting: half of the room that is left. */
const HALF = Math.ceil(queues.MAX_REQUESTS / 3);
const FATES = Math.ceil(queues.MAX_FATES / 3);

test('above a number, requests that are alike are joined and counted', () => {
  const queue = new Queue();
  for (let n = 0; n < HALF; n += 1) assert.equal(queue.addRequest(request(n)), true);
  assert.equal(queue.addRequest(request(HALF)), true, 'the first of its kind stands for the others');
  for (let n = 1; n < 10; n += 1) assert.equal(queue.addRequest(request(HALF + n)), false);
  const requests = requestsOf(queue);
  assert.equal(requests.length, HALF + 1);
  assert.equal(requests.at(-1).count, 10);
});

test('of a tab that asks for too much, those that are alike are joined from the first one on', () => {
  const queue = new Queue();
  const kinds = [{}, { type: 'script' }, { page: 'p2' }, { url: 'https://u.example/' }];
  for (let n = 0; n < 12; n += 1) queue.addRequest(request(n, kinds[n % 4]), true);
  assert.deepEqual(requestsOf(queue).map((one) => [one.id, one.count]), [['r0', 3], ['r1', 3], ['r2', 3], ['r3', 3]]);
  queue.addRequest(request(13), true);
  assert.deepEqual(requestsOf(queue).map((one) => one.count), [undefined], 'what was sent is joined no more');
});

test('above the most, requests are dropped, and their page has a gap that is told once', () => {
  const queue = new Queue();
  for (let n = 0; n < queues.MAX_REQUESTS; n += 1) queue.addRequest(request(n, { url: `https://t${n}.example/` }));
  assert.equal(requestsOf(queue).length, HALF + queues.MAX_JOINED);
  assert.deepEqual(queue.takeGaps(), ['p1']);
  assert.deepEqual(queue.takeGaps(), []);
});

test('however many pages ask for too much, in all there is an end', () => {
  const queue = new Queue();
  for (let page = 0; page < 100; page += 1) {
    for (let n = 0; n < HALF; n += 1) queue.addRequest(request(n, { page: `p${page}`, url: `https://t${n}.example/` }));
  }
  assert.equal(requestsOf(queue).length, queues.MAX_REQUESTS);
});

test('a page that asks for too much leaves room for the next one, and a gap in itself alone', () => {
  const queue = new Queue();
  for (let n = 0; n < queues.MAX_REQUESTS; n += 1) {
    queue.addRequest(request(n, { url: `https://t${n}.example/` }));
    queue.addFate({ request: `r${n}`, page: 'p1', fate: 'sent' });
    queue.addFate({ request: `r${n}`, page: 'p1', fate: 'answered' });
  }
  for (let n = 0; n < 500; n += 1) queue.addRequest(request(n, { page: 'p2', url: `https://u${n}.example/` }));
  for (let n = 0; n < 500; n += 1) queue.addFate({ request: `r${n}`, page: 'p2', fate: 'sent' });
  const taken = /** @type {any[]} */ (queue.take());
  const others = taken.flatMap((batch) => batch.requests ?? batch.fates).filter(({ page }) => page === 'p2');
  assert.equal(others.length, 1000);
  assert.ok(others.every(({ count }) => count === undefined));
  assert.deepEqual(queue.takeGaps(), ['p1']);
});

test('fates are bounded', () => {
  const queue = new Queue();
  for (let n = 0; n < queues.MAX_FATES; n += 1) queue.addFate({ request: `r${n}`, page: 'p1', fate: 'sent' });
  assert.equal(queue.take().reduce((total, batch) => total + /** @type {any} */ (batch).fates.length, 0), FATES);
});

test('however full it is, no submission, choice or departure is dropped', () => {
  const queue = new Queue();
  const kept = queues.MAX_OTHERS / 2;
  for (let n = 0; n < kept; n += 1) queue.add({ ...submission(`s${n}`), page: `p${n % 5}` });
  queue.add({ type: 'choice', submission: 's1', page: 'p1', choice: 'not_now' });
  queue.add({ type: 'departed', submission: 's1', page: 'p1', left: true });
  for (let n = 0; n < queues.MAX_OTHERS * 2; n += 1) queue.add({ type: 'form_gone', page: 'p1', form: `f${n}` });
  const types = typesOf(queue.take());
  assert.equal(types.length, queues.MAX_OTHERS);
  assert.equal(types.filter((type) => type === 'submission').length, kept);
  assert.ok(types.includes('choice') && types.includes('departed'));
});

test('a page that sends forms without end has an end to those that wait, and takes no other’s', () => {
  const queue = new Queue();
  queue.add({ ...submission('mine'), page: 'p2' });
  for (let n = 0; n < queues.MAX_SUBMISSIONS + 5; n += 1) queue.add(submission(`s${n}`));
  const ids = /** @type {any[]} */ (queue.take()).map((one) => one.submission);
  assert.equal(ids.length, queues.MAX_SUBMISSIONS + 1);
  assert.deepEqual([ids[0], ids[1], ids.at(-1)], ['mine', 's0', `s${queues.MAX_SUBMISSIONS - 1}`]);
});

test('where all the room is used, what goes is of the page that has most waiting', () => {
  const queue = new Queue();
  const page = (/** @type {string} */ name) => /** @type {any} */ ({ type: 'page', page: name, tab: 1, url: 'https://e.org/', time: 1 });
  const form = { type: 'form', page: 'p2', form: 'f', descriptor: {} };
  queue.add(page('p2'));
  queue.add(/** @type {any} */ (form));
  queue.addRequest(request(1, { page: 'p2' }));
  queue.add(page('p1'));
  for (let n = 0; n < queues.MAX_OTHERS * 2; n += 1) queue.add({ type: 'form_gone', page: 'p1', form: `f${n}` });
  queue.add({ type: 'page_closed', page: 'p1' });
  const taken = /** @type {any[]} */ (queue.take());
  assert.equal(taken.length, queues.MAX_OTHERS);
  assert.deepEqual(typesOf(taken.slice(0, 4)), ['page', 'form', 'requests', 'page']);
  assert.equal(taken.at(-1).type, 'page_closed');
  assert.deepEqual(queue.takeGaps(), []);
});

test('requests are dropped before pages, and leave a gap', () => {
  const queue = new Queue();
  queue.add({ type: 'page', page: 'p1', tab: 1, url: 'https://e.org/', private: false, time: 1 });
  queue.addRequest(request(1));
  for (let n = 0; n < queues.MAX_OTHERS - 1; n += 1) queue.add({ type: 'form_gone', page: 'p1', form: `f${n}` });
  assert.ok(queue.waitingPages().has('p1'));
  assert.deepEqual(queue.takeGaps(), ['p1']);
  assert.deepEqual(requestsOf(queue), []);
});

test('requests that were dropped leave their room to others', () => {
  const queue = new Queue();
  for (let n = 0; n < HALF; n += 1) queue.addRequest(request(n));
  for (let n = 0; n < queues.MAX_OTHERS; n += 1) queue.add({ type: 'form_gone', page: 'p1', form: `f${n}` });
  for (const n of [1, 2]) queue.addRequest(request(n));
  assert.deepEqual(requestsOf(queue).map(({ id }) => id), ['r1', 'r2']);
});

test('a newer form and a newer front take the place of the older', () => {
  const queue = new Queue();
  const form = (/** @type {string} */ title) => /** @type {any} */ ({ type: 'form', page: 'p1', form: 'f', descriptor: { title } });
  queue.add(form('old'));
  queue.add({ type: 'front', page: 'p1' });
  queue.add({ type: 'front' });
  queue.add(form('new'));
  assert.deepEqual(queue.take(), [{ type: 'front' }, form('new')]);
});

test('a submission that still waits is not added again', () => {
  const queue = new Queue();
  queue.add(submission('s1'));
  queue.add({ type: 'page_closed', page: 'p1' });
  queue.add(submission('s1'));
  assert.deepEqual(typesOf(queue.take()), ['submission', 'page_closed']);
});

test('of pages that are gone nothing waits any more, and the rest stays in order', () => {
  const queue = new Queue();
  queue.add({ type: 'page_closed', page: 'p2' });
  queue.addRequest(request(1));
  queue.addRequest(request(2, { page: 'p2' }));
  queue.addFate({ request: 'r2', page: 'p2', fate: 'sent' });
  queue.add(submission('s1'));
  queue.add({ type: 'front' });
  queue.keepOnly(new Set(['p1']));
  const taken = /** @type {any[]} */ (queue.take());
  assert.deepEqual(typesOf(taken), ['requests', 'submission', 'front']);
  assert.deepEqual(taken[0].requests.map((/** @type {any} */ one) => one.id), ['r1']);
});
