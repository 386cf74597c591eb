/** Puts the words of `_locales` where the page has `data-words`. */
document.documentElement.lang = chrome.i18n.getUILanguage();
for (const element of document.querySelectorAll('[data-words]')) {
  element.textContent = chrome.i18n.getMessage(element.getAttribute('data-words') ?? '');
}

/** @param {string} name */
export const word = (name) => chrome.i18n.getMessage(name);
