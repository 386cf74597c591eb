/** The question once more, outside of the page. A press counts once the window has been in front for half a second. */

import '../common/words.js';

const READABLE_MS = 500;
const name = location.hash.slice(1);
let since = performance.now();

window.addEventListener('focus', () => (since = performance.now()));
// A background that was stopped has forgotten this window; it opens another.
chrome.runtime.connect({ name: 'ask_window' }).onDisconnect.addListener(() => window.close());
document.getElementById('heading')?.focus();

for (const button of document.querySelectorAll('[data-choice]')) {
  button.addEventListener('click', async (event) => {
    if (!event.isTrusted || performance.now() - since < READABLE_MS) return;
    await chrome.runtime.sendMessage({ kind: 'asked_outside', name, choice: button.getAttribute('data-choice') }).catch(() => undefined);
    window.close();
  });
}
