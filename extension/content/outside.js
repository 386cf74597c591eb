/** Asking once more outside of the page, in a small window of the extension's own, where the card cannot be shown to be on top. */

const netcurtainOutside = (() => {
  /**
   * @param {(choice: Choice | null) => void} answered is called once; null: nobody answered there, or nobody could be asked
   * @returns {{again: () => void, end: () => void}} `again`: to the front; `end`: not asked any more
   */
  function ask(answered) {
    /** @type {chrome.runtime.Port | null} */
    let port = null;
    /** @param {Choice | null} choice */
    function done(choice) {
      const open = port;
      port = null;
      if (!open) return;
      open.disconnect();
      answered(choice);
    }
    /** @param {() => void} lost there is no background any more */
    function connect(lost) {
      port = null;
      try {
        port = chrome.runtime.connect({ name: 'ask_outside' });
        port.onMessage.addListener(({ choice }) => done(choice));
        port.onDisconnect.addListener(lost);
      } catch {
        // The extension was reloaded or removed.
        setTimeout(answered, 0, null);
      }
    }
    // The browser stops a background as it likes, and its window goes with it: one that wakes is asked once more.
    connect(() => port && connect(() => done(null)));
    return {
      again: () => port?.postMessage({ kind: 'again' }),
      end() {
        port?.disconnect();
        port = null;
      },
    };
  }

  return { ask };
})();
