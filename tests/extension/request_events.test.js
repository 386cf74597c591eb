import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenToRequests } from '../../extension/background/request_events.js';

const TYPES = [
  'main_frame', 'sub_frame', 'stylesheet', 'script', 'image', 'font', 'object', 'xmlhttprequest', 'ping', 'csp_report', 'media',
  'websocket', 'other', 'a_type_to_come',
];
const EVENTS = ['onBeforeRequest', 'onSendHeaders', 'onBeforeRedirect', 'onResponseStarted', 'onErrorOccurred'];
const COOKIES = { name: 'Cookie', value: 'c_user=zq01; other=zq02; fr=0' };
const HEADERS = [{ name: 'Content-Type', value: 'text/plain' }, COOKIES, { name: 'X-Told', value: 'zq03' }, { name: 'x-binary' }];
const PLAIN = 'https://t.example/tr?ev=PageView';
const VENDORS_OWN = 'https://www.facebook.com/tr?ev=PageView';

/** What a filter of ours means: a host with all below it, or everything. @param {string} pattern @param {string} url */
const means = (pattern, url) => {
  const [, scheme, host] = /^(\w+):\/\/(?:\*\.)?([^/]*)\/\*$/.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(url);
  return protocol === `${scheme}:` && (host === '*' || hostname === host || hostname.endsWith(`.${host}`));
};

/**
 * A browser, and what is heard of each request that goes its whole way there.
 * @param {{chromium: boolean, inTurn?: (handle: () => void) => void}} how
 */
function listening({ chromium, inTurn = (handle) => handle() }) {
  /** @type {any[][]} */
  const listeners = [];
  const webRequest = Object.fromEntries(
    EVENTS.map((event) => [event, { addListener: (/** @type {any[]} */ ...args) => void listeners.push([event, ...args]) }]),
  );
  const OnSendHeadersOptions = { REQUEST_HEADERS: 'requestHeaders', ...(chromium && { EXTRA_HEADERS: 'extraHeaders' }) };
  const ResourceType = Object.fromEntries(TYPES.map((type) => [type.toUpperCase(), type]));
  Object.assign(globalThis, { chrome: { webRequest: { ...webRequest, OnSendHeadersOptions, ResourceType } } });
  /** @type {[string, any][]} */
  const heard = [];
  const hear = (/** @type {string} */ fate) => (/** @type {any} */ details) => void heard.push([fate, details]);
  const [attempted, sent, answered, dated, failed] = ['attempted', 'sent', 'answered', 'dated', 'failed'].map(hear);
  listenToRequests(/** @type {any} */ ({ attempted, sent, answered, dated, failed }), inTurn);
  /** @param {string} event @param {any} details as this browser would give it to each listener @param {any[]} answer its headers */
  const raise = (event, details, answer = []) => {
    for (const [name, listener, { urls, types }, options = []] of listeners) {
      const isMeant = urls.some((/** @type {string} */ one) => means(one, details.url)) && (types?.includes(details.type) ?? true);
      if (name !== event || !isMeant) continue;
      const shown = chromium && !options.includes('extraHeaders') ? HEADERS.filter((one) => one !== COOKIES) : HEADERS;
      const asked = {
        ...(options.includes('requestHeaders') && { requestHeaders: shown }),
        ...(options.includes('responseHeaders') && { responseHeaders: answer }),
      };
      assert.equal(listener({ ...details, ...asked }), undefined);
    }
  };
  const goes = (/** @type {string} */ type, url = PLAIN) => {
    for (const event of EVENTS.filter((one) => one !== 'onBeforeRedirect' && one !== 'onErrorOccurred')) raise(event, { type, url });
  };
  return { listeners, heard, raise, goes };
}

