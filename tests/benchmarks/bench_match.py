"""Our matcher beside the engines of others, on the same list and the same real requests: ``make bench-match``.

Every pass is a process of its own, the engines in turn; peers/one_pass.py says what is timed. No engine's answer is kept by whole URL.
"netcurtain" is this repository's; a peer that cannot run is named with its reason.

    --quick      one pass over a tenth of the requests
    --passes N   five, unless said otherwise
    --no-growth  without the longer lists
    --show N     the first N requests that a peer, or the trace's own expectation, answers otherwise than ours
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.peers import table
from tests.benchmarks.peers.larger_list import larger
from tests.benchmarks.peers.running import Engine, Pass, Round, engines, in_turn, round_of

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SIZES = (1, 2, 4, 8)
GROWTH_PASSES = 3
QUICK = 10


def main() -> int:
    asked = _arguments()
    if not (asked.list.exists() and asked.trace.exists()):
        print("The list or the recorded requests are not on this computer; name both with --list and --trace.")
        return 0
    passes = 1 if asked.quick else asked.passes
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trace = _tenth(asked.trace, folder) if asked.quick else asked.trace
        lines = trace.read_text(encoding="utf-8").splitlines()[1:]
        print(table.head())
        print(f"{asked.list.name}, {len(lines):,} requests of {asked.trace.name}, {passes} passes\n", flush=True)
        measured = _measure(asked.list, trace, folder, passes)
        print(table.table(measured))
        _say_more(measured, lines, asked.show)
        if asked.growth:
            sizes = (1, 8) if asked.quick else SIZES
            print("\nTime per URL as lists grow by plausible other filters (peers/larger_list.py says how they are made):", flush=True)
            print(table.growth(_grown(sizes, asked.list, trace, folder, min(passes, GROWTH_PASSES))))
    return 0


def _say_more(measured: dict[str, list[Round]], lines: list[str], show: int) -> None:
    first = {name: rounds[0].text for name, rounds in measured.items()}
    ours = first["netcurtain"]
    if not isinstance(ours, Pass):
        return
    cached = measured["netcurtain"][0].cache
    if isinstance(cached, Pass):
        print(f"\nOurs from the cache answers {len(table.differences(cached, ours))} requests otherwise than from the text.")
    clocks = {one.clock for one in first.values() if isinstance(one, Pass) and one.clock is not None}
    print(f"\nTimes hold one look at the clock; in Node the finest step of process.hrtime.bigint() was {max(clocks, default=0)} ns.")
    expected = "".join("m" if line.endswith("\tmatch") else "-" for line in lines)
    others = {"expected by the trace": expected} | {
        n: one.outcomes for n, one in first.items() if isinstance(one, Pass) and one is not ours
    }
    for name, outcomes in others.items():
        differ = [at for at, (a, b) in enumerate(zip(ours.outcomes, outcomes, strict=True)) if a != b]
        pages = sum(lines[at].split("\t")[2] == "main_frame" for at in differ)
        print(f"{name}: {len(differ)} answers differ from ours, {pages} of them of type main_frame")
        for at in differ[:show]:
            print(f"    ours {ours.outcomes[at]}  {name} {outcomes[at]}  {lines[at][:200]}")
    print("\nOurs by adblock's, in this run:")
    print(table.ratios(measured["netcurtain"], measured["adblock"]))


def _measure(list_file: Path, trace: Path, folder: Path, passes: int) -> dict[str, list[Round]]:
    """The engines on the list as it is."""
    measured: dict[str, list[Round]] = {engine.name: [] for engine in engines()}

    def one(engine: Engine) -> None:
        measured[engine.name].append(round_of(engine, list_file, trace, folder))

    for number in in_turn(engines(), passes, one):
        _tell(number, passes)
    return measured


def _grown(sizes: tuple[int, ...], list_file: Path, trace: Path, folder: Path, passes: int) -> dict[int, dict[str, list[Round]]]:
    """Ours and adblock on longer and longer lists; these take turns too."""
    text = list_file.read_text(encoding="utf-8")
    some = engines()[:2]
    measured: dict[int, dict[str, list[Round]]] = {times: {engine.name: [] for engine in some} for times in sizes}
    for times in sizes:
        (folder / f"list-{times}.txt").write_text(larger(text, times), encoding="utf-8")

    def one(turn: tuple[int, Engine]) -> None:
        times, engine = turn
        measured[times][engine.name].append(round_of(engine, folder / f"list-{times}.txt", trace, folder, with_cache=False))

    for number in in_turn([(times, engine) for times in sizes for engine in some], passes, one):
        _tell(number, passes)
    return measured


def _tell(number: int, passes: int) -> None:
    print(f"pass {number} of {passes}", end="\n" if number == passes else "\r", file=sys.stderr, flush=True)


def _tenth(trace: Path, folder: Path) -> Path:
    heading, *lines = trace.read_text(encoding="utf-8").splitlines()
    short = folder / "trace.tsv"
    short.write_text("\n".join([heading, *lines[::QUICK]]), encoding="utf-8")
    return short


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our matcher beside the engines of others.")
    parser.add_argument("--list", type=Path, default=DATA / "easyprivacy.txt")
    parser.add_argument("--trace", type=Path, default=DATA / "trace-visible.tsv")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--no-growth", dest="growth", action="store_false")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
