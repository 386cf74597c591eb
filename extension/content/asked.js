/** The page asks for a form in one of its frames: content/asking.js there hears the answer. A frame that is gone asks no more. */

(() => {
  if (window !== window.top) return;

  /** Of the one that is up. */
  let end = () => {};

  /** @param {chrome.runtime.Port} port */
  function take(port) {
    let isUp = false;
    /** What the person says meanwhile does not count. */
    let isLeavingOut = false;

    /** @param {import('../common/messages.js').FromTop} message */
    const post = (message) => port.postMessage(message);

    /** @param {import('../common/messages.js').Choice} choice */
    function answered(choice) {
      if (!isUp) return;
      let isHeard = true;
      try {
        post({ kind: 'choice', choice });
      } catch {
        // The extension was reloaded or removed.
        isHeard = false;
      }
      if (choice === 'leave') netcurtainCard.leave();
      else if (isHeard && choice === 'without_companies') isLeavingOut = true;
      else if (!isHeard || !isLeavingOut || choice === 'not_now') hide();
    }

    /** At once: Chromium does not tell this page that the frame has gone on where that opens a window. */
    function hide() {
      if (isUp) netcurtainCard.hide();
      isUp = false;
    }

    function replaced() {
      isUp = false;
      port.disconnect();
    }

    /** @type {Record<string, (message: any) => void>} */
    const handlers = {
      ask({ verdict }) {
        // One question at a time: the frame then asks itself.
        if (isUp || netcurtainCard.isUp()) return port.disconnect();
        netcurtainLine.hide();
        netcurtainCard.show(verdict, answered, replaced);
        isUp = true;
        end = hide;
        post({ kind: 'asking' });
      },
      tell: ({ verdict }) => isUp && netcurtainCard.tell(verdict),
      say({ text }) {
        isLeavingOut = false;
        if (isUp) netcurtainCard.say(text);
      },
    };
    port.onMessage.addListener((/** @type {{kind: string}} */ message) => handlers[message.kind]?.(message));
    port.onDisconnect.addListener(hide);
  }

  netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && end());
  chrome.runtime.onConnect.addListener((port) => {
    // The background alone, never another page of ours that runs in a tab.
    if (port.name === 'ask_top' && port.sender?.id === chrome.runtime.id && !port.sender.tab) take(port);
  });
})();
