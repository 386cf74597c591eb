/**
 * The forms of this document: found, described, described again when they change, and named when they are gone. The page's title goes the
 * same way, because it too may repeat what was typed.
 */

const netcurtainForms = (() => {
  const SETTLE_MS = 200;
  const MAX_FORMS = 50;
  /** On a page that changes all the time, looking takes a twentieth of its time at most. */
  const REST = 20;
  /** What shows or hides a form, or leads it elsewhere. */
  const TELLING = ['style', 'class', 'hidden', 'action', 'target', 'open', 'aria-hidden'];
  const isConnected = /** @type {(this: Node) => boolean} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get);
  const { closest } = Element.prototype;

  /** @type {Map<HTMLFormElement, {id: string, sent: string}>} */
  const known = new Map();
  const prefix = crypto.randomUUID().slice(0, 8);
  let count = 0;
  let title = '';
  let took = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  function look() {
    clearTimeout(soon);
    soon = undefined;
    if (netcurtainDocument.isAhead()) return;
    const began = performance.now();
    for (const [form, { id }] of known) {
      if (isConnected.call(form)) continue;
      known.delete(form);
      tell({ kind: 'form_gone', form: id });
    }
    if (window === window.top) entitle();
    for (const form of netcurtainDocument.all('form')) consider(form);
    took = performance.now() - began;
  }

  function entitle() {
    const now = netcurtainShape.titleOf();
    if (now === title) return;
    title = now;
    tell({ kind: 'title', title });
  }

  /** @param {HTMLFormElement} form */
  function consider(form) {
    let entry = known.get(form);
    if (!entry) {
      if (known.size >= MAX_FORMS || !netcurtainShape.isSeen(form)) return;
      entry = { id: `${prefix}-${(count += 1)}`, sent: '' };
      known.set(form, entry);
    }
    const [descriptor, actions] = [netcurtainShape.describe(form), netcurtainShape.actionsOf(form)];
    const message = { kind: /** @type {const} */ ('form'), form: entry.id, descriptor, actions };
    const text = JSON.stringify(message);
    if (text === entry.sent) return;
    entry.sent = text;
    tell(message);
  }

  function lookSoon() {
    soon ??= setTimeout(look, Math.max(SETTLE_MS, REST * took));
  }

  /** Somebody begins to fill in a form: it is known by the time it is sent. @param {FocusEvent} event */
  function onFocus({ target }) {
    const form = target instanceof Element && (/** @type {any} */ (target).form ?? closest.call(target, 'form'));
    if (form && netcurtainShape.isForm(form) && !known.has(form)) look();
  }

  /** Describe everything again, to an app that has not heard of it. */
  function again() {
    for (const entry of known.values()) entry.sent = '';
    title = '';
    if (!netcurtainDocument.isLoading()) look();
  }

  /** @param {(message: import('../common/messages.js').FromTab) => void} listener */
  function watch(listener) {
    tell = listener;
    const what = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: TELLING };
    new MutationObserver(lookSoon).observe(document, what);
    netcurtainListeners.add(document, 'DOMContentLoaded', look);
    netcurtainListeners.add(document, 'prerenderingchange', again);
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && again());
    netcurtainListeners.add(window, 'focusin', onFocus);
    if (!netcurtainDocument.isLoading()) look();
  }

  /** @param {HTMLFormElement} form @returns {string | undefined} */
  const idOf = (form) => known.get(form)?.id;

  return { watch, idOf, again };
})();
