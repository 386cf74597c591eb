import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Bodies } from '../../extension/background/bodies.js';
import { Pages } from '../../extension/background/pages.js';
import { Queue } from '../../extension/background/queue.js';
import { Requests } from '../../extension/background/requests.js';

/** @type {Queue} */
let queue;
/** @type {Pages} */
let pages;
/** @type {Requests} */
let requests;
/** @type {Bodies} */
let bodies;
/** @type {any[]} */
let wentOut;
/** What may hold something typed: our numbers, and how far each got. @type {string[]} */
let compared;
let stopping = false;
let leaving = false;
/** Whether the tab asks for too much. */
let crowded = false;
/** For which tabs it was asked whether they may tell more, and how much. @type {number[][]} */
let asked;
const ACTIONS = new Set(['https://e.org/send', 'https://forms.example.net/take']);

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  queue = new Queue();
  bodies = new Bodies();
  wentOut = [];
  compared = [];
  stopping = leaving = crowded = false;
  asked = [];
  let count = 0;
  const newName = () => `n${(count += 1)}`;
  const now = () => 5;
  pages = new Pages({
    emit: (one) => queue.add(one),
    opened: (page) => requests.opened(page),
    changed: () => {},
    isPrivate: () => false,
    newName,
    now,
  });
  requests = new Requests({
    pages,
    queue,
    bodies,
    around: ({ site }) => ({ site, actions: ACTIONS, leaving, rules: [] }),
    typed: { attempted: ({ id }) => void compared.push(id), went: (id, fate) => void compared.push(`${id} ${fate}`) },
    weStop: () => stopping,
    queued: () => {},
    mayTell: (tab, weight) => {
      asked.push([tab, weight]);
      return !crowded;
    },
    wentOut: (request) => wentOut.push(request),
    newName,
    now,
  });
  pages.committed({ tabId: 1, url: 'https://www.e.org/', documentId: 'd1' });
  queue.take();
});
afterEach(() => mock.timers.reset());

/** @param {Record<string, unknown>} [more] */
const details = (more) => ({
  requestId: '7',
  tabId: 1,
  frameId: 0,
  documentId: 'd1',
  type: 'image',
  method: 'GET',
  url: 'https://t.example/tr?ev=PageView',
  timeStamp: 12.5,
  initiator: 'https://www.e.org',
  ...more,
});
const FORM = { formData: { told: ['zq01'] } };
const seen = () => /** @type {any[]} */ (queue.take()).flatMap((batch) => batch.requests ?? batch.fates ?? [batch]);

test('a request is told with all that the app needs', () => {
  requests.attempted(details({ frameId: 4, requestBody: FORM, method: 'POST', type: 'ping' }));
  assert.deepEqual(seen(), [
    {
      id: 'n2',
      page: 'n1',
      url: 'https://t.example/tr?ev=PageView',
      type: 'ping',
      method: 'POST',
      initiator: 'https://www.e.org',
      frame: 4,
      time: 12.5,
      has_body: true,
    },
  ]);
});

test('a request goes through its fates', () => {
  requests.attempted(details());
  requests.sent(details());
  requests.answered(details({ statusCode: 204 }));
  assert.deepEqual(seen().slice(1).map(({ request, fate, status }) => [request, fate, status]), [
    ['n2', 'sent', 0],
    ['n2', 'answered', 204],
  ]);
  assert.deepEqual(wentOut, [{ tab: 1, url: 'https://t.example/tr?ev=PageView', type: 'image', method: 'GET' }]);
});

test('with what went out go the names of cookies, and the kind of the body to where it waits', () => {
  requests.attempted(details({ method: 'POST', requestBody: FORM }));
  requests.sent(details({ cookies: ['c_user'], kind: 'application/x-www-form-urlencoded' }));
  requests.answered(details({ statusCode: 200 }));
  const [{ id }, ...fates] = seen();
  assert.deepEqual(fates, [
    { request: id, page: 'n1', fate: 'sent', status: 0, cookies: ['c_user'] },
    { request: id, page: 'n1', fate: 'answered', status: 200 },
  ]);
  assert.equal(bodies.take(id, 5)?.kind, 'application/x-www-form-urlencoded');
});

