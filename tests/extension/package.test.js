/** What a person installs: small, whole, the same each time, and with nothing in it that only the other browser reads. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { BROWSERS, LIMIT, packaged, sizeOf } from './package.js';
import { zip } from './zip.js';

/** @type {Record<string, Map<string, Buffer>>} */
const packages = {};

before(async () => {
  for (const browser of BROWSERS) packages[browser] = await packaged(browser);
});

/** @param {string} browser @returns {Map<string, Buffer>} */
const filesOf = (browser) => packages[browser] ?? new Map();

/** @param {string} browser @param {string} path */
const text = (browser, path) => filesOf(browser).get(path)?.toString() ?? '';

/** @param {string} browser */
const manifestOf = (browser) => JSON.parse(text(browser, 'manifest.json'));

/** Every path that the manifest names, in the order it names them. @param {any} part @returns {string[]} */
function named(part) {
  if (typeof part === 'string') return /\.(js|html|png|svg|json)$/.test(part) ? [part] : [];
  return part && typeof part === 'object' ? Object.values(part).flatMap(named) : [];
}

for (const browser of BROWSERS) {
  test(`the whole extension for ${browser} stays below its size`, () => {
    const size = sizeOf(filesOf(browser));
    console.log(`${browser}: ${size} bytes`);
    assert.ok(size < LIMIT, `${size} bytes`);
  });

  test(`every file that the manifest for ${browser} names is there`, () => {
    const paths = named(manifestOf(browser));
    assert.ok(paths.length >= 7);
    assert.deepEqual(paths.filter((path) => !filesOf(browser).get(path)?.length), []);
  });

  test(`every file that a page for ${browser} names is there, and no script waits for another`, () => {
    const missing = [];
    for (const [path, content] of filesOf(browser)) {
      const page = path.endsWith('.html') && new JSDOM(content.toString()).window.document;
      const parts = page ? [...page.querySelectorAll('[src], link[href]')] : [];
      const linked = parts.map((one) => one.getAttribute('src') ?? one.getAttribute('href'));
      const targets = linked.map((other) => new URL(other ?? '', `https://x.test/${path}`).pathname.slice(1));
      missing.push(...targets.filter((target) => !filesOf(browser).has(target)));
      if (path.endsWith('.js')) assert.doesNotMatch(content.toString(), /^import\b|[;}]import["'{]/, path);
    }
    assert.deepEqual(missing, []);
  });

  test(`nothing in the content scripts for ${browser} is a name of the page's own world`, () => {
    for (const { js } of manifestOf(browser).content_scripts) {
      assert.equal(js.length, 1);
      assert.match(text(browser, js[0]), /^\(\(\)=>\{.*\}\)\(\);$/s);
    }
  });

  test(`no comment is left in any script for ${browser}`, () => {
    const scripts = [...filesOf(browser).keys()].filter((path) => path.endsWith('.js'));
    assert.deepEqual(scripts.filter((path) => text(browser, path).includes('/**')), []);
  });
}

test('what only the other browser reads is left out', () => {
  const [chrome, firefox] = BROWSERS.map(manifestOf);
  assert.equal(chrome.background.service_worker, 'background/main.js');
  assert.equal(chrome.background.scripts, undefined);
  assert.equal(chrome.browser_specific_settings, undefined);
  assert.ok(chrome.key);
  assert.equal(chrome.permissions.includes('webRequestBlocking'), false);
  assert.deepEqual(firefox.background.scripts, ['background/main.js']);
  assert.equal(firefox.background.service_worker, undefined);
  assert.ok(firefox.browser_specific_settings.gecko.id);
  assert.equal(firefox.key, undefined);
});

test('what is done with what a browser does not have is left out there', () => {
  assert.equal(text('chrome', 'background/main.js').includes('filterResponseData'), false);
  assert.equal(text('firefox', 'background/main.js').includes('filterResponseData'), true);
  for (const browser of BROWSERS) assert.equal(text(browser, 'background/main.js').includes('pairing.json'), false);
});

test('both speak Welsh, and each sentence keeps the places for what is put into it', () => {
  for (const browser of BROWSERS) {
    const words = JSON.parse(text(browser, '_locales/cy/messages.json'));
    const said = Object.values(words).find(({ message }) => message.includes('$1'));
    assert.ok(said && !said.placeholders);
  }
});

test('what is said stands under a short name, the same one in every language, script and page', () => {
  for (const browser of BROWSERS) {
    const [en, cy] = ['en', 'cy'].map((language) => JSON.parse(text(browser, `_locales/${language}/messages.json`)));
    assert.deepEqual(Object.keys(cy).sort(), Object.keys(en).sort());
    const short = Object.keys(en).filter((name) => /^\w{1,2}$/.test(name));
    assert.ok(short.length > 50);
    const manifest = [...text(browser, 'manifest.json').matchAll(/__MSG_(\w+?)__/g)].map(([, name = '']) => name);
    assert.ok(manifest.length >= 3);
    assert.deepEqual(manifest.filter((name) => !en[name]), []);
    assert.deepEqual(Object.keys(en).filter((name) => !short.includes(name)), ['name', 'description', 'language']);
    const rest = [...filesOf(browser)].filter(([path]) => /\.(?:js|html)$/.test(path)).map(([, content]) => content.toString()).join('\n');
    assert.deepEqual(short.filter((name) => !new RegExp(`["'=]${name}(?:["'> ])|__MSG_${name}__`).test(rest)), []);
    const placed = [...rest.matchAll(/data-words="?(\w+)/g)].map(([, name = '']) => name);
    assert.deepEqual(placed.filter((name) => !en[name]), []);
    const heading = Object.keys(en).find((name) => en[name].message === 'Not sent yet');
    assert.ok(placed.includes(heading ?? ''));
  }
});

test('Firefox draws its icons from the drawing, and the grey one has no colour of it', () => {
  const icons = [...filesOf('firefox').keys()].filter((path) => path.startsWith('icons/'));
  assert.deepEqual(icons, ['icons/grey.svg', 'icons/icon.svg']);
  const colours = new Set(text('firefox', 'icons/icon.svg').match(/#[0-9A-F]{6}/g));
  assert.deepEqual([...colours].filter((colour) => text('firefox', 'icons/grey.svg').includes(colour)), []);
});

for (const browser of BROWSERS) {
  test(`the same source makes the same package for ${browser}`, async () => {
    assert.ok(zip(await packaged(browser)).equals(zip(filesOf(browser))));
  });
}

test('a zip holds each file under its name, as it is, with its day and its length', () => {
  const packed = zip(new Map([['a/é.txt', Buffer.from('linen '.repeat(40))], ['b', Buffer.alloc(0)]]));
  const end = packed.length - 22;
  assert.equal(packed.readUInt32LE(end), 0x06054b50);
  assert.equal(packed.readUInt16LE(end + 10), 2);
  const central = packed.readUInt32LE(end + 16);
  assert.equal(packed.readUInt32LE(central), 0x02014b50);
  assert.equal(packed.readUInt16LE(central + 14), 33);
  assert.equal(packed.readUInt16LE(central + 10), 0);
  assert.equal(packed.readUInt32LE(central + 20), 240);
  assert.equal(packed.readUInt32LE(central + 24), 240);
  assert.equal(packed.subarray(central + 46, central + 54).toString(), 'a/é.txt');
  assert.equal(packed.subarray(38, 38 + 240).toString(), 'linen '.repeat(40));
});
