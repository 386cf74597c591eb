/** What somebody types is found in what the page asks of others, however it is written, and nothing of it is told but where it was. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { TypedPage } from './typed_page.js';
import { turn, until } from './waiting.js';

const EMAIL = 'Jane.Doe@Example.org ';
const CLEAN = 'jane.doe@example.org';
const PHONE = '+447700900123';
/** @param {string} name @param {string | Buffer} text */
const hash = (name, text) => createHash(name).update(text).digest();
/** @param {string} name @param {string | Buffer} text */
const hex = (name, text) => hash(name, text).toString('hex');
/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString('base64');
/** @param {string} text every byte of it */
const escaped = (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&');

/** @type {[string, string, string][]} how a clean e-mail address is written */
const WAYS = [
  ['as it is', CLEAN, 'plain'],
  ['in capitals', CLEAN.toUpperCase(), 'plain'],
  ['percent-encoded', encodeURIComponent(CLEAN), 'percent'],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(CLEAN)), 'percent'],
  ['percent-encoded to the last letter', escaped(CLEAN), 'percent'],
  ['base64', encodeURIComponent(base64(CLEAN)), 'base64'],
  ['base64, not escaped', base64(CLEAN), 'base64'],
  ['base64url', Buffer.from(CLEAN).toString('base64url'), 'base64'],
  ['base64 of base64', base64(base64(CLEAN)), 'base64'],
  ['base64 of JSON', base64(JSON.stringify({ event: 'lead', user: { em: CLEAN } })), 'base64'],
  ['base64 of JSON in base64 of JSON', base64(JSON.stringify({ data: base64(JSON.stringify({ em: CLEAN })) })), 'base64'],
  ['hex', Buffer.from(CLEAN).toString('hex'), 'hex'],
  ['hex in capitals', Buffer.from(CLEAN).toString('hex').toUpperCase(), 'hex'],
  ['in JSON', encodeURIComponent(JSON.stringify({ em: CLEAN, a: 1 })), 'percent'],
  ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => /** @type {[string, string, string][]} */ ([
    [name, hex(name, CLEAN), name],
    [`${name} in capitals`, hex(name, CLEAN).toUpperCase(), name],
    [`${name} in base64`, encodeURIComponent(hash(name, CLEAN).toString('base64')), name],
    [`${name} in base64, not escaped`, hash(name, CLEAN).toString('base64'), name],
    [`${name} in base64url`, hash(name, CLEAN).toString('base64url'), name],
    [`base64 of ${name} in hex`, base64(hex(name, CLEAN)), name],
    [`${name}, escaped twice`, encodeURIComponent(escaped(hex(name, CLEAN))), name],
    [`${name} of base64`, hex(name, base64(CLEAN)), name],
    [`${name} of percent-encoding`, hex(name, encodeURIComponent(CLEAN)), name],
    [`${name} of the bytes of sha256`, hex(name, hash('sha256', CLEAN)), name],
    ...['md5', 'sha1', 'sha256', 'sha512'].map((first) => /** @type {[string, string, string]} */ (
      [`${name} of ${first}`, hex(name, hex(first, CLEAN)), name])),
    [`${name} behind a word of Google's`, `tv.1~em.${hash(name, CLEAN).toString('base64url')}`, name],
  ])),
];

test('an e-mail address is found, in whatever way it is written', async () => {
  const page = new TypedPage();
  page.type('email', EMAIL);
  for (const [name, value, written] of WAYS) {
    const told = await page.ask({ url: `https://t.example/tr?ev=Lead&x=${value}&y=2` });
    assert.deepEqual(told, [['Your email', written]], `${name}, in an address`);
  }
});

test('in a body, as form and as bytes', async () => {
  const page = new TypedPage();
  page.type('email', EMAIL);
  for (const [name, value, written] of WAYS) {
    assert.deepEqual(await page.ask({ form: { 'ud[em]': ['x', value] } }), [['Your email', written]], `${name}, in a form`);
    const body = JSON.stringify({ event: 'Lead', em: value });
    assert.deepEqual(await page.ask({ raw: body }), [['Your email', written]], `${name}, in bytes`);
  }
});

