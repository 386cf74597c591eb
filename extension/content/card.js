/**
 * The card: what was seen, what was not, and the person's choices; where the app's window asks, that it does, and a way to be asked here.
 * Only a press that the person made counts, and to send the form as it is only where the card is known to be on top of everything
 * (content/on_top.js); otherwise that is asked once more outside of the page.
 */

const netcurtainCard = (() => {
  const { stage, make, CARD } = netcurtainStyle;
  /** After an ask outside that nobody answered. */
  const LAST_CHANCE_MS = 1500;

  /**
   * @type {{said: HTMLElement, unstoppable: HTMLElement, details: HTMLElement, ways: HTMLElement, status: HTMLElement, here: HTMLElement,
   *   rest: HTMLElement, isShort: boolean, verdict: Asked, answered: (choice: Choice) => void, replaced: () => void} | null}
   *   `isShort`: the app's window asks, and `rest` is not there before `here` is pressed
   */
  let up = null;
  /** @type {ReturnType<typeof netcurtainOutside.ask> | null} */
  let outside = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let lastChance;

  /** @param {string} name */
  const word = (name) => chrome.i18n.getMessage(name);

  /**
   * @param {Asked} verdict
   * @param {(choice: Choice) => void} answered
   * @param {() => void} [replaced] another form's card took its place, and it was not answered
   */
  function show(verdict, answered, replaced = () => undefined) {
    const before = up;
    hide();
    before?.replaced();
    const { host, root, dress } = stage(CARD);
    /** @type {Map<Element | null, Choice>} */
    const choices = new Map();
    /** @param {string} name @param {string} look @param {Choice} value @param {Partial<Record<string, string>>} more */
    const choice = (name, look, value, more = {}) => {
      const button = make('button', { class: look, type: 'button', ...more }, word(name));
      choices.set(button, value);
      return button;
    };
    const heading = make('h2', { id: 'heading', tabindex: '-1' }, word('card_heading'));
    const status = make('p', { role: 'status' });
    const [said, unstoppable, details] = [make('p', { id: 'said' }), make('p', { class: 'soft' }), make('ul')];
    const ways = make('ul', { class: 'ways' });
    const here = make('button', { class: 'plain', type: 'button' }, word('card_here'));
    const rest = make(
      'div',
      { class: 'rest' },
      make(
        'div',
        { class: 'choices' },
        choice('card_without', 'filled', 'without_companies'),
        choice('card_not_now', 'outlined', 'not_now'),
      ),
      make('details', {}, make('summary', {}, word('card_details')), details),
      make('footer', {}, choice('card_as_it_is', 'plain', 'as_it_is'), make('p', { id: 'history', class: 'small' }, word('card_history'))),
      make('details', { hidden: '' }, make('summary', {}, word('card_ways')), ways),
    );
    const leave = choice('card_leave', 'outlined', 'leave', { 'aria-describedby': 'history' });
    const card = make('div', { class: 'card' }, make('header', {}, heading, leave), said, unstoppable, status, here, rest);
    const named = { 'aria-labelledby': 'heading', 'aria-describedby': 'said' };
    const dialog = make('dialog', { class: 'nc', closedby: 'none', ...named, lang: word('language'), dir: word('@@bidi_dir') }, card);
    /** @param {Element} at @param {MouseEvent} event */
    const pressed = (at, event) => {
      const button = at.closest('button');
      const value = choices.get(button);
      if (button === here) askHere();
      else if (at === dialog) netcurtainExits.pressAt(event);
      else if (value) press(value, event.timeStamp);
    };
    root.append(dialog);
    up = { said, unstoppable, details, ways, status, here, rest, isShort: true, verdict, answered, replaced };
    tell(verdict);
    netcurtainOnTop.keep({ host, root, dress, dialog, card, first: heading }, askOutside);
    netcurtainOwnEvents.keep({ host, root, pressed });
    netcurtainExits.watch(root, () => answered('leave'));
  }

  /** @param {Choice} value @param {number} time when it was made */
  function press(value, time) {
    if (!up) return;
    const { standing, isReadable } = netcurtainOnTop.pressed(time);
    if (value !== 'as_it_is') {
      if (isReadable) up.answered(value);
    } else if (standing === 'on_top') up.answered(value);
    else if (standing === 'never' && isReadable) {
      askOutside();
      outside?.again();
    }
  }

  /** The card cannot be shown to be on top: the page may have put words of its own over it. */
  function askOutside() {
    if (outside || lastChance !== undefined) return;
    askHere();
    say(word('card_asks_outside'));
    outside = netcurtainOutside.ask((choice) => {
      outside = null;
      if (choice) up?.answered(choice);
      else goSoon();
    });
  }

  /** Nobody answered outside. A form is never held for ever: it goes, unless the person says otherwise here. */
  function goSoon() {
    say(word('card_goes_soon'));
    lastChance = setTimeout(() => {
      lastChance = undefined;
      up?.answered('as_it_is');
    }, LAST_CHANCE_MS);
  }

  /**
   * What was seen, as far as it is known now: more may come while the card is up.
   * @param {Asked} verdict
   */
  function tell(verdict) {
    if (!up) return;
    const { words = {}, inWindow = false } = verdict;
    // The person is about to press something else than what will be there.
    if (up.isShort && !inWindow) netcurtainOnTop.raiseSoon();
    up.verdict = verdict;
    up.isShort &&= inWindow;
    up.rest.hidden = up.isShort;
    up.here.hidden = !up.isShort;
    const long = [word('card_still_here'), ...(words.told ?? []), words.not_seen ?? ''].filter(Boolean).join(' ');
    const told = up.isShort ? word('card_in_window') : long;
    if (up.said.textContent !== told) up.said.textContent = told;
    up.unstoppable.textContent = words.unstoppable ?? '';
    up.unstoppable.hidden = up.isShort || !words.unstoppable;
    list(up.details, words.details);
    list(up.ways, words.ways);
    up.ways.parentElement?.toggleAttribute('hidden', !words.ways?.length);
  }

  /** All of it, whoever else asks. */
  function askHere() {
    if (up?.isShort) tell({ ...up.verdict, inWindow: false });
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

  function hide() {
    clearTimeout(lastChance);
    lastChance = undefined;
    outside?.end();
    outside = null;
    up = null;
    netcurtainExits.end();
    netcurtainOwnEvents.letGo();
    netcurtainOnTop.letGo();
  }

  /** A line in the card. @param {string} text */
  function say(text) {
    if (up) up.status.textContent = text;
  }

  /** Nothing of the page can be seen any more. */
  function cover() {
    hide();
    netcurtainCover.cover();
  }

  /** To a page that says nothing about anybody. */
  function leave() {
    hide();
    netcurtainCover.leave();
  }

  const isUp = () => up !== null;

  return { show, tell, hide, say, cover, leave, isUp };
})();
