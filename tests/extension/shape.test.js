import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

/** @param {string} html @param {Record<string, any>} [how] */
function shapeOf(html, how) {
  const page = openPage(html, { ...how, upTo: 'shape.js' });
  const shape = page.inside('netcurtainShape');
  const form = /** @type {HTMLFormElement} */ (page.document.querySelector('form'));
  return { page, shape, form, describe: () => shape.describe(form) };
}

test('a form is described as a person sees it', () => {
  const { describe } = shapeOf(
    `<main><h1>Report it</h1><p>We will call you.</p>
     <form action="send?step=1" method="POST">
       <fieldset><legend>Are you safe now?</legend>
         <label><input type="radio" name="safe" value="v1"> Yes</label>
         <label><input type="radio" name="safe" value="v2"> No</label></fieldset>
       <label for="t">What happened</label><p class="hint">Take your time.</p><textarea id="t" name="what" required></textarea>
       <label>Where <select name="where"><option value="">Choose</option><option value="v3">At home</option></select></label>
       <input name="tel" aria-label="Telephone" placeholder="Number" autocomplete="tel" type="tel">
       <input type="hidden" name="csrf" value="hidden-value-1">
       <button>Continue</button><input type="submit" value="Save for later">
     </form></main>`,
    { title: 'Report it - Police' },
  );
  const { form, ...around } = describe();
  assert.deepEqual(JSON.parse(JSON.stringify(around)), {
    page_url: 'https://www.example.org/report?step=2',
    title: 'Report it - Police',
    headings: ['Report it'],
    text_near: 'We will call you. Take your time.',
    language: 'en',
  });
  assert.equal(form.action, 'https://www.example.org/send?step=1');
  assert.equal(form.method, 'post');
  assert.deepEqual([...form.legends], ['Are you safe now?']);
  assert.deepEqual([...form.buttons], ['Continue', 'Save for later']);
  const NAMES = ['tag', 'type', 'name', 'label', 'aria_label', 'placeholder', 'autocomplete', 'required'];
  const fields = form.fields.map((/** @type {any} */ field) => [...NAMES.map((name) => field[name]), field.options.join('|')]);
  assert.deepEqual([...fields].map((field) => [...field]), [
    ['input', 'radio', 'safe', 'Are you safe now?', '', '', '', false, 'Yes|No'],
    ['textarea', 'textarea', 'what', 'What happened', '', '', '', true, ''],
    ['select', 'select-one', 'where', 'Where', '', '', '', false, 'Choose|At home'],
    ['input', 'tel', 'tel', '', 'Telephone', 'Number', 'tel', false, ''],
  ]);
});

test('fields named like the properties of a form do not hide them', () => {
  const properties = [
    'elements', 'action', 'method', 'closest', 'contains', 'getAttribute', 'querySelectorAll', 'previousElementSibling',
  ];
  const fields = properties.map((name) => `<input name="${name}">`).join('');
  const { shape, form, describe } = shapeOf(`<form action="/send"><label>Q <input name="q"></label>${fields}</form>`);
  assert.equal(describe().form.action, 'https://www.example.org/send');
  assert.equal(describe().form.method, 'get');
  assert.equal(shape.isSeen(form), true);
});

test("every place a form may go to is known, with its buttons' own", () => {
  const buttons = '<button formaction="/b">B</button><button id="c" formaction="https://f.example/c">C</button>';
  const { shape, form } = shapeOf(`<form action="/a">${buttons}</form>`);
  assert.deepEqual([...shape.actionsOf(form)], ['https://www.example.org/a', 'https://www.example.org/b', 'https://f.example/c']);
  assert.equal(shape.actionOf(form, form.querySelector('#c')), 'https://f.example/c');
  assert.equal(shape.actionOf(form), 'https://www.example.org/a');
});

test('a form without an action goes to its page, a broken one nowhere', () => {
  assert.equal(shapeOf('<form></form>').describe().form.action, 'https://www.example.org/report?step=2');
  assert.equal(shapeOf('<form action="https://[x"></form>').describe().form.action, '');
});

test('a page that only shows the answers again is described by its first heading', () => {
  const { describe } = shapeOf(
    `<h1>Check your answers</h1><h2>zq01 typed</h2><p>zq02 typed</p>
     <form action="/send"><h3>zq03</h3><p>zq04</p><dl><dt>What</dt><dd>zq05</dd></dl>
     <label><input type="checkbox" name="true"> This is true</label><button>Send</button></form>`,
  );
  const text = JSON.stringify(describe());
  assert.ok(text.includes('Check your answers') && text.includes('This is true'));
  assert.ok(!text.includes('zq0'));
});

test('hidden forms that a script sends into a hidden frame are not for people', () => {
  const html = '<form hidden target="fb1" action="https://t.example/tr/"><input name="ev" value="PageView"></form>';
  const { shape, form } = shapeOf(`${html}<iframe name="fb1" hidden></iframe>`);
  assert.equal(shape.isSeen(form), false);
  assert.equal(shape.mayHoldAnswers(form), false);
});

for (const [name, html] of /** @type {[string, string][]} */ ([
  ['that goes to the whole tab', '<form hidden action="/send"><input name="a" value="b"></form>'],
  ['that can be seen', '<form target="x" action="/send"><input name="a" value="b"></form>'],
])) {
  test(`a form ${name} may be a person's`, () => {
    const { shape, form } = shapeOf(html);
    assert.equal(shape.mayHoldAnswers(form), true);
  });
}

test("a hidden form with what the person typed is the person's", () => {
  const html = '<form hidden target="x" action="https://t.example/"><input name="a"></form><textarea id="t"></textarea>';
  const { page, shape, form } = shapeOf(html);
  /** @type {any} */ (page.document.querySelector('#t')).value = 'zq01typed';
  /** @type {any} */ (form.querySelector('input')).value = 'zq01typed';
  assert.equal(shape.mayHoldAnswers(form), true);
});

test('a form with nothing to fill in or press is not described', () => {
  const { shape, form } = shapeOf('<form><input type="hidden" name="a" value="b"></form>');
  assert.equal(shape.isSeen(form), false);
  assert.equal(shape.mayHoldAnswers(form), false);
});

test("a field's endless type is what the browser makes of it, its endless autocomplete is cut", () => {
  const { describe } = shapeOf(`<form><label>Q <input type="${'x'.repeat(9000)}" autocomplete="${'y'.repeat(9000)}"></label></form>`);
  const [field] = describe().form.fields;
  assert.deepEqual([field.type, field.autocomplete.length], ['text', 600]);
});

test('an endless form is cut to what a message may hold', () => {
  const option = `<option>${'x'.repeat(590)}</option>`;
  const { describe } = shapeOf(`<form><h1>${'y'.repeat(9000)}</h1>${`<select name="s">${option.repeat(70)}</select>`.repeat(40)}</form>`);
  const descriptor = describe();
  assert.ok(JSON.stringify(descriptor).length < 300_000);
  for (const field of descriptor.form.fields) assert.ok(field.options.length <= 60);
  for (const heading of descriptor.headings) assert.ok(heading.length <= 600);
});
