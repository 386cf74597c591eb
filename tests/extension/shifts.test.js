import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const shifts = openPage('', { upTo: 'shifts.js' }).inside('netcurtainShifts');

/** @typedef {[string, string, number?, Record<string, unknown>?]} Step what, which key, when, how */

/** @param {Step[]} steps @returns {boolean} whether the last of them leaves */
function leaves(steps) {
  const counting = shifts.count();
  const presses = steps.map(([type, key, time = 0, how = {}]) => ({ type, key, code: `${key}Left`, repeat: false, time, ...how }));
  return presses.map((press) => counting.key(press)).at(-1);
}
/** @param {number} time @param {Record<string, unknown>} [how] @returns {Step[]} */
const shift = (time, how) => [['keydown', 'Shift', time, how], ['keyup', 'Shift', time + 80, how]];
/** @type {Step} */
const UP = ['keyup', 'Shift', 700];
/** @param {string} key @param {number} time @returns {Step[]} */
const letter = (key, time) => [['keydown', key, time], ['keyup', key, time + 10]];

test('three Shifts alone within five seconds leave, the last of them when it is released', () => {
  const steps = [...shift(0), ...shift(2000), ...shift(4800)];
  assert.equal(leaves(steps), true);
  assert.equal(leaves(steps.slice(0, -1)), false);
});

for (const [what, steps] of /** @type {[string, Step[]][]} */ ([
  ['two', [...shift(0), ...shift(300)]],
  ['three in more than five seconds', [...shift(0), ...shift(2500), ...shift(5100)]],
  ['a capital', [...shift(0), ...shift(300), ['keydown', 'Shift', 600], ...letter('A', 620), ['keyup', 'Shift', 700]]],
  ['a letter in between', [...shift(0), ...shift(300), ...letter('a', 400), ...shift(600)]],
  ['a letter that is down', [['keydown', 'a', 0], ...shift(10), ...shift(300), ...shift(600)]],
  ['a Shift that repeats', [...shift(0), ...shift(300), ['keydown', 'Shift', 600], ['keydown', 'Shift', 640, { repeat: true }], UP]],
  ['a Shift that is held', [...shift(0), ...shift(300), ['keydown', 'Shift', 600], ['keyup', 'Shift', 1700]]],
  ['with Ctrl', [...shift(0, { ctrlKey: true }), ...shift(300, { ctrlKey: true }), ...shift(600, { ctrlKey: true })]],
  ['with Alt', [...shift(0, { altKey: true }), ...shift(300, { altKey: true }), ...shift(600, { altKey: true })]],
  ['released alone', [['keyup', 'Shift', 0], ['keyup', 'Shift', 10], ['keyup', 'Shift', 20]]],
])) {
  test(`${what}: that leaves nothing`, () => assert.equal(leaves(steps), false));
}

test('what came before a press of the mouse does not count', () => {
  const counting = shifts.count();
  const one = (/** @type {Step} */ [type, key, time]) => counting.key({ type, key, code: 'ShiftLeft', time });
  const press = (/** @type {number} */ time) => shift(time).map(one).at(-1);
  press(0);
  press(300);
  counting.reset();
  assert.equal(press(600), false);
  press(900);
  assert.equal(press(1200), true);
});
