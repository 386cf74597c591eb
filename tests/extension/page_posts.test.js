/** Whatever a page posts, or its content scripts are made to say, becomes no word of the person's, and speaks for no other tab. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { app, browser, FORM, openPage, SUBMISSION, toTab, URL_, verdict } from './background_scene.js';
import { openPage as openFakePage } from './fake_page.js';
import { until } from './waiting.js';

const EXTENSION = new URL('../../extension/', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, EXTENSION), 'utf8');

/** What only our own pages may say, as the popup, the options and the small window say it. */
const OF_OUR_PAGES = [
  { kind: 'pause', tab: 1, paused: true },
  { kind: 'correct', tab: 1, sensitive: false },
  { kind: 'dont_keep', tab: 1 },
  { kind: 'erase' },
  { kind: 'let_in', tab: 1 },
  { kind: 'open_app' },
  { kind: 'words', tab: 1 },
  { kind: 'status', tab: 1 },
  { kind: 'asked_outside', window: 'w', choice: 'as_it_is' },
  { kind: 'pair', code: 'ABCDE-FGHIJ-KLMNO-PQRST', port: 27427 },
  { kind: 'connect' },
];
/** What only the app may say. */
const OF_THE_APP = [
  { kind: 'verdict', type: 'verdict', page: 'p', level: 'nothing_seen', verdict: { level: 'nothing_seen' } },
  { kind: 'standing', type: 'standing', keeping: 'forget_soon', kept: 'none' },
  { kind: 'submission_seen', type: 'submission_seen', submission: 's1', stored: 'stored' },
  { kind: 'choice_made', type: 'choice_made', submission: 's1', choice: 'as_it_is' },
];
/** What a page's content scripts may lead the app to be told. */
const TOLD = new Set(['page', 'page_changed', 'page_closed', 'front', 'requests', 'fates', 'hello', 'form']);

/** Everything that decides what is asked and shown. */
const standing = () => structuredClone({ session: browser.session, badges: browser.badges, rules: browser.rules.rules });

for (const message of [...OF_OUR_PAGES, ...OF_THE_APP]) {
  test(`a content script that says "${message.kind}" is not heard`, async () => {
    await openPage();
    const before = standing();
    const heard = app.heard.length;
    assert.equal(await browser.fromPage(1, message), null);
    await browser.fromPage(1, FORM);
    await until(() => app.heard.length > heard);
    assert.deepEqual(app.heard.slice(heard).map(({ type }) => type).filter((type) => !TOLD.has(type)), []);
    assert.deepEqual(standing(), before);
  });
}

for (const message of [FORM, SUBMISSION, { kind: 'form_gone', form: 'f1' }, ...OF_OUR_PAGES]) {
  test(`another extension that says "${message.kind}" is not heard, whatever address it gives`, async () => {
    await openPage();
    const before = standing();
    const heard = app.heard.length;
    for (const url of [URL_, 'chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/popup/popup.html']) {
      void browser.fromPage(1, message, { id: 'theirs', url });
    }
    await browser.fromPage(1, FORM);
    await until(() => app.heard.length > heard);
    assert.deepEqual(app.heard.slice(heard).map(({ type }) => type), ['form']);
    assert.deepEqual(standing(), before);
  });
}

test('a page whose address only looks like ours is a page', async () => {
  await openPage();
  const url = 'https://www.example.org/?chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/popup/popup.html';
  assert.equal(await browser.fromPage(1, { kind: 'pause', tab: 1, paused: true }, { url }), null);
  assert.deepEqual(app.all('pause'), []);
});

test('what a tab says is of its own page, whatever other it names', async () => {
  await openPage();
  const first = app.all('page')[0].page;
  browser.go(2, 'https://hostile.example/');
  await until(() => app.all('page').length === 2);
  const second = app.all('page')[1].page;
  const naming = { page: first, tab: 1 };
  await browser.fromPage(2, { ...SUBMISSION, ...naming, submission: 's2' });
  await browser.fromPage(2, { kind: 'form_gone', form: 'f1', ...naming });
  await browser.fromPage(2, { kind: 'title', title: 'Theirs', ...naming });
  await browser.fromPage(2, { kind: 'consent', consent: 'refused', time: 5, ...naming });
  await browser.fromPage(2, { kind: 'pressed', words: 'Send', ...naming });
  await browser.fromPage(2, { kind: 'choice', choice: 'as_it_is', submission: 's1', action: '', ...naming });
  await until(() => ['submission', 'form_gone', 'page_changed', 'consent', 'pressed', 'choice'].every((type) => app.all(type).length));
  for (const type of ['submission', 'form_gone', 'page_changed', 'consent', 'pressed', 'choice']) {
    assert.deepEqual([...new Set(app.all(type).map(({ page }) => page))], [second], type);
  }
});

test('a verdict goes to the tab of its page and to no other', async () => {
  await openPage();
  browser.go(2, 'https://hostile.example/');
  await until(() => app.all('page').length === 2);
  const before = toTab('verdict').length;
  await app.say(verdict({ page: app.all('page')[0].page, level: 'notice' }));
  await until(() => toTab('verdict').length > before);
  assert.deepEqual(toTab('verdict').slice(before).map(([tab]) => tab), [1]);
});

for (const [who, sender] of Object.entries({ 'another extension': { id: 'theirs' }, 'another tab': { id: 'ours', tab: { id: 7 } } })) {
  test(`a page’s content scripts do not hear ${who}`, () => {
    const page = openFakePage('<form action="/send"><input name="story"><button>Send</button></form>');
    const line = { kind: 'line', text: 'Your form has gone.' };
    page.hear(line, sender);
    assert.equal(page.said(), '');
    page.hear(line);
    assert.match(page.said(), /Your form has gone/);
  });
}

test('nothing listens to what a page posts', () => {
  const manifest = JSON.parse(read('manifest.json'));
  for (const door of ['externally_connectable', 'web_accessible_resources']) assert.equal(manifest[door], undefined, door);
  for (const folder of ['background', 'common', 'content', 'popup', 'options', 'ask']) {
    for (const name of readdirSync(new URL(folder, EXTENSION)).filter((one) => one.endsWith('.js'))) {
      const text = read(`${folder}/${name}`);
      for (const door of [/'message'/, /\bonmessage\b/, /BroadcastChannel/, /onMessageExternal/, /onConnectExternal/, /MessageChannel/]) {
        if (name === 'link.js' && door.source.includes('onmessage')) continue; // the websocket's own
        assert.doesNotMatch(text, door, `${folder}/${name}`);
      }
    }
  }
});
