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
  const MADE = `${BUTTON}, a, [role=button], [role=link], [onclick], [onpointerdown], [onmousedown]`;
  const PRESSABLE = `${MADE}, [tabindex]:not([tabindex^="-"])`;
  const ROLES = '$=box ^=menuitem =option =radio =switch =slider =spinbutton =tab =treeitem =columnheader'.replace(/\S+/g, '[role$&],');
  /** Answered, unfolded or chosen by a press; never sent. */
  const QUIET = `${ROLES} label, summary, select, textarea, option, input:not(${BUTTON}), audio, video,
    button[type=reset], [contenteditable]:not([contenteditable=false])`;
  /** It shows something, switches something, or is off. */
  const SHOWS = `[aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], [aria-pressed], [aria-disabled=true], [popovertarget],
    [commandfor]`;
  const BESIDE = `nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=toolbar], [role=tablist],
    [role^=menu], [role=search], search`;
  /** With a small letter or a large one, as all of these. */
  const COMPLETES = '[class*=utocomplete], [class*=ypeahead]';
  /** Maps, calendars, lists to pick from, places for files: what is pressed there is picked or moved. */
  const BOX = `[role=grid], [role=application], [aria-roledescription], [class*=alendar], [class*=icker], [class*=leaflet], .gm-style,
    .ol-viewport, [class*=gl-map], [class*=uggest], ${COMPLETES}, [class*=arousel], [class*=ropzone]`;
  const PICKED = /^\W*(?:done|apply|next)\W*$/i;
  /** Enter may pick there what was suggested. */
  const SUGGESTS = `[type=search], [role=combobox], [aria-autocomplete]:not([aria-autocomplete=none]), [aria-haspopup=listbox],
    ${COMPLETES}, .pac-target-input, .tt-input`;
  const TEXT = /^(?:h\d|p|legend|li|t[dh]|d[td]|canvas|img|main|section|article|form|body|html)$/;
  /** Enter in one of these does nothing but send the form, where the browser does so. */
  const CHOSEN = new Set(['checkbox', 'radio', 'range', 'color', 'file']);
  const NO_LINES = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
  const TALKS = /message|reply|chat|type (?:here|your)|write (?:here|to)|say something|neges|sgwrs|ateb/i;
  const LOW = 64;
  const LONG = 40;
  const { attr, wordsOn } = netcurtainWords;
  const { matches } = Element.prototype;
  const { nearest, holds } = netcurtainRoots;
  const { getRootNode } = Node.prototype;

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
    if (form && around.calm.includes(form)) return null;
    const said = wordsOn(control);
    const words = /^(?:send|submit)\b/i.test(attr(control, 'aria-label')) ? 'send' : netcurtainSendWords.says(said);
    const own = form && around.warned.includes(form) ? form : null;
    const scope = own ?? innermost(control, around.warned);
    if (isOther(control, scope, said, words)) return null;
    if (own) return refuses(own, control) ? null : of(control, own, own, control);
    return scope ? inside(control, scope, words) : words ? elsewhere(control, around) : null;
  }

  /**
   * It picks, moves or shows something, or nothing says that it does more. When in doubt it is one of these: what the browser itself sends
   * is met anyway.
   * @param {Element} control @param {Node | undefined} scope @param {string} said @param {'send' | 'otherwise' | ''} words what that means
   */
  function isOther(control, scope, said, words) {
    const box = nearest(control, BOX);
    if (box && (!scope || (box !== scope && holds(scope, box))) && (!words || PICKED.test(said))) return true;
    if (words) return words !== 'send';
    return matches.call(control, SHOWS) || (!matches.call(control, MADE) && (!said || said.length > LONG || isText(control)));
  }

  /** Something else than a button: a heading, a cell, a picture. @param {Element} one */
  const isText = (one) => attr(one, 'role') !== '' || TEXT.test(netcurtainDocument.nameOf(one));

  /** @param {Element} control @param {Node} scope @param {string} words @returns {Sends | null} */
  function inside(control, scope, words) {
    if (leads(control) && !netcurtainSendWords.sendsAlone(wordsOn(control))) return null;
    if (words) return of(control, scope);
    const beside = nearest(control, BESIDE);
    return (beside && holds(scope, beside)) || (netcurtainShape.isForm(scope) && defaultButton(scope)) ? null : of(control, scope);
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
    if (isText(target) || !netcurtainSendWords.sendsAlone(wordsOn(target))) return null;
    const scope = innermost(target, around.warned);
    return scope ? of(target, scope) : elsewhere(target, around);
  }

  /** @param {Element} control @param {Node} scope @param {HTMLFormElement | null} [form] @param {any} [submitter] @returns {Sends} */
  const of = (control, scope, form = null, submitter = null) => ({ control, scope, form, submitter });

  /** What is pressed there, and holds no field. @param {Element} target @param {Around} around @returns {Element | null} */
  function controlAt(target, { warned }) {
    const isControl = (/** @type {Element} */ one) =>
      !warned.some((scope) => holds(one, scope)) && (matches.call(one, BUTTON) || !netcurtainDocument.has(one, netcurtainControls.ANY));
    const control = nearest(target, PRESSABLE);
    if (control && isControl(control)) return control;
    let pointed = null;
    /** @type {Element | null} */
    let at = target;
    for (; at && getComputedStyle(at).cursor === 'pointer' && isControl(at); at = netcurtainRoots.above(at)) pointed = at;
    return pointed;
  }

  /** The form that a button of it sends. @param {any} control @returns {HTMLFormElement | null} */
  const formOf = (control) => (matches.call(control, BUTTON) && /^(?:submit|image)$/.test(control.type) ? control.form : null);

  /** Whether the browser itself would not send the form as it is. @param {HTMLFormElement} form @param {Element | null} submitter */
  const refuses = (form, submitter) =>
    !form.hasAttribute('novalidate') && !submitter?.hasAttribute('formnovalidate') && matches.call(form, ':invalid');

  /** A link to another page. @param {Element} control */
  const leads = (control) => matches.call(control, 'a[href]') && !/^\s*(?:#|javascript:|$)/i.test(attr(control, 'href'));

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
    if (matches.call(field, '[list], [aria-expanded=true]') || attr(field, 'aria-activedescendant')) return null;
    const name = netcurtainDocument.nameOf(field);
    const own = /^(?:input|textarea)$/.test(name) ? field.form : null;
    const scope = own ? around.warned.find((one) => one === own) : innermost(field, around.warned);
    if (!scope) return null;
    if (name !== 'input') return isChat(field, scope) ? of(field, scope) : null;
    if (NO_LINES.has(field.type) || matches.call(field, SUGGESTS)) return null;
    if (!own || !isSentByEnter(own)) return CHOSEN.has(field.type) ? null : of(field, scope);
    const button = defaultButton(own);
    return refuses(own, button) ? null : of(field, own, own, button);
  }

  /** @param {HTMLFormElement} form whether the browser sends it when Enter is pressed in a line of it */
  function isSentByEnter(form) {
    const button = defaultButton(form);
    if (button) return !matches.call(button, ':disabled');
    const isLine = (/** @type {any} */ { tagName, type }) => tagName === 'INPUT' && !NO_LINES.has(type) && !CHOSEN.has(type);
    return netcurtainShape.controlsOf(form).filter(isLine).length <= 1;
  }

  /** @param {HTMLFormElement} form @returns {HTMLElement | null} */
  const defaultButton = (form) => netcurtainDocument.within(getRootNode.call(form), BUTTON).find((one) => formOf(one) === form) ?? null;

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
