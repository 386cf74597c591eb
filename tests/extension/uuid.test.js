import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

test('a page that came without https gets uuids too, each another', () => {
  const page = openPage('', { url: 'http://www.example.org/', upTo: 'uuid.js' });
  const made = new Set(Array.from({ length: 100 }, () => page.inside('netcurtainUuid()')));
  assert.equal(made.size, 100);
  for (const one of made) assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
