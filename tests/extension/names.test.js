/** What names a field, in the many ways that pages do it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

/** @type {[string, string, string][]} what it is, the page with a field `#f`, its label */
const LABELS = [
  ['a label for it', '<label for="f">Name</label><input id="f">', 'Name'],
  ['a label around it, without its own text', '<label>What <b>happened</b>? <textarea id="f">zq01</textarea></label>', 'What happened?'],
  ['several ids', '<p id="a">Day</p><p id="b" hidden>of birth</p><input id="f" aria-labelledby="a b" aria-label="x">', 'Day of birth'],
  ['ids rather than its label', '<p id="a">Asked</p><label for="f">Name</label><input id="f" aria-labelledby="a">', 'Asked'],
  ['an aria-label, told beside the label', '<p>Before</p><input id="f" aria-label="Phone">', ''],
  ['a title', '<p>Before</p><input id="f" title="Town">', 'Town'],
  ['a placeholder, told beside the label', '<div><p>Far</p><div><div><input id="f" placeholder="Search"></div></div></div>', ''],
  ['the cell before', '<table><tr><td>Age</td><td><input id="f"></td></tr></table>', 'Age'],
  ['the head of the column', '<table><tr><th>A</th><th>Dose</th></tr><tr><td><input></td><td><input id="f"></td></tr></table>', 'Dose'],
  ['the row above', '<table><tr><td>Why?</td></tr><tr><td><input id="f"></td></tr></table>', 'Why?'],
  ['the term', '<dl><dt>Faith</dt><dd><input id="f"></dd></dl>', 'Faith'],
  ['the text before', '<p>Your age: <input id="f"></p>', 'Your age:'],
  ['the heading above', '<div><h3>Your story</h3><div><textarea id="f"></textarea></div></div>', 'Your story'],
  ['a label that is tied to nothing', '<div><label>Email</label><input id="f"></div>', 'Email'],
  ['no words of another field', '<p>First <input></p><p><input id="f"></p>', ''],
  ['no button', '<div><button>Back</button><input id="f"></div>', ''],
  ['a choice by what follows', '<p><input type="radio" id="f"> Yes<br><input type="radio"> No</p>', 'Yes'],
  ['a made choice by its own words', '<div role="radio" id="f">A <b>stranger</b></div>', 'A stranger'],
  ['never its own text', '<div id="f" role="textbox" contenteditable>zq01 typed</div>', ''],
  ['never a conversation', '<div><ul class="messages"><li>zq01</li></ul><textarea id="f"></textarea></div>', ''],
  ['never what stands before a box that says "Write"', '<p>zq01</p><div id="f" contenteditable data-placeholder="Write"></div>', ''],
];

for (const [what, html, label] of LABELS) {
  test(`a field is named by ${what}`, () => {
    const page = openPage(`<main>${html}</main>`, { upTo: 'shape.js' });
    assert.equal(page.inside('netcurtainShape').labelOf(page.document.querySelector('#f')), label);
  });
}

test('a label that changes is read again', () => {
  const page = openPage('<label for="f">Name</label><input id="f">', { upTo: 'shape.js' });
  const field = page.document.querySelector('#f');
  assert.equal(page.inside('netcurtainNames').labelOf(field), 'Name');
  /** @type {any} */ (page.document.querySelector('label')).textContent = 'Illness';
  page.inside('netcurtainNames').forget();
  assert.equal(page.inside('netcurtainNames').labelOf(field), 'Illness');
});

for (const [text, left] of [
  ['Thank you, Anna', 'Thank you'],
  ['Thank you for your report, Anna', 'Thank you for your report'],
  ['Hello Anna', 'Hello'],
  ['Hello, how can we help?', 'Hello, how can we help?'],
  ['Diolch Anna', 'Diolch'],
  ['Thankless work', 'Thankless work'],
]) {
  test(`no name is told with a greeting: ${text}`, () => {
    const page = openPage('', { upTo: 'shape.js' });
    assert.equal(page.inside('netcurtainWords').withoutName(text), left);
  });
}
