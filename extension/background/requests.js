/**
 * Every request of every tab, and how far it got, as request_events.js hears of it. Nothing is changed or held here.
 *
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {import('./request_events.js').Hearer} Hearer
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {{id: string, page: string, answers: boolean, told: boolean, leadsOn?: boolean}} Known `answers`: it takes a form where it goes;
 *   `told`: by itself; `leadsOn`: so it is, and what has its number next is where it was redirected to
 * @typedef {{requestId: string, steps: ((page: OpenPage) => void)[]}} Navigation
 */

import { addressToSend, holdsAnswers, hostOf, placeOf, withoutQueryValues } from './address.js';

const MAX_KNOWN = 5000;
const MAX_STEPS = 100;
/** Of an address that weigh as much as another request. */
const LETTERS = 4096;
/** By an extension, in Chromium's words and in Firefox's. What a page breaks off itself has another one. */
const STOPPED = /BLOCKED_BY_CLIENT|^NS_ERROR_ABORT$|^NS_ERROR_[A-Z]+_URI$/;
/** Firefox's own protection stopped it: NS_ERROR_TRACKING_URI and its like. */
const BY_LIST = /_URI$/;
/** It was about to leave, and nobody was there, as where a name leads nowhere. */
const NEVER_LEFT = /NAME_NOT|N_HOST|N_REFUSED|UNSAFE_P|ADDRESS_|ISCONNECTED/;

/**
 * @typedef {{pages: import('./pages.js').Pages, queue: import('./queue.js').Queue, bodies: import('./bodies.js').Bodies,
 *   around: (page: OpenPage, time: number) => import('./address.js').Surroundings,
 *   weStop: (tab: number, url: string, asker: string, requestId: string) => boolean,
 *   typed: Pick<import('./typed.js').TypedValues, 'attempted' | 'went'>, queued: () => void,
 *   mayTell: (tab: number, weight: number) => boolean,
 *   wentOut: (request: {tab: number, url: string, type: string, method: string}) => void, newName: () => string,
 *   now: () => number}} World
 */

export class Requests {
  #world;
  /** By the browser's own number. @type {Map<string, Known>} */
  #known = new Map();
  /** The request for a new document, by tab: it belongs to a page that is not there yet. @type {Map<number, Navigation>} */
  #navigations = new Map();
  /** Pages whose own request has not been heard of: Firefox may tell of it when the page is there already. @type {Map<number, OpenPage>} */
  #unasked = new Map();
  /** Requests whose address has been cut: cut twice, it would lose the names as well. @type {WeakSet<object>} */
  #cut = new WeakSet();

  /** @param {World} world */
  constructor(world) {
    this.#world = world;
  }

  /** @param {any} details webRequest's; its types differ between browsers */
  attempted(details) {
    if (!isSeen(details)) return;
    if (details.type === 'main_frame') this.#navigate(details);
    else this.#see(details, this.#world.pages.joining(details));
  }

  /** @param {any} details without headers: the names of cookies, and the kind of the body (request_events.js) */
  sent(details) {
    if (!isSeen(details)) return;
    this.#world.wentOut({ tab: details.tabId, url: details.url, type: details.type, method: details.method });
    this.#fate(details, 'sent', { ...(details.cookies?.length && { cookies: details.cookies }) });
    const known = this.#known.get(details.requestId);
    if (known && details.kind) this.#world.bodies.learnKind(known.id, details.kind);
  }

  /** @param {any} details */
  answered(details) {
    this.#fate(details, 'answered', { status: details.statusCode });
  }

