/**
 * How much each tab may have told of it: so much at once, and so much a second ever after. A page that asks for things without end uses up
 * what its own tab has, and nobody else's.
 */

const MAX_TABS = 500;

export class Allowance {
  /** What is left, and at what time; the tab that was used longest ago first. @type {Map<number, [left: number, at: number]>} */
  #tabs = new Map();

  /** @param {number} atOnce @param {number} aSecond */
  constructor(atOnce, aSecond) {
    this.rates = [atOnce, aSecond];
  }

  /**
   * Whether a tab may have that much more; where it may not, nothing is taken from what it has.
   * @param {number} tab
   * @param {number} much
   * @param {number} now milliseconds
   */
  take(tab, much, now) {
    const [atOnce = 0, aSecond = 0] = this.rates;
    const [before, at] = this.#tabs.get(tab) ?? [atOnce, now];
    const left = Math.min(atOnce, before + (Math.max(0, now - at) / 1000) * aSecond);
    const may = left >= much;
    this.#tabs.delete(tab);
    this.#tabs.set(tab, [may ? left - much : left, now]);
    for (const oldest of this.#tabs.keys()) if (this.#tabs.size > MAX_TABS) this.#tabs.delete(oldest);
    return may;
  }
}
