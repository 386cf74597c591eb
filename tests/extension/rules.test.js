import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Rules, sessionRule } from '../../extension/background/rules.js';
import { FakeRules } from './fake_chrome.js';

/** @type {FakeRules} */
let browser;
/** @type {Rules} */
let rules;
beforeEach(() => {
  browser = new FakeRules();
  Object.assign(globalThis, { chrome: { declarativeNetRequest: browser } });
  rules = new Rules();
});

/** @type {[string, any, any][]} */
const translated = [
  ['a whole host', { domains: ['t.example'] }, { requestDomains: ['t.example'], excludedResourceTypes: ['main_frame'] }],
  ['a path', { url_filter: '||google.com/pagead/' }, { urlFilter: '||google.com/pagead/', excludedResourceTypes: ['main_frame'] }],
  [
    'a pattern',
    { regex: 'a+', match_case: true },
    { regexFilter: 'a+', isUrlFilterCaseSensitive: true, excludedResourceTypes: ['main_frame'] },
  ],
  ['types', { types: ['script', 'ping', 'main_frame'] }, { resourceTypes: ['script', 'ping'] }],
  ['types that are left out', { excluded_types: ['image', 'font'] }, { excludedResourceTypes: ['main_frame', 'image', 'font'] }],
  ['hosts that are spared', { excluded_domains: ['e.org'] }, { excludedRequestDomains: ['e.org'], excludedResourceTypes: ['main_frame'] }],
];
for (const [name, rule, condition] of translated) {
  test(`a rule for ${name} holds for its tab alone and never for a navigation`, () => {
    assert.deepEqual(sessionRule(rule, 4, 1), {
      id: 1,
      priority: 3,
      action: { type: 'block' },
      condition: { tabIds: [4], isUrlFilterCaseSensitive: false, ...condition },
    });
  });
}

const inFirefox = /** @type {[string, any, any][]} */ ([
  ['types', { types: ['ping', 'script'] }, { resourceTypes: ['ping', 'beacon', 'script'] }],
  ['types that are left out', { excluded_types: ['image'] }, { excludedResourceTypes: ['main_frame', 'image', 'imageset'] }],
]);
for (const [name, rule, expected] of inFirefox) {
  test(`a rule for ${name} names in Firefox what has a word of its own there`, () => {
    Object.assign(browser, { ResourceType: { PING: 'ping', BEACON: 'beacon', IMAGE: 'image', IMAGESET: 'imageset' } });
    const { condition } = sessionRule(rule, 4, 1);
    assert.deepEqual(condition, { tabIds: [4], isUrlFilterCaseSensitive: false, ...expected });
  });
}

test('an exception is stronger than a rule', () => {
  const { priority, action } = sessionRule({ url_filter: '||google.com/recaptcha/', allow: true }, 1, 1);
  assert.deepEqual([priority, action.type], [4, 'allow']);
});

test("a tab's rules are replaced, another tab's stay, and all have numbers of their own", async () => {
  assert.equal(await rules.leaveOut(1, [{ domains: ['a.example'] }, { domains: ['b.example'] }]), 2);
  await rules.leaveOut(2, [{ domains: ['a.example'] }]);
  await rules.leaveOut(1, [{ domains: ['c.example'] }]);
  const left = browser.rules.map(({ condition }) => [condition.tabIds[0], condition.requestDomains[0]]);
  assert.deepEqual(left.sort(), [[1, 'c.example'], [2, 'a.example']]);
  assert.equal(new Set(browser.rules.map(({ id }) => id)).size, 2);
});

test('two changes at the same time do not take the same numbers', async () => {
  await Promise.all([rules.leaveOut(1, [{ domains: ['a.example'] }]), rules.leaveOut(2, [{ domains: ['a.example'] }])]);
  assert.equal(browser.rules.length, 2);
});

test('a tab that was opened from another gets the same rules under numbers of their own', async () => {
  await rules.leaveOut(1, [{ domains: ['a.example'] }, { domains: ['b.example'] }]);
  await rules.copy(1, 2);
  assert.deepEqual(browser.rules.map(({ id, condition }) => [id, condition.tabIds[0], condition.requestDomains[0]]), [
    [1, 1, 'a.example'],
    [2, 1, 'b.example'],
    [3, 2, 'a.example'],
    [4, 2, 'b.example'],
  ]);
  assert.equal(rules.stopIn(2), true);
});

test('while rules are being lifted the tab is known to have none, and so it stays', async () => {
  const before = rules.leaveOut(1, [{ domains: ['a.example'] }]);
  const lifted = rules.lift(1);
  assert.equal(rules.stopIn(1), false);
  await Promise.all([before, lifted]);
  assert.deepEqual([rules.stopIn(1), browser.rules], [false, []]);
});

test('lifted rules are gone, and the tab is known to have none', async () => {
  await rules.leaveOut(1, [{ domains: ['a.example'] }]);
  assert.equal(rules.stopIn(1), true);
  await rules.lift(1);
  assert.equal(rules.stopIn(1), false);
  assert.deepEqual(browser.rules, []);
});

test('one bad rule does not take the others with it', async () => {
  assert.equal(await rules.leaveOut(1, [{ regex: '(bad' }, { domains: ['a.example'] }]), 1);
  assert.deepEqual(browser.rules.map(({ condition }) => condition.requestDomains), [['a.example']]);
});

test('a rule for navigations alone is no rule', async () => {
  assert.equal(await rules.leaveOut(1, [{ domains: ['a.example'], types: ['main_frame'] }]), 0);
});

test('a background that was stopped learns again which tabs have rules', async () => {
  await rules.leaveOut(3, [{ domains: ['a.example'] }]);
  const again = new Rules();
  assert.equal(again.stopIn(3), false);
  await again.restore();
  assert.equal(again.stopIn(3), true);
});
