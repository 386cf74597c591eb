/**
 * MD5, SHA-1, SHA-256 and SHA-512 of bytes, at once: the browser's own answer later, know no MD5, and are not there on pages without https.
 * They only tell whether a tracker's hash is one of something typed; nothing is kept safe with them. All their constants are worked out,
 * as the standards define them, when the first hash is asked for.
 *
 * @typedef {[number, number, number, number, number, number, number, number]} EightWords
 */

const netcurtainHashes = (() => {
  /** @param {number} word @param {number} by */
  const left = (word, by) => (word << by) | (word >>> (32 - by));

  /**
   * The text with its end marked and its length told, as a whole number of blocks.
   * @param {Uint8Array} bytes
   * @param {number} block bytes
   * @param {boolean} [littleEnd] MD5 alone puts the smallest byte first
   */
  function padded(bytes, block, littleEnd = false) {
    const room = block / 8 + 1;
    const all = new Uint8Array(Math.ceil((bytes.length + room) / block) * block);
    all.set(bytes);
    all[bytes.length] = 0x80;
    const view = new DataView(all.buffer);
    const [low, high] = littleEnd ? [all.length - 8, all.length - 4] : [all.length - 4, all.length - 8];
    view.setUint32(low, bytes.length * 8, littleEnd);
    view.setUint32(high, Math.floor(bytes.length / 2 ** 29), littleEnd);
    return view;
  }

  /** @param {Int32Array} words @param {boolean} [littleEnd] */
  function bytesOf(words, littleEnd = false) {
    const view = new DataView(new ArrayBuffer(words.length * 4));
    words.forEach((word, at) => view.setInt32(at * 4, word, littleEnd));
    return new Uint8Array(view.buffer);
  }

  const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const MD5_TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
  /** @type {number[]} */
  const sines = [];

  /** @param {Uint8Array} bytes */
  function md5(bytes) {
    while (sines.length < 64) sines.push(Math.floor(Math.abs(Math.sin(sines.length + 1)) * 2 ** 32) | 0);
    const view = padded(bytes, 64, true);
    const state = Int32Array.from(START.slice(0, 4));
    for (let at = 0; at < view.byteLength; at += 64) {
      let [a, b, c, d] = /** @type {[number, number, number, number]} */ (/** @type {unknown} */ (state));
      for (let step = 0; step < 64; step += 1) {
        const round = step >> 4;
        let [mixed, word] = [(b & c) | (~b & d), step];
        if (round === 1) [mixed, word] = [(d & b) | (~d & c), 5 * step + 1];
        else if (round === 2) [mixed, word] = [b ^ c ^ d, 3 * step + 5];
        else if (round === 3) [mixed, word] = [c ^ (b | ~d), 7 * step];
        const sum = (a + mixed + Number(sines[step]) + view.getInt32(at + (word & 15) * 4, true)) | 0;
        [a, d, c, b] = [d, c, b, (b + left(sum, Number(MD5_TURNS[round * 4 + (step & 3)]))) | 0];
      }
      [a, b, c, d].forEach((word, n) => (state[n] = Number(state[n]) + word));
    }
    return bytesOf(state, true);
  }

  const SHA1_ADDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

  /** @param {Uint8Array} bytes */
  function sha1(bytes) {
    const view = padded(bytes, 64);
    const state = Int32Array.from(START);
    const words = new Int32Array(80);
    const w = (/** @type {number} */ n) => /** @type {number} */ (words[n]);
    for (let at = 0; at < view.byteLength; at += 64) {
      for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(at + n * 4);
      for (let n = 16; n < 80; n += 1) words[n] = left(w(n - 3) ^ w(n - 8) ^ w(n - 14) ^ w(n - 16), 1);
      let [a, b, c, d, e] = /** @type {[number, number, number, number, number]} */ (/** @type {unknown} */ (state));
      for (let step = 0; step < 80; step += 1) {
        const round = Math.floor(step / 20);
        const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        [a, b, c, d, e] = [(left(a, 5) + mixed + e + Number(SHA1_ADDS[round]) + w(step)) | 0, a, left(b, 30), c, d];
      }
      [a, b, c, d, e].forEach((word, n) => (state[n] = Number(state[n]) + word));
    }
    return bytesOf(state);
  }

  /** Of the roots of the first primes 64 bits behind the point, as pairs of words. @type {{square: Int32Array, cube: Int32Array}} */
  let roots;

  function takeRoots() {
    /** @type {number[]} */
    const primes = [];
    for (let n = 2; primes.length < 80; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
    const words = (/** @type {bigint} */ root) => [Number(BigInt.asIntN(32, root >> 32n)), Number(BigInt.asIntN(32, root))];
    return {
      square: Int32Array.from(primes.slice(0, 8).flatMap((prime) => words(rootOf(prime, 2)))),
      cube: Int32Array.from(primes.flatMap((prime) => words(rootOf(prime, 3)))),
    };
  }

  /** The root times 2 to the 64, by Newton's steps. @param {number} prime @param {2 | 3} power */
  function rootOf(prime, power) {
    const [n, wide] = [BigInt(power), BigInt(prime) << BigInt(64 * power)];
    // A little above the root, where the steps only go down.
    let root = (BigInt(Math.ceil(prime ** (1 / power) * 2 ** 40)) + 1n) << 24n;
    for (;;) {
      const next = ((n - 1n) * root + wide / root ** (n - 1n)) / n;
      if (next >= root) return root;
      root = next;
    }
  }

  /** @param {Uint8Array} bytes */
  function sha256(bytes) {
    roots ??= takeRoots();
    const view = padded(bytes, 64);
    const state = roots.square.filter((_word, n) => n % 2 === 0);
    const words = new Int32Array(64);
    const w = (/** @type {number} */ n) => /** @type {number} */ (words[n]);
    for (let at = 0; at < view.byteLength; at += 64) {
      for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(at + n * 4);
      for (let n = 16; n < 64; n += 1) {
        const [x, y] = [w(n - 15), w(n - 2)];
        words[n] = w(n - 16) + (left(x, 25) ^ left(x, 14) ^ (x >>> 3)) + w(n - 7) + (left(y, 15) ^ left(y, 13) ^ (y >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = /** @type {EightWords} */ (/** @type {unknown} */ (state));
      for (let n = 0; n < 64; n += 1) {
        const one = (h + (left(e, 26) ^ left(e, 21) ^ left(e, 7)) + ((e & f) ^ (~e & g)) + Number(roots.cube[n * 2]) + w(n)) | 0;
        const two = (left(a, 30) ^ left(a, 19) ^ left(a, 10)) + ((a & b) ^ (a & c) ^ (b & c));
        [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, h].forEach((word, n) => (state[n] = Number(state[n]) + word));
    }
    return bytesOf(state);
  }

  // SHA-512 counts in 64 bits: here a high and a low word, at an even place and the one after it.

  /** Two turns and a third, or a shift, of the pair at a place; what comes of it stands in `high` and `low`. */
  let [high, low] = [0, 0];

  /** @param {Int32Array} pairs @param {number} at @param {number} one @param {number} two @param {number} three @param {boolean} [shift] */
  function turned(pairs, at, one, two, three, shift = false) {
    const [h, l] = [/** @type {number} */ (pairs[at]), /** @type {number} */ (pairs[at + 1])];
    const part = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ by) =>
      by < 32 ? (x >>> by) | (y << (32 - by)) : (y >>> (by - 32)) | (x << (64 - by));
    high = part(h, l, one) ^ part(h, l, two) ^ (shift ? h >>> three : part(h, l, three));
    low = part(l, h, one) ^ part(l, h, two) ^ part(l, h, three);
  }

  /** @param {Uint8Array} bytes */
  function sha512(bytes) {
    roots ??= takeRoots();
    const view = padded(bytes, 128);
    const state = roots.square.slice();
    const words = new Int32Array(160);
    const now = new Int32Array(16);
    const w = (/** @type {number} */ n) => /** @type {number} */ (words[n]);
    const s = (/** @type {number} */ n) => /** @type {number} */ (now[n]);
    for (let at = 0; at < view.byteLength; at += 128) {
      for (let n = 0; n < 32; n += 1) words[n] = view.getInt32(at + n * 4);
      for (let n = 32; n < 160; n += 2) {
        turned(words, n - 30, 1, 8, 7, true);
        const [firstHigh, firstLow] = [high, low];
        turned(words, n - 4, 19, 61, 6, true);
        const sum = (w(n - 31) >>> 0) + (w(n - 13) >>> 0) + (firstLow >>> 0) + (low >>> 0);
        words[n + 1] = sum;
        words[n] = w(n - 32) + w(n - 14) + firstHigh + high + Math.floor(sum / 2 ** 32);
      }
      now.set(state);
      for (let n = 0; n < 160; n += 2) {
        turned(now, 8, 14, 18, 41);
        const [choiceHigh, choiceLow] = [(s(8) & s(10)) ^ (~s(8) & s(12)), (s(9) & s(11)) ^ (~s(9) & s(13))];
        const one = (s(15) >>> 0) + (low >>> 0) + (choiceLow >>> 0) + (Number(roots.cube[n + 1]) >>> 0) + (w(n + 1) >>> 0);
        const oneHigh = s(14) + high + choiceHigh + Number(roots.cube[n]) + w(n) + Math.floor(one / 2 ** 32);
        turned(now, 0, 28, 34, 39);
        const [mostHigh, mostLow] = [(s(0) & s(2)) ^ (s(0) & s(4)) ^ (s(2) & s(4)), (s(1) & s(3)) ^ (s(1) & s(5)) ^ (s(3) & s(5))];
        const first = (one >>> 0) + (low >>> 0) + (mostLow >>> 0);
        const firstHigh = oneHigh + high + mostHigh + Math.floor(first / 2 ** 32);
        const fifth = (s(7) >>> 0) + (one >>> 0);
        const fifthHigh = s(6) + oneHigh + Math.floor(fifth / 2 ** 32);
        now.copyWithin(2, 0, 14);
        [now[0], now[1], now[8], now[9]] = [firstHigh, first, fifthHigh, fifth];
      }
      for (let n = 0; n < 16; n += 2) {
        const sum = (Number(state[n + 1]) >>> 0) + (s(n + 1) >>> 0);
        state[n] = Number(state[n]) + s(n) + Math.floor(sum / 2 ** 32);
        state[n + 1] = sum;
      }
    }
    return bytesOf(state);
  }

  /** @param {Uint8Array} bytes @param {number} [most] of its bytes */
  function hex(bytes, most = bytes.length) {
    let text = '';
    for (let n = 0; n < most; n += 1) text += /** @type {number} */ (bytes[n]).toString(16).padStart(2, '0');
    return text;
  }

  return { all: { md5, sha1, sha256, sha512 }, hex };
})();
