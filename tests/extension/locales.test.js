/** The words of every language: none is missing, and each has the same places for what is put into it. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { manifest, source } from './fake_chrome.js';

/** Browsers know no longer description than this. */
const LONGEST_DESCRIPTION = 132;

/** @typedef {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} Words */

const languages = readdirSync(new URL('../../extension/_locales', import.meta.url)).sort();
/** @param {string} language @returns {Words} */
const wordsOf = (language) => JSON.parse(source(`_locales/${language}/messages.json`));
const english = wordsOf(manifest.default_locale);

test('the extension speaks English and Welsh', () => {
  assert.deepEqual(languages, ['cy', 'en']);
});

for (const language of languages) {
  const words = wordsOf(language);

  test(`${language} has every word, in the same order, and no other`, () => {
    assert.deepEqual(Object.keys(words), Object.keys(english));
  });

  test(`${language} puts the same values into its words, each where one is meant`, () => {
    for (const [name, { message, placeholders = {} }] of Object.entries(words)) {
      assert.deepEqual(placeholders, english[name]?.placeholders ?? {}, name);
      const places = [...message.matchAll(/\$([A-Z]+)\$/g)].map((match) => match[1]?.toLowerCase());
      assert.deepEqual(places, Object.keys(placeholders), name);
    }
  });

  test(`${language} says each thing plainly: no sentence is empty, none shouts`, () => {
    for (const [name, { message }] of Object.entries(words)) {
      assert.equal(message, message.trim(), name);
      assert.ok(message && !message.includes('!'), name);
    }
    assert.ok((words['description']?.message.length ?? 0) <= LONGEST_DESCRIPTION);
  });
}

test('Welsh is not English left as it was', () => {
  const welsh = wordsOf('cy');
  const same = Object.keys(english).filter((name) => welsh[name]?.message === english[name]?.message);
  assert.deepEqual(same, ['name']);
});

test('no word is there that nobody says', () => {
  const folder = new URL('../../extension/', import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?:\.js|\.html|^manifest\.json)$/.test(path));
  const said = new Set(paths.flatMap((path) => source(path).match(/\w+/g) ?? []).map((name) => name.replace(/^__MSG_(\w+?)__$/, '$1')));
  assert.deepEqual(Object.keys(english).filter((name) => !said.has(name)), []);
});
