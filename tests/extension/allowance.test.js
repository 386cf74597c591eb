import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Allowance } from '../../extension/background/allowance.js';

let at = 0;
/** @type {Allowance} */
let allowance;
beforeEach(() => {
  at = 1000;
  allowance = new Allowance(10, 2);
});
/** How often a tab may in a row. @param {number} tab @param {number} [much] */
function often(tab, much = 1) {
  for (let count = 0; ; count += 1) if (!allowance.take(tab, much, at)) return count;
}

test('a tab may so much at once and no more', () => assert.equal(often(1), 10));

test('what is heavier uses up more', () => assert.equal(often(1, 4), 2));

test('what is too heavy takes nothing from what a tab has', () => {
  assert.equal(allowance.take(1, 11, at), false);
  assert.equal(often(1), 10);
});

test('what one tab uses up is no other’s', () => {
  often(1);
  assert.equal(often(2), 10);
});

test('with time it grows again, up to what there is at once', () => {
  often(1);
  at += 1000;
  assert.equal(often(1), 2);
  at += 3_600_000;
  assert.equal(often(1), 10);
});

test('asking all the time does not keep it from growing', () => {
  often(1);
  for (let n = 0; n < 100; n += 1) {
    at += 10;
    allowance.take(1, 1, at);
  }
  at += 500;
  assert.equal(often(1), 1);
});

test('a clock that is set back takes nothing away', () => {
  allowance.take(1, 5, at);
  at -= 3_600_000;
  assert.equal(often(1), 5);
});

test('of very many tabs the one used longest ago is forgotten', () => {
  often(0);
  for (let tab = 1; tab <= 500; tab += 1) allowance.take(tab, 1, at);
  assert.equal(often(0), 10);
});
