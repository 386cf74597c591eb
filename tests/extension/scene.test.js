/** Fields without a form, in shadow roots, and pages that show answers again. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

const plain = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value));

/** @param {string} html @param {(document: Document) => void} [then] */
function open(html, then = () => undefined) {
  const page = openPage(html, { upTo: 'forms.js' });
  then(page.document);
  /** @type {any[]} */
  const told = [];
  page.inside('netcurtainForms').watch((/** @type {any} */ message) => told.push(plain(message)));
  const forms = () => told.filter(({ kind }) => kind === 'form');
  const one = (/** @type {string} */ selector) => /** @type {any} */ (page.document.querySelector(selector));
  return { page, told, forms, one };
}

const labels = (/** @type {any} */ { descriptor }) =>
  descriptor.form.fields.map((/** @type {any} */ { label, placeholder }) => label || placeholder);

test('a page with a search box alone stays one small group', async () => {
  const { forms } = open('<header><div><input placeholder="Search"><button>Go</button></div></header><h1>Books</h1>');
  await until(() => forms().length);
  assert.deepEqual(forms().map(labels), [['Search']]);
  assert.deepEqual([forms()[0].actions, forms()[0].descriptor.form.action, forms()[0].descriptor.form.buttons], [[], '', ['Go']]);
});

test('fields without a form belong to the nearest container with a button, in their order', async () => {
  const { forms } = open(`<main><p><label>Zero <input></label></p><section><label>One <input></label><button>Pick</button></section>
    <p><label>Two <input></label></p><button>Send</button></main><aside><label>Mail <input></label><button>Join</button></aside>`);
  await until(() => forms().length === 2);
  assert.deepEqual(forms().map(labels), [['Zero', 'One', 'Two'], ['Mail']]);
});

test('a group keeps its name while its container stays, and is told to be gone', async () => {
  const { forms, told, one } = open('<main><div id="step"><label>One <input></label></div><button>Next</button></main>');
  await until(() => forms().length === 1);
  one('#step').innerHTML = '';
  await until(() => told.some(({ kind }) => kind === 'form_gone'));
  one('#step').innerHTML = '<label>Two <textarea></textarea></label>';
  await until(() => forms().length === 2);
  assert.deepEqual(labels(forms()[1]), ['Two']);
  assert.equal(forms()[1].form, forms()[0].form);
});

test('fields in open roots belong to the form around their hosts, in their order', async () => {
  const html = '<form action="/send"><my-field></my-field><label>Last <input></label><button>Send</button></form>';
  const { forms } = open(html, (document) => {
    const root = /** @type {any} */ (document.querySelector('my-field')).attachShadow({ mode: 'open' });
    root.innerHTML = '<label for="f">First</label><input id="f">';
  });
  await until(() => forms().length);
  assert.deepEqual(labels(forms()[0]), ['First', 'Last']);
});

test('closed and nested roots are asked of the browser, and what changes in them is seen', async () => {
  /** @type {any} */
  let inner;
  const { page, forms } = open('<main><h1>Help</h1><outer-box></outer-box></main>', (document) => {
    const outer = /** @type {any} */ (document.querySelector('outer-box')).attachShadow({ mode: 'closed' });
    outer.innerHTML = '<inner-box></inner-box>';
    inner = outer.firstChild.attachShadow({ mode: 'closed' });
    inner.innerHTML = '<label>What <input></label><button>Send</button>';
  });
  const roots = new Map(page.roots.map((root) => [root.host, root]));
  page.window.chrome.dom = { openOrClosedShadowRoot: (/** @type {any} */ element) => roots.get(element) ?? null };
  page.inside('netcurtainForms').again();
  await until(() => forms().length === 1);
  assert.deepEqual([labels(forms()[0]), forms()[0].descriptor.headings], [['What'], ['Help']]);
  inner.querySelector('label').firstChild.nodeValue = 'What happened? ';
  await until(() => forms().length === 2);
  assert.deepEqual(labels(forms()[1]), ['What happened?']);
});

test('a root that comes late to an element of the page is found', async () => {
  const { page, told, forms, one } = open('<main><late-form></late-form></main>');
  await until(() => told.some(({ kind }) => kind === 'title') && page.document.readyState === 'complete');
  one('late-form').attachShadow({ mode: 'open' }).innerHTML = '<form action="/s"><label>Late <input></label></form>';
  await until(() => forms().length || page.late.length);
  page.late.splice(0).forEach(({ work }) => work());
  await until(() => forms().length);
  assert.deepEqual(labels(forms()[0]), ['Late']);
});

/** @type {[string, string][]} pages that show what was answered on the one before, with "zq01" as the answer */
const RECAPS = [
  ['a list with links to change', '<h1>Check</h1><p>zq01</p><a href="/a">Change</a><form><input title="Q"><h2>zq01</h2></form>'],
  ['a table with links to change', '<table><tr><td>zq01</td><td><a>Edit</a></td></tr></table><form><p>zq01</p><b>Q</b><input></form>'],
  ["GOV.UK's list in Welsh", '<h1>Gwirio</h1><div class="govuk-summary-list">zq01</div><form><h2>zq01</h2><input title="Q"></form>'],
  ['a page that thanks', '<main><h1>Thank you, zq01</h1><p>You said: zq01</p><form><input title="Q"></form></main>'],
  ['a page that has sent it', '<h1>We have received your report</h1><h2>zq01</h2><p>zq01</p><form><input title="Mail"></form>'],
  ['a chat', '<main><h1>Chat</h1><div role="log"><p>zq01</p></div><div contenteditable>zq01</div><button>Send</button></main>'],
  ['a chat without roles', '<main><ul class="chat-lines"><li>zq01</li></ul><textarea></textarea><button>Send</button></main>'],
  ['what is said as it happens', '<form><div aria-live="polite"><p>zq01</p></div><output>zq01</output><input title="Q"></form>'],
];
for (const [what, html] of RECAPS) {
  test(`no answer is told of ${what}`, async () => {
    const { told, forms } = open(html);
    await until(() => forms().length);
    assert.ok(!JSON.stringify(told).includes('zq01'), JSON.stringify(told));
  });
}

test('a chat that is sent by a press that never changes the focus', async () => {
  const { page, told, forms, one } = open('<main><p>Hello</p><div id="box" contenteditable></div><button>Send</button></main>');
  page.inside('netcurtainAnswers').watch();
  await until(() => forms().length === 1);
  one('#box').textContent = 'zq01 happened to me';
  one('button').dispatchEvent(new page.window.MouseEvent('pointerdown', { bubbles: true }));
  one('#box').textContent = '';
  one('p').textContent = 'You: zq01 happened to me';
  one('main').insertAdjacentHTML('afterbegin', '<h2>zq01 happened to me</h2>');
  page.inside('netcurtainForms').again();
  await until(() => forms().length === 2);
  assert.ok(!JSON.stringify(told).includes('zq01'));
});
