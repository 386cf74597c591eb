import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Leaving, LEAVING_MS } from '../../extension/background/leaving.js';

/** @type {[string, number, number, boolean][]} */
const times = [
  ['at once', 1, 10_000, true],
  ['just before the word of it', 1, 9_800, true],
  ['long before', 1, 9_000, false],
  ['soon after', 1, 10_000 + LEAVING_MS, true],
  ['later', 1, 10_001 + LEAVING_MS, false],
  ['in another tab', 2, 10_000, false],
];
for (const [name, tab, time, expected] of times) {
  test(`${name}, a request ${expected ? 'may be' : 'is not'} the form`, () => {
    const leaving = new Leaving();
    leaving.note(1, 10_000);
    assert.equal(leaving.isSoNear(tab, time), expected);
    leaving.drop(1);
    assert.equal(leaving.isSoNear(tab, time), false);
  });
}
