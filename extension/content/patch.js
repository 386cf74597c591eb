/**
 * In the page's own world: `form.submit()` raises no event, so it is made to, and IAB Europe's interface for consent is nowhere else, so it
 * is heard from here. The name of our events is drawn before any of the page's code has run and told to the content scripts alone.
 */

(() => {
  const { submit } = HTMLFormElement.prototype;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { composedPath } = Event.prototype;
  const { apply } = Reflect;
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {() => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const methodOf = getter(HTMLFormElement.prototype, 'method');
  const documentOf = getter(Node.prototype, 'ownerDocument');
  const windowOf = getter(Document.prototype, 'defaultView');
  const Told = CustomEvent;
  // Without a prototype: the page may have put more into that of all objects.
  const HOLDABLE = { __proto__: null, bubbles: true, composed: true, cancelable: true };
  const secret = `nc${crypto.getRandomValues(new Uint32Array(4)).join('')}`;

  apply(dispatchEvent, document, [new Told('netcurtain', { detail: secret })]);

  /** A form of another frame is one as well, though no instance of this frame's class. @param {unknown} it */
  function isForm(it) {
    try {
      apply(methodOf, it, []);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {Event} event */
  function go(event) {
    event.stopImmediatePropagation();
    apply(submit, apply(composedPath, event, [])[0], []);
  }

  HTMLFormElement.prototype.submit = new Proxy(submit, {
    apply(native, form, values) {
      if (!isForm(form)) return apply(native, form, values);
      const home = apply(windowOf, apply(documentOf, form, []), []);
      // The frame that the form is in holds it: there its content script hears of it.
      if (home && home !== window) return apply(home.HTMLFormElement.prototype.submit, form, values);
      // Each time, because `document.open()` takes it away; it is never there twice.
      apply(addEventListener, window, [`${secret} go`, go, true]);
      const held = !apply(dispatchEvent, form, [new Told(secret, HOLDABLE)]);
      return held ? undefined : apply(native, form, values);
    },
  });

  if (window !== window.top) return;

  /** The interface may come late; nobody says when. */
  const LOOK_MS = [1000, 3000, 10_000];
  const { hasOwn } = Object;
  const { bind } = Function.prototype;
  const later = setTimeout;
  const once = { once: true };
  let isListening = false;

  /** Whatever the page has put there, it cannot stop us or read what the listener does. */
  function findInterface() {
    try {
      const ask = /** @type {any} */ (window).__tcfapi;
      if (isListening || typeof ask !== 'function') return;
      isListening = true;
      apply(ask, window, ['addEventListener', 2, apply(bind, hear, [])]);
    } catch {
      // Not one that works: then nothing is known.
    }
  }

  /** @param {any} state the interface's own @param {any} isGood */
  function hear(state, isGood) {
    try {
      const word = isGood ? wordFor(state) : '';
      if (word) apply(dispatchEvent, window, [new Told(`${secret} consent`, /** @type {any} */ ({ __proto__: null, detail: word }))]);
    } catch {
      // Said in another way than the standard has it.
    }
  }

  /** @param {any} state */
  function wordFor({ eventStatus, gdprApplies, purpose }) {
    if (gdprApplies === false) return '';
    if (eventStatus === 'cmpuishown') return 'before_choice';
    if (eventStatus !== 'tcloaded' && eventStatus !== 'useractioncomplete') return '';
    const { consents } = purpose;
    if (typeof consents !== 'object' || !consents) return '';
    for (const number in consents) if (hasOwn(consents, number) && consents[number] === true) return 'accepted';
    return 'refused';
  }

  apply(addEventListener, document, ['DOMContentLoaded', findInterface, once]);
  apply(addEventListener, window, ['load', findInterface, once]);
  for (const ms of LOOK_MS) later(findInterface, ms);
})();
