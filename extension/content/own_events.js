/**
 * What somebody does on the card is theirs: the page hears no press, no key and no move of the mouse there, so it cannot tell which
 * choice it was. Esc, and Shift alone, are the page's: its own way out may listen to them. What was pressed is looked up in the card's
 * root, from listeners on the window, which last even where the page has written another document.
 */

const netcurtainOwnEvents = (() => {
  const POINTED = `${'down up move over out enter leave'.replace(/\w+/g, 'pointer$& mouse$&')} pointercancel pointerrawupdate
    gotpointercapture lostpointercapture touchstart touchend touchmove touchcancel wheel click dblclick auxclick contextmenu`;
  const { stopImmediatePropagation, preventDefault } = Event.prototype;

  /** @type {{host: HTMLElement, root: ShadowRoot, pressed: (at: Element, event: MouseEvent) => void} | null} */
  let kept = null;
  /** Where the press began. @type {Element | null} */
  let begun = null;
  /** Shift is down, and no other key has been since. */
  let isShiftAlone = false;
  /** The key that is down on the card: it may answer it, and come up, or be repeated, when it is gone. @type {string | null} */
  let down = null;

  /**
   * Which element of the root an event is about. A key presses what has the focus.
   * @param {ShadowRoot} root
   * @param {MouseEvent} event
   */
  const placeOf = (root, { detail, clientX, clientY }) => (detail ? root.elementFromPoint(clientX, clientY) : root.activeElement);

  /** @param {any} event */
  function onPointed(event) {
    if (!kept || event.target !== kept.host || !event.isTrusted) return;
    stopImmediatePropagation.call(event);
    if (event.type === 'pointerdown') begun = kept.root.elementFromPoint(event.clientX, event.clientY);
    if (event.type !== 'click') return;
    const [at, before] = [placeOf(kept.root, event), begun];
    begun = null;
    // From one button to another is no press.
    if (at && (!event.detail || !before || before.contains(at) || at.contains(before))) kept.pressed(at, event);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!event.isTrusted) return;
    const { type, key } = event;
    const isDown = type === 'keydown';
    const isLate = key === down && (!isDown || event.repeat);
    const isOurs = kept && event.target === kept.host;
    if (type !== 'keypress') down = isDown && (isOurs || isLate) ? key : null;
    if (!isOurs) {
      if (!isLate) return;
      preventDefault.call(event);
    } else if (isDown) isShiftAlone = key === 'Shift';
    // Shift and Tab go back in the card; a site that counts Shifts must not take it for one.
    if (key !== 'Escape' && !(key === 'Shift' && isShiftAlone)) stopImmediatePropagation.call(event);
  }

  /** @param {NonNullable<typeof kept>} card `pressed` is called with what a person pressed in the root */
  function keep(card) {
    kept = card;
    begun = null;
  }

  function letGo() {
    kept = null;
  }

  for (const type of POINTED.split(/\s+/)) netcurtainListeners.add(window, type, onPointed);
  for (const type of ['keydown', 'keypress', 'keyup']) netcurtainListeners.add(window, type, onKey);

  return { keep, letGo };
})();
