/**
 * Forms that went before the app had said what it thinks of them: the button says so on the form's page, and on the one that it led to.
 */

const MAX_TABS = 100;

export class Unchecked {
  /** By tab, the pages on which it is said. @type {Map<number, string[]>} */
  #tabs = new Map();

  /** @param {{tab: number, page: string}} page where the form was */
  sent({ tab, page }) {
    this.#tabs.delete(tab);
    this.#tabs.set(tab, [page]);
    if (this.#tabs.size > MAX_TABS) this.#tabs.delete(/** @type {number} */ (this.#tabs.keys().next().value));
  }

  /** The first page after it is the one that the form led to; then it is over. @param {{tab: number, page: string}} page */
  opened({ tab, page }) {
    const pages = this.#tabs.get(tab);
    if (pages && pages.length < 2) pages.push(page);
    else this.#tabs.delete(tab);
  }

  /** @param {{tab: number, page: string}} page */
  isSaidOn({ tab, page }) {
    return this.#tabs.get(tab)?.includes(page) ?? false;
  }
}
