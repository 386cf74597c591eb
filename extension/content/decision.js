/**
 * Hold a submission or let it go: the one decision, from what is known at that moment. Nothing is held that nobody asked about, and nothing
 * while the app is known to be away.
 *
 * @typedef {'go' | 'wait' | 'ask'} Decision
 */

const netcurtainDecision = (() => {
  /**
   * @param {{linked: boolean | null, described: boolean, form: string, verdict: import('../common/messages.js').Verdict | null,
   *   answered?: boolean, waited?: boolean}} known `linked` null: not known yet; `answered`: the person said in this document to go on;
   *   `waited`: this form has waited in vain before
   * @returns {Decision}
   */
  function decide({ linked, described, form, verdict, answered = false, waited = false }) {
    if (linked === false || !described || answered || verdict?.answered || verdict?.paused) return 'go';
    const judged = verdict?.forms?.find((one) => one.form === form);
    if (!judged) return waited ? 'go' : 'wait';
    return judged.level === 'warning' ? 'ask' : 'go';
  }

  return { decide };
})();
