/**
 * A held form on its way, as it would have gone without us: by the button that was pressed, or by one that is the same. Pages draw their
 * forms anew or switch the pressed button off; what was held is then found again.
 *
 * @typedef {{form: HTMLFormElement, submitter: HTMLButtonElement | null, likeness: string, button: Record<string, string | null>}} Pressed
 */

const netcurtainRelease = (() => {
  const { requestSubmit } = HTMLFormElement.prototype;
  const { append, querySelectorAll } = Element.prototype;
  const isConnected = /** @type {(this: Node) => boolean} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get);
  /** What a button adds to its form. */
  const ADDS = ['name', 'value', 'formaction', 'formmethod', 'formenctype', 'formtarget', 'formnovalidate'];
  const SAME = ['type', 'name', 'value', 'formaction'];

  /**
   * What was pressed, as it was then: it may be gone later.
   * @param {HTMLFormElement} form
   * @param {HTMLElement | null} submitter
   * @returns {Pressed}
   */
  function note(form, submitter) {
    const button = Object.fromEntries(['type', ...ADDS].map((name) => [name, submitter?.getAttribute(name) ?? null]));
    return { form, submitter: /** @type {HTMLButtonElement | null} */ (submitter), likeness: likenessOf(form), button };
  }

  /**
   * Two forms alike go to the same place and hold the same answers. What the site keeps in hidden fields may differ.
   * @param {HTMLFormElement} form
   */
  const likenessOf = (form) =>
    JSON.stringify([netcurtainShape.actionOf(form), netcurtainShape.methodOf(form), netcurtainShape.controlsOf(form).map(answerOf)]);

  /** @param {any} control */
  function answerOf(control) {
    const { name, value, checked = false, selectedOptions = [] } = control;
    if (!netcurtainShape.isQuestion(control)) return [name];
    return [name, value, checked, [...selectedOptions].map((option) => option.value)];
  }

  /** The form, or the one that the page has put in its place. @param {Pressed} pressed @returns {HTMLFormElement | undefined} */
  function standing({ form, likeness }) {
    if (isConnected.call(form)) return form;
    return netcurtainRoots.every('form').find((other) => likenessOf(other) === likeness);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Pressed} pressed
   * @param {(button: HTMLButtonElement | undefined) => void} [press] how it is sent, where its button is there or none was pressed
   */
  function send(form, pressed, press = (button) => requestSubmit.call(form, button)) {
    const button = pressed.submitter ? buttonIn(form, pressed) : undefined;
    const isOff = Boolean(button?.disabled);
    // A button that is off would not be sent along. One in a group that is off cannot be switched on alone.
    if (button) button.disabled = false;
    try {
      if (pressed.submitter && (!button || button.matches(':disabled'))) sendByStandIn(form, pressed);
      else press(button);
    } finally {
      if (button && isOff) button.disabled = true;
    }
  }

  /**
   * The button itself, or one that is the same.
   * @param {HTMLFormElement} form
   * @param {Pressed} pressed
   * @returns {HTMLButtonElement | undefined}
   */
  function buttonIn(form, { submitter, button }) {
    if (submitter?.isConnected && submitter.form === form && /^(?:submit|image)$/.test(submitter.type)) return submitter;
    const buttons = [...netcurtainShape.elementsOf(form), ...querySelectorAll.call(form, 'input[type=image]')];
    return buttons.find((one) => one.tagName === submitter?.tagName && SAME.every((name) => one.getAttribute(name) === button[name]));
  }

  /** By a button of our own that adds the same. @param {HTMLFormElement} form @param {Pressed} pressed */
  function sendByStandIn(form, { button }) {
    const standIn = netcurtainDocument.make('button');
    for (const name of ADDS) if (typeof button[name] === 'string') standIn.setAttribute(name, button[name]);
    standIn.hidden = true;
    append.call(form, standIn);
    try {
      requestSubmit.call(form, standIn);
    } finally {
      standIn.remove();
    }
  }

  return { note, standing, send, likenessOf };
})();
