/** The popup, as a page of the extension: what it shows, and what its buttons ask for. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { source, word } from './fake_chrome.js';
import { turn } from './waiting.js';

const NONE = "We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see.";
const WORDS = {
  type: 'page_words',
  page: 'p1',
  headline: 'This page has told one company that it was opened.',
  told: ["Google was told this page's address.", '<b>Tee</b> was contacted by this page.'],
  not_seen: 'We have not seen what you wrote go to them, but we cannot see everything.',
};
const PAUSED = { page: 'p1', headline: 'Netcurtain is paused on this site until you leave it.', not_seen: 'Until then.', paused: true };

let openings = 0;
/** What was asked of the background, and how it answers. @type {any[]} */
let asked;
/** @type {any} */
let status;
/** @type {any} */
let words;
/** @type {() => unknown} */
let secondsLater;
/** @type {Document} */
let page;
let closed = 0;

beforeEach(() => {
  asked = [];
  closed = 0;
  words = null;
  const seen = { companies: [], page: 'p1', isPrivate: false, judged: true, paused: false };
  status = { state: 'up', mode: 'desktop', keeping: '', allowed: true, ...seen };
});

/** Open it, and let it hear how things stand. @param {Record<string, unknown>} [news] */
async function open(news) {
  Object.assign(status, news);
  page = new JSDOM(source('popup/popup.html')).window.document;
  const say = () => words;
  const answers = /** @type {Record<string, () => any>} */ ({ status: () => status, words: say, pause: say, correct: say });
  const chrome = {
    tabs: { query: async () => [{ id: 1 }] },
    permissions: {
      async request(/** @type {unknown} */ wish) {
        asked.push(wish);
        return (status.allowed = true);
      },
    },
    runtime: {
      async sendMessage(/** @type {any} */ message) {
        asked.push(message);
        return structuredClone(await answers[message.kind]?.());
      },
      openOptionsPage: () => asked.push('options'),
    },
    i18n: { getMessage: word, getUILanguage: () => 'en' },
  };
  const setInterval = (/** @type {() => unknown} */ work) => void (secondsLater = work);
  Object.assign(globalThis, { document: page, chrome, setInterval, window: { close: () => (closed += 1) } });
  openings += 1;
  // A popup of its own each time; what it imports is the same, and reads the page's words only when first imported.
  await import(`../../extension/popup/popup.js?opening=${openings}`);
}
const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (page.getElementById(id));
const text = (/** @type {string} */ id) => part(id).textContent;
const told = () => [...page.querySelectorAll('li')].map((one) => one.textContent);
const buttons = () => [...page.querySelectorAll('button')].filter((one) => !one.closest('[hidden]')).map(({ id }) => id);
async function press(/** @type {string} */ id) {
  part(id).click();
  await turn();
}

test('who is on the page stands there in the words of the app, as text', async () => {
  words = WORDS;
  await open({ companies: ['Google', 'Tee'] });
  assert.deepEqual([text('heading'), told(), text('more')], [WORDS.headline, WORDS.told, WORDS.not_seen]);
  assert.equal(page.querySelector('b'), null);
  assert.equal(part('heading').className, '');
});

test('what is known already is shown while the words are on their way', async () => {
  /** @type {(words: any) => void} */
  let come = () => {};
  words = new Promise((resolve) => (come = resolve));
  const opening = open({ companies: ['Google', 'Hotjar'] });
  while (!come || !asked.some(({ kind }) => kind === 'words')) await turn();
  assert.deepEqual([text('heading'), told()], ['Seen here, or on a page before:', ['Google', 'Hotjar']]);
  come(WORDS);
  await opening;
  assert.equal(text('heading'), WORDS.headline);
});

test('that there are no companies is not said before the words have had their time', async () => {
  /** @type {(words: any) => void} */
  let come = () => {};
  words = new Promise((resolve) => (come = resolve));
  const opening = open();
  while (!asked.some(({ kind }) => kind === 'words')) await turn();
  assert.deepEqual([text('heading'), text('more')], ['This page is being checked.', '']);
  come(null);
  await opening;
  assert.deepEqual([text('heading'), text('more')], ['This page is being checked.', NONE]);
});

test('a page that has not been judged is not said to be without companies', async () => {
  await open({ judged: false });
  assert.deepEqual([text('heading'), text('more')], ['This page is being checked.', '']);
});

test('a sentence that says all there is to say is read quietly', async () => {
  words = { page: 'p1', headline: NONE };
  await open();
  assert.deepEqual([text('heading'), part('heading').className, told()], [NONE, 'calm', []]);
});

