/** Puts the words of `_locales` where the page has `data-words`. The browser's own language may be one that we do not speak. */
document.documentElement.lang = chrome.i18n.getMessage('language');
document.documentElement.dir = chrome.i18n.getMessage('@@bidi_dir');
for (const element of document.querySelectorAll('[data-words]')) {
  element.textContent = chrome.i18n.getMessage(element.getAttribute('data-words') ?? '');
}

/** @param {string} name @param {string[]} [values] what stands for its placeholders */
export const word = (name, values = []) => chrome.i18n.getMessage(name, values);
