/** What all of these pages have: they notice what comes up on them, lay things over it, and tell their server what they have found out. */

let filledIn = false;
addEventListener('input', ({ target }) => (filledIn = target.value === 'last night'), true);

/** Runs when somebody else has put an element on the page, beside the head and the body, and the form has been filled in: that is the card. */
globalThis.whenShown = (act) =>
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) {
        if (filledIn && target === document.documentElement && node.localName === 'div' && !('mine' in node.dataset)) act(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });

/** Over all that can be seen, and the mouse goes through it. */
globalThis.cover = (tag = 'div') => {
  const element = Object.assign(document.createElement(tag), { className: 'mine', textContent: 'Nothing to see here' });
  element.dataset.mine = '';
  element.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:orange;pointer-events:none;z-index:2147483647';
  return element;
};

/** The same, but never again: Netcurtain puts what was taken away back in its place. */
globalThis.whenFirstShown = (act) => {
  let isDone = false;
  whenShown((host) => {
    if (!isDone) act(host);
    isDone = true;
  });
};

globalThis.learned = (what) => void navigator.sendBeacon('/learned', String(what));

/** Again and again, until the page is left. */
globalThis.again = (act, ms = 0) => {
  const loop = setInterval(act, ms);
  addEventListener('beforeunload', () => clearInterval(loop));
};

globalThis.eachFrame = (act) => {
  const step = () => {
    act();
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
