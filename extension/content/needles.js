/**
 * What is looked for in requests, from what was typed: texts by their first word, hashes by their beginning. So what a request costs
 * depends on its length alone, however much was typed.
 *
 * @typedef {{label: string}} Owner the field
 * @typedef {{sheaf: Sheaf, text: string, isShort: boolean, isNumber: boolean, isWord: boolean}} Needle
 * @typedef {{owner: Owner, gone: boolean, words: string[], hashes: string[]}} Sheaf everything that one value is looked for by
 */

const netcurtainNeedles = (() => {
  const PLAIN_FROM = 6;
  const OTHER_FROM = 4;
  const NUMBER_FROM = 8;
  /** Nobody hashes a whole story. */
  const HASHED_TO = 600;
  /** Of a long text its beginning is looked for: more may have been written since. */
  const LOOKED_FOR = 60;
  const MAX_OWN = 200_000;
  const MAX_OWN_TEXT = 4000;
  /** Enough of a hash to know it by. */
  const KNOWN_BY = 10;
  const DAY_MS = 86_400_000;
  /** Words that requests hold of themselves. */
  const COMMON = new Set(
    `accepted address android anonymous article beacon britain button chrome click collect complete computer consent contact content
    cookie country default desktop details england english europe event events facebook female firefox general google helpful homepage
    iphone landing london mobile nothing number online option pageview password person please primary referrer report safari search
    secure select service session someone submit support tablet telephone undefined unknown visitor website windows yesterday`.split(/\s+/),
  );

  /** @type {Map<string, Needle[]>} */
  const texts = new Map();
  /** @type {Map<string, Sheaf[]>} */
  const hashes = new Map();
  /** The page's own words, as they were before anybody typed. */
  let own = ' ';

  /** Upper and lower case are one, and so are spaces of every kind. @param {string} text */
  const fold = (text) => text.toLowerCase().replace(/\s+/g, ' ');

  /** @param {string} text */
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

  /**
   * What stands on the page before anybody types; rests often.
   * @param {Iterable<string>} said
   */
  function* learnOwn(said) {
    const all = [];
    let length = 0;
    for (const text of said) {
      const words = wordsOf(text.slice(0, MAX_OWN_TEXT)).join(' ');
      if ((length += words.length + 1) > MAX_OWN) break;
      all.push(words);
      yield;
    }
    own = ` ${all.join(' ')} `;
  }

  /** @template T @param {Map<string, T[]>} where @param {string} key @param {T} one */
  function put(where, key, one) {
    const alike = where.get(key);
    if (alike) alike.push(one);
    else where.set(key, [one]);
  }

  /** @template T @param {Map<string, T[]>} where @param {string[]} keys @param {(one: T) => boolean} stays */
  function keepOnly(where, keys, stays) {
    for (const key of keys.splice(0)) {
      const left = (where.get(key) ?? []).filter(stays);
      if (left.length) where.set(key, left);
      else where.delete(key);
    }
  }

  /** Today stands in many a request by itself. @param {string} text */
  function isAboutNow(text) {
    const around = [-1, 0, 1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10));
    return around.some((day) => netcurtainSpellings.of(day, 'date').some((spelling) => spelling.text === text));
  }

  /** @param {string} spelling @param {Sheaf} sheaf */
  function putText(spelling, sheaf) {
    const all = fold(spelling).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
    const beginning = all.length > LOOKED_FOR ? /^.{20,60}(?=[^\p{L}\p{M}\p{N}])/u.exec(all)?.[0] : undefined;
    const text = beginning?.replace(/[^\p{L}\p{M}\p{N}]+$/gu, '') ?? all;
    const words = wordsOf(text);
    if (text.length < OTHER_FROM || COMMON.has(text) || own.includes(` ${words.join(' ')} `) || isAboutNow(text)) return;
    const isNumber = /^\d+$/.test(text) && text.length < NUMBER_FROM;
    put(texts, String(words[0]), { sheaf, text, isShort: text.length < PLAIN_FROM, isNumber, isWord: /^\p{L}+$/u.test(text) });
    sheaf.words.push(String(words[0]));
  }

  /** @param {Uint8Array} bytes @param {Sheaf} sheaf */
  function putHashes(bytes, sheaf) {
    for (const hash of Object.values(netcurtainHashes.all)) {
      const key = netcurtainHashes.hex(hash(bytes), KNOWN_BY);
      put(hashes, key, sheaf);
      sheaf.hashes.push(key);
    }
  }

  /** @param {Owner} owner @returns {Sheaf} */
  const sheafOf = (owner) => ({ owner, gone: false, words: [], hashes: [] });

  /**
   * Look for a value from now on; rests often.
   * @param {Sheaf} sheaf
   * @param {string} value
   * @param {string} type the field's
   */
  function* add(sheaf, value, type) {
    for (const { text, whole } of netcurtainSpellings.of(value, type)) {
      if (sheaf.gone) return;
      if (text.length < OTHER_FROM) continue;
      if (whole) putText(text, sheaf);
      yield;
      if (text.length > HASHED_TO) continue;
      for (const bytes of netcurtainSpellings.hashed(text)) {
        if (sheaf.gone) return;
        putHashes(bytes, sheaf);
        yield;
      }
    }
  }

  /** Look for it no more. @param {Sheaf} sheaf */
  function drop(sheaf) {
    sheaf.gone = true;
    keepOnly(texts, sheaf.words, (needle) => needle.sheaf !== sheaf);
    keepOnly(hashes, sheaf.hashes, (other) => other !== sheaf);
  }

  /** Look for nothing any more. */
  function clear() {
    texts.clear();
    hashes.clear();
  }

  /** @param {string} word @returns {Needle[]} texts that begin with it */
  const beginningWith = (word) => texts.get(word) ?? [];

  /** @param {Uint8Array} digest @returns {Sheaf[]} */
  const hashedAs = (digest) => hashes.get(netcurtainHashes.hex(digest, KNOWN_BY)) ?? [];

  return { add, drop, clear, sheafOf, learnOwn, fold, beginningWith, hashedAs };
})();
