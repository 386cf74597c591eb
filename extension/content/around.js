/**
 * The words around a form: the headings above it, the nearest first, its legends and buttons, paragraphs and hints, the language.
 * A page that asks nothing, or shows again what was answered, is described by its first heading alone.
 */

const netcurtainAround = (() => {
  const { attr, words, wordsOn, withoutName, HIDDEN, QUIET } = netcurtainWords;
  const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';
  const ASIDE = 'nav, footer, [role=navigation], [role=contentinfo], [class*=cookie], [id*=cookie], [class*=Cookie], [id*=Cookie]';
  const NOT_NEAR = `${ASIDE}, ${QUIET}, header, form, a, button, script, style, ${HEADINGS}, [role=banner]`;
  const FREE = new Set(['text', 'textarea', 'textbox', 'contenteditable']);
  const NEAR = 'p, li, [class*=hint]';
  const PART = `label, legend, button, ${NEAR}`;
  const APART = `${ASIDE}, ${QUIET}`;
  const AROUND = `${ASIDE}, [aria-live]`;
  const MAX_BEFORE = 6;
  const MAX_ABOVE = 12;
  const STEP = 5;
  const { matches, closest, querySelector, querySelectorAll } = Element.prototype;
  const getter = (/** @type {string} */ name) =>
    /** @type {(this: unknown) => any} */ (Object.getOwnPropertyDescriptor(Element.prototype, name)?.get);
  const previous = getter('previousElementSibling');
  const next = getter('nextElementSibling');

  /** Whether an element is shown, and is of the page's matter as this form is. @param {Element} element @param {Node} scope */
  function isHere(element, scope) {
    if (netcurtainRoots.nearest(element, HIDDEN)) return false;
    const apart = netcurtainRoots.nearest(element, APART);
    return !apart || (matches.call(apart, AROUND) && netcurtainRoots.holds(apart, scope));
  }

  /**
   * @param {Node} scope @param {Place} place @param {Scene} scene @param {boolean} tells whether the page may be told of in full
   * @returns {Generator<undefined, string[]>}
   */
  function* headings(scope, { at }, scene, tells) {
    const isFirst = (/** @type {Element} */ heading) => heading.localName === 'h1' || attr(heading, 'aria-level') === '1';
    const here = scene.headings.filter(({ element }) => tells || isFirst(element));
    const above = here.filter((heading) => heading.at < at).reverse();
    const after = here.filter((heading) => heading.at >= at);
    const inside = after.filter(({ element }) => isFirst(element) || netcurtainRoots.holds(scope, element));
    /** @type {string[]} */
    const texts = [];
    for (const [count, { element }] of [...above, ...inside].entries()) {
      if (isHere(element, scope)) texts.push(withoutName(words(element)));
      if (count % STEP === 0) yield;
    }
    return texts;
  }

  /**
   * What the buttons say that stand in a form, belong to it, or come right after it.
   * @param {any} scope @param {Place} place @param {Scene} scene
   * @returns {Generator<undefined, string[]>}
   */
  function* buttons(scope, { end }, scene) {
    /** @type {Set<string>} */
    const texts = new Set();
    const after = scope instanceof Element ? next.call(scope) : null;
    const isForm = netcurtainShape.isForm(scope);
    for (const [count, { element, at }] of scene.buttons.entries()) {
      const form = /** @type {any} */ (element).form;
      const follows = after && at > end && !netcurtainDocument.has(after, netcurtainControls.ANY) && after.contains(element);
      if (isForm && form ? form === scope : netcurtainRoots.holds(scope, element) || (follows && !form)) texts.add(wordsOn(element));
      if (count % STEP === 0) yield;
    }
    return [...texts];
  }

  /** @param {Node} scope */
  const legends = (scope) => netcurtainDocument.within(scope, 'legend').map(words);

  /**
   * Paragraphs and hints in the form and just before it.
   * @param {Node} scope @param {Place} place @param {Scene} scene
   * @returns {Generator<undefined, string[]>}
   */
  function* near(scope, { controls }, scene) {
    /** @type {Set<string>} */
    const texts = new Set();
    let count = 0;
    const candidates = isTalk(controls, scene) ? [] : [...before(scope), ...netcurtainDocument.within(scope, NEAR)];
    for (const element of candidates) {
      if (isPlain(element) && isHere(element, scope)) texts.add(withoutName(words(element)));
      if ((count += 1) % STEP === 0) yield;
    }
    for (const control of controls) {
      const group = netcurtainNames.groupOf(control);
      for (const one of group ? [group, control] : [control]) for (const hint of netcurtainNames.hintsOf(one)) texts.add(hint);
      if ((count += 1) % STEP === 0) yield;
    }
    return [...texts];
  }

  /**
   * The box of a conversation: what stands around it may be what was said there before.
   * @param {Element[]} controls @param {Scene} scene
   */
  function isTalk(controls, scene) {
    return scene.talk && controls.length <= 2 && controls.every((control) => FREE.has(netcurtainControls.typeOf(control)));
  }

  /** @param {Node} scope @returns {Element[]} */
  function before(scope) {
    const from = scope instanceof Element ? scope : netcurtainRoots.above(scope);
    if (!from || matches.call(from, 'dialog, [role=dialog]')) return [];
    /** @type {Element[]} */
    const all = [];
    for (let element = previous.call(from); element && all.length < MAX_BEFORE; element = previous.call(element)) {
      if (matches.call(element, NOT_NEAR) || holdsField(element)) continue;
      all.unshift(...(querySelector.call(element, HEADINGS) ? netcurtainDocument.within(element, NEAR) : [element]));
    }
    const main = netcurtainRoots.nearest(from, 'main, [role=main], article');
    if (all.length || !main || main === from) return all;
    const around = [...querySelectorAll.call(main, 'p, li')].filter((one) => isPlain(one) && !netcurtainRoots.holds(scope, one));
    return around.slice(0, MAX_ABOVE);
  }

  /** No field's label, no field, and not within a longer text that is read itself. @param {Element} element */
  function isPlain(element) {
    const parent = element.parentElement;
    return !holdsField(element) && !(parent && closest.call(parent, PART));
  }

  /** @param {Element} element */
  const holdsField = (element) => netcurtainDocument.has(element, netcurtainControls.ANY);

  /** @param {Node} scope */
  const language = (scope) => attr(netcurtainRoots.nearest(scope, '[lang]') ?? netcurtainDocument.root(), 'lang').slice(0, 20);

  return { headings, buttons, legends, near, language };
})();
