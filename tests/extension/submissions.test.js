import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { DEPARTURE_MS, Departures, SETTLING_MS, Unacknowledged } from '../../extension/background/submissions.js';

/** @type {any} */
let saved;
/** @type {any[]} */
let decided;
/** @type {Departures} */
let departures;
const newDepartures = () =>
  new Departures({
    decided: (...what) => decided.push(what),
    save: (watched) => (saved = structuredClone(watched)),
    now: () => Date.now(),
  });
const RELEASE = { submission: 's1', tab: 1, action: 'https://forms.example.net/take', site: 'e.org' };
const OPENING = /** @type {any} */ ({ type: 'page', page: 'p1' });
/** @param {string} id @returns {any} */
const submitted = (id) => ({ type: 'submission', submission: id, page: 'p1', form: 'f', held: false, time: 1 });

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  decided = [];
  departures = newDepartures();
});
afterEach(() => mock.timers.reset());

test('a submission is said again until it is acknowledged, whatever happens to the background', () => {
  new Unacknowledged((waiting) => (saved = structuredClone(waiting))).add(submitted('s1'), OPENING);
  const again = new Unacknowledged((waiting) => (saved = waiting));
  again.restore(saved);
  assert.deepEqual(again.again(new Set(['p1'])), [submitted('s1')]);
  again.acknowledged('s1');
  assert.deepEqual(again.again(new Set(['p1'])), []);
  assert.deepEqual(saved, []);
});

test('a submission whose page is gone is said with its page', () => {
  const unacknowledged = new Unacknowledged(() => {});
  unacknowledged.add(submitted('s1'), OPENING);
  assert.deepEqual(unacknowledged.again(new Set()), [OPENING, submitted('s1'), { type: 'page_closed', page: 'p1' }]);
});

test('a form that has not left in ten seconds has not left', () => {
  departures.watch(RELEASE);
  mock.timers.tick(DEPARTURE_MS - 1);
  assert.deepEqual(decided, []);
  mock.timers.tick(1);
  assert.deepEqual(decided, [[1, 's1', false]]);
  assert.deepEqual(saved, []);
});

/** @type {[string, Record<string, string>, boolean][]} */
const requests = [
  ["a navigation to the form's host", { url: 'https://forms.example.net/take', type: 'main_frame', method: 'POST' }, true],
  ['a GET navigation within the site', { url: 'https://www.e.org/results?q', type: 'main_frame', method: 'GET' }, true],
  ['a form sent by the page itself', { url: 'https://api.e.org/save', type: 'xmlhttprequest', method: 'POST' }, true],
  ['a picture of the site', { url: 'https://e.org/logo.png', type: 'image', method: 'GET' }, false],
  ['a ping to the site', { url: 'https://e.org/seen', type: 'ping', method: 'POST' }, false],
  ['a request to anybody else', { url: 'https://t.example/tr', type: 'xmlhttprequest', method: 'POST' }, false],
];
for (const [name, request, left] of requests) {
  test(`${name} ${left ? 'is' : 'is not'} the form leaving`, () => {
    departures.watch(RELEASE);
    departures.wentOut({ tab: 1, url: '', type: '', method: '', ...request });
    mock.timers.tick(SETTLING_MS);
    assert.deepEqual(decided, left ? [[1, 's1', true]] : []);
  });
}

test("another tab's request says nothing", () => {
  departures.watch(RELEASE);
  departures.wentOut({ tab: 2, url: 'https://forms.example.net/take', type: 'main_frame', method: 'POST' });
  mock.timers.tick(DEPARTURE_MS);
  assert.deepEqual(decided, [[1, 's1', false]]);
});

test('a background that was stopped goes on watching, for what is left of the ten seconds', () => {
  departures.watch(RELEASE);
  mock.timers.tick(4000);
  departures.drop(2);
  const stored = structuredClone(saved);
  departures.drop(1);
  newDepartures().restore(stored);
  mock.timers.tick(DEPARTURE_MS - 4000 - 1);
  assert.deepEqual(decided, []);
  mock.timers.tick(1);
  assert.deepEqual(decided, [[1, 's1', false]]);
});

test('a tab that was closed is watched no longer', () => {
  departures.watch(RELEASE);
  departures.drop(1);
  mock.timers.tick(DEPARTURE_MS);
  assert.deepEqual(decided, []);
});
