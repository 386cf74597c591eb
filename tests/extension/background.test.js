/** The background as a whole, between a browser and an app, stopped and started in mid-page. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PORT, secretOfCode } from './fake_app.js';
import { FakeBrowser } from './fake_browser.js';
import { until } from './waiting.js';

/** @type {FakeBrowser} */
let browser;
/** @type {FakeBrowser['app']} */
let app;
const CODE = 'ABCDE-FGHIJ-KLMNO-PQRST';
const URL_ = 'https://www.example.org/report?step=2';
const DESCRIPTOR = {
  page_url: URL_,
  title: 'Report',
  headings: [],
  form: { action: 'https://www.example.org/send?told=zq01', method: 'get', fields: [], legends: [], buttons: [] },
  text_near: '',
  language: 'en',
};
const FORM = { kind: 'form', form: 'f1', descriptor: DESCRIPTOR, actions: ['https://www.example.org/send?told=zq01'] };
const SUBMISSION = { kind: 'submission', submission: 's1', form: 'f1', held: true, time: 5 };
const ANSWERS = { formData: { t: ['zq01'] } };
const CHOICE = { kind: 'choice', submission: 's1', choice: 'without_companies', action: 'https://www.example.org/send' };

beforeEach(async () => {
  browser = new FakeBrowser();
  app = browser.app;
  await browser.start();
});
/** @param {Record<string, unknown>} [more] @returns {any} */
const verdict = (more) => ({
  type: 'verdict',
  page: app.all('page').at(-1).page,
  level: 'warning',
  forms: [{ form: 'f1', level: 'warning', form_level: 'sensitive' }],
  companies: ['Meta (Facebook)'],
  site: 'example.org',
  rules: [{ domains: ['t.example'] }],
  words: { told: ['x'] },
  ...more,
});
const requests = () => app.all('requests').flatMap((batch) => batch.requests);
const toTab = (/** @type {string} */ kind) => browser.toTabs.filter(([, message]) => message.kind === kind);

/** A page with a form, and the app's verdict on it. */
async function openPage() {
  await until(() => browser.badges[''] === '');
  browser.go(1, URL_);
  await browser.fromPage(1, FORM);
  await until(() => app.all('form').length && app.all('front').some(({ page }) => page));
  await app.say(verdict());
  await until(() => browser.badges['1'] === '1');
}

test('a page, its navigation and its form are told, without what was typed', async () => {
  await openPage();
  assert.equal(app.all('page')[0].url, 'https://www.example.org/report?step');
  assert.equal(app.all('page')[0].private, false);
  assert.deepEqual(requests().map(({ type, url }) => [type, url]), [['main_frame', 'https://www.example.org/report?step']]);
  assert.equal(app.all('form')[0].descriptor.form.action, 'https://www.example.org/send?told');
  assert.equal(app.all('form')[0].descriptor.page_url, 'https://www.example.org/report?step');
  assert.ok(!JSON.stringify([app.heard, browser.session]).includes('zq01'));
});

test('a verdict goes to the tab as it comes, without its rules', async () => {
  await openPage();
  const [[tab, { verdict: heard }]] = /** @type {any} */ (toTab('verdict'));
  assert.equal(tab, 1);
  assert.equal(heard.level, 'warning');
  assert.equal(heard.rules, undefined);
});

test('a background that was stopped in mid-page still knows the page, its verdict, and where its form goes', async () => {
  await openPage();
  browser.app = app = new FakeBrowser().app;
  await browser.start();
  const sent = { method: 'POST', url: 'https://www.example.org/send?told=zq01', requestBody: ANSWERS };
  browser.request({ tabId: 1, type: 'xmlhttprequest', ...sent });
  browser.request({ tabId: 1, requestId: 'p', url: 'https://t.example/tr?ev=1' });
  await until(() => requests().length === 2);
  assert.deepEqual(app.heard[0].open_pages, [browser.session['pages'][0].page]);
  assert.equal(app.all('page')[0].page, browser.session['pages'][0].page);
  const [send, pixel] = requests();
  assert.deepEqual([send.url, send.has_body, send.page], ['https://www.example.org/send?told', false, app.all('page')[0].page]);
  assert.equal(pixel.url, 'https://t.example/tr?ev=1');
  assert.deepEqual(await browser.fromPage(1, CHOICE), { ready: true });
  assert.deepEqual(browser.rules.rules.map(({ condition }) => condition.requestDomains), [['t.example']]);
  assert.ok(toTab('describe').length);
});

