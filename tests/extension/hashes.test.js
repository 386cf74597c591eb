/** Our own hashes are those that everybody else makes. */

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { openPage } from './fake_page.js';

const { all, hex } = openPage('', { upTo: 'hashes.js' }).inside('netcurtainHashes');

for (const [name, hash] of Object.entries(all)) {
  test(`${name} of texts of every length around the ends of blocks, and of long ones`, () => {
    for (const length of [...Array(300).keys(), 511, 512, 513, 4096, 100_001]) {
      const bytes = new Uint8Array(randomBytes(length));
      assert.equal(hex(hash(bytes)), createHash(name).update(bytes).digest('hex'), `${length} bytes`);
    }
  });

  test(`${name} of the standard's own example`, () => {
    const bytes = new TextEncoder().encode('abc');
    assert.equal(hex(hash(bytes)), createHash(name).update('abc').digest('hex'));
    assert.equal(hex(hash(bytes), 2), createHash(name).update('abc').digest('hex').slice(0, 4));
  });
}
