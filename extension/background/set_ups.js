/**
 * What a pixel is set up to take from forms stands in its own script. Where the browser shows what a request is answered with (Firefox),
 * the pieces of it that matter are told to the app; elsewhere that nobody can see it. The page gets every byte, as it came and at once.
 *
 * @typedef {{write: (data: ArrayBuffer) => void, disconnect: () => void, ondata?: (event: {data: ArrayBuffer}) => void,
 *   onstop?: () => void, onerror?: () => void}} Filter of `filterResponseData`
 */

import { canHold } from './held_requests.js';

/** Meta's and TikTok's, and nothing else. */
export const SCRIPTS = /** @type {any} */ ({
  urls: [
    'https://connect.facebook.net/signals/config/*',
    'https://analytics.tiktok.com/i18n/pixel/events.js*',
    'https://analytics.tiktok.com/i18n/pixel/config.js*',
    'https://analytics.tiktok.com/i18n/pixel/static/main*',
  ],
  types: ['script'],
});
/** Of each script, and of what is told of it. */
export const MAX_LOOKED_AT = 1024 * 1024;
const MAX_TOLD = 64 * 1024;
const MATTERS = /automatic_?matching|AutoAdvancedMatching/gi;
const [BEFORE, AFTER] = [100, 1200];

export class SetUps {
  #world;
  /**
   * @param {{known: (requestId: string) => {id: string, page: string} | undefined, isWanted: (tab: number) => boolean,
   *   emit: (observation: import('../common/messages.js').Observation) => void}} world `known`: a request by the browser's own number
   */
  constructor(world) {
    this.#world = world;
  }

  /** @param {(handle: () => void) => void} inTurn */
  listen(inTurn) {
    const { onBeforeRequest, onResponseStarted } = chrome.webRequest;
    if (!canHold()) {
      onResponseStarted.addListener(({ requestId, tabId }) => inTurn(() => this.#tell(tabId, requestId)), SCRIPTS);
      return;
    }
    const follow = (/** @type {{requestId: string, tabId: number}} */ { requestId, tabId }) => {
      try {
        const filter = /** @type {any} */ (chrome.webRequest).filterResponseData(requestId);
        lookAt(filter, (text) => inTurn(() => this.#tell(tabId, requestId, text === undefined ? {} : { text: whatMatters(text) })));
      } catch {
        // It goes to the page, and nobody looks.
      }
    };
    onBeforeRequest.addListener(/** @type {any} */ (follow), SCRIPTS, ['blocking']);
  }

  /**
   * @param {number} tab
   * @param {string} requestId
   * @param {{text?: string}} seen nothing where the browser does not show it
   */
  #tell(tab, requestId, seen = {}) {
    const known = this.#world.known(requestId);
    if (!known || !this.#world.isWanted(tab)) return;
    this.#world.emit({ type: 'set_up', page: known.page, request: known.id, ...seen });
  }
}

/**
 * @param {Filter} filter
 * @param {(text?: string) => void} done called once at most, with as much as was looked at; with nothing where it was not shown after all
 */
function lookAt(filter, done) {
  const reader = new TextDecoder();
  let [text, bytes] = ['', 0];
  const finish = () => {
    // What is still to come goes to the page without us.
    filter.disconnect();
    done(text);
  };
  filter.ondata = ({ data }) => {
    filter.write(data);
    try {
      text += reader.decode(data.slice(0, MAX_LOOKED_AT - bytes), { stream: true });
      bytes += data.byteLength;
      if (bytes >= MAX_LOOKED_AT) finish();
    } catch {
      filter.disconnect();
    }
  };
  filter.onstop = finish;
  filter.onerror = () => done();
}

/**
 * The pieces of a script that say what its pixel takes.
 * @param {string} text
 */
export function whatMatters(text) {
  let [pieces, end] = ['', 0];
  for (const { index } of text.matchAll(MATTERS)) {
    const start = Math.max(index - BEFORE, end);
    pieces += `${pieces && start > end ? '\n' : ''}${text.slice(start, index + AFTER)}`;
    end = index + AFTER;
    if (pieces.length > MAX_TOLD) break;
  }
  return pieces.slice(0, MAX_TOLD);
}