  /** A page's own answer said what time it is where it comes from. @param {Parameters<Hearer['dated']>[0]} answer `offset`: we are ahead */
  dated(answer) {
    if (this.#waits(answer, () => this.dated(answer))) return;
    const known = this.#known.get(answer.requestId);
    if (!known) return;
    this.#world.queue.add({ type: 'server_clock', page: known.page, host: hostOf(answer.url), offset: answer.offset });
    this.#world.queued();
  }

  /** @param {any} details a request that a rule stopped may be told of here for the first time */
  failed(details) {
    if (!isSeen(details)) return;
    if (details.type === 'main_frame') {
      // The end of one may be heard when the next has begun already.
      if (this.#navigations.get(details.tabId)?.requestId !== details.requestId) return;
      this.#navigations.delete(details.tabId);
      this.#world.pages.failed(details.tabId, details.url);
    } else if (STOPPED.test(details.error)) {
      if (!this.#known.has(details.requestId)) this.#see(details, this.#world.pages.joining(details));
      const byUs = !BY_LIST.test(details.error) && this.#world.weStop(details.tabId, details.url, initiatorOf(details), details.requestId);
      this.#fate(details, byUs ? 'stopped_by_us' : 'stopped_by_another');
    } else if (NEVER_LEFT.test(details.error)) {
      this.#fate(details, 'attempted');
    }
  }

  /** What is known of a request by the browser's own number. @param {string} requestId */
  known(requestId) {
    return this.#known.get(requestId);
  }

  /**
   * A page is there: what asked for it is told with it.
   * @param {OpenPage} page
   */
  opened(page) {
    const navigation = this.#navigations.get(page.tab);
    this.#navigations.delete(page.tab);
    if (navigation) this.#unasked.delete(page.tab);
    else this.#unasked.set(page.tab, page);
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
      const page = this.#world.pages.named(request.page);
      if (!page || this.#cut.has(request)) return request;
      const url = addressToSend(request.url, holdsAnswers(request, this.#world.around(page, request.time)));
      return url === request.url ? request : { ...request, url };
    });
    return { ...observation, requests };
  }

  /** @param {any} details each leg of a redirect comes here with the same number */
  #navigate(details) {
    const { requestBody: _, ...shown } = details;
    const late = this.#unasked.get(details.tabId);
    const isLate = late === this.#world.pages.of(details.tabId) && late && details.timeStamp <= late.time;
    if (!isLate) this.#world.pages.starting(details.tabId, details.url);
    const before = this.#navigations.get(details.tabId);
    const steps = before && before.requestId === details.requestId ? before.steps : [];
    if (steps.length < MAX_STEPS) steps.push((page) => this.#see(shown, page));
    this.#navigations.set(details.tabId, { requestId: details.requestId, steps });
    if (isLate && late.url === withoutQueryValues(details.url)) this.opened(late);
  }

  /**
   * @param {any} details
   * @param {OpenPage | undefined} page
   */
  #see(details, page) {
    if (!page) return;
    const id = this.#world.newName();
    const place = placeOf(details.url);
    const now = this.#world.now();
    const time = details.timeStamp ?? now;
    const initiator = initiatorOf(details);
    const around = this.#world.around(page, time);
    // What answers a form may repeat it in the address that it leads on to.
    const before = this.#known.get(details.requestId);
    const answers = around.actions.has(place) || Boolean(before?.answers);
    const asked = { url: details.url, type: details.type, initiator };
    const cut = answers || holdsAnswers(asked, around);
    const crowded = !this.#world.mayTell(page.tab, 1 + Math.floor(details.url.length / LETTERS));
    const request = {
      id,
      page: page.page,
      url: addressToSend(details.url, cut),
      type: details.type,
      method: details.method,
      initiator,
      frame: details.frameId,
      time,
      has_body: details.type !== 'main_frame' && !answers && this.#world.bodies.put(id, place, details.requestBody, now, page.tab),
      ...(before?.leadsOn && { redirected_from: before.id }),
    };
    if (cut) this.#cut.add(request);
    if (!cut) this.#world.typed.attempted(request, page);
    const told = this.#world.queue.addRequest(request, crowded);
    this.#remember(details.requestId, { id, page: page.page, answers, told });
    this.#world.queued();
  }

  /**
   * @param {any} details
   * @param {import('../common/messages.js').Fate} fate
   * @param {{status?: number, cookies?: string[]}} [more]
   */
  #fate(details, fate, more = {}) {
    if (this.#waits(details, () => this.#fate(details, fate, more))) return;
    const known = this.#known.get(details.requestId);
    if (!known) return;
    this.#world.typed.went(known.id, fate);
    if (!known.told) return;
    known.leadsOn = Boolean(details.redirectUrl);
    this.#world.queue.addFate({ request: known.id, page: known.page, fate, status: 0, ...more });
    this.#world.queued();
  }

  /**
   * Whether a step is told with a page that is not there yet.
   * @param {{tabId: number, requestId: string}} details
   * @param {() => void} step
   */
  #waits({ tabId, requestId }, step) {
    const navigation = this.#navigations.get(tabId);
    const waits = navigation?.requestId === requestId;
    if (waits) navigation.steps.push(step);
    return waits;
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

/** @param {{initiator?: string, originUrl?: string}} details */
const initiatorOf = ({ initiator, originUrl }) => initiator ?? originUrl?.split('/').slice(0, 3).join('/') ?? '';

/**
 * Requests of no tab are nobody's page; those of a page that is loaded ahead of time, and may never be shown, are not this page's.
 * @param {{tabId: number, documentLifecycle?: string}} details
 */
const isSeen = ({ tabId, documentLifecycle }) => tabId >= 0 && documentLifecycle !== 'prerender';
