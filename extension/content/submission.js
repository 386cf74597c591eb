/**
 * Holding what a person is about to send, and letting it go: a form, met in content/submits.js, or a press that sends, met in
 * content/presses.js. One thing is held at a time.
 *
 * @typedef {import('../common/messages.js').Verdict} Verdict
 * @typedef {import('../common/messages.js').Choice} Choice
 * @typedef {import('../common/messages.js').FromTab} FromTab
 * @typedef {{scope: Node, form: HTMLFormElement | null, action: () => string, send: () => boolean}} Sending `scope`: the form, or the group
 *   of fields without one; `form`: the one that the browser itself sends; `action`: where it goes, '' where only the page's code knows;
 *   `send`: as it would have gone without us, false where the page has no such thing any more
 * @typedef {Sending & {submission: string, id: string}} Held
 */

const netcurtainSubmission = (() => {
  const PATIENCE_MS = 1500;
  const RULES_MS = 5000;
  /** What follows from a press that was let go: it has been asked about. */
  const GRACE_MS = 1000;

  /** @type {boolean | null} */
  let linked = null;
  /** The app's window asks. */
  let inWindow = false;
  /** @type {Verdict | null} */
  let verdict = null;
  /** @type {Held | null} */
  let held = null;
  /** The card is up: only the person ends that, whatever is learnt meanwhile. */
  let asking = false;
  /** For it the companies are being left out, and it goes as soon as that is done. @type {Held | null} */
  let leavingOut = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  /** The person said to go on: a page may well stop what was sent and send it again itself. */
  let answered = false;
  /** The app has heard that; from then on its word counts, and it may take that back. */
  let heard = false;
  /** Until when everything passes. */
  let grace = 0;
  /** Forms that have waited in vain, and do not wait again. @type {WeakSet<Node>} */
  const waited = new WeakSet();
  /** @type {(message: FromTab) => Promise<any>} */
  let tell = async () => undefined;

  /** @param {Node} scope */
  function decision(scope) {
    const id = netcurtainForms.idOf(scope);
    const known = { linked, described: id !== undefined, form: id ?? '', verdict, answered, waited: waited.has(scope) };
    return netcurtainDecision.decide(known);
  }

  /**
   * A form that is about to be sent.
   * @param {HTMLFormElement} form
   * @param {() => Sending} noted how it is; asked for where it is held alone
   * @param {boolean} isForged a script made the event: it waits for nothing, and goes as if nobody had met it
   * @returns {boolean} whether it is held
   */
  function meetForm(form, noted, isForged) {
    if (performance.now() < grace) return false;
    if (asking && (!held || held.form === form || mayCarry(form))) return true;
    const id = netcurtainForms.idOf(form) ?? '';
    const what = decision(form);
    if (isForged && what !== 'ask') return false;
    if (what === 'go') {
      if (id && linked) report(netcurtainUuid(), id, false);
      return false;
    }
    // One that only waits must not take the place of one that the person is to be asked about.
    if (held && !asking && held.form !== form && what === 'ask') letGoUnasked();
    if (held) return asking || held.form === form;
    hold(noted(), what);
    return true;
  }

  /** Whether a form may send what was typed, in hidden fields too, and though nobody has looked at it yet. @param {HTMLFormElement} form */
  function mayCarry(form) {
    if (netcurtainShape.mayHoldAnswers(form)) return true;
    const repeats = netcurtainAnswers.newest({ outside: form });
    return netcurtainShape.controlsOf(form).some(({ value }) => repeats(value));
  }

  /**
   * A press that sends, as content/sending.js has it.
   * @param {Sending} sending
   * @returns {boolean} whether it is held
   */
  function meetPress(sending) {
    if (!wouldAsk(sending.scope)) return false;
    if (asking) return true;
    if (held) letGoUnasked();
    const send = () => {
      grace = performance.now() + GRACE_MS;
      return sending.send();
    };
    hold({ ...sending, send }, 'ask');
    return true;
  }

  /** Whether the person would be asked, were this sent now. @param {Node} scope */
  const wouldAsk = (scope) => performance.now() >= grace && decision(scope) === 'ask';

  /** @param {Sending} sending @param {'ask' | 'wait'} what */
  function hold(sending, what) {
    held = { ...sending, submission: netcurtainUuid(), id: netcurtainForms.idOf(sending.scope) ?? '' };
    if (what === 'ask') ask(held);
    else patience = setTimeout(waitedLongEnough, PATIENCE_MS);
  }

  /**
   * @param {string} submission
   * @param {string} form
   * @param {boolean} isHeld whether the person is being asked
   * @param {boolean} [unchecked] it goes before anything was said of it
   */
  function report(submission, form, isHeld, unchecked = false) {
    void tell({ kind: 'submission', submission, form, held: isHeld, time: Date.now(), ...(unchecked && { unchecked }) });
  }

  /** @param {Held} mine */
  function ask(mine) {
    clearTimeout(patience);
    if (!verdict) return;
    // "Not now" stands: it is not sent, and nobody is asked again and again.
    if ('isRefused' in netcurtainAsking && netcurtainAsking.isRefused()) {
      keep();
      return;
    }
    asking = true;
    netcurtainLine.hide();
    report(mine.submission, mine.id, true);
    try {
      netcurtainAsking.show({ ...verdict, inWindow }, (choice) => void answer(choice));
    } catch {
      // A page where no card can be shown: a form is never lost for that.
      letGo();
    }
  }

  /** No word has come in time. */
  function waitedLongEnough() {
    if (held) waited.add(held.scope);
    letGoUnasked(true);
  }

  /** @param {boolean} [unchecked] */
  function letGoUnasked(unchecked = false) {
    if (held && linked) report(held.submission, held.id, false, unchecked);
    letGo();
  }

  /** The person answered, in the card or in the app's own window. @param {Choice} choice */
  async function answer(choice) {
    const mine = held;
    const isStay = choice === 'leave' || choice === 'not_now';
    if (!mine || (leavingOut === mine && !isStay)) return;
    const told = tell({ kind: 'choice', submission: mine.submission, choice, action: mine.action() });
    if (choice === 'leave') leave();
    else if (choice === 'not_now') keep();
    else if (choice === 'as_it_is') goOn();
    else {
      leavingOut = mine;
      const done = await Promise.race([told, new Promise((resolve) => setTimeout(resolve, RULES_MS))]);
      if (done?.ready && held === mine && 'gone' in netcurtainAsking) await netcurtainAsking.gone();
      if (held !== mine) return;
      leavingOut = null;
      if (done?.ready) goOn();
      else netcurtainAsking.say(chrome.i18n.getMessage('card_cannot'));
    }
  }

  /** At once, and the whole tab: from a frame inside the page through the page itself. */
  function leave() {
    // Nothing of it goes any more, but until the page is gone it counts as asking.
    held = null;
    if (window === window.top) {
      netcurtainAsking.leave();
      return;
    }
    netcurtainAsking.cover();
    void tell({ kind: 'leave' });
  }

  /** Not sent; everything stays as it is. */
  function keep() {
    clearTimeout(patience);
    held = null;
    asking = false;
    netcurtainAsking.hide();
  }

  function goOn() {
    answered = true;
    letGo();
  }

  /** On its way, once; or, where the page has no such form any more, the person is told so. */
  function letGo() {
    const going = held;
    keep();
    if (going && !going.send()) netcurtainLine.say(chrome.i18n.getMessage('line_page_changed'));
  }

  /** @param {(message: FromTab) => Promise<any>} teller */
  function watch(teller) {
    tell = teller;
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && comeBack());
  }

  /** @param {Verdict} newest */
  function learn(newest) {
    verdict = newest;
    if (newest.answered) heard = true;
    else if (heard) takeBack();
    retell();
    if (held) reconsider();
  }

  /** A page that the browser kept and shows again: the companies may be there again as well, and what was held then is over. */
  function comeBack() {
    takeBack();
    grace = 0;
    keep();
  }

  /** What the person answered does not hold any more: nothing left, or the page was shown anew. */
  function takeBack() {
    answered = false;
    heard = false;
  }

  /** @param {Partial<import('../common/messages.js').Linked> & {linked: boolean}} known */
  function learnLink(known) {
    ({ linked, inWindow = false } = known);
    retell();
    if (held) reconsider();
  }

  /** What the card says, as it is known now. */
  function retell() {
    if (asking && verdict?.words?.told) netcurtainAsking.tell({ ...verdict, inWindow });
  }

  /** Something new was learnt while a form is held. */
  function reconsider() {
    if (!held) return;
    const what = decision(held.scope);
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
  const isLettingGo = () => performance.now() < grace;

  return { watch, meetForm, meetPress, wouldAsk, learn, learnLink, answeredElsewhere, isAsking, isLettingGo };
})();
