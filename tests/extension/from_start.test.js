/** From the start, with the whole background: the app says it, the browser keeps it, the popup shows it and can lift it for a visit. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeBrowser } from './fake_browser.js';
import { turn, until } from './waiting.js';

const POLICE = 'https://www.north.police.uk/report';
const META = 'https://www.facebook.com/tr/?ev=PageView';
const RULES = [{ url_filter: '||facebook.com/tr^' }, { domains: ['t.example'] }];
const WANTED = { companies: ['Meta', 'Tee'], hosts: ['police.uk'], rules: RULES };
const ALWAYS = { type: 'standing', keeping: 'until_close', from_the_start: WANTED };
const ASK = { type: 'standing', keeping: 'until_close' };

/** @type {FakeBrowser} */
let browser;
beforeEach(async () => {
  browser = new FakeBrowser();
  await browser.start();
  while ((await browser.fromUs({ kind: 'status', again: true })).state !== 'up') await turn();
});

const hosts = () => browser.rules.dynamic.map(({ condition }) => condition.initiatorDomains);
const lifts = () => browser.rules.rules.map(({ priority, action, condition }) => [priority, action.type, condition.tabIds]);
const status = async () => (await browser.fromUs({ kind: 'status', tab: 1, again: true })).fromStart;
async function said(/** @type {any} */ standing, /** @type {number} */ rules) {
  await browser.app.say(standing);
  await until(() => browser.rules.dynamic.length === rules);
  await turn();
}

test('what the app says is kept by the browser, with the answer', async () => {
  await said(ALWAYS, 2);
  assert.deepEqual(hosts(), [WANTED.hosts, WANTED.hosts]);
  assert.deepEqual(browser.local['from_the_start'].wanted, WANTED);
});

test('another answer takes everything away, from the disk too', async () => {
  await said(ALWAYS, 2);
  await said(ASK, 0);
  assert.deepEqual(browser.local, {});
});

test('the same answer again changes nothing', async () => {
  await said(ALWAYS, 2);
  let changes = 0;
  const update = browser.rules.updateDynamicRules;
  browser.rules.updateDynamicRules = async (change) => {
    changes += 1;
    await update(change);
  };
  await browser.app.say(ALWAYS);
  await said({ ...ALWAYS, from_the_start: { ...WANTED, rules: RULES.slice(1) } }, 1);
  assert.equal(changes, 1);
});

test('with the app away it goes on, and a background that was stopped knows it again', async () => {
  await said(ALWAYS, 2);
  browser.app.stop();
  await browser.start();
  browser.go(1, POLICE);
  await turn();
  assert.deepEqual(await status(), { companies: 2, lifted: false });
  assert.equal(browser.rules.dynamic.length, 2);
});

test('rules of which nothing is known any more are taken away', async () => {
  browser.rules.dynamic = [{ id: 1, condition: {} }];
  await browser.start();
  await until(() => browser.rules.dynamic.length === 0);
});

test('one bad rule does not take the others with it, and where none is taken nothing looks as if it held', async () => {
  await said({ ...ALWAYS, from_the_start: { ...WANTED, rules: [{ regex: '(bad' }, { domains: ['t.example'] }] } }, 1);
  await said({ ...ALWAYS, from_the_start: { ...WANTED, rules: [{ regex: '(bad' }] } }, 0);
  browser.go(1, POLICE);
  await turn();
  assert.equal(await status(), null);
});

test('a pairing that the app has ended takes it away', async () => {
  await said(ALWAYS, 2);
  browser.app.close(4007);
  await until(() => browser.rules.dynamic.length === 0);
  assert.deepEqual(browser.local, {});
});

test('only a listed page is told of in the popup', async () => {
  await said(ALWAYS, 2);
  browser.go(1, 'https://www.shop.example/');
  await turn();
  assert.equal(await status(), null);
});

test('a request that it stops was stopped by us; one that it does not mean, or on another page, by another', async () => {
  await said(ALWAYS, 2);
  browser.go(1, POLICE);
  browser.go(2, 'https://www.shop.example/');
  const stop = (/** @type {number} */ tabId, /** @type {string} */ url, /** @type {string} */ requestId) =>
    browser.events['webRequest.onErrorOccurred'].raise({
      ...{ tabId, url, requestId, type: 'image', method: 'GET', frameId: 0, timeStamp: 1, error: 'net::ERR_BLOCKED_BY_CLIENT' },
      documentId: browser.tabs.find(({ id }) => id === tabId).documentId,
    });
  stop(1, META, 'a');
  stop(1, 'https://other.example/', 'b');
  stop(2, META, 'c');
  const fates = () => browser.app.all('fates').flatMap((message) => message.fates.map((/** @type {any} */ one) => one.fate));
  const stopped = () => fates().filter((fate) => fate.startsWith('stopped'));
  await until(() => stopped().length === 3);
  assert.deepEqual(stopped(), ['stopped_by_us', 'stopped_by_another', 'stopped_by_another']);
});

test('lifted for a visit, one rule lets them in, in that tab alone, until it leaves the site', async () => {
  await said(ALWAYS, 2);
  browser.go(1, POLICE);
  await turn();
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  assert.deepEqual(lifts(), [[2, 'allow', [1]]]);
  assert.deepEqual(await status(), { companies: 2, lifted: true });
  browser.go(1, 'https://www.north.police.uk/report/2');
  await turn();
  assert.deepEqual(lifts(), [[2, 'allow', [1]]]);
  browser.events['tabs.onRemoved'].raise(1);
  await until(() => !lifts().length);
});

test('a second page elsewhere ends it', async () => {
  await said(ALWAYS, 2);
  browser.go(1, POLICE);
  await turn();
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  browser.go(1, 'https://www.shop.example/');
  browser.go(1, 'https://www.shop.example/2');
  await until(() => !lifts().length);
});

test('lifting is taken back, and a background that was stopped still knows it', async () => {
  await said(ALWAYS, 2);
  browser.go(1, POLICE);
  await turn();
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  await browser.start();
  await turn();
  assert.deepEqual(await status(), { companies: 2, lifted: true });
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: false });
  assert.deepEqual([lifts(), await status()], [[], { companies: 2, lifted: false }]);
});

test('a page that is not listed cannot be lifted', async () => {
  await said(ALWAYS, 2);
  browser.go(1, 'https://www.shop.example/');
  await turn();
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  assert.deepEqual(lifts(), []);
});

test('what is left out of a tab stays so where the rest is let in', async () => {
  await said(ALWAYS, 2);
  browser.go(1, POLICE);
  await turn();
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  const { Rules } = await import('../../extension/background/rules.js');
  const rules = new Rules();
  await rules.restore();
  assert.equal(rules.stopIn(1), false);
  await rules.leaveOut(1, [{ domains: ['t.example'] }]);
  assert.deepEqual(lifts().map(([priority]) => priority).sort(), [2, 3]);
  await rules.lift(1);
  assert.deepEqual(lifts(), [[2, 'allow', [1]]]);
});
