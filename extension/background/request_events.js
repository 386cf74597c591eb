/**
 * Which of the browser's events about requests are listened to. In Chromium each event takes more of the processor than all that is done
 * with it, and headers and cookies more again: what it would say twice is heard once, and headers are asked for where they say something.
 *
 * @typedef {{attempted: (details: any) => void, sent: (details: any) => void, answered: (details: any) => void,
 *   dated: (answer: {requestId: string, tabId: number, url: string, offset: number}) => void, failed: (details: any) => void}} Hearer
 */

import { hostOf } from './address.js';
import { VENDORS, knownCookies, namesAt } from './cookies.js';

const ALL = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
/** What never carries a body, in Chromium's words. */
const BODILESS = ['stylesheet', 'script', 'image', 'font', 'object', 'media'];

/** Milliseconds that two clocks can be apart. */
const MAX_OFFSET = 1e14;

/**
 * @param {Hearer} hearer
 * @param {(handle: () => void) => void} inTurn every event goes through it, so that nothing is handled before the pages are known again
 */
export function listenToRequests(hearer, inTurn) {
  const { onBeforeRedirect, onResponseStarted, onErrorOccurred } = chrome.webRequest;
  const answered = (/** @type {any} */ details) => inTurn(() => hearer.answered(details));
  for (const [event, hear, filter, options] of starts(hearer, inTurn)) event.addListener(hear, filter, options);
  onBeforeRedirect.addListener(answered, { urls: ALL });
  onResponseStarted.addListener(answered, { urls: ALL });
  const dated = (/** @type {any} */ details) => {
    const offset = aheadOf(details);
    const { requestId, tabId, url } = details;
    if (Math.abs(offset) < MAX_OFFSET) inTurn(() => hearer.dated({ requestId, tabId, url, offset }));
  };
  onResponseStarted.addListener(dated, { urls: ALL, types: ['main_frame'] }, ['responseHeaders']);
  // A request that was stopped, or a page that came to nothing.
  onErrorOccurred.addListener((details) => inTurn(() => hearer.failed(details)), { urls: ALL });
}

/**
 * How it is learnt that a request is attempted, and sent.
 *
 * Chromium sends a request as soon as it is attempted, unless somebody stops it, which `onErrorOccurred` tells: of what carries no body
 * the sending alone is heard. It shows cookies only where `extraHeaders` is asked for, and that is asked at the vendors alone. Their
 * requests come to the listener for all as well, which leaves them be.
 * @param {Hearer} hearer
 * @param {(handle: () => void) => void} inTurn
 * @returns {[any, (details: any) => void, {urls: string[], types?: string[]}, string[]?][]}
 */
function starts(hearer, inTurn) {
  const { onBeforeRequest, onSendHeaders, ResourceType } = chrome.webRequest;
  const extra = chrome.webRequest.OnSendHeadersOptions?.EXTRA_HEADERS;
  const attempted = (/** @type {any} */ details) => inTurn(() => hearer.attempted(details));
  const sent = (/** @type {any} */ details) => {
    // Here and now: what waits its turn holds no headers.
    const cut = details.requestHeaders ? withoutHeaders(details) : details;
    inTurn(() => {
      if (extra && BODILESS.includes(cut.type)) hearer.attempted(cut);
      hearer.sent(cut);
    });
  };
  if (!extra) {
    // Firefox: a request may wait in between, and cookies are among its headers.
    return [
      [onBeforeRequest, attempted, { urls: ALL }, ['requestBody']],
      [onSendHeaders, sent, { urls: ALL }, ['requestHeaders']],
    ];
  }
  const others = (/** @type {any} */ details) => void (namesAt(hostOf(details.url)).length || sent(details));
  const bodied = Object.values(ResourceType).filter((type) => !BODILESS.includes(type));
  return [
    [onBeforeRequest, attempted, { urls: ALL, types: bodied }, ['requestBody']], // what is in its body
    [onSendHeaders, others, { urls: ALL, types: bodied }, ['requestHeaders']], // of which kind that is
    [onSendHeaders, others, { urls: ALL, types: BODILESS }],
    [onSendHeaders, sent, { urls: VENDORS }, ['requestHeaders', extra]], // which cookies go along
  ];
}

/**
 * Of all headers, the names of cookies that we know and the kind of the body. Cookies on a way to a page of their own are that page's.
 * @param {any} details
 */
function withoutHeaders({ requestHeaders, ...details }) {
  const cookies = details.type === 'main_frame' ? [] : knownCookies(hostOf(details.url), textsOf(requestHeaders, 'cookie').join(';'));
  return { ...details, cookies, kind: textsOf(requestHeaders, 'content-type')[0] ?? '' };
}

/**
 * How many milliseconds this computer's clock is ahead of that of the server that answers; NaN where that is not known: one that was kept
 * somewhere on its way, here or there, tells an old time.
 * @param {any} details
 */
function aheadOf({ fromCache, timeStamp, responseHeaders = [] }) {
  const isKept = fromCache || Number(textsOf(responseHeaders, 'age')[0] ?? 0);
  return isKept ? NaN : Math.round(timeStamp - Date.parse(textsOf(responseHeaders, 'date')[0] ?? ''));
}

/** What each header of a name says. @param {{name: string, value?: string}[]} headers @param {string} wanted @returns {string[]} */
const textsOf = (headers, wanted) => headers.flatMap(({ name, value = '' }) => (name.toLowerCase() === wanted ? [value] : []));
