/** Reading a page's words, but none that a person may have written: fields, summaries of answers and conversations are passed over. */

const netcurtainWords = (() => {
  const MAX_CHARACTERS = 4000;
  const PLAIN = new Set(['span', 'b', 'strong', 'em', 'i', 'br', 'a', 'p', 'div', 'small', 'h1', 'h2']);
  const MAX_NODES = 2000;
  const VALUES =
    'textarea, select, input, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=searchbox], [role=combobox]';
  const QUIET = 'dl, output, [role=log], [role=feed], [role=listbox], [role=alert], [role=status], [aria-live]:not([aria-live=off])';
  /** Where people talk to each other. */
  const TALK =
    '[role=log], [role=feed], [class*=chat], [class*=messages], [class*=message-list], [class*=conversation], [class*=transcript]';
  const CODE = 'script, style, noscript, template, datalist, svg, pre, code, iframe, object';
  const HIDDEN = '[hidden], [aria-hidden=true], dialog:not([open])';
  const NEVER = `${VALUES}, ${CODE}`;
  const NOT_WORDS = `${CODE}, ${VALUES}, ${QUIET}, ${HIDDEN}, td`;
  const GREETS = 'thank you|thanks|hello|hi|hey|dear|welcome back|welcome|diolch|helo|annwyl|croeso';
  const GREETING = new RegExp(`^((?:${GREETS})(?=[\\s,!.:]|$)(?:,? (?:for|to|from|how|there|am|i)\\b[^,]*)?).*$`, 'i');
  const { getAttribute, matches } = Element.prototype;
  const childNodes = /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get);

  /** @param {Element} element @param {string} name */
  const attr = (element, name) => getAttribute.call(element, name) ?? '';

  /** @param {string} text */
  const clean = (text) => text.replace(/\s+/g, ' ').replace(/ (?=[?.,:;!)](?:\s|$))/g, '').trim();

  /**
   * The words of an element, without those of any field inside it. The element itself may be hidden, or a cell: whoever asks means it.
   * @param {Element | null} element
   */
  function words(element) {
    if (!element || matches.call(element, NEVER)) return '';
    /** @type {string[]} */
    const texts = [];
    const room = { characters: MAX_CHARACTERS, nodes: MAX_NODES };
    for (const child of childrenOf(element)) gather(child, texts, room);
    return clean(texts.join(' '));
  }

  /** @param {Node} node @param {string[]} texts @param {{characters: number, nodes: number}} room */
  function gather(node, texts, room) {
    if (room.characters <= 0 || (room.nodes -= 1) < 0) return;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      room.characters -= text.length;
      texts.push(text);
    } else if (node instanceof Element && (isPlain(node) || !matches.call(node, NOT_WORDS))) {
      if (node.localName === 'img') texts.push(attr(node, 'alt'));
      for (const child of childrenOf(node)) gather(child, texts, room);
    }
  }

  /** @param {Element} element the most common ones, known at a glance */
  const isPlain = (element) => PLAIN.has(netcurtainDocument.nameOf(element)) && !element.hasAttributes();

  /** A slot shows what its host holds. @param {Element} element @returns {Iterable<Node>} */
  function childrenOf(element) {
    const given = element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : [];
    return given.length ? given : childNodes.call(element);
  }

  /** The words of the elements with these ids, hidden ones too. @param {Element} element @param {string} ids */
  function wordsOfIds(element, ids) {
    if (!ids) return '';
    const root = element.getRootNode();
    const named = ids.split(/\s+/).filter(Boolean).map((id) => netcurtainDocument.byId(root, id));
    return clean(named.map((one) => (one ? attr(one, 'aria-label') || words(one) : '')).join(' '));
  }

  /** "Thank you, Anna" says a name that was typed on the page before. @param {string} text */
  const withoutName = (text) => text.replace(GREETING, '$1');

  /** What a button or a link says. @param {Element} button */
  const wordsOn = (button) =>
    words(button) || attr(button, 'value') || attr(button, 'aria-label') || attr(button, 'alt') || attr(button, 'title');

  return { attr, clean, words, wordsOfIds, wordsOn, withoutName, HIDDEN, QUIET, TALK };
})();
