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
  const NOT_DRAFTED = new Set([...NOT_TYPED, 'radio', 'checkbox', 'file', 'range', 'color']);
  /** `report` or `step-two`: what the site's own hidden fields often hold. A longer text with such a word in it does not repeat it. */
  const SLUG = /^[a-z][a-z_-]*$/;

  const COMPACT_FROM = 5;
  /** What a number has at home and from abroad alike. */
  const NUMBER_END = 9;
  const LONGEST_NAME = 4;
  /** In whatever was typed: somebody's first and last name, the name in an e-mail address. */
  const NAMES = [/\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+/gu, /[^\s@<>"']{4,64}(?=@[^\s@]+\.)/gu];
  const NUMBERS = /\d[\d\s().-]{3,20}\d/g;

  const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';

  /** The page's own texts. @type {Set<string>} */
  const own = new Set();
  /** @type {Set<string>} */
  const past = new Set();
  /** The longest text that stood in a field since it was last emptied: a page may empty it at once. @type {Map<Element, string>} */
  const drafts = new Map();
  /** Where somebody typed: a page may make what stands there its own default. @type {WeakSet<Element>} */
  const touched = new WeakSet();
  /** What was made of a value, while it stands in a field. @type {Map<string, Piece[]>} */
  const pieces = new Map();

  /** @param {string} text */
  const clean = (text) => plain(text).replace(/\s+/g, ' ').trim().toLowerCase();

  /** Without accents, and with the straight apostrophe. @param {string} text */
  const plain = (text) => (/[^\0-\x7f]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'") : text);

  /** Without what stands around it: "anna," is "anna". @param {string} text */
  const bare = (text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

  /** Letters and digits alone: "SW1A 1AA" is "sw1a1aa". @param {string} text */
  const compact = (text) => text.replace(/[^\p{L}\p{N}]+/gu, '');

  /** @typedef {(text: string, shown?: boolean | 'said') => boolean} Repeats */
  /** The newest look at the page's fields, and what it was made from. @type {{slice: number, from: string[], repeats: Repeats}} */
  let latest = { slice: Number.NaN, from: [], repeats: () => false };

  /**
   * Within one slice of work (content/slices.js) the page stands still: the fields are looked at once, and what was made of their values
   * before serves again where all are the same.
   * @param {{labelOf?: (control: any) => string, outside?: HTMLFormElement}} [how] `outside`: only what was typed outside this form counts
   * @returns {Repeats} whether a text repeats an answer that is on the page now; `shown`: or one that came with the address, as titles,
   *   headings and paragraphs do; `said`: but for a word that the site may have put there itself, as it stands on buttons
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
    /** Postcodes and numbers, however they are spaced. @type {Set<string>} */
    const compacts = new Set();
    /** A name's words: a page may turn them round. @type {Set<string[]>} */
    const names = new Set();

    /** @param {string} value @param {boolean} isTypedIn */
    function add(value, isTypedIn) {
      for (const piece of piecesOf(value)) {
        if (answers.size >= MAX_ANSWERS) return;
        if (!isTypedIn && piece.isSlug) slugs.add(piece.answer);
        else answers.add(piece.answer);
        if (!isTypedIn) continue;
        for (const phrase of piece.phrases) phrases.add(phrase);
        for (const one of piece.compacts) compacts.add(one);
        if (piece.name.length) names.add(piece.name);
      }
    }

    for (const value of typed) add(value, true);
    for (const value of site) add(value, false);
    const all = [...answers];
    const isSpacedIn = (/** @type {string} */ said) => compacts.size > 0 && [...compacts].some((one) => compact(said).includes(one));
    const isTurnedIn = (/** @type {string} */ said) => {
      const words = names.size ? new Set(wordsOf(said).split(' ')) : null;
      return words !== null && [...names].some((name) => name.every((word) => words.has(word)));
    };
    const came = searched();
    return (text, shown = false) => {
      const said = clean(text);
      if (own.has(said)) return false;
      const inPart = () => phrases.size > 0 && threes(said).some((phrase) => phrases.has(phrase));
      const otherwise = () => inPart() || (/\d/.test(said) && isSpacedIn(said)) || isTurnedIn(said);
      const repeated = slugs.has(said) || all.some((answer) => said.includes(answer)) || otherwise();
      const along = came.length ? came.filter(({ words }) => ` ${wordsOf(said)} `.includes(` ${words} `)) : came;
      if (!repeated && !along.length && !apart && own.size < MAX_OWN) own.add(said);
      return repeated || (shown === 'said' ? along.some(({ isSlug }) => !isSlug) : shown && along.length > 0);
    };
  }

  /** `name`: its words. @typedef {{answer: string, isSlug: boolean, phrases: string[], compacts: string[], name: string[]}} Piece */

  /** @param {string} value @returns {Piece[]} */
  function piecesOf(value) {
    const before = pieces.get(value);
    if (before) return before;
    const inside = NAMES.flatMap((name) => value.match(name) ?? []);
    const lines = [...new Set([value, ...value.split(/[\r\n]+/), ...inside])].map((line) => ({ line, answer: bare(clean(line)) }));
    const long = lines.filter(({ answer }) => answer.length >= SHORTEST_ANSWER);
    const made = long.map(({ line, answer }) => pieceOf(line, answer));
    if (pieces.size >= MAX_ANSWERS) pieces.clear();
    pieces.set(value, made);
    return made;
  }

  /** @param {string} line @param {string} answer @returns {Piece} */
  function pieceOf(line, answer) {
    const words = wordsOf(answer).split(' ');
    const whole = words.length <= LONGEST_NAME && /\d/.test(answer) ? [compact(answer)] : [];
    const numbers = (answer.match(NUMBERS) ?? []).map(compact).map((number) => number.slice(-NUMBER_END));
    return {
      answer,
      isSlug: SLUG.test(line.trim()),
      phrases: threes(answer),
      compacts: [...new Set([...whole, ...numbers])].filter((one) => one.length >= COMPACT_FROM),
      name: words.length > 1 && words.length <= LONGEST_NAME ? words : [],
    };
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
    const inFrames = netcurtainDocument.frames().flatMap((frame) => netcurtainDocument.within(frame, FIELDS));
    for (const field of [...netcurtainRoots.every(FIELDS), ...inFrames]) {
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
    const all = values.slice(0, MAX_SEARCHED).map((value) => ({ words: wordsOf(clean(value)), isSlug: SLUG.test(value.trim()) }));
    return all.filter(({ words }) => words.length >= SHORTEST_ANSWER);
  }

  /** @param {string} text its words alone, with a space between them */
  const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ');

  /** @param {HTMLInputElement} control */
  function isTyped(control) {
    const { type, tagName, value, defaultValue } = control;
    return type !== 'hidden' && (value !== defaultValue || tagName === 'TEXTAREA' || isTouched(control));
  }

  /** In a closed shadow root only its host is known to have been typed in. @param {Element} control */
  function isTouched(control) {
    const root = /** @type {any} */ (control.getRootNode());
    return touched.has(control) || (root.host && touched.has(root.host));
  }

  /** @param {Fields} fields @param {HTMLFormElement} [outside] */
  function typedIn({ controls, editables }, outside) {
    const counting = controls.filter((control) => isTyped(control) && (!outside || control.form !== outside));
    const typed = counting.flatMap((control) => shownAs(control));
    for (const [field, text] of drafts) {
      const { form, value } = /** @type {HTMLInputElement} */ (field);
      if (text !== value && (!outside || form !== outside)) typed.push(...shownAs(field, text));
    }
    for (const editable of editables) {
      const walker = netcurtainDocument.texts(editable);
      while (walker.nextNode()) typed.push(walker.currentNode.nodeValue ?? '');
      typed.push(editable.textContent ?? '');
    }
    return typed;
  }

  /** An answer in the ways that a page may show it again. @param {any} control @param {string} [value] */
  function shownAs(control, value = control.value) {
    const { type, files } = control;
    if (type === 'file') return [...(files ?? [])].flatMap((file) => [file.name, file.name.replace(/\.[^.]*$/, '')]);
    if (type === 'date') return [value, ...value.split('-'), dayOf(value)];
    if (type === 'tel') return [value, value.replace(/\D+/g, '')];
    return type === 'text' && /\s/.test(value) && asksName(control) ? [value, ...value.split(/\s+/)] : [value];
  }

  /** "4 May". @param {string} date */
  function dayOf(date) {
    const [year, month, day] = date.split('-').map(Number);
    return year && month && day ? new Date(year, month - 1, day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' }) : '';
  }

  /** @param {HTMLInputElement} control */
  function asksName(control) {
    const { name, id, autocomplete, labels, placeholder } = control;
    const words = [...(labels ?? [])].map((label) => label.textContent);
    return /name|enw\b/i.test([name, id, autocomplete, placeholder, control.getAttribute('aria-label'), ...words].join(' '));
  }

  /** Before the page's own code hears of it, and may empty the field: a chat sends with Enter, or by a press that leaves the focus. */
  function remember() {
    for (const value of typedIn(fieldsNow())) if (value.trim() && past.size < MAX_ANSWERS) past.add(value);
  }

  /** What was in a field is known though the page takes it out at once, to make a list of what is typed. @param {Event} event */
  function note(event) {
    const [field] = event.composedPath();
    if (!(field instanceof Element)) return;
    netcurtainRoots.meet(field);
    touched.add(field);
    const text = textIn(field);
    const before = drafts.get(field) ?? '';
    if (text.length < before.length && text.length * 2 > before.length) return;
    if (before.trim() && text.length < before.length && past.size < MAX_ANSWERS) for (const one of shownAs(field, before)) past.add(one);
    if (drafts.has(field) || drafts.size < MAX_ANSWERS) drafts.set(field, text);
  }

  /** @param {any} field */
  function textIn(field) {
    if (field.localName === 'textarea' || (field.localName === 'input' && !NOT_DRAFTED.has(field.type))) return field.value;
    return field.isContentEditable ? (field.textContent ?? '') : '';
  }

  function watch() {
    netcurtainListeners.add(window, 'input', note);
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
