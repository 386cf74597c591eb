/** The popup, as a page of the extension: what it shows, and what its buttons ask for. Of a kept history: popup_kept.test.js. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS, buttons, open, part, press, scene, text, told } from './popup_scene.js';
import { turn } from './waiting.js';

const NONE = "We saw none of the companies on our lists. Sites can also pass things on where nobody's browser can see.";
const PAUSED = { page: 'p1', headline: 'Netcurtain is paused on this site until you leave it.', not_seen: 'Until then.', paused: true };

test('who is on the page stands there in the words of the app, as text', async () => {
  scene.words = WORDS;
  await open({ companies: ['Google', 'Tee'] });
  assert.deepEqual([text('heading'), told(), text('more')], [WORDS.headline, WORDS.told, WORDS.not_seen]);
  assert.equal(scene.page.querySelector('b'), null);
  assert.equal(part('heading').className, '');
});

test('what is known already is shown while the words are on their way', async () => {
  /** @type {(words: any) => void} */
  let come = () => {};
  scene.words = new Promise((resolve) => (come = resolve));
  const opening = open({ companies: ['Google', 'Hotjar'] });
  while (!come || !scene.asked.some(({ kind }) => kind === 'words')) await turn();
  assert.deepEqual([text('heading'), told()], ['Seen here, or on a page before:', ['Google', 'Hotjar']]);
  come(WORDS);
  await opening;
  assert.equal(text('heading'), WORDS.headline);
});

test('that there are no companies is not said before the words have had their time', async () => {
  /** @type {(words: any) => void} */
  let come = () => {};
  scene.words = new Promise((resolve) => (come = resolve));
  const opening = open();
  while (!scene.asked.some(({ kind }) => kind === 'words')) await turn();
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
  scene.words = { page: 'p1', headline: NONE };
  await open();
  assert.deepEqual([text('heading'), part('heading').className, told()], [NONE, 'calm', []]);
});

/** @type {[string, string, RegExp, string[]][]} */
const away = [
  ['away', 'Not checked', /look for it among this computer's programs\.$/, []],
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
    scene.words = WORDS;
    await open({ state, companies: ['Google'], keeping: 'until_close' });
    assert.deepEqual([text('heading'), told(), buttons(), text('keeping')], [heading, [], shown, '']);
    assert.match(text('more') ?? '', more);
    assert.deepEqual(scene.asked.map(({ kind }) => kind), ['status']);
  });
}

test('without a website there is nothing to pause', async () => {
  await open({ page: '', judged: false });
  assert.deepEqual([text('heading'), buttons()], ['Open a website to see who is there.', ['open']]);
});

test('the app without a window shows itself and cannot be opened', async () => {
  await open({ mode: 'serve' });
  assert.deepEqual([part('serve').hidden, buttons()], [false, ['pause']]);
  await open({ mode: 'desktop' });
  assert.deepEqual([part('serve').hidden, buttons()], [true, ['open', 'pause']]);
});

test('to open the app is asked for, and the popup is out of the way', async () => {
  await open();
  await press('open');
  assert.deepEqual(scene.asked.at(-1), { tab: 1, kind: 'open_app' });
  assert.equal(scene.closed, 1);
});

test('to connect leads to the options page', async () => {
  await open({ state: 'not_paired' });
  await press('connect');
  assert.equal(scene.asked.at(-1), 'options');
});

test('a pause is asked for and taken back with the same button', async () => {
  scene.words = WORDS;
  await open();
  assert.equal(text('pause'), 'Pause here for this visit');
  scene.words = PAUSED;
  await press('pause');
  assert.deepEqual(scene.asked.at(-1), { tab: 1, kind: 'pause', paused: true });
  assert.deepEqual([text('heading'), told(), text('more'), text('pause')], [PAUSED.headline, [], 'Until then.', 'Look again']);
  scene.words = WORDS;
  await press('pause');
  assert.deepEqual(scene.asked.at(-1), { tab: 1, kind: 'pause', paused: false });
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
    scene.words = { ...WORDS, ...news };
    await open();
    assert.match(text('answer') ?? '', answer);
    assert.deepEqual([text('correct'), buttons()], [button, ['correct', 'open', 'pause']]);
    await press('correct');
    assert.deepEqual(scene.asked.at(-1), { tab: 1, kind: 'correct', sensitive });
  });
}

