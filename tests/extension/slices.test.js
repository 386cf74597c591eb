/** Long work in short slices. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

function slices() {
  const { window, inside } = openPage('', { upTo: 'slices.js' });
  const clock = { now: 0 };
  /** @type {(() => void)[]} */
  const later = [];
  window.performance.now = () => clock.now;
  window.setTimeout = (/** @type {() => void} */ work) => later.push(work);
  window.clearTimeout = () => later.splice(0);
  return { slices: inside('netcurtainSlices'), clock, later };
}

test('work goes on in a new slice when the first has had its time, and what it took is told at the end', () => {
  const { slices: { run }, clock, later } = slices();
  let steps = 0;
  /** @type {number[]} */
  const took = [];
  run((function* work() {
    for (; steps < 5; steps += 1) {
      clock.now += 1;
      yield;
    }
  })(), (/** @type {number} */ all) => took.push(all));
  assert.deepEqual([steps, later.length, took.length], [2, 1, 0]);
  later.shift()?.();
  assert.deepEqual([steps, later.length, took], [5, 0, [5]]);
});

test('a step may ask for a slice of its own, and each slice has another number', () => {
  const { slices: { run, current, REST }, later } = slices();
  /** @type {number[]} */
  const numbers = [];
  run((function* work() {
    numbers.push(current());
    yield;
    numbers.push(current());
    yield REST;
    numbers.push(current());
  })(), () => undefined);
  assert.equal(numbers.length, 2);
  later.shift()?.();
  assert.equal(numbers[0], numbers[1]);
  assert.notEqual(numbers[1], numbers[2]);
  assert.ok(Number.isNaN(current()));
});

test('work that is stopped does not go on', () => {
  const { slices: { run, REST }, later } = slices();
  const stop = run((function* work() {
    yield REST;
    throw new Error('went on');
  })(), () => undefined);
  stop();
  assert.deepEqual(later, []);
});
