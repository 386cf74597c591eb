import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { AWAY_MS, Visits } from '../../extension/background/visits.js';

/** @type {number[]} */
let lifted;
/** @type {any} */
let saved;
let leaving = false;
/** @type {Visits} */
let visits;
const newVisits = () =>
  new Visits({
    lift: async (tab) => void lifted.push(tab),
    isLeaving: () => leaving,
    save: (open) => (saved = structuredClone(open)),
  });

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  lifted = [];
  leaving = false;
  visits = newVisits();
  visits.begin(1, ['e.org', 'forms.example.net']);
});
afterEach(() => mock.timers.reset());

test('the site and where its form goes are one visit, for as long as the person is there', () => {
  for (const host of ['www.e.org', 'forms.example.net', 'forms.example.net', 'two.e.org']) visits.opened(1, host);
  mock.timers.tick(AWAY_MS);
  assert.deepEqual(lifted, []);
});

test('through another site and back the companies stay left out', () => {
  visits.opened(1, 'idp.example');
  mock.timers.tick(AWAY_MS - 1);
  visits.opened(1, 'www.e.org');
  mock.timers.tick(AWAY_MS);
  assert.deepEqual(lifted, []);
});

test('who stays on another site is let through there', () => {
  visits.opened(1, 'elsewhere.example');
  mock.timers.tick(AWAY_MS);
  assert.deepEqual([lifted, saved], [[1], []]);
});

test('who goes on there is let through at once, unless a form is still on its way', () => {
  leaving = true;
  visits.opened(1, 'elsewhere.example');
  visits.opened(1, 'elsewhere.example');
  assert.deepEqual(lifted, []);
  leaving = false;
  visits.opened(1, 'elsewhere.example');
  assert.deepEqual(lifted, [1]);
});

test('a tab opened from the visit belongs to it, another does not', () => {
  assert.deepEqual([visits.follow(1, 2), visits.follow(7, 8)], [true, false]);
  visits.opened(2, 'forms.example.net');
  assert.deepEqual(lifted, []);
  void visits.end(1);
  assert.deepEqual(saved, [{ tab: 2, sites: ['e.org', 'forms.example.net'], away: false }]);
});

test('a background that was stopped knows the visits again, and who is away', () => {
  visits.opened(1, 'elsewhere.example');
  const stored = saved;
  void visits.end(1);
  lifted = [];
  newVisits().restore(stored);
  mock.timers.tick(AWAY_MS);
  assert.deepEqual(lifted, [1]);
});
