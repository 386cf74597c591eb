/**
 * The words on what somebody presses. A tracker may be told them, and only words that the page was seen to say itself are quoted then:
 * a button may stand outside of every form.
 */

const netcurtainPressed = (() => {
  const ROLES = '[role=button], [role=link], [role=tab], [role=menuitem], [role=option]';
  const PRESSABLE = `button, a, summary, ${ROLES}, input[type=submit], input[type=button], input[type=image]`;
  const KEYS = new Set(['Enter', ' ']);
  const MAX_WORDS = 200;
  const MAX_SAID = 100;
  const { composedPath } = Event.prototype;
  const { closest } = Element.prototype;

  /** @type {Set<string>} */
  const said = new Set();
  /** @type {(message: import('../common/messages.js').FromTab) => void} */
  let tell = () => undefined;

  /** @param {Event & {key?: string}} event */
  function onPress(event) {
    if (!event.isTrusted || (event.type === 'keydown' && !KEYS.has(event.key ?? ''))) return;
    const [target] = composedPath.call(event);
    const pressed = target instanceof Element ? closest.call(target, PRESSABLE) : null;
    const words = pressed ? netcurtainShape.wordsOn(pressed).slice(0, MAX_WORDS) : '';
    if (!words || said.has(words) || said.size >= MAX_SAID || netcurtainAnswers.newest()(words, 'said')) return;
    said.add(words);
    tell({ kind: 'pressed', words });
  }

  /** @param {(message: import('../common/messages.js').FromTab) => void} listener */
  function watch(listener) {
    tell = listener;
    // Before any of the page's code hears of the press, and tells others.
    netcurtainListeners.add(window, 'pointerdown', onPress);
    netcurtainListeners.add(window, 'keydown', onPress);
  }

  /** To an app that has not heard of them. */
  const again = () => said.forEach((words) => tell({ kind: 'pressed', words }));

  return { watch, again };
})();
