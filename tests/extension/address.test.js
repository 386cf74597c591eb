import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressToSend, hostOf, MAX_ADDRESS, placeOf, sameSite, withoutQueryValues } from '../../extension/background/address.js';

const ACTIONS = new Set(['https://forms.example.net/take', 'https://www.example.org/send']);

for (const [address, expected] of [
  ['https://e.org/a?step=2&who=me#top', 'https://e.org/a?step&who'],
  ['https://e.org/a?zq01typed', 'https://e.org/a'],
  ['https://e.org/a?x=1&zq01typed&y=2', 'https://e.org/a?x&y'],
  ['https://e.org/a?q=a?b=c', 'https://e.org/a?q'],
  ['https://e.org/a?', 'https://e.org/a'],
  ['https://e.org/a', 'https://e.org/a'],
  ['', ''],
]) {
  test(`${address} is shown as ${expected}`, () => assert.equal(withoutQueryValues(/** @type {string} */ (address)), expected));
}

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

/** @type {[string, string, string, string][]} */
const crossing = [
  ['a navigation', 'main_frame', 'https://other.net/x?told=zq01', 'https://other.net/x?told'],
  ["a form's own action on another host", 'sub_frame', 'https://forms.example.net/take?told=zq01', 'https://forms.example.net/take?told'],
  ["the site's own autosave", 'xmlhttprequest', 'https://api.example.org/save?told=zq01', 'https://api.example.org/save?told'],
  ["a third party's own request", 'image', 'https://pixel.example.net/tr?ev=PageView&dl=x', 'https://pixel.example.net/tr?ev=PageView&dl=x'],
  ['own-domain analytics', 'ping', 'https://www.example.org/g/collect?v=2&tid=G-1&dl=x', 'https://www.example.org/g/collect?v=2&tid=G-1&dl=x'],
];
for (const [name, type, url, expected] of crossing) {
  test(`${name} crosses as ${expected}`, () => assert.equal(addressToSend({ url, type }, 'example.org', ACTIONS), expected));
}

test('an endless address is cut', () => {
  const url = `https://pixel.example.net/?${'x'.repeat(MAX_ADDRESS)}`;
  assert.equal(addressToSend({ url, type: 'image' }, 'example.org', new Set()).length, MAX_ADDRESS);
});
