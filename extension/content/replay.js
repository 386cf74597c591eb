/**
 * A press that was held, done again: the same events at the same place, and what the browser does by itself after them. Pages draw their
 * buttons anew; the one that is the same is found again.
 *
 * @typedef {{sends: Sends, events: Happened[], by: 'pointer' | 'key', focused: Element | null}} Press `focused`: where it was before
 * @typedef {{event: any, target: Element}} Happened
 */

const netcurtainReplay = (() => {
  const { dispatchEvent } = EventTarget.prototype;
  const { click, focus } = HTMLElement.prototype;
  const { requestSubmit } = HTMLFormElement.prototype;
  const { execCommand } = Document.prototype;
  const isConnected = /** @type {(this: Node) => boolean} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get);
  const KINDS = ['PointerEvent', 'TouchEvent', 'MouseEvent', 'KeyboardEvent'].map((name) => /** @type {any} */ (window)[name]);
  /** What tells two controls apart. */
  const SAME = ['id', 'name', 'type', 'role', 'class', 'aria-label'];
  const CODES = /** @type {Record<string, number>} */ ({ Enter: 13, ' ': 32 });

  /**
   * @param {Press} press
   * @returns {Sending}
   */
  function note(press) {
    const { control, scope, form, submitter } = press.sends;
    const noted = form && netcurtainRelease.note(form, submitter);
    const likeness = likenessOf(control);
    const send = () => (noted ? sendForm(press, noted) : sendControl(press, likeness));
    return { scope, form, action: () => actionOf(press.sends), send };
  }

  /** @param {Sends} sends where a form names no place, it is the page's own code that knows */
  function actionOf({ scope, submitter }) {
    if (!netcurtainShape.isForm(scope)) return '';
    const isNamed = netcurtainWords.attr(scope, 'action') || (submitter && netcurtainWords.attr(submitter, 'formaction'));
    return isNamed ? netcurtainShape.actionOf(scope, submitter) : '';
  }

  /** @param {Press} press @param {Pressed} noted */
  function sendForm(press, noted) {
    const form = netcurtainRelease.standing(noted);
    if (!form) return false;
    const { control, submitter } = press.sends;
    const isField = control !== submitter;
    const field = isField ? (isConnected.call(control) ? control : found(likenessOf(control), form)) : undefined;
    netcurtainRelease.send(form, noted, (button) => {
      if (!isField && button) again(press, button);
      else if (!field) requestSubmit.call(form, button);
      else if (keys(press, field)) button ? click.call(button) : requestSubmit.call(form);
    });
    return true;
  }

  /** @param {Press} press @param {string} likeness */
  function sendControl(press, likeness) {
    const { control } = press.sends;
    const standing = isConnected.call(control) ? control : found(likeness);
    if (standing) again(press, standing);
    return Boolean(standing);
  }

  /** @param {Press} press @param {Element} control */
  function again(press, control) {
    if (press.by === 'pointer' || press.events.some(({ event }) => event.type === 'click')) pointers(press, control);
    else if (keys(press, control)) newLine(control);
  }

  /** @param {Element} control */
  const likenessOf = (control) =>
    JSON.stringify([
      netcurtainDocument.nameOf(control),
      SAME.map((name) => control.getAttribute(name)),
      netcurtainWords.wordsOn(control),
      netcurtainControls.isField(control) ? (/** @type {any} */ (control).value ?? control.textContent) : '',
    ]);

  /** @param {string} likeness @param {Node} [within] @returns {Element | undefined} */
  function found(likeness, within) {
    const [name] = JSON.parse(likeness);
    const all = within ? netcurtainDocument.within(within, name) : netcurtainRoots.every(name);
    return all.find((one) => likenessOf(one) === likeness);
  }

  /**
   * With the pointer, or with a key on what the browser itself presses then.
   * @param {Press} press
   * @param {Element} control
   */
  function pointers({ events, sends, focused }, control) {
    const isSame = control === sends.control;
    /** What does not come after an event that the page stopped. */
    const stopped = new Set();
    for (const { event, target } of events) {
      if (stopped.has(event.type)) continue;
      const place = isSame && isConnected.call(target) ? target : control;
      if (dispatchEvent.call(place, copyOf(event))) continue;
      for (const type of AFTER[event.type] ?? []) stopped.add(type);
      // A chat keeps the focus where somebody writes.
      if (event.type === 'mousedown' && focused && isConnected.call(focused)) focus.call(focused, { preventScroll: true });
    }
    const down = events.find(({ event }) => event.type === 'keydown');
    if (down && !events.some(({ event }) => event.type === 'keyup')) dispatchEvent.call(control, copyOf(down.event, 'keyup'));
  }

  const AFTER = /** @type {Record<string, string[]>} */ ({
    pointerdown: ['mousedown', 'mouseup'],
    touchstart: ['mousedown', 'mouseup', 'click'],
    touchend: ['mousedown', 'mouseup', 'click'],
    keydown: ['keypress', 'click'],
    keypress: ['click'],
    keyup: ['click'],
  });

  /** @param {Press} press @param {Element} control @returns {boolean} whether the page left it to the browser */
  function keys({ events }, control) {
    const [{ event }] = /** @type {[Happened]} */ (events);
    const code = CODES[event.key];
    const went =
      dispatchEvent.call(control, copyOf(event)) &&
      dispatchEvent.call(control, copyOf(event, 'keypress', { charCode: code, keyCode: code, which: code }));
    dispatchEvent.call(control, copyOf(event, 'keyup'));
    return went;
  }

  /** What Enter does where several lines can be written. @param {Element} field */
  function newLine(field) {
    if (netcurtainDocument.nameOf(field) === 'textarea') execCommand?.call(document, 'insertText', false, '\n');
    else if (/** @type {HTMLElement} */ (field).isContentEditable) execCommand?.call(document, 'insertParagraph');
  }

  /**
   * What cannot be copied is left out: not every browser lets touches be made.
   * @param {any} event
   * @param {string} [type]
   * @param {Record<string, unknown>} [more]
   */
  function copyOf(event, type = event.type, more = {}) {
    /** @type {Record<string, unknown>} */
    const init = {};
    try {
      for (const name in event) init[name] = event[name];
      const Kind = KINDS.find((kind) => kind && event instanceof kind);
      return new Kind(type, { ...init, ...more });
    } catch {
      return new Event(type, { bubbles: true, cancelable: true, composed: true });
    }
  }

  /** What came before a press that is not held after all. @param {Happened[]} events */
  function before(events) {
    for (const { event, target } of events) dispatchEvent.call(target, copyOf(event));
  }

  return { note, before };
})();