test('a submission that the app has not acknowledged is said again, to an app that was started anew', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  await until(() => app.all('submission').length === 1);
  browser.app = app = new FakeBrowser().app;
  await browser.start();
  await until(() => app.all('submission').length === 1);
  await app.say({ type: 'submission_seen', submission: 's1', page: 'p', level: 'warning', stored: true });
  await until(() => !browser.session['waiting'].length);
});

test('companies are left out of this tab, let through again on another site', async () => {
  await openPage();
  await browser.fromPage(1, SUBMISSION);
  assert.deepEqual(await browser.fromPage(1, CHOICE), { ready: true });
  assert.equal(browser.rules.rules.length, 1);
  browser.go(1, 'https://forms.example.org/two');
  await until(() => app.all('page').length === 2);
  assert.equal(browser.rules.rules.length, 1);
  browser.go(1, 'https://elsewhere.example.net/');
  browser.go(1, 'https://www.example.org/back');
  await until(() => app.all('page').length === 4);
  assert.equal(browser.rules.rules.length, 1);
  browser.go(1, 'https://elsewhere.example.net/');
  browser.request({ tabId: 1, method: 'POST', type: 'xmlhttprequest', url: 'https://www.example.org/send' });
  await until(() => app.all('departed').length);
  browser.go(1, 'https://elsewhere.example.net/two');
  await until(() => !browser.rules.rules.length);
});

test('where a form goes belongs to the visit, and so does a tab that it opens', async () => {
  await openPage();
  await browser.fromPage(1, { ...CHOICE, action: 'https://forms.casework.example/take' });
  browser.go(1, 'https://forms.casework.example/take');
  browser.go(1, 'https://forms.casework.example/thanks');
  browser.events['webNavigation.onCreatedNavigationTarget'].raise({ sourceTabId: 1, tabId: 2, url: 'https://forms.casework.example/two' });
  browser.go(2, 'https://forms.casework.example/two');
  await until(() => app.all('page').length === 4);
  assert.deepEqual(browser.rules.rules.map(({ condition }) => condition.tabIds), [[1], [2]]);
});

test('a form that opens a tab of its own has left', async () => {
  await openPage();
  await browser.fromPage(1, CHOICE);
  browser.events['webNavigation.onCreatedNavigationTarget'].raise({ sourceTabId: 1, tabId: 2, url: CHOICE.action });
  await until(() => app.all('departed').length);
  assert.deepEqual([app.all('departed')[0].left, app.all('departed')[0].page], [true, app.all('page')[0].page]);
});

test('an app that is started anew while the person is asked hears who was there, and the companies are still left out', async () => {
  await openPage();
  browser.request({ tabId: 1, requestId: 'p', url: 'https://t.example/tr?ev=1' });
  await until(() => requests().length === 2);
  await browser.fromPage(1, SUBMISSION);
  app.stop();
  await until(() => browser.badges['1'] === '?');
  app.running = true;
  app.welcome.run = 'run-2';
  await browser.fromUs({ kind: 'connect' });
  await until(() => requests().length === 3);
  assert.deepEqual([requests()[2].id, requests()[2].url], [requests()[1].id, 'https://t.example/tr?ev=1']);
  await app.say(verdict({ level: 'nothing_seen', rules: [] }));
  await until(() => toTab('verdict').length === 2);
  assert.deepEqual(await browser.fromPage(1, CHOICE), { ready: true });
  assert.deepEqual(browser.rules.rules.map(({ condition }) => condition.requestDomains), [['t.example']]);
});