/** The kind of field, what is typed, what the vendor makes of it */
const SPELLINGS = /** @type {[string, string, string][]} */ ([
  ['email', ' Jane Doe@Example.org', 'janedoe@example.org'],
  ...['07700900123', '7700900123', PHONE, '447700900123'].map((form) => ['tel', '07700 900 123', form]),
  ...['07700900123', PHONE, '447700900123'].map((form) => ['tel', '+44 (0)7700 900123', form]),
  ['text', '0044 7700 900123', PHONE],
  ['text', '07700-900123', '447700900123'],
  ['tel', '+33 6 12 34 56 78', '33612345678'],
  ['text', " O'Brien-Smith ", 'obriensmith'],
  ['text', 'Jane Doherty', 'janedoherty'],
  ['text', 'Jane Doherty', 'jane'],
  ['text', 'Jane Doherty', 'doherty'],
  ['text', 'Zoë Ångström', 'zoë ångström'],
  ['text', 'SW1A 2AA', 'sw1a2aa'],
  ['text', 'sw1a 2aa', 'SW1A2AA'],
  ...['1987-05-04', '19870504', '04051987', '04/05/1987'].map((form) => ['date', '1987-05-04', form]),
  ['text', '4/5/1987', '19870504'],
  ['number', '4271', '4271'],
  ['password', 'Tr0ub4dor', 'Tr0ub4dor'],
  ['password', 'Tr0ub4dor', 'tr0ub4dor'],
  ['search', 'Ludo', 'ludo'],
  ['url', 'https://me.example/Jane', 'https://me.example/jane'],
  ['textarea', 'He followed me.\nTwice. ', 'He followed me.\nTwice.'],
  ['editable', 'He followed me', 'he followed me'],
  ['select', 'v7', 'shire number 7'],
]);

for (const [kind, typed, spelling] of SPELLINGS) {
  test(`"${typed}" in a field for ${kind} is hashed as "${spelling.replace('\n', ' / ')}"`, async () => {
    const page = new TypedPage();
    page.type(kind, typed);
    const labels = /** @type {Record<string, string>} */ ({ textarea: 'Your story', select: 'Your shire', editable: 'Your words' });
    const label = labels[kind] ?? `Your ${kind}`;
    for (const name of ['md5', 'sha1', 'sha256', 'sha512']) {
      assert.deepEqual(await page.ask({ url: `https://t.example/tr?h=${hex(name, spelling)}` }), [[label, name]]);
    }
  });
}

/** @type {[string, string, Parameters<TypedPage['ask']>[0], string][]} */
const READ = [
  ['text', 'Jane Doherty', { url: 'https://t.example/tr?n=Jane+Doherty' }, 'percent'],
  ['text', 'Jane Doherty', { url: 'https://t.example/tr?n=Jane%20Doherty' }, 'percent'],
  ['text', 'Jane Doherty', { form: { n: ['Jane Doherty'] } }, 'plain'],
  ['text', 'Jane Doherty', { raw: '{"n":"I am Jane  Doherty."}' }, 'plain'],
  ['text', 'Zoë Ångström', { raw: JSON.stringify({ n: 'Zoë Ångström' }) }, 'plain'],
  ['text', 'Zoë Ångström', { raw: '{"n":"Zo\\u00eb \\u00c5ngstr\\u00f6m"}' }, 'plain'],
  ['text', 'Zoë Ångström', { url: `https://t.example/tr?n=${encodeURIComponent(base64('Zoë Ångström'))}` }, 'base64'],
  ['textarea', 'It was late.\nHe "followed" me', { raw: JSON.stringify({ t: 'x\nIt was late.\nHe "followed" me' }) }, 'plain'],
  ['textarea', 'Late.\nHe "followed" me', { raw: JSON.stringify({ t: JSON.stringify({ t: 'Late.\nHe "followed" me' }) }) }, 'plain'],
  ['text', 'Ludo', { url: `https://t.example/tr?n=${base64('Ludo')}` }, 'base64'],
  ['text', 'Ludo', { url: `https://t.example/tr?n=${base64('{"name":"Ludo"}')}` }, 'base64'],
  ['text', 'a@b.c', { url: 'https://t.example/tr?n=a%40b.c' }, 'percent'],
  ['number', '4271', { url: `https://t.example/tr?n=${base64('4271')}` }, 'base64'],
  ['number', '42719305', { url: 'https://t.example/tr?n=42719305' }, 'plain'],
  ['select', 'v7', { url: 'https://t.example/tr?n=Shire%20number%207' }, 'percent'],
];
for (const [kind, typed, request, written] of READ) {
  test(`"${typed.replace('\n', ' / ')}" is found in ${JSON.stringify(request)}`, async () => {
    const page = new TypedPage();
    page.type(kind, typed);
    assert.deepEqual((await page.ask(request)).map(([, way]) => way), [written]);
  });
}

