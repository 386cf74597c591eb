import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { isBelow, meaningOf } from '../../extension/background/rule_match.js';
import { startRules } from '../../extension/background/start_rules.js';
import { FakeRules } from './fake_chrome.js';

const WANTED = {
  companies: ['Tee'],
  hosts: ['police.uk', 'help.example'],
  rules: [{ domains: ['t.example'] }, { url_filter: '||pixel.example/tr^', types: ['image', 'ping'] }],
};

beforeEach(() => Object.assign(globalThis, { chrome: { declarativeNetRequest: new FakeRules() } }));

test('a rule holds for what a listed page asks for, never for a document that somebody goes to', () => {
  assert.deepEqual(startRules(WANTED, false), [
    {
      id: 1,
      priority: 1,
      action: { type: 'block' },
      condition: {
        requestDomains: ['t.example'],
        excludedResourceTypes: ['main_frame'],
        isUrlFilterCaseSensitive: false,
        initiatorDomains: WANTED.hosts,
      },
    },
    {
      id: 2,
      priority: 1,
      action: { type: 'block' },
      condition: {
        urlFilter: '||pixel.example/tr^',
        resourceTypes: ['image', 'ping'],
        isUrlFilterCaseSensitive: false,
        initiatorDomains: WANTED.hosts,
      },
    },
  ]);
});

test('where the browser knows the page around a frame, all frames of a listed page count', () => {
  const rules = startRules(WANTED, true);
  assert.deepEqual(rules.map(({ id }) => id), [1, 2, 3, 4]);
  const places = rules.map(({ condition }) => Object.keys(condition).filter((key) => /^(initiator|top)Domains$/.test(key)));
  assert.deepEqual(places, [['initiatorDomains'], ['initiatorDomains'], ['topDomains'], ['topDomains']]);
});

test('what lets through is no rule here', () => {
  assert.deepEqual(startRules({ ...WANTED, rules: [{ url_filter: '/x', allow: true }] }, true), []);
});

test('a host stands for all hosts below it, never for a look-alike', () => {
  const hosts = new Set(['police.uk', 'www.gov.uk']);
  const below = (/** @type {string} */ host) => isBelow(host, hosts);
  assert.deepEqual(['police.uk', 'www.north.police.uk', 'www.gov.uk'].map(below), [true, true, true]);
  assert.deepEqual(['notpolice.uk', 'police.uk.example', 'gov.uk', 'uk', ''].map(below), [false, false, false, false, false]);
});

/** @type {[any, string, boolean][]} */
const meant = [
  [{ domains: ['t.example'] }, 'https://a.t.example/x', true],
  [{ domains: ['t.example'] }, 'https://not-t.example/x', false],
  [{ url_filter: '||facebook.com/tr^' }, 'https://www.facebook.com/tr/?ev=x', true],
  [{ url_filter: '||facebook.com/tr^' }, 'https://www.facebook.com/tr', true],
  [{ url_filter: '||facebook.com/tr^' }, 'https://www.facebook.com/train', false],
  [{ url_filter: '||facebook.com/tr^' }, 'https://e.org/?u=facebook.com/tr', false],
  [{ url_filter: '||google.*/pagead/' }, 'https://www.google.co.uk/pagead/1', true],
  [{ url_filter: '||google.*/pagead/' }, 'https://www.google.com/recaptcha/', false],
  [{ url_filter: '||c.example^*/fb.js|' }, 'https://c.example/en/fb.js', true],
  [{ url_filter: '||c.example^*/fb.js|' }, 'https://c.example/en/fb.js?1', false],
  [{ url_filter: '|https://a.example/' }, 'https://a.example/1', true],
  [{ url_filter: '/g/collect?v=2', excluded_domains: ['police.uk'] }, 'https://x.example/G/collect?v=2', true],
  [{ url_filter: '/g/collect?v=2', excluded_domains: ['police.uk'] }, 'https://www.north.police.uk/g/collect?v=2', false],
  [{ url_filter: '/Tr', match_case: true }, 'https://x.example/tr', false],
  [{ regex: '/t[0-9]\\.js$' }, 'https://x.example/t1.js', true],
  [{ regex: '/t[0-9]\\.js$' }, 'https://x.example/t.js', false],
  [{ regex: '(bad' }, 'https://x.example/(bad', false],
];
for (const [rule, url, means] of meant) {
  test(`${JSON.stringify(rule)} ${means ? 'means' : 'does not mean'} ${url}`, () => assert.equal(meaningOf(rule)(url), means));
}
