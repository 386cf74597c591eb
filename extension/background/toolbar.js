/**
 * The toolbar's button: how many companies are on the page, or that nothing is being checked. It names no site.
 *
 * @typedef {import('./link.js').LinkState} LinkState
 */

const ICONS = {
  checked: { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' },
  away: { 16: '/icons/grey-16.png', 32: '/icons/grey-32.png' },
};

/** @param {LinkState} state @param {'desktop' | 'serve'} mode */
export function showLink(state, mode) {
  const up = state === 'up';
  void chrome.action.setIcon({ path: up ? ICONS.checked : ICONS.away });
  void chrome.action.setBadgeBackgroundColor({ color: up ? '#0B6E6E' : '#55626D' });
  void chrome.action.setBadgeTextColor({ color: '#FFFFFF' });
  void chrome.action.setBadgeText({ text: up ? '' : '?' });
  void chrome.action.setTitle({ title: chrome.i18n.getMessage(up ? (mode === 'serve' ? 'toolbar_serve' : 'toolbar_checked') : 'toolbar_not_checked') });
}

/** @param {number} tab @param {number} companies @param {boolean} up */
export function showPage(tab, companies, up) {
  const text = up ? (companies ? String(companies) : '') : '?';
  const title = !up
    ? chrome.i18n.getMessage('toolbar_not_checked')
    : companies === 1
      ? chrome.i18n.getMessage('toolbar_one_company')
      : companies
        ? chrome.i18n.getMessage('toolbar_companies', [String(companies)])
        : chrome.i18n.getMessage('toolbar_checked');
  const gone = () => undefined;
  chrome.action.setBadgeText({ tabId: tab, text }).catch(gone);
  chrome.action.setTitle({ tabId: tab, title }).catch(gone);
}
