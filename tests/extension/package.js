/**
 * Makes of extension/ what a person installs: `node package.js FOLDER` writes FOLDER/extension-chrome, FOLDER/extension-firefox and a zip
 * of each. The scripts that run together become one file; comments, white space and long names go, and what only the other browser reads.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ofModule, ofScripts } from './shrink.js';
import { zip } from './zip.js';

export const SOURCE = fileURLToPath(new URL('../../extension', import.meta.url));
export const BROWSERS = /** @type {const} */ (['chrome', 'firefox']);
/** Bytes that the whole extension may have, unzipped. */
export const LIMIT = 150_000;

const ONLY_FIREFOX = new Set(['webRequestBlocking', 'webRequestFilterResponse']);

/** @typedef {typeof BROWSERS[number]} BrowserName */

/** @type {Record<BrowserName, (manifest: any) => any>} */
const OWN = {
  chrome({ browser_specific_settings: _, background: { scripts: _scripts, ...background }, permissions, icons, ...rest }) {
    // It makes the others out of these.
    const drawn = Object.fromEntries(Object.entries(icons).filter(([size]) => size !== '48'));
    return { ...rest, background, icons: drawn, permissions: permissions.filter((/** @type {string} */ one) => !ONLY_FIREFOX.has(one)) };
  },
  firefox({ key: _, minimum_chrome_version: _version, background: { service_worker: _worker, ...background }, icons, action, ...rest }) {
    const [[largest, icon]] = Object.entries(icons).reverse();
    return { ...rest, background, icons: { [largest]: icon }, action: { ...action, default_icon: action.default_icon[32] } };
  },
};

/** Firefox draws icons of any size itself, from the drawing; the grey one is told by the colours (icons/README.md). */
const DRAWING = 'icons/netcurtain.svg';
/** @type {Record<string, string>} */
const GREY = { '#0B6E6E': '#6B7278', '#FBF8F3': '#F4F4F4', '#DDD5C8': '#D3D6D8' };
const ICON = /icons\/(icon|grey)-\d+\.png/g;

/**
 * A sentence with its places by number, as a browser takes it too.
 * @param {{message: string, placeholders: Record<string, {content: string}>}} word
 */
const placed = ({ message, placeholders }) =>
  message.replace(/\$([A-Z]+)\$/g, (_, name) => placeholders[name.toLowerCase()]?.content ?? '');

/** What is made smaller file by file, by how its name ends. */
const SMALLER = /** @type {Record<string, (text: string) => string>} */ ({
  json: (text) => JSON.stringify(JSON.parse(text), (_, part) => (part?.placeholders ? { message: placed(part) } : part)),
  css: (text) => text.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ').replace(/ ?([{};,!]) ?|(:) /g, '$1$2')
    .replaceAll(';}', '}').replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3').trim(),
  html: (text) => text.replace(/<!--.*?-->|<\/?(?:head|body)>|<\/html>/gs, '').replace(/\s*\n\s*/g, ' ').replaceAll('> <', '><')
    .replace(/="([\w./-]+)"/g, '=$1').trim(),
});

const TRIAL = { 'chrome.runtime.onInstalled': 'undefined' };
/**
 * What a browser does not have, or `make run` alone needs: what is done with it is left out.
 * @type {Record<BrowserName, Record<string, string>>}
 */
const NOT_THERE = {
  chrome: { ...TRIAL, 'chrome.webRequest.filterResponseData': 'undefined' },
  firefox: { ...TRIAL, 'chrome.webRequest.OnSendHeadersOptions': 'undefined', 'globalThis.IntersectionObserver': 'undefined' },
};

/** A module and all that it imports, as one file. @param {string} file @param {BrowserName} browser */
async function bundled(file, browser) {
  const how = { bundle: true, format: /** @type {const} */ ('esm'), charset: /** @type {const} */ ('utf8'), define: NOT_THERE[browser] };
  const { outputFiles } = await build({ entryPoints: [file], write: false, ...how });
  return ofModule(outputFiles[0]?.text ?? '');
}

/** A content script; the CSS in it is CSS. @param {string} file */
function scriptOf(file) {
  const css = (/** @type {string} */ _, /** @type {string} */ start, /** @type {string} */ text, /** @type {string} */ end) =>
    start + SMALLER['css']?.(text) + end;
  return readFileSync(file, 'utf8').replace(/^( *const [A-Z]+ = `)([^`$]+)(`;)$/gm, css);
}

/** What is said stands under names that nobody else reads: short ones will do. In the manifest they stand between lines. */
const NAMED = /(?<![a-z\d])(?:ask|card|line|link|options|popup|toolbar)_\w+?(?=__|\b)/g;

/** @param {Map<string, string>} texts by path */
function shortNames(texts) {
  const names = Object.keys(JSON.parse(texts.get('_locales/en/messages.json') ?? '')).filter((name) => name.match(NAMED));
  const short = new Map(names.map((name, number) => [name, number.toString(36)]));
  for (const [path, text] of texts) texts.set(path, text.replace(NAMED, (name) => short.get(name) ?? name));
}

/**
 * The files of one browser's package, in the order of their names.
 * @param {BrowserName} browser
 * @param {string} [source] the folder of the extension
 */
export async function packaged(browser, source = SOURCE) {
  const paths = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const manifest = OWN[browser](JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8')));
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const path of paths) {
    const smaller = SMALLER[path.split('.').at(-1) ?? ''];
    if (smaller) texts.set(path, smaller(readFileSync(join(source, path), 'utf8')));
  }
  // Each list of content scripts is one file, named as its last.
  for (const scripts of manifest.content_scripts) {
    const name = scripts.js.at(-1);
    texts.set(name, await ofScripts(scripts.js.map((/** @type {string} */ path) => scriptOf(join(source, path))), NOT_THERE[browser]));
    scripts.js = [name];
  }
  const pages = paths.filter((path) => path.endsWith('.html'));
  for (const path of ['background/main.js', ...pages.map((page) => page.replace('.html', '.js'))]) {
    texts.set(path, await bundled(join(source, path), browser));
  }
  texts.set('manifest.json', JSON.stringify(manifest));
  shortNames(texts);
  if (browser === 'firefox') {
    for (const [path, text] of texts) texts.set(path, text.replace(ICON, 'icons/$1.svg'));
    const drawn = readFileSync(join(source, DRAWING), 'utf8').replace(/\n\s*/g, '');
    texts.set('icons/icon.svg', drawn).set('icons/grey.svg', drawn.replace(/#[0-9A-F]{6}/g, (colour) => GREY[colour] ?? colour));
  }
  const all = [...texts.values()].join('\n');
  /** @type {Map<string, Buffer>} */
  const files = new Map([...texts].map(([path, text]) => [path, Buffer.from(text)]));
  for (const path of paths) if (path.endsWith('.png') && all.includes(path)) files.set(path, readFileSync(join(source, path)));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** @param {Map<string, Buffer>} files */
export const sizeOf = (files) => [...files.values()].reduce((sum, content) => sum + content.length, 0);

/** @param {string} folder */
async function write(folder) {
  for (const browser of BROWSERS) {
    const files = await packaged(browser);
    const target = join(folder, `extension-${browser}`);
    rmSync(target, { recursive: true, force: true });
    for (const [path, content] of files) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      writeFileSync(join(target, path), content);
    }
    writeFileSync(`${target}.zip`, zip(files));
    console.log(`${target}: ${files.size} files, ${(sizeOf(files) / 1000).toFixed(1)} kB (${LIMIT / 1000} kB at most)`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write(resolve(process.argv[2] ?? 'build'));
