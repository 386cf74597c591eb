/** What our own pages ask, the popup and the options, by kind; what a handler returns goes back to them. */

/** How long the popup stays empty for an app that has only just been started. */
const POPUP_MS = 500;
/** How long the popup waits until everything is erased: every file of the app is looked through afterwards. */
const ERASE_MS = 20_000;

/**
 * @param {{pages: import('./pages.js').Pages, notes: import('./page_notes.js').PageNotes, link: import('./link.js').Link,
 *   words: import('./page_words.js').PageWords, fromStart: import('./from_start.js').FromStart,
 *   askWindows: Pick<import('./ask_window.js').AskWindows, 'answered'>, mode: () => import('./toolbar.js').Mode,
 *   leftOut: (tab: number) => boolean, letInAgain: (tab: number) => Promise<unknown>,
 *   standing: () => {keeping: import('../common/messages.js').Keeping | '', kept: import('../common/messages.js').Kept},
 *   allowed: () => boolean}} world
 * @returns {Record<string, (message: any) => unknown>}
 */
export function answersToUs({ pages, notes, link, words, fromStart, leftOut, letInAgain, askWindows, mode, standing, allowed }) {
  /** The page in a tab, while there is an app to ask about it. @param {number | undefined} tab */
  const known = (tab) => (tab === undefined || !link.up ? undefined : pages.of(tab));

  /**
   * A wish of the popup's, only while the app is there: one that is told later may come when the person has long left.
   * @param {number | undefined} tab
   * @param {any} wish
   */
  function ofPage(tab, wish) {
    const page = known(tab);
    return page ? words.ask({ ...wish, page: page.page }) : null;
  }

  return {
    /** What is known here, at once. `again`: the popup has asked before, and the link tries by itself. */
    async status({ tab, again }) {
      if (!again) await Promise.race([link.connect(), new Promise((resolve) => setTimeout(resolve, POPUP_MS))]);
      const page = tab === undefined ? undefined : pages.of(tab);
      const verdict = page && notes.verdict(page.page);
      return {
        state: link.state,
        mode: mode(),
        ...standing(),
        allowed: allowed(),
        companies: verdict?.companies ?? [],
        page: page?.page ?? '',
        isPrivate: Boolean(page?.private),
        judged: Boolean(verdict),
        paused: Boolean(verdict?.paused),
        unkept: Boolean(verdict?.unkept),
        fromStart: page ? fromStart.on(page) : null,
        leftOut: page ? leftOut(page.tab) : false,
      };
    },

    /** Let in who is left out here, by an answer or from the start, for this visit; the latter can be taken back. No app is needed. */
    async let_in({ tab, lifted }) {
      const page = tab === undefined ? undefined : pages.of(tab);
      if (page && leftOut(page.tab)) await letInAgain(page.tab);
      else if (page) await fromStart.letIn(page, Boolean(lifted));
    },

    /** What the app says of the page. */
    words: ({ tab }) => ofPage(tab, { type: 'popup' }),

    pause: ({ tab, paused }) => ofPage(tab, { type: 'pause', paused }),

    /** What the person says of the forms of this visit: sensitive or not; neither takes it back. */
    correct: ({ tab, sensitive }) => ofPage(tab, { type: 'correct', ...(typeof sensitive === 'boolean' && { sensitive }) }),

    /** Nothing more of this visit is to be kept. */
    dont_keep: ({ tab }) => ofPage(tab, { type: 'dont_keep' }),

    /** Everything that is kept, of whatever browser. */
    erase: () => (link.up ? words.ask({ type: 'erase' }, ERASE_MS) : null),

    open_app() {
      if (link.up) link.send({ type: 'open_app' });
    },

    /** The question once more, in our own small window. */
    asked_outside: (answer) => askWindows.answered(answer),

    async pair({ code, port }) {
      return { result: await link.pair(code, port) };
    },

    /** How the link stands; `again`: our page has asked before, and the link tries by itself. */
    async connect({ again }) {
      if (!again) await link.connect();
      return { state: link.state, app: link.app, mode: mode() };
    },
  };
}
