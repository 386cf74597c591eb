/**
 * Tabs and the documents in them, as the browser tells of them: each event goes to everything that must know. A tab that is opened from one
 * where companies are left out leaves them out too: a form may open it.
 */

/** Firefox's word for a load that was broken off: by the person, or because the document goes on in a process of its own. */
const BROKEN_OFF = 'Error code 2152398850';

/**
 * @param {{pages: import('./pages.js').Pages, rules: import('./rules.js').Rules, visits: import('./visits.js').Visits,
 *   departures: import('./departures.js').Departures, leaving: import('./leaving.js').Leaving, privacy: Map<number, boolean>,
 *   showPage: (page: import('./pages.js').OpenPage) => void, reportFront: () => Promise<void>,
 *   mayLook: () => boolean, fromStart: import('./from_start.js').FromStart}} world
 * @param {(handle: () => void) => void} inTurn every event waits for what was known to be known again
 */
export function listenToNavigations(world, inTurn) {
  const { pages, rules, visits, departures, leaving, privacy, showPage, reportFront, mayLook, fromStart } = world;
  const { onBeforeNavigate, onCommitted, onErrorOccurred, onHistoryStateUpdated, onCreatedNavigationTarget } = chrome.webNavigation;

  // Firefox may tell of a page's own request later than of the page; there this tells that it is coming. Chromium, which gives each
  // document's stage of life, asks the same of pages that are only shown again.
  onBeforeNavigate.addListener(({ frameId, tabId, url, documentLifecycle }) =>
    inTurn(() => frameId === 0 && documentLifecycle === undefined && pages.starting(tabId, url)),
  );
  onCommitted.addListener((details) =>
    inTurn(() => {
      const { tabId, url, frameId, documentId, documentLifecycle, transitionType } = details;
      if (frameId !== 0 || documentLifecycle === 'prerender') return;
      // Where we see no requests, a page would only look as if nobody were there.
      if (mayLook()) pages.committed({ tabId, url, documentId, transitionType });
      const page = pages.of(tabId);
      // The browser forgets a tab's badge when another document comes.
      if (page) showPage(page);
      else {
        if (rules.stopIn(tabId)) visits.opened(tabId, '');
        fromStart.opened(tabId, '');
      }
      void reportFront();
    }),
  );
  onErrorOccurred.addListener(({ frameId, tabId, url, error }) =>
    // Where the person broke it off its request fails as well, and requests.js tells.
    inTurn(() => frameId === 0 && error !== BROKEN_OFF && pages.failed(tabId, url)),
  );
  onHistoryStateUpdated.addListener(({ frameId, tabId, url }) => inTurn(() => frameId === 0 && pages.moved(tabId, url)));
  onCreatedNavigationTarget.addListener(({ sourceTabId, tabId, url }) =>
    inTurn(() => {
      if (visits.follow(sourceTabId, tabId)) void rules.copy(sourceTabId, tabId);
      fromStart.openedFrom(sourceTabId, tabId);
      departures.openedFrom(sourceTabId, url);
    }),
  );

  chrome.tabs.onCreated.addListener((tab) => inTurn(() => tab.id !== undefined && privacy.set(tab.id, tab.incognito)));
  chrome.tabs.onRemoved.addListener((tabId) =>
    inTurn(() => {
      pages.closed(tabId);
      privacy.delete(tabId);
      departures.drop(tabId);
      leaving.drop(tabId);
      void visits.end(tabId);
      fromStart.closed(tabId);
    }),
  );
  chrome.tabs.onActivated.addListener(() => inTurn(() => void reportFront()));
  chrome.windows.onFocusChanged.addListener((windowId) => inTurn(() => windowId !== chrome.windows.WINDOW_ID_NONE && void reportFront()));
}
