/**
 * Is this press one that sends? Asked only where a form, or a group of fields without one, has a warning that nobody has answered: what is
 * pressed elsewhere is nobody's business. The page may send by whatever code it has; what is pressed and where it stands is all there is.
 *
 * @typedef {{warned: Node[], calm: Node[], isTypedIn: (scope: Node) => boolean}} Around forms and groups with a warning, and the others
 * @typedef {{control: Element, scope: Node, form: HTMLFormElement | null, submitter: HTMLElement | null}} Sends `form`: the one that the
 *   browser itself sends then, with this button
 */

const netcurtainSending = (() => {
  const BUTTON = 'button, input[type=submit], input[type=image], input[type=button]';
  const PRESSABLE = `${BUTTON}, a, [role=button], [role=link], [onclick], [onpointerdown], [onmousedown], [tabindex]:not([tabindex^="-"])`;
  const ROLES = ['textbox', 'searchbox', 'combobox', 'listbox', 'option', 'radio', 'checkbox', 'switch', 'slider', 'spinbutton', 'tab',
    'treeitem', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'columnheader'];
  /** Answered, unfolded or chosen by a press; never sent. */
  const QUIET = `label, summary, select, textarea, option, input:not([type=submit]):not([type=image]):not([type=button]), audio, video,
    button[type=reset], [contenteditable]:not([contenteditable=false]), ${ROLES.map((role) => `[role=${role}]`).join(', ')}`;
  /** It shows something, switches something, or is off. */
  const SHOWS = `[aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], [aria-pressed], [aria-disabled=true], [popovertarget],
    [commandfor]`;
  const BESIDE = `nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=toolbar], [role=tablist],
    [role=menu], [role=menubar], [role=search], search`;
  const TEXT = 'h1, h2, h3, h4, h5, h6, [role=heading], p, legend, li, td, th, dt, dd, main, section, article, form, body, html';
  /** Enter in one of these does nothing but send the form, where the browser does so. */
  const CHOSEN = new Set(['checkbox', 'radio', 'range', 'color', 'file']);
  const NO_LINES = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
  const TALKS = /message|reply|chat|type (?:here|your)|write (?:here|to)|say something|neges|sgwrs|ateb/i;
  const LOW = 64;
  const { attr, wordsOn } = netcurtainWords;
  const { matches } = Element.prototype;
  const { nearest, holds } = netcurtainRoots;
  const { compareDocumentPosition } = Node.prototype;

  /**
   * @param {Element} target what is pressed, the innermost
   * @param {Around} around
   * @returns {Sends | null}
   */
  function pressOn(target, around) {
    const control = controlAt(target, around);
    const quiet = nearest(target, QUIET);
    if (quiet && (!control || holds(control, quiet))) return null;
    if (!control) return saidBy(target, around);
    if (netcurtainExits.isExit(control)) return null;
    const form = formOf(control);
    if (form && around.warned.includes(form)) return refuses(form, control) ? null : sent(control, form, control);
    if (form && around.calm.includes(form)) return null;
    const words = netcurtainSendWords.says(wordsOn(control));
    const scope = innermost(control, around.warned);
    return scope ? inside(control, scope, words) : words === 'send' ? elsewhere(control, around) : null;
  }

  /** @param {Element} control @param {Node} scope @param {'send' | 'otherwise' | ''} words @returns {Sends | null} */
  function inside(control, scope, words) {
    if (words === 'otherwise') return null;
    if (leads(control)) return netcurtainSendWords.sendsAlone(wordsOn(control)) ? of(control, scope) : null;
    if (words === 'send') return of(control, scope);
    const beside = nearest(control, BESIDE);
    return matches.call(control, SHOWS) || (beside && holds(scope, beside)) ? null : of(control, scope);
  }

  /** Its words say that it sends, though it stands outside of what is to be sent. @param {Element} control @param {Around} around */
  function elsewhere(control, { warned, calm, isTypedIn }) {
    if (innermost(control, calm)) return null;
    if (leads(control) && (!netcurtainSendWords.sendsAlone(wordsOn(control)) || nearest(control, BESIDE))) return null;
    const scope = warned.find(isTypedIn);
    return scope ? of(control, scope) : null;
  }

  /** Nothing says that it can be pressed but its words: "Send". @param {Element} target @param {Around} around @returns {Sends | null} */
  function saidBy(target, around) {
    if (matches.call(target, TEXT) || !netcurtainSendWords.sendsAlone(wordsOn(target))) return null;
    const scope = innermost(target, around.warned);
    return scope ? of(target, scope) : elsewhere(target, around);
  }

  /** @param {Element} control @param {Node} scope @returns {Sends} */
  const of = (control, scope) => ({ control, scope, form: null, submitter: null });

  /** @param {Element} control @param {HTMLFormElement} form @param {Element | null} submitter @returns {Sends} */
  const sent = (control, form, submitter) => ({ control, scope: form, form, submitter: /** @type {HTMLElement | null} */ (submitter) });

  /** What is pressed there, and holds no field. @param {Element} target @param {Around} around @returns {Element | null} */
  function controlAt(target, { warned }) {
    const isControl = (/** @type {Element} */ one) =>
      !warned.some((scope) => holds(one, scope)) && (matches.call(one, BUTTON) || !netcurtainDocument.has(one, netcurtainControls.ANY));
    const control = nearest(target, PRESSABLE);
    if (control && isControl(control)) return control;
    if (getComputedStyle(target).cursor !== 'pointer') return null;
    /** @type {Element} */
    let pointed = target;
    for (let up = netcurtainRoots.above(pointed); up && getComputedStyle(up).cursor === 'pointer'; up = netcurtainRoots.above(up)) {
      if (!isControl(up)) break;
      pointed = up;
    }
    return isControl(pointed) ? pointed : null;
  }

  /** The form that a button of it sends. @param {any} control @returns {HTMLFormElement | null} */
  const formOf = (control) =>
    /^(?:button|input)$/.test(netcurtainDocument.nameOf(control)) && /^(?:submit|image)$/.test(control.type) ? control.form : null;

  /** Whether the browser itself would not send the form as it is. @param {HTMLFormElement} form @param {Element | null} submitter */
  const refuses = (form, submitter) =>
    !form.hasAttribute('novalidate') && !submitter?.hasAttribute('formnovalidate') && matches.call(form, ':invalid');

  /** A link to another page. @param {Element} control */
  function leads(control) {
    const href = netcurtainDocument.nameOf(control) === 'a' ? attr(control, 'href').trim() : '';
    return href !== '' && !/^(?:#|javascript:)/i.test(href);
  }

  /** @param {Element} element @param {Node[]} scopes @returns {Node | undefined} */
  function innermost(element, scopes) {
    const around = scopes.filter((scope) => holds(scope, element));
    return around.find((scope) => !around.some((other) => other !== scope && holds(scope, other)));
  }

  /**
   * @param {any} field where Enter was pressed
   * @param {Around} around
   * @returns {Sends | null}
   */
  function enterIn(field, around) {
    if (field.hasAttribute('list') || attr(field, 'aria-expanded') === 'true' || attr(field, 'aria-activedescendant')) return null;
    const name = netcurtainDocument.nameOf(field);
    const own = /^(?:input|textarea)$/.test(name) ? field.form : null;
    const scope = own ? around.warned.find((one) => one === own) : innermost(field, around.warned);
    if (!scope) return null;
    if (name !== 'input') return isChat(field, scope) ? of(field, scope) : null;
    if (NO_LINES.has(field.type)) return null;
    if (!own || !isSentByEnter(own)) return CHOSEN.has(field.type) ? null : of(field, scope);
    const button = defaultButton(own);
    return refuses(own, button) ? null : sent(field, own, button);
  }

  /** @param {HTMLFormElement} form whether the browser sends it when Enter is pressed in a line of it */
  function isSentByEnter(form) {
    const button = defaultButton(form);
    if (button) return !matches.call(button, ':disabled');
    const inputs = netcurtainShape.controlsOf(form).filter((one) => one.tagName === 'INPUT');
    return inputs.filter(({ type }) => !NO_LINES.has(type) && !CHOSEN.has(type)).length <= 1;
  }

  /** @param {HTMLFormElement} form @returns {HTMLElement | null} */
  function defaultButton(form) {
    const all = [...netcurtainShape.elementsOf(form), ...netcurtainDocument.within(form, 'input[type=image]')];
    const buttons = all.filter((one) => formOf(one) === form);
    return buttons.sort((one, other) => (compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0] ?? null;
  }

  /** Where people talk, Enter sends; where they write a report, it begins a new line. @param {any} field @param {Node} scope */
  function isChat(field, scope) {
    const isLines = netcurtainDocument.nameOf(field) === 'textarea';
    const fields = netcurtainDocument.within(scope, netcurtainControls.ANY).filter(netcurtainControls.isField);
    if (fields.length > 1 || (!isLines && !netcurtainControls.isField(field))) return false;
    if (/^(?:send|go)$/.test(attr(field, 'enterkeyhint')) || netcurtainRoots.every(netcurtainWords.TALK).length) return true;
    if (!isLines) return true;
    const asks = `${attr(field, 'placeholder')} ${attr(field, 'aria-label')} ${netcurtainShape.labelOf(field)}`;
    return field.clientHeight < LOW && TALKS.test(asks);
  }

  return { pressOn, enterIn };
})();
