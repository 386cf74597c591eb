/** Whatever is typed, no description of a form holds it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const MARKER = 'zq07 typed';
const FORM = `<h1 id="h">Report a crime</h1><div id="shown"></div>
  <form action="/send" method="post"><fieldset><legend id="l">About it</legend>
    <label id="label">What happened <textarea name="what"></textarea></label><input name="who">
    <input type="hidden" name="step" value="crime"><input type="hidden" name="h">
    <select name="which"><option value="">Choose</option><option value="v">Something else</option></select>
    <label id="rl"><input type="radio" name="r" value="v"> In the street</label></fieldset>
    <div id="e" contenteditable="true"></div><p id="p">Take your time.</p><button id="b">Continue</button></form>`;

/** @param {{before?: boolean}} [how] `before`: described once before anything is typed */
function form({ before = false } = {}) {
  const page = openPage(FORM, { upTo: 'shape.js' });
  page.inside('netcurtainAnswers').watch();
  const one = (/** @type {string} */ selector) => /** @type {any} */ (page.document.querySelector(selector));
  const described = () => JSON.stringify(page.inside('netcurtainShape').describe(one('form')));
  if (before) described();
  return { page, one, described };
}

/** @type {[string, (one: (selector: string) => any, typed: string) => void][]} */
const typings = [
  ['a textarea', (one, typed) => (one('textarea').value = typed)],
  ['a text field', (one, typed) => (one('[name=who]').value = typed)],
  ['a hidden field', (one, typed) => (one('[name=h]').value = typed)],
  ['what the site filled in', (one, typed) => one('[name=who]').setAttribute('value', typed)],
  ['an editable part', (one, typed) => (one('#e').textContent = typed)],
];
/** @type {[string, (one: (selector: string) => any, text: string, document: Document) => void][]} */
const reflections = [
  ['the title', (_one, text, document) => (document.title = text)],
  ['a heading', (one, text) => (one('#h').textContent = text)],
  ['a legend', (one, text) => (one('#l').textContent = text)],
  ['a paragraph', (one, text) => (one('#p').textContent = text)],
  ['a button', (one, text) => (one('#b').textContent = text)],
  ['a placeholder', (one, text) => (one('[name=who]').placeholder = text)],
  ['an aria-label', (one, text) => one('textarea').setAttribute('aria-label', text)],
  ["a choice's label", (one, text) => (one('#rl').lastChild.textContent = text)],
  ['an option', (one, text) => (one('option').textContent = text)],
  ["a field's name", (one, text) => (one('textarea').name = text)],
];
for (const [where, type] of typings) {
  for (const before of [false, true]) {
    const described = before ? 'described before too' : 'described for the first time';
    test(`typed in ${where} and repeated everywhere, ${described}: it stays here`, () => {
      const { page, one, described } = form({ before });
      type(one, MARKER);
      assert.ok(!described().includes('zq07'), 'repeated nowhere');
      for (const [shown, reflect] of reflections) {
        reflect(one, `You wrote: ${MARKER.toUpperCase()}!`, page.document);
        assert.ok(!described().toLowerCase().includes('zq07'), `repeated in ${shown}`);
      }
    });
  }
}

test("the page's own words stay, whatever is typed later", () => {
  const { one, described } = form({ before: true });
  one('textarea').value = 'crime';
  assert.ok(described().includes('Report a crime'));
});

test("a site's own word in a hidden field does not take a heading away, but is not repeated alone", () => {
  const { one, described } = form();
  one('#p').textContent = 'crime';
  const text = described();
  assert.ok(text.includes('Report a crime'));
  assert.ok(!text.includes('"text_near":"crime"'));
});

test('one line of an answer is not repeated, nor a part of a line', () => {
  const { one, described } = form();
  one('textarea').value = 'It was late.\nThe man from the shop zq08 followed me home';
  one('#h').textContent = 'It was late.';
  one('#p').textContent = 'You wrote: the man from the shop…';
  const text = described();
  assert.ok(!text.includes('late') && !text.includes('shop'));
});

