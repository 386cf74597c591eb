/**
 * Makes scripts smaller without changing what they do: the last step before the package. Text goes in, text comes out.
 *
 * Content scripts share one world and hand each other objects (`netcurtainRoots.walk`). Nobody outside ever sees those objects, so in the
 * package each of their parts is a name of its own, which can be made short.
 */

import { readFileSync } from 'node:fs';
import { parse, tokenizer } from 'acorn';
import { minify } from 'terser';

/** @typedef {{start: number, end: number, text: string}} Edit @typedef {import('acorn').Token} Token */

const VERSION = 2022;
/** What stands for itself wherever it is said, so that it can be said once. Nothing of a page's: its document may be another one later. */
const PLAIN =
  /^(?:String|Number|Boolean|BigInt|Promise|Uint8Array|Int32Array|Element|Document|Node|HTML\w*Element|window|setTimeout|clearTimeout)$/;
const SHARED = /^(?:[A-Z]\w+\.prototype|Object\.getOwnPropertyDescriptor|Math\.\w+)$/;
/** What is called where it stands: others may have put another function there meanwhile, or taken the whole of it away. */
const CALLED = /^(?:chrome(?:\.\w+)+|performance\.now|JSON\.\w+|Object\.(?!prototype)\w+)$/;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'];
const TWO_LETTERS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((name) => !/^(?:as|do|if|in|is|of)$/.test(name));
/** Selectors alone have brackets like these; after their commas no room is needed. */
const SELECTORS = /^["'`][\w\s*.#:~^$=()[\]'"-]*\[[a-z][\w-]*[~^$*]?=?[^\]]*\][\w\s*.#:~^$=()[\],'"-]*["'`]$/;

/** @param {string} code @param {Edit[]} edits that do not overlap */
function edited(code, edits) {
  let [text, at] = ['', 0];
  for (const { start, end, text: news } of edits.sort((one, other) => one.start - other.start || one.end - other.end)) {
    text += code.slice(at, start) + news;
    at = end;
  }
  return text + code.slice(at);
}

/**
 * Every part of a syntax tree.
 * @param {any} node
 * @param {(node: any) => boolean} [isShut] what is not looked into
 * @returns {Generator<any>}
 */
function* partsOf(node, isShut = () => false) {
  if (!node || typeof node !== 'object' || isShut(node)) return;
  yield node;
  for (const part of Object.values(node)) yield* partsOf(part, isShut);
}

/** Whether a function has one end only. @param {any[]} body */
function endsOnce(body) {
  const parts = [...partsOf(body, ({ type = '' }) => /Function/.test(type))];
  return parts.filter(({ type }) => type === 'ReturnStatement').length === 1;
}

/** @param {string} code @param {'module' | 'script'} sourceType */
const tokensOf = (code, sourceType) => [...tokenizer(code, { ecmaVersion: VERSION, sourceType })];

/**
 * Scripts that share a world as one, with a name for each part that one gives to the others. An object that is passed on whole is left.
 * @param {string} code
 */
export function unwrapped(code) {
  /** @type {Edit[]} */
  const edits = [];
  for (const statement of parse(code, { ecmaVersion: VERSION }).body) {
    const { id, init } = /** @type {any} */ (statement).declarations?.[0] ?? {};
    const body = init?.callee?.body?.body;
    const given = body?.at(-1);
    if (given?.type !== 'ReturnStatement' || given.argument?.type !== 'ObjectExpression' || !endsOnce(body)) continue;
    const uses = [...code.matchAll(new RegExp(`\\b${id.name}\\b(?:\\.(\\w+))?`, 'g'))].filter(({ index }) => index !== id.start);
    const taken = [...code.matchAll(new RegExp(`\\{([\\w\\s,]+)\\} = ${id.name};`, 'g'))];
    if (uses.filter(([, part]) => !part).length !== taken.length) continue;
    const { start, end, properties } = given.argument;
    const called = (/** @type {string} */ part) => `${id.name}_${part}`;
    edits.push({ ...id, text: `[${properties.map((/** @type {any} */ one) => called(one.key.name))}]` });
    edits.push({ start, end: start + 1, text: '[' }, { start: end - 1, end, text: ']' });
    for (const { shorthand, method, key } of properties) {
      if (method) edits.push({ start: key.start, end: key.end, text: 'function' });
      else if (!shorthand) edits.push({ start: key.start, end: code.indexOf(':', key.end) + 1, text: '' });
    }
    for (const { 0: { length }, 1: part, index } of uses) if (part) edits.push({ start: index, end: index + length, text: called(part) });
    for (const { 0: { length }, 1: parts = '', index } of taken) {
      const names = parts.split(',').map((part) => part.trim()).filter(Boolean);
      edits.push({ start: index, end: index + length, text: `${names.map((name) => `${name} = ${called(name)}`)};` });
    }
  }
  return edited(code, edits);
}

/** `const` is `let` to whoever runs it, and the two can then stand in one line. @param {string} code @param {'module' | 'script'} type */
function short(code, type) {
  const edits = tokensOf(code, type).flatMap(({ start, end, type: { label } }) => {
    const said = code.slice(start, end);
    if (label === 'const') return [{ start, end, text: 'let' }];
    return label === 'string' && SELECTORS.test(said) ? [{ start, end, text: said.replaceAll(', ', ',') }] : [];
  });
  return edited(code, edits);
}

/** What is said again and again, by what it is to be said as once, with the places. @param {string} code @param {Token[]} tokens */
function repeated(code, tokens) {
  /** @type {Map<string, Edit[]>} */
  const places = new Map();
  const label = (/** @type {number} */ at) => tokens[at]?.type.label ?? '';
  for (const [at, { start, end }] of tokens.entries()) {
    const isKey = label(at + 1) === ':' && ['{', ','].includes(label(at - 1));
    if (isKey || ['.', '?.'].includes(label(at - 1))) continue;
    let last = at;
    while (label(at) === 'name' && label(last + 1) === '.' && label(last + 2) === 'name') last += 2;
    const whole = { start, end: tokens[last]?.end ?? end, text: '' };
    const said = code.slice(start, whole.end);
    const pair = { start, end: tokens[at + 2]?.end ?? end, text: '' };
    const first = code.slice(start, pair.end);
    if (label(at) === 'string' || PLAIN.test(said) || SHARED.test(said)) note(said, whole);
    else if (CALLED.test(said) && label(last + 1) === '(') note(`(...e)=>${said}(...e)`, whole);
    else if (SHARED.test(first)) note(first, pair);
  }
  return places;

  /** @param {string} said @param {Edit} place */
  function note(said, place) {
    places.set(said, [...(places.get(said) ?? []), place]);
  }
}

/** Says once, in front, what was said again and again. @param {string} code @param {'module' | 'script'} type @param {number} front */
function saidOnce(code, type, front) {
  const tokens = tokensOf(code, type);
  const names = new Set(tokens.filter((token) => token.type.label === 'name').map(({ start, end }) => code.slice(start, end)));
  const free = TWO_LETTERS.filter((name) => !names.has(name));
  /** @type {string[]} */
  const first = [];
  /** @type {Edit[]} */
  const edits = [];
  for (const [said, places] of repeated(code, tokens)) {
    // A name is two letters long, and is said with `=` and a comma where it is made.
    const saved = places.reduce((sum, { start, end }) => sum + end - start - 2, 0) - said.length - 4;
    const name = saved > 0 && free.shift();
    if (!name) continue;
    first.push(`${name}=${said}`);
    for (const { start, end } of places) {
      const [before, after] = [/[\w$]/.test(code[start - 1] ?? ''), /[\w$]/.test(code[end] ?? '')];
      edits.push({ start, end, text: `${before ? ' ' : ''}${name}${after ? ' ' : ''}` });
    }
  }
  if (first.length) edits.push({ start: front, end: front, text: `let ${first};` });
  return edited(code, edits);
}

/** Every word in a text. @param {string} text */
const wordsIn = (text) => text.match(/[A-Za-z_]\w*/g) ?? [];
const read = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), 'utf8');
/** What others call by its name: the browser (beside what Terser knows of it), the app, a content script. */
const KNOWN_ELSEWHERE = new Set([
  ...wordsIn(read('node_modules/@types/chrome/index.d.ts').replace(/\/\*[^]*?\*\//g, '')),
  ...wordsIn(read('../../extension/common/messages.js')),
]);

/**
 * The methods of our own classes that nobody else knows by name: they can be called anything. One that is a key or stands in a string
 * as well may be asked for by that, and is left.
 * @param {string} code
 * @param {Iterable<string>} [known] names that others use
 */
export function ownMethods(code, known = KNOWN_ELSEWHERE) {
  const others = new Set(known);
  /** @type {Set<string>} */
  const methods = new Set();
  for (const { type, key, value } of partsOf(parse(code, { ecmaVersion: VERSION, sourceType: 'module' }))) {
    if (type === 'MethodDefinition' && key.type === 'Identifier' && key.name !== 'constructor') methods.add(key.name);
    if (type === 'Property' && key.type === 'Identifier') others.add(key.name);
    if (type === 'Literal' && typeof value === 'string') for (const word of wordsIn(value)) others.add(word);
    if (type === 'TemplateElement') for (const word of wordsIn(value.raw)) others.add(word);
  }
  return [...methods].filter((name) => !others.has(name));
}

/** @param {string} code @param {boolean} module @param {Record<string, string>} [defined] what stands for these words */
async function minified(code, module, defined = {}) {
  const given = Object.fromEntries(Object.entries(defined).map(([word, value]) => [`@${word}`, value]));
  const ecma = /** @type {const} */ (2020);
  const compress = { global_defs: given, passes: 3, ecma, unsafe_arrows: true, keep_fargs: false, hoist_funs: true };
  const type = module ? 'module' : 'script';
  const methods = module ? ownMethods(code) : [];
  const mangle = methods.length ? { properties: { regex: new RegExp(`^(?:${methods.join('|')})$`) } } : true;
  const { code: small = '' } = await minify(short(code, type), { module, ecma, compress, mangle, format: { comments: false } });
  return saidOnce(small, type, module ? 0 : small.indexOf('{') + 1);
}

/** A module that stands alone. @param {string} code */
export const ofModule = (code) => minified(code, true);

/**
 * Classic scripts that share a world, in their order; the names in them are nobody else's.
 * @param {string[]} scripts
 * @param {Record<string, string>} defined
 */
export const ofScripts = (scripts, defined) => minified(`(() => {${unwrapped(scripts.join('\n'))}})();`, false, defined);
