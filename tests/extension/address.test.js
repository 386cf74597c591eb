import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressToSend, hostOf, MAX_ADDRESS, placeOf, sameSite, withoutQueryValues } from '../../extension/background/address.js';

const ACTIONS = new Set(['https://forms.example.net/take', 'https://www.example.org/send']);

test('an endless address of a page is cut', () => {
  const endless = 'x'.repeat(10_000);
  for (const address of [`https://e.org/${endless}`, `https://e.org/?${endless}=1`, `${endless}:`]) {
    assert.equal(withoutQueryValues(address).length, 8000);
  }
});

test('a place is an address without query and fragment', () => {
  assert.equal(placeOf('https://e.org/send?x=1#y'), 'https://e.org/send');
  assert.equal(placeOf('https://e.org/send#y?z'), 'https://e.org/send');
});

test('what is no address has no host', () => {
  assert.equal(hostOf('https://a.e.org:81/x'), 'a.e.org');
  assert.equal(hostOf('nonsense'), '');
});

for (const [one, other, expected] of /** @type {[string, string, boolean][]} */ ([
  ['www.e.org', 'e.org', true],
  ['e.org', 'forms.e.org', true],
  ['www.e.org', 'forms.e.org', true],
  ['e.org', 'note.org', false],
  ['ee.org', 'e.org', false],
  ['', '', false],
])) {
  test(`${one} and ${other} ${expected ? 'are' : 'are not'} one site`, () => assert.equal(sameSite(one, other), expected));
}

const PIXEL = 'https://pixel.example.net/tr?ev=PageView&dl=x';
const OWN_DOMAIN = 'https://www.example.org/g/collect?v=2&tid=G-1&dl=x';
/** @type {[string, string, string, string][]} */
const crossing = [
  ['a navigation', 'main_frame', 'https://other.net/x?told=zq01', 'https://other.net/x?told'],
  ["a form's own action on another host", 'sub_frame', 'https://forms.example.net/take?told=zq01', 'https://forms.example.net/take?told'],
  ["the site's own autosave", 'xmlhttprequest', 'https://api.example.org/save?told=zq01', 'https://api.example.org/save?told'],
  ["a third party's own request", 'image', PIXEL, PIXEL],
  ['own-domain analytics', 'ping', OWN_DOMAIN, OWN_DOMAIN],
];
for (const [name, type, url, expected] of crossing) {
  test(`${name} crosses as ${expected}`, () => assert.equal(addressToSend({ url, type }, placeOf(url), 'example.org', ACTIONS), expected));
}

test('an endless address is cut', () => {
  const url = `https://pixel.example.net/?${'x'.repeat(MAX_ADDRESS)}`;
  assert.equal(addressToSend({ url, type: 'image' }, placeOf(url), 'example.org', new Set()).length, MAX_ADDRESS);
});
