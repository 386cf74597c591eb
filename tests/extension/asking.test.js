import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import vm from 'node:vm';
import { FakePort, source } from './fake_chrome.js';
import { openPage } from './fake_page.js';
import { turn } from './waiting.js';

const VERDICT = { words: { told: ['x'] } };
const later = { words: { told: ['y'] } };
/** What the frame's own card was told. @type {any[][]} */
let card;
/** What cannot be done any more: in an orphan of the extension. @type {string[]} */
let broken;
/** @type {FakePort[]} */
let ports;
/** @type {{work: () => void, ms: number}[]} */
let waits;
/** @type {string[]} */
let answers;
/** @type {any} */
let asking;

/** What is looked at each second. */
let repeat = () => {};
/** @type {any} */
let runtime;
/** @type {Record<string, (event: any) => void>} */
let heard;
/** Something happens in the frame. @param {string} type @param {Record<string, unknown>} event */
const act = (type, event) => heard[type]?.(event);

beforeEach(() => {
  [card, ports, waits, answers, broken] = [[], [], [], [], []];
  load();
  act('pointerdown', { isTrusted: true });
  asking.show(VERDICT, (/** @type {string} */ choice) => answers.push(choice));
  card.length = 0;
});

/** A new document in the frame. */
function load() {
  heard = {};
  const works = (/** @type {string} */ what) => assert.ok(!broken.includes(what), 'Extension context invalidated.');
  const connect = (/** @type {any} */ { name }) => works('connect') ?? ports[ports.push(new FakePort(name)) - 1];
  runtime = { id: 'ours', connect };
  const world = {
    window: { top: 'another window' },
    netcurtainCard: new Proxy({}, {
      get: (_, name) => (/** @type {any[]} */ ...args) => works(String(name)) ?? void card.push([name, ...args]),
    }),
    netcurtainListeners: {
      add: (/** @type {any} */ _, /** @type {string} */ type, /** @type {(event: any) => void} */ listener) => (heard[type] = listener),
    },
    setTimeout: (/** @type {() => void} */ work, /** @type {number} */ ms) => waits.push({ work, ms }),
    clearTimeout: (/** @type {number} */ number) => void (number && (waits[number - 1] = { work: () => undefined, ms: 0 })),
    setInterval: (/** @type {() => void} */ work) => ((repeat = work), 1),
    clearInterval: (/** @type {number} */ number) => void (number && (repeat = () => {})),
    chrome: { runtime },
  };
  asking = vm.runInNewContext(`${source('content/asking.js')}; netcurtainAsking`, world);
}
const port = () => /** @type {FakePort} */ (ports[0]);
const named = () => card.map(([name]) => name);

test('a frame asks in the page around it, which answers', () => {
  assert.deepEqual([port().name, port().said], ['ask_top', [{ kind: 'ask', verdict: VERDICT }]]);
  port().hear({ kind: 'asking' });
  asking.tell(later);
  asking.say('We could not.');
  assert.deepEqual(port().said.slice(1), [{ kind: 'tell', verdict: later }, { kind: 'say', text: 'We could not.' }]);
  port().hear({ kind: 'choice', choice: 'not_now' });
  assert.deepEqual([answers, named()], [['not_now'], []]);
});

test('where it is not taken up at once, the frame asks itself', () => {
  assert.equal(waits[0]?.ms, 300);
  waits[0]?.work();
  assert.deepEqual([named(), port().isOpen], [['show'], false]);
  port().hear({ kind: 'choice', choice: 'as_it_is' });
  assert.deepEqual(answers, []);
  asking.say('x');
  assert.deepEqual(named(), ['show', 'say']);
});

test('taken up, the frame waits for as long as it takes', () => {
  port().hear({ kind: 'asking' });
  waits[0]?.work();
  assert.deepEqual(named(), []);
});

test('the page around, or the background, is gone: the frame asks itself, with the newest words', () => {
  port().hear({ kind: 'asking' });
  asking.tell(later);
  port().end();
  assert.deepEqual(card.at(-1)?.slice(0, 2), ['show', later]);
});

test('once answered nothing is asked any more, here or there', () => {
  port().hear({ kind: 'asking' });
  asking.hide();
  assert.deepEqual([port().isOpen, named()], [false, ['hide']]);
  waits[0]?.work();
  assert.deepEqual(named(), ['hide']);
});

/** In an orphan. @param {string[]} what */
function showWithout(what) {
  broken = what;
  asking.show(VERDICT, (/** @type {string} */ choice) => answers.push(choice));
}

test('where the background cannot be reached, the frame asks itself', () => {
  showWithout(['connect']);
  assert.deepEqual([named(), answers], [['hide', 'show'], []]);
});

test('where nobody can ask, the form goes: it is never lost for that', () => {
  showWithout(['connect', 'show']);
  assert.deepEqual(answers, ['as_it_is']);
});

/** The page around: a frame's port, as the background hands it on. @param {any} [sender] */
function top(sender) {
  const page = openPage('');
  const asked = new FakePort('ask_top', sender);
  page.connected.raise(asked);
  return { page, asked };
}

test('the page around shows the card and hands back what the person says', () => {
  const { page, asked } = top();
  let clock = 0;
  page.window.performance.now = () => (clock += 600);
  asked.hear({ kind: 'ask', verdict: VERDICT });
  assert.deepEqual(asked.said, [{ kind: 'asking' }]);
  asked.hear({ kind: 'say', text: 'We could not.' });
  assert.match(page.said(), /We could not\./);
  page.press('Go on as it is');
  assert.deepEqual([asked.said.at(-1), page.said()], [{ kind: 'choice', choice: 'as_it_is' }, '']);
});

