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
   * @returns {(text: string) => boolean} whether a text repeats an answer that is on the page now
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
    for (const option of document.querySelectorAll('option')) {
      if (option.selected && !option.defaultSelected && option.value && option.index > 0) add(option.label, true);
    }
    for (const choice of document.querySelectorAll('input[type=radio], input[type=checkbox]')) {
      const { checked, defaultChecked } = /** @type {HTMLInputElement} */ (choice);
      if (checked && !defaultChecked) add(labelOf(choice), true);
    }

    return (text) => {
      const said = clean(text);
      if (own.has(said)) return false;
      const inWords = () => [...answers].some((answer) => said.includes(answer)) || threes(said).some((phrase) => phrases.has(phrase));
      const repeated = slugs.has(said) || inWords();
      if (!repeated && !outside && own.size < MAX_OWN) own.add(said);
      return repeated;
    };
  }

  function controls() {
    const all = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input, textarea'));
    return [...all].filter(({ type }) => !NOT_TYPED.has(type));
  }

  /** @param {HTMLInputElement} control */
  const isTyped = ({ type, tagName, value, defaultValue }) => type !== 'hidden' && (value !== defaultValue || tagName === 'TEXTAREA');

  /** @param {HTMLFormElement} [outside] */
  function typedNow(outside) {
    const counting = controls().filter((control) => isTyped(control) && (!outside || control.form !== outside));
    const typed = counting.map((control) => control.value);
    for (const editable of document.querySelectorAll('[contenteditable]:not([contenteditable=false])')) {
      const walker = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) typed.push(walker.currentNode.nodeValue ?? '');
      typed.push(editable.textContent ?? '');
    }
    return typed;
  }

  /** Before the page's own code hears of it, and may empty the field. */
  function remember() {
    for (const value of typedNow()) if (value.trim() && past.size < MAX_ANSWERS) past.add(value);
  }

  function watch() {
    window.addEventListener('change', remember, true);
    window.addEventListener('submit', remember, true);
    window.addEventListener('keydown', (event) => event.key === 'Enter' && remember(), true);
  }

  /** @param {string} text @returns {string[]} */
  function threes(text) {
    const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
  }

  return { newest, watch };
})();
