import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as handshake from '../../extension/background/handshake.js';

const KEY = new Uint8Array(32).fill(7);
const TRANSCRIPT = {
  browser: 'browser-1',
  clientNonce: new Uint8Array(32).fill(1),
  serverNonce: new Uint8Array(32).fill(2),
  port: 27427,
  origin: 'chrome-extension://abc',
};

test('bytes survive base64, however many', () => {
  const bytes = new Uint8Array(300_000).map((_, at) => at % 251);
  assert.deepEqual(handshake.fromBase64(handshake.toBase64(bytes)), bytes);
  assert.equal(handshake.toBase64(new Uint8Array()), '');
});

test('a key can never be read again', async () => {
  const secret = await handshake.secretFrom(KEY);
  assert.equal(secret.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('raw', secret));
});

test('spaces, hyphens and case of a code do not matter, its letters do', async () => {
  const proofOf = async (/** @type {string} */ code) => handshake.proofMessage(await handshake.secretOfCode(code), TRANSCRIPT);
  const proof = await proofOf('ABCDE-FGHIJ-KLMNO-PQRST');
  assert.equal(await proofOf(' abcde fghij klmno pqrst'), proof);
  assert.notEqual(await proofOf('ABCDE-FGHIJ-KLMNO-PQRSU'), proof);
});

test("nobody's proof but the app's own holds, and the browser's is another", async () => {
  const secret = await handshake.secretFrom(KEY);
  const { proof } = JSON.parse(await handshake.proofMessage(secret, TRANSCRIPT));
  assert.equal(await handshake.appIsProved(secret, TRANSCRIPT, proof), false);
});

/** @param {Uint8Array<ArrayBuffer>} bytes */
const cipher = async (bytes) => handshake.Cipher.make(await handshake.secretFrom(bytes), TRANSCRIPT, 'to app');

test('frames open in order, each once', async () => {
  const [outward, inward] = [await cipher(KEY), await cipher(KEY)];
  const [first, second] = [await outward.seal('one'), await outward.seal('two “ü”')];
  assert.equal(await inward.open(first), 'one');
  assert.equal(await inward.open(second), 'two “ü”');
  await assert.rejects(inward.open(second));
});

for (const [name, spoil] of /** @type {[string, (frames: ArrayBuffer[]) => ArrayBuffer | undefined][]} */ ([
  ['that overtook another', (frames) => frames[1]],
  ['with a bit turned', (frames) => new Uint8Array(frames[0] ?? []).map((byte, at) => (at === 3 ? byte ^ 1 : byte)).buffer],
  ['that was cut', (frames) => frames[0]?.slice(0, -1)],
])) {
  test(`a frame ${name} is refused`, async () => {
    const [outward, inward] = [await cipher(KEY), await cipher(KEY)];
    const frames = [await outward.seal('one'), await outward.seal('two')];
    await assert.rejects(inward.open(/** @type {ArrayBuffer} */ (spoil(frames))));
  });
}