test("what is not the site's own is compared with what was typed, and how far it gets is told there", () => {
  requests.attempted(details());
  requests.sent(details());
  requests.attempted(details({ requestId: '8', url: 'https://e.org/own' }));
  requests.attempted(details({ requestId: '9', type: 'sub_frame', method: 'POST', url: 'https://forms.example.net/take', requestBody: FORM }));
  assert.deepEqual(compared, ['n2', 'n2 sent']);
});

test('each leg of a redirect is a request of its own', () => {
  requests.attempted(details());
  requests.answered(details({ statusCode: 302 }));
  requests.attempted(details({ url: 'https://u.example/' }));
  requests.answered(details({ url: 'https://u.example/', statusCode: 200 }));
  assert.deepEqual(seen().map(({ id, request, fate = '', status = '' }) => `${id ?? request} ${fate} ${status}`.trim()), [
    'n2', 'n3', 'n2 answered 302', 'n3 answered 200',
  ]);
});

for (const [name, more] of /** @type {[string, Record<string, unknown>][]} */ ([
  ["the form's own action", { type: 'xmlhttprequest', url: 'https://e.org/send?a=1' }],
  ["the form's own action on another host, in a frame", { type: 'sub_frame', url: 'https://forms.example.net/take' }],
])) {
  test(`the body of ${name} does not wait`, () => {
    requests.attempted(details({ method: 'POST', requestBody: FORM, ...more }));
    const [{ id, has_body: hasBody }] = seen();
    assert.deepEqual([hasBody, bodies.take(id, 5)], [false, undefined]);
  });
}

test('what an own submission leads on to may repeat the answers, wherever that is', () => {
  requests.attempted(details({ type: 'sub_frame', method: 'POST', url: 'https://forms.example.net/take', requestBody: FORM }));
  requests.attempted(details({ type: 'sub_frame', method: 'POST', url: 'https://t.example/two?told=zq01', requestBody: FORM }));
  requests.attempted(details({ type: 'sub_frame', url: 'https://t.example/thanks?told=zq01' }));
  const told = seen();
  assert.deepEqual(told.map(({ url }) => url), ['https://forms.example.net/take', 'https://t.example/two?told', 'https://t.example/thanks?told']);
  assert.deepEqual(told.map(({ has_body: hasBody }) => hasBody), [false, false, false]);
});

test('what waited is looked at again, and cut once', () => {
  requests.attempted(details({ type: 'xmlhttprequest', url: 'https://api.example.net/c?told=zq01' }));
  requests.attempted(details({ requestId: '8', type: 'xmlhttprequest', url: 'https://e.org/save?told=zq01' }));
  leaving = true;
  const [batch] = /** @type {any[]} */ (queue.take().map((waiting) => requests.lookedAtAgain(waiting)));
  assert.deepEqual(batch.requests.map((/** @type {any} */ one) => one.url), ['https://api.example.net/c?told', 'https://e.org/save?told']);
});

test('a tracker that reports by a form into a hidden frame can be read', () => {
  requests.attempted(details({ method: 'POST', type: 'sub_frame', url: 'https://t.example/tr/', requestBody: FORM }));
  assert.equal(seen()[0].has_body, true);
});

test('a navigation is told with the page it leads to, its answers left behind', () => {
  const navigation = { type: 'main_frame', method: 'POST', url: 'https://f.org/a?told=zq01', documentId: undefined };
  requests.attempted(details({ ...navigation, requestBody: FORM }));
  requests.sent(details(navigation));
  requests.answered(details({ ...navigation, statusCode: 200 }));
  assert.deepEqual(seen(), []);
  pages.committed({ tabId: 1, url: 'https://f.org/a?told=zq01', documentId: 'd2' });
  const told = seen();
  assert.deepEqual(told.map(({ type, fate }) => fate ?? type), ['page_closed', 'page', 'main_frame', 'sent', 'answered']);
  assert.equal(told[2].url, 'https://f.org/a?told');
  assert.equal(told[2].page, told[1].page);
  assert.deepEqual([told[2].has_body, bodies.take(told[2].id, 5)], [false, undefined]);
  assert.ok(!JSON.stringify(told).includes('zq01'));
});

