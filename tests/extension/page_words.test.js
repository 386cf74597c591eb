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

test('a question goes over the link, and the answer for its page comes back', async () => {
  const answer = words.ask({ type: 'popup', page: 'p1' });
  assert.deepEqual(sent, [{ type: 'popup', page: 'p1' }]);
  words.heard(said('p2', 'of another'));
  words.heard(said('p1', 'of this'));
  assert.equal((await answer)?.headline, 'of this');
});

test('answers come in the order of the questions', async () => {
  const both = [words.ask({ type: 'popup', page: 'p1' }), words.ask({ type: 'pause', page: 'p1', paused: true })];
  words.heard(said('p1', 'first'));
  words.heard(said('p1', 'second'));
  words.heard(said('p1', 'to nobody'));
  assert.deepEqual((await Promise.all(both)).map((one) => one?.headline), ['first', 'second']);
});

test('it is not waited for ever, and who waits no more does not take the answer to the next question', async () => {
  const late = words.ask({ type: 'popup', page: 'p1' });
  mock.timers.tick(ANSWER_MS);
  assert.equal(await late, null);
  const next = words.ask({ type: 'popup', page: 'p1' });
  words.heard(said('p1', 'in time'));
  assert.equal((await next)?.headline, 'in time');
});
