/**
 * Notices when what a person types leaves before they send it. What they type stays in this frame's own memory, and goes with the page or
 * when the field is emptied; the background passes on what the page asks of others, and hears no more than which field it was in, and how
 * that was written. Where nobody types, nothing is done.
 *
 * @typedef {{request: string, url: string, form?: Record<string, string[]>, raw?: string, text?: string}} Passed a request to a third
 *   party; `text`: what its body unpacks to
 * @typedef {{label: string, type: string, value: string, isNew: boolean, sheaves: Sheaf[]}} Field `sheaves`: its newest values
 */

const netcurtainTyped = (() => {
  /** No slice of work takes 5 ms: one step of it, which may be the last, takes well below 1 ms. */
  const SLICE_MS = 2;
  const SETTLE_MS = 150;
  const MAX_FIELDS = 300;
  const MAX_VALUE = 20_000;
  const MAX_LABEL = 600;
  const MAX_WAITING = 200;
  const MAX_CHARACTERS = 4_000_000;
  /** A tracker may send what stood in a field a moment ago. */
  const VALUES_KEPT = 3;
  const MAX_OWN_TEXTS = 5000;
  const DECODED_AT_ONCE = 65_536;
  const MAX_UNPACKED = 1024 * 1024;
  /** How a body in base64 begins that is packed. @type {[RegExp, CompressionFormat][]} */
  const PACKED = [[/^H4sI/, 'gzip'], [/^e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r])/, 'deflate']];
  /** A choice among fewer says little, and stands in requests by chance. */
  const OPTIONS_FROM = 20;
  const TYPED = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'password', 'textarea', 'select-one']);
  const NOT_WORDS = 'script, style, noscript, template, textarea, select, [contenteditable]';

  /** @type {Map<Element, Field>} */
  const fields = new Map();
  /** @type {Passed[]} */
  let waiting = [];
  /** What is being done, a slice at a time. @type {Generator<undefined> | undefined} */
  let doing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Whether the background knows that somebody types here. */
  let said = false;
  /** Whether the page's own words are known. */
  let learnt = false;
  /** Whether a text repeats an answer, until more is typed. @type {((text: string) => boolean) | undefined} */
  let repeats;
  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  /** @param {Element} element @returns {string} the kind of field, '' for one that is not looked at */
  function typeOf(element) {
    const { type = '', tagName, options } = /** @type {any} */ (element);
    if (tagName === 'SELECT' && options.length <= OPTIONS_FROM) return '';
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(tagName)) return TYPED.has(type) ? type : '';
    return element.matches('[contenteditable]:not([contenteditable=false])') ? 'editable' : '';
  }

  /** @param {any} element @param {string} type */
  function valueOf(element, type) {
    if (type === 'select-one') return String(element.selectedOptions[0]?.label ?? '');
    return String((type === 'editable' ? element.textContent : element.value) ?? '').slice(0, MAX_VALUE);
  }

  /** @param {any} element */
  const labelOf = (element) =>
    netcurtainShape.labelOf(element) || element.getAttribute('aria-label') || element.getAttribute('placeholder') || '';

  /** What the page said before anybody typed on it: to meet that in a request says nothing. */
  function* ownWords() {
    yield unescaped(netcurtainDocument.url());
    yield unescaped(netcurtainDocument.referrer());
    const walker = netcurtainDocument.texts(netcurtainDocument.root(), (node) =>
      node.parentElement?.closest(NOT_WORDS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let count = 0; count < MAX_OWN_TEXTS && walker.nextNode(); count += 1) yield walker.currentNode.nodeValue ?? '';
  }

  function* learnOwnWords() {
    yield* netcurtainNeedles.learnOwn(ownWords());
    learnt = true;
  }

  /** @param {string} address */
  function unescaped(address) {
    try {
      return decodeURIComponent(address.replaceAll('+', ' '));
    } catch {
      return address;
    }
  }

  /** @param {Event} event */
  function onInput(event) {
    const [element] = event.composedPath();
    if (!event.isTrusted || !(element instanceof Element)) return;
    const type = typeOf(element);
    if (!type) return;
    const value = valueOf(element, type);
    if (!value) forget(element);
    else if (fields.has(element) || fields.size < MAX_FIELDS) note(element, type, value);
  }

  /** @param {Element} element @param {string} type @param {string} value */
  function note(element, type, value) {
    repeats = undefined;
    const field = fields.get(element) ?? { label: labelOf(element), type, value, isNew: true, sheaves: [] };
    fields.set(element, Object.assign(field, { value, isNew: true }));
    say();
    // The page's own words are those before its own code hears of this, and may repeat it.
    if (!learnt && !doing) work();
    else soon(SETTLE_MS);
  }

  /** @param {Element} element */
  function forget(element) {
    fields.get(element)?.sheaves.forEach(netcurtainNeedles.drop);
    if (fields.delete(element) && !fields.size) forgetAll();
  }

  function forgetAll() {
    fields.clear();
    netcurtainNeedles.clear();
    waiting = [];
    doing = undefined;
    clearTimeout(timer);
    timer = undefined;
    if (said) tell({ kind: 'typing', typing: false });
    said = false;
  }

  function say() {
    if (!said) tell({ kind: 'typing', typing: true });
    said = true;
  }

  /** The background may have been stopped meanwhile. */
  function again() {
    said = false;
    if (fields.size) say();
  }

  /** @param {Passed} passed what the page asks of a third party */
  function compare(passed) {
    if (!fields.size) return;
    const format = PACKED.find(([beginning]) => beginning.test(passed.raw ?? ''))?.[1];
    if (format) void unpacked(String(passed.raw), format).then((text) => fields.size && keep({ ...passed, text }));
    else keep(passed);
  }

  /** @param {string} raw base64 @param {CompressionFormat} format @returns {Promise<string>} as far as it can be unpacked */
  async function unpacked(raw, format) {
    let text = '';
    try {
      const { readable, writable } = new DecompressionStream(format);
      const writer = writable.getWriter();
      writer.write(netcurtainCarried.bytesOf(atob(raw))).then(() => writer.close()).catch(() => undefined);
      const reader = readable.getReader();
      const decoder = new TextDecoder();
      while (text.length < MAX_UNPACKED) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += decoder.decode(value, { stream: true });
      }
      await reader.cancel();
    } catch {
      // It only began like one, or was cut off.
    }
    return text;
  }

  /** @param {Passed} passed */
  function keep(passed) {
    waiting.push(passed);
    let room = MAX_CHARACTERS;
    const kept = waiting.reverse().filter((one, at) => at < MAX_WAITING && (room -= sizeOf(one)) >= 0);
    waiting = kept.reverse();
    soon(0);
  }

  /** @param {Passed} passed */
  const sizeOf = ({ url, form, raw = '', text = '' }) =>
    url.length + raw.length + text.length + (form ? Object.entries(form).flat(2).join().length : 0);

  /** @param {number} after milliseconds; sooner takes the place of later */
  function soon(after) {
    if (timer !== undefined && after) return;
    clearTimeout(timer);
    timer = setTimeout(work, after);
  }

  function work() {
    timer = undefined;
    const until = performance.now() + SLICE_MS;
    do {
      doing ??= next();
      if (!doing) return;
      if (doing.next().done) doing = undefined;
    } while (performance.now() < until);
    soon(0);
  }

  /** What was typed comes before requests: one may carry the very last of it. @returns {Generator<undefined> | undefined} */
  function next() {
    if (!learnt) return learnOwnWords();
    for (const field of fields.values()) if (field.isNew) return learn(field);
    const passed = waiting.shift();
    return passed && look(passed);
  }

  /** @param {Field} field */
  function* learn(field) {
    field.isNew = false;
    const sheaf = netcurtainNeedles.sheafOf(field);
    field.sheaves.push(sheaf);
    if (field.sheaves.length > VALUES_KEPT) netcurtainNeedles.drop(/** @type {Sheaf} */ (field.sheaves.shift()));
    yield* netcurtainNeedles.add(sheaf, field.value, field.type);
  }

  /** @param {Passed} passed */
  function* look(passed) {
    const told = new Set();
    const found = (/** @type {{label: string}} */ field, /** @type {import('../common/messages.js').Written} */ written) => {
      if (told.has(field)) return;
      told.add(field);
      tell({ kind: 'typed', request: passed.request, label: shown(field.label), written });
    };
    const path = passed.url.indexOf('/', passed.url.indexOf('//') + 2);
    if (path > 0) yield* netcurtainCarried.search(passed.url.slice(path), found);
    for (const [name, values] of Object.entries(passed.form ?? {})) {
      for (const value of [name, ...values]) yield* netcurtainCarried.search(value, found);
    }
    if (passed.text) yield* netcurtainCarried.search(passed.text, found);
    else if (passed.raw) yield* netcurtainCarried.search(yield* decoded(passed.raw), found);
  }

  /** @param {string} raw base64 */
  function* decoded(raw) {
    const decoder = new TextDecoder();
    let text = '';
    for (let at = 0; at < raw.length; at += DECODED_AT_ONCE) {
      text += decoder.decode(netcurtainCarried.bytesOf(atob(raw.slice(at, at + DECODED_AT_ONCE))), { stream: true });
      yield;
    }
    return text;
  }

  /** A label as it may be told: '' where the page repeats an answer in it. @param {string} label */
  function shown(label) {
    repeats ??= netcurtainAnswers.newest({ labelOf: netcurtainShape.labelOf });
    return repeats(label) ? '' : label.slice(0, MAX_LABEL);
  }

  /** @param {(message: import('../common/messages.js').FromTab) => void} listener */
  function watch(listener) {
    tell = listener;
    netcurtainListeners.add(window, 'input', onInput);
    netcurtainListeners.add(window, 'pagehide', forgetAll);
    // Once a form is sent the background asks no more, until somebody types again.
    netcurtainListeners.add(window, 'submit', () => (said = false));
  }

  return { watch, again, compare };
})();
