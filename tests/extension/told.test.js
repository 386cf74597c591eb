import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MAX_HOST, MAX_PAGE, ToldRequests } from '../../extension/background/told.js';

/** @type {ToldRequests} */
let told;
beforeEach(() => {
  told = new ToldRequests();
});
/** @param {number} n @param {Record<string, unknown>} [more] @returns {any} */
const request = (n, more) => ({ id: `r${n}`, page: 'p1', url: `https://t${n}.example/tr?x=1`, type: 'image', has_body: true, ...more });
/** @param {...any} requests */
const tell = (...requests) => told.note({ type: 'requests', requests }, (page) => (page === 'p1' ? 'e.org' : undefined));
const ids = () => /** @type {any} */ (told.again('p1')[0])?.requests.map((/** @type {any} */ one) => one.id) ?? [];

test('an app that is started anew is told again, with how far each got, and that no body waits any more', () => {
  tell(request(1), request(2));
  const fates = ['r1', 'r9'].map((request) => ({ request, page: 'p1', fate: /** @type {const} */ ('sent') }));
  told.note({ type: 'fates', fates }, () => 'e.org');
  assert.deepEqual(told.again('p1'), [
    { type: 'requests', requests: [request(1, { has_body: false }), request(2, { has_body: false })] },
    { type: 'fates', fates: [{ request: 'r1', page: 'p1', fate: 'sent' }] },
  ]);
});

test("the site's own, a navigation, and what belongs to no page are not kept", () => {
  tell(request(1, { url: 'https://www.e.org/logo' }), request(2, { type: 'main_frame' }), request(3, { page: 'gone' }));
  assert.deepEqual([told.again('p1'), told.again('gone')], [[], []]);
});

test('the newest are kept, and one busy host does not take the place of the others', () => {
  tell(request(0), ...Array.from({ length: 60 }, (_, n) => request(100 + n, { url: 'https://cdn.example/' })));
  assert.equal(ids().length, MAX_HOST + 1);
  tell(...Array.from({ length: MAX_PAGE }, (_, n) => request(200 + n)));
  assert.equal(ids().length, MAX_PAGE);
  assert.ok(!ids().includes('r0'));
});

test('a long address is cut, and a page that is gone is forgotten', () => {
  tell(request(1, { url: `https://t.example/?${'x'.repeat(5000)}` }));
  assert.equal(/** @type {any} */ (told.again('p1')[0]).requests[0].url.length, 2000);
  told.forget('p1');
  assert.deepEqual(told.again('p1'), []);
});
