import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

/** @type {any} */
let page;
/** @type {any} */
let card;
/** @type {string[]} */
let answers;
let clock = 0;
const WORDS = {
  told: ['This page told Meta (Facebook) <b>its</b> address.'],
  not_seen: 'We have not seen.',
  details: ['Meta (Facebook): ||facebook.com/tr'],
  unstoppable: 'We cannot stop that.',
};

beforeEach(() => {
  page = openPage('<button id="send">Send</button>', { upTo: 'card.js' });
  clock = 1000;
  page.window.performance.now = () => clock;
  card = page.inside('netcurtainCard');
  answers = [];
  card.show({ words: WORDS }, (/** @type {string} */ choice) => answers.push(choice));
});
const root = () => page.roots.filter((/** @type {any} */ one) => one.host.isConnected).at(-1);
const dialog = () => root()?.querySelector('dialog');
const shown = () => Boolean(dialog()?.open);
const said = () => root().querySelector('#said').textContent;

for (const [words, choice] of [
  ['Go on without these companies', 'without_companies'],
  ['Not now', 'not_now'],
  ['Go on as it is', 'as_it_is'],
  ['Leave this page', 'leave'],
]) {
  test(`"${words}" is the choice ${choice}, once the card has been there for half a second`, () => {
    clock += 499;
    page.press(words);
    assert.deepEqual(answers, []);
    clock += 1;
    page.press(words);
    assert.deepEqual(answers, [choice]);
  });
}

test('what is seen while it is up is said as well, and the card stays where it is', () => {
  clock += 5000;
  card.tell({ words: { ...WORDS, told: ['This page told Google its title.'], unstoppable: '', details: [] } });
  assert.equal(said(), 'What you wrote is still here. This page told Google its title. We have not seen.');
  assert.ok(shown());
  page.press('Not now');
  assert.deepEqual(answers, ['not_now']);
});

test('other ways are there to be unfolded, as text, and no line of them opens anything', () => {
  const summary = () => [...root().querySelectorAll('summary')].find((one) => one.textContent.startsWith('Other ways'));
  assert.ok(summary().parentElement.hidden);
  card.tell({ words: { ...WORDS, ways: ['Example line: <b>000</b>, free.', 'Another: 111.'] } });
  assert.ok(!summary().parentElement.hidden);
  const items = [...root().querySelectorAll('.ways li')];
  assert.deepEqual(items.map((item) => item.textContent), ['Example line: <b>000</b>, free.', 'Another: 111.']);
  assert.equal(root().querySelectorAll('a').length, 0);
  card.tell({ words: { ...WORDS, ways: ['Example line: <b>000</b>, free.', 'Another: 111.'], told: ['More.'] } });
  assert.equal(root().querySelector('.ways li'), items[0]);
  card.tell({ words: WORDS });
  assert.ok(summary().parentElement.hidden);
});

const IN_WINDOW = "Netcurtain's window asks you what to do.";
/** What can be pressed. */
const buttons = () =>
  [...root().querySelectorAll('button')].filter((one) => !one.closest('[hidden]')).map((/** @type {any} */ one) => one.textContent);
const asksInWindow = () =>
  card.show({ words: WORDS, inWindow: true }, (/** @type {string} */ choice) => answers.push(choice));

test('there is nobody else to ask, as long as nobody says so', () => {
  const all = ['Leave this page', 'Go on without these companies', 'Not now', 'Go on as it is'];
  assert.deepEqual(buttons(), all);
  card.tell({ words: WORDS, inWindow: true });
  assert.deepEqual(buttons(), all);
});

test('where the window asks it says so, and leaves a way out and a way to be asked here', () => {
  asksInWindow();
  assert.deepEqual([said(), buttons()], [IN_WINDOW, ['Leave this page', 'Ask me here']]);
  card.tell({ words: { ...WORDS, told: ['More.'], ways: ['One.'] }, inWindow: true });
  assert.deepEqual([said(), buttons()], [IN_WINDOW, ['Leave this page', 'Ask me here']]);
  assert.ok(root().querySelector('.soft').hidden);
  clock += 500;
  page.press('Leave this page');
  assert.deepEqual(answers, ['leave']);
});

