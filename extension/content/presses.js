/**
 * A press that sends is kept from the page while the person is asked: all of its events, from the first touch of the button on. Nothing of
 * what the browser does by itself is stopped but the last step: the focus moves, the page scrolls, a button looks pressed. A press that is
 * broken off asks nothing.
 */

const netcurtainPresses = (() => {
  const GOES_ON = ['mousedown', 'touchstart', 'touchmove', 'pointerup', 'mouseup', 'touchend'];
  const BROKEN = ['pointercancel', 'touchcancel', 'dragstart'];
  /** What the browser itself presses with a key. @type {Record<string, string>} */
  const CLICKS = { Enter: 'button, input, a[href], summary', ' ': 'button, input, summary' };
  const { composedPath, stopImmediatePropagation, preventDefault } = Event.prototype;
  const { matches } = Element.prototype;

  /** What is being pressed, and whether that was broken off. @type {(Press & {broken: boolean}) | null} */
  let press = null;
  /** The key that is still down, though the page does not know that it is. */
  let down = '';
  /** Where something was typed: the fields, their forms, and all that they stand in. @type {WeakSet<Node>} */
  const touched = new WeakSet();

  /** @returns {Around | null} null where nothing would be asked */
  function around() {
    const scopes = netcurtainForms.scopes();
    const warned = scopes.filter(netcurtainSubmission.wouldAsk);
    if (!warned.length) return null;
    return { warned, calm: scopes.filter((scope) => !warned.includes(scope)), isTypedIn };
  }

  /** @param {Node} scope */
  const isTypedIn = (scope) => touched.has(scope);

  /**
   * What an event is about, inside of closed roots too.
   * @param {any} event
   * @returns {Element | null}
   */
  function targetOf(event) {
    const [first] = composedPath.call(event);
    if (!(first instanceof Element)) return null;
    let at = first;
    for (let root = netcurtainRoots.inside(at); root; root = netcurtainRoots.inside(at)) {
      const isPlaced = event.clientX || event.clientY || event.changedTouches?.length;
      const { clientX, clientY } = event.changedTouches?.[0] ?? event;
      const inner = isPlaced ? root.elementFromPoint(clientX, clientY) : root.activeElement;
      if (!inner || inner === at || inner.getRootNode() !== root) break;
      at = inner;
    }
    return at;
  }

  /** @param {Event} event */
  function swallow(event) {
    stopImmediatePropagation.call(event);
  }

  /** @param {Event} event */
  function stop(event) {
    stopImmediatePropagation.call(event);
    preventDefault.call(event);
  }

  /** @param {any} event */
  function onDown(event) {
    if (!event.isTrusted || !event.isPrimary) return;
    press = null;
    if (event.button) return;
    const known = around();
    const target = known && targetOf(event);
    const sends = target ? netcurtainSending.pressOn(target, known) : null;
    if (!target || !sends) return;
    press = { sends, events: [{ event, target }], by: 'pointer', focused: netcurtainDocument.focused(), broken: false };
    swallow(event);
  }

  /** @param {any} event */
  function onGoing(event) {
    if (!event.isTrusted || press?.by !== 'pointer' || event.button) return;
    const target = targetOf(event);
    if (target && /down|start/.test(event.type) && !netcurtainRoots.holds(press.sends.control, target)) return;
    if (target && event.type !== 'touchmove') press.events.push({ event, target });
    swallow(event);
  }

  /** The page scrolls, or something is dragged. @param {Event} event */
  function onBroken(event) {
    if (!event.isTrusted || press?.by !== 'pointer') return;
    press.broken = true;
    if (event.type !== 'dragstart') swallow(event);
  }

  /** @param {any} event */
  function onClick(event) {
    if (!event.isTrusted || event.button) return;
    const target = targetOf(event);
    const begun = press;
    press = null;
    if (!target) return;
    if (begun && !begun.broken && netcurtainRoots.holds(begun.sends.control, target)) {
      meet({ ...begun, events: [...begun.events, { event, target }] }, event);
      return;
    }
    // A press of which only the end is heard: by the keyboard of a browser, by what helps people to press.
    const known = around();
    const sends = known && netcurtainSending.pressOn(target, known);
    if (sends) meet({ sends, events: [{ event, target }], by: 'pointer', focused: netcurtainDocument.focused() }, event);
  }

  /** @param {any} event */
  function onKeyDown(event) {
    if (!event.isTrusted || !CLICKS[event.key] || event.isComposing) return;
    if (event.repeat && down === event.key) {
      stop(event);
      return;
    }
    down = '';
    press = null;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const known = around();
    const target = known && targetOf(event);
    // Space on a link scrolls the page.
    if (!target || (event.key === ' ' && matches.call(target, 'a[href]:not([role=button])'))) return;
    const isField = netcurtainControls.isField(target);
    const sends = isField && event.key === 'Enter' ? netcurtainSending.enterIn(target, known) : isField ? null : pressedBy(target, known);
    if (!sends) return;
    const begun = { sends, events: [{ event, target }], by: /** @type {const} */ ('key'), focused: target };
    down = event.key;
    if (!isField && matches.call(target, CLICKS[event.key] ?? '')) {
      press = { ...begun, broken: false };
      swallow(event);
    } else meet(begun, event);
  }

  /** A key is for what has the focus, not for what is around it. @param {Element} target @param {Around} known */
  function pressedBy(target, known) {
    const sends = netcurtainSending.pressOn(target, known);
    return sends?.control === target ? sends : null;
  }

  /** @param {any} event keypress or keyup */
  function onKey(event) {
    if (!event.isTrusted || !down || event.key !== down) return;
    if (event.type === 'keyup') down = '';
    const target = targetOf(event);
    if (press?.by === 'key' && target) press.events.push({ event, target });
    swallow(event);
  }

  /** It is completed: the person is asked, or it goes on as if we had not been there. @param {Press} whole @param {Event} event */
  function meet(whole, event) {
    if (netcurtainSubmission.meetPress(netcurtainReplay.note(whole))) {
      stop(event);
      return;
    }
    down = '';
    netcurtainReplay.before(whole.events.slice(0, -1));
  }

  /** By whomever: what fills in passwords makes events up, and they lead to asking at most. @param {Event} event */
  function onInput(event) {
    const field = /** @type {any} */ (targetOf(event));
    if (field?.form) touched.add(field.form);
    for (let at = field; at; at = netcurtainRoots.up(at)) touched.add(at);
  }

  function forget() {
    press = null;
    down = '';
  }

  /** Last of all our listeners: what is swallowed here, the others have heard. */
  function watch() {
    /** @param {string} type @param {(event: any) => void} listener */
    const on = (type, listener) => netcurtainListeners.add(window, type, listener);
    on('input', onInput);
    on('pointerdown', onDown);
    for (const type of GOES_ON) on(type, onGoing);
    for (const type of BROKEN) on(type, onBroken);
    on('click', onClick);
    on('keydown', onKeyDown);
    on('keypress', onKey);
    on('keyup', onKey);
    on('pageshow', (event) => event.persisted && forget());
  }

  return { watch };
})();
