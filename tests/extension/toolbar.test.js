import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { showLink, showPage, words } from '../../extension/background/toolbar.js';
import { word } from './fake_chrome.js';

/** @type {any[][]} */
let shown;
beforeEach(() => {
  shown = [];
  const note = (/** @type {string} */ what) => async (/** @type {any} */ value) => void shown.push([what, value]);
  const names = ['setIcon', 'setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle'];
  const action = Object.fromEntries(names.map((name) => [name, note(name)]));
  Object.assign(globalThis, { chrome: { action, i18n: { getMessage: word } } });
});
/** @param {string} what */
const last = (what) => shown.findLast(([name]) => name === what)?.[1];

const KEPT = '\nPages from this browser are being kept on this computer.';
const CHOSEN = '\nPages that are chosen in Netcurtain are kept on this computer.';
const LOCKED = '\nPages from this browser are kept on this computer, locked. Nothing is added now.';
const PAUSED = 'Netcurtain is paused on this site until you leave it.';
const NOT_ALLOWED = 'Not checked. This browser does not let Netcurtain look at websites yet.';
/** @type {[any, string, string][]} */
const cases = [
  [{ up: false, mode: 'desktop', companies: 3 }, '?', 'Not checked. Netcurtain is not running.'],
  [{ up: true, mode: 'desktop', companies: 0 }, '', 'Netcurtain'],
  [{ up: true, mode: 'desktop', companies: 0, allowed: false }, '?', NOT_ALLOWED],
  [{ up: false, mode: 'desktop', companies: 0, allowed: false }, '?', 'Not checked. Netcurtain is not running.'],
  [{ up: true, mode: 'desktop', companies: 1 }, '1', 'One company was seen here'],
  [{ up: true, mode: 'desktop', companies: 12 }, '12', '12 companies were seen here'],
  [{ up: true, mode: 'desktop', companies: 0, paused: true }, 'II', PAUSED],
  [{ up: true, mode: 'desktop', companies: 2, unchecked: true }, '?', 'A form was sent here before it could be checked. It went as usual.'],
  [{ up: false, mode: 'desktop', companies: 0, paused: true }, '?', 'Not checked. Netcurtain is not running.'],
  [{ up: true, mode: 'serve', companies: 0, paused: true }, 'II', 'Netcurtain is running on this computer without a window'],
  [{ up: true, mode: 'serve', companies: 0 }, '•', 'Netcurtain is running on this computer without a window'],
  [{ up: true, mode: 'serve', companies: 2 }, '2', 'Netcurtain is running on this computer without a window'],
  [{ up: true, mode: 'desktop', companies: 0, kept: 'none' }, '', 'Netcurtain'],
  [{ up: true, mode: 'desktop', companies: 0, kept: 'open' }, '●', `Netcurtain${KEPT}`],
  [{ up: true, mode: 'desktop', companies: 0, kept: 'open', keeping: 'chosen' }, '●', `Netcurtain${CHOSEN}`],
  [{ up: true, mode: 'desktop', companies: 12, kept: 'open' }, '●12', `12 companies were seen here${KEPT}`],
  [{ up: true, mode: 'desktop', companies: 1, kept: 'locked' }, '●1', `One company was seen here${LOCKED}`],
  [{ up: true, mode: 'desktop', companies: 0, paused: true, kept: 'open' }, '●II', `${PAUSED}${KEPT}`],
  [{ up: true, mode: 'desktop', companies: 0, allowed: false, kept: 'open' }, '●?', `${NOT_ALLOWED}${KEPT}`],
  [{ up: true, mode: 'serve', companies: 0, kept: 'locked' }, '●', `Netcurtain is running on this computer without a window${LOCKED}`],
  [{ up: false, mode: 'desktop', companies: 3, kept: 'open' }, '?', 'Not checked. Netcurtain is not running.'],
];
for (const [seen, text, title] of cases) {
  test(`${JSON.stringify(seen)}: "${text}", "${title}"`, () => assert.deepEqual(words(seen), { text, title }));
}

/** @type {[any, string][]} */
const icons = [['up', 'icon'], ['away', 'grey'], ['not_paired', 'grey'], ['update_app', 'grey']];
for (const [state, icon] of icons) {
  test(`the icon while the link is ${state} is ${icon}`, () => {
    showLink(state, 'desktop');
    assert.equal(last('setIcon').path[16], `/icons/${icon}-16.png`);
    assert.equal(last('setBadgeText').text, state === 'up' ? '' : '?');
  });
}

test('a tab without a page shows as well that pages are kept', () => {
  showLink('up', 'desktop', true, { kept: 'open' });
  assert.deepEqual([last('setBadgeText').text, last('setTitle').title], ['●', `Netcurtain${KEPT}`]);
});

test("a tab's own number is set, and set back when the link goes", () => {
  showPage(4, { up: true, mode: 'desktop', companies: 2, paused: false });
  assert.deepEqual(last('setBadgeText'), { tabId: 4, text: '2' });
  showPage(4, { up: false, mode: 'desktop', companies: 2, paused: false });
  assert.deepEqual(last('setBadgeText'), { tabId: 4, text: '?' });
  assert.deepEqual(last('setTitle'), { tabId: 4, title: 'Not checked. Netcurtain is not running.' });
});