for (const chromium of [false, true]) {
  const where = chromium ? 'Chromium' : 'Firefox';

  for (const url of [PLAIN, VENDORS_OWN, 'wss://t.example/socket']) {
    test(`a request of every type to ${new URL(url).host} is heard of once at each step, in ${where}`, () => {
      for (const type of TYPES) {
        const { heard, goes } = listening({ chromium });
        goes(type, url);
        assert.deepEqual([type, ...heard.map(([fate]) => fate)], [type, 'attempted', 'sent', 'answered']);
      }
    });
  }

  test(`nothing is handled out of turn, in ${where}`, () => {
    /** @type {(() => void)[]} */
    const turns = [];
    const { heard, goes } = listening({ chromium, inTurn: (handle) => void turns.push(handle) });
    goes('image');
    goes('ping');
    assert.deepEqual(heard, []);
    turns.forEach((handle) => handle());
    assert.equal(heard.length, 6);
  });

  test(`of all headers only known names and a kind are left, before anything waits, in ${where}`, () => {
    /** @type {any[]} */
    const turns = [];
    const { heard, raise } = listening({ chromium, inTurn: (handle) => void turns.push(handle) });
    raise('onSendHeaders', { type: 'ping', url: VENDORS_OWN });
    turns.forEach((handle) => handle());
    assert.deepEqual(heard, [['sent', { type: 'ping', url: VENDORS_OWN, cookies: ['c_user'], kind: 'text/plain' }]]);
  });

  test(`elsewhere than at a vendor no cookie is known, and the kind of a body is, in ${where}`, () => {
    const { heard, raise } = listening({ chromium });
    raise('onSendHeaders', { type: 'xmlhttprequest', url: PLAIN });
    assert.deepEqual(heard.map(([, { cookies, kind }]) => [cookies, kind]), [[[], 'text/plain']]);
  });

  test(`cookies that go with a picture of a vendor's are known, in ${where}`, () => {
    const { heard, goes } = listening({ chromium });
    goes('image', VENDORS_OWN);
    assert.deepEqual(heard.find(([fate]) => fate === 'sent')?.[1].cookies, ['c_user']);
  });

  test(`a visit to the company itself is no telling, in ${where}`, () => {
    const { heard, raise } = listening({ chromium });
    raise('onSendHeaders', { type: 'main_frame', url: VENDORS_OWN });
    assert.deepEqual(heard.map(([, { cookies }]) => cookies), [[]]);
  });

  test(`what was led elsewhere, or stopped, is heard of, in ${where}`, () => {
    const { heard, raise } = listening({ chromium });
    raise('onBeforeRedirect', { type: 'image', url: PLAIN });
    raise('onErrorOccurred', { type: 'image', url: PLAIN });
    assert.deepEqual(heard.map(([fate]) => fate), ['answered', 'failed']);
  });
}

const DATE = { name: 'Date', value: 'Thu, 26 Nov 2026 03:00:00 GMT' };
const THEN = Date.UTC(2026, 10, 26, 3);

for (const [what, more, answer, offset] of /** @type {[string, Record<string, unknown>, any[], number?][]} */ ([
  ['this computer is ahead of', { timeStamp: THEN + 1250.4 }, [{ name: 'x-date', value: '' }, DATE], 1250],
  ['this computer is behind', { timeStamp: THEN - 60_000 }, [{ ...DATE, name: 'date' }, { name: 'age', value: '0' }], -60_000],
  ['says nothing', { timeStamp: THEN }, [{ name: 'Date' }]],
  ['has no such header', { timeStamp: THEN }, []],
  ['says something else', { timeStamp: THEN }, [{ name: 'Date', value: 'today' }]],
  ['is of another age', { timeStamp: THEN }, [{ name: 'Date', value: '1 Jan 200000 00:00 GMT' }]],
  ['was kept by the browser', { timeStamp: THEN, fromCache: true }, [DATE]],
  ['was kept on its way', { timeStamp: THEN }, [DATE, { name: 'Age', value: '7' }]],
])) {
  test(`the clock where a page comes from that ${what}`, () => {
    for (const chromium of [true, false]) {
      const { heard, raise } = listening({ chromium });
      raise('onResponseStarted', { type: 'main_frame', url: PLAIN, requestId: '7', tabId: 1, ...more }, answer);
      const dated = heard.filter(([fate]) => fate === 'dated').map(([, answer]) => answer);
      assert.deepEqual(dated, offset === undefined ? [] : [{ requestId: '7', tabId: 1, url: PLAIN, offset }]);
    }
  });
}

test('headers of an answer are asked for of pages alone', () => {
  for (const chromium of [true, false]) {
    const asked = listening({ chromium }).listeners.filter(([, , , options]) => options?.includes('responseHeaders'));
    assert.deepEqual(asked.map(([event, , { types }]) => [event, types]), [['onResponseStarted', ['main_frame']]]);
  }
});

test('a body is asked for wherever there may be one, headers only there and at the vendors, and all headers at the vendors alone', () => {
  const { listeners } = listening({ chromium: true });
  const asked = (/** @type {string} */ option) =>
    listeners
      .filter(([, , , options]) => options?.includes(option))
      .map(([, , { urls, types }]) => [urls.includes('https://*/*'), types?.includes('image')]);
  assert.deepEqual(asked('requestBody'), [[true, false]]);
  assert.deepEqual(asked('requestHeaders'), [[true, false], [false, undefined]]);
  assert.deepEqual(asked('extraHeaders'), [[false, undefined]]);
});
