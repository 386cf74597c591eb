/**
 * What all of these pages have: they notice what comes up on them, lay things over it, and tell their server what they have done and what
 * they have found out. `/tried`: all of the attack has been done, and nothing in it was refused or threw; `/happened`: one of the things
 * that only a press or the browser itself brings about.
 */

let filledIn = false;
addEventListener('input', ({ target }) => (filledIn = target.value === 'last night'), true);

// As they are before an attack changes them.
const beacon = navigator.sendBeacon.bind(navigator);
const now = performance.now.bind(performance);

/** What has not been done yet; the attack's own script is the first. */
let undone = 1;
let expected = 0;

const done = () => {
  undone -= 1;
  if (undone === 0) beacon('/tried', String(expected));
};

/** The last thing that each attack's script does. */
globalThis.ranToItsEnd = done;

/** An act that has been done when it and all that it puts off with `setTimeout` has run for the first time. */
const counted = (act) => {
  undone += 1;
  let isFirst = true;
  return (value) => {
    if (!isFirst) return void act(value);
    isFirst = false;
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (part, ms) => setTimeout(counted(part), ms);
    try {
      act(value);
    } finally {
      globalThis.setTimeout = setTimeout;
    }
    done();
  };
};

/** What goes on without end counts as done after more than the half second in which the card takes no press. */
const lasting = (act) => {
  undone += 1;
  const since = now();
  let isDone = false;
  return () => {
    act();
    if (isDone || now() - since < 600) return;
    isDone = true;
    done();
  };
};

/** For what a browser may refuse, or the person's own hand brings about. The result is called when it has happened. */
globalThis.expecting = () => {
  expected += 1;
  let isOver = false;
  return () => {
    if (!isOver) beacon('/happened');
    isOver = true;
  };
};

globalThis.whenLoaded = (act) => addEventListener('DOMContentLoaded', counted(act));

/** Runs when somebody else has put an element on the page, beside the head and the body, and the form has been filled in: that is the card. */
globalThis.whenShown = (act) => {
  const mine = counted(act);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) {
        if (filledIn && target === document.documentElement && node.localName === 'div' && !('mine' in node.dataset)) mine(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
};

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

globalThis.learned = (what) => void beacon('/learned', String(what));

/** Again and again, until the page is left. */
globalThis.again = (act, ms = 0) => {
  const loop = setInterval(lasting(act), ms);
  addEventListener('beforeunload', () => clearInterval(loop));
};

globalThis.eachFrame = (act) => {
  const mine = lasting(act);
  const step = () => {
    mine();
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
