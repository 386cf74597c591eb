/** A frame has a form to ask about: what it says goes to the page around it, and what the person answers there comes back. */

/** @type {ReadonlySet<unknown>} */
const FROM_FRAME = new Set(['ask', 'tell', 'say']);
/** @type {ReadonlySet<unknown>} */
const FROM_TOP = new Set(['asking', 'choice']);

/** @param {chrome.runtime.Port} frame a content script's; when one of the two goes, the other hears it */
export function askTop(frame) {
  const { id, tab, frameId } = frame.sender ?? {};
  if (id !== chrome.runtime.id || tab?.id === undefined || !frameId) {
    frame.disconnect();
    return;
  }
  const top = chrome.tabs.connect(tab.id, { name: frame.name, frameId: 0 });
  carry(frame, top, FROM_FRAME);
  carry(top, frame, FROM_TOP);
}

/**
 * @param {chrome.runtime.Port} from
 * @param {chrome.runtime.Port} to
 * @param {ReadonlySet<unknown>} kinds nothing else is carried
 */
function carry(from, to, kinds) {
  let isOpen = true;
  from.onMessage.addListener((message) => isOpen && kinds.has(message?.kind) && to.postMessage(message));
  to.onDisconnect.addListener(() => (isOpen = false));
  from.onDisconnect.addListener(() => {
    // Nobody there, or not any more; the browser wants this to be read.
    void chrome.runtime.lastError;
    to.disconnect();
  });
}