/** @type {[string, string, string, Parameters<TypedPage['ask']>[0]][]} */
const NOT_TOLD = [
  ['a short word as it is', 'text', 'Ludo', { url: 'https://t.example/tr?n=Ludo&m=ludo' }],
  ['three letters in any way', 'text', 'Amy', { url: `https://t.example/tr?n=${hex('sha256', 'amy')}&m=${base64('Amy')}` }],
  ['a short number as it is', 'number', '4271930', { url: 'https://t.example/tr?n=4271930', raw: `"4271930" ${base64('"4271930"')}` }],
  ['a number in a longer one', 'number', '42719305', { url: 'https://t.example/tr?ts=1742719305123' }],
  ['a part of a word', 'text', 'Harper', { url: 'https://t.example/tr?n=harpers&m=sharper' }],
  ['a word in a path', 'text', 'Harper', { url: 'https://t.example/harper/a.js?dl=https%3A%2F%2Fe.org%2Fharper%2F' }],
  ["a parameter's name", 'text', 'Harper', { url: 'https://t.example/c?harper=1', raw: '{"harper":1}' }],
  ['a common word', 'text', 'Unknown', { url: 'https://t.example/tr?city=unknown' }],
  ["the page's own words", 'text', 'Whitfield', { url: 'https://t.example/tr?dt=Report%20Whitfield%20matters' }],
  ["a word of the page's address", 'text', 'Burglary', { url: 'https://t.example/tr?topic=burglary' }],
  ['today', 'date', new Date().toISOString().slice(0, 10), { url: `https://t.example/tr?on=${new Date().toISOString().slice(0, 10)}` }],
  ['a choice among few', 'few', 'Something else', { url: `https://t.example/tr?n=Something+else&h=${hex('md5', 'something else')}` }],
  ['a choice among radios', 'radio', 'Assaulted yesterday', { url: 'https://t.example/tr?n=Assaulted+yesterday' }],
];
for (const [name, kind, typed, request] of NOT_TOLD) {
  test(`${name} is not told`, async () => {
    const page = new TypedPage({ url: 'https://www.example.org/report?about=burglary' });
    page.type(kind, typed);
    assert.deepEqual(await page.ask(request), []);
  });
}

test("the page's own word is told where it was hashed: that is no chance", async () => {
  const page = new TypedPage();
  page.type('text', 'Whitfield');
  assert.deepEqual(await page.ask({ url: `https://t.example/tr?h=${hex('sha256', 'whitfield')}` }), [['Your text', 'sha256']]);
});

test("what the site put into a field is nobody's, and the host of a request is not read", async () => {
  const page = new TypedPage();
  page.field('email').value = CLEAN;
  page.field('email').dispatchEvent(new page.page.window.InputEvent('input', { bubbles: true }));
  page.type('text', 'stats.example');
  assert.deepEqual(await page.ask({ url: `https://stats.example/tr?em=${CLEAN}` }), []);
});

test('once for each request and field, and for each of two fields that hold the same', async () => {
  const page = new TypedPage();
  page.type('email', EMAIL);
  page.type('text', CLEAN);
  const told = await page.ask({ url: `https://t.example/tr?a=${CLEAN}&b=${hex('md5', CLEAN)}`, form: { em: [CLEAN, base64(CLEAN)] } });
  assert.deepEqual(told.map(([label]) => label).sort(), ['Your email', 'Your text']);
});

test('what stood there a moment ago is found, and a long text of which more was written since', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  await page.ask({});
  page.type('email', 'someone.else@example.net');
  page.type('textarea', 'He followed me home from the station on Friday night, and then he waited outside.');
  assert.deepEqual(await page.ask({ url: `https://t.example/tr?a=${hex('sha1', CLEAN)}` }), [['Your email', 'sha1']]);
  const begun = 'He followed me home from the station on Friday night, and';
  assert.deepEqual(await page.ask({ raw: JSON.stringify({ t: begun }) }), [['Your story', 'plain']]);
});

