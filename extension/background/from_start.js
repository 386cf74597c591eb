/**
 * Leaving companies out from the first request on, on pages where people report something or ask for help, for who asked the app for that.
 * The browser keeps these rules itself, so they hold while no app is there and from its very start; they and the answer are on disk, and
 * they are the same for everybody. What a person lets in for a visit is in memory.
 *
 * @typedef {import('../common/messages.js').FromTheStart} FromTheStart
 * @typedef {import('./pages.js').OpenPage} OpenPage
 * @typedef {{wanted: FromTheStart, made: string}} Kept `made`: by which extension, and for which browser
 */

import { hostOf } from './address.js';
import { isBelow, meaningOf } from './rule_match.js';
import { LIFTED, PRIORITY } from './rules.js';
import { startRules } from './start_rules.js';
import { Visits } from './visits.js';

const KEY = 'from_the_start';
/** Since Chromium 145 a rule can ask for the page around a frame. */
function knowsTop() {
  const { RuleConditionKeys = {} } = /** @type {any} */ (chrome.declarativeNetRequest);
  return Object.values(RuleConditionKeys).includes('topDomains');
}
const made = () => `${chrome.runtime.getManifest().version} ${knowsTop()}`;

export class FromStart {
  /** @type {Kept | undefined} */
  #kept;
  /** @type {ReadonlySet<string>} */
  #hosts = new Set();
  /** @type {((url: string) => boolean)[]} */
  #meant = [];
  /** Tabs where the person lets the companies in, until the visit ends. @type {Set<number>} */
  #lifted = new Set();
  /** One change at a time. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {(visits: import('./visits.js').Visit[]) => void} save in memory */
  constructor(save) {
    this.visits = new Visits({ lift: (tab) => this.#leaveOutAgain(tab), isLeaving: () => false, save });
  }

  /** Know again what holds. Rules that nobody knows of any more are taken away, and rules that are gone count as never made. */
  async restore() {
    const [stored, rules, ofSession] = await Promise.all([
      chrome.storage.local.get(KEY),
      chrome.declarativeNetRequest.getDynamicRules(),
      chrome.declarativeNetRequest.getSessionRules(),
    ]);
    this.#lifted = new Set(ofSession.find(({ id }) => id === LIFTED)?.condition.tabIds ?? []);
    const kept = /** @type {Kept | undefined} */ (stored[KEY]);
    if (kept && rules.length) this.#know(kept);
    else if (rules.length) await this.#replace([]);
  }

  /**
   * What the app says holds from now on; nothing lets everybody in again.
   * @param {FromTheStart | undefined} wanted
   * @returns {Promise<void>}
   */
  follow(wanted) {
    return this.#inTurn(async () => {
      const news = wanted && { wanted, made: made() };
      if (JSON.stringify(news) === JSON.stringify(this.#kept)) return;
      this.#know(news);
      if (news) await chrome.storage.local.set({ [KEY]: news });
      else await chrome.storage.local.remove(KEY);
      // What the browser does not take must not look as if it held.
      if (!(await this.#replace(wanted ? startRules(wanted, knowsTop()) : []))) this.#know(undefined);
    });
  }

  /**
   * How it stands on a page; nothing where it is none of those.
   * @param {OpenPage} page
   * @returns {{companies: number, lifted: boolean} | null}
   */
  on({ url, tab }) {
    if (!this.#kept || !isBelow(hostOf(url), this.#hosts)) return null;
    return { companies: this.#kept.wanted.companies.length, lifted: this.#lifted.has(tab) };
  }

  /**
   * Whether it is we who stop a request.
   * @param {number} tab
   * @param {string} url
   * @param {string[]} hosts that of the page, and that of whoever asks
   */
  stops(tab, url, hosts) {
    return hosts.some((host) => isBelow(host, this.#hosts)) && !this.#lifted.has(tab) && this.#meant.some((means) => means(url));
  }

  /**
   * The person lets the companies in until they leave the site, or takes that back.
   * @param {OpenPage} page
   * @param {boolean} lifted
   */
  async letIn(page, lifted) {
    if (!lifted) await this.visits.end(page.tab);
    else if (this.on(page)) {
      this.visits.begin(page.tab, [page.site]);
      await this.#lift(page.tab);
    }
  }

  /** A document is there. @param {number} tab @param {string} host '' where it is no website */
  opened(tab, host) {
    if (this.#lifted.has(tab)) this.visits.opened(tab, host);
  }

  /** A tab was opened from another, and belongs to the same visit. @param {number} from @param {number} tab */
  openedFrom(from, tab) {
    if (this.visits.follow(from, tab)) void this.#lift(tab);
  }

  /** @param {number} tab */
  closed(tab) {
    if (this.#lifted.has(tab)) void this.visits.end(tab);
  }

  /** @param {Kept | undefined} kept */
  #know(kept) {
    this.#kept = kept;
    this.#hosts = new Set(kept?.wanted.hosts);
    this.#meant = (kept?.wanted.rules ?? []).filter((rule) => !rule.allow).map(meaningOf);
  }

  /**
   * The browser refuses a whole change for one bad rule: then each is tried alone.
   * @param {chrome.declarativeNetRequest.Rule[]} addRules
   * @returns {Promise<number>} how many rules hold now
   */
  async #replace(addRules) {
    const { getDynamicRules, updateDynamicRules } = chrome.declarativeNetRequest;
    const removeRuleIds = (await getDynamicRules()).map(({ id }) => id);
    try {
      await updateDynamicRules({ removeRuleIds, addRules });
    } catch {
      await updateDynamicRules({ removeRuleIds });
      for (const rule of addRules) await updateDynamicRules({ addRules: [rule] }).catch(() => undefined);
    }
    return (await getDynamicRules()).length;
  }

  /** @param {number} tab */
  #lift(tab) {
    this.#lifted.add(tab);
    return this.#inTurn(() => this.#sayWhere());
  }

  /** @param {number} tab */
  async #leaveOutAgain(tab) {
    if (this.#lifted.delete(tab)) await this.#inTurn(() => this.#sayWhere());
  }

  /** One rule for all of those tabs, stronger than those from the start and weaker than those of a tab. */
  #sayWhere() {
    const condition = { tabIds: [...this.#lifted], excludedResourceTypes: ['main_frame'] };
    const rule = { id: LIFTED, priority: PRIORITY.lifted, action: { type: 'allow' }, condition };
    const addRules = /** @type {any[]} */ (this.#lifted.size ? [rule] : []);
    return chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [LIFTED], addRules });
  }

  /**
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
