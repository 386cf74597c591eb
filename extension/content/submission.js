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
  const { requestSubmit } = HTMLFormElement.prototype;

  /** @type {boolean | null} */
  let linked = null;
  /** @type {Verdict | null} */
  let verdict = null;
  /** @type {Held | null} */
  let held = null;
  /** The card is up: only the person ends that, whatever is learnt meanwhile. */
  let asking = false;
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
    const formId = netcurtainForms.idOf(form) ?? '';
    const what = decision(form);
    if (what === 'go') {
      if (formId && linked) void tell({ kind: 'submission', submission: crypto.randomUUID(), form: formId, held: false, time: Date.now() });
      return false;
    }
    if (held) return true;
    held = { submission: crypto.randomUUID(), form, formId, submitter, scripted };
    void tell({ kind: 'submission', submission: held.submission, form: formId, held: true, time: Date.now() });
    if (what === 'ask') ask();
    else patience = setTimeout(letGo, PATIENCE_MS);
    return true;
  }

  function ask() {
    asking = true;
    clearTimeout(patience);
    netcurtainLine.hide();
    if (verdict) netcurtainCard.show(verdict, (choice) => void answer(choice));
  }

  /** The person answered in the card. @param {Choice} choice */
  async function answer(choice) {
    const mine = held;
    if (!mine) return;
    if (choice === 'leave') {
      netcurtainCard.cover();
      void tell({ kind: 'choice', submission: mine.submission, choice, action: '' });
      netcurtainCard.leave();
      return;
    }
    const done = await tell({ kind: 'choice', submission: mine.submission, choice, action: netcurtainShape.actionOf(mine.form) });
    if (held !== mine) return;
    if (choice === 'without_companies' && !done?.ready) netcurtainCard.say(chrome.i18n.getMessage('card_cannot'));
    else if (choice === 'not_now') keep();
    else letGo();
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
    if (!going?.form.isConnected) return;
    released.add(going.form);
    if (going.scripted) going.form.dispatchEvent(new CustomEvent(`${secret} go`));
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
    if (what === 'ask') ask();
    else letGo();
  }

  /**
   * The person answered in the app's own window.
   * @param {string} submission
   * @param {Choice} choice
   */
  function answeredElsewhere(submission, choice) {
    if (held?.submission === submission) void answer(choice);
  }

  return { watch, learn, learnLink, answeredElsewhere };
})();
