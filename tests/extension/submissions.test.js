import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unacknowledged } from '../../extension/background/submissions.js';

/** @type {any} */
let saved;
const OPENING = /** @type {any} */ ({ type: 'page', page: 'p1' });
/** @param {string} id @returns {any} */
const submitted = (id) => ({ type: 'submission', submission: id, page: 'p1', form: 'f', held: false, time: 1 });

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
