/**
 * The document's own functions, taken from the prototypes: an `<img name="querySelectorAll">` on a page hides the document's own from
 * everybody who asks the document for them.
 */

const netcurtainDocument = (() => {
  const { querySelectorAll, getElementById, createElement, createTreeWalker } = Document.prototype;
  const { getElementById: getInFragment, querySelectorAll: queryFragment, querySelector: oneInFragment } = DocumentFragment.prototype;
  const { querySelectorAll: queryElement, querySelector: oneInElement } = Element.prototype;
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get ?? (() => undefined));
  const nameOf = getter(Element.prototype, 'localName');
  const rootOf = getter(Document.prototype, 'documentElement');
  const bodyOf = getter(Document.prototype, 'body');
  const urlOf = getter(Document.prototype, 'URL');
  const cookieOf = getter(Document.prototype, 'cookie');
  const titleOf = getter(Document.prototype, 'title');
  const referrerOf = getter(Document.prototype, 'referrer');
  const activeOf = getter(Document.prototype, 'activeElement');
  const stateOf = getter(Document.prototype, 'readyState');
  const prerenderingOf = getter(Document.prototype, 'prerendering');
  const baseOf = getter(Node.prototype, 'baseURI');
  const frameDocumentOf = getter(HTMLIFrameElement.prototype, 'contentDocument');
  const MAX_FRAMES = 10;

  return {
    /** Every element like this. @param {string} selector @returns {any[]} */
    all: (selector) => [...querySelectorAll.call(document, selector)],
    /** The documents of the frames in it that belong to the same site. @returns {Document[]} */
    frames() {
      const frames = [...querySelectorAll.call(document, 'iframe')].slice(0, MAX_FRAMES);
      return frames.map((frame) => frameDocumentOf.call(frame)).filter(Boolean);
    },
    /** Every element like this in an element or a root. @param {Node} node @param {string} selector @returns {any[]} */
    within(node, selector) {
      const isDocument = node.nodeType === Node.DOCUMENT_NODE;
      const query = isDocument ? querySelectorAll : node.nodeType === Node.ELEMENT_NODE ? queryElement : queryFragment;
      return [.../** @type {any} */ (query).call(node, selector)];
    },
    /** Whether there is one. @param {any} node an element or a shadow root @param {string} selector @returns {boolean} */
    has: (node, selector) => (node.nodeType === Node.ELEMENT_NODE ? oneInElement : oneInFragment).call(node, selector) !== null,
    /** An element's name, which a field called "localName" hides in its form. @param {Element} element @returns {string} */
    nameOf: (element) => nameOf.call(element),
    /** @param {Node} root the document or a shadow root @param {string} id @returns {Element | null} */
    byId: (root, id) => (root === document ? getElementById.call(document, id) : getInFragment.call(/** @type {any} */ (root), id)),
    /** @template {keyof HTMLElementTagNameMap} K @param {K} tag @returns {HTMLElementTagNameMap[K]} */
    make: (tag) => /** @type {any} */ (createElement.call(document, tag)),
    /** The texts below an element. @param {Node} element @param {NodeFilter} [filter] */
    texts: (element, filter) => createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT, filter),
    /** @returns {HTMLElement} */
    root: () => rootOf.call(document),
    /** @returns {HTMLElement | null} */
    body: () => bodyOf.call(document),
    /** What has the focus; of a shadow root, its host. @returns {HTMLElement | null} */
    focused: () => activeOf.call(document),
    /** @returns {string} */
    url: () => urlOf.call(document),
    /** @returns {string} */
    base: () => baseOf.call(document),
    /** @returns {string} */
    title: () => titleOf.call(document),
    /** @returns {string} */
    cookies: () => cookieOf.call(document),
    /** @returns {string} */
    referrer: () => referrerOf.call(document),
    /** @returns {boolean} */
    isLoading: () => stateOf.call(document) === 'loading',
    /** Whether the page is got ready ahead of time; it may never be shown. @returns {boolean} */
    isAhead: () => Boolean(prerenderingOf.call(document)),
  };
})();