test('while the companies are being left out it stays up, until the frame has gone on', () => {
  const { page, asked } = top();
  let clock = 0;
  page.window.performance.now = () => (clock += 600);
  asked.hear({ kind: 'ask', verdict: VERDICT });
  page.press('Go on without these companies');
  page.press('Go on as it is');
  assert.match(page.said(), /Not sent yet/);
  asked.end();
  assert.equal(page.said(), '');
});

test('a frame that goes on waits until the page around has heard of it', async () => {
  port().hear({ kind: 'asking' });
  let isGone = false;
  void asking.gone().then(() => (isGone = true));
  await turn();
  assert.deepEqual([port().isOpen, isGone, waits.at(-1)?.ms], [false, false, 100]);
  waits.at(-1)?.work();
  await turn();
  assert.equal(isGone, true);
});

test('it leaves at once when the person says so there', () => {
  const { page, asked } = top();
  let clock = 0;
  page.window.performance.now = () => (clock += 600);
  asked.hear({ kind: 'ask', verdict: VERDICT });
  page.press('Leave this page');
  assert.deepEqual(asked.said.at(-1), { kind: 'choice', choice: 'leave' });
  assert.equal(page.said().trim(), '');
});

test('one question at a time: a second frame asks itself', () => {
  const { page, asked } = top();
  asked.hear({ kind: 'ask', verdict: VERDICT });
  const second = new FakePort('ask_top');
  page.connected.raise(second);
  second.hear({ kind: 'ask', verdict: later });
  assert.deepEqual([second.isOpen, asked.isOpen], [false, true]);
});

test("the page's own form takes the place of a frame's, which then asks itself", () => {
  const { page, asked } = top();
  asked.hear({ kind: 'ask', verdict: VERDICT });
  page.inside('netcurtainCard').show(later, () => undefined);
  assert.equal(asked.isOpen, false);
});

for (const [who, sender] of [['another extension', { id: 'theirs' }], ['a content script', { id: 'ours', tab: { id: 1 } }]]) {
  test(`${who} is not heard`, () => {
    const { page, asked } = top(sender);
    asked.hear({ kind: 'ask', verdict: VERDICT });
    assert.deepEqual([asked.said, page.said()], [[], '']);
  });
}

/** A card for a frame, which can be pressed at once. */
function readable() {
  const { page, asked } = top();
  let clock = 0;
  page.window.performance.now = () => (clock += 600);
  asked.hear({ kind: 'ask', verdict: VERDICT });
  return { page, asked };
}

test('"Not now" while the companies are being left out closes it', () => {
  const { page, asked } = readable();
  page.press('Go on without these companies');
  page.press('Not now');
  assert.deepEqual([asked.said.at(-1), page.said()], [{ kind: 'choice', choice: 'not_now' }, '']);
});

for (const words of ['Go on without these companies', 'Not now', 'Go on as it is']) {
  test(`a card whose frame hears nothing any more closes at "${words}"`, () => {
    const { page, asked } = readable();
    asked.isOpen = false;
    page.press(words);
    assert.equal(page.said(), '');
  });
}

test('to leave works on a card whose frame hears nothing any more', () => {
  const { page, asked } = readable();
  asked.isOpen = false;
  page.press('Leave this page');
  assert.deepEqual([page.said().trim(), page.roots.filter((root) => root.host.isConnected).length], ['', 1]);
});

test('a page that is shown again does not ask for its frame any more', () => {
  const { page } = readable();
  page.window.dispatchEvent(Object.assign(new page.window.Event('pageshow'), { persisted: true }));
  assert.equal(page.said(), '');
});

test('a frame whose extension is gone while the page around asks sends nothing, and is not stuck', () => {
  port().hear({ kind: 'asking' });
  repeat();
  assert.deepEqual(answers, []);
  runtime.id = undefined;
  repeat();
  assert.deepEqual(answers, ['not_now']);
  asking.hide();
  repeat();
  assert.equal(answers.length, 1);
});

test('a second frame that is sent away does not change whose card ends with the page', () => {
  const { page } = readable();
  const second = new FakePort('ask_top');
  page.connected.raise(second);
  second.hear({ kind: 'ask', verdict: later });
  page.window.dispatchEvent(Object.assign(new page.window.Event('pageshow'), { persisted: true }));
  assert.equal(page.said(), '');
});

/** In a frame that nobody has touched. */
function untouched() {
  load();
  asking.show(VERDICT, (/** @type {string} */ choice) => answers.push(choice));
  return () => card.at(-1)?.[2];
}

test("a frame that nobody has touched asks in its own place: the page's question is not its to ask", () => {
  const answered = untouched();
  assert.deepEqual([ports.length, card.at(-1)?.slice(0, 2)], [1, ['show', VERDICT]]);
  answered()('as_it_is');
  assert.deepEqual([answers, asking.isRefused()], [['as_it_is'], false]);
});

test('after one "Not now" there it asks no more, until the person has done something in it', () => {
  const answered = untouched();
  answered()('not_now');
  assert.deepEqual([answers, asking.isRefused()], [['not_now'], true]);
  act('pointerdown', { isTrusted: false });
  act('keydown', { isTrusted: true, key: 'Escape' });
  assert.equal(asking.isRefused(), true);
  act('input', { isTrusted: true });
  assert.equal(asking.isRefused(), false);
  asking.show(VERDICT, () => undefined);
  assert.equal(ports.length, 2);
});