test('around a form on a page that a form led to, only the first heading is told', async () => {
  await openPage();
  const words = { ...DESCRIPTOR, headings: ['Step 2', 'Thank you, zq01'], text_near: 'You said: zq01' };
  browser.events['webNavigation.onCommitted'].raise({ tabId: 1, url: URL_, frameId: 0, documentId: 'n', transitionType: 'form_submit' });
  await browser.fromPage(1, { ...FORM, form: 'f2', descriptor: words }, { documentId: 'n' });
  await until(() => app.all('form').length === 2);
  assert.deepEqual([app.all('form')[1].descriptor.headings, app.all('form')[1].descriptor.text_near], [['Step 2'], '']);
});

test('on a page that a form led to, no address and no number of anybody is told, and a button does not say whom', async () => {
  await openPage();
  browser.events['webNavigation.onCommitted'].raise({ tabId: 1, url: URL_, frameId: 0, documentId: 'n', transitionType: 'form_submit' });
  const [field] = DESCRIPTOR.form.fields;
  const form = {
    ...DESCRIPTOR.form,
    legends: ['Is zq01@example.org right?'],
    buttons: ['Remove zq02', 'Send'],
    fields: [{ ...field, label: 'How did you hear of us?', options: ['Call 07700 900 123', 'By a friend'] }],
  };
  const words = { ...DESCRIPTOR, headings: ['zq03@example.org'], form };
  await browser.fromPage(1, { ...FORM, form: 'f2', descriptor: words }, { documentId: 'n' });
  for (const said of ['Remove zq04', 'zq05@example.org', 'Send']) {
    await browser.fromPage(1, { kind: 'pressed', words: said }, { documentId: 'n' });
  }
  await until(() => app.all('pressed').length === 2);
  const told = app.all('form')[1].descriptor;
  assert.deepEqual([told.headings, told.form.legends, told.form.buttons], [[], [], ['Remove', 'Send']]);
  assert.deepEqual([told.form.fields[0].label, told.form.fields[0].options], ['How did you hear of us?', ['By a friend']]);
  assert.deepEqual(app.all('pressed').map(({ words: said }) => said), ['Remove', 'Send']);
});

test("until the app has told the site, a sibling's address crosses without values, and so does what is sent as a form leaves", async () => {
  await until(() => browser.badges[''] === '');
  browser.go(1, 'https://forms.example.org/');
  browser.request({ tabId: 1, requestId: 'a', type: 'xmlhttprequest', url: 'https://api.example.org/save?told=zq01' });
  browser.request({ tabId: 1, requestId: 'b', type: 'xmlhttprequest', url: 'https://api.example.net/c?told=zq01', timeStamp: Date.now() });
  await browser.fromPage(1, { kind: 'going', actions: [] });
  await until(() => requests().length === 3);
  assert.deepEqual(requests().slice(1).map(({ url }) => url), ['https://api.example.org/save?told', 'https://api.example.net/c?told']);
});

test('companies are let through again when the tab is closed', async () => {
  await openPage();
  await browser.fromPage(1, CHOICE);
  browser.events['tabs.onRemoved'].raise(1);
  await until(() => !browser.rules.rules.length);
  await until(() => app.all('page_closed').length);
  assert.deepEqual(Object.keys(browser.session).filter((key) => key.startsWith('note ')), []);
});

test('with nothing to leave out it says so, and the choice is not made', async () => {
  await openPage();
  await app.say(verdict({ rules: [] }));
  await until(() => toTab('verdict').length === 2);
  assert.deepEqual(await browser.fromPage(1, CHOICE), { ready: false });
  assert.deepEqual(app.all('choice'), []);
});

test('filters met after the choice are left out as well', async () => {
  await openPage();
  await browser.fromPage(1, CHOICE);
  await app.say(verdict({ left_out: true, rules: [{ domains: ['t.example'] }, { domains: ['u.example'] }] }));
  await until(() => browser.rules.rules.length === 2);
});

