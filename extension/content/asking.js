/**
 * Where the person is asked: in this document's own card, and for a form in a frame in that of the page around it, because a frame may be
 * small or covered. The background carries the words there and back. Where the page does not take it up at once, the frame asks itself, and
 * so does one that nobody has touched: the question of the page around is not for any company's frame to use up.
 *
 * @typedef {import('../common/messages.js').FromFrame} FromFrame
 * @typedef {import('../common/messages.js').Asked} Asked
 */

const netcurtainAsking = (() => {
  if (window === window.top) return netcurtainCard;

  const TAKEN_UP_MS = 300;
  const HEARD_MS = 100;
  const LOOK_MS = 1000;
  const OTHERS = /^(?:Escape|Shift)$/;
  /** @type {{verdict: Asked, answered: (choice: Choice) => void} | null} */
  let asked = null;
  /** To the page around, while that asks. @type {chrome.runtime.Port | null} */
  let port = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let looking;
  /** The person has done something in this document; what is done on our card nobody else hears. */
  let isTouched = false;
  let isRefused = false;

  /** @param {Asked} verdict @param {(choice: Choice) => void} answered */
  function show(verdict, answered) {
    hide();
    asked = { verdict, answered };
    if (!isTouched) {
      asked.answered = (choice) => {
        isRefused = choice === 'not_now';
        answered(choice);
      };
      askHere();
      return;
    }
    try {
      port = chrome.runtime.connect({ name: 'ask_top' });
      port.onMessage.addListener(hear);
      port.onDisconnect.addListener(askHere);
      waiting = setTimeout(askHere, TAKEN_UP_MS);
      // The extension was reloaded or removed: the page around is not heard any more. Nothing is sent, and the next press goes.
      looking = setInterval(() => chrome.runtime?.id || answered('not_now'), LOOK_MS);
      post({ kind: 'ask', verdict });
    } catch {
      // The extension was reloaded or removed.
      askHere();
    }
  }

  /** @param {import('../common/messages.js').FromTop} message */
  function hear(message) {
    if (message.kind === 'asking') clearTimeout(waiting);
    else if (port) asked?.answered(message.choice);
  }

  /** Nobody asks in the page around, or not any more. */
  function askHere() {
    endAbove();
    if (!asked) return;
    const { verdict, answered } = asked;
    try {
      netcurtainCard.show(verdict, answered);
    } catch {
      // No card can be shown here either, in an orphan of the extension for one: a form is never lost for that.
      answered('as_it_is');
    }
  }

  function endAbove() {
    clearTimeout(waiting);
    clearInterval(looking);
    const open = port;
    port = null;
    open?.disconnect();
  }

  /** @param {FromFrame} message */
  const post = (message) => port?.postMessage(message);

  /** @param {Asked} verdict */
  function tell(verdict) {
    if (asked) asked.verdict = verdict;
    if (port) post({ kind: 'tell', verdict });
    else netcurtainCard.tell(verdict);
  }

  /** @param {string} text */
  function say(text) {
    if (port) post({ kind: 'say', text });
    else netcurtainCard.say(text);
  }

  function hide() {
    asked = null;
    endAbove();
    netcurtainCard.hide();
  }

  /** The same; done when the page around has heard of it. */
  async function gone() {
    const isAbove = port !== null;
    hide();
    if (isAbove) await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
  }

  function cover() {
    hide();
    netcurtainCard.cover();
  }

  function leave() {
    hide();
    netcurtainCard.leave();
  }

  for (const type of ['pointerdown', 'click', 'keydown', 'input']) {
    netcurtainListeners.add(window, type, ({ isTrusted, key }) => {
      if (isTrusted && !OTHERS.test(key)) isTouched = true;
    });
  }
  return { show, tell, hide, gone, say, cover, leave, isRefused: () => isRefused && !isTouched };
})();
