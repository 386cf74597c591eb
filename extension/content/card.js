/**
 * The card: what was seen, what was not, and the person's choices. Modal, in a closed root; only a press that the person made counts, and
 * only when the card has been on top for half a second. A page that lays something over it, or takes it away, sees it come again.
 */

const netcurtainCard = (() => {
  const { stage, make, CARD } = netcurtainStyle;
  const READABLE_MS = 500;
  const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

  /**
   * @type {{host: HTMLElement, dialog: HTMLDialogElement, heading: HTMLElement, said: HTMLElement, unstoppable: HTMLElement,
   *   details: HTMLElement, ways: HTMLElement, status: HTMLElement, since: number} | null}
   */
  let up = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const watcher = new MutationObserver(() => up && up.host.parentNode !== netcurtainDocument.root() && raiseSoon());

  /** @param {string} name */
  const word = (name) => chrome.i18n.getMessage(name);

  /**
   * @param {import('../common/messages.js').Verdict} verdict
   * @param {(choice: import('../common/messages.js').Choice) => void} answered
   */
  function show(verdict, answered) {
    hide();
    const { host, root } = stage(CARD);
    /** @param {string} name @param {string} look @param {import('../common/messages.js').Choice} value */
    const choice = (name, look, value) => {
      const button = make('button', { class: look, type: 'button' }, word(name));
      button.addEventListener('click', (event) => {
        if (event.isTrusted && up && performance.now() - up.since >= READABLE_MS) answered(value);
      });
      return button;
    };
    const heading = make('h2', { id: 'heading', tabindex: '-1' }, word('card_heading'));
    const status = make('p', { role: 'status' });
    const [said, unstoppable, details] = [make('p', { id: 'said' }), make('p', { class: 'soft' }), make('ul')];
    const ways = make('ul', { class: 'ways' });
    const dialog = make(
      'dialog',
      { class: 'nc', closedby: 'none', 'aria-labelledby': 'heading', 'aria-describedby': 'said', lang: chrome.i18n.getUILanguage() },
      make(
        'div',
        { class: 'card' },
        make('header', {}, heading, choice('card_leave', 'outlined', 'leave')),
        said,
        unstoppable,
        status,
        make(
          'div',
          { class: 'choices' },
          choice('card_without', 'filled', 'without_companies'),
          choice('card_not_now', 'outlined', 'not_now'),
        ),
        make('details', {}, make('summary', {}, word('card_details')), details),
        make('footer', {}, choice('card_as_it_is', 'plain', 'as_it_is')),
        make('details', { hidden: '' }, make('summary', {}, word('card_ways')), ways),
      ),
    );
    // Esc is the page's: many police sites leave at once on it. The card itself is only ever ended by a choice.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => up?.dialog === dialog && !dialog.open && raiseSoon());
    root.append(dialog);
    up = { host, dialog, heading, said, unstoppable, details, ways, status, since: 0 };
    tell(verdict);
    raise();
    watcher.observe(document, { childList: true, subtree: true });
    window.addEventListener('toggle', onToggle, true);
    window.addEventListener('fullscreenchange', raiseSoon, true);
  }

  /**
   * What was seen, as far as it is known now: more may come while the card is up.
   * @param {import('../common/messages.js').Verdict} verdict
   */
  function tell({ words = {} }) {
    if (!up) return;
    const told = [word('card_still_here'), ...(words.told ?? []), words.not_seen ?? ''].filter(Boolean).join(' ');
    if (up.said.textContent !== told) up.said.textContent = told;
    up.unstoppable.textContent = words.unstoppable ?? '';
    up.unstoppable.hidden = !words.unstoppable;
    list(up.details, words.details);
    list(up.ways, words.ways);
    up.ways.parentElement?.toggleAttribute('hidden', !words.ways?.length);
  }

  /**
   * Lines that are the same stay where they are: somebody may be reading them.
   * @param {HTMLElement} place
   * @param {string[]} lines
   */
  function list(place, lines = []) {
    const there = [...place.children].map((item) => item.textContent);
    if (there.length === lines.length && lines.every((line, number) => line === there[number])) return;
    place.replaceChildren(...lines.map((line) => make('li', {}, line)));
  }

  /** Above everything else; the half second begins again. */
  function raise() {
    soon = undefined;
    if (!up) return;
    if (up.host.parentNode !== netcurtainDocument.root()) netcurtainDocument.root().append(up.host);
    if (up.dialog.open) up.dialog.close();
    up.dialog.showModal();
    up.heading.focus();
    up.since = performance.now();
  }

  /** Not at once: a page that takes it away again and again must not bring the tab to a stand. */
  function raiseSoon() {
    if (up) up.since = performance.now();
    soon ??= setTimeout(raise, 0);
  }

  /** Something of the page's went to the top: a popover, another dialog. @param {Event} event */
  function onToggle(event) {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') raiseSoon();
  }

  function hide() {
    clearTimeout(soon);
    soon = undefined;
    watcher.disconnect();
    window.removeEventListener('toggle', onToggle, true);
    window.removeEventListener('fullscreenchange', raiseSoon, true);
    const { host, dialog } = up ?? {};
    up = null;
    // Closing gives the focus back to where it was on the page.
    dialog?.close();
    host?.remove();
  }

  /** A line in the card. @param {string} text */
  function say(text) {
    if (up) up.status.textContent = text;
  }

  /** Nothing of the page can be seen any more. */
  function cover() {
    hide();
    const { root } = stage(CARD);
    const dialog = make('dialog', { class: 'nc', closedby: 'none' }, make('div', { class: 'cover' }));
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    root.append(dialog);
    dialog.showModal();
  }

  /** To a page that says nothing about anybody, without being asked whether to stay. */
  function leave() {
    cover();
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    window.location.replace(NEUTRAL_PAGE);
  }

  return { show, tell, hide, say, cover, leave };
})();