test('a body is given when the app asks, but not of a form whose place was learnt meanwhile', async () => {
  await openPage();
  const body = { formData: { ev: ['PageView'] } };
  browser.request({ tabId: 1, requestId: 'a', type: 'sub_frame', method: 'POST', url: 'https://t.example/tr/', requestBody: body });
  browser.request({ tabId: 1, requestId: 'b', type: 'sub_frame', method: 'POST', url: 'https://t.example/take', requestBody: ANSWERS });
  await browser.fromPage(1, { kind: 'going', actions: ['https://t.example/take'] });
  const seen = () => requests().filter((/** @type {any} */ one) => one.has_body);
  await until(() => seen().length === 2);
  // The one that must not come is asked for first: what comes keeps its order.
  for (const { id, page } of seen().reverse()) await app.say({ type: 'body_wanted', request: id, page });
  await app.say(verdict({ level: 'notice' }));
  await until(() => toTab('verdict').length === 2 && app.all('body').length);
  assert.deepEqual(app.all('body').map(({ form }) => form), [{ ev: ['PageView'] }]);
});

test('a body comes with its kind, and cookies come by their names alone', async () => {
  await openPage();
  const requestHeaders = [{ name: 'content-type', value: 'text/plain' }, { name: 'cookie', value: 'c_user=zq01; xs=zq02' }];
  const pixel = { method: 'POST', type: 'ping', url: 'https://www.facebook.com/tr/', requestBody: { formData: { ev: ['PageView'] } } };
  browser.request({ tabId: 1, requestId: 'a', ...pixel, requestHeaders });
  const names = () => app.all('fates').flatMap(({ fates }) => fates).flatMap(({ cookies = [] }) => cookies);
  await until(() => names().length && requests().length === 2);
  assert.deepEqual(names(), ['c_user']);
  await app.say({ type: 'body_wanted', request: requests()[1].id, page: requests()[1].page });
  await until(() => app.all('body').length);
  assert.equal(app.all('body')[0].kind, 'text/plain');
  assert.ok(!/zq0|xs/.test(JSON.stringify([app.heard, browser.session])));
});

test('how the question about cookies stands is told with its page, in one of three words', async () => {
  await openPage();
  for (const [consent, time] of /** @type {[any, any][]} */ ([['zq01', 5], ['toString', 5], ['refused', 'zq01'], ['refused', 6]])) {
    await browser.fromPage(1, { kind: 'consent', consent, time });
  }
  await until(() => app.all('consent').length);
  assert.deepEqual(app.all('consent'), [{ type: 'consent', page: app.all('page')[0].page, consent: 'refused', time: 6 }]);
});

test('when the app goes, every tab hears of it and the button says "?", in every tab', async () => {
  await openPage();
  app.stop();
  await until(() => browser.badges['1'] === '?');
  assert.equal(browser.badges[''], '?');
  assert.equal(toTab('link').at(-1)?.[1].linked, false);
  assert.deepEqual((await browser.fromPage(1, FORM)).linked, false);
  assert.equal((await browser.fromUs({ kind: 'status', tab: 1 })).state, 'away');
});

test('the popup hears at once what is known here, after a stop of the background as well', async () => {
  await openPage();
  await app.say({ type: 'standing', keeping: 'forget_soon' });
  await until(() => browser.session['keeping'] === 'forget_soon');
  const known = {
    state: 'up',
    mode: 'desktop',
    keeping: 'forget_soon',
    companies: ['Meta (Facebook)'],
    page: app.all('page')[0].page,
    isPrivate: false,
    judged: true,
    paused: false,
    allowed: true,
    fromStart: null,
  };
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 1 }), known);
  await browser.start();
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 1 }), known);
  const nowhere = { companies: [], page: '', judged: false };
  assert.deepEqual(await browser.fromUs({ kind: 'status', tab: 9 }), { ...known, ...nowhere });
});

/** @param {Record<string, unknown>} [more] */
const pageWords = (more) => ({ type: 'page_words', page: app.all('page').at(-1).page, headline: 'x', ...more });

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

