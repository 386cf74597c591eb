/** Which choices are one question, and what may be chosen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const radios = (/** @type {string} */ name, /** @type {string[]} */ words) =>
  words.map((word) => `<label><input type="radio" name="${name}"> ${word}</label>`).join('');
const boxes = (/** @type {string[]} */ words) =>
  words.map((word, at) => `<label><input type="checkbox" name="b${at}"> ${word}</label>`).join('');
const group = (/** @type {string} */ legend, /** @type {string} */ inside) => `<fieldset><legend>${legend}</legend>${inside}</fieldset>`;

/** @type {[string, string, string[][]][]} what it is, the form, each field's type, label and options */
const FORMS = [
  ['a group by its legend', group('Ill?', radios('a', ['Yes', 'No'])), [['radio', 'Ill?', 'Yes', 'No']]],
  ['a group with a hint', group('Ill?', `<p>Or hurt.</p>${radios('a', ['Yes', 'No'])}`), [['radio', 'Ill?', 'Yes', 'No']]],
  ['choices without a group', `<div><p>Ill?</p>${radios('a', ['Yes', 'No'])}</div>`, [['radio', 'Ill?', 'Yes', 'No']]],
  [
    'two questions in one group',
    group('You', `<p>Ill?</p><div>${radios('a', ['Yes', 'No'])}</div><p>Well?</p><div>${radios('b', ['So', 'So so'])}</div>`),
    [['radio', 'Ill?', 'Yes', 'No'], ['radio', 'Well?', 'So', 'So so']],
  ],
  ['boxes of many names in a group', group('Which?', boxes(['One', 'Two'])), [['checkbox', 'Which?', 'One', 'Two']]],
  [
    'a box among other fields',
    group('You', `<label>Name <input></label>${boxes(['I agree'])}`),
    [['text', 'Name'], ['checkbox', 'I agree']],
  ],
  ['a box alone in its group', group('Declaration', boxes(['I agree'])), [['checkbox', 'Declaration', 'I agree']]],
  [
    'a select with groups',
    '<select title="Where"><optgroup label="Wales"><option>Bala</optgroup></select>',
    [['select-one', 'Where', 'Wales', 'Bala']],
  ],
  ['a list of proposals', '<input title="School" list="l"><datalist id="l"><option value="Hill"></datalist>', [['text', 'School', 'Hill']]],
  [
    'a made list box and what it offers',
    '<div role="combobox" title="Faith" aria-controls="o"></div><ul id="o" role="listbox"><li role="option">Islam</li></ul>',
    [['combobox', 'Faith', 'Islam']],
  ],
  ['a box around a field of the browser', '<div role="combobox"><input title="Town"></div>', [['text', 'Town']]],
  ['a switch', '<button role="switch" title="Call me"></button>', [['checkbox', 'Call me']]],
];

for (const [what, html, expected] of FORMS) {
  test(`${what}: ${expected.length === 1 ? 'one question' : 'as many questions'}`, () => {
    const page = openPage(`<form>${html}</form>`, { upTo: 'shape.js' });
    const { form } = page.inside('netcurtainShape').describe(page.document.querySelector('form'));
    const found = form.fields.map((/** @type {any} */ field) => [field.type, field.label, ...field.options]);
    assert.deepEqual(JSON.parse(JSON.stringify(found)), expected);
  });
}
