/**
 * The shape of a form: its questions, legends, buttons and the words around it, as a person sees them. Never a value: content/answers.js
 * leaves out any text that repeats one.
 *
 * @typedef {import('../common/messages.js').FormDescriptor} FormDescriptor
 * @typedef {import('../common/messages.js').FormField} FormField
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

const netcurtainShape = (() => {
  const MAX = { fields: 300, options: 60, legends: 60, buttons: 30, headings: 40, text: 600, near: 4000, all: 150_000 };
  const NO_QUESTION = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
  const CHOICES = new Set(['radio', 'checkbox']);
  const NOT_WORDS = 'script, style, noscript, template, textarea, select, input, option, output, pre, code, dl, td, [contenteditable]';

  // A field may be called "elements" or "action" and then hides the form's own property: the getters are taken from the prototype.
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const elements = getter(HTMLFormElement.prototype, 'elements');
  const method = getter(HTMLFormElement.prototype, 'method');
  const previousOf = getter(Element.prototype, 'previousElementSibling');
  const { getAttribute: attribute, querySelectorAll: queryAll, closest } = Element.prototype;
  const { contains } = Node.prototype;

  /** @param {Element} element @param {string} name */
  const attr = (element, name) => attribute.call(element, name) ?? '';

  /**
   * A form of another frame is one as well, though no instance of this frame's class.
   * @param {unknown} it
   * @returns {it is HTMLFormElement}
   */
  function isForm(it) {
    try {
      return typeof method.call(it) === 'string';
    } catch {
      return false;
    }
  }

  /** @param {HTMLFormElement} form @returns {any[]} */
  const elementsOf = (form) => [...elements.call(form)];

  /** @param {HTMLFormElement} form */
  const methodOf = (form) => String(method.call(form));

  /** @param {string} text */
  const clean = (text) => text.replace(/\s+/g, ' ').trim();

  /** @param {HTMLFormElement} form @returns {Control[]} */
  const controlsOf = (form) => elementsOf(form).filter((element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName));

  /** @param {Element} control */
  const isQuestion = (control) => !NO_QUESTION.has(attr(control, 'type').toLowerCase());

  /** The words of an element, without the words of any field inside it. @param {Element | null} element */
  function words(element) {
    if (!element || element.matches(NOT_WORDS)) return '';
    const walker = netcurtainDocument.texts(element, (node) =>
      node.parentElement?.closest(NOT_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let text = '';
    while (walker.nextNode() && text.length < MAX.near) text += ` ${walker.currentNode.nodeValue}`;
    return clean(text);
  }

  /** @param {Element} element @param {string} ids */
  function wordsOfIds(element, ids) {
    const root = element.getRootNode();
    return clean(ids.split(/\s+/).filter(Boolean).map((id) => words(netcurtainDocument.byId(root, id))).join(' '));
  }

  /** The words before a field, where nothing else names it. @param {Element} control */
  function wordsBefore(control) {
    const cell = control.closest('td')?.previousElementSibling;
    if (cell) return clean(cell.textContent ?? '');
    for (let node = control.previousSibling; node; node = node.previousSibling) {
      if (node.nodeType === Node.TEXT_NODE && clean(node.nodeValue ?? '')) return clean(node.nodeValue ?? '');
      if (node instanceof Element) return words(node);
    }
    return '';
  }

  /** @param {Control} control */
  function labelOf(control) {
    const labels = control.labels ? [...control.labels].map(words).filter(Boolean).join(' ') : '';
    return labels || wordsOfIds(control, attr(control, 'aria-labelledby')) || (attr(control, 'aria-label') ? '' : wordsBefore(control));
  }

  /** The question a group of choices answers. @param {Element} control */
  function groupLabel(control) {
    const group = control.closest('fieldset, [role=group], [role=radiogroup]');
    if (!group) return '';
    return words(group.querySelector('legend')) || wordsOfIds(group, attr(group, 'aria-labelledby')) || attr(group, 'aria-label');
  }

  /** @param {HTMLFormElement} form @param {(text: string) => string} unrepeated @returns {FormField[]} */
  function fieldsOf(form, unrepeated) {
    /** @type {Map<string, FormField>} */
    const fields = new Map();
    let room = MAX.all;
    const fitting = (/** @type {string} */ text) => (room -= text.length) >= 0;
    for (const control of controlsOf(form).filter(isQuestion)) {
      const type = attr(control, 'type').toLowerCase().slice(0, MAX.text);
      const name = attr(control, 'name');
      const choice = CHOICES.has(type);
      const key = choice && name ? `${type} ${name}` : `${fields.size}`;
      const label = unrepeated(labelOf(control));
      const known = fields.get(key);
      const [placeholder, ariaLabel] = [unrepeated(attr(control, 'placeholder')), unrepeated(attr(control, 'aria-label'))];
      if (!fitting(label + placeholder + ariaLabel)) break;
      if (known) {
        if (known.options.length < MAX.options) known.options.push(label);
        continue;
      }
      if (fields.size >= MAX.fields) break;
      const group = choice ? unrepeated(groupLabel(control)) : '';
      fields.set(key, {
        tag: control.tagName.toLowerCase(),
        type,
        name: unrepeated(name),
        id: unrepeated(attr(control, 'id')),
        label: group || label,
        placeholder,
        aria_label: ariaLabel,
        autocomplete: attr(control, 'autocomplete').slice(0, MAX.text),
        required: control.required,
        options: group ? [label] : optionsOf(control, unrepeated).filter(fitting),
      });
    }
    return [...fields.values()];
  }

  /** @param {Control} control @param {(text: string) => string} unrepeated */
  function optionsOf(control, unrepeated) {
    if (!(control instanceof HTMLSelectElement)) return [];
    return [...control.options].slice(0, MAX.options).map((option) => unrepeated(clean(option.label))).filter(Boolean);
  }

  /** @param {HTMLFormElement} form */
  function buttonsOf(form) {
    const buttons = [...queryAll.call(form, 'button, input[type=submit], input[type=button], input[type=image]')];
    const says = (/** @type {Element} */ button) =>
      words(button) || attr(button, 'value') || attr(button, 'aria-label') || attr(button, 'alt');
    return buttons.slice(0, MAX.buttons).map(says);
  }

  /** Paragraphs and hints in the form and just before it. @param {HTMLFormElement} form */
  function textNear(form) {
    const inside = [...queryAll.call(form, 'p, li, [class*=hint], h4, h5, h6')];
    const before = [];
    for (let element = previousOf.call(form); element && before.length < 6; element = previousOf.call(element)) before.unshift(element);
    const main = closest.call(form, 'main, [role=main], article');
    const above = main && !before.length ? [...main.querySelectorAll('p, li')].filter((e) => !contains.call(form, e)).slice(0, 12) : [];
    return [...new Set([...above, ...before, ...inside].map(words))].filter(Boolean);
  }

  /** Where the form goes, with this button. @param {HTMLFormElement} form @param {Element | null} [submitter] */
  const actionOf = (form, submitter = null) => absolute((submitter && attr(submitter, 'formaction')) || attr(form, 'action'));

  /** Every place the form may go to, by itself or with one of its buttons. @param {HTMLFormElement} form @returns {string[]} */
  function actionsOf(form) {
    const buttons = elementsOf(form).map((element) => attr(element, 'formaction')).filter(Boolean);
    return [actionOf(form), ...new Set(buttons.map(absolute))];
  }

  /** @param {string} address */
  function absolute(address) {
    try {
      return new URL(address || netcurtainDocument.url(), netcurtainDocument.base()).href;
    } catch {
      return '';
    }
  }

  /**
   * What a person sees of a form.
   * @param {HTMLFormElement} form
   * @returns {FormDescriptor}
   */
  function describe(form) {
    const repeats = netcurtainAnswers.newest({ labelOf });
    const unrepeated = (/** @type {string} */ text) => (repeats(text) ? '' : text.slice(0, MAX.text));
    const shown = (/** @type {string} */ text) => (repeats(text, true) ? '' : text.slice(0, MAX.text));
    const fields = fieldsOf(form, unrepeated);
    // A page that asks nothing, or only to confirm, may repeat what was answered ("Check your answers"): only its first heading is taken.
    const asks = fields.some((field) => field.type !== 'checkbox');
    const list = (/** @type {string[]} */ texts, /** @type {number} */ most, check = unrepeated) =>
      texts.map(check).filter(Boolean).slice(0, most);
    return {
      page_url: netcurtainDocument.url(),
      title: titleOf(repeats),
      headings: list(netcurtainDocument.all(asks ? 'h1, h2, h3' : 'h1').map(words), MAX.headings, shown),
      form: {
        action: actionOf(form),
        method: methodOf(form),
        fields,
        legends: list([...queryAll.call(form, 'legend')].map(words), MAX.legends),
        buttons: list(buttonsOf(form), MAX.buttons),
      },
      text_near: asks ? list(textNear(form), 80, shown).join(' ').slice(0, MAX.near) : '',
      language: netcurtainDocument.root().lang.slice(0, 20),
    };
  }

  /** The page's title, '' where it repeats what was typed. */
  function titleOf(repeats = netcurtainAnswers.newest({ labelOf })) {
    const title = clean(netcurtainDocument.title());
    return repeats(title, true) ? '' : title.slice(0, MAX.text);
  }

  /** Whether a person could fill in or send this form. @param {HTMLFormElement} form */
  function isSeen(form) {
    const buttons = queryAll.call(form, 'button, input[type=submit], input[type=image]');
    return (mayHoldAnswers(form) || buttons.length > 0) && !netcurtainMachine.made(form, controlsOf(form));
  }

  /** Whether what this form sends may be a person's answers. @param {HTMLFormElement} form */
  const mayHoldAnswers = (form) => controlsOf(form).some(isQuestion) && !netcurtainMachine.made(form, controlsOf(form));

  return { describe, isForm, isSeen, isQuestion, mayHoldAnswers, elementsOf, controlsOf, methodOf, actionOf, actionsOf, titleOf };
})();
