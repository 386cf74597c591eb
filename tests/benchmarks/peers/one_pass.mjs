/**
 * What every engine in Node does: load a list, answer a trace, print JSON; see one_pass.py, which is the same for Python.
 * Run with --expose-gc. The clock is process.hrtime.bigint().
 */

import { readFileSync, writeFileSync } from 'node:fs';

const PAGE_SIZE = 4096;

/**
 * Do one pass as the command line says.
 *
 * @param imported - imports the engine: {version, fromText, fromCache, cache, decide, matched}. `fromText` and `fromCache` load a list,
 *   `decide(url, page, type)` is the one call that is timed, `matched` reads its answer.
 */
export async function run(imported) {
  const [way, listFile, traceFile, cacheFile] = process.argv.slice(2);
  const text = readFileSync(listFile, 'utf8');
  const rows = readFileSync(traceFile, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'));
  const atFirst = resident();
  const engine = await imported();
  const afterImport = resident();

  const start = process.hrtime.bigint();
  await (way === 'text' ? engine.fromText(text) : engine.fromCache(readFileSync(cacheFile)));
  const loaded = process.hrtime.bigint() - start;
  const afterLoad = resident();

  const { took, outcomes } = timed(rows, engine);
  const afterTrace = resident();
  if (way === 'text') writeFileSync(cacheFile, await engine.cache());
  console.log(JSON.stringify({
    version: engine.version,
    load_ms: Number(loaded) / 1e6,
    import_mb: afterImport - atFirst,
    load_mb: afterLoad - afterImport,
    trace_mb: afterTrace - afterLoad,
    filters: null,
    took_ns: took,
    outcomes: outcomes.join(''),
    clock_ns: finestStep(),
  }));
}

function timed(rows, { decide, matched }) {
  const took = [];
  const outcomes = [];
  for (const [url, pageUrl, type] of rows) {
    const start = process.hrtime.bigint();
    const answer = decide(url, pageUrl, type);
    took.push(Number(process.hrtime.bigint() - start));
    outcomes.push(matched(answer) ? 'm' : '-');
  }
  return { took, outcomes };
}

/** The shortest time between two looks at the clock, in nanoseconds: what each measured time holds at least. */
function finestStep() {
  let finest = Infinity;
  for (let at = 0; at < 10_000; at += 1) {
    const start = process.hrtime.bigint();
    finest = Math.min(finest, Number(process.hrtime.bigint() - start));
  }
  return finest;
}

/** MB of memory that this process has, rubbish taken away. */
function resident() {
  globalThis.gc();
  return (Number(readFileSync('/proc/self/statm', 'ascii').split(' ')[1]) * PAGE_SIZE) / 1e6;
}
