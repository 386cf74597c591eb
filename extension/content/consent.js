/**
 * How the page's question about cookies stands: before a choice, refused, accepted. From IAB Europe's interface, which content/patch.js
 * listens to in the page's own world, and from GOV.UK's banner and the two cookies that it leaves. Of any other banner nothing is claimed.
 * Requests are judged by it in the app; only the word and its time leave this page.
 *
 * @typedef {import('../common/messages.js').Consent} Consent
 */

const netcurtainConsent = (() => {
  /** A banner may be put up late. */
  const LATER_MS = [1000, 3000, 10_000];
  /** One that was answered before may be in the page at first, and is taken away as soon as the page's own code runs. */
  const SETTLE_MS = 50;
  /** A page may change its mind without end. */
  const MAX_AT_ONCE = 20;
  const REST_MS = 1000;
  const BANNER = '.govuk-cookie-banner, #global-cookie-message, [data-module~="cookie-banner"]';
  const BUTTON = 'button, input[type=submit], input[type=button], [role=button], a[class*=button]';
  const SEEN = { checkVisibilityCSS: true, checkOpacity: true };
  const ACCEPTS = /^(?:accept|yes|derbyn\w*)\b/i;
  const REFUSES = /^(?:reject|no|gwrthod\w*)\b(?!-)/i;
  /** "Accept essential cookies" is no agreement to anything. */
  const IN_PART = /\b(?:essential|necessary|hanfodol|angenrheidiol)\b/i;
  /** @type {ReadonlySet<unknown>} */
  const WORDS = new Set(['before_choice', 'refused', 'accepted']);
  const { closest, querySelectorAll, checkVisibility } = Element.prototype;

  /** What IAB Europe's interface said last. @type {Consent | ''} */
  let stated = '';
  /** What was pressed in GOV.UK's banner. @type {Consent | ''} */
  let pressed = '';
  /** @type {Extract<import('../common/messages.js').FromTab, {kind: 'consent'}> | null} */
  let newest = null;
  let changes = 0;
  let isWaiting = false;
  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  function look() {
    if (!netcurtainDocument.isAhead()) learn(stated || inCookies() || pressed || inBanner());
  }

  /** @param {Consent | ''} consent */
  function learn(consent) {
    if (!consent || consent === newest?.consent) return;
    newest = { kind: 'consent', consent, time: Date.now() };
    if ((changes += 1) <= MAX_AT_ONCE) tell(newest);
    else if (!isWaiting) {
      isWaiting = true;
      setTimeout(tellNewest, REST_MS);
    }
  }

  function tellNewest() {
    isWaiting = false;
    if (newest) tell(newest);
  }

  /** GOV.UK's banner leaves two: that a choice was made, and which one. Before that the second holds only what is set at first. */
  function inCookies() {
    try {
      const all = new Map(netcurtainDocument.cookies().split('; ').map(halves));
      if (all.get('cookies_preferences_set') !== 'true') return '';
      const policy = JSON.parse(decodeURIComponent(all.get('cookies_policy') ?? ''));
      const choices = Object.entries(policy).flatMap(([name, agreed]) => (name === 'essential' ? [] : [agreed]));
      if (!choices.length || choices.some((agreed) => typeof agreed !== 'boolean')) return '';
      return choices.includes(true) ? 'accepted' : 'refused';
    } catch {
      // No document for cookies, or a policy of another kind.
      return '';
    }
  }

  /** @param {string} cookie @returns {[string, string]} */
  function halves(cookie) {
    const at = cookie.indexOf('=');
    return [cookie.slice(0, at), cookie.slice(at + 1)];
  }

  /** It is there and asks, as long as it shows a button for each answer. */
  function inBanner() {
    const answers = netcurtainDocument.all(BANNER).map((banner) => {
      const buttons = [...querySelectorAll.call(banner, BUTTON)].filter(isVisible);
      return new Set(buttons.map(answerOf));
    });
    return answers.some((given) => given.has('accepted') && given.has('refused')) ? 'before_choice' : '';
  }

  /** @param {Element} element */
  const isVisible = (element) => (checkVisibility ? checkVisibility.call(element, SEEN) : !closest.call(element, '[hidden]'));

  /** @param {Element} button @returns {'refused' | 'accepted' | ''} what it answers; '' where that is not plain */
  function answerOf(button) {
    for (const words of [button.getAttribute('value'), button.getAttribute('name'), button.textContent]) {
      const said = words?.trim() ?? '';
      if (REFUSES.test(said)) return 'refused';
      if (ACCEPTS.test(said)) return IN_PART.test(said) ? '' : 'accepted';
    }
    return '';
  }

  /** Before the page's own code hears of the press, and tells others. @param {MouseEvent} event */
  function onClick({ isTrusted, target }) {
    if (!isTrusted) return;
    const button = target instanceof Element ? closest.call(target, BUTTON) : null;
    const answer = button && closest.call(button, BANNER) ? answerOf(button) : '';
    if (answer) {
      pressed = answer;
      learn(answer);
    }
    // What the page makes of a press, here or among its settings, it has made by then.
    setTimeout(look, 0);
  }

  /** @param {Event} event the interface in the page's world has said something */
  function onStated(event) {
    event.stopImmediatePropagation();
    const word = /** @type {CustomEvent} */ (event).detail;
    // The question may be opened again after an answer; that holds until there is another.
    if (!WORDS.has(word) || (word === 'before_choice' && stated)) return;
    stated = word;
    look();
  }

  const lookSoon = () => void setTimeout(look, SETTLE_MS);

  /** To an app that has not heard of it. */
  function again() {
    look();
    tellNewest();
  }

  /**
   * Before content/submission.js, which keeps the secret from all that listen after it.
   * @param {(message: import('../common/messages.js').FromTab) => void} listener
   */
  function watch(listener) {
    tell = listener;
    const meetPatch = (/** @type {Event} */ event) =>
      netcurtainListeners.add(window, `${String(/** @type {CustomEvent} */ (event).detail)} consent`, onStated);
    document.addEventListener('netcurtain', meetPatch, { capture: true, once: true });
    netcurtainListeners.add(document, 'DOMContentLoaded', lookSoon);
    netcurtainListeners.add(document, 'prerenderingchange', look);
    netcurtainListeners.add(window, 'load', lookSoon);
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && again());
    netcurtainListeners.add(window, 'click', onClick);
    for (const ms of LATER_MS) setTimeout(look, ms);
    look();
  }

  return { watch, again };
})();
