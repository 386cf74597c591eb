/** The options page: how the link stands, and a code from the app that joins this browser to it. */

import { DEFAULT_PORT, loadPort } from '../background/keys.js';
import { word } from '../common/words.js';
import { outcomeOf, standing } from './sentences.js';

const AGAIN_MS = 1000;

const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
const [code, port, pair] = [field('code'), field('port'), field('pair')];
const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [now, said] = [part('now'), part('said')];
let wrongTries = 0;

/** What is the same is not written, so that nobody is read it twice. @param {HTMLElement} line @param {string} sentence */
function say(line, sentence) {
  if (line.textContent !== sentence) line.textContent = sentence;
}

/** @param {boolean} again */
async function look(again) {
  const heard = await chrome.runtime.sendMessage({ kind: 'connect', again }).catch(() => null);
  // The link looks for the app again and again: that is not said each time.
  if (!heard || heard.state === 'connecting') return;
  const sentence = standing(heard);
  say(now, sentence === said.textContent ? '' : sentence);
}

async function join() {
  pair.disabled = true;
  say(said, word('options_working'));
  const typed = Number(port.value);
  const chosen = typed > 0 && typed < 65536 ? typed : DEFAULT_PORT;
  const heard = await chrome.runtime.sendMessage({ kind: 'pair', code: code.value, port: chosen }).catch(() => null);
  const result = heard?.result ?? 'failed';
  if (result === 'wrong_code') wrongTries += 1;
  say(said, outcomeOf(result, wrongTries));
  pair.disabled = false;
  if (result === 'paired') {
    code.value = '';
    wrongTries = 0;
  }
  await look(true);
}

document.getElementById('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void join();
});
port.value = String(await loadPort());
await look(false);
setInterval(() => look(true), AGAIN_MS);
