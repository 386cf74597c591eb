/**
 * The small window that asks once more outside of the page (ask/ask.html), where the card cannot be shown to be on top: one for each card
 * that wants it. It goes with its card; closed without an answer, the card hears that there is none. A private window's question is asked
 * in a private window, or nowhere: one in the other kind would be seen by whoever uses that next.
 *
 * @typedef {import('../common/messages.js').Choice} Choice
 */

import { canHold } from './held_requests.js';

const SIZE = { width: 480, height: 400 };
/** @type {ReadonlySet<unknown>} */
const CHOICES = new Set(['as_it_is', 'not_now']);

export class AskWindows {
  /** By the name that the window is told. @type {Map<string, {card: chrome.runtime.Port, window: number | undefined}>} */
  #open = new Map();

  /** @param {() => string} newName */
  constructor(newName) {
    this.newName = newName;
  }

  /** @param {chrome.runtime.Port} card a content script's */
  ask(card) {
    const { id, tab } = card.sender ?? {};
    if (id !== chrome.runtime.id || !tab) {
      card.disconnect();
      return;
    }
    // Only Firefox lets a page of ours be in a private window.
    if (tab.incognito && !canHold()) {
      card.postMessage({ choice: null });
      return;
    }
    const name = this.newName();
    this.#open.set(name, { card, window: undefined });
    card.onDisconnect.addListener(() => this.#end(name));
    card.onMessage.addListener((message) => message?.kind === 'again' && this.#toFront(name));
    void this.#show(name, tab.incognito);
  }

  /**
   * What the person answered in the window.
   * @param {{name: string, choice: Choice}} answer
   */
  answered({ name, choice }) {
    const open = this.#open.get(name);
    if (!open || !CHOICES.has(choice)) return;
    open.card.postMessage({ choice });
    this.#end(name);
  }

  /** @param {number} window one that was closed */
  closed(window) {
    for (const [name, open] of this.#open) {
      if (open.window !== window) continue;
      this.#open.delete(name);
      open.card.postMessage({ choice: null });
    }
  }

  /** @param {string} name @param {boolean} isPrivate */
  async #show(name, isPrivate) {
    const url = chrome.runtime.getURL(`ask/ask.html#${name}`);
    const how = { url, type: /** @type {const} */ ('popup'), ...SIZE, ...(isPrivate && { incognito: true }) };
    const window = await chrome.windows.create(how).catch(() => undefined);
    const open = this.#open.get(name);
    if (open && window?.id !== undefined) open.window = window.id;
    else if (open) {
      this.#open.delete(name);
      open.card.postMessage({ choice: null });
    } else if (window?.id !== undefined) remove(window.id);
  }

  /** @param {string} name */
  #toFront(name) {
    const window = this.#open.get(name)?.window;
    if (window !== undefined) chrome.windows.update(window, { focused: true }).catch(() => undefined);
  }

  /** @param {string} name */
  #end(name) {
    const window = this.#open.get(name)?.window;
    this.#open.delete(name);
    if (window !== undefined) remove(window);
  }
}

/** @param {number} window */
const remove = (window) => void chrome.windows.remove(window).catch(() => undefined);
