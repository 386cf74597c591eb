import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { FakeApp, FakeStore, KEY, PORT, secretOfCode } from './fake_app.js';
import { turn, until } from './waiting.js';

const REVOKED = 4007;

const { Link } = await import('../../extension/background/link.js');
const { secretFrom } = await import('../../extension/background/handshake.js');

/** @type {FakeApp} */
let app;
/** @type {FakeStore} */
let store;
/** @type {any[]} */
let happened;
/** @type {number[]} */
let ports;
/** @type {import('../../extension/background/link.js').Link} */
let link;
const CODE = 'ABCDE-FGHIJ-KLMNO-PQRST';

beforeEach(async () => {
  app = new FakeApp();
  store = new FakeStore();
  store.kept = { browser: 'browser-1', secret: await secretFrom(new Uint8Array(KEY)) };
  happened = [];
  ports = [];
  Object.assign(globalThis, {
    WebSocket: app.WebSocket,
    indexedDB: store.indexedDB,
    chrome: {
      runtime: { getURL: (/** @type {string} */ path) => `chrome-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm/${path}` },
      storage: { local: { get: async () => ({ port: PORT }), set: async (/** @type {any} */ { port }) => void ports.push(port) } },
    },
  });
  link = new Link({
    hello: () => ({ extension: '0.1.0', open_pages: ['p1'] }),
    welcomed: (welcome, joined) => happened.push(`welcome ${welcome.run}${joined ? ' as new' : ''}`),
    instructed: (instruction) => {
      if (instruction.type === 'verdict') throw new Error('a mistake of ours');
      happened.push(instruction.type);
    },
    changed: (state) => happened.push(state),
  });
});

test('proof, hello, welcome: the link is up', async () => {
  await link.connect();
  assert.deepEqual(happened, ['connecting', 'welcome run-1', 'up']);
  assert.deepEqual(app.heard, [{ type: 'hello', oldest: 1, newest: 1, extension: '0.1.0', open_pages: ['p1'] }]);
  assert.equal(app.sockets[0]?.url, `ws://127.0.0.1:${PORT}`);
});

test('messages keep their order, both ways', async () => {
  await link.connect();
  for (let n = 0; n < 20; n += 1) link.send({ type: 'page_closed', page: `p${n}` });
  await until(() => app.heard.length === 21);
  assert.deepEqual(app.all('page_closed').map(({ page }) => page), [...Array(20).keys()].map((n) => `p${n}`));
  await app.say({ type: 'body_wanted' });
  await app.say({ type: 'choice_made' });
  await until(() => happened.length === 5);
  assert.deepEqual(happened.slice(3), ['body_wanted', 'choice_made']);
});

test('an instruction that cannot be followed does not end the link', async () => {
  const said = mock.method(console, 'error', () => {});
  await link.connect();
  await app.say({ type: 'verdict', words: 'zq01' });
  await app.say({ type: 'choice_made' });
  await until(() => happened.includes('choice_made'));
  assert.equal(link.up, true);
  assert.deepEqual(said.mock.calls.map((call) => call.arguments), [['an instruction could not be followed:', 'verdict', 'Error']]);
});

test('connecting twice makes one socket', async () => {
  await Promise.all([link.connect(), link.connect()]);
  await link.connect();
  assert.equal(app.sockets.length, 1);
});

test('an app that goes away is noticed, and found again', async () => {
  await link.connect();
  app.stop();
  await until(() => link.state === 'away');
  link.send({ type: 'page_closed', page: 'p1' });
  await link.connect();
  assert.equal(link.state, 'away');
  app.running = true;
  await link.connect();
  assert.equal(link.up, true);
  assert.deepEqual(app.all('page_closed'), []);
});

test('a browser that is not paired does not even try', async () => {
  store.kept = undefined;
  await link.connect();
  assert.equal(link.state, 'not_paired');
  assert.equal(app.sockets.length, 0);
});

for (const [side, state] of /** @type {[string, string][]} */ ([['app', 'update_app'], ['extension', 'update_extension']])) {
  test(`where the ${side} is too old, that is said`, async () => {
    app.welcome = { type: 'please_update', side };
    await link.connect();
    assert.equal(link.state, state);
  });
}

test('which version of the app is there is known', async () => {
  assert.equal(link.app, '');
  await link.connect();
  assert.equal(link.app, '0.1.0');
});

for (const [side, result] of /** @type {[string, string][]} */ ([['app', 'update_app'], ['extension', 'update_extension']])) {
  test(`where the ${side} is too old, a pairing says so, and the key is kept for later`, async () => {
    store.kept = undefined;
    app.secret = secretOfCode(CODE);
    app.newKey = Buffer.alloc(32, 9).toString('base64');
    app.welcome = { type: 'please_update', side };
    assert.equal(await link.pair(CODE, PORT), result);
    assert.equal(link.state, result);
    assert.ok(store.kept.secret);
    assert.equal(app.sockets[0]?.readyState, 3);
  });
}

const endings = /** @type {[string, () => Promise<unknown>][]} */ ([
  ['while it is up', async () => {
    await link.connect();
    app.close(REVOKED);
    await until(() => link.state !== 'up');
  }],
  ['instead of a welcome', async () => {
    app.closesAtHello = REVOKED;
    await link.connect();
  }],
]);
for (const [when, happens] of endings) {
  test(`a pairing that the app ends ${when} is ended here: the key is gone`, async () => {
    await happens();
    assert.equal(link.state, 'removed');
    await link.settled;
    assert.deepEqual(store.kept, { removed: true });
    const dialled = app.sockets.length;
    await link.connect();
    assert.equal(link.state, 'removed');
    assert.equal(app.sockets.length, dialled);
  });
}

