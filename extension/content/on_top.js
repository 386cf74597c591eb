/**
 * Keeping the card on top of the page, and knowing whether it is. Chromium tells whether an element can be seen as a whole
 * (`trackVisibility`). Elsewhere the card goes up again whenever something else goes up: what was raised last is on top. A page that
 * goes on for ever is not followed for ever.
 *
 * @typedef {{host: HTMLElement, root: ShadowRoot, dress: () => void, dialog: HTMLDialogElement, card: HTMLElement,
 *   first: HTMLElement}} Staged `card` is what must be seen; `first` has the focus when it comes
 * @typedef {'on_top' | 'soon' | 'never'} Standing `on_top`: for half a second, and nothing else; `never`: it cannot be shown to be
 */

const netcurtainOnTop = (() => {
  const READABLE_MS = 500;
  const PATIENCE_MS = 2000;
  const LOOK_MS = 250;
  const SEEN_MS = 100;
  const REFOCUS_MS = 50;
  const MAX_ROUNDS = 10;
  const SMALLEST = { width: 120, height: 80 };
  /** Firefox draws the top layer with the root's filter. These change colours alone. */
  const HARMLESS = /^(?:none|(?:(?:(?:grayscale|sepia|hue-rotate)\([^()]*\)|invert\(1\)) ?)+)$/;
  const { addEventListener } = EventTarget.prototype;
  const { getBoundingClientRect, getAttributeNames, removeAttribute } = Element.prototype;

  /**
   * @type {(Staged & {raised: number, since: number, isOn: boolean, settled: number, isSeen: boolean, rounds: number, there: Set<Element>,
   *   focused: HTMLElement, sight: IntersectionObserver | null, timer: ReturnType<typeof setInterval>, lost: () => void}) | null}
   *   `raised`: when it was first painted since it last went up; `isOn`: on top, `since` then; `settled`: when it last had been so for half
   *   a second; `isSeen`: what the browser says; `there`: what was in the top layer already when it went up
   */
  let kept = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  /** How often it went up. */
  let round = 0;
  /** @type {WeakSet<Node>} */
  const heard = new WeakSet();
  const watcher = new MutationObserver(() => kept && isAway(kept) && raiseSoon());
  const dressing = new MutationObserver(() => kept && undress(kept.host));

  /**
   * @param {Staged} staged
   * @param {() => void} lost is called, again and again, while it cannot be pressed at all
   */
  function keep(staged, lost) {
    letGo();
    const now = performance.now();
    const sight = sightOf();
    const timer = setInterval(() => look(!sight), LOOK_MS);
    const there = /** @type {Set<Element>} */ (new Set());
    const times = { raised: now, since: now, isOn: false, settled: now, rounds: 0 };
    kept = { ...staged, ...times, isSeen: !sight, there, focused: staged.first, sight, timer, lost };
    watcher.observe(document, { childList: true, subtree: true });
    dressing.observe(staged.host, { attributes: true });
    raise();
  }

  /** Where the browser can tell whether the whole card is to be seen. */
  function sightOf() {
    const Sight = globalThis.IntersectionObserver;
    if (!Sight || !('trackVisibility' in Sight.prototype)) return null;
    const how = /** @type {IntersectionObserverInit} */ ({ trackVisibility: true, delay: SEEN_MS, threshold: [0, 1] });
    return new Sight((entries) => seen(Boolean(/** @type {any} */ (entries.at(-1)).isVisible)), how);
  }

  /** @param {boolean} isSeen */
  function seen(isSeen) {
    if (!kept) return;
    const was = kept.isSeen;
    kept.isSeen = isSeen;
    // The first word of it comes a moment after the card: from then on it counts as seen.
    if (isSeen && !was && performance.now() - kept.raised > 2 * SEEN_MS) kept.since = performance.now();
    if (was && !isSeen) raiseSoon();
    look(false);
  }

  /** Above everything else; the half second begins again. */
  function raise() {
    soon = undefined;
    const root = netcurtainDocument.root();
    if (!kept || !root) return;
    const { host, dress, dialog, card, first, sight } = kept;
    if (host.parentNode !== root) root.append(host);
    undress(host);
    dress();
    listen(kept);
    if (dialog.open) dialog.close();
    dialog.showModal();
    first.focus();
    sight?.disconnect();
    sight?.observe(card);
    Object.assign(kept, { raised: Infinity, since: Infinity, isSeen: !sight, there: above() });
    if (document.pointerLockElement) document.exitPointerLock();
    // The second frame begins when the first has been painted, however long the page stands still before that.
    const mine = (round += 1);
    requestAnimationFrame(() => requestAnimationFrame(() => mine === round && painted()));
  }

  /** From now on it can be read. */
  function painted() {
    if (kept) kept.raised = kept.since = performance.now();
    look(false);
  }

  /** Again each time: a page that writes another document takes every listener away. @param {Staged} staged */
  function listen({ dialog, root }) {
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('close', onClose);
    root.addEventListener('focusin', onFocusIn);
    root.addEventListener('focusout', onFocusOut);
  }

  /** Esc is the page's: many police sites leave at once on it. The card itself is only ever ended by a choice. @param {Event} event */
  const onCancel = (event) => event.preventDefault();
  const onClose = () => kept && !kept.dialog.open && raiseSoon();
  const onFocusIn = (/** @type {Event} */ { target }) => kept && (kept.focused = /** @type {HTMLElement} */ (target));
  const onFocusOut = () => void setTimeout(refocus, REFOCUS_MS);

  /** Not at once: a page that takes it away again and again must not bring the tab to a stand. Nor for ever. */
  function raiseSoon() {
    if (!kept) return;
    kept.since = performance.now();
    if (kept.rounds >= MAX_ROUNDS) return;
    kept.raised = kept.since;
    if (soon !== undefined) return;
    kept.rounds += 1;
    soon = setTimeout(raise, 0);
  }

  /** What else is up there; each root that was not known is listened to from now on, for `toggle` does not leave its root. */
  function above() {
    if (!kept) return new Set();
    const places = netcurtainTopLayer.roots(kept.host);
    for (const place of places) {
      if (place === document || heard.has(place)) continue;
      heard.add(place);
      addEventListener.call(place, 'toggle', onToggle, true);
    }
    return netcurtainTopLayer.above(places);
  }

  /**
   * How it stands at this moment.
   * @param {boolean} thoroughly look through every root as well for what has gone up
   */
  function look(thoroughly) {
    if (!kept) return;
    const now = performance.now();
    zoomBack(kept);
    const isCovered = netcurtainTopLayer.isCovered();
    const others = thoroughly ? above() : kept.there;
    const { there } = kept;
    const isNewcomer = [...others].some((one) => !there.has(one));
    const isGone = [...there].some((one) => !others.has(one));
    if (isGone && !isNewcomer) Object.assign(kept, { there: others, since: now });
    if (isNewcomer || isAway(kept)) raiseSoon();
    if (kept.isSeen && !isNewcomer && !isCovered && !isAway(kept) && isBigEnough(kept.card) && isDrawn(kept)) {
      if (!kept.isOn && now - kept.raised > READABLE_MS) kept.since = now;
      kept.isOn = true;
      if (now - kept.since >= READABLE_MS) kept.settled = now;
      if (now - kept.since >= PATIENCE_MS) kept.rounds = 0;
    } else kept.isOn = false;
    if (standing(now) === 'never' && !isInReach(kept)) kept.lost();
  }

  /** @param {number} time @returns {Standing} */
  function standing(time) {
    if (!kept) return 'soon';
    if (kept.isOn && time - Math.max(kept.since, kept.raised) >= READABLE_MS) return 'on_top';
    return kept.rounds >= MAX_ROUNDS || performance.now() - kept.settled >= PATIENCE_MS ? 'never' : 'soon';
  }

  /**
   * Somebody pressed: how it stood, and whether it had been up for long enough to be read.
   * @param {number} time of the press itself: on a page that stood still, it may be heard of much later
   */
  function pressed(time) {
    look(true);
    return { standing: standing(time), isReadable: kept !== null && time - kept.raised >= READABLE_MS };
  }

  /** @param {Staged} staged */
  const isAway = ({ host, dialog }) => host.parentNode !== netcurtainDocument.root() || !dialog.open;

  /** @param {Element} card */
  function isBigEnough(card) {
    const { width, height } = getBoundingClientRect.call(card);
    return width >= SMALLEST.width && height >= SMALLEST.height;
  }

  /** Whether it is drawn, and without the page's blur: what no one sees is not on top. @param {Staged & {sight: unknown}} staged */
  function isDrawn({ card, sight }) {
    if (sight) return true;
    return (card.checkVisibility?.() ?? true) && HARMLESS.test(getComputedStyle(netcurtainDocument.root()).filter || 'none');
  }

  /** Whether a press on it would come to it. @param {NonNullable<typeof kept>} staged */
  function isInReach(staged) {
    const { host, card } = staged;
    const { left, top, width, height } = getBoundingClientRect.call(card);
    if (!isBigEnough(card) || !isDrawn(staged)) return false;
    return Document.prototype.elementFromPoint.call(document, left + width / 2, top + height / 2) === host;
  }

  /** A page that makes itself small or huge does not make the card so. @param {Staged} staged */
  function zoomBack({ host, dialog }) {
    const zoom = /** @type {any} */ (host).currentCSSZoom ?? 1;
    const wanted = zoom > 0 && zoom !== 1 ? String(1 / zoom) : '';
    if (dialog.dataset['zoom'] === wanted) return;
    dialog.dataset['zoom'] = wanted;
    dialog.style.setProperty('zoom', wanted);
  }

  /** What the page writes on our element could take it out of reach, or away from screen readers. @param {HTMLElement} host */
  function undress(host) {
    for (const name of getAttributeNames.call(host)) removeAttribute.call(host, name);
  }

  /** The page took the focus from the card, and it goes back to where it was. */
  function refocus() {
    if (kept?.dialog.open && !kept.root.activeElement && document.hasFocus()) kept.focused.focus();
  }

  /** Something of the page's went to the top layer, or left it. @param {Event} event */
  function onToggle(event) {
    if (!kept || !event.isTrusted) return;
    if (/** @type {ToggleEvent} */ (event).newState === 'open') raiseSoon();
    else kept.since = performance.now();
  }

  /** Another window was over this one. @param {Event} event */
  function onFocus({ target, isTrusted }) {
    if (kept && isTrusted && target === window && kept.raised !== Infinity) kept.raised = kept.since = performance.now();
  }

  /** Behind another tab nobody was to see it. */
  function onVisible({ isTrusted = false }) {
    if (kept && isTrusted && document.visibilityState === 'visible') kept.settled = kept.since = performance.now();
  }

  function letGo() {
    clearTimeout(soon);
    soon = undefined;
    watcher.disconnect();
    dressing.disconnect();
    const { host, dialog, sight, timer } = kept ?? {};
    kept = null;
    clearInterval(timer);
    sight?.disconnect();
    // Closing gives the focus back to where it was on the page.
    if (dialog?.open) dialog.close();
    host?.remove();
  }

  // From before the page's own code, which could keep these events from us.
  netcurtainListeners.add(window, 'toggle', onToggle);
  netcurtainListeners.add(window, 'fullscreenchange', ({ isTrusted }) => isTrusted && kept && raiseSoon());
  netcurtainListeners.add(window, 'pointerlockchange', () => kept && document.pointerLockElement && document.exitPointerLock());
  netcurtainListeners.add(window, 'focus', onFocus);
  netcurtainListeners.add(window, 'visibilitychange', onVisible);
  // A page may take away what it had put over the card just as somebody presses.
  netcurtainListeners.add(window, 'pointerdown', (event) => event.isTrusted && look(true));

  return { keep, letGo, pressed, raiseSoon };
})();
