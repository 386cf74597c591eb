/**
 * Which part of an address crosses the link. Answers may stand in a query (a form sent with GET, an autosave), so the page's own
 * addresses go without the values; a third party's request goes whole, because what it was told is the question.
 */

export const MAX_ADDRESS = 64 * 1024;
const MAX_PAGE_ADDRESS = 8000;

/** Own-domain Google Analytics is a third party's request in all but name: it needs its parameters to be told apart. */
const OWN_DOMAIN_ANALYTICS = /\/g\/collect\?(?:[^#]*&)?tid=G-/;

/**
 * `?step=2&a=b` becomes `?step&a`; the fragment goes.
 * @param {string} address
 * @returns {string}
 */
export function withoutQueryValues(address) {
  const bare = address.split('#', 1)[0] ?? '';
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
 * The address of a request as it may cross the link.
 * @param {{url: string, type: string}} request
 * @param {string} site the site of its page: the registrable domain where the app has told it, else the host
 * @param {ReadonlySet<string>} actions the places that forms on this page go to
 * @returns {string}
 */
export function addressToSend(request, site, actions) {
  const { url, type } = request;
  const own = type === 'main_frame' || actions.has(placeOf(url)) || (sameSite(hostOf(url), site) && !OWN_DOMAIN_ANALYTICS.test(url));
  return own ? withoutQueryValues(url) : url.slice(0, MAX_ADDRESS);
}