test('asked here, it is whole, for good, and nothing can be pressed by accident', () => {
  asksInWindow();
  clock += 5000;
  page.press('Ask me here');
  assert.deepEqual(buttons(), ['Leave this page', 'Go on without these companies', 'Not now', 'Go on as it is']);
  assert.match(said(), /^What you wrote is still here\. This page told Meta/);
  page.press('Go on as it is');
  assert.deepEqual(answers, []);
  card.tell({ words: WORDS, inWindow: true });
  assert.match(said(), /^What you wrote is still here/);
});

test('when the window asks no more it is whole by itself', () => {
  asksInWindow();
  card.tell({ words: WORDS, inWindow: false });
  assert.deepEqual(buttons().length, 4);
});

test('a press that the page made up is none', () => {
  clock += 5000;
  for (const button of root().querySelectorAll('button')) button.click();
  assert.deepEqual(answers, []);
});

test('it says what was seen and what was not, as text', () => {
  assert.equal(said(), 'What you wrote is still here. This page told Meta (Facebook) <b>its</b> address. We have not seen.');
  assert.equal(root().querySelector('b'), null);
  assert.ok(page.said().includes('Meta (Facebook): ||facebook.com/tr') && page.said().includes('We cannot stop that.'));
});

test('the heading has the focus and the root is closed', () => {
  assert.equal(root().activeElement?.id, 'heading');
  assert.equal(root().mode, 'closed');
});

test('Esc does not end it, and goes to the page', () => {
  let pages = 0;
  page.document.addEventListener('keydown', () => (pages += 1));
  const escape = { key: 'Escape', bubbles: true, composed: true, cancelable: true };
  root().activeElement.dispatchEvent(new page.window.KeyboardEvent('keydown', escape));
  const cancel = new page.window.Event('cancel', { cancelable: true });
  dialog().dispatchEvent(cancel);
  assert.deepEqual([pages, cancel.defaultPrevented, dialog().getAttribute('closedby')], [1, true, 'none']);
});

test('a card that the browser closed comes again', async () => {
  dialog().close();
  dialog().dispatchEvent(new page.window.Event('close'));
  await until(shown);
});

test('a card that the page took away comes again, and the half second with it', async () => {
  clock += 600;
  root().host.remove();
  await until(() => root() && shown());
  page.press('Go on as it is');
  assert.deepEqual(answers, []);
  clock += 500;
  page.press('Go on as it is');
  assert.deepEqual(answers, ['as_it_is']);
});

test('a card that the page moved comes back to its place', async () => {
  const { host } = root();
  page.document.body.append(host);
  await until(() => host.parentNode === page.document.documentElement && shown());
});

test('whatever the page puts on top, the card goes above it, and the half second begins again at once', async () => {
  clock += 600;
  let raised = 0;
  dialog().showModal = function () {
    raised += 1;
    this.open = true;
  };
  const toggle = Object.assign(new page.window.Event('toggle'), { newState: 'open', personal: true });
  page.document.body.dispatchEvent(toggle);
  page.press('Go on as it is');
  assert.deepEqual(answers, []);
  await until(() => raised === 1);
  assert.equal(shown(), true);
});

test('what the page takes down again does not matter', () => {
  clock += 600;
  page.document.body.dispatchEvent(Object.assign(new page.window.Event('toggle'), { newState: 'closed', personal: true }));
  page.press('Not now');
  assert.deepEqual(answers, ['not_now']);
});

test('once answered it is gone, and whatever the page does then, it does not come again', () => {
  const { host } = root();
  card.hide();
  /** @type {unknown[]} */
  const later = [];
  page.window.setTimeout = (/** @type {() => void} */ work) => later.push(work);
  page.document.body.dispatchEvent(Object.assign(new page.window.Event('toggle'), { newState: 'open', personal: true }));
  assert.deepEqual([host.isConnected, later], [false, []]);
});

test('it can say a line', () => {
  card.say('We could not.');
  assert.equal(root().querySelector('[role=status]').textContent, 'We could not.');
});

test('covered, nothing of the page or of us can be seen', () => {
  card.cover();
  assert.equal(shown(), true);
  assert.equal(page.said().trim(), '');
  assert.ok(root().querySelector('.cover'));
});

test('leaving covers the page at once', () => {
  card.leave();
  assert.ok(root().querySelector('.cover'));
  assert.equal(page.said().trim(), '');
});
