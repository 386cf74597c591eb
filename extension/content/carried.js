/**
 * What a request carries of what was typed: its text is read as it is, then as what it may stand for (percent-encoding, JSON, base64, hex),
 * layer below layer. A piece at a time, with rests between, so that the page never waits for it.
 *
 * @typedef {import('../common/messages.js').Written} Written
 * @typedef {(owner: Owner, written: Written) => void} Found
 * @typedef {{text: string, written: Written, decoded: number, unwrapped: number, starts: boolean}} Layer `decoded`: how often from base64
 *   or hex; `unwrapped`: how often from percent-encoding or JSON; `starts`: a word at its beginning may have lost its own
 */

const netcurtainCarried = (() => {
  const PIECE = 8000;
  const OVERLAP = 1000;
  /** Layers of a piece that are read, in characters: what is wrapped to cost time is not read to its end. */
  const MAX_READ = 12 * PIECE;
  const TRIED_AT_ONCE = 500;
  const MAX_DECODED = 2;
  const MAX_UNWRAPPED = 3;
  /** By how many bytes a hash has. @type {Record<number, Written>} */
  const HASHES = { 16: 'md5', 20: 'sha1', 32: 'sha256', 64: 'sha512' };
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const HEX = /[0-9a-f]{8,}/gi;
  const BASE64 = [/[A-Za-z0-9+/]{6,}={0,2}/g, /[A-Za-z0-9_-]{6,}={0,2}/g];
  const READABLE = /^[\t\n\r\x20-\x7e\x80-\xff]+$/;
  const JSON_ESCAPE = /\\+(?:u([0-9a-f]{4})|(.))/gi;
  const strict = new TextDecoder('utf-8', { fatal: true });

  /** @param {string} binary one character a byte */
  function bytesOf(binary) {
    const bytes = new Uint8Array(binary.length);
    for (let n = 0; n < binary.length; n += 1) bytes[n] = binary.charCodeAt(n);
    return bytes;
  }

  /** The text that bytes hold, '' where they hold none. @param {string} binary */
  function textIn(binary) {
    if (!READABLE.test(binary)) return '';
    try {
      return /[\x80-\xff]/.test(binary) ? strict.decode(bytesOf(binary)) : binary;
    } catch {
      return binary;
    }
  }

  /** @param {string} text its bytes, '' where it is no base64 */
  function fromBase64(text) {
    try {
      const digits = text.replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
      return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
    } catch {
      return '';
    }
  }

  /** @param {string} text an even number of digits */
  function fromHex(text) {
    let binary = '';
    for (let n = 0; n < text.length; n += 2) binary += String.fromCharCode(parseInt(text.slice(n, n + 2), 16));
    return binary;
  }

  /** @param {string} text */
  const fromPercent = (text) =>
    text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });

  /** @param {string} text */
  const fromJson = (text) =>
    text.replace(JSON_ESCAPE, (_all, code, letter) => {
      if (code) return String.fromCharCode(parseInt(code, 16));
      return /[nrt]/.test(letter) ? ' ' : letter;
    });

  /**
   * Whether a text that stands somewhere was typed rather than that it happens to stand there as well.
   * @param {ReturnType<typeof netcurtainNeedles.beginningWith>[number]} needle
   * @param {string} folded
   * @param {number} at
   * @param {Written} written
   */
  function isTyped({ text, isShort, isNumber, isWord }, folded, at, written) {
    const end = at + text.length;
    const [before, after] = [folded.charAt(at - 1), folded.charAt(end)];
    if (/[\p{L}\p{M}\p{N}]/u.test(after)) return false;
    if (isShort || isNumber) {
      const unpacked = written === 'base64' || written === 'hex';
      const alone = unpacked && folded.trim() === text;
      const quoted = unpacked && !isNumber && before === '"' && after === '"';
      const escaped = written === 'percent' && /[^\p{L}\p{N}]/u.test(text) && /^["=&;:,]?$/.test(before) && /^["=&;:,]?$/.test(after);
      return alone || quoted || escaped;
    }
    // One word in a path, or the name of a parameter, is the vendor's.
    return !isWord || !(/[/_-]/.test(before) || /[/_=-]/.test(after) || folded.startsWith('":', end));
  }

  /** @param {Layer} layer @param {Found} found */
  function* readTexts({ text, written }, found) {
    const folded = netcurtainNeedles.fold(text);
    let tried = 0;
    for (const { 0: word, index } of folded.matchAll(WORD)) {
      for (const needle of netcurtainNeedles.beginningWith(word)) {
        if ((tried += 1) % TRIED_AT_ONCE === 0) yield;
        if (folded.startsWith(needle.text, index) && isTyped(needle, folded, index, written)) found(needle.sheaf.owner, written);
      }
    }
  }

  /** @param {string} binary @param {Found} found */
  function readHash(binary, found) {
    const written = HASHES[binary.length];
    if (!written) return;
    for (const { owner } of netcurtainNeedles.hashedAs(bytesOf(binary))) found(owner, written);
  }

  /**
   * Everything in a layer that may be something else: hashes are looked up, texts are the layers below.
   * @param {Layer} layer
   * @param {Found} found
   * @returns {Generator<Layer | undefined>}
   */
  function* unpack({ text, written, decoded, unwrapped, starts }, found) {
    const open = written === 'plain' || written === 'percent';
    const below = (/** @type {string} */ binary, /** @type {Written} */ alphabet) => {
      readHash(binary, found);
      const inside = decoded < MAX_DECODED ? textIn(binary) : '';
      return inside ? { text: inside, written: open ? alphabet : written, decoded: decoded + 1, unwrapped, starts: false } : undefined;
    };
    for (const { 0: digits } of text.matchAll(HEX)) if (digits.length % 2 === 0) yield below(fromHex(digits), 'hex');
    for (const token of new Set(BASE64.flatMap((alphabet) => text.match(alphabet) ?? []))) {
      const cuts = starts && text.startsWith(token) ? [0, 1, 2, 3] : [0];
      for (const cut of cuts) yield below(fromBase64(token.slice(cut)), 'base64');
    }
  }

  /** @param {Layer} layer @returns {Layer[]} */
  function unwrap({ text, written, decoded, unwrapped, starts }) {
    if (unwrapped >= MAX_UNWRAPPED) return [];
    const next = { decoded, unwrapped: unwrapped + 1, starts };
    const layers = [];
    const escaped = written === 'plain' ? 'percent' : written;
    if (/[%+]/.test(text)) layers.push({ ...next, text: fromPercent(text.replaceAll('+', ' ')), written: escaped });
    if (text.includes('%') && text.includes('+')) layers.push({ ...next, text: fromPercent(text), written: escaped });
    if (text.includes('\\')) layers.push({ ...next, text: fromJson(text), written });
    return layers;
  }

  /**
   * Look through one text of a request; rests often.
   * @param {string} whole
   * @param {Found} found may be called more than once
   */
  function* search(whole, found) {
    for (let at = 0; at < whole.length; at += PIECE - OVERLAP) {
      /** @type {Layer[]} */
      const layers = [{ text: whole.slice(at, at + PIECE), written: 'plain', decoded: 0, unwrapped: 0, starts: at > 0 }];
      const read = new Set();
      let room = MAX_READ;
      for (const layer of layers) {
        if (read.has(layer.text) || (room -= layer.text.length) < 0) continue;
        read.add(layer.text);
        yield* readTexts(layer, found);
        yield;
        layers.push(...unwrap(layer));
        yield;
        for (const below of unpack(layer, found)) {
          if (below) layers.push(below);
          yield;
        }
      }
      if (at + PIECE >= whole.length) return;
    }
  }

  return { search, bytesOf };
})();