test('where a request was redirected to is told to come from it, and nothing else that has its number', () => {
  requests.attempted(details());
  requests.answered(details({ statusCode: 302, redirectUrl: 'https://u.example/' }));
  requests.attempted(details({ url: 'https://u.example/' }));
  requests.answered(details({ statusCode: 401 }));
  requests.attempted(details({ url: 'https://u.example/' }));
  const told = seen().filter(({ url }) => url);
  assert.deepEqual(told.map(({ id, redirected_from: from }) => [id, from]), [['n2', undefined], ['n3', 'n2'], ['n4', undefined]]);
});

test('a redirect of one that was not told by itself names nobody', () => {
  crowded = true;
  for (const requestId of ['7', '8']) requests.attempted(details({ requestId }));
  requests.answered(details({ requestId: '8', statusCode: 302, redirectUrl: 'https://u.example/' }));
  crowded = false;
  requests.attempted(details({ requestId: '8', url: 'https://u.example/' }));
  assert.deepEqual(seen().map(({ url, redirected_from: from }) => [url, from]).at(-1), ['https://u.example/', undefined]);
});

test("the legs of a page's own request are told in order, and the clock of the last one's server once it is there", () => {
  const leg = { type: 'main_frame', documentId: undefined };
  requests.attempted(details({ ...leg, url: 'https://f.org/' }));
  requests.answered(details({ ...leg, url: 'https://f.org/', statusCode: 301, redirectUrl: 'https://www.f.org/' }));
  requests.attempted(details({ ...leg, url: 'https://www.f.org/' }));
  requests.dated({ requestId: '7', tabId: 1, url: 'https://www.f.org/', offset: -1250 });
  assert.deepEqual(seen(), []);
  pages.committed({ tabId: 1, url: 'https://www.f.org/', documentId: 'd2' });
  const told = seen();
  const [page] = told.filter(({ type }) => type === 'page');
  const legs = told.filter(({ type }) => type === 'main_frame');
  assert.deepEqual(legs.map(({ redirected_from: from }) => from), [undefined, legs[0].id]);
  const clock = { type: 'server_clock', page: page.page, host: 'www.f.org', offset: -1250 };
  assert.deepEqual(told.filter(({ type }) => type === 'server_clock'), [clock]);
});

test('the clock of a server whose page is there already is told at once, and of one that nobody knows nothing is', () => {
  requests.attempted(details());
  requests.dated({ requestId: '7', tabId: 1, url: 'https://www.e.org/', offset: 3 });
  requests.dated({ requestId: '70', tabId: 1, url: 'https://www.e.org/', offset: 4 });
  assert.deepEqual(seen().slice(1), [{ type: 'server_clock', page: 'n1', host: 'www.e.org', offset: 3 }]);
});

test('a navigation that came to nothing is not told with the next page', () => {
  requests.attempted(details({ type: 'main_frame', url: 'https://f.org/' }));
  requests.failed(details({ type: 'main_frame', error: 'net::ERR_ABORTED' }));
  pages.committed({ tabId: 1, url: 'https://g.org/', documentId: 'd3' });
  assert.deepEqual(seen().map(({ type }) => type), ['page_closed', 'page']);
});

test('a navigation that took the place of another is told, though the end of the older one is heard late', () => {
  requests.attempted(details({ type: 'main_frame', requestId: '8', url: 'https://f.org/' }));
  requests.attempted(details({ type: 'main_frame', requestId: '9', url: 'https://g.org/' }));
  requests.failed(details({ type: 'main_frame', requestId: '8', url: 'https://f.org/', error: 'net::ERR_ABORTED' }));
  requests.sent(details({ type: 'main_frame', requestId: '9', url: 'https://g.org/' }));
  pages.committed({ tabId: 1, url: 'https://g.org/', documentId: 'd3' });
  assert.deepEqual(seen().map(({ type, fate }) => fate ?? type), ['page_closed', 'page', 'main_frame', 'sent']);
});

