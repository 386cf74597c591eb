/**
 * The toolbar's button: how many companies were seen, or that nothing is being checked. It names no site. While the app runs without a
 * window, somebody else may be reading what it prints: the button shows that in every tab. So it does while pages are kept on disk, whoever
 * may have wanted that.
 *
 * @typedef {import('./link.js').LinkState} LinkState
 * @typedef {import('../common/kept.js').Standing} Standing
 * @typedef {'desktop' | 'serve'} Mode
 */

import { keptSentence } from '../common/kept.js';

const ICONS = {
  checked: { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' },
  away: { 16: '/icons/grey-16.png', 32: '/icons/grey-32.png' },
};
const COLOURS = { desktop: '#0B6E6E', serve: '#8A5A00', away: '#55626D' };

/**
 * The badge and the tooltip of a page, or of a tab without one. Companies may be of an earlier page of the visit.
 * @param {{up: boolean, mode: Mode, companies: number, paused?: boolean, allowed?: boolean, unchecked?: boolean} & Standing} seen
 *   `allowed`: we may look at websites; `unchecked`: a form went before it could be checked
 * @returns {{text: string, title: string}}
 */
export function words({ up, mode, companies, paused = false, allowed = true, unchecked = false, kept, keeping }) {
  const keeps = up && keptSentence({ kept, keeping });
  const said = (/** @type {string} */ text, /** @type {string} */ name) => {
    const title = chrome.i18n.getMessage(name, [String(companies)]);
    return keeps ? { text: `●${text}`, title: `${title}\n${chrome.i18n.getMessage(keeps)}` } : { text, title };
  };
  if (!up) return said('?', 'toolbar_not_checked');
  if (!allowed) return said('?', 'toolbar_not_allowed');
  const text = unchecked ? '?' : paused ? 'II' : companies ? String(companies) : mode === 'serve' && !keeps ? '•' : '';
  if (mode === 'serve') return said(text, 'toolbar_serve');
  if (unchecked) return said(text, 'toolbar_unchecked');
  if (paused) return said(text, 'popup_paused');
  return said(text, companies === 1 ? 'toolbar_one_company' : companies ? 'toolbar_companies' : 'name');
}

/** @param {LinkState} state @param {Mode} mode @param {boolean} [allowed] @param {Standing} [standing] */
export function showLink(state, mode, allowed = true, standing = {}) {
  const up = state === 'up';
  const { text, title } = words({ up, mode, companies: 0, allowed, ...standing });
  const checks = up && allowed;
  void chrome.action.setIcon({ path: checks ? ICONS.checked : ICONS.away });
  void chrome.action.setBadgeBackgroundColor({ color: checks ? COLOURS[mode] : COLOURS.away });
  void chrome.action.setBadgeTextColor({ color: '#FFFFFF' });
  void chrome.action.setBadgeText({ text });
  void chrome.action.setTitle({ title });
}

/**
 * @param {number} tab
 * @param {{up: boolean, mode: Mode, companies: number, paused: boolean, allowed?: boolean, unchecked?: boolean} & Standing} seen
 */
export function showPage(tab, seen) {
  const { text, title } = words(seen);
  const gone = () => undefined;
  chrome.action.setBadgeText({ tabId: tab, text }).catch(gone);
  chrome.action.setTitle({ tabId: tab, title }).catch(gone);
}
