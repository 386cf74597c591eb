/** Whether a request is meant, by the rules as the app makes them: tests/contract/block_rules.jsonl, which the app's tests read as well. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placesOf, stoppedBy } from '../../extension/background/rule_match.js';

const EXAMPLES = readFileSync(new URL('../contract/block_rules.jsonl', import.meta.url), 'utf8');

for (const { line, rule, stopped = [], spared = [] } of EXAMPLES.split('\n').filter(Boolean).map((one) => JSON.parse(one))) {
  // What lets through needs something to let through.
  const isMeant = stoppedBy(rule.allow ? [{ domains: ['t.example', 'u.example'] }, rule] : [rule]);
  for (const [url, type] of stopped) test(`${line} stops ${url} (${type})`, () => assert.equal(isMeant({ url, type }), true));
  for (const [url, type] of spared) test(`${line} spares ${url} (${type})`, () => assert.equal(isMeant({ url, type }), false));
}

test("Firefox's own words for a type are the same type", () => {
  const isMeant = stoppedBy([{ domains: ['t.example'], types: ['ping', 'image'] }]);
  const asked = ['beacon', 'imageset', 'ping', 'script'].map((type) => isMeant({ url: 'https://t.example/', type }));
  assert.deepEqual(asked, [true, true, true, false]);
});

test('without rules nothing is meant, and a rule that cannot be read means nothing', () => {
  assert.equal(stoppedBy([])({ url: 'https://t.example/', type: 'image' }), false);
  assert.equal(stoppedBy([{ regex: '(bad' }])({ url: 'https://t.example/', type: 'image' }), false);
});

/** @type {[any, string[]][]} */
const places = [
  [{ domains: ['t.example', 'u.example'] }, ['*://*.t.example/*', '*://*.u.example/*']],
  [{ url_filter: '||google.com/pagead/1p*/x' }, ['*://*.google.com/pagead/1p*']],
  [{ url_filter: '||t.example^*/ev.js' }, ['*://*.t.example/*']],
  [{ url_filter: '||t.example/tr?id=' }, ['*://*.t.example/tr*']],
  [{ url_filter: '||t.exam' }, []],
  [{ url_filter: '||t.example.' }, []],
  [{ url_filter: '/pixel?' }, []],
  [{ regex: 't\\.example' }, []],
];
for (const [rule, expected] of places) {
  const where = expected.join(' and ') || 'any place';
  test(`all that ${JSON.stringify(rule)} means lies in ${where}`, () => assert.deepEqual(placesOf(rule), expected));
}