test('what was typed in a field that the page takes away or empties is still found', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  page.field('email').value = '';
  page.page.document.querySelector('form')?.remove();
  assert.deepEqual(await page.ask({ url: `https://t.example/tr?a=${hex('sha256', CLEAN)}` }), [['Your email', 'sha256']]);
});

test('a field that the person empties is forgotten, and with the page everything', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  await page.ask({});
  page.type('email', '');
  assert.deepEqual(await page.ask({ url: `https://t.example/tr?a=${CLEAN}&b=${hex('md5', CLEAN)}` }), []);
  page.type('email', CLEAN);
  page.page.window.dispatchEvent(new page.page.window.Event('pagehide'));
  assert.equal(page.page.told.at(-1).typing, false);
  page.page.document.getElementById('marker')?.remove();
  assert.deepEqual(await page.ask({ url: `https://t.example/tr?a=${CLEAN}&b=${hex('md5', CLEAN)}` }), []);
});

const typings = (/** @type {TypedPage} */ page) => page.page.told.filter(({ kind }) => kind === 'typing').map(({ typing }) => typing);

test('the background hears once that somebody types, again when it asks or a form has gone, and when nothing is left', async () => {
  const page = new TypedPage();
  page.page.hear({ kind: 'request', request: 'r0', url: `https://t.example/tr?a=${CLEAN}` });
  page.page.hear({ kind: 'describe' });
  assert.deepEqual(typings(page), []);
  page.type('email', 'j');
  page.type('email', 'ja');
  assert.deepEqual(typings(page), [true]);
  page.page.hear({ kind: 'describe' });
  assert.deepEqual(typings(page), [true, true]);
  page.page.document.querySelector('form')?.dispatchEvent(new page.page.window.Event('submit', { bubbles: true, cancelable: true }));
  page.type('email', 'jan');
  page.type('email', '');
  assert.deepEqual(typings(page), [true, true, true, false]);
});

test('nothing that was typed is in any message, in whatever way it is written, nor in a label that repeats it', async () => {
  const page = new TypedPage();
  page.type('email', 'zq07@typed.example');
  await page.ask({}); // By now the page's own words are known: what it repeats later is not among them.
  page.type('password', 'zq07secret');
  page.type('textarea', 'zq07 and a story');
  page.field('password').labels[0].firstChild.textContent = 'Confirm zq07secret';
  for (const text of ['zq07@typed.example', 'zq07secret', 'zq07 and a story']) {
    for (const way of [text, encodeURIComponent(text), base64(text), hex('sha256', text)]) {
      assert.equal((await page.ask({ url: `https://t.example/tr?a=${way}` })).length, 1);
    }
  }
  const told = JSON.stringify(page.page.told);
  assert.ok(!/zq07|typed\.example|secret|story/.test(told.replaceAll('"Your story"', '')));
  for (const message of page.typed()) assert.deepEqual(Object.keys(message).sort(), ['kind', 'label', 'request', 'written']);
});

test('a label that repeats what was typed is left out', async () => {
  const page = new TypedPage({ html: '<input type="text" aria-label="Name"> <input type="email" aria-label="Email">' });
  page.type('text', 'zq07 Person');
  page.field('email').setAttribute('aria-label', 'And your email, zq07 Person?');
  page.type('email', CLEAN);
  assert.deepEqual(await page.ask({ form: { n: [CLEAN] } }), [['', 'plain']]);
});

test('what stands across the pieces of a long body is found, in base64 as well', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  for (const before of [6990, 7000, 7980, 7995, 14_990, 200_000]) {
    const text = `${'x '.repeat(before / 2)}"${CLEAN}"${' y'.repeat(4000)}`;
    assert.deepEqual(await page.ask({ raw: text }), [['Your email', 'plain']], `after ${before}`);
    assert.deepEqual(await page.ask({ raw: `{"a":"${base64(text)}"}` }), [['Your email', 'base64']], `after ${before}, in base64`);
  }
});

