/** Which requests a page's frames are asked to compare with what is typed in them, and what the app hears of it. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Bodies } from '../../extension/background/bodies.js';
import { MAX_FRAMES, MAX_PASSED, TypedValues } from '../../extension/background/typed.js';

const ACTION = 'https://forms.example.net/take';
const PAGE = /** @type {any} */ ({ page: 'p1', tab: 1, site: 'e.org' });
const PIXEL = { id: 'r1', url: 'https://t.example/tr?em=zq01', type: 'image', initiator: 'https://www.e.org', time: 12.5 };
const FOUND = { request: 'r1', label: 'Your email', written: /** @type {const} */ ('sha256') };
const TOLD = {
  type: 'typed', page: 'p1', request: 'r1', host: 't.example', label: 'Your email', written: 'sha256', time: 12.5, kind: 'image',
  fate: 'attempted',
};

/** @type {TypedValues} */
let typed;
/** @type {Bodies} */
let bodies;
/** @type {any[]} */
let toFrames;
/** @type {any[]} */
let told;
let wanted = true;
/** @type {import('../../extension/background/address.js').Surroundings} */
let around;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  bodies = new Bodies();
  [toFrames, told, wanted] = [[], [], true];
  around = { site: 'e.org', actions: new Set([ACTION]), leaving: false, rules: [] };
  typed = new TypedValues({
    bodies,
    around: () => around,
    isWanted: () => wanted,
    emit: (observation) => void told.push(observation),
    now: () => 5,
    toFrame: (...passed) => void toFrames.push(passed),
  });
});
afterEach(() => mock.timers.reset());

/** @param {Partial<typeof PIXEL>} [more] */
const attempt = (more) => typed.attempted(/** @type {any} */ ({ ...PIXEL, ...more }), PAGE);

test('a request to a third party goes to the frames in which somebody types, with its body, and to no other', () => {
  attempt();
  assert.deepEqual(toFrames, []);
  typed.typing('p1', 0, true);
  typed.typing('p1', 4, true);
  typed.typing('p2', 7, true);
  bodies.put('r1', 'https://t.example/tr', { raw: [{ bytes: new TextEncoder().encode('told').buffer }] }, 5, 1);
  attempt();
  const message = { kind: 'request', request: 'r1', url: PIXEL.url, raw: 'dG9sZA==' };
  assert.deepEqual(toFrames, [[1, 0, message], [1, 4, message]]);
  assert.ok(bodies.take('r1', 5), 'the app may still ask for it');
});

test('a form goes as it was parsed', () => {
  typed.typing('p1', 0, true);
  bodies.put('r1', 'https://t.example/tr', { formData: { em: ['x'] } }, 5, 1);
  attempt();
  assert.deepEqual(toFrames[0][2].form, { em: ['x'] });
});

/** @type {[string, Partial<typeof PIXEL>, Partial<typeof around>?][]} */
const ITS_OWN = [
  ['to the site itself', { url: 'https://api.e.org/save?em=zq01' }],
  ["to the site's own analytics", { url: 'https://www.e.org/g/collect?v=2&tid=G-ABC' }],
  ['for a page', { type: 'main_frame' }],
  ['to where the form goes', { url: ACTION, type: 'xmlhttprequest' }],
  ["to the form's host, elsewhere", { url: 'https://forms.example.net/save' }],
  ['that may be the form as it leaves', { type: 'xmlhttprequest' }, { leaving: true }],
  ["of a frame to the frame's own site", { initiator: 'https://t.example' }],
];
for (const [name, more, surroundings] of ITS_OWN) {
  test(`a request ${name} is nobody else's`, () => {
    typed.typing('p1', 0, true);
    Object.assign(around, surroundings);
    attempt(more);
    assert.deepEqual(toFrames, []);
  });
}

test('nothing is compared while no app wants it, where nobody types any more, after the form was sent, or of a page that is gone', () => {
  typed.typing('p1', 0, true);
  wanted = false;
  attempt();
  wanted = true;
  typed.typing('p1', 0, false);
  attempt();
  typed.typing('p1', 0, true);
  typed.sent('p1');
  attempt();
  typed.typing('p1', 0, true);
  typed.forget('p1');
  attempt();
  assert.deepEqual(toFrames, []);
});

test('what a frame found is told with its request, as far as that got', () => {
  typed.typing('p1', 0, true);
  attempt();
  typed.found(FOUND, PAGE);
  typed.went('r1', 'sent');
  typed.found({ ...FOUND, written: 'plain' }, PAGE);
  assert.deepEqual(told, [TOLD, { ...TOLD, written: 'plain', fate: 'sent' }]);
  assert.ok(!JSON.stringify(told).includes('zq01'));
});

test('it is told too where the form is sent before the frame answers, but not where that was the form', () => {
  typed.typing('p1', 0, true);
  attempt();
  attempt({ id: 'r2', type: 'xmlhttprequest', url: 'https://late.example.net/take' });
  typed.sent('p1');
  around.actions = new Set([ACTION, 'https://late.example.net/take']);
  typed.found(FOUND, PAGE);
  typed.found({ ...FOUND, request: 'r2' }, PAGE);
  assert.deepEqual(told, [TOLD]);
});

test('what no request of that page could be is passed over, and a label is cut', () => {
  typed.typing('p1', 0, true);
  attempt();
  typed.found({ ...FOUND, request: 'r9' }, PAGE);
  typed.found(FOUND, { ...PAGE, page: 'p2' });
  typed.found({ ...FOUND, written: /** @type {any} */ ('zq01') }, PAGE);
  assert.deepEqual(told, []);
  typed.found({ ...FOUND, label: 'x'.repeat(700) }, PAGE);
  assert.equal(told[0].label.length, 600);
  typed.forget('p1');
  typed.found(FOUND, PAGE);
  assert.equal(told.length, 1);
});

test('there is an end to what is remembered', () => {
  for (let frame = 0; frame < MAX_FRAMES + 5; frame += 1) typed.typing('p1', frame, true);
  attempt();
  assert.equal(toFrames.length, MAX_FRAMES);
  for (let n = 0; n < MAX_PASSED; n += 1) attempt({ id: `s${n}` });
  typed.found(FOUND, PAGE);
  assert.deepEqual(told, []);
  for (let n = 0; n < 400; n += 1) typed.found({ ...FOUND, request: 's499' }, PAGE);
  assert.equal(told.length, 300);
});
