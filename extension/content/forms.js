/**
 * The forms of this document, and groups of fields outside of any: found, described, described again when they change, and named when
 * they are gone. The page's title goes the same way, because it too may repeat what was typed. All of it is done in short slices.
 */

const netcurtainForms = (() => {
  const SETTLE_MS = 200;
  const MAX_FORMS = 50;
  /** A description of more fields than these takes a slice of its own to be sent. */
  const LONG = 20;
  /** On a page that changes all the time, looking takes a twentieth of its time at most. */
  const REST = 20;
  /** An element may get its shadow root late, and nothing tells of it. */
  const LATER_MS = [300, 1000, 3000, 10_000];
  /** What shows or hides a form, or leads it elsewhere. */
  const SHOWING = ['style', 'class', 'hidden', 'action', 'target', 'open', 'aria-hidden'];
  /** What names a field. */
  const NAMING = [
    'aria-label', 'aria-labelledby', 'aria-describedby', 'placeholder', 'for', 'role', 'contenteditable', 'type', 'required', 'label',
  ];
  const WHAT = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: [...SHOWING, ...NAMING] };
  const ONLY_SHOWING = new Set(SHOWING);
  const isConnected = /** @type {(this: Node) => boolean} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'isConnected')?.get);

  /** @typedef {{id: string, sent: string}} Known a form or group that the background has been told of, and what it was told */
  /** @type {Map<Node, Known>} */
  const known = new Map();
  /** The container of a group keeps its name, though its fields may go and come. @type {WeakMap<Node, string>} */
  const ids = new WeakMap();
  const prefix = netcurtainUuid().slice(0, 8);
  let count = 0;
  let title = '';
  let took = 0;
  let later = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  /** Ends the look that is under way. @type {(() => void) | undefined} */
  let stop;

  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  /** @param {Node | null} [first] the form to begin with */
  function look(first = null) {
    clearTimeout(soon);
    soon = undefined;
    stop?.();
    stop = undefined;
    if (netcurtainDocument.isAhead()) return;
    let ended = false;
    const end = netcurtainSlices.run(looking(first), (all) => {
      ended = true;
      stop = undefined;
      took = all;
      lookForRoots();
    });
    if (!ended) stop = end;
  }

  /** @param {Node | null} first @returns {Generator<unknown, void>} */
  function* looking(first) {
    for (const form of known.keys()) if (!isConnected.call(form)) forget(form);
    yield* netcurtainAnswers.prepare();
    if (window === window.top) {
      entitle();
      yield;
    }
    const scene = yield* netcurtainScene.take();
    for (const scope of known.keys()) if (!netcurtainShape.isForm(scope) && !scene.scopes.has(scope)) forget(scope);
    const scopes = [...scene.scopes.keys()];
    if (first && scene.scopes.has(first)) scopes.unshift(first);
    for (const scope of new Set(scopes)) yield* consider(scope, scene);
  }

  /** @param {Node} form */
  function forget(form) {
    const entry = known.get(form);
    known.delete(form);
    if (entry) tell({ kind: 'form_gone', form: entry.id });
  }

  function entitle() {
    const now = netcurtainShape.titleOf();
    if (now === title) return;
    title = now;
    tell({ kind: 'title', title });
  }

  /** @param {Node} scope @param {Scene} scene @returns {Generator<unknown, void>} */
  function* consider(scope, scene) {
    if (!known.has(scope) && (known.size >= MAX_FORMS || !netcurtainShape.isSeen(scope, scene.scopes.get(scope)?.controls))) return;
    const descriptor = yield* netcurtainShape.describing(scope, scene);
    const isLong = descriptor.form.fields.length > LONG;
    if (isLong) yield netcurtainSlices.REST;
    if (!isConnected.call(scope)) return;
    const entry = known.get(scope) ?? { id: idFor(scope), sent: '' };
    const message = { kind: /** @type {const} */ ('form'), form: entry.id, descriptor, actions: netcurtainShape.actionsOf(scope) };
    const text = JSON.stringify(message);
    known.set(scope, entry);
    if (text === entry.sent) return;
    entry.sent = text;
    if (isLong) yield netcurtainSlices.REST;
    tell(message);
    yield;
  }

  /** @param {Node} scope */
  function idFor(scope) {
    const id = ids.get(scope) ?? `${prefix}-${(count += 1)}`;
    ids.set(scope, id);
    return id;
  }

  /** A look that is under way is not ended for another: on a page that never rests none would come to its end. */
  function lookSoon() {
    soon ??= setTimeout(() => {
      soon = undefined;
      if (stop) lookSoon();
      else look();
    }, Math.max(SETTLE_MS, REST * took));
  }

  function lookForRoots() {
    if (netcurtainRoots.isWaiting() && later < LATER_MS.length) setTimeout(lookSoon, LATER_MS[later++]);
  }

  /** @param {MutationRecord[]} records */
  function onChange(records) {
    if (records.some(({ type }) => type === 'childList')) netcurtainRoots.forget();
    const isNaming = records.some(({ type, attributeName }) => type !== 'attributes' || !ONLY_SHOWING.has(attributeName ?? ''));
    if (isNaming) netcurtainNames.forget();
    lookSoon();
  }

  /** Somebody begins to fill in a form: it is known by the time it is sent. @param {FocusEvent} event */
  function onFocus(event) {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    if (netcurtainRoots.meet(target)) {
      look();
      return;
    }
    const form = /** @type {any} */ (target).form ?? netcurtainRoots.nearest(target, 'form');
    if (form && netcurtainShape.isForm(form) ? !known.has(form) : isNew(target)) look(form);
  }

  /** A field outside of every form that is in no group yet, or a host that may hold one. @param {Element} target */
  function isNew(target) {
    const mayAsk = target.localName.includes('-') || netcurtainControls.isField(target);
    return mayAsk && ![...known.keys()].some((scope) => netcurtainRoots.holds(scope, target));
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
    const observer = new MutationObserver(onChange);
    observer.observe(document, WHAT);
    netcurtainRoots.watch((root) => observer.observe(root, WHAT));
    netcurtainListeners.add(document, 'DOMContentLoaded', () => look());
    netcurtainListeners.add(document, 'prerenderingchange', again);
    netcurtainListeners.add(window, 'pageshow', (event) => event.persisted && again());
    netcurtainListeners.add(window, 'focusin', onFocus);
    if (!netcurtainDocument.isLoading()) look();
  }

  /** @param {Node} scope @returns {string | undefined} */
  const idOf = (scope) => known.get(scope)?.id;

  /** The forms and groups that the background was told of. */
  const scopes = () => [...known.keys()];

  return { watch, idOf, scopes, again };
})();
