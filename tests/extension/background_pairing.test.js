/** The background and the pairing: a browser that is connected anew, and an app that does not know the browser. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeBrowser } from './fake_browser.js';
import { PORT, secretOfCode } from './fake_app.js';
import { until } from './waiting.js';

const CODE = 'ABCDE-FGHIJ-KLMNO-PQRST';
const IMAGE = { tabId: 1, type: 'image', url: 'https://t.example/tr', requestId: 'r1' };

/** @type {FakeBrowser} */
let browser;
/** @type {FakeBrowser['app']} */
let app;

beforeEach(() => {
  browser = new FakeBrowser();
  app = browser.app;
});

/** What the background means to do later, by how much later. @returns {Record<number, () => void>} */
function laterOnes() {
  /** @type {Record<number, () => void>} */
  const waiting = {};
  const before = globalThis.setTimeout;
  const noted = (/** @type {() => void} */ work, /** @type {number} */ ms) => {
    waiting[ms] = work;
    return before(work, ms);
  };
  Object.assign(globalThis, { setTimeout: noted });
  return waiting;
}

test('a browser that is connected anew tells its pages as one that was not watched from the start', async () => {
  await browser.start();
  await until(() => browser.badges[''] === '');
  browser.go(1, 'https://www.example.org/report');
  browser.request(IMAGE);
  await until(() => app.all('page').length && app.all('requests').length);
  assert.equal(app.all('page')[0].from_start, true);
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  app.heard = [];
  assert.deepEqual(await browser.fromUs({ kind: 'pair', code: CODE, port: PORT }), { result: 'paired' });
  await until(() => app.all('page').length);
  assert.equal(app.all('page')[0].from_start, false);
});

test('an app that does not know the browser is asked again now and then, until the one that does is back', async () => {
  const { secret } = app;
  app.secret = Buffer.alloc(32, 8);
  await browser.start();
  const waiting = laterOnes();
  await until(() => waiting[30_000]);
  assert.equal((await browser.fromUs({ kind: 'connect', again: true })).state, 'not_known');
  app.secret = secret;
  waiting[30_000]?.();
  await until(() => browser.badges[''] === '');
  assert.deepEqual(await browser.fromUs({ kind: 'connect', again: true }), { state: 'up', app: '0.1.0', mode: 'desktop' });
});

test('a form finds the app again that did not know the browser before', async () => {
  const { secret } = app;
  app.secret = Buffer.alloc(32, 8);
  await browser.start();
  assert.equal((await browser.fromUs({ kind: 'connect' })).state, 'not_known');
  browser.go(1, 'https://www.example.org/report');
  app.secret = secret;
  const form = { page_url: '', title: '', headings: [], text_near: '', language: 'en' };
  const described = { ...form, form: { action: '', method: 'get', fields: [], legends: [], buttons: [] } };
  await browser.fromPage(1, { kind: 'form', form: 'f1', descriptor: described, actions: [] });
  await until(() => app.all('form').length);
});

test('a browser that was sent away does not try again', async () => {
  await browser.start();
  await until(() => browser.badges[''] === '');
  const dialled = app.sockets.length;
  app.close(4007);
  await until(() => browser.badges[''] === '?');
  assert.equal((await browser.fromUs({ kind: 'connect' })).state, 'removed');
  assert.equal(app.sockets.length, dialled);
});
