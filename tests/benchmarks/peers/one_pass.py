"""What every engine in Python does, so that none is measured otherwise: load a list, answer a trace, print JSON. One process is one pass.

    text LIST TRACE CACHE    load the list's text, time each request of the trace, then write what the engine keeps as CACHE
    cache LIST TRACE CACHE   load CACHE, and answer the trace, so that it can be seen that it answers as the text does

The list and the trace are read before the clock starts, the cache after. The engine's own code is imported after the first look at the
memory. The clock stands around the one call that decides: reading the answer is not timed, reading the address is. Nothing is subtracted.
one_pass.mjs is the same for Node.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns
from typing import Any

Decide = Callable[[str, str, Any], Any]


@dataclass(frozen=True)
class Engine:
    """One engine, imported and empty.

    ``from_text`` and ``from_cache`` load a list and give the call that decides; ``from_cache`` is None where the engine has none.
    ``kind`` makes a type of the trace what the engine wants. ``matched`` reads the answer: a tracker, and no exception.
    ``from_cache`` gets the list's text too, for an engine that looks whether the cache is that list's.
    ``cache`` writes what the engine that was loaded last keeps.
    """

    version: str
    from_text: Callable[[str], Decide]
    from_cache: Callable[[Path, str], Decide] | None
    cache: Callable[[Path], object] | None
    kind: Callable[[str], Any]
    matched: Callable[[Any], bool]
    filters: Callable[[], int | None] = lambda: None


def run(imported: Callable[[], Engine]) -> None:
    """Do one pass as the command line says. ``imported`` imports the engine."""
    way, *files = sys.argv[1:]
    list_file, trace_file, cache_file = map(Path, files)
    text = list_file.read_text(encoding="utf-8")
    rows = [line.split("\t")[:3] for line in trace_file.read_text(encoding="utf-8").splitlines()[1:]]
    at_first = _resident()
    engine = imported()
    after_import = _resident()

    start = perf_counter_ns()
    if way == "text":
        decide = engine.from_text(text)
    elif engine.from_cache:
        decide = engine.from_cache(cache_file, text)
    else:
        sys.exit("it has no cache")
    loaded = perf_counter_ns() - start
    after_load = _resident()

    asked = [(url, page_url, engine.kind(kind)) for url, page_url, kind in rows]
    took, outcomes = _timed(asked, decide, engine.matched)
    after_trace = _resident()
    if way == "text" and engine.cache:
        engine.cache(cache_file)
    told = {
        "version": engine.version,
        "load_ms": loaded / 1e6,
        "import_mb": after_import - at_first,
        "load_mb": after_load - after_import,
        "trace_mb": after_trace - after_load,
        "filters": engine.filters(),
        "took_ns": took,
        "outcomes": outcomes,
    }
    print(json.dumps(told))


def _timed(asked: list[tuple[str, str, Any]], decide: Decide, matched: Callable[[Any], bool]) -> tuple[list[int], str]:
    took: list[int] = []
    outcomes: list[str] = []
    for url, page_url, kind in asked:
        start = perf_counter_ns()
        answer = decide(url, page_url, kind)
        took.append(perf_counter_ns() - start)
        outcomes.append("m" if matched(answer) else "-")
    return took, "".join(outcomes)


def _resident() -> float:
    """MB of memory that this process has, rubbish taken away."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
