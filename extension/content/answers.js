/**
 * What was typed on this page, or waits in it from a page before: read only to tell whether a text repeats it, in this page's own memory
 * and gone with it. It is remembered past its field, because a chat shows what was sent and empties the box.
 * A text that was on the page before anybody typed is the page's own, and stays so whatever is typed later: somebody who writes "report"
 * must not make the heading "Report a crime" go away.
 */

const netcurtainAnswers = (() => {
  const SHORTEST_ANSWER = 3;
  const MAX_OWN = 5000;
  const MAX_ANSWERS = 2000;
  const MAX_SEARCHED = 50;
  const STEP = 10;
  const NOT_TYPED = new Set(['submit', 'button', 'image', 'reset']);
  /** `report` or `step-two`: what the site's own hidden fields often hold. A longer text with such a word in it does not repeat it. */
  const SLUG = /^[a-z][a-z_-]*$/;

  const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';

  /** The page's own texts. @type {Set<string>} */
  const own = new Set();
  /** @type {Set<string>} */
  const past = new Set();
  /** What was made of a value, while it stands in a field. @type {Map<string, Piece[]>} */
  const pieces = new Map();

  /** @param {string} text */
  const clean = (text) => text.replace(/\s+/g, ' ').trim().toLowerCase();

  /** @typedef {(text: string, shown?: boolean) => boolean} Repeats */
  /** The newest look at the page's fields, and what it was made from. @type {{slice: number, from: string[], repeats: Repeats}} */
  let latest = { slice: Number.NaN, from: [], repeats: () => false };

  /**
   * Within one slice of work (content/slices.js) the page stands still: the fields are looked at once, and what was made of their values
   * before serves again where all are the same.
   * @param {{labelOf?: (control: any) => string, outside?: HTMLFormElement}} [how] `outside`: only what was typed outside this form counts
   * @returns {Repeats} whether a text repeats an answer that is on the page now; `shown`: or one that
   *   came with the address, as titles, headings and paragraphs do
   */
  function newest({ labelOf = () => '', outside } = {}) {
    const slice = netcurtainSlices.current();
    if (!outside && slice === latest.slice) return latest.repeats;
    const fields = fieldsNow();
    if (outside) return repeatsOf([...past, ...typedIn(fields, outside)], [], true);
    const typed = [...past, ...typedIn(fields), ...chosenIn(fields, labelOf)];
    const site = fields.controls.filter((control) => !isTyped(control)).map((control) => control.value);
    const from = [window.location.search, ...typed, '', ...site];
    const isSame = from.length === latest.from.length && from.every((value, at) => value === latest.from[at]);
    latest = { slice, from, repeats: isSame ? latest.repeats : repeatsOf(typed, site, false) };
    return latest.repeats;
  }

  /**
   * @param {string[]} typed
   * @param {string[]} site what the site put into fields
   * @param {boolean} apart a question of its own, not the page's
   * @returns {Repeats}
   */
  function repeatsOf(typed, site, apart) {
    /** Answers, and each line of them. @type {Set<string>} */
    const answers = new Set();
    /** Words the site itself may have put there: only a text that is nothing else repeats them. @type {Set<string>} */
    const slugs = new Set();
    /** Three words in a row of what was typed: a text may repeat a part. @type {Set<string>} */
    const phrases = new Set();

    /** @param {string} value @param {boolean} isTypedIn */
    function add(value, isTypedIn) {
      for (const piece of piecesOf(value)) {
        if (answers.size >= MAX_ANSWERS) return;
        if (!isTypedIn && piece.isSlug) slugs.add(piece.answer);
        else answers.add(piece.answer);
        if (isTypedIn) for (const phrase of piece.phrases) phrases.add(phrase);
      }
    }

    for (const value of typed) add(value, true);
    for (const value of site) add(value, false);
    const all = [...answers];
    const came = searched();
    return (text, shown = false) => {
      const said = clean(text);
      if (own.has(said)) return false;
      const inPart = () => phrases.size > 0 && threes(said).some((phrase) => phrases.has(phrase));
      const repeated = slugs.has(said) || all.some((answer) => said.includes(answer)) || inPart();
      const cameAlong = came.length > 0 && came.some((words) => ` ${wordsOf(said)} `.includes(` ${words} `));
      if (!repeated && !cameAlong && !apart && own.size < MAX_OWN) own.add(said);
      return repeated || (shown && cameAlong);
    };
  }

  /** @typedef {{answer: string, isSlug: boolean, phrases: string[]}} Piece an answer or a line of it */

  /** @param {string} value @returns {Piece[]} */
  function piecesOf(value) {
    const before = pieces.get(value);
    if (before) return before;
    const lines = [...new Set([value, ...value.split(/[\r\n]+/)])].map((line) => ({ line, answer: clean(line) }));
    const long = lines.filter(({ answer }) => answer.length >= SHORTEST_ANSWER);
    const made = long.map(({ line, answer }) => ({ answer, isSlug: SLUG.test(line.trim()), phrases: threes(answer) }));
    if (pieces.size >= MAX_ANSWERS) pieces.clear();
    pieces.set(value, made);
    return made;
  }

  /** The first look at what stands in the fields, in slices: the next ones find it done. @returns {Generator<undefined, void>} */
  function* prepare() {
    const { controls } = fieldsNow();
    for (const [count, control] of controls.entries()) {
      if (count % STEP === 0) yield;
      for (const value of isTyped(control) ? shownAs(control) : [control.value]) piecesOf(value);
    }
    yield;
  }

  /** @typedef {{controls: HTMLInputElement[], choices: any[], selects: any[], editables: Element[]}} Fields by what they hold */

  /** @returns {Fields} */
  function fieldsNow() {
    /** @type {Fields} */
    const fields = { controls: [], choices: [], selects: [], editables: [] };
    for (const field of netcurtainRoots.every(FIELDS)) {
      const { localName, type } = field;
      if (localName === 'select') fields.selects.push(field);
      else if (localName !== 'input' && localName !== 'textarea') fields.editables.push(field);
      else if (type === 'radio' || type === 'checkbox') fields.choices.push(field);
      else if (!NOT_TYPED.has(type)) fields.controls.push(field);
    }
    return fields;
  }

  /**
   * What was chosen, in the page's words.
   * @param {Fields} fields @param {(control: any) => string} labelOf
   * @returns {string[]}
   */
  function chosenIn({ choices, selects }, labelOf) {
    /** @type {string[]} */
    const chosen = [];
    for (const select of selects) {
      const selected = select.multiple ? [...select.options].filter((option) => option.selected) : [select.options[select.selectedIndex]];
      for (const option of selected) if (option?.value && !option.defaultSelected && option.index > 0) chosen.push(option.label);
    }
    for (const choice of choices) if (choice.checked && !choice.defaultChecked) chosen.push(labelOf(choice));
    return chosen;
  }

  /** What the address carries: a form that is sent with GET puts there what was typed on the page before. */
  function searched() {
    /** @type {string[]} */
    const values = [];
    // Firefox does not let a content script iterate over what is a page's own kind of object.
    new URLSearchParams(window.location.search).forEach((value) => values.push(value));
    return values.slice(0, MAX_SEARCHED).map((value) => wordsOf(clean(value))).filter((words) => words.length >= SHORTEST_ANSWER);
  }

  /** @param {string} text its words alone, with a space between them */
  const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ');

  /** @param {HTMLInputElement} control */
  const isTyped = ({ type, tagName, value, defaultValue }) => type !== 'hidden' && (value !== defaultValue || tagName === 'TEXTAREA');

  /** @param {Fields} fields @param {HTMLFormElement} [outside] */
  function typedIn({ controls, editables }, outside) {
    const counting = controls.filter((control) => isTyped(control) && (!outside || control.form !== outside));
    const typed = counting.flatMap(shownAs);
    for (const editable of editables) {
      const walker = netcurtainDocument.texts(editable);
      while (walker.nextNode()) typed.push(walker.currentNode.nodeValue ?? '');
      typed.push(editable.textContent ?? '');
    }
    return typed;
  }

  /** An answer in the ways that a page may show it again. @param {HTMLInputElement} control */
  function shownAs({ type, name, id, autocomplete, labels, files, value }) {
    if (type === 'file') return [...(files ?? [])].flatMap((file) => [file.name, file.name.replace(/\.[^.]*$/, '')]);
    if (type === 'date') return [value, ...value.split('-')];
    if (type === 'tel') return [value, value.replace(/\D+/g, '')];
    const asked = () => [name, id, autocomplete, ...[...(labels ?? [])].map((label) => label.textContent)].join(' ');
    return type === 'text' && /\s/.test(value) && /name/i.test(asked()) ? [value, ...value.split(/\s+/)] : [value];
  }

  /** Before the page's own code hears of it, and may empty the field: a chat sends with Enter, or by a press that leaves the focus. */
  function remember() {
    for (const value of typedIn(fieldsNow())) if (value.trim() && past.size < MAX_ANSWERS) past.add(value);
  }

  function watch() {
    for (const type of ['change', 'submit', 'focusout', 'pointerdown', 'click']) netcurtainListeners.add(window, type, remember);
    netcurtainListeners.add(window, 'keydown', (event) => event.key === 'Enter' && remember());
  }

  /** @param {string} text @returns {string[]} */
  function threes(text) {
    const words = wordsOf(text).split(' ');
    return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
  }

  return { newest, prepare, watch };
})();
