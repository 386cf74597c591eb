/** What the popup says of how long pages are remembered and where, and what may be done about it there, without a passphrase. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS, buttons, open, part, press, scene, text } from './popup_scene.js';
import { turn } from './waiting.js';

/** @type {[any, string][]} */
const keepings = [
  [{ keeping: 'forget_soon' }, 'Pages are forgotten soon after you leave them. Nothing is on disk.'],
  [{ keeping: 'until_close' }, 'Pages are remembered until Netcurtain closes, in memory only.'],
  [{ keeping: 'until_close', isPrivate: true }, 'This is a private window: nothing of it is remembered.'],
  [{ keeping: '' }, ''],
  [{ keeping: 'a word to come' }, ''],
];
for (const [news, line] of keepings) {
  test(`${JSON.stringify(news)}: "${line}"`, async () => {
    await open(news);
    assert.equal(text('keeping'), line);
  });
}

const KEPT = 'Pages from this browser are being kept on this computer.';
const CHOSEN = 'Pages that are chosen in Netcurtain are kept on this computer.';
const LOCKED = 'Pages from this browser are kept on this computer, locked. Nothing is added now.';
const SURE = 'Erase all that Netcurtain keeps? It cannot be brought back.';
const DELETED = "Deleted from Netcurtain. Your browser's history, backups and saved copies may still have it.";

/** @type {[any, string, string[]][]} */
const kept = [
  [{ kept: 'open', keeping: 'days_7' }, KEPT, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'open', keeping: 'chosen' }, CHOSEN, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'locked', keeping: 'days_30' }, LOCKED, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'locked', keeping: 'until_close' }, LOCKED, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'open', unkept: true }, `${KEPT} This visit is not kept.`, ['', 'Erase everything']],
  [{ kept: 'open', isPrivate: true }, `${KEPT} This is a private window: nothing of it is remembered.`, ['', 'Erase everything']],
  [{ kept: 'open', paused: true }, KEPT, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'open', page: '', judged: false }, KEPT, ['', 'Erase everything']],
  [{ kept: 'open', keeping: 'days_7', allowed: false }, KEPT, ['', 'Erase everything']],
  [{ kept: 'open', keeping: 'chosen', allowed: false }, CHOSEN, ['', 'Erase everything']],
  [{ kept: 'none', keeping: 'until_close', allowed: false }, '', ['', '']],
  [{ kept: 'locked', keeping: 'chosen' }, LOCKED, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'open', mode: 'serve' }, KEPT, ["Don't keep this one", 'Erase everything']],
  [{ kept: 'none', unkept: true }, 'This visit is not kept.', ['', '']],
  [{ kept: 'open', state: 'away' }, '', ['', '']],
];
for (const [news, line, said] of kept) {
  test(`${JSON.stringify(news)}: "${line}", and what may be done about it`, async () => {
    await open(news);
    assert.deepEqual([text('keeping'), [text('first'), text('second')]], [line, said]);
    assert.deepEqual(buttons().filter((id) => id === 'first' || id === 'second').length, said.filter(Boolean).length);
  });
}

test('not to keep a visit is asked for with one press, and then said', async () => {
  scene.words = WORDS;
  await open({ kept: 'open', keeping: 'days_7' });
  scene.words = { ...WORDS, unkept: true };
  await press('first');
  assert.deepEqual(scene.asked.at(-1), { tab: 1, kind: 'dont_keep' });
  assert.deepEqual([text('keeping'), text('first')], [`${KEPT} This visit is not kept.`, '']);
});

test('to erase everything is asked once more, and the same button then says that it is not wanted', async () => {
  await open({ kept: 'locked', keeping: 'days_7' });
  await press('second');
  assert.deepEqual([text('keeping'), text('first'), text('second')], [SURE, 'Erase everything', 'Not now']);
  await press('second');
  assert.deepEqual([text('keeping'), text('second')], [LOCKED, 'Erase everything']);
  assert.deepEqual(scene.asked.filter(({ kind }) => kind === 'erase'), []);
});

test('what was erased is said, and stays said when the popup looks again', async () => {
  await open({ kept: 'open', keeping: 'days_7' });
  await press('second');
  /** @type {(done: any) => void} */
  let come = () => {};
  scene.erased = new Promise((resolve) => (come = resolve));
  await press('first');
  assert.deepEqual(scene.asked.filter(({ kind }) => kind === 'erase'), [{ tab: 1, kind: 'erase' }]);
  assert.deepEqual([text('keeping'), part('first').hidden, part('second').hidden], [SURE, true, true]);
  come({ type: 'erased', gone: true });
  while (text('keeping') === SURE) await turn();
  Object.assign(scene.status, { kept: 'none', keeping: 'until_close' });
  await scene.secondsLater();
  assert.deepEqual([text('keeping'), text('first'), text('second')], [DELETED, '', '']);
});

for (const answer of [{ type: 'erased', gone: false }, null]) {
  test(`where not all could be erased that is said: ${JSON.stringify(answer)}`, async () => {
    await open({ kept: 'open' });
    scene.erased = answer;
    await press('second');
    await press('first');
    while (text('keeping') === SURE) await turn();
    assert.equal(text('keeping'), 'Some of it may still be there. Please try once more.');
  });
}
