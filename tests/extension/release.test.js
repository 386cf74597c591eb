/** What was held goes as it would have gone, whatever the page has put in its place meanwhile. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const FORM = `<form name="report" action="/send" method="post"><input type="hidden" name="token" value="1"><textarea name="t"></textarea>
  <button id="go" name="b" value="1" formaction="/final" formnovalidate>Send</button></form>`;

/** @param {string} html */
function open(html = FORM) {
  const page = openPage(html, { upTo: 'release.js' });
  const one = (/** @type {string} */ selector) => /** @type {any} */ (page.document.querySelector(selector));
  const release = page.inside('netcurtainRelease');
  one('textarea').value = 'zq01typed';
  const pressed = release.note(one('form'), one('#go'));
  /** @type {any[]} */
  const submitters = [];
  page.document.addEventListener('submit', (/** @type {any} */ event) => {
    const { submitter } = event;
    const added = ['name', 'value', 'formaction', 'formnovalidate'].map((name) => submitter?.getAttribute(name));
    submitters.push([...added, submitter?.matches(':disabled')]);
  });
  return { page, one, release, pressed, submitters };
}

const AS_PRESSED = ['b', '1', '/final', '', false];

test('a form that was drawn anew with the same answers stands for it', () => {
  const { one, release, pressed } = open();
  const other = one('form').cloneNode(true);
  one('form').replaceWith(other);
  one('textarea').value = 'zq01typed';
  one('[name=token]').value = '2';
  assert.equal(release.standing(pressed), other);
});

test('one that was drawn anew in a shadow root stands for it as well', () => {
  const { page, one, release, pressed } = open();
  const other = one('form').cloneNode(true);
  one('form').replaceWith(page.document.createElement('report-box'));
  one('report-box').attachShadow({ mode: 'open' }).append(other);
  other.querySelector('textarea').value = 'zq01typed';
  // The root has been found, as content/forms.js does when anything is drawn.
  void [...page.inside('netcurtainRoots').walk('form', () => undefined)];
  assert.equal(release.standing(pressed), other);
});

test('a button that the page has made one of another kind is not pressed; the form goes', () => {
  const { page, one, release, pressed, submitters } = open();
  one('#go').type = 'button';
  release.send(one('form'), pressed);
  assert.deepEqual([page.sent, submitters], [['report'], [AS_PRESSED]]);
});

for (const [name, change] of /** @type {[string, (one: (selector: string) => any) => void][]} */ ([
  ['that is empty', (one) => (one('textarea').value = '')],
  ['that goes elsewhere', (one) => (one('form').action = '/other')],
  ['that is sent otherwise', (one) => (one('form').method = 'get')],
  ['that asks something else', (one) => (one('textarea').name = 'u')],
])) {
  test(`a form ${name} does not stand for it`, () => {
    const { one, release, pressed } = open();
    one('form').replaceWith(one('form').cloneNode(true));
    one('textarea').value = 'zq01typed';
    change(one);
    assert.equal(release.standing(pressed), undefined);
  });
}

for (const [name, change] of /** @type {[string, (one: (selector: string) => any) => void][]} */ ([
  ['that is still there', () => undefined],
  ['that was drawn anew', (one) => (one('#go').outerHTML = one('#go').outerHTML)],
  ['that is off', (one) => (one('#go').disabled = true)],
  ['that is gone', (one) => one('#go').remove()],
  ['in a group that is off', (one) => (one('#go').outerHTML = `<fieldset disabled>${one('#go').outerHTML}</fieldset>`)],
])) {
  test(`a button ${name} adds what it would have added`, () => {
    const { page, one, release, pressed, submitters } = open();
    change(one);
    const before = one('form').outerHTML;
    release.send(one('form'), pressed);
    assert.deepEqual([page.sent, submitters], [['report'], [AS_PRESSED]]);
    assert.equal(one('form').outerHTML, before);
  });
}

test('a button that is off is pressed itself: a page may look which one it was', () => {
  const { page, one, release, pressed } = open();
  one('#go').disabled = true;
  /** @type {unknown[]} */
  const used = [];
  page.document.addEventListener('submit', (/** @type {any} */ event) => used.push(event.submitter));
  release.send(one('form'), pressed);
  assert.deepEqual(used.map((button) => button === one('#go')), [true]);
});

test('a button that the page itself switches off while it is sent stays off', () => {
  const { page, one, release, pressed } = open();
  page.document.addEventListener('submit', () => (one('#go').disabled = true));
  release.send(one('form'), pressed);
  assert.equal(one('#go').disabled, true);
});

test('a form that was sent without a button is sent without one', () => {
  const { page, one, release, submitters } = open();
  release.send(one('form'), release.note(one('form'), null));
  assert.deepEqual([page.sent, submitters[0][0]], [['report'], undefined]);
});
