/**
 * Every request of every tab, and how far it got. Listens only; nothing is changed or held here.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {{id: string, page: string, tab: number}} Known
 */

import { addressToSend, placeOf } from './address.js';

const ALL = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };
const MAX_KNOWN = 5000;
const STOPPED = /BLOCKED_BY_CLIENT|NS_ERROR_ABORT_BLOCKED|ERR_BLOCKED_BY_EXTENSION/;

/**
 * @typedef {{pages: import('./pages.js').Pages, queue: import('./queue.js').Queue, bodies: import('./bodies.js').Bodies,
 *   actionsOf: (page: string) => ReadonlySet<string>, weStopIn: (tab: number) => boolean, queued: () => void,
 *   wentOut: (request: {tab: number, url: string, type: string, method: string}) => void, newName: () => string, now: () => number}} World
 */

export class Requests {
  /** By the browser's own number. @type {Map<string, Known>} */
  #known = new Map();

  /** @param {World} world */
  constructor(world) {
    this.world = world;
  }

  /**
   * The listeners, by the name of the event: every one goes through `inTurn`, so that nothing is handled before the pages are known again.
   * @param {(handle: () => void) => void} inTurn
   */
  listen(inTurn) {
    const { onBeforeRequest, onSendHeaders, onBeforeRedirect, onResponseStarted, onErrorOccurred } = chrome.webRequest;
    onBeforeRequest.addListener((details) => inTurn(() => this.attempted(details)), ALL, ['requestBody']);
    onSendHeaders.addListener((details) => inTurn(() => this.sent(details)), ALL);
    onBeforeRedirect.addListener((details) => inTurn(() => this.answered(details)), ALL);
    onResponseStarted.addListener((details) => inTurn(() => this.answered(details)), ALL);
    onErrorOccurred.addListener((details) => inTurn(() => this.failed(details)), ALL);
  }

  /** @param {any} details webRequest's; its types differ between browsers */
  attempted(details) {
    if (details.tabId < 0) return;
    if (details.type === 'main_frame') this.world.pages.starting(details.tabId, details.url);
    else this.#see(details);
  }

  /** @param {any} details */
  sent(details) {
    if (details.tabId < 0) return;
    this.world.wentOut({ tab: details.tabId, url: details.url, type: details.type, method: details.method });
    this.#fate(details, 'sent');
  }

  /** @param {any} details */
  answered(details) {
    this.#fate(details, 'answered', details.statusCode);
  }

  /** @param {any} details a request that a rule stopped may be told of here for the first time */
  failed(details) {
    if (details.tabId < 0 || details.type === 'main_frame' || !STOPPED.test(details.error)) return;
    if (!this.#known.has(details.requestId)) this.#see(details);
    this.#fate(details, this.world.weStopIn(details.tabId) ? 'stopped_by_us' : 'stopped_by_another');
  }

  /** @param {any} details */
  #see(details) {
    const page = this.world.pages.joining(details);
    if (!page) return;
    const id = this.world.newName();
    const actions = this.world.actionsOf(page.page);
    const ownSubmission = details.type === 'main_frame' || actions.has(placeOf(details.url));
    const now = this.world.now();
    this.#remember(details.requestId, { id, page: page.page, tab: details.tabId });
    this.world.queue.addRequest({
      id,
      page: page.page,
      url: addressToSend(details, page.url, actions),
      type: details.type,
      method: details.method,
      initiator: details.initiator ?? details.originUrl?.split('/').slice(0, 3).join('/') ?? '',
      frame: details.frameId,
      time: details.timeStamp ?? now,
      has_body: !ownSubmission && this.world.bodies.put(id, details.requestBody, now),
    });
    this.world.queued();
  }

  /**
   * @param {any} details
   * @param {import('../common/messages.js').Fate} fate
   * @param {number} [status]
   */
  #fate(details, fate, status = 0) {
    const known = this.#known.get(details.requestId);
    if (!known) return;
    this.world.queue.addFate({ request: known.id, page: known.page, fate, status });
    this.world.queued();
  }

  /**
   * @param {string} requestId
   * @param {Known} known
   */
  #remember(requestId, known) {
    this.#known.delete(requestId);
    this.#known.set(requestId, known);
    if (this.#known.size > MAX_KNOWN) this.#known.delete(/** @type {string} */ (this.#known.keys().next().value));
  }
}
