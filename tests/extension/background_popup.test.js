/** The background as a whole: what the popup hears and asks for, and an app that is away or comes back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  app, browser, CHOICE, comesBack, openPage, pageWords, requests, startAnotherApp, SUBMISSION, verdict,
} from './background_scene.js';
import { until } from './waiting.js';

test('the popup hears at once what is known here, after a stop of the background as well', async () => {
  await openPage();
  await app.say({ type: 'standing', keeping: 'forget_soon' });
  await until(() => browser.session['standing']?.keeping === 'forget_soon');
  const known = {
    state: 'up',
    mode: 'desktop',
    keeping: 'forget_soon',
    kept: 'none',
    inWindow: false,
    companies: ['Meta (Facebook)'],
    page: app.all('page')[0].page,
    isPrivate: false,
    judged: true,
    paused: false,
    unkept: false,
    allowed: true,
    fromStart: null,
    leftOut: false,
  };
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 1 }), known);
  await browser.start();
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 1 }), known);
  const nowhere = { companies: [], page: '', judged: false };
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 9 }), { ...known, ...nowhere });
});

test('who was left out by an answer is let in again when the person says so, after a stop of the background as well', async () => {
  const leftOut = async () => (await browser.fromUs({ kind: 'status', tab: 1, again: true })).leftOut;
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => browser.rules.rules.length === 1);
  assert.equal(await leftOut(), false);
  await browser.fromPage(1, CHOICE);
  assert.equal(await leftOut(), true);
  await browser.start();
  assert.equal(await leftOut(), true);
  await browser.fromUs({ kind: 'let_in', tab: 1, lifted: true });
  assert.deepEqual([browser.rules.rules, await leftOut()], [[], false]);
  await app.say(verdict({ left_out: true, rules: [{ domains: ['t.example'] }] }));
  assert.equal(await leftOut(), false);
});

test('the popup asks the app for words, after all that was seen before', async () => {
  await openPage();
  browser.request({ tabId: 1, requestId: 'p', url: 'https://t.example/tr?ev=1' });
  const asked = browser.fromUs({ kind: 'words', tab: 1 });
  await until(() => app.all('popup').length);
  assert.equal(requests().length, 2);
  await app.say(pageWords({ told: ['y'] }));
  assert.deepEqual(await asked, pageWords({ told: ['y'] }));
});

test('a pause is asked of the app, its button says so, and what goes on meanwhile is not told to an app that is started anew', async () => {
  await openPage();
  const asked = browser.fromUs({ kind: 'pause', tab: 1, paused: true });
  await until(() => app.all('pause').length);
  assert.deepEqual(app.all('pause'), [{ type: 'pause', page: app.all('page')[0].page, paused: true }]);
  await app.say(verdict({ level: 'nothing_seen', answered: true, paused: true, companies: [], words: {}, rules: [] }));
  await app.say(pageWords({ paused: true }));
  assert.equal((await asked).paused, true);
  assert.equal(browser.badges['1'], 'II');
  assert.equal((await browser.fromUs({ kind: 'status', tab: 1 })).paused, true);
  browser.request({ tabId: 1, requestId: 'p', url: 'https://t.example/tr?ev=1' });
  await browser.fromPage(1, { ...SUBMISSION, held: false });
  await until(() => requests().length === 2);
  app.stop();
  await until(() => browser.badges['1'] === '?');
  app.running = true;
  app.welcome.run = 'run-2';
  await browser.fromUs({ kind: 'connect' });
  await until(() => app.all('page').length === 2 && app.all('front').length > 1);
  assert.deepEqual(app.all('page').map((page) => page.paused), [undefined, true]);
  assert.deepEqual(app.all('submission'), []);
  assert.equal(requests().length, 2);
});

test('what the person says of the forms is told to the app alone, and so is that they take it back', async () => {
  await openPage();
  const { page } = app.all('page')[0];
  /** @type {[any, Record<string, boolean>][]} */
  const ways = [[false, { sensitive: false }], [true, { sensitive: true }], [undefined, {}], ['x', {}]];
  for (const [said, told] of ways) {
    const asked = browser.fromUs({ kind: 'correct', tab: 1, sensitive: said });
    const before = app.all('correct').length;
    await until(() => app.all('correct').length > before);
    assert.deepEqual(app.all('correct').at(-1), { type: 'correct', page, ...told });
    await app.say(pageWords({ asks: 'never' }));
    assert.equal((await asked).asks, 'never');
  }
});

