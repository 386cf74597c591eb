/**
 * Leaving companies out of one tab: the app's rules as `declarativeNetRequest` session rules. They hold for that tab alone, end with it,
 * and which tabs have some can be read back from the browser, so a background that was stopped loses nothing.
 *
 * @typedef {import('../common/messages.js').BlockRule} BlockRule
 */

/**
 * Which rule counts where several mean a request: a tab's own come before what the person lets in there, and that before what is left out
 * from the start (from_start.js).
 */
export const PRIORITY = { fromStart: 1, lifted: 2, leftOut: 3, spared: 4 };
/** The number of the one session rule that is not ours here: it lets in what is left out from the start. */
export const LIFTED = 1_000_000;

/** Firefox has words of its own for what Chromium's word means as well. @type {Record<string, string>} */
const ALSO = { ping: 'beacon', image: 'imageset' };

/** @param {string[]} types @returns {string[]} in this browser's words */
function inItsWords(types) {
  const known = new Set(/** @type {string[]} */ (Object.values(chrome.declarativeNetRequest.ResourceType ?? {})));
  return types.flatMap((type) => [type, ...[ALSO[type] ?? ''].filter((word) => known.has(word))]);
}

/**
 * No rule ever touches a document that the person goes to.
 * @param {BlockRule} rule
 * @returns {Record<string, unknown>}
 */
export function conditionOf(rule) {
  /** @type {Record<string, unknown>} */
  const condition = { isUrlFilterCaseSensitive: rule.match_case ?? false };
  if (rule.domains?.length) condition['requestDomains'] = rule.domains;
  if (rule.url_filter) condition['urlFilter'] = rule.url_filter;
  if (rule.regex) condition['regexFilter'] = rule.regex;
  if (rule.types?.length) condition['resourceTypes'] = inItsWords(rule.types.filter((type) => type !== 'main_frame'));
  else condition['excludedResourceTypes'] = ['main_frame', ...inItsWords(rule.excluded_types ?? [])];
  if (rule.excluded_domains?.length) condition['excludedRequestDomains'] = rule.excluded_domains;
  return condition;
}

/**
 * @param {BlockRule} rule
 * @param {number} tab
 * @param {number} id
 * @returns {chrome.declarativeNetRequest.Rule}
 */
export function sessionRule(rule, tab, id) {
  const [priority, type] = rule.allow ? [PRIORITY.spared, 'allow'] : [PRIORITY.leftOut, 'block'];
  return /** @type {any} */ ({ id, priority, action: { type }, condition: { tabIds: [tab], ...conditionOf(rule) } });
}

const rulesOfTabs = async () => (await chrome.declarativeNetRequest.getSessionRules()).filter(({ id }) => id !== LIFTED);

/** @param {number} tab */
async function idsOf(tab) {
  const rules = await rulesOfTabs();
  return rules.filter((rule) => rule.condition.tabIds?.includes(tab)).map((rule) => rule.id);
}

export class Rules {
  /** @type {Set<number>} */
  #tabs = new Set();
  /** One change at a time, so that no two take the same number. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** Learn again which tabs have rules. */
  async restore() {
    const rules = await rulesOfTabs();
    this.#tabs = new Set(rules.flatMap((rule) => rule.condition.tabIds ?? []));
  }

  /** @param {number} tab */
  stopIn(tab) {
    return this.#tabs.has(tab);
  }

  /** Those that have rules. */
  tabs() {
    return [...this.#tabs];
  }

  /**
   * Replace a tab's rules.
   * @param {number} tab
   * @param {BlockRule[]} allRules
   * @returns {Promise<number>} how many rules the browser took
   */
  leaveOut(tab, allRules) {
    const rules = allRules.filter(({ types }) => !types?.length || types.some((type) => type !== 'main_frame'));
    return this.#inTurn(async () => {
      const removeRuleIds = await idsOf(tab);
      const taken = new Set((await rulesOfTabs()).map((rule) => rule.id));
      const addRules = numbered(rules.map((rule) => sessionRule(rule, tab, 0)), taken);
      this.#tabs.add(tab);
      try {
        await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
        return addRules.length;
      } catch {
        return this.#oneByOne(addRules, removeRuleIds);
      }
    });
  }

  /**
   * A tab that was opened from another leaves out the same.
   * @param {number} from
   * @param {number} tab
   */
  copy(from, tab) {
    return this.#inTurn(async () => {
      const all = await rulesOfTabs();
      const taken = new Set(all.map((rule) => rule.id));
      const rules = all.filter((rule) => rule.condition.tabIds?.includes(from));
      this.#tabs.add(tab);
      const addRules = numbered(rules.map((rule) => ({ ...rule, condition: { ...rule.condition, tabIds: [tab] } })), taken);
      await chrome.declarativeNetRequest.updateSessionRules({ addRules });
    });
  }

  /** @param {number} tab that it has none is known at once: a verdict on its way must not put them back */
  lift(tab) {
    this.#tabs.delete(tab);
    return this.#inTurn(async () => {
      this.#tabs.delete(tab);
      const removeRuleIds = await idsOf(tab);
      if (removeRuleIds.length) await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds });
    });
  }

  /**
   * The browser refuses a whole change for one bad rule: then each is tried alone.
   * @param {chrome.declarativeNetRequest.Rule[]} addRules
   * @param {number[]} removeRuleIds
   */
  async #oneByOne(addRules, removeRuleIds) {
    await chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds });
    let taken = 0;
    for (const rule of addRules) {
      taken += await chrome.declarativeNetRequest.updateSessionRules({ addRules: [rule] }).then(
        () => 1,
        () => 0,
      );
    }
    return taken;
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/**
 * @param {chrome.declarativeNetRequest.Rule[]} rules
 * @param {Set<number>} taken
 */
function numbered(rules, taken) {
  let id = 0;
  return rules.map((rule) => {
    do id += 1;
    while (taken.has(id));
    return { ...rule, id };
  });
}