test('a chat that shows what was sent and empties its box', () => {
  const { page, one, described } = form({ before: true });
  one('textarea').value = MARKER;
  one('textarea').dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  one('textarea').value = '';
  one('#p').textContent = MARKER;
  assert.ok(!described().includes('zq07'));
});

test('a choice that was made is not repeated, and stays among the choices', () => {
  const { one, described } = form({ before: true });
  one('select').selectedIndex = 1;
  one('[type=radio]').checked = true;
  one('#h').textContent = 'You chose: Something else';
  one('#p').textContent = 'You said: in the street';
  const descriptor = JSON.parse(described());
  assert.deepEqual(descriptor.headings, []);
  assert.equal(descriptor.text_near, '');
  assert.ok(descriptor.form.fields.some((/** @type {any} */ field) => field.options.includes('Something else')));
});

test('two letters are not an answer', () => {
  const { one, described } = form();
  one('[name=who]').value = 'Re';
  assert.ok(described().includes('Report a crime'));
});

test("a file's name is not repeated, with its ending or without", () => {
  const { page, one, described } = form();
  one('[name=who]').type = 'file';
  Object.defineProperty(one('[name=who]'), 'files', { value: [new page.window.File(['x'], 'zq07 scan.pdf')] });
  Object.defineProperty(one('[name=who]'), 'value', { value: 'C:\\fakepath\\zq07 scan.pdf' });
  one('#h').textContent = 'You chose zq07 scan.pdf';
  one('#l').textContent = 'You chose zq07 scan';
  assert.ok(!described().includes('zq07'));
});

for (const [type, typed, shown] of /** @type {[string, string, string][]} */ ([
  ['text', 'Zq07 Person', 'Hello Zq07'],
  ['tel', '07700 900 123', 'We call 07700900123'],
  ['date', '1987-05-04', 'Born in 1987'],
])) {
  test(`a part of what was typed in a ${type} field is not repeated: ${shown}`, () => {
    const { one, described } = form();
    Object.assign(one('[name=who]'), { type, id: 'full_name', value: typed });
    one('#h').textContent = shown;
    assert.ok(!described().includes(shown));
  });
}

test('what came with the address is not repeated in the title, headings and paragraphs; labels stay whole', () => {
  const form = '<form><label>zq07 typed <input name="q"></label><p>You asked: zq07 typed</p><button>Go</button></form>';
  const url = 'https://www.example.org/found?q=Zq07+typed&step=one';
  const html = `<h1>Results for zq07 typed</h1><h2>Phone</h2><p>By phone</p>${form}`;
  const page = openPage(html, { upTo: 'shape.js', url, title: 'zq07 typed - Search' });
  const { title, headings, text_near: near, form: shape } = page.inside('netcurtainShape').describe(page.document.querySelector('form'));
  assert.deepEqual([title, [...headings], near, shape.fields[0].label], ['', ['Phone'], 'By phone', 'zq07 typed']);
});

/** @type {[what: string, typed: string, shown: string, field?: {type?: string, id?: string, placeholder?: string}][]} */
const OTHERWISE = [
  ['a postcode, spaced', 'zq1a1aa', 'Homes in ZQ1A 1AA'],
  ['a postcode, close together', 'ZQ1A 1AA', 'Homes in zq1a1aa'],
  ['a number, spaced', '9434765919', 'Number 943 476 5919'],
  ['a telephone number, from abroad', '07700 900123', 'We call +44 7700 900123', { type: 'tel' }],
  ['a number in a sentence', 'call me on 07700 900123 at night', 'We call 07700-900-123'],
  ['the name in an e-mail address', 'zq06typed@example.org', 'Hello zq06typed', { type: 'email' }],
  ['a name turned round', 'Jane Smith', 'Smith, Jane'],
  ['a name with another name', 'Jane Smith', 'Hello Jane', { placeholder: 'Full name' }],
  ['a name in a story', 'it was Dave Whitlock who did it to me', 'You named Dave Whitlock'],
  ['a name without its accent', 'José', 'Hello Jose'],
  ['a name with another apostrophe', "O'Brien", 'Hello O’Brien'],
  ['a day in words', '1987-05-04', 'Born on 4 May', { type: 'date' }],
  ['a word without its comma', 'whitlock,', 'You said whitlock'],
];
for (const [what, typed, shown, field] of OTHERWISE) {
  test(`${what}, is not repeated either: ${shown}`, () => {
    const { one, described } = form({ before: true });
    Object.assign(one('[name=who]'), field, { value: typed });
    one('#h').textContent = shown;
    assert.ok(!described().includes(shown));
    assert.ok(described().includes('Take your time.'));
  });
}

