/**
 * How vendors write what was typed before they send or hash it: trimmed, in lower case, a telephone number by its digits, a name by its
 * letters, a date without its dashes. And what one spelling looks like in another alphabet, which may be hashed in its turn.
 *
 * @typedef {{text: string, whole: boolean}} Spelling `whole`: all that was typed, not one word of it: that alone is looked for as it is
 */

const netcurtainSpellings = (() => {
  const MAX_WORDS = 4;
  const EMAIL = /^\S+@\S+$/;
  /** To it, all of these are one address. */
  const GOOGLE_MAIL = /^([^@+]+)[^@]*@(?:gmail|googlemail)\.com$/;
  const PHONE = /^(?:\+|00|0)[\d\s().-]{7,24}$/;
  const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
  const WRITTEN_DATE = /^(\d\d?)[/. -](\d\d?)[/. -](\d{4})$/;
  const encoder = new TextEncoder();

  /** @param {string} text */
  const digits = (text) => text.replace(/\D+/g, '');

  /** A British number as it is dialled from here, and from abroad with and without "+". @param {string} text */
  function phone(text) {
    const all = digits(text.replace(/\(0\)/, ''));
    const abroad = text.startsWith('+') || all.startsWith('00');
    const bare = all.replace(/^0+/, '');
    const whole = abroad ? bare : `44${bare}`;
    const atHome = whole.startsWith('44') ? [`0${whole.slice(2)}`, whole.slice(2)] : [];
    return [all, bare, whole, `+${whole}`, ...atHome];
  }

  /** @param {string} year @param {string} month @param {string} day */
  const date = (year, month, day) => [
    [year, month, day].join('-'), year + month + day, day + month + year, [day, month, year].join('/'), [month, day, year].join('/'),
  ];

  /** @param {string} text trimmed @param {string} type the field's */
  function asMeant(text, type) {
    const [, year, month, day] = DATE.exec(text) ?? [];
    if (year) return date(year, String(month), String(day));
    const [, dayWritten, monthWritten, yearWritten] = WRITTEN_DATE.exec(text) ?? [];
    if (yearWritten) return date(yearWritten, String(monthWritten).padStart(2, '0'), String(dayWritten).padStart(2, '0'));
    const name = GOOGLE_MAIL.exec(text)?.[1]?.replaceAll('.', '');
    if (name) return [`${name}@gmail.com`, text.replace(/^[^@]+/, name)];
    if (EMAIL.test(text)) return [];
    return type === 'tel' || PHONE.test(text) ? phone(text) : [];
  }

  /**
   * @param {string} value as it stands in the field
   * @param {string} type the field's
   * @returns {Spelling[]} each once
   */
  function of(value, type) {
    const text = value.trim();
    const lower = text.toLowerCase();
    const spaceless = lower.replace(/\s+/g, '');
    const letters = lower.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, '').trim();
    const joined = [letters, letters.replace(/\s+/g, ''), spaceless.toUpperCase()];
    const whole = new Set([text, value, lower, spaceless, ...asMeant(lower, type), ...(EMAIL.test(spaceless) ? [] : joined)]);
    // "Jane Doe" in one field is sent as a first and a last name.
    const words = lower.split(/\s+/);
    const parts = words.length > 1 && words.length <= MAX_WORDS ? words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')) : [];
    const spellings = [...whole].map((one) => ({ text: one, whole: true }));
    return [...spellings, ...parts.filter((part) => !whole.has(part)).map((part) => ({ text: part, whole: false }))];
  }

  /** @param {string} text */
  const percent = (text) => encodeURIComponent(text.toWellFormed());

  /** @param {Uint8Array} bytes */
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

  /**
   * A text's bytes as they may be hashed: the text's own, those of the text in another alphabet, and those of its hashes.
   * @param {string} text
   * @returns {Generator<Uint8Array>}
   */
  function* hashed(text) {
    const bytes = encoder.encode(text);
    yield bytes;
    const alphabets = new Set([percent(text), base64(bytes), netcurtainHashes.hex(bytes)]);
    alphabets.delete(text);
    for (const other of alphabets) yield encoder.encode(other);
    for (const hash of Object.values(netcurtainHashes.all)) {
      const digest = hash(bytes);
      yield digest;
      yield encoder.encode(netcurtainHashes.hex(digest));
    }
  }

  return { of, hashed };
})();
