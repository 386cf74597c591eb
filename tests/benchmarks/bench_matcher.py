"""How long the matcher takes, on real requests with the real EasyPrivacy: ``python tests/benchmarks/bench_matcher.py [list] [trace]``.

Prints the time to load, and per address the median, mean and 99th percentile, of a first pass (every host is new) and of later ones.
"""

import statistics
import sys
from pathlib import Path
from time import perf_counter

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Match, Matcher
from netcurtain.core.request import ResourceType, resource_type

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LATER_PASSES = 4

Row = tuple[str, str, ResourceType]


def rows_of(trace: Path) -> list[Row]:
    """Address, page and type of each line after the first."""
    lines = (line.split("\t") for line in trace.read_text(encoding="utf-8").splitlines()[1:])
    return [(url, page_url, resource_type(kind)) for url, page_url, kind, *_ in lines]


def one_pass(matcher: Matcher, rows: list[Row]) -> tuple[list[float], int]:
    """Microseconds of each decision, and how many are matches."""
    took: list[float] = []
    matches = 0
    for url, page_url, kind in rows:
        start = perf_counter()
        decision = matcher.decide(url, page_url, kind)
        took.append((perf_counter() - start) * 1e6)
        matches += isinstance(decision, Match)
    return took, matches


def spoken(name: str, took: list[float]) -> str:
    percentile = statistics.quantiles(took, n=100)[98]
    return (
        f"{name:<14} median {statistics.median(took):6.2f}   mean {statistics.mean(took):6.2f}   p99 {percentile:6.1f}   (us per address)"
    )


def main(arguments: list[str]) -> int:
    text_file, trace = [*map(Path, arguments), *(DATA / "easyprivacy.txt", DATA / "trace-visible.tsv")[len(arguments) :]]
    if not (text_file.exists() and trace.exists()):
        print("The list or the recorded requests are not on this computer; name both.")
        return 0
    text = text_file.read_text(encoding="utf-8")
    start = perf_counter()
    read = parse_list(text, text_file.name)
    parsed = perf_counter()
    matcher = Matcher([read])
    built = perf_counter()
    rows = rows_of(trace)
    print(f"{read.title} {read.version}: {read.count:,} filters, read in {parsed - start:.3f} s, index in {built - parsed:.3f} s")
    first, matches = one_pass(matcher, rows)
    print(f"{len(rows):,} requests, {matches:,} matches")
    print(spoken("first pass", first))
    print(spoken("later passes", [us for _ in range(LATER_PASSES) for us in one_pass(matcher, rows)[0]]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
