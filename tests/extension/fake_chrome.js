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

  /** @param {...any} args */
  raise(...args) {
    return this.listeners.map((listener) => listener(...args));
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
