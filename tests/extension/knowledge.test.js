import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Knowledge } from '../../extension/background/knowledge.js';

/** @type {Record<string, any>} */
let stored;
/** @type {Knowledge} */
let knowledge;
const newKnowledge = () =>
  new Knowledge({
    set: (items) => Object.assign(stored, structuredClone(items)),
    remove: (key) => delete stored[key],
  });
/** @type {any} */
const VERDICT = { type: 'verdict', page: 'p1', level: 'warning', rules: [{ domains: ['t.example'] }] };

beforeEach(() => {
  stored = { pages: [], run: 'x' };
  knowledge = newKnowledge();
});

test('a background that was stopped still knows the verdict, its rules, and where forms go', () => {
  knowledge.addActions('p1', ['https://e.org/send?x=zq01', 'https://f.org/take']);
  knowledge.learn(VERDICT);
  const again = newKnowledge();
  again.restore(stored);
  assert.deepEqual(again.verdict('p1'), VERDICT);
  assert.deepEqual([...again.actions('p1')], ['https://e.org/send', 'https://f.org/take']);
  assert.ok(!JSON.stringify(stored).includes('zq01'));
});

test('a page that is gone is forgotten, in the storage too', () => {
  knowledge.learn(VERDICT);
  knowledge.learn({ ...VERDICT, page: 'p2' });
  knowledge.keepOnly(new Set(['p2']));
  assert.equal(knowledge.verdict('p1'), undefined);
  assert.deepEqual(Object.keys(stored), ['pages', 'run', 'known p2']);
});

test('the places a page may have are bounded, the newest stay', () => {
  for (let n = 0; n < 300; n += 1) knowledge.addActions('p1', [`https://e.org/${n}`]);
  assert.equal(knowledge.actions('p1').size, 200);
  assert.ok(knowledge.actions('p1').has('https://e.org/299'));
});
