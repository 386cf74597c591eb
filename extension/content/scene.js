/**
 * What stands on the page, in the order that a person meets it: forms with their fields, headings, buttons. Fields outside of every form
 * are grouped by the nearest container that has a button too; such a group is described as a form is.
 *
 * @typedef {{element: Element, at: number}} Placed
 * @typedef {{controls: Element[], at: number, end: number}} Place its fields, and where the first and the last of them stand
 * @typedef {{scopes: Map<Node, Place>, headings: Placed[], buttons: Placed[], recap: boolean, talk: boolean}} Scene
 *   `scopes`: each form, or the container or shadow root of a group; `recap`: the page may repeat what was answered on the one before;
 *   `talk`: there is a conversation on it
 */

const netcurtainScene = (() => {
  const BUTTON = 'button, [role=button], input[type=submit], input[type=button], input[type=image]';
  const HEADING = /^h[1-6]$/;
  const OWN_BUTTON = /^(?:button|input)$|-button$/;
  const EDGE = 'dialog, [role=dialog], main, [role=main], body';
  const PLACE = `${EDGE}, [role=form], [role=search], search, section, article, aside, nav, header, footer`;
  const CHANGE = /^(?:change|edit|amend|newid|golygu)\b/i;
  const DONE = /^(?:thank you|thanks|diolch|we(?:'ve| have)? (?:received|got|have)\b|your .{2,60} (?:sent|received|submitted|complete))/i;
  const SUMMARY = '[class*=summary-list], [class*=check-answers], [class*=check-your-answers]';
  const STEP = 20;
  const WANTED = `form, ${BUTTON}, h1, h2, h3, h4, h5, h6, [role=heading], ${netcurtainControls.ANY}`;
  const { attr } = netcurtainWords;
  const { matches } = Element.prototype;

  /** @returns {Generator<undefined, Scene>} */
  function* take() {
    /** @type {Scene} */
    const scene = { scopes: new Map(), headings: [], buttons: [], recap: false, talk: false };
    /** @type {Placed[]} */
    const fields = [];
    let at = 0;
    yield* netcurtainRoots.walk(WANTED, (element) => {
      at += 1;
      const name = netcurtainDocument.nameOf(element);
      const role = attr(element, 'role');
      if (name === 'form') scene.scopes.set(element, { controls: [], at, end: at });
      else if (netcurtainControls.isField(element)) fields.push({ element, at });
      else if (HEADING.test(name) || role === 'heading') scene.headings.push({ element, at });
      else if (role === 'button' || (OWN_BUTTON.test(name) && (name !== 'input' || matches.call(element, BUTTON)))) {
        scene.buttons.push({ element, at });
      }
    });
    yield* place(fields, scene.scopes);
    scene.talk = netcurtainRoots.every(netcurtainWords.TALK).length > 0;
    yield;
    scene.recap = yield* repeatsAnswers(scene);
    yield;
    return scene;
  }

  /** @param {Placed[]} fields @param {Map<Node, Place>} scopes @returns {Generator<undefined, void>} */
  function* place(fields, scopes) {
    /** @type {Map<Node, boolean>} */
    const known = new Map();
    const hasButton = (/** @type {Node} */ node) => {
      const answer = known.get(node) ?? netcurtainDocument.has(node, BUTTON);
      known.set(node, answer);
      return answer;
    };
    /** @type {Map<Node, Placed[]>} */
    const groups = new Map();
    for (const [count, field] of fields.entries()) {
      if (count % STEP === 0) yield;
      const form = formOf(field.element);
      const container = form ?? containerOf(field.element, hasButton);
      if (form) add(scopes, form, field);
      else if (!groups.get(container)?.push(field)) groups.set(container, [field]);
    }
    /** @type {Map<Node, Placed[]>} */
    const whole = new Map();
    for (const [container, members] of groups) {
      const outer = outermost(container, [...groups.keys()]);
      whole.set(outer, [...(whole.get(outer) ?? []), ...members]);
    }
    for (const [outer, members] of whole) for (const field of members.sort((one, other) => one.at - other.at)) add(scopes, outer, field);
  }

  /** A field with a small button of its own belongs to the group around it. @param {Node} container @param {Node[]} others */
  function outermost(container, others) {
    const body = netcurtainDocument.body();
    let outer = container;
    for (const other of others) if (other !== body && other !== outer && netcurtainRoots.holds(other, outer)) outer = other;
    return outer;
  }

  /** @param {Map<Node, Place>} scopes @param {Node} scope @param {Placed} field */
  function add(scopes, scope, { element, at }) {
    const known = scopes.get(scope);
    if (!known) scopes.set(scope, { controls: [element], at, end: at });
    else {
      if (!known.controls.length || at < known.at) known.at = at;
      known.controls.push(element);
      known.end = Math.max(known.end, at);
    }
  }

  /** @param {any} field @returns {Element | null} */
  const formOf = (field) => (/^(?:input|select|textarea)$/.test(field.localName) && field.form) || netcurtainRoots.nearest(field, 'form');

  /** @param {Element} field @param {(node: Node) => boolean} hasButton @returns {Node} an element or a shadow root */
  function containerOf(field, hasButton) {
    for (let at = netcurtainRoots.up(field); at; at = netcurtainRoots.up(at)) {
      if (at.nodeType === Node.DOCUMENT_NODE) break;
      if (hasButton(at)) return at;
      if (at instanceof Element && matches.call(at, EDGE)) break;
    }
    return netcurtainRoots.nearest(field, PLACE) ?? field;
  }

  /**
   * "Check your answers", with a link to change each, and "Thank you".
   * @param {Scene} scene
   * @returns {Generator<undefined, boolean>}
   */
  function* repeatsAnswers({ headings }) {
    const said = headings.filter(({ element }) => element.localName === 'h1').map(({ element }) => netcurtainWords.words(element));
    if ([...said, netcurtainDocument.title().trim()].some((text) => DONE.test(text))) return true;
    if (netcurtainRoots.every(SUMMARY).length) return true;
    for (const [count, link] of netcurtainRoots.every('a, button').entries()) {
      if (CHANGE.test(String(link.textContent).trim())) return true;
      if (count % STEP === 0) yield;
    }
    return false;
  }

  return { take };
})();
