/** Ghostery's engine. It wants a Request, made from the addresses' text and webRequest's type: making one reads the addresses, so it is timed. */

import { readFileSync } from 'node:fs';
import { run } from './one_pass.mjs';

await run(async () => {
  const { FiltersEngine, Request } = await import('@ghostery/adblocker');
  const about = readFileSync(new URL('./node_modules/@ghostery/adblocker/package.json', import.meta.url), 'utf8');
  let engine = null;
  return {
    version: JSON.parse(about).version,
    fromText: (text) => { engine = FiltersEngine.parse(text); },
    fromCache: (written) => { engine = FiltersEngine.deserialize(written); },
    cache: () => engine.serialize(),
    decide: (url, sourceUrl, type) => engine.match(Request.fromRawDetails({ url, sourceUrl, type })),
    matched: (answer) => answer.match,
  };
});
