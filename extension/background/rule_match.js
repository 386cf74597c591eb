/**
 * Whether the app's rules mean a request, told here as the browser would: for where a request is looked at one by one. Pure.
 *
 * @typedef {import('../common/messages.js').BlockRule} BlockRule
 */

import { hostOf } from './address.js';

/** What a list's signs mean in an expression; every other letter means itself. @type {Record<string, string>} */
const SIGNS = { '*': '.*', '^': '(?:[^\\w.%-]|$)' };
const ABOVE = '^[a-z][a-z0-9+.-]*://(?:[^/?#]*\\.)?';

/** Firefox's own words for what the rules call by another. @type {Record<string, string>} */
const CALLED = { beacon: 'ping', imageset: 'image' };

/**
 * Whether rules stop a request: one of them means it, and none that lets through does. A document that somebody goes to is never meant.
 * @param {BlockRule[]} rules
 * @returns {(request: {url: string, type: string}) => boolean}
 */
export function stoppedBy(rules) {
  const read = rules.map((rule) => ({ allow: rule.allow, means: meaningOf(rule), ofType: typesOf(rule) }));
  const [sparing, stopping] = [read.filter(({ allow }) => allow), read.filter(({ allow }) => !allow)];
  return ({ url, type }) => {
    const called = CALLED[type] ?? type;
    const one = (/** @type {typeof read[0]} */ { means, ofType }) => ofType(called) && means(url);
    return called !== 'main_frame' && stopping.some(one) && !sparing.some(one);
  };
}

/**
 * The places where all lies that a rule means, as match patterns; none where it may mean any host.
 * @param {BlockRule} rule
 * @returns {string[]}
 */
export function placesOf({ domains = [], url_filter = '' }) {
  if (domains.length) return domains.map((host) => `*://*.${host}/*`);
  const [, host, path = ''] = /^\|\|([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\^|(\/[^*^|?]*))/.exec(url_filter) ?? [];
  return host ? [`*://*.${host}${path || '/'}*`] : [];
}

/** @param {BlockRule} rule @returns {(type: string) => boolean} */
function typesOf({ types = [], excluded_types = [] }) {
  return types.length ? (type) => types.includes(type) : (type) => !excluded_types.includes(type);
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