/** Type as a person, in a page that does this as soon as it hears of it. @param {string} typed @param {(field: any) => void} answer */
function typedIn(typed, answer) {
  const { page, one, described } = form({ before: true });
  const field = one('[name=who]');
  field.addEventListener('input', () => answer(field));
  field.value = typed;
  field.dispatchEvent(new page.window.InputEvent('input', { bubbles: true, composed: true }));
  return { page, one, described, field };
}

test('a page that makes what stands in a field its default', () => {
  const { one, described, field } = typedIn('smith', () => undefined);
  field.setAttribute('value', 'smith');
  one('#p').textContent = 'Is it smith?';
  assert.ok(!described().includes('smith'));
});

test('a chat that makes what stands in its box the default, and empties it', () => {
  const { page, one, described, field } = typedIn('please help me', (box) => box.setAttribute('value', box.value));
  field.dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  field.value = '';
  field.setAttribute('value', '');
  one('#p').textContent = 'You: please help me';
  assert.ok(!described().includes('please'));
});

test('a page that takes a word out of the field as soon as it is there', () => {
  const { one, described } = typedIn('whitlock,', (field) => (field.value = ''));
  one('#p').textContent = 'whitlock';
  assert.ok(!described().includes('whitlock'));
});

test('a text that gave way to another one', () => {
  const { page, one, described, field } = typedIn('whitlock', () => undefined);
  field.value = 'no';
  field.dispatchEvent(new page.window.InputEvent('input', { bubbles: true, composed: true }));
  one('#p').textContent = 'You said whitlock';
  assert.ok(!described().includes('whitlock'));
});

test('what was typed in a frame of the same site is not repeated around it', () => {
  const { page, one, described } = form({ before: true });
  const frame = page.document.body.appendChild(page.document.createElement('iframe'));
  const inside = /** @type {Document} */ (frame.contentDocument);
  inside.body.innerHTML = '<input>';
  /** @type {HTMLInputElement} */ (inside.querySelector('input')).value = MARKER;
  one('#p').textContent = MARKER;
  assert.ok(!described().includes('zq07'));
});

test('what was typed in a closed root is not repeated around it, though its host is not empty', () => {
  const { page, one, described } = form({ before: true });
  const host = one('#shown');
  host.innerHTML = '<p>Nothing here</p>';
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<input>';
  page.window.chrome.dom = { openOrClosedShadowRoot: (/** @type {any} */ element) => (element === host ? root : null) };
  root.querySelector('input').value = 'smith';
  root.querySelector('input').setAttribute('value', 'smith');
  root.querySelector('input').dispatchEvent(new page.window.InputEvent('input', { bubbles: true, composed: true }));
  one('#p').textContent = 'Is it smith?';
  assert.ok(!described().includes('smith'));
});

test('a button does not repeat a text that came with the address; a word of the address on a button is the site\'s own', () => {
  const html = '<form><label>Email <input name="m"></label><button>Save zq07 typed</button><button>Next step</button></form>';
  const page = openPage(html, { upTo: 'shape.js', url: 'https://www.example.org/found?q=Zq07+typed&to=next' });
  const { form: shape } = page.inside('netcurtainShape').describe(page.document.querySelector('form'));
  assert.deepEqual([...shape.buttons], ['Next step']);
});
