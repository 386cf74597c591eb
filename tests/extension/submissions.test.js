import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_PAGE, Unacknowledged } from '../../extension/background/submissions.js';

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

for (const choice of /** @type {const} */ (['as_it_is', 'without_companies'])) {
  test(`one that was held and goes on (${choice}) is said again as gone, so that nobody is asked about it twice`, () => {
    const unacknowledged = new Unacknowledged((waiting) => (saved = structuredClone(waiting)));
    unacknowledged.add({ ...submitted('s1'), held: true }, OPENING);
    assert.deepEqual(unacknowledged.again(new Set(['p1']))[0], { ...submitted('s1'), held: true });
    unacknowledged.answered('s1', choice);
    assert.deepEqual(unacknowledged.again(new Set(['p1'])), [submitted('s1')]);
    assert.deepEqual(saved, [{ submitted: submitted('s1'), opening: OPENING }]);
  });
}

for (const choice of /** @type {const} */ (['not_now', 'leave'])) {
  test(`one that was held and is not sent (${choice}) is not said again`, () => {
    const unacknowledged = new Unacknowledged((waiting) => (saved = waiting));
    unacknowledged.add({ ...submitted('s1'), held: true }, OPENING);
    unacknowledged.answered('s1', choice);
    assert.deepEqual([unacknowledged.again(new Set(['p1'])), saved], [[], []]);
  });
}

test('an answer to one that the app has already is passed over', () => {
  const unacknowledged = new Unacknowledged(() => assert.fail());
  unacknowledged.answered('s1', 'as_it_is');
  assert.deepEqual(unacknowledged.again(new Set()), []);
});

test('of a page that sends without end the newest are said again, and all of every other page', () => {
  const unacknowledged = new Unacknowledged(() => {});
  unacknowledged.add({ ...submitted('mine'), page: 'p2' }, OPENING);
  for (let n = 0; n < MAX_PAGE + 5; n += 1) unacknowledged.add(submitted(`s${n}`), OPENING);
  const ids = /** @type {any[]} */ (unacknowledged.again(new Set(['p1', 'p2']))).map((one) => one.submission);
  assert.deepEqual([ids.length, ids[0], ids[1], ids.at(-1)], [MAX_PAGE + 1, 'mine', 's5', `s${MAX_PAGE + 4}`]);
});
