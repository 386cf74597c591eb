/**
 * Three Shifts within five seconds, each pressed and released alone: the way out that GOV.UK has taught people. A capital, a shortcut, a
 * Shift that is held or that has another key or a press of the mouse in between is none.
 *
 * @typedef {{type: string, key: string, code: string, repeat: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean,
 *   time: number}} Key `time` in milliseconds
 */

const netcurtainShifts = (() => {
  const WITHIN_MS = 5000;
  const HELD_MS = 1000;
  const WANTED = 3;

  /** Counts anew. @returns {{key: (key: Key) => boolean, reset: () => void}} `key`: whether this was the third */
  function count() {
    /** Keys that are down. @type {Set<string>} */
    const down = new Set();
    /** When each Shift that counts was released. @type {number[]} */
    let times = [];
    /** When the Shift that is down alone was pressed. @type {number | null} */
    let pressed = null;

    function reset() {
      times = [];
      pressed = null;
    }

    /** @param {Key} key */
    function begin({ key, code, repeat, ctrlKey, altKey, metaKey, time }) {
      const isAlone = key === 'Shift' && !repeat && !ctrlKey && !altKey && !metaKey && down.size === 0;
      down.add(code);
      if (isAlone) pressed = time;
      else reset();
    }

    /** @param {Key} key */
    function end({ key, code, time }) {
      down.delete(code);
      const isCounted = key === 'Shift' && pressed !== null && time - pressed < HELD_MS;
      pressed = null;
      times = isCounted ? [...times.filter((before) => time - before < WITHIN_MS), time] : [];
      if (times.length < WANTED) return false;
      reset();
      return true;
    }

    return {
      key(key) {
        if (key.type === 'keyup') return end(key);
        begin(key);
        return false;
      },
      reset() {
        down.clear();
        reset();
      },
    };
  }

  return { count };
})();
