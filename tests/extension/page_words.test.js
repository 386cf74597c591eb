import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { ANSWER_MS, PageWords } from '../../extension/background/page_words.js';

mock.timers.enable({ apis: ['setTimeout'] });
/** @type {any[]} */
let sent;
/** @type {PageWords} */
let words;
beforeEach(() => {
  sent = [];
  words = new PageWords((question) => void sent.push(question));
});
/** @param {string} page @param {string} headline @returns {any} */
const said = (page, headline) => ({ type: 'page_words', page, headline });

/** @param {any} answer */
const headline = (answer) => answer?.headline;

test('a question goes over the link, and the answer for its page comes back', async () => {
  const answer = words.ask({ type: 'popup', page: 'p1' });
  assert.deepEqual(sent, [{ type: 'popup', page: 'p1' }]);
  words.heard(said('p2', 'of another'));
  words.heard(said('p1', 'of this'));
  assert.equal(headline(await answer), 'of this');
});

test('what became of an erasing comes back, beside answers about pages, and may take longer', async () => {
  const erasing = words.ask({ type: 'erase' }, 2 * ANSWER_MS);
  const answer = words.ask({ type: 'popup', page: 'p1' });
  words.heard(said('p1', 'of this'));
  assert.equal(headline(await answer), 'of this');
  mock.timers.tick(ANSWER_MS);
  words.heard({ type: 'erased', gone: true });
  assert.deepEqual(await erasing, { type: 'erased', gone: true });
  const late = words.ask({ type: 'erase' }, 2 * ANSWER_MS);
  mock.timers.tick(2 * ANSWER_MS);
  assert.equal(await late, null);
});

test('answers come in the order of the questions', async () => {
  const both = [words.ask({ type: 'popup', page: 'p1' }), words.ask({ type: 'pause', page: 'p1', paused: true })];
  words.heard(said('p1', 'first'));
  words.heard(said('p1', 'second'));
  words.heard(said('p1', 'to nobody'));
  assert.deepEqual((await Promise.all(both)).map(headline), ['first', 'second']);
});

test('it is not waited for ever, and who waits no more does not take the answer to the next question', async () => {
  const late = words.ask({ type: 'popup', page: 'p1' });
  mock.timers.tick(ANSWER_MS);
  assert.equal(await late, null);
  const next = words.ask({ type: 'popup', page: 'p1' });
  words.heard(said('p1', 'in time'));
  assert.equal(headline(await next), 'in time');
});
