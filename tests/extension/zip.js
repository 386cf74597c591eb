/**
 * A zip file of some files. The same files make the same bytes, with every Node.js: they are stored as they are, because one version
 * squeezes otherwise than another, and every one of them bears the first day a zip knows.
 */

import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const STORED = 0;
const FIRST_DAY = (1 << 5) | 1;

/** Numbers of two bytes, and of four where they come as `[number]`. @param {(number | [number])[]} numbers */
function bytes(...numbers) {
  const parts = numbers.map((number) => {
    const part = Buffer.alloc(Array.isArray(number) ? 4 : 2);
    if (Array.isArray(number)) part.writeUInt32LE(number[0]);
    else part.writeUInt16LE(number);
    return part;
  });
  return Buffer.concat(parts);
}

/** @param {Map<string, Buffer>} files by their names inside, with forward slashes */
export function zip(files) {
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const facts = bytes(
      VERSION, UTF8, STORED, 0, FIRST_DAY, [crc32(content)], [content.length], [content.length], name.length, 0,
    );
    locals.push(bytes([LOCAL]), facts, name, content);
    centrals.push(bytes([CENTRAL], VERSION), facts, bytes(0, 0, 0, [0], [offset]), name);
    offset += 4 + facts.length + name.length + content.length;
  }
  const list = Buffer.concat(centrals);
  return Buffer.concat([...locals, list, bytes([END], 0, 0, files.size, files.size, [list.length], [offset], 0)]);
}
