/**
 * A form is about to be sent. Two ways are met here: the `submit` event, and `form.submit()`, which tells of itself through
 * content/patch.js in the page's own world under a name that the page cannot know. What is held goes by content/release.js.
 */

const netcurtainSubmits = (() => {
  // A field may be called "dispatchEvent" and then hides the form's own: functions are taken from the prototype.
  const { dispatchEvent, addEventListener } = EventTarget.prototype;

  /** Forms on their way at this moment. @type {WeakSet<HTMLFormElement>} */
  const released = new WeakSet();
  /** What was let go: for a moment the same is not sent again, unless the page has stopped it. */
  const ONCE_MS = 1000;
  /** @type {{event: Event, likeness: string, until: number} | null} */
  let last = null;
  let secret = '';
  /** @type {(message: FromTab) => Promise<any>} */
  let tell = async () => undefined;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   * @param {{isScripted?: boolean, isForged?: boolean}} how by `form.submit()`; by an event that a script made
   * @returns {boolean} whether it is held
   */
  function meet(form, submitter, { isScripted = false, isForged = false }) {
    going(form, submitter);
    if (isOnItsWay(form)) return true;
    if (released.has(form)) return false;
    return netcurtainSubmission.meetForm(form, () => sendingOf(form, submitter, isScripted), isForged);
  }

  /** While the page still hears of it, it may stop it yet. @param {HTMLFormElement} form */
  function isOnItsWay(form) {
    if (!last || performance.now() >= last.until || last.event.eventPhase !== Event.NONE || last.event.defaultPrevented) return false;
    return netcurtainRelease.likenessOf(form) === last.likeness;
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   * @param {boolean} scripted
   * @returns {Sending}
   */
  function sendingOf(form, submitter, scripted) {
    const noted = netcurtainRelease.note(form, submitter);
    return { scope: form, form, action: () => netcurtainShape.actionOf(form, submitter), send: () => send(noted, scripted) };
  }

  /**
   * Where answers are about to go, before they do: the page's own code may have changed that since the form was described, or is about to.
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   */
  function going(form, submitter) {
    if (!netcurtainShape.mayHoldAnswers(form)) return;
    const say = () => void tell({ kind: 'going', actions: [netcurtainShape.actionOf(form, submitter)] });
    say();
    setTimeout(say, 0);
  }

  /** @param {Pressed} noted @param {boolean} scripted @returns {boolean} false where the page has no such form any more */
  function send(noted, scripted) {
    const form = netcurtainRelease.standing(noted);
    if (!form) return false;
    released.add(form);
    try {
      if (scripted) dispatchEvent.call(form, new CustomEvent(`${secret} go`, { composed: true }));
      else netcurtainRelease.send(form, noted);
    } finally {
      released.delete(form);
    }
    return true;
  }

  /** Firefox sends a form for an event that a script made as well. @param {SubmitEvent} event */
  function onSubmit(event) {
    const form = event.target;
    const isForged = !event.isTrusted;
    if (!netcurtainShape.isForm(form)) return;
    if (meet(form, isForged ? null : event.submitter, { isForged })) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (!isForged && (released.has(form) || netcurtainSubmission.isLettingGo())) {
      last = { event, likeness: netcurtainRelease.likenessOf(form), until: performance.now() + ONCE_MS };
    }
  }

  /** @param {Event} event `form.submit()` was called */
  function onScripted(event) {
    event.stopImmediatePropagation();
    const form = event.composedPath()[0];
    if (netcurtainShape.isForm(form) && meet(form, null, { isScripted: true })) event.preventDefault();
  }

  /** @param {(message: FromTab) => Promise<any>} teller */
  function watch(teller) {
    tell = teller;
    netcurtainListeners.add(window, 'submit', onSubmit);
    // A page that the browser kept: what was on its way has arrived.
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && (last = null));
    // The event does not leave the root that its form is in.
    netcurtainRoots.watch((root) => addEventListener.call(root, 'submit', /** @type {EventListener} */ (onSubmit), true));
    document.addEventListener(
      'netcurtain',
      (event) => {
        event.stopImmediatePropagation();
        secret = String(/** @type {CustomEvent} */ (event).detail);
        netcurtainListeners.add(window, secret, onScripted);
      },
      { capture: true, once: true },
    );
  }

  return { watch };
})();
