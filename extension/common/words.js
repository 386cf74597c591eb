/** Puts the words of `_locales` where the page has `data-words`. */
document.documentElement.lang = chrome.i18n.getUILanguage();
for (const element of document.querySelectorAll('[data-words]')) {
  element.textContent = chrome.i18n.getMessage(element.getAttribute('data-words') ?? '');
}

/** @param {string} name @param {string[]} [values] what stands for its placeholders */
export const word = (name, values = []) => chrome.i18n.getMessage(name, values);
