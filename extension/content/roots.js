/**
 * The document and every shadow root in it, open or closed, one inside the other. Hosts are found cheaply: elements with a hyphen in their
 * name, those with an open root, and empty ones that may have a closed one.
 */

const netcurtainRoots = (() => {
  const STEP = 50;
  const MAX_ROOTS = 500;
  /** Elements without a hyphen that may be hosts. */
  const MAY_HOST = new Set(['div', 'span', 'section', 'article', 'aside', 'main', 'header', 'footer', 'nav', 'p', 'blockquote']);
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const isConnected = getter(Node.prototype, 'isConnected');
  const parentNode = getter(Node.prototype, 'parentNode');
  const firstChild = getter(Node.prototype, 'firstChild');
  const shadowRoot = getter(Element.prototype, 'shadowRoot');
  const { compareDocumentPosition } = Node.prototype;

  /** @type {Map<Element, ShadowRoot>} */
  const known = new Map();
  /** The hosts in the page's body and in each root, until elements come or go. @type {Map<Node, Element[]>} */
  let hosts = new Map();
  /** Whether an element has no root yet that its name promises. */
  let isWaiting = false;
  /** @type {((root: ShadowRoot) => void)[]} */
  const listeners = [];
  const found = (/** @type {ShadowRoot} */ root) => listeners.forEach((listener) => listener(root));

  /** @param {Element} element @returns {ShadowRoot | null} */
  function rootOf(element) {
    const root = known.get(element) ?? askFor(element);
    if (root && !known.has(element) && known.size < MAX_ROOTS) {
      known.set(element, root);
      found(root);
    }
    return root;
  }

  /** @param {Element} element @returns {ShadowRoot | null} */
  function askFor(element) {
    const name = netcurtainDocument.nameOf(element);
    const isCustom = name.includes('-');
    if (!isCustom && !MAY_HOST.has(name)) return null;
    const open = shadowRoot.call(element);
    if (open || (!isCustom && firstChild.call(element))) return open;
    const closed = closedRootOf(element);
    if (isCustom && !closed) isWaiting = true;
    return closed;
  }

  /** Its root, open or closed. @param {any} element @returns {ShadowRoot | null} */
  function closedRootOf(element) {
    try {
      return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.openOrClosedShadowRoot ?? null;
    } catch {
      return null;
    }
  }

  /** @param {Node} root @returns {Generator<undefined, Element[]>} */
  function* hostsIn(root) {
    const before = hosts.get(root);
    if (before && !isWaiting) return before;
    /** @type {Element[]} */
    const inside = [];
    let count = 0;
    yield;
    for (const element of netcurtainDocument.within(root, '*')) {
      if ((count += 1) % STEP === 0) yield;
      if (rootOf(element)) inside.push(element);
    }
    hosts.set(root, inside);
    return inside;
  }

  /**
   * Every element like this as a person meets them: what is inside of a shadow root comes right after its host.
   * @param {string} selector
   * @param {(element: Element) => void} visit
   * @returns {Generator<undefined, void>}
   */
  function* walk(selector, visit) {
    const body = netcurtainDocument.body();
    if (!body) return;
    for (const host of known.keys()) if (!isConnected.call(host)) known.delete(host);
    const waited = isWaiting;
    isWaiting = false;
    if (waited) hosts = new Map();
    if (Element.prototype.matches.call(body, selector)) visit(body);
    yield* walkIn(body, selector, visit);
  }

  /** @param {Node} root @param {string} selector @param {(element: Element) => void} visit @returns {Generator<undefined, void>} */
  function* walkIn(root, selector, visit) {
    const inside = yield* hostsIn(root);
    const all = new Set(netcurtainDocument.within(root, selector));
    const isHost = new Set(inside);
    let count = 0;
    for (const element of inside.length ? sorted(new Set([...all, ...inside])) : all) {
      if ((count += 1) % STEP === 0) yield;
      if (all.has(element)) visit(element);
      const shadow = isHost.has(element) ? known.get(element) : undefined;
      if (shadow) yield* walkIn(shadow, selector, visit);
    }
  }

  /** @param {Iterable<Element>} elements */
  const sorted = (elements) =>
    [...elements].sort((one, other) => (compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

  /** Every element like this, in the document and in all roots found so far. @param {string} selector @returns {any[]} */
  function every(selector) {
    const all = netcurtainDocument.all(selector);
    for (const root of known.values()) all.push(...netcurtainDocument.within(root, selector));
    return all;
  }

  /**
   * Somebody is in an element: it may have a closed root though it is not empty.
   * @param {Element} element
   * @returns {boolean} whether that is news
   */
  function meet(element) {
    if (known.has(element) || known.size >= MAX_ROOTS || !MAY_HOST.has(netcurtainDocument.nameOf(element))) return false;
    const root = closedRootOf(element);
    if (!root) return false;
    known.set(element, root);
    hosts = new Map();
    found(root);
    return true;
  }

  /** The root in an element, open or closed. @param {Element} element @returns {ShadowRoot | null} */
  const inside = (element) => known.get(element) ?? shadowRoot.call(element) ?? closedRootOf(element);

  /** What a node stands in: an element, a shadow root, or of that its host. @param {any} node @returns {any} null for the document */
  const up = (node) => (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? node.host : parentNode.call(node)) ?? null;

  /** The element that a node stands in, through shadow roots. @param {Node} node @returns {Element | null} */
  function above(node) {
    const parent = up(node);
    return parent instanceof Element ? parent : (parent?.host ?? null);
  }

  /** @param {Node} outer @param {Node} inner */
  function holds(outer, inner) {
    for (let at = inner; at; at = up(at)) if (at === outer) return true;
    return false;
  }

  /**
   * The nearest element like this at or above a node, through shadow roots.
   * @param {Node} node @param {string} selector
   * @returns {Element | null}
   */
  function nearest(node, selector) {
    for (let from = node instanceof Element ? node : above(node); from; from = /** @type {any} */ (from.getRootNode()).host) {
      const match = Element.prototype.closest.call(from, selector);
      if (match) return match;
    }
    return null;
  }

  /** @param {(root: ShadowRoot) => void} listener hears of each root once */
  function watch(listener) {
    listeners.push(listener);
  }

  /** Elements have come or gone. */
  function forget() {
    hosts = new Map();
  }

  return { walk, every, meet, inside, up, above, holds, nearest, watch, forget, rootOn: closedRootOf, isWaiting: () => isWaiting };
})();
