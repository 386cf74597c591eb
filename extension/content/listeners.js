/**
 * What we listen to on the page, from before any of its code: `document.open()` takes every listener away, so they are put back when
 * another root element has come. The browser passes over a listener that is still there: nothing is heard twice.
 */

const netcurtainListeners = (() => {
  const { addEventListener } = EventTarget.prototype;
  /** @type {[EventTarget, string, (event: any) => void][]} */
  const ours = [];

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  function add(target, type, listener) {
    ours.push([target, type, listener]);
    listen(target, type, listener);
  }

  /** At capture: before the page. Touches and the wheel are listened to alone, so that scrolling waits for nobody. */
  const capturing = { capture: true };
  const passing = { capture: true, passive: true };

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  const listen = (target, type, listener) =>
    addEventListener.call(target, type, listener, /^(?:touch|wheel)/.test(type) ? passing : capturing);

  new MutationObserver(() => ours.forEach((one) => listen(...one))).observe(document, { childList: true });

  return { add };
})();
