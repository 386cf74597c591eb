/** A page that asks for things without end, beside another tab: the background as a whole. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { app, browser, FORM, openPage, requests, SUBMISSION } from './background_scene.js';
import { until } from './waiting.js';

const FLOOD = 5000;
const HOSTILE = 'https://hostile.example/';
const SENT = { ...SUBMISSION, submission: 's2', held: false };

/** @param {number} [count] */
function flood(count = FLOOD) {
  for (let n = 0; n < count; n += 1) browser.request({ tabId: 2, requestId: `f${n}`, url: `https://t${n % 200}.example/${n}` });
}

async function openBoth() {
  await openPage();
  browser.go(2, HOSTILE);
  // The page itself is the first thing that it asked for: with that told, nothing of it waits.
  await until(() => app.all('page').length === 2 && requests().some(({ type, url }) => type === 'main_frame' && url === HOSTILE));
  const [form, hostile] = app.all('page').map(({ page }) => page);
  return { form, hostile };
}

test('all that another tab asks for and sends is told, whatever the page asks for', async () => {
  const { form, hostile } = await openBoth();
  flood();
  for (let n = 0; n < 300; n += 1) browser.request({ tabId: 1, requestId: `g${n}`, url: `https://u.example/${n}` });
  await browser.fromPage(1, SENT);
  await until(() => app.all('submission').length === 1);
  const told = requests();
  assert.equal(told.filter(({ page, url }) => page === form && url.startsWith('https://u.example/')).length, 300);
  assert.ok(told.filter(({ page }) => page === hostile).length < FLOOD / 2);
  const gaps = app.all('page').filter(({ from_start }) => from_start === false);
  await until(() => app.all('page').some(({ page, from_start }) => page === hostile && from_start === false));
  assert.ok(gaps.every(({ page }) => page === hostile));
});

test('a page that goes on asking is told of one by one for a while, and then by kinds', async () => {
  const { hostile } = await openBoth();
  for (let round = 1; round <= 4; round += 1) {
    flood(1000);
    await browser.fromPage(1, FORM);
    await until(() => app.all('form').length === round + 1);
  }
  const told = requests().filter(({ page }) => page === hostile).length;
  assert.ok(told >= 2000, `${told}`);
  assert.ok(told < 3000, `${told}`);
});

test('of what was not told by itself, how far it got is not told either', async () => {
  const { hostile } = await openBoth();
  flood();
  await until(() => requests().some(({ page }) => page === hostile));
  await browser.fromPage(1, FORM);
  const known = new Set(requests().map(({ id }) => id));
  for (const { fates } of app.all('fates')) for (const { request } of fates) assert.ok(known.has(request));
});

test('while the app takes nothing, what is told waits and is joined, and the submission is told when it does again', async () => {
  await openBoth();
  const socket = /** @type {any} */ (app.sockets.at(-1));
  await until(() => app.all('front').length > 0);
  socket.bufferedAmount = 5 * 1024 * 1024;
  const before = app.heard.length;
  flood();
  await browser.fromPage(1, SENT);
  flood();
  // Messages keep their order: had any of that been told, it would have come before this.
  void browser.fromUs({ kind: 'words', tab: 1 });
  await until(() => app.all('popup').length === 1);
  assert.deepEqual(app.heard.slice(before).filter(({ type }) => type === 'requests' || type === 'submission'), []);
  assert.deepEqual(browser.session['waiting'].map((/** @type {any} */ one) => one.submitted.submission), ['s2']);
  socket.bufferedAmount = 0;
  await until(() => app.all('submission').length === 1);
  assert.ok(requests().length < FLOOD);
  assert.ok(requests().some(({ count }) => count > 1));
});
