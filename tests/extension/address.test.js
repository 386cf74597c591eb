import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressToSend,
  holdsAnswers,
  hostOf,
  MAX_ADDRESS,
  placeOf,
  sameSite,
  widestSite,
  withoutQueryValues,
} from '../../extension/background/address.js';

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

for (const [address, host] of [
  ['https://a.e.org:81/x', 'a.e.org'],
  ['http://my-shop.example?to=https://other.example', 'my-shop.example'],
  ['wss://e.org/socket', 'e.org'],
  ['https://a.org@e.org/', 'e.org'],
  ['https://a.org:80@e.org/', 'e.org'],
  ['https://A.E.org', 'a.e.org'],
  ['https://e.org\\@a.org/', 'e.org'],
  ['https://a.o\trg/', 'a.org'],
  ['https://0x7f.1/', '127.0.0.1'],
  ['https://[::1]/', '[::1]'],
  ['https://xn--a.com/', ''],
  ['https://e.org:99999/', ''],
  ['data:text/plain,https://e.org/', ''],
  ['nonsense', ''],
]) {
  test(`the host of ${JSON.stringify(address)} is ${host || 'none'}`, () => assert.equal(hostOf(String(address)), host));
}

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

test('until its site is told, a host is taken to be of the widest that it may be', () => {
  assert.equal(widestSite('forms.northshire.police.uk'), 'police.uk');
  assert.equal(widestSite('localhost'), 'localhost');
});

const PAGE = { site: 'example.org', actions: ACTIONS, leaving: false, rules: [] };
const LEAVING = { ...PAGE, leaving: true };
const VENDOR = { initiator: 'https://forms.vendor.example' };
const RULES = { ...LEAVING, rules: [{ domains: ['vendor.example'] }, { url_filter: '||google.com/pagead/' }] };
/** @type {[string, boolean, string, Record<string, unknown>, typeof PAGE][]} */
const requests = [
  ['a navigation', true, 'main_frame', { url: 'https://other.net/x?told=zq01' }, PAGE],
  ["a form's own action on another host", true, 'sub_frame', { url: 'https://forms.example.net/take?told=zq01' }, PAGE],
  ["the site's own autosave", true, 'xmlhttprequest', { url: 'https://api.example.org/save?told=zq01' }, PAGE],
  ["a third party's own request", false, 'image', { url: 'https://pixel.example.net/tr?ev=PageView&dl=x' }, PAGE],
  ['own-domain analytics', false, 'ping', { url: 'https://www.example.org/g/collect?v=2&tid=G-1&dl=x' }, PAGE],
  ["a frame's own autosave", true, 'xmlhttprequest', { url: 'https://api.forms.vendor.example/save?told=zq01', ...VENDOR }, PAGE],
  ["a frame's tracker", false, 'image', { url: 'https://pixel.example.net/tr?ev=1', ...VENDOR }, PAGE],
  ['a known company in its own frame', false, 'image', { url: 'https://forms.vendor.example/tr?ev=1', ...VENDOR }, RULES],
  ["what a page's own code sends as a form leaves", true, 'xmlhttprequest', { url: 'https://api.other.net/c?told=zq01' }, LEAVING],
  ['a frame that is gone to as a form leaves', true, 'sub_frame', { url: 'https://casework.example/c?told=zq01' }, LEAVING],
  ['a picture as a form leaves', false, 'image', { url: 'https://pixel.example.net/tr?ev=Press' }, LEAVING],
  ['a known company as a form leaves', false, 'xmlhttprequest', { url: 'https://www.google.com/pagead/?ev=Press' }, RULES],
];
for (const [name, expected, type, request, page] of requests) {
  test(`${name} ${expected ? 'may' : 'does not'} hold answers`, () => {
    assert.equal(holdsAnswers({ url: '', type, ...request }, page), expected);
  });
}

test('an address that may hold answers is cut, another is whole, an endless one is cut all the same', () => {
  assert.equal(addressToSend('https://e.org/x?told=zq01', true), 'https://e.org/x?told');
  assert.equal(addressToSend('https://e.org/x?told=zq01', false), 'https://e.org/x?told=zq01');
  assert.equal(addressToSend(`https://pixel.example.net/?${'x'.repeat(MAX_ADDRESS)}`, false).length, MAX_ADDRESS);
});