/** @param {boolean} anew as a browser that the app has never met */
async function comesBack(anew) {
  app.running = true;
  if (!anew) return browser.fromUs({ kind: 'connect' });
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  return browser.fromUs({ kind: 'pair', code: CODE, port: PORT });
}

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
  for (const kind of ['words', 'pause', 'correct']) assert.equal(await browser.fromUs({ kind, tab: 9, paused: true }), null);
  app.stop();
  await until(() => browser.badges['1'] === '?');
  for (const kind of ['words', 'pause', 'correct', 'open_app']) assert.equal(await browser.fromUs({ kind, tab: 1, paused: true }), null);
  app.running = true;
  await browser.fromUs({ kind: 'connect' });
  await until(() => app.all('page').length === 2);
  assert.deepEqual(app.heard.filter(({ type }) => ['popup', 'pause', 'correct', 'open_app'].includes(type)), []);
});

test("the app's window is asked for", async () => {
  await openPage();
  await browser.fromUs({ kind: 'open_app', tab: 1 });
  await until(() => app.all('open_app').length);
});

test('a page got ready ahead of time is not the page in the tab', async () => {
  await openPage();
  browser.commit(1, 'https://next.example/', 'n', 'prerender');
  assert.equal(await browser.fromPage(1, FORM, { documentId: 'n', documentLifecycle: 'prerender' }), null);
  assert.deepEqual(app.all('page_closed'), []);
});

test('a page that comes back is a page again, and is asked for its forms', async () => {
  await openPage();
  browser.go(1, 'https://next.example/');
  await until(() => app.all('page').length === 2);
  browser.toTabs = [];
  browser.commit(1, URL_, `d-1-${URL_}`);
  await until(() => app.all('page').length === 3);
  assert.equal(app.all('page')[2].from_start, false);
  assert.equal(toTab('describe').length, 1);
});

for (const [what, next, complete] of /** @type {[string, string, boolean][]} */ ([
  ['the same run of the app knows a page from its start', 'run-1', true],
  ['another run of the app has missed something', 'run-2', false],
])) {
  test(what, async () => {
    await openPage();
    app.welcome.run = next;
    await browser.start();
    await until(() => app.all('page').length === 2);
    assert.equal(app.all('page')[1].page, app.all('page')[0].page);
    assert.equal(app.all('page')[1].from_start, complete);
  });
}

test('a background that was stopped while the app was away may have lost something', async () => {
  await openPage();
  app.stop();
  await until(() => browser.badges['1'] === '?');
  app.running = true;
  await browser.start();
  await until(() => app.all('page').length === 2);
  assert.equal(app.all('page')[1].from_start, false);
});

test('a page whose navigation took the place of another is seen from its start', async () => {
  await openPage();
  const slow = { tabId: 1, type: 'main_frame', requestId: 'slow', url: 'https://slow.example/', frameId: 0 };
  browser.request(slow);
  browser.request({ ...slow, requestId: 'next', url: 'https://next.example/' });
  browser.events['webRequest.onErrorOccurred'].raise({ ...slow, error: 'net::ERR_ABORTED' });
  browser.events['webNavigation.onErrorOccurred'].raise({ tabId: 1, url: slow.url, frameId: 0, error: 'net::ERR_ABORTED' });
  browser.commit(1, 'https://next.example/', 'n');
  await until(() => app.all('page').length === 2 && requests().length === 2);
  assert.equal(app.all('page')[1].from_start, true);
  assert.equal(requests()[1].page, app.all('page')[1].page);
});

test('a page that goes on in a process of its own, as pages do in Firefox, is seen from its start', async () => {
  await openPage();
  const url = 'https://next.example/';
  browser.request({ tabId: 1, type: 'main_frame', requestId: 'next', url, documentId: undefined });
  browser.events['webNavigation.onErrorOccurred'].raise({ tabId: 1, url, frameId: 0, error: 'Error code 2152398850' });
  browser.commit(1, url, 'n');
  await until(() => app.all('page').length === 2);
  assert.equal(app.all('page')[1].from_start, true);
});

