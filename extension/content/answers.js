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
  const NOT_TYPED = new Set(['submit', 'button', 'image', 'reset', 'radio', 'checkbox']);
  /** `report` or `step-two`: what the site's own hidden fields often hold. A longer text with such a word in it does not repeat it. */
  const SLUG = /^[a-z][a-z_-]*$/;

  /** The page's own texts. @type {Set<string>} */
  const own = new Set();
  /** @type {Set<string>} */
  const past = new Set();

  /** @param {string} text */
  const clean = (text) => text.replace(/\s+/g, ' ').trim().toLowerCase();

  /**
   * @param {{labelOf?: (control: any) => string, outside?: HTMLFormElement}} [how] `outside`: only what was typed outside this form counts
   * @returns {(text: string, shown?: boolean) => boolean} whether a text repeats an answer that is on the page now; `shown`: or one that
   *   came with the address, as titles, headings and paragraphs do
   */
  function newest({ labelOf = () => '', outside } = {}) {
    /** Answers, and each line of them. @type {Set<string>} */
    const answers = new Set();
    /** Words the site itself may have put there: only a text that is nothing else repeats them. @type {Set<string>} */
    const slugs = new Set();
    /** Three words in a row of what was typed: a text may repeat a part. @type {Set<string>} */
    const phrases = new Set();

    /** @param {string} value @param {boolean} typed */
    function add(value, typed) {
      for (const piece of [value, ...value.split(/[\r\n]+/)]) {
        const answer = clean(piece);
        if (answer.length < SHORTEST_ANSWER || answers.size >= MAX_ANSWERS) continue;
        if (!typed && SLUG.test(piece.trim())) slugs.add(answer);
        else answers.add(answer);
        if (typed) for (const phrase of threes(answer)) phrases.add(phrase);
      }
    }

    for (const value of [...past, ...typedNow(outside)]) add(value, true);
    for (const control of outside ? [] : controls()) if (!isTyped(control)) add(control.value, false);
    for (const option of netcurtainDocument.all('option')) {
      if (option.selected && !option.defaultSelected && option.value && option.index > 0) add(option.label, true);
    }
    for (const choice of netcurtainDocument.all('input[type=radio], input[type=checkbox]')) {
      const { checked, defaultChecked } = /** @type {HTMLInputElement} */ (choice);
      if (checked && !defaultChecked) add(labelOf(choice), true);
    }

    const came = searched();
    return (text, shown = false) => {
      const said = clean(text);
      if (own.has(said)) return false;
      const inWords = () => [...answers].some((answer) => said.includes(answer)) || threes(said).some((phrase) => phrases.has(phrase));
      const repeated = slugs.has(said) || inWords();
      const cameAlong = came.some((words) => ` ${wordsOf(said)} `.includes(` ${words} `));
      if (!repeated && !cameAlong && !outside && own.size < MAX_OWN) own.add(said);
      return repeated || (shown && cameAlong);
    };
  }

  /** What the address carries: a form that is sent with GET puts there what was typed on the page before. */
  function searched() {
    const values = [...new URLSearchParams(window.location.search).values()].slice(0, MAX_SEARCHED);
    return values.map((value) => wordsOf(clean(value))).filter((words) => words.length >= SHORTEST_ANSWER);
  }

  /** @param {string} text its words alone, with a space between them */
  const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ');

  function controls() {
    const all = /** @type {HTMLInputElement[]} */ (netcurtainDocument.all('input, textarea'));
    return all.filter(({ type }) => !NOT_TYPED.has(type));
  }

  /** @param {HTMLInputElement} control */
  const isTyped = ({ type, tagName, value, defaultValue }) => type !== 'hidden' && (value !== defaultValue || tagName === 'TEXTAREA');

  /** @param {HTMLFormElement} [outside] */
  function typedNow(outside) {
    const counting = controls().filter((control) => isTyped(control) && (!outside || control.form !== outside));
    const typed = counting.flatMap(shownAs);
    for (const editable of netcurtainDocument.all('[contenteditable]:not([contenteditable=false])')) {
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
    const asked = [name, id, autocomplete, ...[...(labels ?? [])].map((label) => label.textContent)].join(' ');
    return type === 'text' && /name/i.test(asked) ? [value, ...value.split(/\s+/)] : [value];
  }

  /** Before the page's own code hears of it, and may empty the field. */
  function remember() {
    for (const value of typedNow()) if (value.trim() && past.size < MAX_ANSWERS) past.add(value);
  }

  function watch() {
    netcurtainListeners.add(window, 'change', remember);
    netcurtainListeners.add(window, 'submit', remember);
    netcurtainListeners.add(window, 'keydown', (event) => event.key === 'Enter' && remember());
  }

  /** @param {string} text @returns {string[]} */
  function threes(text) {
    const words = wordsOf(text).split(' ');
    return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
  }

  return { newest, watch };
})();
