/** How the question about cookies stands is told as a word, when it is known and when it changes; of other banners nothing is. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

const URL_ = 'https://www.example.gov.uk/report';
/** @param {string} buttons @param {string} [attributes] */
const banner = (buttons, attributes = 'class="govuk-cookie-banner"') => `<div ${attributes}><p>Cookies</p><div id="asks">${buttons}</div>
  <div id="done" hidden>You have accepted. <button id="hide">Hide this message</button></div></div><button id="other">Accept</button>`;
const ENGLISH = `<button id="yes">Accept additional cookies</button><button id="no">Reject additional cookies</button>
  <a href="/cookies">View cookies</a>`;
const WELSH = '<button id="yes">Derbyn cwcis ychwanegol</button><button id="no">Gwrthod cwcis ychwanegol</button>';
const VALUES = '<button id="yes" name="cookies" value="accept">OK</button><button id="no" name="cookies" value="reject">Close</button>';
const LINKS = '<a class="govuk-button" href="#y" id="yes">Accept cookies</a> <a class="govuk-button" href="#n" id="no">Reject cookies</a>';
const INPUTS = '<input id="yes" type="submit" name="c" value="Yes, all"><input id="no" type="submit" name="c" value="No">';

/** @param {import('./fake_page.js').FakePage} page */
const words = (page) => page.told.filter(({ kind }) => kind === 'consent').map(({ consent }) => consent);

/** The content scripts up to the consent's own. @param {string} html @param {{cookie?: string[], isAhead?: () => boolean}} [how] */
function openWith(html, { cookie = [], isAhead = () => false } = {}) {
  const page = openPage(html, { url: URL_, upTo: 'consent.js' });
  page.inside('netcurtainDocument').isAhead = isAhead;
  for (const one of cookie) page.document.cookie = one;
  page.inside('netcurtainConsent').watch((/** @type {any} */ message) => void page.told.push(message));
  return page;
}

/** @param {import('./fake_page.js').FakePage} page @param {string} selector @param {boolean} [personal] */
function click(page, selector, personal = true) {
  const event = Object.assign(new page.window.MouseEvent('click', { bubbles: true }), { personal });
  /** @type {Element} */ (page.document.querySelector(selector)).dispatchEvent(event);
}

for (const [what, html] of [
  ["govuk-frontend's banner", banner(ENGLISH)],
  ["GOV.UK's own banner", banner(ENGLISH, 'id="global-cookie-message"')],
  ['a banner named as a module', banner(ENGLISH, 'data-module="track cookie-banner"')],
  ['a Welsh one', banner(WELSH)],
  ['one whose values answer', banner(VALUES)],
  ['one made of inputs', banner(INPUTS)],
  ['one made of links that look like buttons', banner(LINKS)],
]) {
  for (const [button, answer] of /** @type {const} */ ([['yes', 'accepted'], ['no', 'refused']])) {
    test(`${what} asks, and is ${answer}, before the page's own code hears of it`, () => {
      const page = openWith(String(html));
      assert.deepEqual(words(page), ['before_choice']);
      /** @type {string[][]} */
      const known = [];
      page.document.addEventListener('click', () => void known.push(words(page)), true);
      click(page, `#${button}`);
      assert.deepEqual(known, [['before_choice', answer]]);
    });
  }
}

for (const [what, html] of [
  ['a banner of another kind', banner(ENGLISH, 'class="cookie-notice" id="onetrust"')],
  ['a banner that is hidden', banner(ENGLISH, 'class="govuk-cookie-banner" hidden')],
  ['a banner whose buttons are hidden', banner(`<div hidden>${ENGLISH}</div>`)],
  ['a banner after the choice', banner('', 'class="govuk-cookie-banner"').replace(' hidden', '')],
  ['a banner without a choice', banner('<button id="yes">Accept</button>')],
  ['no banner', '<p>Welcome</p>'],
]) {
  test(`of ${what} nothing is claimed`, () => assert.deepEqual(words(openWith(String(html))), []));
}

for (const [what, selector, personal] of /** @type {[string, string, boolean][]} */ ([
  ['a press that the page makes up', '#yes', false],
  ['a press beside the buttons', '#asks', true],
  ['"Hide this message"', '#hide', true],
  ['a button outside of the banner', '#other', true],
])) {
  test(`${what} is no answer`, () => {
    const page = openWith(banner(ENGLISH));
    click(page, selector, personal);
    assert.deepEqual(words(page), ['before_choice']);
  });
}

const UNCLEAR = ['Accept essential cookies', 'Accept only what is necessary', 'Non-essential cookies', 'Notice', 'no-js', 'Accepting', ''];
for (const text of UNCLEAR) {
  test(`"${text}" is not plain enough to be an answer`, () => {
    const page = openWith(banner(`${ENGLISH}<button id="odd">${text}</button>`));
    click(page, '#odd');
    assert.deepEqual(words(page), ['before_choice']);
  });
}

