/** The background as a whole: which page a tab shows, what was seen of it from its start, and what may be asked of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { app, browser, CODE, FORM, openPage, requests, SUBMISSION, toTab, URL_ } from './background_scene.js';
import { PORT } from './fake_app.js';
import { until } from './waiting.js';

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