for (const error of ['net::ERR_BLOCKED_BY_CLIENT', 'NS_ERROR_ABORT']) {
  for (const [ours, fate] of /** @type {[boolean, string][]} */ ([[true, 'stopped_by_us'], [false, 'stopped_by_another']])) {
    test(`${error} ${ours ? 'where we stop some' : 'elsewhere'} is ${fate}, also where nothing came before it`, () => {
      stopping = ours;
      requests.failed(details({ error }));
      assert.deepEqual(seen().map((one) => one.fate ?? one.url), ['https://t.example/tr?ev=PageView', fate]);
    });
  }
}

test("what Firefox's own protection stops is stopped by another, also where we stop some", () => {
  stopping = true;
  requests.failed(details({ error: 'NS_ERROR_TRACKING_URI' }));
  assert.equal(seen().at(-1)?.fate, 'stopped_by_another');
});

test('a page whose request was broken off is not waited for', () => {
  requests.attempted(details({ type: 'main_frame', requestId: '8', url: 'https://f.org/' }));
  requests.failed(details({ type: 'main_frame', requestId: '8', url: 'https://f.org/', error: 'NS_BINDING_ABORTED' }));
  pages.committed({ tabId: 1, url: 'https://f.org/', documentId: 'd3' });
  assert.equal(seen().find(({ type }) => type === 'page')?.from_start, false);
});

const NOBODY_THERE = [
  ...['net::ERR_NAME_NOT_RESOLVED', 'net::ERR_CONNECTION_REFUSED', 'net::ERR_ADDRESS_UNREACHABLE', 'net::ERR_UNSAFE_PORT'],
  ...['net::ERR_INTERNET_DISCONNECTED', 'NS_ERROR_UNKNOWN_HOST', 'NS_ERROR_CONNECTION_REFUSED'],
];
for (const error of NOBODY_THERE) {
  test(`a request that found nobody, with ${error}, got no farther than being attempted`, () => {
    requests.attempted(details());
    requests.sent(details());
    requests.failed(details({ error }));
    assert.deepEqual(seen().slice(1).map(({ fate }) => fate), ['sent', 'attempted']);
  });
}

test('a request that Firefox gives up as it goes offline may have been with somebody already', () => {
  requests.attempted(details());
  requests.sent(details());
  requests.failed(details({ error: 'NS_ERROR_OFFLINE' }));
  assert.deepEqual(seen().slice(1).map(({ fate }) => fate), ['sent']);
});

for (const error of ['net::ERR_ABORTED', 'net::ERR_CONNECTION_RESET', 'net::ERR_HTTP2_SERVER_REFUSED_STREAM', 'NS_BINDING_ABORTED']) {
  test(`a request that failed by itself, with ${error}, is not said to be stopped`, () => {
    requests.attempted(details());
    requests.failed(details({ error }));
    assert.equal(seen().length, 1);
  });
}

for (const [name, more] of /** @type {[string, Record<string, unknown>][]} */ ([
  ['of no tab', { tabId: -1 }],
  ['of a tab without a page', { tabId: 2 }],
  ['of a page got ready ahead of time', { documentLifecycle: 'prerender' }],
])) {
  test(`a request ${name} is nobody's`, () => {
    requests.attempted(details(more));
    requests.sent(details(more));
    requests.failed(details({ ...more, error: 'net::ERR_BLOCKED_BY_CLIENT' }));
    assert.deepEqual(seen(), []);
  });
}

test('of a tab that asks for too much, those that are alike are told as one, and how far the first one got', () => {
  crowded = true;
  for (const requestId of ['1', '2', '3']) requests.attempted(details({ requestId }));
  for (const requestId of ['1', '2', '3']) requests.sent(details({ requestId }));
  const [request, ...fates] = seen();
  assert.equal(request.count, 3);
  assert.deepEqual(fates.map((one) => [one.request, one.fate]), [[request.id, 'sent']]);
  assert.equal(compared.filter((one) => !one.includes(' ')).length, 3, 'each is compared with what was typed');
});

test('a long address counts as several requests', () => {
  requests.attempted(details({}));
  requests.attempted(details({ requestId: '8', url: `https://t.example/${'x'.repeat(10_000)}` }));
  assert.deepEqual(asked, [[1, 1], [1, 3]]);
});
