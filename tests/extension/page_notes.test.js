import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PageNotes } from '../../extension/background/page_notes.js';

/** @type {Record<string, any>} */
let stored;
/** @type {PageNotes} */
let notes;
const newNotes = () =>
  new PageNotes({
    set: (items) => Object.assign(stored, structuredClone(items)),
    remove: (key) => delete stored[key],
  });
/** @type {any} */
const VERDICT = { type: 'verdict', page: 'p1', level: 'warning', rules: [{ domains: ['t.example'] }] };

beforeEach(() => {
  stored = { pages: [], run: 'x' };
  notes = newNotes();
});

test('a background that was stopped still knows the verdict, its rules, and where forms go', () => {
  notes.addActions('p1', ['https://e.org/send?x=zq01', 'https://f.org/take']);
  notes.learn(VERDICT);
  const again = newNotes();
  again.restore(stored);
  assert.deepEqual(again.verdict('p1'), VERDICT);
  assert.deepEqual([...again.actions('p1')], ['https://e.org/send', 'https://f.org/take']);
  assert.ok(!JSON.stringify(stored).includes('zq01'));
});

test('a page that is gone is forgotten, in the storage too', () => {
  notes.learn(VERDICT);
  notes.learn({ ...VERDICT, page: 'p2' });
  notes.keepOnly(new Set(['p2']));
  assert.equal(notes.verdict('p1'), undefined);
  assert.deepEqual(Object.keys(stored), ['pages', 'run', 'note p2']);
});

test('the places a page may have are bounded, the newest stay', () => {
  for (let n = 0; n < 300; n += 1) notes.addActions('p1', [`https://e.org/${n}`]);
  assert.equal(notes.actions('p1').size, 200);
  assert.ok(notes.actions('p1').has('https://e.org/299'));
});

test('where forms go is not gathered anew for every request', () => {
  notes.addActions('p1', ['https://e.org/send']);
  notes.learn(VERDICT);
  assert.equal(notes.actions('p1'), notes.actions('p1'));
  assert.deepEqual(stored['note p1'], { actions: ['https://e.org/send'], verdict: VERDICT });
});

test('the rules with which the person was asked stay until the answer, whatever a new app knows', () => {
  notes.learn(VERDICT);
  notes.asked('p1');
  notes.learn({ ...VERDICT, level: 'notice', rules: [] });
  const again = newNotes();
  again.restore(stored);
  assert.deepEqual(again.rules('p1'), [{ domains: ['t.example'] }]);
  again.learn({ ...VERDICT, rules: [{ domains: ['t.example'] }, { domains: ['u.example'] }] });
  assert.deepEqual(again.rules('p1'), [{ domains: ['t.example'] }, { domains: ['u.example'] }]);
  again.answered('p1');
  again.learn({ ...VERDICT, rules: [] });
  assert.deepEqual(again.rules('p1'), []);
});
