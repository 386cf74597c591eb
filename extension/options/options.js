/** The options page: a code from the app joins this browser to it. */

import { DEFAULT_PORT, loadPort } from '../background/keys.js';
import { word } from '../common/words.js';

const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
const [code, port, pair] = [field('code'), field('port'), field('pair')];
const said = /** @type {HTMLElement} */ (document.getElementById('said'));

/** What the background found, as a sentence. @type {Record<string, string>} */
const SENTENCES = {
  paired: 'options_paired',
  no_app: 'options_no_app',
  wrong_code: 'options_wrong_code',
  wait: 'options_wait',
  failed: 'options_failed',
};
const STATES = /** @type {Record<string, string>} */ ({ up: 'options_now_connected', away: 'options_now_away' });

port.value = String(await loadPort());
const { state } = await chrome.runtime.sendMessage({ kind: 'connect' });
if (STATES[state] && !said.textContent) said.textContent = word(STATES[state]);

document.getElementById('form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  pair.disabled = true;
  said.textContent = word('options_working');
  const typed = Number(port.value);
  const chosen = typed > 0 && typed < 65536 ? typed : DEFAULT_PORT;
  const { result } = await chrome.runtime.sendMessage({ kind: 'pair', code: code.value, port: chosen });
  said.textContent = word(SENTENCES[result] ?? 'options_failed');
  pair.disabled = false;
  if (result === 'paired') code.value = '';
});