test('bytes that are no text do no harm', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  const bytes = Uint8Array.from({ length: 5000 }, (_one, n) => (n * 7919) % 256);
  assert.deepEqual(await page.ask({ url: 'https://t.example/%E0%A4%A?%zz=%\\u00', raw: bytes, form: { '%': ['\\', '='] } }), []);
});

test('what is wrapped over and over is read to a depth, and no further', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  const wrapped = (/** @type {number} */ times) => Array(times).fill(0).reduce((text) => base64(text), CLEAN);
  assert.equal((await page.ask({ form: { a: [wrapped(2)] } })).length, 1);
  assert.equal((await page.ask({ form: { a: [wrapped(4)] } })).length, 0);
});

test('work is done in slices: each ends when its time is over, and the next comes later', async () => {
  const page = new TypedPage();
  const { window } = page.page;
  let clock = 0;
  window.performance.now = () => (clock += 1);
  /** @type {(() => void)[]} */
  const slices = [];
  window.setTimeout = (/** @type {() => void} */ work) => slices.push(work);
  window.clearTimeout = (/** @type {number} */ id) => (slices[id - 1] = () => undefined);
  page.type('email', CLEAN);
  page.page.hear({ kind: 'request', request: 'r1', url: `https://t.example/tr?a=${hex('sha256', CLEAN)}`, raw: base64('x '.repeat(50_000)) });
  let most = 0;
  for (let at = 0; at < slices.length; at += 1) {
    const before = clock;
    slices[at]?.();
    most = Math.max(most, clock - before);
  }
  assert.deepEqual(page.typed().map(({ written }) => written), ['sha256']);
  assert.ok(slices.length > 10, `${slices.length} slices`);
  assert.ok(most <= 5, `${most} steps`);
});

test('of too many requests the oldest are dropped, by number and by size', async () => {
  const page = new TypedPage();
  page.type('email', CLEAN);
  const url = `https://t.example/tr?a=${hex('sha256', CLEAN)}`;
  for (let n = 0; n < 250; n += 1) page.page.hear({ kind: 'request', request: `a${n}`, url });
  await until(() => page.typed().some(({ request }) => request === 'a249'));
  await turn();
  assert.equal(page.typed().length, 200);
  assert.equal(page.typed()[0].request, 'a50');
  const raw = base64(' '.repeat(1_200_000));
  for (let n = 0; n < 4; n += 1) page.page.hear({ kind: 'request', request: `b${n}`, url, raw });
  await until(() => page.typed().some(({ request }) => request === 'b3'));
  assert.deepEqual(page.typed().slice(200).map(({ request }) => request), ['b2', 'b3']);
});

for (const [typed, hashed] of /** @type {[string, string][]} */ ([
  ['Zq.Jane+help@gmail.com', 'zqjane@gmail.com'],
  ['zq.jane@googlemail.com', 'zqjane@googlemail.com'],
])) {
  test(`Google takes ${typed} for ${hashed}`, async () => {
    const page = new TypedPage();
    page.type('email', typed);
    assert.deepEqual(await page.ask({ url: `https://t.example/?em=${hex('sha256', hashed)}` }), [['Your email', 'sha256']]);
  });
}

for (const word of ['Default', 'homepage', 'accepted', 'general']) {
  test(`a word that requests hold of themselves is not one that was typed: ${word}`, async () => {
    const page = new TypedPage();
    page.type('text', word);
    assert.deepEqual(await page.ask({ url: `https://t.example/?kind=${word.toLowerCase()}` }), []);
  });
}

for (const [how, pack] of /** @type {[string, (text: string) => Buffer][]} */ ([['gzip', gzipSync], ['deflate', deflateSync]])) {
  test(`what a recorder packs with ${how} is unpacked, and one that is cut off or begins like one harms nothing`, async () => {
    const page = new TypedPage();
    page.type('email', CLEAN);
    const packed = pack(JSON.stringify({ Evts: [{ Args: [1, CLEAN] }] }));
    assert.deepEqual(await page.askPacked(packed, { finds: true }), [['Your email', 'plain']]);
    assert.deepEqual(await page.askPacked(packed.subarray(0, 12)), []);
    assert.deepEqual(await page.askPacked(Buffer.concat([packed.subarray(0, 4), Buffer.from('nothing')])), []);
    assert.deepEqual(await page.askPacked(pack('x'.repeat(30_000_000))), []);
  });
}
