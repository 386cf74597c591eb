"""What lists and addresses made to hurt can do to us: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_hostile.py [list ...]``.

For each list of hostile_corpus.py, in a process of its own: how long it takes to load, the memory that stays and the most that was needed
on the way, and the address that took longest; each is asked for two pages, as a script and as a page. "over" counts those above the aim.
"""

import gc
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from tests.benchmarks.hostile_corpus import LISTS, addresses

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher
from netcurtain.core.request import ResourceType

AIM = 50.0
"""Milliseconds that any address may take."""
PATIENCE = 60
"""Seconds after which a list counts as one that hangs us."""
PAGES = ("https://page.example/", "https://hostile.example/")


def main(names: list[str]) -> int:
    unknown = set(names) - set(LISTS)
    if unknown:
        print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(LISTS)}")
        return 2
    print(f"{'list':<36}{'filters':>9}{'skipped':>9}{'load ms':>9}{'MB':>7}{'peak MB':>9}{'over':>6}{'worst ms':>10}  the address")
    worst, broken = 0.0, 0
    for name in names or LISTS:
        told = _in_a_process(name)
        if isinstance(told, str):
            print(f"{name:<36}  {told}", flush=True)
            broken += 1
            continue
        worst = max(worst, told["worst_ms"])
        sizes = f"{told['filters']:>9,}{told['skipped']:>9,}{told['load_ms']:>9,.0f}{told['mb']:>7.0f}{told['peak_mb']:>9.0f}"
        print(f"{name:<36}{sizes}{told['over']:>6}{told['worst_ms']:>10.2f}  {told['address']}", flush=True)
    print(f"\nThe longest of all took {worst:.1f} ms; at most {AIM:.0f}: {'yes' if worst <= AIM and not broken else 'no'}")
    if broken:
        print(f"{broken} lists came to no end.")
    return 0


def _in_a_process(name: str) -> dict[str, Any] | str:
    """What one list does, or how it ended."""
    try:
        done = subprocess.run([sys.executable, __file__, "--one", name], capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"still not done after {PATIENCE} seconds"
    if done.returncode:
        return f"ended with {done.returncode}: {(done.stderr.strip().splitlines() or [''])[-1][:120]}"
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _one(name: str) -> None:
    text = LISTS[name]()
    asked = addresses()
    Matcher([parse_list("/warm$script", "none")]).decide("https://warm.example/", "https://page.example/", ResourceType.SCRIPT)
    before, highest = _resident(), _peak()
    start = perf_counter_ns()
    read = parse_list(text, name)
    matcher = Matcher([read])
    loaded = (perf_counter_ns() - start) / 1e6
    peak, after = _peak() - highest, _resident() - before
    took: dict[str, float] = {}
    for page in PAGES:
        for kind in (ResourceType.SCRIPT, ResourceType.MAIN_FRAME):
            for address, url in asked.items():
                start = perf_counter_ns()
                matcher.decide(url, page, kind)
                took[address] = max(took.get(address, 0), (perf_counter_ns() - start) / 1e6)
    worst = max(took, key=lambda address: took[address])
    over = sum(milliseconds > AIM for milliseconds in took.values())
    told = {"filters": read.count, "skipped": read.skipped, "load_ms": loaded, "mb": after, "peak_mb": peak}
    print(json.dumps({**told, "over": over, "worst_ms": took[worst], "address": worst}))


def _resident() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1:]))
