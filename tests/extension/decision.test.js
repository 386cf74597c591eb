import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const decide = openPage('', { upTo: 'decision.js' }).inside('netcurtainDecision').decide;
/** @param {string} level @param {Record<string, unknown>} [more] */
const verdict = (level, more) => ({ forms: [{ form: 'f', level }], ...more });

/** @type {[string, Record<string, unknown>, string][]} */
const cases = [
  ['a form that nobody described', { linked: true, described: false, verdict: verdict('warning') }, 'go'],
  ['anything while the app is known to be away', { linked: false, described: true, verdict: verdict('warning') }, 'go'],
  ['a warning', { linked: true, described: true, verdict: verdict('warning') }, 'ask'],
  ['a warning before the link is known', { linked: null, described: true, verdict: verdict('warning') }, 'ask'],
  ['a warning that was answered in this visit', { linked: true, described: true, verdict: verdict('warning', { answered: true }) }, 'go'],
  ['a warning that was answered in this document', { linked: true, described: true, answered: true, verdict: verdict('warning') }, 'go'],
  ['a warning in a visit that is paused', { linked: true, described: true, verdict: verdict('warning', { paused: true }) }, 'go'],
  ['no verdict after it was waited for', { linked: true, described: true, waited: true, verdict: null }, 'go'],
  ['a warning after it was waited for', { linked: true, described: true, waited: true, verdict: verdict('warning') }, 'ask'],
  ['a notice', { linked: true, described: true, verdict: verdict('notice') }, 'go'],
  ['nothing seen', { linked: true, described: true, verdict: verdict('nothing_seen') }, 'go'],
  ['no verdict yet', { linked: true, described: true, verdict: null }, 'wait'],
  ['no link yet', { linked: null, described: true, verdict: null }, 'wait'],
  [
    'a verdict that does not know the form yet',
    { linked: true, described: true, verdict: { forms: [{ form: 'g', level: 'warning' }] } },
    'wait',
  ],
  ['a verdict on no form', { linked: true, described: true, verdict: {} }, 'wait'],
];
for (const [name, known, decision] of cases) {
  test(`${name}: ${decision}`, () => assert.equal(decide({ form: 'f', ...known }), decision));
}