test("in Firefox a page's own request may come later than the page, and is told with it", async () => {
  await openPage();
  const url = 'https://next.example/?step=2';
  browser.events['webNavigation.onBeforeNavigate'].raise({ tabId: 1, url, frameId: 0 });
  browser.commit(1, url, 'n');
  await until(() => app.all('page').length === 2);
  browser.request({ tabId: 1, type: 'main_frame', requestId: 'late', url, documentId: undefined });
  await until(() => requests().length === 2);
  assert.equal(app.all('page')[1].from_start, true);
  assert.equal(requests()[1].page, app.all('page')[1].page);
});

test('a page that Firefox shows again was not seen from its start under its new name', async () => {
  await openPage();
  browser.go(1, 'https://next.example/');
  browser.events['webNavigation.onBeforeNavigate'].raise({ tabId: 1, url: URL_, frameId: 0 });
  browser.commit(1, URL_, `d-1-${URL_}`);
  await until(() => app.all('page').length === 3);
  assert.equal(app.all('page')[2].from_start, false);
});

test('a content script that speaks before the browser has said that its page is there', async () => {
  await openPage();
  await browser.fromPage(1, { kind: 'title', title: 'Next' }, { documentId: 'n', url: 'https://next.example/?told=zq01' });
  await until(() => app.all('page_changed').length);
  assert.equal(app.all('page_changed')[0].page, app.all('page')[1].page);
});

test('leaving from a frame is done by the page itself', async () => {
  await openPage();
  await browser.fromPage(1, { kind: 'leave' }, { frameId: 3, documentId: 'frame' });
  assert.deepEqual(toTab('leave'), [[1, { kind: 'leave' }, { frameId: 0 }]]);
});

for (const kind of ['pause', 'correct', 'words', 'status', 'open_app', 'connect', 'pair']) {
  test(`a web page cannot ask for what our own pages may: ${kind}`, async () => {
    await openPage();
    const asked = { kind, tab: 1, paused: true, sensitive: false, code: CODE, port: PORT };
    assert.equal(await browser.fromPage(1, asked), null);
    for (const url of ['about:blank', 'https://pjbcfkkkfflobfgcokmbdaenjpaalikm/popup/popup.html']) {
      assert.equal(await browser.fromPage(1, asked, { url }), null);
    }
    assert.deepEqual(app.heard.filter(({ type }) => ['popup', 'pause', 'correct', 'open_app'].includes(type)), []);
    assert.equal(app.sockets.length, 1);
  });
}

test('what others are asked goes to the frame in which somebody types, until the form is sent; what it finds is told at once', async () => {
  await openPage();
  const pixel = (/** @type {string} */ requestId) => browser.request({ tabId: 1, requestId, url: 'https://t.example/tr?em=zq01' });
  pixel('a');
  await browser.fromPage(1, { kind: 'typing', typing: true }, { frameId: 3 });
  pixel('b');
  const [[tab, { request, url }, where]] = /** @type {any} */ (toTab('request'));
  assert.deepEqual([tab, url, where], [1, 'https://t.example/tr?em=zq01', { frameId: 3 }]);
  await browser.fromPage(1, { kind: 'typed', request, label: 'Your email', written: 'sha256' }, { frameId: 3 });
  await until(() => app.all('typed').length);
  const [{ host, label, written, fate }] = app.all('typed');
  assert.deepEqual([host, label, written, fate], ['t.example', 'Your email', 'sha256', 'sent']);
  await browser.fromPage(1, { ...SUBMISSION, held: false });
  pixel('c');
  assert.equal(toTab('request').length, 1);
});

test('where the browser lets us look at no website nothing looks checked, until the person allows it', async () => {
  await until(() => browser.badges[''] === '');
  browser.allowed = false;
  browser.events['permissions.onRemoved'].raise({});
  await until(() => browser.badges[''] === '?');
  assert.equal((await browser.fromUs({ kind: 'status' })).allowed, false);
  browser.commit(1, URL_, 'd1');

  browser.allowed = true;
  browser.tabs.push({ id: 1, url: URL_, incognito: false });
  browser.events['permissions.onAdded'].raise({});

  await until(() => browser.badges[''] === '' && app.all('page').length === 1);
  assert.equal(app.all('page')[0].from_start, false);
  assert.equal((await browser.fromUs({ kind: 'status' })).allowed, true);
});
