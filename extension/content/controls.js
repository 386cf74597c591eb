/** What counts as a field: the browser's own, and those that a page makes of other elements by `role` or `contenteditable`. */

const netcurtainControls = (() => {
  const NO_QUESTION = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
  const OWN = new Set(['input', 'select', 'textarea']);
  /** @type {Record<string, string>} */
  const TYPES = {
    textbox: 'textbox', searchbox: 'search', combobox: 'combobox', listbox: 'listbox', spinbutton: 'number', slider: 'range',
    radio: 'radio', checkbox: 'checkbox', switch: 'checkbox',
  };
  const EDITABLE = '[contenteditable]:not([contenteditable=false])';
  const MADE = `${EDITABLE}, ${Object.keys(TYPES).map((role) => `[role=${role}]`).join(', ')}`;
  const NATIVE = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]), select, textarea';
  const ANSWERED = `${NATIVE}, ${EDITABLE}`;
  const ANY = `${NATIVE}, ${MADE}`;
  const { getAttribute, matches, closest } = Element.prototype;

  /** Whether a person answers something here, other than pressing it. @param {Element} control one of the browser's own */
  const isQuestion = (control) => !NO_QUESTION.has((getAttribute.call(control, 'type') ?? '').toLowerCase());

  /** @param {Element} element */
  function isField(element) {
    if (OWN.has(element.localName)) return isQuestion(element);
    return (element.hasAttribute('role') || element.hasAttribute('contenteditable')) && matches.call(element, MADE) && isMade(element);
  }

  /**
   * A widget around a field of the browser's own is that field, a part of an editable one is the other, a list may be a field's options.
   * @param {Element} element
   */
  function isMade(element) {
    const parent = element.parentElement;
    if (parent && closest.call(parent, EDITABLE)) return false;
    if (netcurtainDocument.has(element, ANSWERED)) return false;
    return roleOf(element) !== 'listbox' || !isListOf(element);
  }

  /** @param {Element} list */
  function isListOf(list) {
    const id = getAttribute.call(list, 'id');
    if (!id) return false;
    const owners = netcurtainDocument.within(list.getRootNode(), '[aria-controls], [aria-owns]');
    return owners.some((owner) => `${owner.getAttribute('aria-controls')} ${owner.getAttribute('aria-owns')}`.split(' ').includes(id));
  }

  /** @param {Element} element */
  const roleOf = (element) => (getAttribute.call(element, 'role') ?? '').trim().split(/\s+/, 1)[0] ?? '';

  /** The kind of a field, in the browser's own words where it has one. @param {Element} field */
  function typeOf(field) {
    if (OWN.has(field.localName)) return String(/** @type {any} */ (field).type);
    return matches.call(field, EDITABLE) ? 'contenteditable' : (TYPES[roleOf(field)] ?? '');
  }

  return { isField, isQuestion, typeOf, roleOf, ANY };
})();
