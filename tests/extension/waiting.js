/** Waiting in tests: for a thing to be so, or for what has been begun already; never for a time. */

/** The real one: a test may put a clock of its own in its place. */
const later = globalThis.setTimeout;

/** Until something is so. @param {() => unknown} isSo */
export async function until(isSo) {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 5000) throw new Error(`never: ${isSo}`);
    await new Promise((resolve) => later(resolve, 2));
  }
}

/** Until every promise that can go on has gone on. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
