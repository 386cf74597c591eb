/** uBlock Origin's engine, as its README says. It takes addresses as text, and types by webRequest's names. 1 is blocked, 2 is excepted. */

import { readFileSync } from 'node:fs';
import { run } from './one_pass.mjs';

await run(async () => {
  const { StaticNetFilteringEngine } = await import('@gorhill/ubo-core');
  const engine = await StaticNetFilteringEngine.create();
  const about = readFileSync(new URL('./node_modules/@gorhill/ubo-core/package.json', import.meta.url), 'utf8');
  return {
    version: JSON.parse(about).version,
    fromText: (raw) => engine.useLists([{ name: 'list', raw }]),
    fromCache: (written) => engine.deserialize(written.toString('utf8')),
    cache: () => engine.serialize(),
    decide: (url, originURL, type) => engine.matchRequest({ url, originURL, type }),
    matched: (answer) => answer === 1,
  };
});
