/**
 * The popup: who is on this page, in the app's words, and what the person may want: the app's window, to be left alone here, to say that
 * we judge a form wrongly, or that nothing be kept. It looks again every second, for the app may go away and more may be seen while it is
 * open.
 */

import { SITES } from '../background/allowed.js';
import { shown, wanted } from './shown.js';

const AGAIN_MS = 1000;
/** What is known when the background does not answer: all else is only looked at while the app is there. @type {any} */
const GONE = { state: 'away', allowed: true };

/** @typedef {import('./shown.js').Status} Status @typedef {import('./shown.js').Words} Words */

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id @param {() => unknown} work */
const onPress = (id, work) => part(id).addEventListener('click', work);
const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });

/** @type {Status | undefined} */
let status;
/** @type {Words | null | undefined} */
let words;
/** @type {import('./shown.js').Erasing} */
let erasing = '';
/** The newest question: an answer to an older one comes too late. */
let newest = 0;
/** What stands there: what is the same is not written, so that nobody is read it twice. */
let before = '';

/** @param {Record<string, unknown>} message @returns {Promise<any>} null where nobody answers */
const ask = (message) => chrome.runtime.sendMessage({ tab: tab?.id, ...message }).catch(() => null);

/** An app that is away is looked for again and again: that is not said each time. @param {string} state */
function settled(state) {
  if (state !== 'connecting' || !status) return state;
  return status.state === 'up' ? 'away' : status.state;
}

function show() {
  if (!status) return;
  const now = shown(status, words, erasing);
  if (JSON.stringify(now) === before) return;
  before = JSON.stringify(now);
  for (const [id, text] of Object.entries(now.texts)) {
    part(id).textContent = text;
    part(id).hidden = !text;
  }
  for (const [id, there] of Object.entries(now.there)) part(id).hidden = !there;
  part('heading').classList.toggle('calm', now.calm);
  part('told').replaceChildren(...now.told.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
}

/** @param {boolean} again */
async function look(again) {
  newest += 1;
  const mine = newest;
  const heard = await ask({ kind: 'status', again });
  if (mine !== newest) return;
  const known = { ...(heard ?? GONE), state: settled(heard?.state ?? 'away') };
  status = known;
  if (words?.page !== known.page) words = undefined;
  if (known.state !== 'up' || !known.page) {
    show();
    return;
  }
  if (!words) show();
  const said = await ask({ kind: 'words' });
  if (mine !== newest) return;
  words = said ?? words ?? null;
  show();
}

/** What is asked for shows in the words that come back. @param {Record<string, unknown>} wish */
async function wishFor(wish) {
  newest += 1;
  const mine = newest;
  const said = await ask(wish);
  if (mine !== newest) return;
  words = said ?? words;
  show();
}

async function open() {
  await ask({ kind: 'open_app' });
  window.close();
}

/** @param {import('./shown.js').Erasing} now */
function goOn(now) {
  erasing = now;
  show();
}

async function first() {
  if (erasing !== 'asked') {
    await wishFor({ kind: 'dont_keep' });
    return;
  }
  goOn('under_way');
  const done = await ask({ kind: 'erase' });
  goOn(done?.gone ? 'done' : 'not_done');
}

async function letIn() {
  await ask({ kind: 'let_in', lifted: !status?.fromStart?.lifted });
  await look(true);
}

// At once: a browser asks the person only while their press is fresh.
onPress('allow', () => void chrome.permissions.request(SITES).then(() => look(true)));
onPress('connect', () => chrome.runtime.openOptionsPage());
onPress('open', open);
onPress('pause', () => wishFor({ kind: 'pause', paused: !(words?.paused ?? status?.paused) }));
onPress('let-in', letIn);
onPress('first', first);
onPress('second', () => goOn(erasing === 'asked' ? '' : 'asked'));
onPress('correct', () => words && wishFor({ kind: 'correct', sensitive: wanted(words) }));
await look(false);
setInterval(() => look(true), AGAIN_MS);