const SET = 'cookies_preferences_set=true';
for (const [policy, answer] of /** @type {[string, string[]][]} */ ([
  ['{"essential":true,"settings":false,"usage":true,"campaigns":false}', ['accepted']],
  ['{"essential":true,"settings":false,"usage":false,"campaigns":false}', ['refused']],
  [encodeURIComponent('{"essential":true,"usage":true}'), ['accepted']],
  ['{"essential":true}', []],
  ['{"essential":true,"usage":"zq01"}', []],
  ['null', []],
  ['%zz', []],
  ['accepted', []],
])) {
  test(`the cookie of a choice says ${answer[0] ?? 'nothing'}: ${policy}`, () => {
    const page = openWith('', { cookie: [SET, `cookies_policy=${policy}`] });
    assert.deepEqual(words(page), answer);
    assert.ok(!JSON.stringify(page.told).includes('zq01'));
  });
}

test('what the site sets before any choice is none', () => {
  const cookie = ['cookies_policy={"essential":true,"usage":false}'];
  assert.deepEqual(words(openWith(banner(ENGLISH), { cookie })), ['before_choice']);
  assert.deepEqual(words(openWith('', { cookie })), []);
  assert.deepEqual(words(openWith('', { cookie: ['cookies_preferences_set=false', ...cookie] })), []);
});

test('a choice among the settings is known as soon as the page has kept it', async () => {
  const page = openWith('<button id="save">Save changes</button>', { cookie: [SET, 'cookies_policy={"essential":true,"usage":true}'] });
  // What else looks has looked by then.
  await until(() => page.document.readyState === 'complete');
  await new Promise((resolve) => page.window.setTimeout(resolve, 0));
  page.document.addEventListener('click', () => (page.document.cookie = 'cookies_policy={"essential":true,"usage":false}'));
  click(page, '#save');
  await until(() => words(page).length === 2);
  assert.deepEqual(words(page), ['accepted', 'refused']);
});

test('a banner that comes late is met', () => {
  const page = openWith('');
  page.document.body.innerHTML = banner(ENGLISH);
  for (const { work } of page.late) work();
  assert.deepEqual(words(page), ['before_choice']);
});

test('a banner that the page takes away as it comes up, because it was answered before, is none', async () => {
  const page = openWith('');
  page.document.body.innerHTML = banner(ENGLISH);
  page.document.addEventListener('DOMContentLoaded', () => (page.document.body.innerHTML = ''));
  page.document.dispatchEvent(new page.window.Event('DOMContentLoaded'));
  await new Promise((resolve) => page.window.setTimeout(resolve, 100));
  assert.deepEqual(words(page), []);
});

test('a page that is got ready ahead of time says nothing until it is shown', () => {
  let ahead = true;
  const page = openWith(banner(ENGLISH), { isAhead: () => ahead });
  assert.deepEqual(words(page), []);
  ahead = false;
  page.document.dispatchEvent(new page.window.Event('prerenderingchange'));
  assert.deepEqual(words(page), ['before_choice']);
});

/**
 * IAB Europe's interface, as a page's own code has it.
 * @param {import('./fake_page.js').FakePage} page
 */
function tcf(page) {
  /** @type {any[][]} */
  const asked = [];
  page.window.__tcfapi = (/** @type {any[]} */ ...args) => void asked.push(args);
  const say = (/** @type {any} */ state, good = true) => asked.forEach(([, , hear]) => hear(state, good));
  return { asked, say };
}
/** @param {string} eventStatus @param {Record<string, unknown>} [consents] @param {object} [more] */
const state = (eventStatus, consents = {}, more = {}) => ({ eventStatus, gdprApplies: true, purpose: { consents }, ...more });
/** @param {import('./fake_page.js').FakePage} page */
const wait = (page) => page.late.splice(0).forEach(({ work }) => work());

test("IAB Europe's interface is listened to once, and what it says is told", async () => {
  const page = openPage('', { url: URL_ });
  const { asked, say } = tcf(page);
  await until(() => asked.length);
  wait(page);
  assert.deepEqual(asked.map(([command, version]) => [command, version]), [['addEventListener', 2]]);
  say(state('cmpuishown'));
  say(state('useractioncomplete', { 1: false, 2: true }));
  say(state('cmpuishown', { 1: false, 2: true }));
  say(state('useractioncomplete', { 1: false, 2: false }));
  assert.deepEqual(words(page), ['before_choice', 'accepted', 'refused']);
});

