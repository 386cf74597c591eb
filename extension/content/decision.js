/**
 * Hold a submission or let it go: the one decision, from what is known at that moment. Nothing is held that nobody asked about, and nothing
 * while the app is known to be away.
 *
 * @typedef {'go' | 'wait' | 'ask'} Decision
 */

const netcurtainDecision = (() => {
  /**
   * @param {{linked: boolean | null, described: boolean, form: string, verdict: import('../common/messages.js').Verdict | null}} known
   *   `linked` null: not known yet
   * @returns {Decision}
   */
  function decide({ linked, described, form, verdict }) {
    if (linked === false || !described || verdict?.answered) return 'go';
    const judged = verdict?.forms?.find((one) => one.form === form);
    if (!judged) return 'wait';
    return judged.level === 'warning' ? 'ask' : 'go';
  }

  return { decide };
})();
