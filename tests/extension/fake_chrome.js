/** Just enough of a browser for the extension's files: what they call is noted, what they read is given. */

import { readFileSync } from 'node:fs';

const EXTENSION = new URL('../../extension/', import.meta.url);
const WORDS = JSON.parse(readFileSync(new URL('_locales/en/messages.json', EXTENSION), 'utf8'));

/** @param {string} path inside the extension */
export const source = (path) => readFileSync(new URL(path, EXTENSION), 'utf8');

/** The manifest, as the browser reads it. */
export const manifest = JSON.parse(source('manifest.json'));

/** @param {string} name @param {string[]} values */
export function word(name, values = []) {
  if (name === '@@bidi_dir') return 'ltr';
  const found = WORDS[name];
  if (!found) throw new Error(`no such words: ${name}`);
  return found.message.replace(/\$[A-Z]+\$/g, () => values[0] ?? '');
}

/** An event that a test can raise. */
export class FakeEvent {
  /** @type {((...args: any[]) => any)[]} */
  listeners = [];

  /** @param {(...args: any[]) => any} listener */
  addListener(listener) {
    this.listeners.push(listener);
  }

  /** @param {(...args: any[]) => any} listener */
  removeListener(listener) {
    this.listeners = this.listeners.filter((one) => one !== listener);
  }

  /** @param {...any} args */
  raise(...args) {
    return this.listeners.map((listener) => listener(...args));
  }
}

/** One end of a port, and what was said into it. */
export class FakePort {
  onMessage = new FakeEvent();
  onDisconnect = new FakeEvent();
  /** @type {any[]} */
  said = [];
  isOpen = true;

  /** @param {string} name @param {any} [sender] */
  constructor(name, sender = { id: 'ours' }) {
    this.name = name;
    this.sender = sender;
  }

  /** @param {any} message */
  postMessage(message) {
    if (!this.isOpen) throw new Error('Attempting to use a disconnected port object');
    this.said.push(structuredClone(message));
  }

  disconnect() {
    this.isOpen = false;
  }

  /** The other end says something. @param {any} message */
  hear(message) {
    this.onMessage.raise(message);
  }

  /** The other end is gone. */
  end() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.onDisconnect.raise();
  }
}

/** `declarativeNetRequest`'s session and dynamic rules; a rule with the regex `(bad` is refused, and with it the whole change. */
export class FakeRules {
  /** Those of the session. @type {any[]} */
  rules = [];
  /** Those that stay. @type {any[]} */
  dynamic = [];

  async getSessionRules() {
    return structuredClone(this.rules);
  }

  /** @param {{removeRuleIds?: number[], addRules?: any[]}} change */
  async updateSessionRules({ removeRuleIds = [], addRules = [] }) {
    this.rules = changed(this.rules, removeRuleIds, addRules);
  }

  // Functions of their own, as in a browser: they may be called without it.
  getDynamicRules = async () => structuredClone(this.dynamic);

  updateDynamicRules = async (/** @type {{removeRuleIds?: number[], addRules?: any[]}} */ { removeRuleIds = [], addRules = [] }) => {
    this.dynamic = changed(this.dynamic, removeRuleIds, addRules);
  };
}

/** @param {any[]} rules @param {number[]} removed @param {any[]} added */
function changed(rules, removed, added) {
  const left = rules.filter((rule) => !removed.includes(rule.id));
  if (added.some((rule) => rule.condition.regexFilter === '(bad')) throw new Error('bad regex');
  if (added.some((rule) => left.some((old) => old.id === rule.id))) throw new Error('taken');
  return [...left, ...added];
}
