/**
 * The forms of this document: found, described, described again when they change, and named when they are gone. The page's title goes the
 * same way, because it too may repeat what was typed.
 */

const netcurtainForms = (() => {
  const SETTLE_MS = 200;
  const MAX_FORMS = 50;

  /** @type {Map<HTMLFormElement, {id: string, sent: string}>} */
  const known = new Map();
  const prefix = crypto.randomUUID().slice(0, 8);
  let count = 0;
  let title = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  function look() {
    clearTimeout(soon);
    soon = undefined;
    // A page that is got ready ahead of time may never be shown.
    if (/** @type {any} */ (document).prerendering) return;
    for (const [form, { id }] of known) {
      if (document.contains(form)) continue;
      known.delete(form);
      tell({ kind: 'form_gone', form: id });
    }
    if (window === window.top) entitle();
    for (const form of document.querySelectorAll('form')) consider(form);
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
    soon ??= setTimeout(look, SETTLE_MS);
  }

  /** Describe everything again, to an app that has not heard of it. */
  function again() {
    for (const entry of known.values()) entry.sent = '';
    title = '';
    if (document.readyState !== 'loading') look();
  }

  /** @param {(message: import('../common/messages.js').FromTab) => void} listener */
  function watch(listener) {
    tell = listener;
    new MutationObserver(lookSoon).observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', look, { once: true });
    document.addEventListener('prerenderingchange', again, { once: true });
    window.addEventListener('pageshow', (event) => event.persisted && again());
    if (document.readyState !== 'loading') look();
  }

  /** @param {HTMLFormElement} form @returns {string | undefined} */
  const idOf = (form) => known.get(form)?.id;

  return { watch, idOf, again };
})();
