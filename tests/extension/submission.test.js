/** Holding a form and letting it go, in a page with every content script. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { source } from './fake_chrome.js';
import { openPage } from './fake_page.js';
import { turn, until } from './waiting.js';

const FORM = `<h1>Report</h1><form name="report" action="/send" method="post">
  <label>What <textarea name="t"></textarea></label><button id="go" name="b">Continue</button></form>`;
const WORDS = {
  arrival: 'This page has told one company that it was opened.',
  told: ['This page told Meta (Facebook) its address.'],
  not_seen: 'We have not seen.',
};

/** @type {any} */
let page;
let level = 'warning';
/** @type {any} what the background answers to a choice */
let onChoice;
/** @type {(message: any) => any} */
let answer;

beforeEach(() => {
  level = 'warning';
  onChoice = { ready: true };
  answer = (message) => {
    if (message.kind === 'form') return { linked: true, verdict: verdict(message.form) };
    return message.kind === 'choice' ? onChoice : null;
  };
});

/** @param {string} form @param {Record<string, unknown>} [more] */
const verdict = (form, more) => {
  const forms = [{ form, level, form_level: 'sensitive' }];
  return { type: 'verdict', page: 'p', level, forms, words: WORDS, ...more };
};
/** @param {string} kind @returns {any[]} */
const told = (kind) => page.told.filter((/** @type {any} */ message) => message.kind === kind);

async function open(html = FORM) {
  page = openPage(html, { answer: (message) => answer(message) });
  await until(() => told('form').length === html.split('<form').length - 1);
  await turn();
  page.document.querySelector('textarea').value = 'zq01typed';
}
const send = () => page.document.querySelector('#go').click();
/** @param {string} words */
async function press(words) {
  const now = page.window.performance.now();
  page.window.performance.now = () => now + 600;
  page.press(words);
  await turn();
}
const isUp = () => page.said().includes('Not sent yet');

test('a sensitive form with a warning is held before the page hears of it, and the card says why', async () => {
  await open();
  let heard = 0;
  page.document.addEventListener('submit', () => (heard += 1));
  send();
  assert.deepEqual([page.sent, heard, isUp()], [[], 0, true]);
  assert.ok(page.said().includes('What you wrote is still here. This page told Meta (Facebook) its address. We have not seen.'));
  assert.deepEqual(told('submission').map(({ held, form }) => [held, form]), [[true, told('form')[0].form]]);
});

test('going on as it is sends once, with the button that was pressed, through the page’s own handlers', async () => {
  await open();
  /** @type {any[]} */
  const submitters = [];
  page.document.addEventListener('submit', (/** @type {any} */ event) => submitters.push(event.submitter?.id));
  send();
  await press('Go on as it is');
  assert.deepEqual([page.sent, submitters, isUp()], [['report'], ['go'], false]);
  assert.deepEqual(told('choice').map(({ choice, action }) => [choice, action]), [['as_it_is', 'https://www.example.org/send']]);
});

