/**
 * Holding a form and letting it go: content/release.js sends it. Two ways of sending are met here: the `submit` event, and
 * `form.submit()`, which tells of itself through content/patch.js in the page's own world under a name that the page cannot know.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').Choice} Choice
 * @typedef {import('../common/messages.js').FromTab} FromTab
 * @typedef {Pressed & {submission: string, formId: string, scripted: boolean}} Held
 */

const netcurtainSubmission = (() => {
  const PATIENCE_MS = 1500;
  const RULES_MS = 5000;
  // A field may be called "dispatchEvent" and then hides the form's own: the function is taken from the prototype.
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
  /** The person said to go on: a page may well stop what was sent and send it again itself. */
  let answered = false;
  /** The app has heard that; from then on its word counts, and it may take that back. */
  let heard = false;
  /** Forms on their way at this moment. @type {WeakSet<HTMLFormElement>} */
  const released = new WeakSet();
  /** Forms that have waited in vain, and do not wait again. @type {WeakSet<HTMLFormElement>} */
  const waited = new WeakSet();
  let secret = '';
  /** @type {(message: FromTab) => Promise<any>} */
  let tell = async () => undefined;

  /** @param {HTMLFormElement} form */
  function decision(form) {
    const id = netcurtainForms.idOf(form);
    const known = { linked, described: id !== undefined, form: id ?? '', verdict, answered, waited: waited.has(form) };
    return netcurtainDecision.decide(known);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   * @param {boolean} scripted
   * @returns {boolean} whether it is held
   */
  function meet(form, submitter, scripted) {
    going(form, submitter);
    if (released.has(form)) return false;
    const formId = netcurtainForms.idOf(form) ?? '';
    const what = decision(form);
    if (what === 'go') {
      if (formId && linked) report(netcurtainUuid(), formId, false);
      return false;
    }
    // One that only waits must not take the place of one that the person is to be asked about.
    if (held && !asking && held.form !== form && what === 'ask') letGoUnasked();
    if (held) return asking || held.form === form;
    held = { ...netcurtainRelease.note(form, submitter), submission: netcurtainUuid(), formId, scripted };
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

  /** No word has come in time. */
  function waitedLongEnough() {
    if (held) waited.add(held.form);
    letGoUnasked();
  }

  function letGoUnasked() {
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
    else if (choice === 'as_it_is') goOn();
    else {
      leavingOut = true;
      const done = await Promise.race([told, new Promise((resolve) => setTimeout(resolve, RULES_MS))]);
      leavingOut = false;
      if (held !== mine) return;
      if (done?.ready) goOn();
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

  function goOn() {
    answered = true;
    letGo();
  }

  /** On its way, once; or, where the page has no such form any more, the person is told so. */
  function letGo() {
    const going = held;
    keep();
    if (!going) return;
    const form = netcurtainRelease.standing(going);
    if (!form) {
      netcurtainLine.say(chrome.i18n.getMessage('line_page_changed'));
      return;
    }
    released.add(form);
    try {
      if (going.scripted) dispatchEvent.call(form, new CustomEvent(`${secret} go`, { composed: true }));
      else netcurtainRelease.send(form, going);
    } finally {
      released.delete(form);
    }
  }

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    const form = event.target;
    if (!event.isTrusted || !netcurtainShape.isForm(form) || !meet(form, event.submitter, false)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {Event} event `form.submit()` was called */
  function onScripted(event) {
    event.stopImmediatePropagation();
    const form = event.composedPath()[0];
    if (netcurtainShape.isForm(form) && meet(form, null, true)) event.preventDefault();
  }

  /** @param {(message: FromTab) => Promise<any>} teller */
  function watch(teller) {
    tell = teller;
    netcurtainListeners.add(window, 'submit', onSubmit);
    // A page that the browser kept and shows again: the companies may be there again as well.
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && takeBack());
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

  /** @param {Verdict} newest */
  function learn(newest) {
    verdict = newest;
    if (newest.answered) heard = true;
    else if (heard) takeBack();
    if (asking && newest.words?.told) netcurtainCard.tell(newest);
    if (held) reconsider();
  }

  /** What the person answered does not hold any more: nothing left, or the page was shown anew. */
  function takeBack() {
    answered = false;
    heard = false;
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
    else letGoUnasked();
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
