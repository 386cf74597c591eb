import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakePort } from './fake_chrome.js';

const { askTop } = await import('../../extension/background/ask_top.js');
/** @type {any[][]} */
let connected;
/** @type {FakePort} */
let top;

beforeEach(() => {
  connected = [];
  top = new FakePort('ask_top');
  const connect = (/** @type {any[]} */ ...args) => (connected.push(args), top);
  Object.assign(globalThis, { chrome: { runtime: { id: 'ours' }, tabs: { connect } } });
});
/** @param {Record<string, unknown>} [sender] */
function frame(sender) {
  const port = new FakePort('ask_top', { id: 'ours', tab: { id: 7 }, frameId: 3, ...sender });
  askTop(/** @type {any} */ (port));
  return port;
}

test('what a frame and the page around it say to each other is carried', () => {
  const port = frame();
  assert.deepEqual(connected, [[7, { name: 'ask_top', frameId: 0 }]]);
  port.hear({ kind: 'ask', verdict: {} });
  top.hear({ kind: 'asking' });
  top.hear({ kind: 'choice', choice: 'not_now' });
  assert.deepEqual(top.said, [{ kind: 'ask', verdict: {} }]);
  assert.deepEqual(port.said, [{ kind: 'asking' }, { kind: 'choice', choice: 'not_now' }]);
});

test('each only what it may say', () => {
  const port = frame();
  port.hear({ kind: 'choice', choice: 'as_it_is' });
  port.hear(undefined);
  top.hear({ kind: 'ask' });
  assert.deepEqual([top.said, port.said], [[], []]);
});

test('when one of them goes, the other hears it, and nothing more is said', () => {
  const port = frame();
  port.end();
  assert.equal(top.isOpen, false);
  top.hear({ kind: 'asking' });
  assert.deepEqual(port.said, []);
  const another = frame();
  top = new FakePort('ask_top');
  assert.equal(another.isOpen, true);
});

for (const [who, sender] of [
  ['another extension', { id: 'theirs' }],
  ['a page of ours', { tab: undefined }],
  ['the top itself', { frameId: 0 }],
]) {
  test(`${who} is not heard`, () => {
    assert.equal(frame(/** @type {any} */ (sender)).isOpen, false);
    assert.deepEqual(connected, []);
  });
}
