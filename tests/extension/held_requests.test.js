/** Requests that wait in the browser while the person is asked. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { HeldRequests, MAX_WAITING, canHold } from '../../extension/background/held_requests.js';
import { FakeEvent } from './fake_chrome.js';
import { turn } from './waiting.js';

/** @type {FakeEvent} */
let event;
/** @type {HeldRequests} */
let held;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  event = new FakeEvent();
  Object.assign(globalThis, { chrome: { webRequest: { onBeforeRequest: event, filterResponseData() {} } } });
  held = new HeldRequests();
});
afterEach(() => mock.timers.reset());

/** How the browser is answered. @param {Record<string, unknown>} [more] */
const ask = (more) => event.raise({ requestId: 'r1', tabId: 1, url: 'https://t.example/', type: 'image', ...more })[0];
const all = () => true;
const PLACES = ['*://*.t.example/*'];

test('whether requests can be held is told by what the browser gives', () => {
  assert.equal(canHold(), true);
  Object.assign(globalThis, { chrome: { webRequest: { onBeforeRequest: event, OnBeforeRequestOptions: { BLOCKING: 'blocking' } } } });
  assert.equal(canHold(), false);
});

test('while nobody is asked nobody listens', () => {
  assert.equal(event.listeners.length, 0);
  held.hold(1, all, PLACES);
  held.hold(2, all, PLACES);
  assert.equal(event.listeners.length, 1);
  held.end(1, true);
  mock.timers.tick(1000);
  assert.equal(event.listeners.length, 1);
  held.end(2, true);
  assert.equal(event.listeners.length, 1);
  mock.timers.tick(1000);
  assert.equal(event.listeners.length, 0);
});

test('who asks again within a second is listened to', () => {
  held.hold(1, all, PLACES);
  held.end(1, true);
  held.hold(1, all, PLACES);
  mock.timers.tick(1000);
  assert.equal(event.listeners.length, 1);
});

for (const [what, goes] of /** @type {[string, boolean][]} */ ([['goes', true], ['is cancelled', false]])) {
  test(`what waits ${what} when it ends`, async () => {
    held.hold(1, all, PLACES);
    /** @type {any[]} */
    const answers = [];
    void ask().then((/** @type {any} */ answer) => answers.push(answer));
    await turn();
    assert.deepEqual(answers, []);
    held.end(1, goes);
    await turn();
    assert.deepEqual(answers, [{ cancel: !goes }]);
    assert.equal(held.stopped('r1'), !goes);
    assert.equal(ask({ requestId: 'r2' }), undefined);
  });
}

test("another tab's, and what is not meant, goes at once", () => {
  held.hold(1, ({ type }) => type === 'image', PLACES);
  assert.equal(ask({ tabId: 2 }), undefined);
  assert.equal(ask({ type: 'script' }), undefined);
});

test('one tab ends and the other goes on waiting', async () => {
  held.hold(1, all, PLACES);
  held.hold(2, all, PLACES);
  const [one, two] = [ask(), ask({ requestId: 'r2', tabId: 2 })];
  held.end(1, true);
  assert.deepEqual(await one, { cancel: false });
  held.end(2, false);
  assert.deepEqual(await two, { cancel: true });
});

test('what waits can be cancelled while the next waits as before', async () => {
  held.hold(1, all, PLACES);
  const one = ask();
  held.settle(1, false);
  assert.deepEqual(await one, { cancel: true });
  assert.ok(ask({ requestId: 'r2' }) instanceof Promise);
});

test('only new places are listened to, and a request that is in two of them waits once', async () => {
  held.hold(1, all, PLACES);
  held.hold(1, all, [...PLACES, '*://*.t.example/tr*']);
  assert.equal(event.listeners.length, 2);
  const answers = event.raise({ requestId: 'r1', tabId: 1, url: 'https://t.example/tr', type: 'image' });
  held.end(1, true);
  assert.deepEqual(await Promise.all(answers), [{ cancel: false }, { cancel: false }]);
});

test('no more than a thousand wait; the next is cancelled', () => {
  held.hold(1, all, PLACES);
  for (let at = 0; at < MAX_WAITING; at += 1) assert.ok(ask({ requestId: `r${at}` }) instanceof Promise);
  assert.deepEqual(ask({ requestId: 'last' }), { cancel: true });
  assert.equal(held.stopped('last'), true);
});

test('what may have stopped the whole page waits five seconds at most; the rest goes on waiting', async () => {
  held.hold(1, all, PLACES);
  /** @type {any[]} */
  const answers = [];
  void ask({ type: 'xmlhttprequest' }).then((/** @type {any} */ answer) => answers.push(answer));
  void ask({ requestId: 'r2' }).then((/** @type {any} */ answer) => answers.push(answer));
  mock.timers.tick(4999);
  await turn();
  assert.deepEqual(answers, []);
  mock.timers.tick(1);
  await turn();
  assert.deepEqual([answers, held.stopped('r1'), held.stopped('r2')], [[{ cancel: true }], true, false]);
});

test('one that went before that is not cancelled afterwards', async () => {
  held.hold(1, all, PLACES);
  const answer = ask({ type: 'xmlhttprequest' });
  held.end(1, true);
  mock.timers.tick(5000);
  assert.deepEqual([await answer, held.stopped('r1')], [{ cancel: false }, false]);
});