/** @type {[string, string, RegExp, string[]][]} */
const away = [
  ['away', 'Not checked', /look for Netcurtain among this computer's programs, or type netcurtain in a terminal\.$/, []],
  ['connecting', 'Looking for the Netcurtain app on this computer', /^$/, []],
  ['not_paired', 'Not checked yet', /not connected/, ['connect']],
  ['removed', 'Not checked', /^This browser was disconnected in the app\./, ['connect']],
  ['not_known', 'Not checked', /does not know this browser/, ['connect']],
  ['update_app', 'Not checked', /update the app/, []],
  ['update_extension', 'Not checked', /too old for the app/, []],
  ['some state to come', 'Not checked', /not running/, []],
];
for (const [state, heading, more, shown] of away) {
  test(`while the link is ${state}, it says "${heading}", names nobody, and has no button that cannot work`, async () => {
    words = WORDS;
    await open({ state, companies: ['Google'], keeping: 'until_close' });
    assert.deepEqual([text('heading'), told(), buttons(), text('keeping')], [heading, [], shown, '']);
    assert.match(text('more') ?? '', more);
    assert.deepEqual(asked.map(({ kind }) => kind), ['status']);
  });
}

test('without a website there is nothing to pause', async () => {
  await open({ page: '', judged: false });
  assert.deepEqual([text('heading'), buttons()], ['Open a website to see who is there.', ['open']]);
});

/** @type {[any, string][]} */
const keepings = [
  [{ keeping: 'forget_soon' }, 'Pages are forgotten soon after you leave them. Nothing is on disk.'],
  [{ keeping: 'until_close' }, 'Pages are remembered until Netcurtain closes, in memory only.'],
  [{ keeping: 'until_close', isPrivate: true }, 'This is a private window: nothing of it is remembered.'],
  [{ keeping: '' }, ''],
  [{ keeping: 'a word to come' }, ''],
];
for (const [news, line] of keepings) {
  test(`${JSON.stringify(news)}: "${line}"`, async () => {
    await open(news);
    assert.equal(text('keeping'), line);
  });
}

test('the app without a window shows itself and cannot be opened', async () => {
  await open({ mode: 'serve' });
  assert.deepEqual([part('serve').hidden, buttons()], [false, ['pause']]);
  await open({ mode: 'desktop' });
  assert.deepEqual([part('serve').hidden, buttons()], [true, ['open', 'pause']]);
});

test('to open the app is asked for, and the popup is out of the way', async () => {
  await open();
  await press('open');
  assert.deepEqual(asked.at(-1), { tab: 1, kind: 'open_app' });
  assert.equal(closed, 1);
});

test('to connect leads to the options page', async () => {
  await open({ state: 'not_paired' });
  await press('connect');
  assert.equal(asked.at(-1), 'options');
});

test('a pause is asked for and taken back with the same button', async () => {
  words = WORDS;
  await open();
  assert.equal(text('pause'), 'Pause here for this visit');
  words = PAUSED;
  await press('pause');
  assert.deepEqual(asked.at(-1), { tab: 1, kind: 'pause', paused: true });
  assert.deepEqual([text('heading'), told(), text('more'), text('pause')], [PAUSED.headline, [], 'Until then.', 'Look again']);
  words = WORDS;
  await press('pause');
  assert.deepEqual(asked.at(-1), { tab: 1, kind: 'pause', paused: false });
  assert.deepEqual([text('heading'), text('pause')], [WORDS.headline, 'Pause here for this visit']);
});

/** @type {[any, RegExp, string, boolean | undefined][]} */
const ofForms = [
  [{ form: 'sensitive' }, /^We think so\. .* asks before you send it, if companies are here\.$/, 'It is not personal', false],
  [{ form: 'possibly' }, /^It may be, .* does not ask/, 'It is personal: ask me here', true],
  [{ form: 'no' }, /^We do not think so\. .* does not ask/, 'It is personal: ask me here', true],
  [{ form: 'sensitive', asks: 'never' }, /^You said no\. .* still looks but does not ask\.$/, 'Take that back', undefined],
  [{ form: 'no', asks: 'always' }, /^You said yes\. Until you leave this site, .* asks before/, 'Take that back', undefined],
];
for (const [news, answer, button, sensitive] of ofForms) {
  test(`of a form that is ${JSON.stringify(news)} it says what holds, and its button asks for the opposite`, async () => {
    words = { ...WORDS, ...news };
    await open();
    assert.match(text('answer') ?? '', answer);
    assert.deepEqual([text('correct'), buttons()], [button, ['correct', 'open', 'pause']]);
    await press('correct');
    assert.deepEqual(asked.at(-1), { tab: 1, kind: 'correct', sensitive });
  });
}

test('what was said shows at once, and keeps the button that has the focus', async () => {
  words = { ...WORDS, form: 'sensitive' };
  await open();
  const button = part('correct');
  words = { ...WORDS, form: 'sensitive', asks: 'never' };
  await press('correct');
  assert.match(text('answer') ?? '', /^You said no\./);
  words = { ...WORDS, form: 'sensitive' };
  await press('correct');
  assert.match(text('answer') ?? '', /^We think so\./);
  assert.equal(part('correct'), button);
});

for (const [name, news, knows] of /** @type {[string, any, any][]} */ ([
  ['without a form', {}, { ...WORDS, asks: 'never' }],
  ['while the visit is paused', { paused: true }, { ...PAUSED, form: 'sensitive' }],
  ['while the app is away', { state: 'away' }, { ...WORDS, form: 'sensitive' }],
  ['before the app has spoken', {}, null],
  ['of a level that is not known here', {}, { ...WORDS, form: 'a word to come' }],
])) {
  test(`whether a form is personal is no question ${name}`, async () => {
    words = knows;
    await open(news);
    assert.deepEqual([part('form').hidden, buttons().includes('correct')], [true, false]);
  });
}

test('a page that is paused says so before and without the words', async () => {
  await open({ paused: true });
  assert.deepEqual([text('heading'), text('pause')], [PAUSED.headline, 'Look again']);
});

test('it looks again: more companies, another page, an app that went away, a background that is gone', async () => {
  words = WORDS;
  await open();
  words = { ...WORDS, told: ['Hotjar was contacted by this page.'] };
  await secondsLater();
  assert.deepEqual(told(), ['Hotjar was contacted by this page.']);
  assert.deepEqual(asked.filter(({ kind }) => kind === 'status').map(({ again }) => again), [false, true]);
  Object.assign(status, { page: 'p2' });
  words = null;
  await secondsLater();
  assert.deepEqual([told(), text('heading')], [[], 'This page is being checked.']);
  status.state = 'away';
  await secondsLater();
  assert.deepEqual([text('heading'), buttons()], ['Not checked', []]);
  // It is looked for again and again: that is not said each time.
  status.state = 'connecting';
  await secondsLater();
  assert.equal(text('heading'), 'Not checked');
  status = null;
  await secondsLater();
  assert.equal(text('heading'), 'Not checked');
});

test('words that come late do not undo the pause that was asked for meanwhile', async () => {
  words = WORDS;
  await open();
  /** @type {(words: any) => void} */
  let come = () => {};
  words = new Promise((resolve) => (come = resolve));
  const looking = secondsLater();
  while (asked.at(-1).kind !== 'words') await turn();
  words = PAUSED;
  await press('pause');
  come(WORDS);
  await looking;
  assert.equal(text('pause'), 'Look again');
});

test('what stays the same is not written again, so that nobody is read it twice', async () => {
  words = WORDS;
  await open();
  const first = page.querySelector('li');
  await secondsLater();
  assert.equal(page.querySelector('li'), first);
});

test('a browser that lets us look at no website is said to, and one press asks for it', async () => {
  words = WORDS;
  await open({ allowed: false });
  assert.deepEqual([text('heading'), buttons(), told()], ['Not checked', ['allow'], []]);
  assert.match(text('more'), /does not let Netcurtain look at websites yet/);

  await press('allow');

  assert.deepEqual(asked.find(({ origins }) => origins), { origins: ['<all_urls>'] });
  assert.deepEqual([text('heading'), buttons()], [WORDS.headline, ['open', 'pause']]);
});

test('with no app either, both can be mended', async () => {
  await open({ allowed: false, state: 'not_paired' });
  assert.deepEqual(buttons(), ['allow', 'connect']);
});

const LEFT_OUT = 'If any of 13 known companies are here, this browser leaves them out from the start.';
for (const state of ['up', 'away', 'not_paired']) {
  test(`who is left out from the start is told, and can be let in, while the app is ${state}`, async () => {
    await open({ state, fromStart: { companies: 13, lifted: false } });
    assert.deepEqual([text('start'), text('let-in')], [LEFT_OUT, 'Let them in for this visit']);
    status.fromStart = { companies: 13, lifted: true };
    await press('let-in');
    assert.deepEqual(asked.find(({ kind }) => kind === 'let_in'), { tab: 1, kind: 'let_in', lifted: true });
    assert.equal(text('start'), 'You let these 13 companies in until you leave this site. If something is missing, load the page again.');
    assert.equal(text('let-in'), 'Leave them out again');
    status.fromStart = { companies: 13, lifted: false };
    await press('let-in');
    assert.deepEqual(asked.filter(({ kind }) => kind === 'let_in').map(({ lifted }) => lifted), [true, false]);
    assert.equal(text('start'), LEFT_OUT);
  });
}

test('who was left out by an answer is told, before those from the start, and can be let in', async () => {
  await open({ leftOut: true, fromStart: { companies: 13, lifted: true } });
  const said = 'The companies that you chose to go on without are left out until you leave this site.';
  assert.deepEqual([text('start'), text('let-in')], [said, 'Let them in for this visit']);
  status.leftOut = false;
  await press('let-in');
  assert.deepEqual(asked.filter(({ kind }) => kind === 'let_in').length, 1);
  assert.equal(text('let-in'), 'Leave them out again');
});

test('of a page where nobody is left out from the start nothing is said', async () => {
  await open({ fromStart: null });
  assert.deepEqual([text('start'), buttons().includes('let-in')], ['', false]);
});