for (const anew of [false, true]) {
  test(`pages that were left while nothing was checked are told to nobody${anew ? ', at a pairing least of all' : ''}`, async () => {
    await openPage();
    app.stop();
    await until(() => browser.badges['1'] === '?');
    browser.go(1, 'https://left.example/');
    browser.request({ tabId: 1, requestId: 'p', url: 'https://t.example/of-the-one-that-was-left' });
    browser.go(1, 'https://here.example/');
    browser.request({ tabId: 1, requestId: 'q', url: 'https://t.example/of-the-one-that-is-here' });
    await comesBack(anew);
    await until(() => requests().some(({ url }) => url.endsWith('here')) && app.all('front').length > 1);
    assert.ok(!JSON.stringify(app.heard).includes('left'));
    assert.equal(app.all('page').at(-1).from_start, true);
  });
}

test('while the app is away, or where there is no page, nobody is asked and nothing is left for later', async () => {
  await openPage();
  for (const kind of ['words', 'pause', 'correct', 'dont_keep']) assert.equal(await browser.fromUs({ kind, tab: 9, paused: true }), null);
  app.stop();
  await until(() => browser.badges['1'] === '?');
  const kinds = ['words', 'pause', 'correct', 'dont_keep', 'erase', 'open_app'];
  for (const kind of kinds) assert.equal(await browser.fromUs({ kind, tab: 1, paused: true }), null);
  app.running = true;
  await browser.fromUs({ kind: 'connect' });
  await until(() => app.all('page').length === 2);
  assert.deepEqual(app.heard.filter(({ type }) => ['popup', 'pause', 'correct', 'dont_keep', 'erase', 'open_app'].includes(type)), []);
});

test('that pages are kept is shown on every tab and in the popup, after a stop of the background as well', async () => {
  const status = () => browser.fromUs({ kind: 'status', tab: 1, again: true });
  await openPage();
  await app.say({ type: 'standing', keeping: 'days_7', kept: 'open' });
  await until(() => browser.badges['1'] === '●1');
  assert.deepEqual([browser.badges[''], (await status()).kept], ['●', 'open']);
  await browser.start();
  await until(() => browser.badges[''] === '●');
  assert.deepEqual([browser.badges[''], (await status()).kept], ['●', 'open']);
  await app.say({ type: 'standing', keeping: 'until_close' });
  await until(() => browser.badges['1'] === '1');
  assert.deepEqual([browser.badges[''], (await status()).kept], ['', 'none']);
});

test('that a visit is not to be kept is told to the app, and to one that is started anew before it keeps anything', async () => {
  await openPage();
  const asked = browser.fromUs({ kind: 'dont_keep', tab: 1 });
  await until(() => app.all('dont_keep').length);
  assert.deepEqual(app.all('dont_keep'), [{ type: 'dont_keep', page: app.all('page')[0].page }]);
  await app.say(verdict({ unkept: true }));
  await app.say(pageWords({ unkept: true }));
  assert.equal((await asked).unkept, true);
  assert.equal((await browser.fromUs({ kind: 'status', tab: 1 })).unkept, true);
  app.stop();
  await until(() => browser.badges['1'] === '?');
  app.running = true;
  app.welcome.run = 'run-2';
  await browser.fromUs({ kind: 'connect' });
  await until(() => app.all('page').length === 2);
  assert.deepEqual(app.all('page').map((page) => page.unkept), [undefined, true]);
});

test('to erase everything is asked of the app, which says what became of it', async () => {
  await openPage();
  const asked = browser.fromUs({ kind: 'erase', tab: 9 });
  await until(() => app.all('erase').length);
  assert.deepEqual(app.all('erase'), [{ type: 'erase' }]);
  await app.say({ type: 'erased', gone: true });
  assert.equal((await asked).gone, true);
});

test('a page can ask for neither', async () => {
  await openPage();
  for (const kind of ['dont_keep', 'erase']) assert.equal(await browser.fromPage(1, { kind, tab: 1 }), null);
  await browser.fromPage(1, { kind: 'title', title: 'Later' });
  await until(() => app.all('page_changed').length);
  assert.deepEqual(app.heard.filter(({ type }) => ['dont_keep', 'erase'].includes(type)), []);
});

test('one that went on after its warning is said again as gone to an app that is started anew', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await browser.fromPage(1, { ...CHOICE, choice: 'as_it_is' });
  await until(() => app.all('choice').length);
  startAnotherApp();
  await browser.start();
  await until(() => app.all('submission').length === 1);
  assert.equal(app.all('submission')[0].held, false);
});

test("the app's window is asked for", async () => {
  await openPage();
  await browser.fromUs({ kind: 'open_app', tab: 1 });
  await until(() => app.all('open_app').length);
});
