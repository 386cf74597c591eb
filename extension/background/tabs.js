/**
 * Saying something to the content scripts of tabs, and which page one of them speaks for.
 *
 * @typedef {import('../common/messages.js').ToTab} ToTab
 */

const nobodyThere = () => undefined;

/** @param {import('./pages.js').Pages} pages */
export function tabsOf(pages) {
  return {
    /** @param {string} name of a page @param {ToTab} message */
    toPage(name, message) {
      const page = pages.named(name);
      if (page) chrome.tabs.sendMessage(page.tab, message).catch(nobodyThere);
    },

    /** Not to its frames. @param {number} tab @param {ToTab} message */
    toTop(tab, message) {
      chrome.tabs.sendMessage(tab, message, { frameId: 0 }).catch(nobodyThere);
    },

    /** @param {number} tab @param {number} frame @param {ToTab} message */
    toFrame(tab, frame, message) {
      chrome.tabs.sendMessage(tab, message, { frameId: frame }).catch(nobodyThere);
    },

    /** Whether the person is being asked in a frame. @param {number} tab @param {number} frame @returns {Promise<boolean>} */
    isAskingIn(tab, frame) {
      const answer = chrome.tabs.sendMessage(tab, /** @type {ToTab} */ ({ kind: 'asking' }), { frameId: frame });
      return answer.then((isAsking) => isAsking === true, () => false);
    },

    /** @param {ToTab} message */
    toEveryTab(message) {
      for (const { tab } of pages.all()) chrome.tabs.sendMessage(tab, message).catch(nobodyThere);
    },

    /**
     * The page that a content script speaks of. Its word may come before the browser's own that the document is there.
     * @param {chrome.runtime.MessageSender} sender
     */
    pageOf({ tab, frameId, documentId, documentLifecycle = 'active', url = '' }) {
      if (tab?.id === undefined || documentLifecycle !== 'active') return undefined;
      if (frameId === 0 && documentId && pages.of(tab.id)?.documentId !== documentId) pages.committed({ tabId: tab.id, url, documentId });
      return pages.of(tab.id);
    },
  };
}
