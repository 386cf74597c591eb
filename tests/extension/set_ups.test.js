/** What a pixel is set up to take, read from its own script without touching it. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MAX_LOOKED_AT, SetUps, whatMatters } from '../../extension/background/set_ups.js';
import { FakeEvent } from './fake_chrome.js';

const SAYS = 'instance.optIn("1", "AutomaticMatching", true);';
/** @type {any} */
let browser;
/** @type {any[]} */
let told;
/** @type {any} */
let filter;
let wanted = true;

/** @param {boolean} shows whether the browser shows what comes */
function start(shows) {
  told = [];
  wanted = true;
  filter = { written: [], write: (/** @type {ArrayBuffer} */ data) => filter.written.push(data), disconnect: () => (filter.gone = true) };
  browser = { onBeforeRequest: new FakeEvent(), onResponseStarted: new FakeEvent(), ...(shows && { filterResponseData: () => filter }) };
  Object.assign(globalThis, { chrome: { webRequest: browser } });
  const known = (/** @type {string} */ requestId) => (requestId === 'r1' ? { id: 'n1', page: 'p1' } : undefined);
  const setUps = new SetUps({ known, isWanted: () => wanted, emit: (observation) => told.push(observation) });
  setUps.listen((handle) => handle());
}
beforeEach(() => start(true));

const begin = () => browser.onBeforeRequest.raise({ requestId: 'r1', tabId: 1 });
const bytes = (/** @type {string} */ text) => /** @type {ArrayBuffer} */ (new TextEncoder().encode(text).buffer);

test('every byte goes to the page as it comes, and what matters is told at the end', () => {
  begin();
  const parts = [bytes('var a;' + SAYS.slice(0, 20)), bytes(SAYS.slice(20))];
  for (const data of parts) filter.ondata({ data });
  assert.deepEqual(filter.written, parts);
  assert.deepEqual(told, []);
  filter.onstop();
  assert.equal(filter.gone, true);
  assert.deepEqual(told, [{ type: 'set_up', page: 'p1', request: 'n1', text: `var a;${SAYS}` }]);
});

test('of a long script the first mebibyte is looked at, and the rest goes without us', () => {
  begin();
  filter.ondata({ data: bytes('x'.repeat(MAX_LOOKED_AT - 10) + SAYS) });
  assert.equal(filter.written[0].byteLength, MAX_LOOKED_AT - 10 + SAYS.length);
  assert.equal(filter.gone, true);
  assert.deepEqual(told.map(({ text }) => text), ['']);
});

test('what is not text breaks nothing', () => {
  begin();
  filter.ondata({ data: new Uint8Array([255, 254, 0, 200]).buffer });
  filter.onstop();
  assert.deepEqual([filter.written.length, told.length], [1, 1]);
});

test('an error of ours never stands in the way of the script', () => {
  begin();
  filter.ondata({ data: { slice: () => assert.fail(), byteLength: 1 } });
  assert.deepEqual([filter.written.length, filter.gone, told.length], [1, true, 0]);
  browser.filterResponseData = () => assert.fail();
  assert.deepEqual(begin(), [undefined]);
});

test('of a request that nobody knows, and of a visit that is paused, nothing is told', () => {
  browser.onBeforeRequest.raise({ requestId: 'r2', tabId: 1 });
  filter.onstop();
  wanted = false;
  begin();
  filter.onstop();
  assert.deepEqual(told, []);
});

test('where the browser does not show what comes, that is told', () => {
  start(false);
  assert.equal(browser.onBeforeRequest.listeners.length, 0);
  browser.onResponseStarted.raise({ requestId: 'r1', tabId: 1 });
  assert.deepEqual(told, [{ type: 'set_up', page: 'p1', request: 'n1' }]);
});

test('only what stands near a word that matters is told, once, and not without end', () => {
  assert.equal(whatMatters('x'.repeat(5000)), '');
  const far = `${'a'.repeat(5000)}${SAYS}${'b'.repeat(5000)}"AutoAdvancedMatching":{}`;
  const [one = '', two = ''] = whatMatters(far).split('\n');
  assert.ok(one.includes(SAYS) && one.length < 1500);
  assert.ok(two.endsWith('"AutoAdvancedMatching":{}') && two.startsWith('b'));
  assert.equal(whatMatters(SAYS + SAYS), SAYS + SAYS);
  assert.ok(whatMatters(`${SAYS}${'c'.repeat(2000)}`.repeat(1000)).length <= 64 * 1024);
});

test('a script that turned out not to be shown, as where it came from elsewhere, is told as one that nobody saw', () => {
  begin();
  filter.onerror();
  assert.deepEqual(told, [{ type: 'set_up', page: 'p1', request: 'n1' }]);
});
