/** The popup: whether this page is being checked, and who was seen on it or on a page before. */

import { word } from '../common/words.js';

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Heading and explanation by the link's state. @type {Record<string, [string, string]>} */
const AWAY = {
  away: ['popup_away', 'popup_away_more'],
  connecting: ['popup_away', 'popup_away_more'],
  not_paired: ['popup_not_paired', 'popup_not_paired_more'],
  update_app: ['popup_away', 'popup_update_app'],
  update_extension: ['popup_away', 'popup_update_extension'],
};

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const { state, mode, companies, hasPage, judged } = await chrome.runtime.sendMessage({ kind: 'status', tab: tab?.id });
/** @type {[string, string]} */
const nobody = hasPage ? ['popup_checked', judged ? 'popup_none' : ''] : ['popup_no_page', ''];
const [heading, more] = AWAY[state] ?? (companies.length ? ['popup_companies', ''] : nobody);

part('heading').textContent = word(heading);
part('more').textContent = more ? word(more) : '';
if (!AWAY[state]) {
  for (const company of companies) part('companies').append(Object.assign(document.createElement('li'), { textContent: company }));
}
part('serve').hidden = state !== 'up' || mode !== 'serve';
part('connect').hidden = state !== 'not_paired';
part('connect').addEventListener('click', () => chrome.runtime.openOptionsPage());
