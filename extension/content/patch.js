/**
 * In the page's own world: `form.submit()` raises no event, so it is made to. The event's name is drawn before any of the page's code has
 * run and told to the content script alone.
 */

(() => {
  const { submit } = HTMLFormElement.prototype;
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { composedPath } = Event.prototype;
  const { apply } = Reflect;
  const Told = CustomEvent;
  const HOLDABLE = { bubbles: true, composed: true, cancelable: true };
  const secret = `nc${crypto.getRandomValues(new Uint32Array(4)).join('')}`;

  apply(dispatchEvent, document, [new Told('netcurtain', { detail: secret })]);

  HTMLFormElement.prototype.submit = new Proxy(submit, {
    apply(native, form, values) {
      const held = form instanceof HTMLFormElement && !apply(dispatchEvent, form, [new Told(secret, HOLDABLE)]);
      return held ? undefined : apply(native, form, values);
    },
  });

  apply(addEventListener, window, [
    `${secret} go`,
    (/** @type {Event} */ event) => {
      event.stopImmediatePropagation();
      apply(submit, apply(composedPath, event, [])[0], []);
    },
    true,
  ]);
})();
