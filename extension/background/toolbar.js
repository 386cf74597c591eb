/**
 * The toolbar's button: how many companies were seen, or that nothing is being checked. It names no site. While the app runs without a
 * window, somebody else may be reading what it prints: the button shows that in every tab.
 *
 * @typedef {import('./link.js').LinkState} LinkState
 * @typedef {'desktop' | 'serve'} Mode
 */

const ICONS = {
  checked: { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' },
  away: { 16: '/icons/grey-16.png', 32: '/icons/grey-32.png' },
};
const COLOURS = { desktop: '#0B6E6E', serve: '#8A5A00', away: '#55626D' };

/**
 * The badge and the tooltip of a page, or of a tab without one. Companies may be of an earlier page of the visit.
 * @param {{up: boolean, mode: Mode, companies: number, paused?: boolean, allowed?: boolean, unchecked?: boolean}} seen `allowed`: we may
 *   look at websites; `unchecked`: a form went before it could be checked
 * @returns {{text: string, title: string}}
 */
export function words({ up, mode, companies, paused = false, allowed = true, unchecked = false }) {
  const said = (/** @type {string} */ text, /** @type {string} */ name) => ({
    text,
    title: chrome.i18n.getMessage(`toolbar_${name}`, [String(companies)]),
  });
  if (!up) return said('?', 'not_checked');
  if (!allowed) return said('?', 'not_allowed');
  const text = unchecked ? '?' : paused ? 'II' : companies ? String(companies) : mode === 'serve' ? '•' : '';
  if (mode === 'serve') return said(text, mode);
  if (unchecked) return said(text, 'unchecked');
  if (paused) return said(text, 'paused');
  return said(text, companies === 1 ? 'one_company' : companies ? 'companies' : 'checked');
}

/** @param {LinkState} state @param {Mode} mode @param {boolean} [allowed] */
export function showLink(state, mode, allowed = true) {
  const up = state === 'up';
  const { text, title } = words({ up, mode, companies: 0, allowed });
  const checks = up && allowed;
  void chrome.action.setIcon({ path: checks ? ICONS.checked : ICONS.away });
  void chrome.action.setBadgeBackgroundColor({ color: checks ? COLOURS[mode] : COLOURS.away });
  void chrome.action.setBadgeTextColor({ color: '#FFFFFF' });
  void chrome.action.setBadgeText({ text });
  void chrome.action.setTitle({ title });
}

/**
 * @param {number} tab
 * @param {{up: boolean, mode: Mode, companies: number, paused: boolean, allowed?: boolean, unchecked?: boolean}} seen
 */
export function showPage(tab, seen) {
  const { text, title } = words(seen);
  const gone = () => undefined;
  chrome.action.setBadgeText({ tabId: tab, text }).catch(gone);
  chrome.action.setTitle({ tabId: tab, title }).catch(gone);
}
