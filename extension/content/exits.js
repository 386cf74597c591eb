/**
 * Ways out of the page while the card is up. Esc and Shift go to the page as always. A site's own exit is the site's to do: a press over it
 * reaches it, card or not. Where a page has none, three Shifts leave.
 */

const netcurtainExits = (() => {
  const KNOWN = ['exit-this-page', 'quick-exit', 'quickexit', 'quick-escape', 'safety-exit']
    .map((name) => `[data-module*=${name}], [class*=${name}], [id*=${name}]`)
    .join();
  const PRESSABLE = 'a, button, [role=button], input[type=button], input[type=submit]';
  const WORDS = new RegExp(
    String.raw`^\W*(${[
      '(exit|leave|hide|escape|close) (this |the )?(page|site|website)',
      '(quick(ly)?|fast) (exit|leave|hide|escape|close)',
      '(exit|leave|hide|escape) (now|quickly|fast)',
      "gadael( y|['’]r)? (dudalen|wefan|safle)",
      'gadael yn (gyflym|sydyn)',
      "cuddio(['’]r| y) (dudalen|wefan)",
    ].join('|')})(?![\p{L}\d])`,
    'iu',
  );
  const MAX_WORDS = 60;
  /** An exit may have another way out and a word about itself. */
  const MAX_BUTTONS = 3;
  const { getBoundingClientRect, matches } = Element.prototype;
  const { click } = HTMLElement.prototype;
  const { getRootNode } = Node.prototype;
  const counting = netcurtainShifts.count();
  /** @type {(() => void) | null} */
  let leave = null;
  /** The card's own root: its buttons are none of the site's. @type {ShadowRoot | null} */
  let ours = null;

  /** The site's own exits that are there to be pressed. @returns {HTMLElement[]} */
  function own() {
    const known = netcurtainRoots.every(KNOWN).filter((one) => !isBox(one));
    const worded = netcurtainRoots.every(PRESSABLE).filter(isWorded);
    return [...known, ...worded].filter((element) => getRootNode.call(element) !== ours && isShown(element));
  }

  /** @param {Element} element */
  function isWorded(element) {
    const words = netcurtainWords.wordsOn(element);
    return words.length <= MAX_WORDS && WORDS.test(words);
  }

  /** @param {HTMLElement} element */
  function isShown(element) {
    const { width, height } = getBoundingClientRect.call(element);
    return width > 0 && height > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
  }

  /** A part of the page that has the name only because an exit stands in it. @param {Element} one */
  const isBox = (one) =>
    /^(?:html|body|main|form)$/.test(netcurtainDocument.nameOf(one)) ||
    netcurtainDocument.has(one, netcurtainControls.ANY) ||
    netcurtainDocument.within(one, PRESSABLE).length > MAX_BUTTONS;

  /** Whether this is the site's own exit, or a part of one. @param {Element} element */
  function isExit(element) {
    const known = netcurtainRoots.nearest(element, KNOWN);
    return (known !== null && !isBox(known)) || isWorded(element);
  }

  /**
   * A press beside the card, where the site's exit is: it is pressed.
   * @param {{clientX: number, clientY: number}} place
   */
  function pressAt({ clientX, clientY }) {
    const under = own().filter((element) => {
      const { left, right, top, bottom } = getBoundingClientRect.call(element);
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    });
    // Around the button may be a box of the same name.
    const exit = under.find((element) => matches.call(element, PRESSABLE)) ?? under[0];
    if (!exit) return;
    const [button, other] = matches.call(exit, PRESSABLE) ? [exit] : netcurtainDocument.within(exit, PRESSABLE);
    if (button && !other) click.call(button);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!leave || !event.isTrusted) return;
    const { type, key, code, repeat, ctrlKey, altKey, metaKey } = event;
    const isThird = counting.key({ type, key, code, repeat, ctrlKey, altKey, metaKey, time: performance.now() });
    if (isThird && own().length === 0) leave();
  }

  /** @param {ShadowRoot} root the card's @param {() => void} leaves is called when the person wants to be gone */
  function watch(root, leaves) {
    counting.reset();
    ours = root;
    leave = leaves;
  }

  function end() {
    leave = null;
  }

  // From before the page's own code, which could keep these events from us.
  netcurtainListeners.add(window, 'keydown', onKey);
  netcurtainListeners.add(window, 'keyup', onKey);
  for (const type of ['pointerdown', 'blur']) netcurtainListeners.add(window, type, () => leave && counting.reset());

  return { watch, end, pressAt, isExit };
})();