test('what was said shows at once, and keeps the button that has the focus', async () => {
  scene.words = { ...WORDS, form: 'sensitive' };
  await open();
  const button = part('correct');
  scene.words = { ...WORDS, form: 'sensitive', asks: 'never' };
  await press('correct');
  assert.match(text('answer') ?? '', /^You said no\./);
  scene.words = { ...WORDS, form: 'sensitive' };
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
    scene.words = knows;
    await open(news);
    assert.deepEqual([part('form').hidden, buttons().includes('correct')], [true, false]);
  });
}

test('a page that is paused says so before and without the words', async () => {
  await open({ paused: true });
  assert.deepEqual([text('heading'), text('pause')], [PAUSED.headline, 'Look again']);
});

test('it looks again: more companies, another page, an app that went away, a background that is gone', async () => {
  scene.words = WORDS;
  await open();
  scene.words = { ...WORDS, told: ['Hotjar was contacted by this page.'] };
  await scene.secondsLater();
  assert.deepEqual(told(), ['Hotjar was contacted by this page.']);
  assert.deepEqual(scene.asked.filter(({ kind }) => kind === 'status').map(({ again }) => again), [false, true]);
  Object.assign(scene.status, { page: 'p2' });
  scene.words = null;
  await scene.secondsLater();
  assert.deepEqual([told(), text('heading')], [[], 'This page is being checked.']);
  scene.status.state = 'away';
  await scene.secondsLater();
  assert.deepEqual([text('heading'), buttons()], ['Not checked', []]);
  // It is looked for again and again: that is not said each time.
  scene.status.state = 'connecting';
  await scene.secondsLater();
  assert.equal(text('heading'), 'Not checked');
  scene.status = null;
  await scene.secondsLater();
  assert.equal(text('heading'), 'Not checked');
});

test('words that come late do not undo the pause that was asked for meanwhile', async () => {
  scene.words = WORDS;
  await open();
  /** @type {(words: any) => void} */
  let come = () => {};
  scene.words = new Promise((resolve) => (come = resolve));
  const looking = scene.secondsLater();
  while (scene.asked.at(-1).kind !== 'words') await turn();
  scene.words = PAUSED;
  await press('pause');
  come(WORDS);
  await looking;
  assert.equal(text('pause'), 'Look again');
});

test('what stays the same is not written again, so that nobody is read it twice', async () => {
  scene.words = WORDS;
  await open();
  const first = scene.page.querySelector('li');
  await scene.secondsLater();
  assert.equal(scene.page.querySelector('li'), first);
});

test('a browser that lets us look at no website is said to, and one press asks for it', async () => {
  scene.words = WORDS;
  await open({ allowed: false });
  assert.deepEqual([text('heading'), buttons(), told()], ['Not checked', ['allow'], []]);
  assert.match(text('more'), /does not let Netcurtain look at websites yet/);

  await press('allow');

  assert.deepEqual(scene.asked.find(({ origins }) => origins), { origins: ['<all_urls>'] });
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
    scene.status.fromStart = { companies: 13, lifted: true };
    await press('let-in');
    assert.deepEqual(scene.asked.find(({ kind }) => kind === 'let_in'), { tab: 1, kind: 'let_in', lifted: true });
    assert.equal(text('start'), 'You let these 13 companies in until you leave this site. Is something missing? Load the page again.');
    assert.equal(text('let-in'), 'Leave them out again');
    scene.status.fromStart = { companies: 13, lifted: false };
    await press('let-in');
    assert.deepEqual(scene.asked.filter(({ kind }) => kind === 'let_in').map(({ lifted }) => lifted), [true, false]);
    assert.equal(text('start'), LEFT_OUT);
  });
}

test('who was left out by an answer is told, before those from the start, and can be let in', async () => {
  await open({ leftOut: true, fromStart: { companies: 13, lifted: true } });
  const said = 'The companies that you chose to go on without are left out until you leave this site.';
  assert.deepEqual([text('start'), text('let-in')], [said, 'Let them in for this visit']);
  scene.status.leftOut = false;
  await press('let-in');
  assert.deepEqual(scene.asked.filter(({ kind }) => kind === 'let_in').length, 1);
  assert.equal(text('let-in'), 'Leave them out again');
});

test('of a page where nobody is left out from the start nothing is said', async () => {
  await open({ fromStart: null });
  assert.deepEqual([text('start'), buttons().includes('let-in')], ['', false]);
});
