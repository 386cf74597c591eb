import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Bodies, MAX_BYTES, MAX_ONE, MAX_WAIT_MS, TAB_AT_ONCE } from '../../extension/background/bodies.js';

const PLACE = 'https://t.example/tr';
/** @param {string} text */
const raw = (text) => ({ raw: [{ bytes: /** @type {ArrayBuffer} */ (new TextEncoder().encode(text).buffer) }] });

/** @type {Bodies} */
let bodies;
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  bodies = new Bodies();
});

test('a body waits until it is asked for, once', () => {
  assert.equal(bodies.put('r1', PLACE, { formData: { ev: ['PageView'], file: [/** @type {any} */ ({})] } }, 0, 1), true);
  assert.deepEqual(bodies.take('r1', 1), { place: PLACE, form: { ev: ['PageView'], file: [] } });
  assert.equal(bodies.take('r1', 1), undefined);
});

test('raw parts are put together', () => {
  const parts = { raw: [...raw('ab').raw, {}, ...raw('cd').raw] };
  bodies.put('r1', PLACE, parts, 0, 1);
  assert.deepEqual(bodies.take('r1', 1)?.raw, new TextEncoder().encode('abcd'));
});

test('the kind of a body is kept with it, as long as it waits, and no longer than a kind is', () => {
  for (const id of ['r1', 'r2']) bodies.put(id, PLACE, raw('abc'), 0, 1);
  bodies.learnKind('r1', `text/plain; ${'x'.repeat(200)}`);
  bodies.learnKind('r3', 'text/plain');
  assert.equal(bodies.take('r1', 1)?.kind, `text/plain; ${'x'.repeat(88)}`);
  assert.equal(bodies.take('r2', 1)?.kind, undefined);
  assert.equal(bodies.take('r3', 1), undefined);
});

/** @type {[string, any][]} */
const unreadable = [['no body', undefined], ['null', null], ['an empty body', {}], ['a file alone', { raw: [{ file: 'x' }] }]];
for (const [name, body] of unreadable) {
  test(`${name} is nothing to ask for`, () => assert.equal(bodies.put('r1', PLACE, body, 0, 1), false));
}

test('after five seconds it is gone, whether or not anything else happens', () => {
  for (const id of ['r1', 'r2']) bodies.put(id, PLACE, raw('abc'), 0, 1);
  mock.timers.tick(MAX_WAIT_MS - 1);
  assert.ok(bodies.take('r1', 0));
  mock.timers.tick(1);
  assert.equal(bodies.take('r2', 0), undefined);
});

test('five seconds by the clock are enough', () => {
  bodies.put('r1', PLACE, raw('abc'), 0, 1);
  assert.equal(bodies.take('r1', MAX_WAIT_MS), undefined);
});

test('a body too large for a message does not wait', () => {
  assert.equal(bodies.put('r1', PLACE, raw('x'.repeat(MAX_ONE + 1)), 0, 1), false);
  assert.equal(bodies.put('r2', PLACE, { formData: { a: ['\u0001'.repeat(MAX_ONE / 4)] } }, 0, 1), false);
  assert.deepEqual([bodies.take('r1', 0), bodies.take('r2', 0)], [undefined, undefined]);
});

test('beyond 64 MB in all the oldest go', () => {
  const most = MAX_BYTES / MAX_ONE;
  const large = raw('x'.repeat(MAX_ONE));
  for (let n = 0; n <= most; n += 1) bodies.put(`r${n}`, PLACE, large, 0, n);
  assert.equal(bodies.take('r0', 1), undefined);
  assert.ok(bodies.take('r1', 1));
  assert.ok(bodies.take(`r${most}`, 1));
});

test('a tab that sends without end has a part of the room, and after a while some more', () => {
  const large = raw('x'.repeat(MAX_ONE));
  const most = TAB_AT_ONCE / MAX_ONE;
  for (let n = 0; n < 2 * most; n += 1) assert.equal(bodies.put(`r${n}`, PLACE, large, 0, 1), n < most);
  assert.equal(bodies.put('other', PLACE, large, 0, 2), true);
  assert.equal(bodies.put('late', PLACE, large, 1000, 1), true);
});

test('what was taken leaves its room to others', () => {
  const most = MAX_BYTES / MAX_ONE;
  const large = raw('x'.repeat(MAX_ONE));
  for (let n = 0; n < most; n += 1) bodies.put(`r${n}`, PLACE, large, 0, n);
  bodies.take('r1', 1);
  bodies.put('new', PLACE, large, 1, -1);
  assert.ok(bodies.take('r0', 1));
});

test('a body that is looked at goes on waiting', () => {
  bodies.put('r1', PLACE, raw('abc'), 0, 1);
  assert.deepEqual(bodies.look('r1', 1), bodies.look('r1', 2));
  assert.ok(bodies.take('r1', 3));
  assert.equal(bodies.look('r1', 3), undefined);
});
