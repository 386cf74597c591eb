import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { paced } from '../../extension/background/pace.js';

let clock = 0;
let done = 0;
/** @type {ReturnType<typeof paced>} */
let pace;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  [clock, done] = [1000, 0];
  mock.method(performance, 'now', () => clock);
  pace = paced(() => (done += 1));
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});
/** @param {number} ms */
function pass(ms) {
  clock += ms;
  mock.timers.tick(ms);
}

test('what is to be done soon is done once, after 20 ms, however often it is asked for', () => {
  pace.soon();
  pass(10);
  pace.soon();
  pass(5);
  pace.soon();
  pass(4);
  assert.equal(done, 0);
  pass(1);
  assert.equal(done, 1);
  pass(1000);
  assert.equal(done, 1);
});

test('it is not done again before 100 ms are over', () => {
  pace.now();
  pace.soon();
  pass(99);
  assert.equal(done, 1);
  pass(1);
  assert.equal(done, 2);
});

test('what is done now need not be done soon as well', () => {
  pace.soon();
  pace.now();
  pass(1000);
  assert.equal(done, 1);
});
