/**
 * The cookies that went out with a request, cut to names that we know: those of an account, or of a vendor's number for this browser. A
 * value is never kept. core/decoders/cookies.py in the app says which name means what; tests/contract/cookies.json holds both to one table.
 */

/** By the vendor's domain. @type {Readonly<Record<string, ReadonlyArray<string>>>} */
export const KNOWN = Object.freeze({
  'facebook.com': ['c_user', 'fr', 'datr', 'sb'],
  'linkedin.com': ['li_at', 'bcookie', 'bscookie'],
  'google.com': ['SID', 'SAPISID', '__Secure-1PSID', '__Secure-3PSID', 'NID'],
  'doubleclick.net': ['DSID', 'IDE'],
  'tiktok.com': ['sessionid', 'sid_tt', 'uid_tt', '_ttp'],
  'twitter.com': ['auth_token', 'twid', 'guest_id', 'personalization_id'],
  'x.com': ['auth_token', 'twid', 'guest_id', 'personalization_id'],
  'pinterest.com': ['_pin_unauth'],
  'reddit.com': ['reddit_session', 'loid'],
  'bing.com': ['_U', 'MUID'],
  'clarity.ms': ['MUID'],
  'demdex.net': ['demdex'],
  'snapchat.com': ['sc_at'],
});

/** What a cookie holds where there is nobody; zeros and signs alone are nobody too. */
const NOBODY = /^(?:[0\s.,:|@+/_-]*|-1|null|undefined|none|nan|false|deleted|anonymous|guest|unknown)$/i;

/** Where Chromium is asked to show us cookies: those of all other hosts do not even come to us. */
export const VENDORS = Object.keys(KNOWN).flatMap((domain) => ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://*.${domain}/*`));

/**
 * The names that are known at a host.
 * @param {string} host
 * @returns {ReadonlyArray<string>}
 */
export function namesAt(host) {
  for (let [at, dot] = [0, 0]; dot >= 0; at = dot + 1) {
    const domain = host.slice(at);
    if (Object.hasOwn(KNOWN, domain)) return KNOWN[domain] ?? [];
    dot = host.indexOf('.', at);
  }
  return [];
}

/**
 * @param {string} host where the request went
 * @param {string} header its Cookie header
 * @returns {string[]} the known names in it, each once, of those that hold something
 */
export function knownCookies(host, header) {
  const known = namesAt(host);
  if (!known.length) return [];
  const names = new Set();
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.split('=');
    if (known.includes(name.trim()) && !NOBODY.test(value.join('=').replace(/^[\s"]+|[\s"]+$/g, ''))) names.add(name.trim());
  }
  return [...names];
}
