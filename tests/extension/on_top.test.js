import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

/** @type {any} */
let page;
/** @type {string[]} */
let answers;
let clock = 0;
/** What the browser says of the card; '' where it cannot say. @type {((entries: any[]) => void) | null} */
let tellSight = null;

/** @param {{sight?: boolean}} [how] `sight`: the browser tells whether an element is to be seen */
function show({ sight = false } = {}) {
  page = openPage('<button id="send">Send</button>', { upTo: 'card.js' });
  clock = 1000;
  page.window.performance.now = () => clock;
  if (sight) {
    page.window.IntersectionObserver = class {
      constructor(/** @type {any} */ listener) {
        tellSight = listener;
      }
      get trackVisibility() {
        return true;
      }
      observe() {}
      disconnect() {}
    };
  }
  answers = [];
  page.inside('netcurtainCard').show({ words: { told: ['x'] } }, (/** @type {string} */ choice) => answers.push(choice));
}
beforeEach(() => show());
const root = () => page.roots.filter((/** @type {any} */ one) => one.host.isConnected).at(-1);
const shown = () => Boolean(root()?.querySelector('dialog')?.open);
const outside = () => page.ports.filter((/** @type {any} */ { name }) => name === 'ask_outside');
/** @param {number} ms */
function wait(ms) {
  for (let passed = 0; passed < ms; passed += 250) {
    clock += 250;
    for (const work of page.repeated) work();
  }
}
/** @param {boolean} isVisible */
const see = (isVisible) => tellSight?.([{ isVisible }]);
const press = (words = 'Go on as it is') => page.press(words);

test('where the browser says that it is not to be seen, to go on is asked outside, and only then', () => {
  show({ sight: true });
  see(false);
  wait(1500);
  press();
  assert.deepEqual([answers, outside().length], [[], 0]);
  wait(750);
  press();
  assert.deepEqual([answers, outside().length], [[], 1]);
  outside()[0].hear({ choice: 'as_it_is' });
  assert.deepEqual(answers, ['as_it_is']);
});

test('where it says that it is, half a second later the press counts', () => {
  show({ sight: true });
  see(true);
  press();
  wait(500);
  press();
  assert.deepEqual([answers, outside().length], [['as_it_is'], 0]);
});

test('covered and uncovered, the half second begins again', async () => {
  show({ sight: true });
  see(true);
  wait(2000);
  see(false);
  await until(shown);
  see(true);
  press();
  assert.deepEqual(answers, []);
  wait(500);
  press();
  assert.deepEqual(answers, ['as_it_is']);
});

for (const [words, choice] of [
  ['Not now', 'not_now'],
  ['Leave this page', 'leave'],
  ['Go on without these companies', 'without_companies'],
]) {
  test(`"${words}" is taken on a card that is not to be seen as well`, () => {
    show({ sight: true });
    see(false);
    wait(500);
    press(words);
    assert.deepEqual(answers, [choice]);
  });
}

test('nobody answers outside: the card says so, and after a second and a half the form goes', () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  outside()[0].hear({ choice: null });
  assert.match(root().querySelector('[role=status]').textContent, /goes in a moment/);
  assert.deepEqual(answers, []);
  const [last] = page.late.filter((/** @type {any} */ one) => one.ms === 1500);
  last.work();
  assert.deepEqual(answers, ['as_it_is']);
});

test('a background that was stopped is asked once more, and its answer counts', () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  outside()[0].end();
  assert.equal(outside().length, 2);
  assert.doesNotMatch(page.said(), /goes in a moment/);
  press();
  assert.deepEqual(outside()[1].said, [{ kind: 'again' }]);
  outside()[1].hear({ choice: 'not_now' });
  assert.deepEqual([answers, page.late], [['not_now'], []]);
});

test('gone a second time, nobody is asked outside any more', () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  outside()[0].end();
  outside()[1].end();
  assert.match(page.said(), /goes in a moment/);
  assert.equal(outside().length, 2);
});

test('a background that cannot be asked once more: the same, and pressing again does no harm', async () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  page.window.chrome.runtime.connect = () => {
    throw new Error('Extension context invalidated.');
  };
  outside()[0].end();
  press();
  await until(() => page.late.length);
  assert.match(page.said(), /goes in a moment/);
});

