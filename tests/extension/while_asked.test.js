/** What is stopped while the person is asked, from the card's coming to its end. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { LOOK_MS, WhileAsked } from '../../extension/background/while_asked.js';
import { turn } from './waiting.js';

const RULES = [{ domains: ['t.example'] }];
const CARD = { submission: 's1', page: 'p1', tab: 1, frame: 0 };
const PAGE = { page: 'p1', tab: 1, site: 'e.org' };
/** What was done, in order. @type {any[]} */
let done;
/** @type {any} */
let saved;
let [had, isUp] = [false, true];
/** @type {any} */
let meant;
/** @type {any[]} */
let list;
/** @type {WhileAsked} */
let asked;

/** As in Firefox, or not. @param {boolean} can */
const letHold = (can) => Object.assign(globalThis, { chrome: { webRequest: can ? { filterResponseData() {} } : {} } });

const newOne = () =>
  new WhileAsked(
    /** @type {any} */ ({
      pages: {
        of: (/** @type {number} */ tab) => (tab === 1 ? PAGE : undefined),
        named: (/** @type {string} */ name) => (name === 'p1' ? PAGE : undefined),
      },
      notes: { rules: () => list, actions: () => new Set(['https://forms.example.net/take']) },
      rules: {
        stopIn: () => had,
        leaveOut: async (/** @type {any[]} */ ...what) => done.push(['leaveOut', ...what]),
        lift: async (/** @type {number} */ tab) => done.push(['lift', tab]),
      },
      held: {
        hold: (/** @type {number} */ tab, /** @type {any} */ isMeant) => done.push(['hold', tab]) && (meant = isMeant),
        end: (/** @type {any[]} */ ...what) => done.push(['end', ...what]),
        settle: (/** @type {any[]} */ ...what) => done.push(['settle', ...what]),
      },
      isStillUp: async () => isUp,
      save: (/** @type {any} */ all) => (saved = structuredClone(all)),
    }),
  );

beforeEach(() => {
  mock.timers.enable({ apis: ['setInterval'] });
  [had, isUp] = [false, true];
  letHold(false);
  [done, list, saved] = [[], RULES, undefined];
  asked = newOne();
});
afterEach(() => mock.timers.reset());

test('the tab has the rules as soon as the card is up, and newer ones as they come', () => {
  asked.began(CARD);
  assert.deepEqual(done, [['leaveOut', 1, RULES]]);
  assert.equal(asked.isAsked(1), true);
  list = [...RULES, { domains: ['u.example'] }];
  asked.learned(1);
  asked.learned(2);
  assert.deepEqual(done.at(-1), ['leaveOut', 1, list]);
  assert.equal(done.length, 2);
});

/** @type {[import('../../extension/common/messages.js').Choice, any[][], boolean][]} */
const choices = [
  ['not_now', [['end', 1, false], ['lift', 1]], false],
  ['as_it_is', [['end', 1, true], ['lift', 1]], false],
  ['without_companies', [['end', 1, false]], false],
  ['leave', [['settle', 1, false]], true],
];
for (const [choice, expected, stillAsked] of choices) {
  test(`after ${choice} the rules ${expected.length === 2 ? 'are lifted' : 'stay'}`, () => {
    asked.began(CARD);
    done.length = 0;
    asked.answered('s1', choice);
    assert.deepEqual(done, expected);
    assert.equal(asked.isAsked(1), stillAsked);
    assert.equal(saved.length, stillAsked ? 1 : 0);
  });

  test(`rules that the tab had before stay after ${choice}`, () => {
    had = true;
    asked.began(CARD);
    asked.answered('s1', choice);
    asked.pageGone('p1');
    assert.deepEqual(done.filter(([what]) => what === 'lift' || what === 'leaveOut'), []);
  });
}

test('when the page goes it ends, and another page does not matter', () => {
  asked.began(CARD);
  asked.pageGone('p2');
  assert.equal(asked.isAsked(1), true);
  asked.pageGone('p1');
  assert.deepEqual(done.slice(1), [['end', 1, false], ['lift', 1]]);
});

test('a card that is gone without an answer ends it, one that is up does not', async () => {
  asked.began(CARD);
  mock.timers.tick(LOOK_MS);
  await turn();
  assert.equal(asked.isAsked(1), true);
  isUp = false;
  mock.timers.tick(LOOK_MS);
  await turn();
  assert.deepEqual(done.slice(1), [['end', 1, false], ['lift', 1]]);
  asked.began(CARD);
  isUp = true;
  mock.timers.tick(LOOK_MS);
  await turn();
  assert.equal(asked.isAsked(1), true);
});

test('two frames that ask are two: it ends with the second', () => {
  asked.began(CARD);
  asked.began({ ...CARD, submission: 's2', frame: 3 });
  asked.answered('s1', 'not_now');
  assert.deepEqual(done.filter(([what]) => what === 'lift'), []);
  asked.answered('s2', 'not_now');
  assert.deepEqual(done.filter(([what]) => what === 'lift'), [['lift', 1]]);
});

test('an answer to what nobody asked changes nothing', () => {
  asked.answered('s9', 'as_it_is');
  assert.deepEqual(done, []);
});

test('a background that was stopped goes on, and lifts the rules of a page that is gone', async () => {
  asked.began(CARD);
  const kept = structuredClone(saved);
  done.length = 0;
  asked = newOne();
  asked.restore([...kept, { ...CARD, submission: 's2', page: 'gone', tab: 2, had: false }]);
  assert.deepEqual(done, [['leaveOut', 1, RULES], ['end', 2, false], ['lift', 2]]);
  assert.deepEqual(saved.map((/** @type {any} */ one) => one.submission), ['s1']);
  isUp = false;
  mock.timers.tick(LOOK_MS);
  await turn();
  assert.equal(asked.isAsked(1), false);
});

test('where requests can be held they are, without rules: never the site itself, nor where the form goes', () => {
  letHold(true);
  list = [{ domains: ['t.example', 'e.org', 'forms.example.net'] }];
  asked.began(CARD);
  assert.deepEqual(done, [['hold', 1]]);
  const held = (/** @type {string} */ url, type = 'xmlhttprequest') => meant({ url, type });
  assert.equal(held('https://t.example/x'), true);
  assert.equal(held('https://u.example/x'), false);
  assert.equal(held('https://t.example/x', 'main_frame'), false);
  assert.equal(held('https://www.e.org/x'), false);
  assert.equal(held('https://forms.example.net/take?x=/x', 'sub_frame'), false);
  assert.equal(held('https://forms.example.net/x'), true);
});

test('there what may be meant anywhere is stopped by rules: to hold it would hold up the site', () => {
  letHold(true);
  const spared = { url_filter: '||t.example/needed^', allow: true };
  list = [spared, { url_filter: '/pixel?' }, { domains: ['t.example'] }];
  asked.began(CARD);
  assert.deepEqual(done, [['leaveOut', 1, [spared, { url_filter: '/pixel?' }]], ['hold', 1]]);
  const held = ['needed', 'x'].map((path) => meant({ url: `https://t.example/${path}`, type: 'image' }));
  assert.deepEqual(held, [false, true]);
});
