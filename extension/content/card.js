/**
 * The card: what was seen, what was not, and the person's choices. Modal, in a closed root; only a press that the person made counts, and
 * only when the card has been there for half a second.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').Choice} Choice
 */

const netcurtainCard = (() => {
  const { stage, make, CARD } = netcurtainStyle;
  const READABLE_MS = 500;
  const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

  /** @type {{host: HTMLElement, root: ShadowRoot, status: HTMLElement} | null} */
  let up = null;

  /** @param {string} name */
  const word = (name) => chrome.i18n.getMessage(name);

  /**
   * @param {Verdict} verdict
   * @param {(choice: Choice) => void} answered
   */
  function show(verdict, answered) {
    hide();
    const { host, root } = stage(CARD);
    const since = performance.now();
    const choice = (/** @type {string} */ name, /** @type {string} */ look, /** @type {Choice} */ value) => {
      const button = make('button', { class: look, type: 'button' }, word(name));
      button.addEventListener('click', (event) => {
        if (event.isTrusted && performance.now() - since >= READABLE_MS) answered(value);
      });
      return button;
    };
    const words = verdict.words ?? {};
    const heading = make('h2', { id: 'heading', tabindex: '-1' }, word('card_heading'));
    const status = make('p', { role: 'status' });
    const details = make('details', {}, make('summary', {}, word('card_details')), make('ul', {}, ...(words.details ?? []).map((line) => make('li', {}, line))));
    const said = [word('card_still_here'), ...(words.told ?? []), words.not_seen ?? ''].filter(Boolean).join(' ');
    const dialog = make(
      'dialog',
      { class: 'nc', 'aria-labelledby': 'heading', 'aria-describedby': 'said', lang: chrome.i18n.getUILanguage() },
      make(
        'div',
        { class: 'card' },
        make('header', {}, heading, choice('card_leave', 'outlined', 'leave')),
        make('p', { id: 'said' }, said),
        ...(words.unstoppable ? [make('p', { class: 'soft' }, words.unstoppable)] : []),
        status,
        make(
          'div',
          { class: 'choices' },
          choice('card_without', 'filled', 'without_companies'),
          choice('card_not_now', 'outlined', 'not_now'),
        ),
        details,
        make('footer', {}, choice('card_as_it_is', 'plain', 'as_it_is')),
      ),
    );
    // Esc is the page's: many police sites leave at once on it. The card itself is only ever ended by a choice.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    root.append(dialog);
    dialog.showModal();
    heading.focus();
    up = { host, root, status };
  }

  function hide() {
    up?.host.remove();
    up = null;
  }

  /** A line in the card. @param {string} text */
  function say(text) {
    if (up) up.status.textContent = text;
  }

  /** Nothing of the page can be seen any more. */
  function cover() {
    up?.root.querySelector('dialog')?.replaceChildren(make('div', { class: 'cover' }));
  }

  /** To a page that says nothing about anybody. */
  function leave() {
    (window.top ?? window).location.replace(NEUTRAL_PAGE);
  }

  return { show, hide, say, cover, leave };
})();