test('going on as it is waits for nobody', async () => {
  await open();
  send();
  onChoice = new Promise(() => {});
  await press('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

test('a page that sends the form itself still does', async () => {
  await open();
  let saved = 0;
  page.document.querySelector('form').addEventListener('submit', (/** @type {any} */ event) => {
    event.preventDefault();
    saved += 1;
  });
  send();
  assert.equal(saved, 0);
  await press('Go on as it is');
  assert.deepEqual([saved, page.sent], [1, []]);
});

test('not now sends nothing and keeps what was typed; the next press asks again', async () => {
  await open();
  send();
  await press('Not now');
  assert.deepEqual([page.sent, isUp(), page.document.querySelector('textarea').value], [[], false, 'zq01typed']);
  send();
  assert.deepEqual([page.sent, isUp(), told('submission').length], [[], true, 2]);
});

test('without the companies it goes when they are left out', async () => {
  await open();
  send();
  /** @type {(done: any) => void} */
  let done = () => {};
  onChoice = new Promise((resolve) => (done = resolve));
  await press('Go on without these companies');
  assert.deepEqual([page.sent, isUp()], [[], true]);
  done({ ready: true });
  await until(() => page.sent.length);
  assert.equal(isUp(), false);
});

test('where they cannot be left out, nothing is sent and the card says so', async () => {
  await open();
  send();
  onChoice = { ready: false };
  await press('Go on without these companies');
  assert.deepEqual([page.sent, isUp()], [[], true]);
  assert.ok(page.said().includes('We could not leave these companies out just now.'));
});

test('form.submit() is held and let go as well', async () => {
  await open();
  page.document.querySelector('form').submit();
  assert.deepEqual([page.sent, isUp()], [[], true]);
  await press('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

test('a form that was let go but was not filled in right goes the next time, and nobody is asked again', async () => {
  await open();
  send();
  page.document.querySelector('textarea').required = true;
  page.document.querySelector('textarea').value = '';
  await press('Go on as it is');
  assert.deepEqual(page.sent, []);
  page.document.querySelector('textarea').value = 'zq01typed';
  send();
  assert.deepEqual([page.sent, isUp()], [['report'], false]);
});

/** The page stops what is sent, and later sends it itself. @param {(form: any) => unknown} sendIt */
const sendsItself = (sendIt) =>
  page.document.querySelector('form').addEventListener('submit', (/** @type {any} */ event) => {
    event.preventDefault();
    sendIt(event.target);
  }, { once: true });

for (const [name, sendIt] of /** @type {[string, (form: any) => unknown][]} */ ([
  ['at once', (form) => form.submit()],
  ['later', (form) => void Promise.resolve().then(() => form.requestSubmit())],
])) {
  for (const choice of ['Go on as it is', 'Go on without these companies']) {
    test(`a page that stops its form and sends it again ${name} may, after ${choice}`, async () => {
      await open();
      sendsItself(sendIt);
      send();
      await press(choice);
      await until(() => page.sent.length);
      assert.deepEqual([page.sent, isUp()], [['report'], false]);
    });
  }
}

test('when the app says that the answer does not hold any more, the next press asks again', async () => {
  await open();
  sendsItself(() => undefined);
  send();
  await press('Go on without these companies');
  const [{ form }] = told('form');
  page.hear({ kind: 'verdict', verdict: verdict(form) });
  page.hear({ kind: 'verdict', verdict: verdict(form, { answered: true }) });
  page.hear({ kind: 'verdict', verdict: verdict(form, { answered: false }) });
  send();
  assert.deepEqual([page.sent, isUp()], [[], true]);
});

test('a form that was drawn anew while the card was up goes', async () => {
  await open();
  send();
  const form = page.document.querySelector('form');
  form.replaceWith(form.cloneNode(true));
  page.document.querySelector('textarea').value = 'zq01typed';
  await press('Go on as it is');
  assert.deepEqual([page.sent, isUp()], [['report'], false]);
});

test('where the form is gone while the card was up, the person is told that nothing was sent', async () => {
  await open();
  send();
  page.document.querySelector('form').remove();
  await press('Go on as it is');
  assert.deepEqual([page.sent, isUp()], [[], false]);
  assert.ok(page.said().includes('Not sent: this page has changed. Please press its button again.'));
});

test('form.submit() of another frame’s class is held in the frame of the form', async () => {
  await open(`${FORM}<iframe></iframe>`);
  const other = page.document.querySelector('iframe').contentWindow;
  other.eval(source('content/patch.js'));
  other.HTMLFormElement.prototype.submit.call(page.document.querySelector('form'));
  assert.deepEqual([page.sent, isUp()], [[], true]);
  await press('Go on as it is');
  assert.deepEqual(page.sent, ['report']);
});

test('an answer in the app’s own window counts, for its own submission alone', async () => {
  await open();
  send();
  const [{ submission }] = told('submission');
  page.hear({ kind: 'choice_made', submission: 'another', choice: 'as_it_is' });
  assert.deepEqual(page.sent, []);
  page.hear({ kind: 'choice_made', submission, choice: 'as_it_is' });
  assert.deepEqual([page.sent, isUp()], [['report'], false]);
});

for (const [name, learn] of /** @type {[string, () => void][]} */ ([
  ['a notice', () => (level = 'notice')],
  ['nothing seen', () => (level = 'nothing_seen')],
  ['no app', () => (answer = () => ({ linked: false }))],
])) {
  test(`with ${name} a form goes at once`, async () => {
    learn();
    await open();
    send();
    assert.deepEqual([page.sent, isUp()], [['report'], false]);
    assert.deepEqual(told('submission').map(({ held }) => held), name === 'no app' ? [] : [false]);
  });
}

test('an extension that was taken away holds nothing', async () => {
  answer = () => {
    throw new Error('Extension context invalidated.');
  };
  await open();
  send();
  assert.deepEqual(page.sent, ['report']);
});

test('a verdict that is on its way is waited for; a warning asks', async () => {
  answer = () => ({ linked: true });
  await open();
  send();
  assert.deepEqual([page.sent, isUp(), told('submission').length], [[], false, 0]);
  page.hear({ kind: 'verdict', verdict: verdict(told('form')[0].form) });
  assert.deepEqual([page.sent, isUp(), told('submission')[0].held], [[], true, true]);
});

test('a verdict that is on its way is waited for; a notice lets go', async () => {
  answer = () => ({ linked: true });
  await open();
  send();
  level = 'notice';
  page.hear({ kind: 'verdict', verdict: verdict(told('form')[0].form) });
  const [{ held, unchecked }] = told('submission');
  assert.deepEqual([page.sent, held, unchecked], [['report'], false, undefined]);
});

test('a verdict that does not come is waited for a second and a half at most', async () => {
  answer = () => ({ linked: true });
  await open();
  /** @type {[() => void, number][]} */
  const timers = [];
  page.window.setTimeout = (/** @type {() => void} */ work, /** @type {number} */ ms) => timers.push([work, ms]);
  send();
  const [letGo] = timers.filter(([, ms]) => ms > 0);
  assert.deepEqual([page.sent, letGo?.[1]], [[], 1500]);
  letGo?.[0]();
  assert.deepEqual([page.sent, told('submission').map(({ held, unchecked }) => [held, unchecked])], [['report'], [[false, true]]]);
});

test('what has waited in vain does not wait again, but asks when a warning has come', async () => {
  answer = () => ({ linked: true });
  await open();
  page.window.setTimeout = (/** @type {() => void} */ work, /** @type {number} */ ms) => ms === 1500 && work();
  sendsItself((form) => form.submit());
  page.document.querySelector('form').requestSubmit();
  page.window.setTimeout = () => 0;
  send();
  assert.deepEqual(page.sent, ['report', 'report']);
  page.hear({ kind: 'verdict', verdict: verdict(told('form')[0].form) });
  send();
  assert.deepEqual([page.sent.length, isUp()], [2, true]);
});

test('a link that is found to be down lets go at once', async () => {
  answer = () => ({ linked: true });
  await open();
  send();
  page.hear({ kind: 'link', linked: false });
  assert.deepEqual(page.sent, ['report']);
});

test('where the window asks the card says so, until the app is gone or the window asks no more', async () => {
  answer = (message) => (message.kind === 'form' ? { linked: true, inWindow: true, verdict: verdict(message.form) } : null);
  const isShort = () => page.said().includes("Netcurtain's window asks you what to do.");
  for (const news of [{ linked: false, inWindow: false }, { linked: true, inWindow: false }]) {
    await open();
    send();
    page.hear({ kind: 'verdict', verdict: verdict(told('form')[0].form) });
    assert.deepEqual([isUp(), isShort()], [true, true]);
    page.hear({ kind: 'link', ...news });
    assert.deepEqual([page.sent, isUp(), isShort()], [[], true, false]);
  }
});

test('where the answers are about to go is told before they go', async () => {
  level = 'notice';
  await open();
  page.document.querySelector('form').action = 'https://forms.example.net/take';
  send();
  assert.deepEqual(told('going')[0].actions, ['https://forms.example.net/take']);
});

test('another form of the page is not swallowed while one waits', async () => {
  answer = () => ({ linked: true });
  await open(`${FORM}<form name="other"><label>Q <input name="q"></label><button id="other">Go</button></form>`);
  send();
  page.document.querySelector('#other').click();
  assert.deepEqual(page.sent, ['other']);
});

test('a form with a warning asks while another waits, and the other goes', async () => {
  answer = () => ({ linked: true });
  await open(`<form name="other"><label>Q <input name="q"></label><button id="other">Go</button></form>${FORM}`);
  page.document.querySelector('#other').click();
  page.hear({ kind: 'verdict', verdict: verdict(told('form')[1].form) });
  assert.deepEqual([page.sent, isUp()], [[], false]);
  send();
  assert.deepEqual([page.sent, isUp()], [['other'], true]);
});

/** The person has said to go on without the companies, and that takes its time. @returns {Promise<(done: any) => void>} */
async function leavingOut() {
  await open();
  send();
  /** @type {(done: any) => void} */
  let done = () => {};
  onChoice = new Promise((resolve) => (done = resolve));
  await press('Go on without these companies');
  return done;
}

test('"Not now" while the companies are being left out is heard: nothing is sent', async () => {
  const done = await leavingOut();
  await press('Not now');
  assert.equal(isUp(), false);
  done({ ready: true });
  await turn();
  assert.deepEqual([page.sent, told('choice').map(({ choice }) => choice)], [[], ['without_companies', 'not_now']]);
  send();
  assert.deepEqual([page.sent, isUp()], [[], true]);
});

test('whoever said "Not now" meanwhile and sends anew is heard at once', async () => {
  const done = await leavingOut();
  await press('Not now');
  send();
  await press('Go on as it is');
  assert.deepEqual([page.sent, isUp()], [['report'], false]);
  done({ ready: true });
  await turn();
  assert.deepEqual(page.sent, ['report']);
});

for (const [when, isJudged] of /** @type {[string, boolean][]} */ ([['already', true], ['later', false]])) {
  test(`where "Not now" was said to a frame that nobody touches it is neither asked about nor sent, warned of ${when}`, async () => {
    if (!isJudged) answer = () => ({ linked: true });
    await open();
    page.inside('netcurtainAsking').isRefused = () => true;
    send();
    page.hear({ kind: 'verdict', verdict: verdict(told('form')[0].form) });
    assert.deepEqual([page.sent, isUp(), told('submission')], [[], false, []]);
  });
}

test('to leave while the companies are being left out is heard: nothing is sent, and nobody is asked again', async () => {
  const done = await leavingOut();
  await press('Leave this page');
  done({ ready: true });
  await turn();
  page.document.querySelector('form').requestSubmit();
  assert.deepEqual([page.sent, page.said().trim(), told('choice').at(-1).choice], [[], '', 'leave']);
});

test('a page that was left and is shown again asks anew', async () => {
  await open();
  send();
  await press('Leave this page');
  assert.equal(page.inside('netcurtainSubmission').isAsking(), true);
  page.window.dispatchEvent(Object.assign(new page.window.Event('pageshow'), { persisted: true }));
  assert.equal(page.inside('netcurtainSubmission').isAsking(), false);
  send();
  assert.ok(isUp());
});

test('to go on as it is does not count while the companies are being left out', async () => {
  const done = await leavingOut();
  await press('Go on as it is');
  assert.deepEqual([page.sent, isUp()], [[], true]);
  done({ ready: true });
  await until(() => page.sent.length);
  assert.equal(told('choice').length, 1);
});
