/**
 * When answers leave a tab. Where a page's own code sends them is not known, so for a short while requests that may be the form cross
 * without their query's values.
 */

export const LEAVING_MS = 2000;
/** The word of it may come after the request that it speaks of. */
const EARLIER_MS = 300;

export class Leaving {
  /** By tab. @type {Map<number, number>} */
  #since = new Map();

  /** @param {number} tab @param {number} now milliseconds */
  note(tab, now) {
    this.#since.set(tab, now);
  }

  /** @param {number} tab @param {number} time milliseconds */
  isSoNear(tab, time) {
    const since = this.#since.get(tab);
    return since !== undefined && time >= since - EARLIER_MS && time <= since + LEAVING_MS;
  }

  /** @param {number} tab a tab that was closed */
  drop(tab) {
    this.#since.delete(tab);
  }
}
