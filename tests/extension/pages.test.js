import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Pages } from '../../extension/background/pages.js';

/** @type {any[]} */
let said;
/** @type {any[]} */
let opened;
/** @type {Pages} */
let pages;
let changes = 0;

function newPages() {
  let count = 0;
  return new Pages({
    emit: (observation) => said.push(observation),
    opened: (page) => opened.push(page.page),
    changed: () => (changes += 1),
    isPrivate: (tab) => tab === 9,
    newName: () => `p${(count += 1)}`,
    now: () => 1000,
  });
}

beforeEach(() => {
  said = [];
  opened = [];
  changes = 0;
  pages = newPages();
});

test('a navigation becomes a page, without the values in its address', () => {
  pages.starting(1, 'https://e.org/a?x=zq01');
  pages.committed({ tabId: 1, url: 'https://e.org/a?x=zq01', documentId: 'd1' });
  const address = 'https://e.org/a?x';
  assert.deepEqual(said, [{ type: 'page', page: 'p1', tab: 1, url: address, title: '', private: false, time: 1000, from_start: true }]);
  assert.equal(pages.of(1)?.site, 'e.org');
  assert.equal(changes, 1);
});

test('the next page in a tab closes the one before', () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.committed({ tabId: 1, url: 'https://f.org/', documentId: 'd2' });
  assert.deepEqual(said.map(({ type, page }) => `${type} ${page}`), ['page p1', 'page_closed p1', 'page p2']);
  assert.deepEqual(opened, ['p1', 'p2']);
});

test("a new document's request may come before the word that it is there", () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.starting(1, 'https://f.org/');
  assert.equal(pages.joining({ tabId: 1, frameId: 0, documentId: 'd1' })?.page, 'p1');
  assert.equal(pages.joining({ tabId: 1, frameId: 0, documentId: 'd2' })?.page, 'p2');
  assert.equal(pages.joining({ tabId: 1, frameId: 3, documentId: 'd7' })?.page, 'p2');
  pages.committed({ tabId: 1, url: 'https://f.org/', documentId: 'd2' });
  assert.equal(pages.all().length, 1);
  assert.equal(pages.of(1)?.page, 'p2');
});

test("Chromium may give the page's own frame another number until its document is there", () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.starting(1, 'https://f.org/');
  assert.equal(pages.joining({ tabId: 1, frameId: 7, parentFrameId: 0, documentId: 'd2' })?.page, 'p1');
  assert.equal(pages.joining({ tabId: 1, frameId: 7, parentFrameId: -1, documentId: 'd2' })?.page, 'p2');
});

test('a navigation that came to nothing leaves the page as it is', () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.starting(1, 'https://e.org/file.zip');
  pages.failed(1, 'https://e.org/file.zip#top');
  assert.equal(pages.joining({ tabId: 1, frameId: 0, documentId: 'd2' })?.page, 'p1');
});

test('a navigation that took the place of another goes on, though the end of the older one is heard late', () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.starting(1, 'https://e.org/slow');
  pages.starting(1, 'https://f.org/?x=1');
  pages.failed(1, 'https://e.org/slow');
  assert.equal(pages.joining({ tabId: 1, frameId: 0, documentId: 'd2' })?.url, 'https://f.org/?x');
});

test('a page nobody saw from its start says so', () => {
  pages.found(1, 'https://e.org/');
  assert.equal(said[0].from_start, false);
  pages.found(1, 'https://f.org/');
  assert.equal(said.length, 1);
});

test('a page that was found learns its document from the first word of it', () => {
  pages.found(1, 'https://e.org/?a=1');
  pages.committed({ tabId: 1, url: 'https://e.org/?a=1', documentId: 'd1' });
  assert.equal(said.length, 1);
  assert.equal(pages.of(1)?.documentId, 'd1');
});

test('what is no website is no page, and ends the one before', () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.committed({ tabId: 1, url: 'about:blank', documentId: 'd2' });
  assert.deepEqual(said.map(({ type }) => type), ['page', 'page_closed']);
  assert.equal(pages.of(1), undefined);
});

test('an address or a title that changed is told once, cut and without values', () => {
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  pages.moved(1, 'https://e.org/two?x=1');
  pages.moved(1, 'https://e.org/two?x=2');
  pages.titled(1, 'T'.repeat(700));
  pages.titled(1, 'T'.repeat(700));
  assert.deepEqual(said.slice(1).map(({ type, url, title }) => [type, url, title?.length]), [
    ['page_changed', 'https://e.org/two?x', undefined],
    ['page_changed', undefined, 600],
  ]);
});

test('a page in a private window says so', () => {
  pages.committed({ tabId: 9, url: 'https://e.org/', documentId: 'd1' });
  assert.equal(said[0].private, true);
});

test('a background that was stopped knows its pages again, site and all', () => {
  pages.committed({ tabId: 1, url: 'https://www.e.org/', documentId: 'd1' });
  const page = /** @type {any} */ (pages.of(1));
  pages.learnSite(page, 'e.org');
  const stored = structuredClone(pages.all());
  said = [];
  const again = newPages();
  again.restore(stored);
  assert.deepEqual(again.of(1), page);
  assert.equal(again.of(1)?.site, 'e.org');
  again.committed({ tabId: 1, url: 'https://www.e.org/', documentId: 'd1' });
  assert.deepEqual(said, []);
});

test('a page some of whose requests were missed stays so', () => {
  pages.starting(1, 'https://e.org/');
  pages.committed({ tabId: 1, url: 'https://e.org/', documentId: 'd1' });
  const page = /** @type {any} */ (pages.of(1));
  assert.equal(/** @type {any} */ (pages.opening(page, false)).from_start, false);
  assert.equal(/** @type {any} */ (pages.opening(page, true)).from_start, false);
});

test('a page that a form led to says so, loaded again too, whoever spoke of it first', () => {
  const byForm = (/** @type {string} */ documentId, /** @type {string} */ transitionType) => {
    pages.committed({ tabId: 1, url: 'https://e.org/two', documentId, transitionType });
    return pages.of(1)?.byForm;
  };
  pages.starting(1, 'https://e.org/two');
  pages.joining({ tabId: 1, frameId: 0, documentId: 'd1' });
  assert.equal(byForm('d1', 'form_submit'), true);
  assert.equal(byForm('d2', 'reload'), true);
  assert.equal(byForm('d3', 'link'), false);
  assert.equal(byForm('d4', 'reload'), false);
});
