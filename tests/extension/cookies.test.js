import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KNOWN, VENDORS, knownCookies } from '../../extension/background/cookies.js';

const { known, headers } = JSON.parse(readFileSync(new URL('../contract/cookies.json', import.meta.url), 'utf8'));

test('the names that we look for are those that the app can tell the meaning of', () => {
  const both = Object.entries(known).map(([domain, { accounts, browsers }]) => [domain, [...accounts, ...browsers]]);
  assert.deepEqual(KNOWN, Object.fromEntries(both));
});

for (const { host, header, names } of headers) {
  test(`at ${host} "${header}" holds ${names.join(', ') || 'nothing that we know'}`, () => {
    assert.deepEqual(knownCookies(host, header), names);
  });
}

test('what every object has is no vendor', () => assert.deepEqual(knownCookies('a.constructor', 'constructor=zq01; name=zq02'), []));

test('every vendor is listened to, over every scheme', () => {
  for (const scheme of ['http', 'https', 'ws', 'wss']) assert.ok(VENDORS.includes(`${scheme}://*.facebook.com/*`));
  assert.equal(VENDORS.length, 4 * Object.keys(KNOWN).length);
});
