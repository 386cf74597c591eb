/**
 * What names a field, by the rules that browsers and screen readers follow (accname 1.2), and where those find nothing, by what a person
 * sees: the cell or term before it, the words before it, the heading above. `aria-label` and placeholder are told beside the label.
 */

const netcurtainNames = (() => {
  const GROUPS = 'fieldset, [role=group], [role=radiogroup]';
  const EDGE = 'form, main, [role=main], dialog, [role=dialog], body, html';
  /** What stands before a field and does not name it; lists of messages above all. */
  const NO_NAME = `label, button, [role=button], nav, input, script, style, ul, ol, ${netcurtainWords.QUIET}, ${netcurtainWords.TALK}`;
  const FREE = /^(?:textarea|textbox|contenteditable)$/;
  const LEVELS = 5;
  const { attr, clean, words, wordsOfIds } = netcurtainWords;
  const { matches, closest } = Element.prototype;
  const getter = (/** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(Node.prototype, name)?.get);
  const previous = getter('previousSibling');
  const next = getter('nextSibling');

  /** Labels as they were found, until the page changes. @type {WeakMap<Element, string>} */
  let found = new WeakMap();
  /** The labels of each root by the id that they name, as long. @type {WeakMap<Node, Map<string, Element[]>>} */
  let labels = new WeakMap();

  /** @param {any} field @returns {string} what a person reads beside it, '' where nothing but its `aria-label` or placeholder names it */
  function labelOf(field) {
    let label = found.get(field);
    if (label === undefined) {
      label = isChoice(field) ? choiceLabel(field) : fieldLabel(field);
      found.set(field, label);
    }
    return label;
  }

  /** @param {Element} field */
  const isChoice = (field) => /^(?:radio|checkbox)$/.test(netcurtainControls.typeOf(field));

  /** @param {Element} field */
  const given = (field) => wordsOfIds(field, attr(field, 'aria-labelledby')) || ownLabels(field);

  /** @param {Element} field */
  function fieldLabel(field) {
    const name = given(field);
    if (name || attr(field, 'aria-label')) return name;
    if (attr(field, 'title')) return attr(field, 'title');
    // The box of a conversation says "Write here", and what stands before it was said there.
    if (placeholderOf(field)) return FREE.test(netcurtainControls.typeOf(field)) ? '' : wordsBefore(field, 2);
    return wordsBefore(field, LEVELS);
  }

  /** @param {Element} choice */
  function choiceLabel(choice) {
    const name = given(choice);
    if (name || attr(choice, 'aria-label')) return name;
    const inside = choice.localName === 'input' ? '' : words(choice);
    return inside || attr(choice, 'title') || wordsAfter(choice) || columnHeader(choice) || wordsBefore(choice, 2);
  }

  /** The browser's own list of a field's labels goes through the whole page for each field. @param {Element} field */
  function ownLabels(field) {
    const [id, around] = [attr(field, 'id'), closest.call(field, 'label')];
    const named = id ? (labelsIn(field.getRootNode()).get(id) ?? []) : [];
    const all = around && !attr(around, 'for') ? [...named, around] : named;
    return clean(all.map(words).join(' '));
  }

  /** @param {Node} root */
  function labelsIn(root) {
    const known = labels.get(root);
    if (known) return known;
    /** @type {Map<string, Element[]>} */
    const all = new Map();
    for (const label of netcurtainDocument.within(root, 'label[for]')) {
      const id = attr(label, 'for');
      all.set(id, [...(all.get(id) ?? []), label]);
    }
    labels.set(root, all);
    return all;
  }

  /** @param {Element} field */
  function placeholderOf(field) {
    const own = attr(field, 'placeholder') || attr(field, 'aria-placeholder') || attr(field, 'data-placeholder');
    if (own || field.localName === 'input') return own;
    const [inside] = netcurtainDocument.within(field, '[data-placeholder]');
    return inside ? attr(inside, 'data-placeholder') : '';
  }

  /**
   * The words before an element, in its row or above it, as far as they are no other field's.
   * @param {Element} element @param {number} levels how far up
   */
  function wordsBefore(element, levels) {
    /** @type {Element | null} */
    let at = element;
    for (let level = 0; at && level < levels; level += 1) {
      const before = besideBefore(at);
      if (before) return before;
      if (matches.call(at, 'td') && columnHeader(at)) return columnHeader(at);
      if (before === undefined) return '';
      const up = netcurtainRoots.above(at);
      if (!up || matches.call(up, EDGE)) return '';
      const named = up.localName.includes('-') && (attr(up, 'label') || attr(up, 'aria-label'));
      if (named) return named;
      at = up;
    }
    return '';
  }

  /** @param {Element} element @returns {string | undefined} undefined where another field comes before any words */
  function besideBefore(element) {
    for (let node = previous.call(element); node; node = previous.call(node)) {
      const text = node.nodeType === Node.TEXT_NODE ? clean(node.nodeValue ?? '') : '';
      if (text) return text;
      if (!(node instanceof Element)) continue;
      if (holdsField(node)) return undefined;
      const said = matches.call(node, NO_NAME) && !isLooseLabel(node) ? '' : words(node) || wordsOfRow(node);
      if (said) return said;
    }
    return '';
  }

  /** @param {Element} row of a table that only lays things out */
  const wordsOfRow = (row) => (row.localName === 'tr' ? clean([...row.children].map(words).join(' ')) : '');

  /** A label that names no field by itself. @param {any} element */
  const isLooseLabel = (element) => element.localName === 'label' && !element.control && !attr(element, 'for');

  /** @param {Element} element */
  const holdsField = (element) => matches.call(element, netcurtainControls.ANY) || netcurtainDocument.has(element, netcurtainControls.ANY);

  /** What follows a choice that has no label: "( ) Yes". @param {Element} choice */
  function wordsAfter(choice) {
    for (let node = next.call(choice); node; node = next.call(node)) {
      const text = node.nodeType === Node.TEXT_NODE ? clean(node.nodeValue ?? '') : '';
      if (text) return text;
      if (!(node instanceof Element)) continue;
      if (node.localName === 'br' || holdsField(node)) return '';
      const said = words(node);
      if (said) return said;
    }
    return '';
  }

  /** @param {Element} element in a cell of a table whose first row names the columns */
  function columnHeader(element) {
    const cell = /** @type {HTMLTableCellElement | null} */ (closest.call(element, 'td'));
    const head = /** @type {HTMLTableElement | null} */ (cell && closest.call(cell, 'table'))?.rows[0]?.cells[cell?.cellIndex ?? -1];
    return head && head.localName === 'th' && head !== cell && !holdsField(head) ? words(head) : '';
  }

  /** The group that a choice stands in. @param {Element} choice @returns {Element | null} */
  const groupOf = (choice) => closest.call(choice, GROUPS);

  /** The question that a group asks. @param {Element} group */
  function groupLabel(group) {
    const legend = [...group.children].find((child) => child.localName === 'legend');
    return words(legend ?? null) || wordsOfIds(group, attr(group, 'aria-labelledby')) || attr(group, 'aria-label') || attr(group, 'title');
  }

  /** The hints that belong to a field or a group; not those that change as somebody types. @param {Element} element @returns {string[]} */
  function hintsOf(element) {
    const ids = attr(element, 'aria-describedby').split(/\s+/).filter(Boolean);
    const hints = ids.map((id) => netcurtainDocument.byId(element.getRootNode(), id));
    const still = hints.filter((hint) => hint && !matches.call(hint, netcurtainWords.QUIET));
    return [...still.map(words), attr(element, 'aria-description')];
  }

  /** The page has changed. */
  function forget() {
    found = new WeakMap();
    labels = new WeakMap();
  }

  return { labelOf, isChoice, placeholderOf, wordsBefore, groupOf, groupLabel, hintsOf, forget, LEVELS };
})();
