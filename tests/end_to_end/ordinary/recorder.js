/**
 * The first script of every ordinary page: it notes what the page can see of the person and of the browser, and what the page is at the end.
 * Dates and random numbers are the same on each visit, so that nothing has to be left out for them.
 */

window.recorder = (() => {
  let seed = 7;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  Date.now = () => 1_790_000_000_000;

  const PLACES = [window, Document.prototype, Element.prototype, HTMLElement.prototype];
  const WITHOUT_HANDLER = ['DOMContentLoaded', 'focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend', 'touchstart', 'touchend'];
  const types = PLACES.flatMap((place) => Object.getOwnPropertyNames(place))
    .filter((name) => name.startsWith('on'))
    .map((name) => name.slice(2));
  const FACTS = ['key', 'code', 'button', 'buttons', 'detail', 'inputType', 'data', 'deltaY', 'newState', 'oldState', 'ctrlKey', 'shiftKey', 'repeat', 'origin'];
  const events = [];

  /** Where something stands: each step is a name and its number among its siblings. */
  function path(node) {
    if (node === window) return 'window';
    if (node === document) return 'document';
    if (!(node instanceof Node)) return node ? Object.prototype.toString.call(node) : '';
    const parent = node.parentNode ?? node.host;
    if (!parent) return node.nodeName;
    const number = node.parentNode ? [...node.parentNode.childNodes].indexOf(node) : 'root';
    return `${parent === document ? '' : `${path(parent)} `}${node.nodeName.toLowerCase()}:${number}`;
  }

  function note(event, phase) {
    recorder.busy = true;
    const facts = FACTS.filter((name) => event[name] !== undefined).map((name) => `${name}=${JSON.stringify(event[name])}`);
    if ('clientX' in event) facts.push(`at=${Math.round(event.clientX)},${Math.round(event.clientY)}`);
    if (event.relatedTarget) facts.push(`related=${path(event.relatedTarget)}`);
    if (event.submitter) facts.push(`submitter=${path(event.submitter)}`);
    const trusted = event.isTrusted ? 'trusted' : 'made';
    events.push([event.type, phase, path(event.composedPath()[0]), trusted, event.defaultPrevented ? 'prevented' : '', ...facts].join(' | '));
    recorder.busy = false;
  }

  for (const type of new Set([...types, ...WITHOUT_HANDLER])) {
    for (const phase of ['down', 'up']) addEventListener(type, (event) => note(event, phase), { capture: phase === 'down', passive: true });
  }

  /** All elements, also those in open shadow roots. */
  function* all(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  }

  function focus() {
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return path(it);
  }

  /** Each colour and how many pixels it goes on for. Not `toDataURL`: Firefox writes a number of its own, new on each start, into the file. */
  function pixels(canvas) {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const runs = [];
    for (const colour of new Uint32Array(data.buffer)) {
      if (runs.at(-1)?.colour === colour) runs.at(-1).count += 1;
      else runs.push({ colour, count: 1 });
    }
    return runs.map(({ colour, count }) => `${count} of ${colour.toString(16)}`);
  }

  function state() {
    const elements = [...all(document)];
    const chosen = getSelection();
    return {
      address: location.href,
      title: document.title,
      history: history.length,
      size: [innerWidth, innerHeight],
      cookies: document.cookie,
      stored: { ...localStorage },
      globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)).sort(),
      html: document.documentElement?.outerHTML ?? '',
      roots: elements.filter((one) => one.shadowRoot).map((one) => [path(one), one.shadowRoot.innerHTML]),
      values: elements.filter((one) => 'value' in one).map((one) => [path(one), String(one.value), Boolean(one.checked), one.selectionStart ?? null]),
      open: elements.filter((one) => one.matches('dialog[open], details[open], :popover-open')).map(path),
      pictures: elements.filter((one) => one.localName === 'canvas').map(pixels),
      scrolled: elements.filter((one) => one.scrollTop || one.scrollLeft).map((one) => [path(one), Math.round(one.scrollTop), Math.round(one.scrollLeft)]),
      focus: focus(),
      chosen: chosen ? [path(chosen.anchorNode), chosen.anchorOffset, path(chosen.focusNode), chosen.focusOffset, String(chosen)] : [],
      own: [...document.querySelectorAll('*')].map((one) => Object.getOwnPropertyNames(one).join()).join(''),
    };
  }

  const frame = window === top ? 'top' : (frameElement?.name ?? 'frame of another site');
  const current = () => ({ frame, events, state: state() });

  // What was seen in a document that has gone is kept for the one that follows.
  const before = () => JSON.parse(sessionStorage.getItem('recorded') ?? '[]');
  addEventListener('pagehide', () => sessionStorage.setItem('recorded', JSON.stringify([...before(), current()])));

  const isFirst = () => {
    try {
      return window === top || !parent.recorder;
    } catch {
      return true;
    }
  };

  return {
    /** Whether it is the recorder that is at work, for a page that counts who calls what. */
    busy: false,
    /** Everything that this frame, and those before it, have seen. */
    whole: () => JSON.stringify([...(isFirst() ? before() : []), current()]),
    /** The middle of something, brought into view; ` >>> ` leads into an open root or a frame of the same site. */
    at(selector) {
      this.busy = true;
      let root = document;
      let element = null;
      const origin = { x: 0, y: 0 };
      for (const step of selector.split(' >>> ')) {
        element = root.querySelector(step);
        if (!element) throw new Error(`no ${step}`);
        element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        root = element.shadowRoot ?? element.contentDocument;
        if (element.contentDocument) {
          const { x, y } = element.getBoundingClientRect();
          origin.x += x + element.clientLeft;
          origin.y += y + element.clientTop;
        }
      }
      const box = element.getBoundingClientRect();
      this.busy = false;
      const inside = element.contentDocument ? { x: 0, y: 0 } : origin;
      return [Math.round(inside.x + box.x + box.width / 2), Math.round(inside.y + box.y + box.height / 2)];
    },
  };
})();