for (const [what, said, good, answer] of /** @type {[string, any, boolean, string[]][]} */ ([
  ['an earlier agreement', state('tcloaded', { 1: true }), true, ['accepted']],
  ['an earlier refusal', state('tcloaded', {}), true, ['refused']],
  ['where it does not apply', state('tcloaded', { 1: true }, { gdprApplies: false }), true, []],
  ['without success', state('tcloaded', { 1: true }), false, []],
  ['another event', state('something', { 1: true }), true, []],
  ['no purposes', { eventStatus: 'tcloaded' }, true, []],
  ['consents of another kind', { eventStatus: 'tcloaded', purpose: { consents: null } }, true, []],
  ['nothing', null, true, []],
])) {
  test(`the interface, ${what}: ${answer[0] ?? 'nothing is claimed'}`, async () => {
    const page = openPage('', { url: URL_ });
    const { asked, say } = tcf(page);
    await until(() => asked.length);
    say(said, good);
    assert.deepEqual(words(page), answer);
  });
}

test('an interface that comes late is found', async () => {
  const page = openPage('', { url: URL_ });
  await until(() => page.document.readyState === 'complete');
  const { asked } = tcf(page);
  assert.equal(asked.length, 0);
  wait(page);
  assert.equal(asked.length, 1);
});

test('an interface that does not work, or is something else, breaks nothing', () => {
  for (const odd of ['() => { throw new Error("zq"); }', '7', 'document.body']) {
    const page = openPage('', { url: URL_ });
    page.inside(`window.__tcfapi = ${odd}`);
    wait(page);
    assert.deepEqual(words(page), []);
  }
});

test('the page can read neither the listener nor the name of our event', async () => {
  const page = openPage('', { url: URL_ });
  /** @type {string[]} */
  const names = [];
  page.window.EventTarget.prototype.dispatchEvent = (/** @type {Event} */ event) => names.push(event.type);
  page.window.CustomEvent = class {
    constructor(/** @type {string} */ name) {
      names.push(name);
    }
  };
  const { asked, say } = tcf(page);
  wait(page);
  say(state('tcloaded', { 1: true }));
  assert.match(String(asked[0]?.[2]), /^function[^{]*\{ \[native code\] \}$/);
  assert.deepEqual([names, words(page)], [[], ['accepted']]);
});

test('of what comes by our event only the three words count', () => {
  const page = openPage('', { url: URL_, upTo: 'consent.js' });
  page.inside('netcurtainConsent').watch((/** @type {any} */ message) => void page.told.push(message));
  const raise = (/** @type {any} */ target, /** @type {string} */ name, /** @type {unknown} */ detail) =>
    target.dispatchEvent(new page.window.CustomEvent(name, { detail }));
  raise(page.document, 'netcurtain', 'nc1');
  for (const word of ['zq01', '', 7, null, { toString: () => 'accepted' }, 'accepted']) raise(page.window, 'nc1 consent', word);
  assert.deepEqual(words(page), ['accepted']);
});

test('what the page says under a name of its own is not heard', () => {
  const page = openPage('', { url: URL_ });
  for (const name of ['netcurtain', 'netcurtain consent', ' consent', 'undefined consent']) {
    for (const target of [page.window, page.document]) target.dispatchEvent(new page.window.CustomEvent(name, { detail: 'accepted' }));
  }
  assert.deepEqual(words(page), []);
});

test('an app that is new is told the newest word again, with its time', () => {
  const page = openPage(banner(ENGLISH), { url: URL_ });
  click(page, '#no');
  page.hear({ kind: 'describe' });
  const told = page.told.filter(({ kind }) => kind === 'consent');
  assert.deepEqual(told.map(({ consent }) => consent), ['before_choice', 'refused', 'refused']);
  assert.deepEqual(told[2], told[1]);
});

test('an interface that changes its mind without end is heard no more than twenty times at once, and its last word is told', async () => {
  const page = openPage('', { url: URL_ });
  const { asked, say } = tcf(page);
  await until(() => asked.length);
  wait(page);
  for (let n = 0; n < 1001; n += 1) say(state('useractioncomplete', { 1: n % 2 === 0 }));
  assert.equal(words(page).length, 20);
  assert.equal(words(page).at(-1), 'refused');
  wait(page);
  assert.deepEqual([words(page).length, words(page).at(-1)], [21, 'accepted']);
});

test('what a page has put into every object is not asked as we tell of it', async () => {
  const page = openPage('', { url: URL_ });
  page.inside(`globalThis.asked = 0;
    const get = () => void (asked += 1);
    for (const name of ['bubbles', 'cancelable', 'composed']) Object.defineProperty(Object.prototype, name, { get, configurable: true });`);
  const { asked, say } = tcf(page);
  await until(() => asked.length);
  say(state('useractioncomplete', { 1: true }));
  assert.deepEqual(words(page), ['accepted']);
  assert.equal(page.inside('asked'), 0);
});
