/**
 * Every request of every tab, and how far it got. Listens only; nothing is changed or held here.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {{id: string, page: string, answers: boolean}} Known `answers`: it takes a form where it goes
 * @typedef {{requestId: string, steps: ((page: OpenPage) => void)[]}} Navigation
 */

import { addressToSend, holdsAnswers, placeOf } from './address.js';

const ALL = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };
const MAX_KNOWN = 5000;
const MAX_STEPS = 100;
const STOPPED = /BLOCKED_BY_CLIENT|NS_ERROR_ABORT_BLOCKED|ERR_BLOCKED_BY_EXTENSION/;

/**
 * @typedef {{pages: import('./pages.js').Pages, queue: import('./queue.js').Queue, bodies: import('./bodies.js').Bodies,
 *   around: (page: OpenPage, time: number) => import('./address.js').Surroundings, weStopIn: (tab: number) => boolean,
 *   queued: () => void, wentOut: (request: {tab: number, url: string, type: string, method: string}) => void, newName: () => string,
 *   now: () => number}} World
 */

export class Requests {
  /** By the browser's own number. @type {Map<string, Known>} */
  #known = new Map();
  /** The request for a new document, by tab: it belongs to a page that is not there yet. @type {Map<number, Navigation>} */
  #navigations = new Map();
  /** Requests whose address has been cut: cut twice, it would lose the names as well. @type {WeakSet<object>} */
  #cut = new WeakSet();

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
    const attempted = (/** @type {any} */ details) => void inTurn(() => this.attempted(details));
    onBeforeRequest.addListener(/** @type {any} */ (attempted), ALL, ['requestBody']);
    onSendHeaders.addListener((details) => inTurn(() => this.sent(details)), ALL);
    onBeforeRedirect.addListener((details) => inTurn(() => this.answered(details)), ALL);
    onResponseStarted.addListener((details) => inTurn(() => this.answered(details)), ALL);
    onErrorOccurred.addListener((details) => inTurn(() => this.failed(details)), ALL);
  }

  /** @param {any} details webRequest's; its types differ between browsers */
  attempted(details) {
    if (!isSeen(details)) return;
    if (details.type === 'main_frame') this.#navigate(details);
    else this.#see(details, this.world.pages.joining(details));
  }

  /** @param {any} details */
  sent(details) {
    if (!isSeen(details)) return;
    this.world.wentOut({ tab: details.tabId, url: details.url, type: details.type, method: details.method });
    this.#fate(details, 'sent');
  }

  /** @param {any} details */
  answered(details) {
    this.#fate(details, 'answered', details.statusCode);
  }

  /** @param {any} details a request that a rule stopped may be told of here for the first time */
  failed(details) {
    if (!isSeen(details)) return;
    if (details.type === 'main_frame') {
      // The end of one may be heard when the next has begun already.
      if (this.#navigations.get(details.tabId)?.requestId === details.requestId) this.#navigations.delete(details.tabId);
    } else if (STOPPED.test(details.error)) {
      if (!this.#known.has(details.requestId)) this.#see(details, this.world.pages.joining(details));
      this.#fate(details, this.world.weStopIn(details.tabId) ? 'stopped_by_us' : 'stopped_by_another');
    }
  }

  /**
   * A page is there: what asked for it is told with it.
   * @param {OpenPage} page
   */
  opened(page) {
    const navigation = this.#navigations.get(page.tab);
    this.#navigations.delete(page.tab);
    for (const step of navigation?.steps ?? []) step(page);
  }

  /**
   * What waited to be sent, looked at again: that a form leaves, or where it goes, may have been learnt after its request was seen.
   * @param {Observation} observation
   * @returns {Observation}
   */
  lookedAtAgain(observation) {
    if (observation.type !== 'requests') return observation;
    const requests = observation.requests.map((request) => {
      const page = this.world.pages.named(request.page);
      if (!page || this.#cut.has(request)) return request;
      return { ...request, url: addressToSend(request.url, holdsAnswers(request, this.world.around(page, request.time))) };
    });
    return { ...observation, requests };
  }

  /** @param {any} details each leg of a redirect comes here with the same number */
  #navigate(details) {
    const { requestBody: _, ...shown } = details;
    this.world.pages.starting(details.tabId, details.url);
    const before = this.#navigations.get(details.tabId);
    const steps = before && before.requestId === details.requestId ? before.steps : [];
    if (steps.length < MAX_STEPS) steps.push((page) => this.#see(shown, page));
    this.#navigations.set(details.tabId, { requestId: details.requestId, steps });
  }

  /**
   * @param {any} details
   * @param {OpenPage | undefined} page
   */
  #see(details, page) {
    if (!page) return;
    const id = this.world.newName();
    const place = placeOf(details.url);
    const now = this.world.now();
    const time = details.timeStamp ?? now;
    const initiator = details.initiator ?? details.originUrl?.split('/').slice(0, 3).join('/') ?? '';
    const around = this.world.around(page, time);
    // What answers a form may repeat it in the address that it leads on to.
    const answers = around.actions.has(place) || Boolean(this.#known.get(details.requestId)?.answers);
    const asked = { url: details.url, type: details.type, initiator };
    const cut = answers || holdsAnswers(asked, around);
    this.#remember(details.requestId, { id, page: page.page, answers });
    const request = {
      id,
      page: page.page,
      url: addressToSend(details.url, cut),
      type: details.type,
      method: details.method,
      initiator,
      frame: details.frameId,
      time,
      has_body: details.type !== 'main_frame' && !answers && this.world.bodies.put(id, place, details.requestBody, now),
    };
    if (cut) this.#cut.add(request);
    this.world.queue.addRequest(request);
    this.world.queued();
  }

  /**
   * @param {any} details
   * @param {import('../common/messages.js').Fate} fate
   * @param {number} [status]
   */
  #fate(details, fate, status = 0) {
    const navigation = this.#navigations.get(details.tabId);
    if (navigation && navigation.requestId === details.requestId) {
      navigation.steps.push(() => this.#fate(details, fate, status));
      return;
    }
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

/**
 * Requests of no tab are nobody's page; those of a page that is loaded ahead of time, and may never be shown, are not this page's.
 * @param {{tabId: number, documentLifecycle?: string}} details
 */
const isSeen = ({ tabId, documentLifecycle }) => tabId >= 0 && documentLifecycle !== 'prerender';
