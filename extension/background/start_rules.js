/**
 * The app's rules for pages where people report something or ask for help, in the browser's words, and whether they mean a request. Pure.
 *
 * @typedef {import('../common/messages.js').BlockRule} BlockRule
 * @typedef {import('../common/messages.js').FromTheStart} FromTheStart
 */

import { hostOf } from './address.js';
import { PRIORITY, conditionOf } from './rules.js';

/** What a list's signs mean in an expression; every other letter means itself. @type {Record<string, string>} */
const SIGNS = { '*': '.*', '^': '(?:[^\\w.%-]|$)' };
const ABOVE = '^[a-z][a-z0-9+.-]*://(?:[^/?#]*\\.)?';

/**
 * Each rule holds for what a listed page asks for, and a frame or a service worker of it; where the browser knows the page around a frame,
 * also for what others' frames in a listed page ask for.
 * @param {FromTheStart} wanted
 * @param {boolean} knowsTop
 * @returns {chrome.declarativeNetRequest.Rule[]}
 */
export function startRules({ hosts, rules }, knowsTop) {
  const places = [{ initiatorDomains: hosts }, ...(knowsTop ? [{ topDomains: hosts }] : [])];
  const all = places.flatMap((place) =>
    rules.filter((rule) => !rule.allow).map((rule) => ({ action: { type: 'block' }, condition: { ...conditionOf(rule), ...place } })),
  );
  return /** @type {any} */ (all.map((rule, index) => ({ id: index + 1, priority: PRIORITY.fromStart, ...rule })));
}

/** A host, or one below any of these. @param {string} host @param {ReadonlySet<string>} hosts */
export function isBelow(host, hosts) {
  const labels = host.split('.');
  return labels.some((_, index) => hosts.has(labels.slice(index).join('.')));
}

/**
 * @param {BlockRule} rule
 * @returns {(url: string) => boolean} whether the rule means an address; it does not ask for what
 */
export function meaningOf({ domains = [], excluded_domains = [], url_filter = '', regex = '', match_case = false }) {
  const [within, spared] = [new Set(domains), new Set(excluded_domains)];
  const expression = expressionOf(regex || (url_filter && patternOf(url_filter)), match_case);
  return (url) => {
    const host = hostOf(url);
    return (!within.size || isBelow(host, within)) && !isBelow(host, spared) && expression.test(url);
  };
}

/** One that cannot be read here means nothing. @param {string} pattern @param {boolean} matchCase */
function expressionOf(pattern, matchCase) {
  try {
    return new RegExp(pattern, matchCase ? '' : 'i');
  } catch {
    return /(?!)/;
  }
}

/** @param {string} filter as `urlFilter` takes it */
function patternOf(filter) {
  const [, start = '', text = '', end = ''] = /^(\|{0,2})(.*?)(\|?)$/s.exec(filter) ?? [];
  const body = [...text].map((letter) => SIGNS[letter] ?? letter.replace(/[\\$.+?()[\]{}|/]/, '\\$&')).join('');
  return `${start === '||' ? ABOVE : start && '^'}${body}${end && '$'}`;
}
