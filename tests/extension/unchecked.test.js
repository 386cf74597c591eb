import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Unchecked } from '../../extension/background/unchecked.js';

/** @type {Unchecked} */
let unchecked;
beforeEach(() => {
  unchecked = new Unchecked();
  unchecked.sent({ tab: 1, page: 'report' });
});
const isSaidOn = (/** @type {string} */ page, tab = 1) => unchecked.isSaidOn({ tab, page });

test('it is said on the page of the form, and on the one that it led to', () => {
  unchecked.opened({ tab: 1, page: 'thanks' });
  assert.ok(isSaidOn('report') && isSaidOn('thanks'));
});

test('it is over with the page after that', () => {
  unchecked.opened({ tab: 1, page: 'thanks' });
  unchecked.opened({ tab: 1, page: 'elsewhere' });
  assert.ok(!isSaidOn('elsewhere') && !isSaidOn('thanks'));
});

test('other tabs know nothing of it', () => {
  unchecked.opened({ tab: 2, page: 'another' });
  assert.ok(!isSaidOn('another', 2) && isSaidOn('report'));
});
