/**
 * Holding a form and letting it go. Two ways of sending are met here: the `submit` event, and `form.submit()`, which tells of itself
 * through content/patch.js in the page's own world under a name that the page cannot know.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').Choice} Choice
 * @typedef {import('../common/messages.js').FromTab} FromTab
 * @typedef {{submission: string, form: HTMLFormElement, formId: string, submitter: HTMLElement | null, scripted: boolean}} Held
 */

const netcurtainSubmission = (() => {
  const PATIENCE_MS = 1500;
  const RULES_MS = 5000;
  // A field may be called "dispatchEvent" and then hides the form's own: the functions are taken from the prototypes.
  const { requestSubmit } = HTMLFormElement.prototype;
  const { dispatchEvent } = EventTarget.prototype;

  /** @type {boolean | null} */
  let linked = null;
  /** @type {Verdict | null} */
  let verdict = null;
  /** @type {Held | null} */
  let held = null;
  /** The card is up: only the person ends that, whatever is learnt meanwhile. */
  let asking = false;
  /** The companies are being left out, and the form goes as soon as that is done. */
  let leavingOut = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  /** Forms on their way: the next submission of each passes. @type {WeakSet<HTMLFormElement>} */
  const released = new WeakSet();
  let secret = '';
  /** @type {(message: FromTab) => Promise<any>} */
  let tell = async () => undefined;

  /** @param {HTMLFormElement} form */
  function decision(form) {
    const id = netcurtainForms.idOf(form);
    return netcurtainDecision.decide({ linked, described: id !== undefined, form: id ?? '', verdict });
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   * @param {boolean} scripted
   * @returns {boolean} whether it is held
   */
  function meet(form, submitter, scripted) {
    if (released.delete(form)) return false;
    going(form, submitter);
    const formId = netcurtainForms.idOf(form) ?? '';
    const what = decision(form);
    if (what === 'go') {
      if (formId && linked) report(crypto.randomUUID(), formId, false);
      return false;
    }
    if (held) return asking || held.form === form;
    held = { submission: crypto.randomUUID(), form, formId, submitter, scripted };
    if (what === 'ask') ask(held);
    else patience = setTimeout(waitedLongEnough, PATIENCE_MS);
    return true;
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

  /**
   * @param {string} submission
   * @param {string} form
   * @param {boolean} isHeld whether the person is being asked
   */
  function report(submission, form, isHeld) {
    void tell({ kind: 'submission', submission, form, held: isHeld, time: Date.now() });
  }

  /** @param {Held} mine */
  function ask(mine) {
    clearTimeout(patience);
    if (!verdict) return;
    asking = true;
    netcurtainLine.hide();
    report(mine.submission, mine.formId, true);
    try {
      netcurtainCard.show(verdict, (choice) => void answer(choice));
    } catch {
      // A page where no card can be shown: a form is never lost for that.
      letGo();
    }
  }

  /** Nobody needs to be asked, or nobody answered in time. */
  function waitedLongEnough() {
    if (held && linked) report(held.submission, held.formId, false);
    letGo();
  }

  /** The person answered, in the card or in the app's own window. @param {Choice} choice */
  async function answer(choice) {
    const mine = held;
    if (!mine || leavingOut) return;
    const told = tell({ kind: 'choice', submission: mine.submission, choice, action: netcurtainShape.actionOf(mine.form, mine.submitter) });
    if (choice === 'leave') leave();
    else if (choice === 'not_now') keep();
    else if (choice === 'as_it_is') letGo();
    else {
      leavingOut = true;
      const done = await Promise.race([told, new Promise((resolve) => setTimeout(resolve, RULES_MS))]);
      leavingOut = false;
      if (held !== mine) return;
      if (done?.ready) letGo();
      else netcurtainCard.say(chrome.i18n.getMessage('card_cannot'));
    }
  }

  /** At once, and the whole tab: from a frame inside the page through the page itself. */
  function leave() {
    if (window === window.top) {
      netcurtainCard.leave();
      return;
    }
    netcurtainCard.cover();
    void tell({ kind: 'leave' });
  }

  /** Not sent; everything stays as it is. */
  function keep() {
    clearTimeout(patience);
    held = null;
    asking = false;
    netcurtainCard.hide();
  }

  /** On its way, once. */
  function letGo() {
    const going = held;
    keep();
    if (!going || !document.contains(going.form)) return;
    released.add(going.form);
    if (going.scripted) dispatchEvent.call(going.form, new CustomEvent(`${secret} go`, { composed: true }));
    else requestSubmit.call(going.form, stillThere(going) ? going.submitter : null);
    released.delete(going.form);
  }

  /** @param {Held} going */
  const stillThere = ({ form, submitter }) => submitter?.isConnected && /** @type {HTMLButtonElement} */ (submitter).form === form;

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    if (!event.isTrusted || !(event.target instanceof HTMLFormElement)) return;
    if (!meet(event.target, event.submitter, false)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {Event} event `form.submit()` was called */
  function onScripted(event) {
    event.stopImmediatePropagation();
    const form = event.composedPath()[0];
    if (form instanceof HTMLFormElement && meet(form, null, true)) event.preventDefault();
  }

  /** @param {(message: FromTab) => Promise<any>} teller */
  function watch(teller) {
    tell = teller;
    window.addEventListener('submit', onSubmit, true);
    document.addEventListener(
      'netcurtain',
      (event) => {
        event.stopImmediatePropagation();
        secret = String(/** @type {CustomEvent} */ (event).detail);
        window.addEventListener(secret, onScripted, true);
      },
      { capture: true, once: true },
    );
  }

  /** @param {Verdict} newest */
  function learn(newest) {
    verdict = newest;
    if (asking && newest.words?.told) netcurtainCard.tell(newest);
    if (held) reconsider();
  }

  /** @param {boolean} isLinked */
  function learnLink(isLinked) {
    linked = isLinked;
    if (held) reconsider();
  }

  /** Something new was learnt while a form is held. */
  function reconsider() {
    if (!held) return;
    const what = decision(held.form);
    if (asking || what === 'wait') return;
    if (what === 'ask') ask(held);
    else waitedLongEnough();
  }

  /**
   * The person answered in the app's own window.
   * @param {string} submission
   * @param {Choice} choice
   */
  function answeredElsewhere(submission, choice) {
    if (held?.submission === submission) void answer(choice);
  }

  const isAsking = () => asking;

  return { watch, learn, learnLink, answeredElsewhere, isAsking };
})();
