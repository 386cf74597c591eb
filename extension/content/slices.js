/**
 * Long work on a page, done a few milliseconds at a time, so that typing and scrolling never wait for it. Nothing of a page is remembered
 * as true from one slice to the next: between two of them the page may have changed.
 */

const netcurtainSlices = (() => {
  /** A slice is to stay below 5 ms; one step of the work is well below 1 ms. */
  const SLICE_MS = 2.5;
  /** What a step yields whose next one is better begun afresh. */
  const REST = 'rest';
  let count = 0;
  let within = false;

  /**
   * The first slice is done at once.
   * @param {Generator<unknown, void>} work
   * @param {(took: number) => void} done told how many milliseconds all slices took together
   * @returns {() => void} stops it
   */
  function run(work, done) {
    let took = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let next;
    function slice() {
      const began = performance.now();
      const ended = advance(work, began + SLICE_MS);
      took += performance.now() - began;
      if (ended) done(took);
      else next = setTimeout(slice, 0);
    }
    slice();
    return () => clearTimeout(next);
  }

  /** @param {Generator<unknown, void>} work @param {number} until @returns {boolean} whether it is finished */
  function advance(work, until) {
    count += 1;
    within = true;
    try {
      for (;;) {
        const { done, value } = work.next();
        if (done) return true;
        if (until !== Infinity && (value === REST || performance.now() >= until)) return false;
      }
    } finally {
      within = false;
    }
  }

  /** All of it in one slice. @template T @param {() => Generator<unknown, T>} work @returns {T} */
  function whole(work) {
    /** @type {any} */
    let result;
    advance((function* all() {
      result = yield* work();
    })(), Infinity);
    return result;
  }

  /** A number for the slice that runs now, in which the page stands still; NaN outside of one. */
  const current = () => (within ? count : Number.NaN);

  return { run, whole, current, REST };
})();
