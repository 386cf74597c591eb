/** What our own pages ask, the popup and the options, by kind; what a handler returns goes back to them. */

/** How long the popup stays empty for an app that has only just been started. */
const POPUP_MS = 500;

/**
 * @param {{pages: import('./pages.js').Pages, notes: import('./page_notes.js').PageNotes, link: import('./link.js').Link,
 *   mode: () => import('./toolbar.js').Mode}} world
 * @returns {Record<string, (message: any) => unknown>}
 */
export const answersToUs = ({ pages, notes, link, mode }) => ({
  async status({ tab }) {
    await Promise.race([link.connect(), new Promise((resolve) => setTimeout(resolve, POPUP_MS))]);
    const page = tab === undefined ? undefined : pages.of(tab);
    const verdict = page && notes.verdict(page.page);
    return { state: link.state, mode: mode(), companies: verdict?.companies ?? [], hasPage: Boolean(page), judged: Boolean(verdict) };
  },
  async pair({ code, port }) {
    return { result: await link.pair(code, port) };
  },
  async connect() {
    await link.connect();
    return { state: link.state };
  },
});
