/** The background as a whole, between a browser and an app, stopped and started in mid-page. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ANSWERS,
  app,
  browser,
  CHOICE,
  comesBack,
  DESCRIPTOR,
  FORM,
  openPage,
  requests,
  startAnotherApp,
  SUBMISSION,
  toTab,
  URL_,
  verdict,
} from './background_scene.js';
import { until } from './waiting.js';

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
  startAnotherApp();
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
  startAnotherApp();
  await browser.start();
  await until(() => app.all('submission').length === 1);
  await app.say({ type: 'submission_seen', submission: 's1', page: 'p', stored: 'disk' });
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

for (const [mode, inWindow] of /** @type {[string, boolean][]} */ ([['desktop', true], ['serve', false]])) {
  test(`where the window of an app of the mode ${mode} is to ask, every tab hears ${inWindow ? 'that' : 'nothing of it'}`, async () => {
    await openPage();
    app.stop();
    await until(() => browser.badges['1'] === '?');
    app.welcome.mode = mode;
    await comesBack(false);
    await app.say({ type: 'standing', keeping: 'until_close', in_window: true });
    await until(() => browser.session['standing']?.inWindow);
    await until(() => toTab('link').at(-1)?.[1].inWindow === inWindow);
    assert.deepEqual(toTab('link').at(-1)?.[1], { kind: 'link', linked: true, inWindow });
    const { linked, inWindow: told } = await browser.fromPage(1, FORM);
    assert.deepEqual([linked, told], [true, inWindow]);
    app.stop();
    await until(() => !toTab('link').at(-1)?.[1].linked);
    assert.equal(toTab('link').at(-1)?.[1].inWindow, false);
  });
}

test('the clock of the server that a page comes from is told with it', async () => {
  await until(() => browser.badges[''] === '');
  browser.go(1, URL_);
  const answer = { tabId: 1, requestId: 'n', url: URL_, type: 'main_frame', timeStamp: Date.UTC(2026, 10, 26) + 40 };
  browser.request(answer);
  const responseHeaders = [{ name: 'date', value: '26 Nov 2026 00:00 GMT' }];
  browser.events['webRequest.onResponseStarted'].raise({ ...answer, responseHeaders });
  browser.commit(1, URL_, 'd2');
  await until(() => app.all('server_clock').length);
  const { page } = app.all('page').at(-1);
  assert.deepEqual(app.all('server_clock'), [{ type: 'server_clock', page, host: 'www.example.org', offset: 40 }]);
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
