/**
 * The newest requests that an app was told of, by page, for an app that is started while the page is open: else it would know nobody there.
 * In memory alone. Only those to other hosts than the page's site count, and the addresses are as they crossed the link, cut once more.
 *
 * @typedef {import('../common/messages.js').Observation} Observation
 * @typedef {import('../common/messages.js').SeenRequest} SeenRequest
 * @typedef {import('../common/messages.js').RequestFate} RequestFate
 * @typedef {{request: SeenRequest, host: string, fates: RequestFate[]}} Told
 */

import { hostOf, sameSite } from './address.js';

export const MAX_PAGE = 50;
export const MAX_HOST = 5;
const MAX_FATES = 3;
const MAX_ADDRESS = 2000;

export class ToldRequests {
  /** By page, then by request. @type {Map<string, Map<string, Told>>} */
  #pages = new Map();

  /**
   * @param {Observation} observation anything that is told
   * @param {(page: string) => string | undefined} siteOf nothing for a page that is gone
   */
  note(observation, siteOf) {
    if (observation.type === 'requests') for (const request of observation.requests) this.#add(request, siteOf(request.page));
    if (observation.type === 'fates') {
      for (const fate of observation.fates) {
        const fates = this.#pages.get(fate.page)?.get(fate.request)?.fates;
        if (fates && fates.length < MAX_FATES) fates.push(fate);
      }
    }
  }

  /**
   * @param {string} page
   * @returns {Observation[]}
   */
  again(page) {
    const told = [...(this.#pages.get(page)?.values() ?? [])];
    if (!told.length) return [];
    const fates = told.flatMap((one) => one.fates);
    /** @type {Observation} */
    const requests = { type: 'requests', requests: told.map(({ request }) => ({ ...request, has_body: false })) };
    return fates.length ? [requests, { type: 'fates', fates }] : [requests];
  }

  /** @param {string} page */
  forget(page) {
    this.#pages.delete(page);
  }

  /**
   * @param {SeenRequest} request
   * @param {string | undefined} site
   */
  #add(request, site) {
    const host = hostOf(request.url);
    if (site === undefined || request.type === 'main_frame' || sameSite(host, site)) return;
    const told = this.#pages.get(request.page) ?? new Map();
    this.#pages.set(request.page, told);
    told.set(request.id, { request: { ...request, url: request.url.slice(0, MAX_ADDRESS) }, host, fates: [] });
    const alike = [...told.values()].filter((one) => one.host === host);
    if (alike.length > MAX_HOST) told.delete(alike[0].request.id);
    else if (told.size > MAX_PAGE) told.delete(told.keys().next().value);
  }
}
