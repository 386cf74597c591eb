/**
 * The shape of a form: its questions, legends, buttons and the words around it, as a person sees them. Never a value: what was typed is
 * read only to leave out any text that repeats it.
 *
 * @typedef {import('../common/messages.js').FormDescriptor} FormDescriptor
 * @typedef {import('../common/messages.js').FormField} FormField
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

const netcurtainShape = (() => {
  const MAX = { fields: 300, options: 60, legends: 60, buttons: 30, headings: 40, text: 600, near: 4000 };
  const NO_QUESTION = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
  const CHOICES = new Set(['radio', 'checkbox']);
  const NOT_WORDS = 'script, style, noscript, template, textarea, select, input, option, output, pre, code, dl, td, [contenteditable]';
  const SHORTEST_ANSWER = 3;

  // A field may be called "elements" or "action" and then hides the form's own property: the getters are taken from the prototype.
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const elementsOf = getter(HTMLFormElement.prototype, 'elements');
  const methodOf = getter(HTMLFormElement.prototype, 'method');
  const attribute = Element.prototype.getAttribute;
  const queryAll = Element.prototype.querySelectorAll;

  /** @param {Element} element @param {string} name */
  const attr = (element, name) => attribute.call(element, name) ?? '';

  /** @param {string} text */
  const clean = (text) => text.replace(/\s+/g, ' ').trim();

  /** @param {HTMLFormElement} form @returns {Control[]} */
  const controlsOf = (form) => [...elementsOf.call(form)].filter((element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName));

  /** @param {Element} control */
  const isQuestion = (control) => !NO_QUESTION.has(attr(control, 'type').toLowerCase());

  /** The words of an element, without the words of any field inside it. @param {Element | null} element */
  function words(element) {
    if (!element || element.matches(NOT_WORDS)) return '';
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(NOT_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let text = '';
    while (walker.nextNode() && text.length < MAX.near) text += ` ${walker.currentNode.nodeValue}`;
    return clean(text);
  }

  /** @param {Element} element @param {string} ids */
  function wordsOfIds(element, ids) {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return clean(ids.split(/\s+/).filter(Boolean).map((id) => words(root.getElementById(id))).join(' '));
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

  /** Everything that was typed on this page or waits in a hidden field: texts that repeat it are left out. */
  function answersHere() {
    /** @type {Set<string>} */
    const answers = new Set();
    for (const control of document.querySelectorAll('input, textarea')) {
      const { value, defaultValue, type } = /** @type {HTMLInputElement} */ (control);
      const typed = type === 'hidden' || (!NO_QUESTION.has(type) && !CHOICES.has(type) && (value !== defaultValue || type === 'textarea'));
      if (typed && clean(value).length >= SHORTEST_ANSWER) answers.add(clean(value).toLowerCase());
    }
    for (const editable of document.querySelectorAll('[contenteditable]')) {
      const text = clean(editable.textContent ?? '').toLowerCase();
      if (text.length >= SHORTEST_ANSWER) answers.add(text);
    }
    return answers;
  }

  /** @param {HTMLFormElement} form @param {(text: string) => string} safe @returns {FormField[]} */
  function fieldsOf(form, safe) {
    /** @type {Map<string, FormField>} */
    const fields = new Map();
    for (const control of controlsOf(form).filter(isQuestion)) {
      const type = attr(control, 'type').toLowerCase();
      const name = attr(control, 'name');
      const choice = CHOICES.has(type);
      const key = choice && name ? `${type} ${name}` : `${fields.size}`;
      const label = safe(labelOf(control));
      const known = fields.get(key);
      if (known) {
        if (known.options.length < MAX.options) known.options.push(label);
        continue;
      }
      if (fields.size >= MAX.fields) break;
      const group = choice ? safe(groupLabel(control)) : '';
      fields.set(key, {
        tag: control.tagName.toLowerCase(),
        type,
        name: name.slice(0, MAX.text),
        id: attr(control, 'id').slice(0, MAX.text),
        label: group || label,
        placeholder: safe(attr(control, 'placeholder')),
        aria_label: safe(attr(control, 'aria-label')),
        autocomplete: attr(control, 'autocomplete').slice(0, MAX.text),
        required: control.required,
        options: group ? [label] : optionsOf(control, safe),
      });
    }
    return [...fields.values()];
  }

  /** @param {Control} control @param {(text: string) => string} safe */
  function optionsOf(control, safe) {
    if (!(control instanceof HTMLSelectElement)) return [];
    return [...control.options].slice(0, MAX.options).map((option) => safe(clean(option.label))).filter(Boolean);
  }

  /** @param {HTMLFormElement} form */
  function buttonsOf(form) {
    const buttons = [...queryAll.call(form, 'button, input[type=submit], input[type=button], input[type=image]')];
    return buttons.slice(0, MAX.buttons).map((button) => words(button) || attr(button, 'value') || attr(button, 'aria-label') || attr(button, 'alt'));
  }

  /** Paragraphs and hints in the form and just before it. @param {HTMLFormElement} form */
  function textNear(form) {
    const inside = [...queryAll.call(form, 'p, li, [class*=hint], h4, h5, h6')];
    const before = [];
    for (let element = form.previousElementSibling; element && before.length < 6; element = element.previousElementSibling) before.unshift(element);
    const main = form.closest('main, [role=main], article');
    const above = main && !before.length ? [...main.querySelectorAll('p, li')].filter((e) => !form.contains(e)).slice(0, 12) : [];
    return [...new Set([...above, ...before, ...inside].map(words))].filter(Boolean);
  }

  /** @param {HTMLFormElement} form */
  function actionOf(form) {
    try {
      return new URL(attr(form, 'action') || document.URL, document.baseURI).href;
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
    const answers = answersHere();
    const safe = (/** @type {string} */ text) => {
      const lower = text.toLowerCase();
      for (const answer of answers) if (lower.includes(answer)) return '';
      return text.slice(0, MAX.text);
    };
    const fields = fieldsOf(form, safe);
    const list = (/** @type {string[]} */ texts, /** @type {number} */ most) => texts.map(safe).filter(Boolean).slice(0, most);
    // A page without questions may repeat what was answered ("Check your answers"): then only its first heading is taken.
    const headings = [...document.querySelectorAll(fields.length ? 'h1, h2, h3' : 'h1')].map(words);
    return {
      page_url: document.URL,
      title: safe(clean(document.title)),
      headings: list(headings, MAX.headings),
      form: {
        action: actionOf(form),
        method: String(methodOf.call(form)),
        fields,
        legends: list([...queryAll.call(form, 'legend')].map(words), MAX.legends),
        buttons: list(buttonsOf(form), MAX.buttons),
      },
      text_near: fields.length ? list(textNear(form), 80).join(' ').slice(0, MAX.near) : '',
      language: document.documentElement.lang.slice(0, 20),
    };
  }

  /** Whether a person could fill in or send this form. @param {HTMLFormElement} form */
  function isSeen(form) {
    const buttons = queryAll.call(form, 'button, input[type=submit], input[type=image]');
    return controlsOf(form).some(isQuestion) || buttons.length > 0;
  }

  return { describe, isSeen, actionOf };
})();
