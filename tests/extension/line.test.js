import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './fake_page.js';
import { until } from './waiting.js';

const WORDS = { arrival: 'This page has told two companies that it was opened.', told: ['Meta (Facebook).', 'Google.'] };
/** @param {Record<string, unknown>} [more] @returns {any} */
const verdict = (more) => {
  const plain = { type: 'verdict', page: 'p', level: 'warning', forms: [], words: WORDS };
  return { kind: 'verdict', verdict: { ...plain, ...more } };
};

/** @type {any} */
let page;
beforeEach(() => {
  page = openPage('<p>Hello</p>');
});

test('at arrival on a sensitive form a quiet line says so, with the names behind "Which?"', () => {
  page.hear(verdict());
  assert.equal(page.said(), 'This page has told two companies that it was opened.CloseWhich?Meta (Facebook).Google.');
});

for (const [name, more] of /** @type {[string, any][]} */ ([
  ['a notice', { level: 'notice' }],
  ['a warning that was answered', { answered: true }],
  ['a warning without words', { words: {} }],
])) {
  test(`${name} brings no line`, () => {
    page.hear(verdict(more));
    assert.equal(page.said(), '');
  });
}

test('the same words are not shown anew, other words take their place', () => {
  page.hear(verdict());
  page.hear(verdict());
  assert.equal(page.roots.length, 1);
  page.hear(verdict({ words: { arrival: 'Three companies.' } }));
  assert.equal(page.said(), 'Three companies.Close');
});

test('a line that was closed does not come back by itself; what follows a submission is still said', () => {
  page.hear(verdict());
  page.press('Close');
  page.hear(verdict({ words: { arrival: 'Three companies.' } }));
  assert.equal(page.said(), '');
  page.hear({ kind: 'line', text: 'Your form has gone to e.org.' });
  assert.equal(page.said(), 'Your form has gone to e.org.Close');
});

test('when the person says that nothing here is sensitive, the line of the arrival goes, and one about a form that has gone stays', () => {
  page.hear(verdict());
  page.hear(verdict({ level: 'notice', asks: 'never', words: {} }));
  assert.equal(page.said(), '');
  page.hear(verdict());
  assert.match(page.said(), /^This page has told two companies/);
  page.hear({ kind: 'line', text: 'Your form has gone to e.org.' });
  page.hear(verdict({ level: 'notice', asks: 'never', words: {} }));
  assert.equal(page.said(), 'Your form has gone to e.org.Close');
});

test('text of a page stays text', () => {
  page.hear({ kind: 'line', text: '<img src=x onerror=alert(1)>' });
  assert.equal(page.roots.at(-1).querySelector('img'), null);
});

test('the title of the page is told, but not with what was typed in it', async () => {
  const typing = openPage('<form action="/s"><label>Q <input id="q"></label></form>', { title: 'Report' });
  const titles = () => typing.told.filter(({ kind }) => kind === 'title').map(({ title }) => title);
  await until(() => titles().length === 1);
  /** @type {any} */ (typing.document.querySelector('#q')).value = 'zq01typed';
  typing.document.title = 'Report: zq01typed';
  await until(() => titles().length === 2);
  assert.deepEqual(titles(), ['Report', '']);
});

test('a page asked to describe itself does so again', async () => {
  const asked = openPage('<form action="/s"><label>Q <input></label></form>', { title: 'Report' });
  await until(() => asked.told.length === 2);
  asked.hear({ kind: 'describe' });
  await until(() => asked.told.length === 4);
  assert.deepEqual(asked.told.map(({ kind }) => kind), ['title', 'form', 'title', 'form']);
  assert.equal(asked.told[3].form, asked.told[1].form);
});

test('a form that came later is described, and one that went is named', async () => {
  const kinds = () => page.told.map((/** @type {any} */ message) => message.kind);
  page.document.body.insertAdjacentHTML('beforeend', '<form action="/s"><label>Q <input></label></form>');
  await until(() => kinds().includes('form'));
  page.document.querySelector('form').remove();
  await until(() => kinds().includes('form_gone'));
});
