/** The content script, put together: forms are told to the background, its verdicts are heard, submissions are met. */

(() => {
  const isTop = window === window.top;

  /** @param {import('../common/messages.js').FromTab} message */
  async function tell(message) {
    try {
      const answer = await chrome.runtime.sendMessage(message);
      if (answer && 'linked' in answer) netcurtainSubmission.learnLink(answer);
      if (answer?.verdict) hear(answer.verdict);
      return answer;
    } catch {
      // The extension was reloaded or removed: this script is an orphan and must stand in nobody's way.
      netcurtainSubmission.learnLink({ linked: false });
      return undefined;
    }
  }

  /** @param {import('../common/messages.js').Verdict} verdict */
  function hear(verdict) {
    netcurtainSubmission.learn(verdict);
    if (verdict.paused) netcurtainLine.hide();
    if (verdict.asks === 'never') netcurtainLine.endArrival();
    const quiet = verdict.level !== 'warning' || verdict.answered || netcurtainSubmission.isAsking() || netcurtainCard.isUp();
    if (isTop && !quiet && verdict.words?.arrival) netcurtainLine.arrival(verdict.words);
  }

  /** What a handler returns goes back. @type {Record<string, (message: any) => unknown>} */
  const handlers = {
    verdict: ({ verdict }) => hear(verdict),
    link: (message) => netcurtainSubmission.learnLink(message),
    choice_made: ({ submission, choice }) => netcurtainSubmission.answeredElsewhere(submission, choice),
    line({ text }) {
      if (isTop) netcurtainLine.say(text);
    },
    leave() {
      if (isTop) netcurtainCard.leave();
    },
    describe() {
      netcurtainForms.again();
      if (isTop) netcurtainConsent.again();
      netcurtainPressed.again();
      netcurtainTyped.again();
    },
    request: (passed) => netcurtainTyped.compare(passed),
    asking: () => netcurtainSubmission.isAsking(),
  };

  chrome.runtime.onMessage.addListener((/** @type {{kind: string}} */ message, sender, respond) => {
    // The background alone speaks to pages, and it is in no tab.
    if (sender.id !== chrome.runtime.id || sender.tab) return;
    const said = handlers[message.kind]?.(message);
    if (said !== undefined) respond(said);
  });
  netcurtainAnswers.watch();
  if (isTop) netcurtainConsent.watch((message) => void tell(message));
  netcurtainSubmission.watch(tell);
  netcurtainSubmits.watch(tell);
  netcurtainPressed.watch((message) => void tell(message));
  netcurtainForms.watch((message) => void tell(message));
  netcurtainTyped.watch((message) => void tell(message));
  netcurtainPresses.watch();
})();
