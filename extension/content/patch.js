/**
 * In the page's own world: `form.submit()` raises no event, so it is made to. The event's name is drawn before any of the page's code has
 * run and told to the content script alone.
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
  const HOLDABLE = { bubbles: true, composed: true, cancelable: true };
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
})();
