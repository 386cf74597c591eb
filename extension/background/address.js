/**
 * Which part of an address crosses the link. Answers may stand in a query (a form sent with GET, an autosave), so the page's own
 * addresses go without the values; a third party's request goes whole, because what it was told is the question.
 *
 * @typedef {import('../common/messages.js').BlockRule} BlockRule
 * @typedef {{site: string, actions: ReadonlySet<string>, leaving: boolean, rules: BlockRule[]}} Surroundings of a request, on its page.
 *   `site`: the registrable domain where the app has told it; `actions`: the places that its forms go to; `leaving`: answers leave now
 */

export const MAX_ADDRESS = 64 * 1024;
const MAX_PAGE_ADDRESS = 8000;

/** Own-domain Google Analytics is a third party's request in all but name: it needs its parameters to be told apart. */
const OWN_DOMAIN_ANALYTICS = /\/g\/collect\?(?:[^#]*&)?tid=G-/;

const OPAQUE = /^(?!about:)([a-z][a-z0-9+.-]*:)(?!\/\/)/i;
/** How nearly all begin. Their host can be read off, faster than an address is taken apart; a number, or another script, cannot. */
const PLAIN = /^https?:\/\/((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,})(?::\d{1,4})?(?:[/?#]|$)/;
const USER_INFO = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i;

/**
 * `?step=2&a=b` becomes `?step&a`; what has no "=" may be an answer and goes, and so do the fragment and who signs in; of `data:` and such
 * only the scheme stays. core/domains.py in the app does the same.
 * @param {string} address
 * @returns {string}
 */
export function withoutQueryValues(address) {
  const opaque = OPAQUE.exec(address)?.[1];
  if (opaque) return opaque.slice(0, MAX_PAGE_ADDRESS);
  const bare = (address.split('#', 1)[0] ?? '').replace(USER_INFO, '$1');
  const start = bare.indexOf('?');
  if (start < 0) return bare.slice(0, MAX_PAGE_ADDRESS);
  const names = bare.slice(start + 1).split('&').filter((part) => part.includes('=')).map((part) => part.split('=', 1)[0]);
  return (bare.slice(0, start) + (names.length ? `?${names.join('&')}` : '')).slice(0, MAX_PAGE_ADDRESS);
}

/**
 * @param {string} address
 * @returns {string} the host, '' where there is none
 */
export function hostOf(address) {
  const plain = PLAIN.exec(address);
  if (plain) return String(plain[1]);
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}

/**
 * Whether two hosts belong to one site, as far as can be told without a list of public suffixes: one stands below the other.
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
export function sameSite(one, other) {
  const [a, b] = [one, other].map((host) => host.replace(/^www\./, ''));
  return Boolean(a && b) && (a === b || String(a).endsWith(`.${b}`) || String(b).endsWith(`.${a}`));
}

/**
 * Scheme, host and path: enough to tell whether a request goes where a form goes.
 * @param {string} address
 * @returns {string}
 */
export function placeOf(address) {
  return address.split(/[?#]/, 1)[0] ?? '';
}

/**
 * The widest site that a host may belong to, while the app has not told which it is: all below its last two names.
 * @param {string} host
 */
export const widestSite = (host) => host.split('.').slice(-2).join('.');

/**
 * Whether the app's rules name a host: then it is a company's, and what it is told is the question.
 * @param {string} host
 * @param {BlockRule[]} rules
 */
function isNamed(host, rules) {
  const named = rules.flatMap(({ domains = [], url_filter: filter = '' }) => [...domains, /^\|\|([a-z0-9.-]+)/i.exec(filter)?.[1] ?? '']);
  return named.some((name) => name && (host === name || host.endsWith(`.${name}`)));
}

/**
 * The address of a request as it may cross the link.
 * @param {string} url
 * @param {boolean} cut whether it may hold answers
 */
export const addressToSend = (url, cut) => (cut ? withoutQueryValues(url) : url.slice(0, MAX_ADDRESS));

/**
 * Whether a request's address may hold answers: it is the page's own or a frame's own, goes where a form goes, or comes as a form leaves.
 * @param {{url: string, type: string, initiator?: string}} request
 * @param {Surroundings} page
 * @returns {boolean}
 */
export function holdsAnswers({ url, type, initiator = '' }, { site, actions, leaving, rules }) {
  if (type === 'main_frame' || actions.has(placeOf(url))) return true;
  if (OWN_DOMAIN_ANALYTICS.test(url)) return false;
  const host = hostOf(url);
  if (sameSite(host, site)) return true;
  const mayBeTheForm = leaving && (type === 'sub_frame' || type === 'xmlhttprequest');
  return (mayBeTheForm || sameSite(host, hostOf(initiator))) && !isNamed(host, rules);
}
