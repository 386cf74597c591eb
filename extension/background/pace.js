/** When what was seen is told: soon, and not too often while a page comes up, for a message costs more than what is in it. */

const SOON_MS = 20;
const AGAIN_MS = 100;

/**
 * @param {() => void} work
 * @returns {{now: () => void, soon: () => void}} `now` does it, and what was to be done soon with it; `soon` may be asked again and again
 */
export function paced(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let last = 0;

  function now() {
    clearTimeout(waiting);
    waiting = undefined;
    last = performance.now();
    work();
  }

  return { now, soon: () => void (waiting ??= setTimeout(now, Math.max(SOON_MS, last + AGAIN_MS - performance.now()))) };
}
