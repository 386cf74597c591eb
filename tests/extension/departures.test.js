import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { DEPARTURE_MS, Departures, SETTLING_MS } from '../../extension/background/departures.js';

/** @type {any} */
let saved;
/** @type {number[]} */
let talking;
/** @type {any[]} */
let decided;
/** @type {Departures} */
let departures;
const newDepartures = () =>
  new Departures({
    decided: (...what) => decided.push(what),
    save(watched, tabs) {
      saved = structuredClone(watched);
      talking = tabs;
    },
    now: () => Date.now(),
  });
const RELEASE = { submission: 's1', tab: 1, action: 'https://forms.example.net/take', site: 'e.org' };

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  decided = [];
  departures = newDepartures();
});
afterEach(() => mock.timers.reset());

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
  ["a request to the form's own place", { url: 'https://forms.example.net/take?x=1', type: 'xmlhttprequest', method: 'GET' }, true],
  ['an autosave, to where the page has saved before', { url: 'https://e.org/autosave', type: 'xmlhttprequest', method: 'POST' }, false],
  ["a form that the page's own code sends to another host", { url: 'https://api.net/c', type: 'xmlhttprequest', method: 'POST' }, true],
  ['something asked of another host', { url: 'https://api.net/c', type: 'xmlhttprequest', method: 'GET' }, false],
  ['a navigation to anybody else', { url: 'https://t.example/tr', type: 'main_frame', method: 'POST' }, false],
  ['a frame to anybody else', { url: 'https://t.example/tr', type: 'sub_frame', method: 'POST' }, false],
];
for (const [name, request, left] of requests) {
  test(`${name} ${left ? 'is' : 'is not'} the form leaving`, () => {
    departures.wentOut({ tab: 1, url: 'https://e.org/autosave', type: 'xmlhttprequest', method: 'POST' });
    departures.watch(RELEASE);
    departures.wentOut({ tab: 1, url: '', type: '', method: '', ...request });
    mock.timers.tick(SETTLING_MS);
    assert.deepEqual(decided, left ? [[1, 's1', true]] : []);
  });
}

/** @type {[string, Record<string, string>, boolean][]} */
const byCode = [
  ['a ping to the site', { url: 'https://e.org/seen', type: 'ping', method: 'POST' }, true],
  ['something sent to where the page has saved before', { url: 'https://e.org/autosave', type: 'xmlhttprequest', method: 'POST' }, true],
  ['something sent to a new place', { url: 'https://chat.example/say', type: 'xmlhttprequest', method: 'POST' }, true],
  ['a ping to anybody else', { url: 'https://t.example/seen', type: 'ping', method: 'POST' }, false],
  ['something asked of the site', { url: 'https://e.org/more', type: 'xmlhttprequest', method: 'GET' }, false],
];
for (const [name, request, left] of byCode) {
  test(`where the place is not known, ${name} ${left ? 'is' : 'is not'} what was written leaving`, () => {
    departures.wentOut({ tab: 1, url: 'https://e.org/autosave', type: 'xmlhttprequest', method: 'POST' });
    departures.watch({ ...RELEASE, action: '' });
    departures.wentOut({ tab: 1, url: '', type: '', method: '', ...request });
    mock.timers.tick(SETTLING_MS);
    assert.deepEqual(decided, left ? [[1, 's1', true]] : []);
  });
}

const SOCKET = { tab: 1, url: 'wss://chat.example/', type: 'websocket', method: 'GET' };
for (const [name, before, after, action, left] of /** @type {[string, boolean, boolean, string, boolean | null][]} */ ([
  ['that was open before', true, false, '', null],
  ['that is opened then', false, true, '', null],
  ['of a form that goes to a place of its own', true, false, RELEASE.action, false],
])) {
  test(`what leaves over a socket ${name} ${left === null ? 'cannot be seen' : 'is not the form'}`, () => {
    if (before) departures.wentOut(SOCKET);
    departures.watch({ ...RELEASE, action });
    if (after) departures.wentOut(SOCKET);
    mock.timers.tick(DEPARTURE_MS);
    assert.deepEqual(decided, [[1, 's1', left]]);
  });
}

test('a background that was stopped still knows who talks, and a new page does not', () => {
  departures.wentOut(SOCKET);
  departures.wentOut({ ...SOCKET, tab: 2 });
  departures.wentOut({ tab: 2, url: 'https://e.org/two', type: 'main_frame', method: 'GET' });
  const anew = newDepartures();
  anew.restore([], talking);
  anew.watch({ ...RELEASE, action: '' });
  anew.watch({ ...RELEASE, tab: 2, action: '' });
  mock.timers.tick(DEPARTURE_MS);
  assert.deepEqual(decided, [[1, 's1', null], [2, 's1', false]]);
});

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

test('a form that opens a tab of its own has left', () => {
  departures.openedFrom(1, 'https://forms.example.net/take');
  departures.watch(RELEASE);
  departures.openedFrom(2, 'https://forms.example.net/take');
  departures.openedFrom(1, 'https://elsewhere.example/help');
  mock.timers.tick(SETTLING_MS);
  assert.deepEqual(decided, []);
  departures.openedFrom(1, 'https://forms.example.net/take');
  mock.timers.tick(SETTLING_MS);
  assert.deepEqual(decided, [[1, 's1', true]]);
});

test('the next page has saved nothing yet', () => {
  departures.wentOut({ tab: 1, url: 'https://e.org/save', type: 'xmlhttprequest', method: 'POST' });
  departures.wentOut({ tab: 1, url: 'https://e.org/two', type: 'main_frame', method: 'GET' });
  departures.watch(RELEASE);
  departures.wentOut({ tab: 1, url: 'https://e.org/save', type: 'xmlhttprequest', method: 'POST' });
  mock.timers.tick(SETTLING_MS);
  assert.deepEqual(decided, [[1, 's1', true]]);
});