test('after the background was stopped it is still known that the pairing was ended', async () => {
  store.kept = { removed: true };
  await link.connect();
  assert.deepEqual(happened, ['connecting', 'removed']);
  assert.equal(await link.pair(CODE, PORT), 'wrong_code');
  assert.equal(link.state, 'removed');
});

test('a browser that was sent away can be connected again', async () => {
  store.kept = { removed: true };
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  assert.equal(await link.pair(CODE, PORT), 'paired');
  assert.equal(link.up, true);
  assert.ok(store.kept.secret);
});

test('the word of one that has not proved itself deletes nothing', async () => {
  const { kept } = store;
  app.closesAtOpening = REVOKED;
  await link.connect();
  assert.equal(link.state, 'away');
  await link.settled;
  assert.equal(store.kept, kept);
  app.closesAtOpening = 0;
  app.secret = Buffer.alloc(32, 8);
  app.closesAtHello = REVOKED;
  await link.connect();
  assert.equal(link.state, 'not_known');
  await link.settled;
  assert.equal(store.kept, kept);
});

test('another code of closing, on a connection that was proved, keeps the key', async () => {
  const { kept } = store;
  await link.connect();
  app.close(4005);
  await until(() => link.state === 'away');
  await link.settled;
  assert.equal(store.kept, kept);
});

test('an older connection that is sent away takes no newer key with it', async () => {
  await link.connect();
  const older = app.sockets[0];
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  const pairing = link.pair(CODE, PORT);
  await turn();
  older?.onclose({ code: REVOKED });
  assert.equal(await pairing, 'paired');
  await turn();
  assert.equal(link.state, 'up');
  assert.ok(store.kept.secret);
});

test('a key that could not be deleted leaves the browser with an app that does not know it', async () => {
  await link.connect();
  store.broken = true;
  app.close(REVOKED);
  await until(() => link.state === 'removed');
  await link.settled;
  store.broken = false;
  app.secret = Buffer.alloc(32, 8);
  await link.connect();
  assert.equal(link.state, 'not_known');
});

test('an app that does not know the browser leaves it its key, and the one that does is found again', async () => {
  const { kept } = store;
  app.secret = Buffer.alloc(32, 8);
  await link.connect();
  assert.equal(link.state, 'not_known');
  assert.equal(store.kept, kept);
  app.secret = KEY;
  await link.connect();
  assert.equal(link.up, true);
});

test('a code joins the browser to the app, with a key and an id of its own', async () => {
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  const before = store.kept.browser;
  assert.equal(await link.pair(CODE.toLowerCase(), PORT), 'paired');
  assert.deepEqual(app.heard.map(({ type }) => type), ['paired_ack', 'hello']);
  assert.notEqual(store.kept.browser, before);
  assert.equal(store.kept.secret.extractable, false);
  assert.deepEqual(ports, [PORT]);
});

test('pairing anew ends the old connection, and nothing says that the app went away', async () => {
  await link.connect();
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  assert.equal(await link.pair(CODE, PORT), 'paired');
  await turn();
  assert.deepEqual(happened, ['connecting', 'welcome run-1', 'up', 'connecting', 'welcome run-1 as new', 'up']);
  assert.equal(app.sockets[0]?.readyState, 3);
});

test('a wrong code is told apart from an app that does not answer, and keeps the key', async () => {
  const { kept } = store;
  app.secret = secretOfCode('ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ');
  assert.equal(await link.pair(CODE, PORT), 'wrong_code');
  app.stop();
  assert.equal(await link.pair(CODE, PORT), 'no_app');
  assert.equal(store.kept, kept);
  assert.deepEqual(ports, []);
});

test('a browser whose key cannot be read just now is away, and tries again', async () => {
  store.broken = true;
  await link.connect();
  assert.equal(link.state, 'away');
  assert.equal(await link.pair(CODE, PORT), 'failed');
  assert.equal(link.state, 'away');
  store.broken = false;
  await link.connect();
  assert.equal(link.up, true);
});

test('a port that is none is like an app that is away', async () => {
  const WebSocket = class {
    constructor() {
      throw new SyntaxError('The URL is invalid.');
    }
  };
  Object.assign(globalThis, { WebSocket });
  await link.connect();
  assert.equal(link.state, 'away');
  assert.equal(await link.pair(CODE, 99_999), 'failed');
  Object.assign(globalThis, { WebSocket: app.WebSocket });
  await link.connect();
  assert.equal(link.up, true);
});

test('after a wrong code a browser that has no key is still not paired', async () => {
  store.kept = undefined;
  assert.equal(await link.pair(CODE, PORT), 'wrong_code');
  assert.equal(link.state, 'not_paired');
});

test('a browser that got its key but no welcome is paired, and away', async () => {
  store.kept = undefined;
  app.secret = secretOfCode(CODE);
  app.newKey = Buffer.alloc(32, 9).toString('base64');
  app.welcome = { type: 'refused', why: 'unexpected' };
  await link.pair(CODE, PORT);
  assert.equal(link.state, 'away');
  assert.ok(store.kept);
});

test('half a character, where a text was cut or a page wrote one, is made whole', async () => {
  await link.connect();
  link.send(/** @type {any} */ ({ type: 'page_changed', page: 'p1', title: 'cut \ud83d', more: ['\ude00', { deep: '\ud83d\ude00' }] }));
  await until(() => app.all('page_changed').length);
  const { title, more } = app.all('page_changed')[0];
  assert.deepEqual([title, more], ['cut \ufffd', ['\ufffd', { deep: '\u{1f600}' }]]);
});
