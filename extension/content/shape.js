/**
 * The shape of a form: its questions, legends, buttons and the words around it, as a person sees them. Never a value: content/answers.js
 * leaves out any text that repeats one.
 *
 * @typedef {import('../common/messages.js').FormDescriptor} FormDescriptor
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 */

const netcurtainShape = (() => {
  const MAX = { legends: 60, buttons: 30, headings: 40, text: 600, near: 4000, texts: 80 };

  // A field may be called "elements" or "action" and then hides the form's own property: the getters are taken from the prototype.
  const getter = (/** @type {object} */ prototype, /** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const elements = getter(HTMLFormElement.prototype, 'elements');
  const method = getter(HTMLFormElement.prototype, 'method');
  const { attr, clean, wordsOn, withoutName } = netcurtainWords;
  const { isQuestion } = netcurtainControls;
  const { labelOf } = netcurtainNames;
  /** Forms whose fields are in shadow roots or made of other elements. @type {WeakSet<Node>} */
  const asking = new WeakSet();

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

  /** @param {HTMLFormElement} form @returns {Control[]} */
  const controlsOf = (form) => elementsOf(form).filter((element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName));

  /** Where the form goes, with this button. @param {HTMLFormElement} form @param {Element | null} [submitter] */
  const actionOf = (form, submitter = null) => absolute((submitter && attr(submitter, 'formaction')) || attr(form, 'action'));

  /**
   * Every place the form may go to, by itself or with one of its buttons; none for fields without a form.
   * @param {Node} scope
   * @returns {string[]}
   */
  function actionsOf(scope) {
    if (!isForm(scope)) return [];
    const buttons = elementsOf(scope).map((element) => attr(element, 'formaction')).filter(Boolean);
    return [actionOf(scope), ...new Set(buttons.map(absolute))];
  }

  /** @param {string} address */
  function absolute(address) {
    try {
      return new URL(address || netcurtainDocument.url(), netcurtainDocument.base()).href;
    } catch {
      return '';
    }
  }

  /** Texts as they may be told: whether one repeats an answer is asked anew in every slice. */
  const unrepeated = (/** @type {string} */ text) => (repeats(text, false) ? '' : text.slice(0, MAX.text));
  const shown = (/** @type {string} */ text) => (repeats(text, true) ? '' : text.slice(0, MAX.text));
  const said = (/** @type {string} */ text) => (repeats(text, 'said') ? '' : text.slice(0, MAX.text));

  /** @param {string} text @param {boolean | 'said'} isShown */
  const repeats = (text, isShown) => text !== '' && netcurtainAnswers.newest({ labelOf })(text, isShown);

  /** @param {string[]} texts @param {number} most @param {(text: string) => string} check @returns {Generator<undefined, string[]>} */
  function* listed(texts, most, check) {
    /** @type {string[]} */
    const list = [];
    for (const text of texts) {
      const told = list.length < most ? check(text) : '';
      if (told) list.push(told);
      yield;
    }
    return list;
  }

  /**
   * What a person sees of a form, or of a group of fields without one.
   * @param {Node} scope
   * @param {Scene} scene
   * @returns {Generator<undefined, FormDescriptor>}
   */
  function* describing(scope, scene) {
    const place = scene.scopes.get(scope) ?? { controls: [], at: 0, end: 0 };
    const fields = yield* netcurtainFields.fieldsOf(place.controls, unrepeated);
    if (fields.length) asking.add(scope);
    // A page that asks nothing, or only to confirm, may repeat what was answered ("Check your answers"): only its first heading is taken.
    const tells = !scene.recap && fields.some((field) => field.type !== 'checkbox');
    const near = tells ? yield* netcurtainAround.near(scope, place, scene) : [];
    return {
      page_url: netcurtainDocument.url(),
      title: titleOf(),
      headings: yield* listed(yield* netcurtainAround.headings(scope, place, scene, tells), MAX.headings, shown),
      form: {
        action: isForm(scope) ? actionOf(scope) : '',
        method: isForm(scope) ? methodOf(scope) : '',
        fields,
        legends: yield* listed(netcurtainAround.legends(scope), MAX.legends, unrepeated),
        buttons: yield* listed(yield* netcurtainAround.buttons(scope, place, scene), MAX.buttons, said),
      },
      text_near: (yield* listed(near, MAX.texts, shown)).join(' ').slice(0, MAX.near),
      language: netcurtainAround.language(scope),
    };
  }

  /** The same at once. @param {Node} scope @returns {FormDescriptor} */
  function describe(scope) {
    return netcurtainSlices.whole(function* whole() {
      return yield* describing(scope, yield* netcurtainScene.take());
    });
  }

  /** The page's title, '' where it repeats what was typed. */
  const titleOf = () => shown(withoutName(clean(netcurtainDocument.title())));

  /** Whether a person could fill in or send this. @param {Node} scope @param {Element[]} [fields] those that are known already */
  function isSeen(scope, fields = []) {
    if (!isForm(scope)) return fields.length > 0;
    const buttons = netcurtainDocument.within(scope, 'button, input[type=submit], input[type=image]');
    return (fields.length > 0 || mayHoldAnswers(scope) || buttons.length > 0) && !netcurtainMachine.made(scope, controlsOf(scope));
  }

  /** Whether what this form sends may be a person's answers. @param {HTMLFormElement} form */
  function mayHoldAnswers(form) {
    const controls = controlsOf(form);
    return (controls.some(isQuestion) || asking.has(form)) && !netcurtainMachine.made(form, controls);
  }

  return {
    describe, describing, titleOf, labelOf, wordsOn, isForm, isSeen, isQuestion, mayHoldAnswers,
    elementsOf, controlsOf, methodOf, actionOf, actionsOf,
  };
})();
