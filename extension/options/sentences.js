/** What the options page says: how the link stands, and what came of a code. Pure. */

import { word } from '../common/words.js';

/** As many as a code takes (link/pairing.py in the app). */
const TRIES = 5;
const LONGEST_VERSION = 40;

/** @type {Record<string, string>} */
const STATES = {
  away: 'options_now_away',
  removed: 'link_removed',
  not_known: 'link_not_known',
  update_app: 'link_update_app',
  update_extension: 'link_update_extension',
};

/** @type {Record<string, string>} */
const OUTCOMES = {
  paired: 'options_paired',
  no_app: 'options_no_app',
  wrong_code: 'options_wrong_code',
  wait: 'options_wait',
  update_app: 'link_update_app',
  update_extension: 'link_update_extension',
};

/**
 * @param {{state: string, app?: string, mode?: string}} link
 * @returns {string} '' where there is nothing to say: a browser that was never connected
 */
export function standing({ state, app = '', mode }) {
  if (state === 'up') return word(mode === 'serve' ? 'options_now_serve' : 'options_now_connected', [app.slice(0, LONGEST_VERSION)]);
  const name = STATES[state];
  return name ? word(name) : '';
}

/**
 * What is known here is that a code did not fit. Whether the app has counted five tries of the same one, the app alone knows.
 * @param {string} result
 * @param {number} wrongTries how many there were on this page, this one with them
 */
export function outcomeOf(result, wrongTries) {
  if (result === 'wrong_code' && wrongTries >= TRIES) return word('options_too_many_tries');
  return word(OUTCOMES[result] ?? 'options_failed');
}
