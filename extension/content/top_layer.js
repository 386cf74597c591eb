/**
 * What of the page's is in the browser's top layer, above every z-index: popovers, modal dialogs, full screen, in every root, open or
 * closed; and the pictures of a view transition, which the browser paints above even those.
 */

const netcurtainTopLayer = (() => {
  /** The elements that a shadow root can be put on. */
  const MAY_HOST = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
  const MAX_ELEMENTS = 50_000;
  const { matches } = Element.prototype;
  const ABOVE = [':popover-open', ':modal', ':fullscreen'].filter(isKnown).join(', ');
  const IN_TRANSITION = isKnown(':active-view-transition') ? ':active-view-transition' : '';

  /** @param {string} selector @returns {boolean} whether this browser knows it */
  function isKnown(selector) {
    try {
      netcurtainDocument.all(selector);
      return true;
    } catch {
      return false;
    }
  }

  /** The document and every root in it, however it is hidden, but for that of `ours`. @param {Element} ours @returns {Node[]} */
  function roots(ours) {
    /** @type {Node[]} */
    const all = [document];
    let left = MAX_ELEMENTS;
    for (const root of all) {
      for (const element of netcurtainDocument.within(root, '*')) {
        if ((left -= 1) < 0) return all;
        const inside = element !== ours && MAY_HOST.test(netcurtainDocument.nameOf(element)) && netcurtainRoots.rootOn(element);
        if (inside) all.push(inside);
      }
    }
    return all;
  }

  /** The elements that are up there. @param {Node[]} places the roots to look in @returns {Set<Element>} */
  const above = (places) => new Set(ABOVE ? places.flatMap((root) => netcurtainDocument.within(root, ABOVE)) : []);

  /** Pictures of the page lie over everything; where the browser can, they are taken away. @returns {boolean} whether they do */
  function isCovered() {
    const root = netcurtainDocument.root();
    if (!root || !IN_TRANSITION || !matches.call(root, IN_TRANSITION)) return false;
    /** @type {any} */ (document).activeViewTransition?.skipTransition?.();
    return true;
  }

  return { roots, above, isCovered };
})();