test('nobody can be asked outside: the same', async () => {
  show({ sight: true });
  page.window.chrome.runtime.connect = () => {
    throw new Error('Extension context invalidated.');
  };
  see(false);
  wait(2250);
  press();
  await until(() => page.late.length);
  page.late[0].work();
  assert.deepEqual(answers, ['as_it_is']);
});

test('Not now after that keeps the form', () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  outside()[0].hear({ choice: null });
  page.inside('netcurtainCard').hide();
  page.late[0].work();
  assert.deepEqual(answers, []);
});

test('a card that is gone takes its question outside with it', () => {
  show({ sight: true });
  see(false);
  wait(2250);
  press();
  page.inside('netcurtainCard').hide();
  assert.equal(outside()[0].isOpen, false);
});

test('what cannot be pressed at all is asked outside by itself, once', () => {
  page.box = { left: 0, top: 0, width: 6, height: 3 };
  wait(1750);
  assert.equal(outside().length, 0);
  wait(2000);
  assert.equal(outside().length, 1);
});

test('a page that goes up again each time is followed ten times, and no press counts meanwhile', async () => {
  let raised = 0;
  const { showModal } = page.window.HTMLDialogElement.prototype;
  page.window.HTMLDialogElement.prototype.showModal = function () {
    raised += 1;
    showModal.call(this);
    page.window.queueMicrotask(open);
  };
  const open = () => page.document.body.dispatchEvent(Object.assign(new page.window.Event('toggle'), { newState: 'open', personal: true }));
  open();
  await until(() => raised === 10);
  clock += 499;
  press();
  assert.deepEqual([answers, outside().length], [[], 0]);
});

test('what goes up in a closed root is seen when somebody presses, and does not count', async () => {
  page = openPage('<section>words</section>', { upTo: 'top_layer.js' });
  const section = page.document.querySelector('section');
  const inside = section.attachShadow({ mode: 'closed' });
  const openOrClosedShadowRoot = (/** @type {any} */ one) => (one === section ? inside : null);
  page.window.chrome.dom = { openOrClosedShadowRoot };
  const layer = page.inside('netcurtainTopLayer');
  assert.deepEqual([...layer.roots(page.document.createElement('div'))], [page.document, inside]);
  assert.deepEqual([...layer.roots(section)], [page.document]);
});

test('what the page writes on our element is taken off again', async () => {
  const { host } = root();
  for (const name of ['inert', 'hidden', 'aria-hidden', 'style']) host.setAttribute(name, '');
  await until(() => host.getAttributeNames().length === 0);
});

test('a page that made itself small does not make the card so', () => {
  Object.defineProperty(root().host, 'currentCSSZoom', { value: 0.01 });
  wait(250);
  assert.equal(root().querySelector('dialog').dataset.zoom, '100');
});

test('a press that was made before the card was painted does not count, however late it is heard of', () => {
  page = openPage('<button id="send">Send</button>', { upTo: 'card.js' });
  /** @type {(() => void)[]} */
  const frames = [];
  page.window.requestAnimationFrame = (/** @type {() => void} */ work) => frames.push(work);
  clock = 1000;
  page.window.performance.now = () => clock;
  answers = [];
  page.inside('netcurtainCard').show({ words: {} }, (/** @type {string} */ choice) => answers.push(choice));
  wait(5000);
  for (const words of ['Go on as it is', 'Not now']) press(words);
  assert.deepEqual(answers, []);
  for (const frame of frames) frame();
  clock += 499;
  press('Not now');
  assert.deepEqual(answers, []);
  clock += 1;
  press('Not now');
  assert.deepEqual(answers, ['not_now']);
});

for (const [filter, asked] of [['blur(40px)', 1], ['grayscale(1) invert(1)', 0], ['invert(0.5)', 1], ['none', 0]]) {
  test(`where the browser draws the card with the page's filter, ${filter} is ${asked ? 'asked outside' : 'no hindrance'}`, () => {
    page.window.getComputedStyle = () => ({ filter });
    wait(4000);
    assert.equal(outside().length, asked);
  });
}

test('toggles that the page makes up raise nothing', () => {
  wait(500);
  page.document.body.dispatchEvent(Object.assign(new page.window.Event('toggle'), { newState: 'open' }));
  press();
  assert.deepEqual(answers, ['as_it_is']);
});

test('a card that lost its style in another document is dressed again', async () => {
  const { host } = root();
  root().adoptedStyleSheets = [];
  host.remove();
  await until(() => host.isConnected && shown());
  assert.equal(root().adoptedStyleSheets.length, 1);
});
