"""What was measured, as text. Each figure is the median of the passes."""

import os
import platform
import shutil
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.peers.running import NO_CACHE, Pass, Round

AIMS = {"median": 0.75, "mean": 0.70, "p99": 0.60, "load from cache": 0.60, "RSS": 0.60}
"""The most that ours may be of adblock's."""

Rounds = Sequence[Round]


def head() -> str:
    """The computer it ran on, and how busy it was."""
    models = (line for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if line.startswith("model name"))
    model = next(models, ":").partition(":")[2].strip() or platform.machine()
    node = shutil.which("node")
    node_version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip() if node else "none"
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores, load {busy}; Python {platform.python_version()}, Node {node_version}"


def table(measured: Mapping[str, Rounds]) -> str:
    """One line an engine. "differ" counts the requests that it and ours answer differently."""
    ours = _texts(next(iter(measured.values())))
    above = f"{'':<20}{'us per URL':>27}{'':>12}{'ms to load from':>18}{'MB, import + load from':>26}"
    headings = ("engine", "median", "mean", "p99", "slowest ms", "text", "cache", "text", "cache", "matches", "differ")
    return "\n".join([above, _line(headings), *(_row(name, rounds, ours) for name, rounds in measured.items())])


def _line(cells: Sequence[str]) -> str:
    return f"{cells[0]:<20}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells[1:], _WIDTHS, strict=True))


_WIDTHS = (9, 9, 9, 12, 9, 9, 13, 13, 9, 8)


def _row(name: str, rounds: Rounds, ours: list[Pass]) -> str:
    texts, caches = _texts(rounds), _caches(rounds)
    if not texts:
        return f"{name:<20}  {rounds[0].text}"
    figures = (f"{middle(texts, figure):.2f}" for figure in (_median, _mean, _p99))
    slowest = f"{middle(texts, lambda one: one.slowest):.1f}"
    loads = (f"{middle(texts, _load):.0f}", f"{middle(caches, _load):.1f}" if caches else "-")
    sizes = (_size(texts), _size(caches) if caches else "-")
    differ = str(len(differences(texts[0], ours[0]))) if ours else "-"
    cells = (f"{name} {texts[0].version}", *figures, slowest, *loads, *sizes, f"{texts[0].outcomes.count('m'):,}", differ)
    why = rounds[0].cache if isinstance(rounds[0].cache, str) and rounds[0].cache != NO_CACHE else ""
    return f"{_line(cells)}  {why}".rstrip()


def _size(passes: list[Pass]) -> str:
    return f"{middle(passes, lambda one: one.imported):.0f} + {middle(passes, lambda one: one.loaded):.0f}"


def ratios(ours: Rounds, theirs: Rounds) -> str:
    """Ours by theirs."""
    pairs: list[tuple[str, Callable[[Pass], float], Callable[[Rounds], list[Pass]]]] = [
        ("median", _median, _texts),
        ("mean", _mean, _texts),
        ("p99", _p99, _texts),
        ("load from text", _load, _texts),
        ("load from cache", _load, _caches),
        ("RSS", _resident, _texts),
        ("RSS after the trace", lambda one: one.resident + one.grown, _texts),
        ("RSS without import", lambda one: one.loaded, _texts),
        ("RSS from cache", _resident, _caches),
    ]
    return "\n".join(_ratio(name, [middle(which(rounds), figure) for rounds in (ours, theirs)]) for name, figure, which in pairs)


def _ratio(name: str, both: list[float | None]) -> str:
    aim = AIMS.get(name)
    ours, theirs = both
    if ours is None or theirs is None:
        return f"  {name:<20}    -"
    ratio = ours / theirs
    wanted = "" if aim is None else f"   at most {aim:.2f}: {'yes' if ratio <= aim else 'no'}"
    return f"  {name:<20} {ratio:.2f}{wanted}"


def growth(by_size: Mapping[int, Mapping[str, Rounds]]) -> str:
    """Time per URL by the size of the list, and in brackets how much of that with the list as it is."""
    lines = [f"{'list':<6}{'engine':<12}{'filters':>9}{'median':>17}{'mean':>17}{'p99':>17}{'load ms':>9}{'MB':>6}{'matches':>9}"]
    for times, measured in by_size.items():
        for name, rounds in measured.items():
            lines.append(f"x{times:<5}{name:<12}{_growth_row(_texts(rounds), _texts(by_size[1][name])) or rounds[0].text}")
    return "\n".join(lines)


def _growth_row(texts: list[Pass], first: list[Pass]) -> str:
    if not texts or not first:
        return ""
    filters = f"{texts[0].filters:,}" if texts[0].filters else "-"
    times = "".join(f"{middle(texts, figure):>9.2f} (x{_times(texts, first, figure):.2f})" for figure in (_median, _mean, _p99))
    return f"{filters:>9}{times}{middle(texts, _load):>9.0f}{middle(texts, _resident):>6.0f}{texts[0].outcomes.count('m'):>9,}"


def _times(passes: list[Pass], first: list[Pass], figure: Callable[[Pass], float]) -> float:
    return (middle(passes, figure) or 0) / (middle(first, figure) or 1)


def middle(passes: Sequence[Pass], figure: Callable[[Pass], float]) -> float | None:
    """The median of a figure over the passes; None where there are none."""
    return statistics.median(map(figure, passes)) if passes else None


def differences(one: Pass, other: Pass) -> list[int]:
    """The places of the requests that two answer differently."""
    return [at for at, (a, b) in enumerate(zip(one.outcomes, other.outcomes, strict=True)) if a != b]


def _texts(rounds: Rounds) -> list[Pass]:
    return [one.text for one in rounds if isinstance(one.text, Pass)]


def _caches(rounds: Rounds) -> list[Pass]:
    return [one.cache for one in rounds if isinstance(one.cache, Pass)]


def _median(one: Pass) -> float:
    return one.median


def _mean(one: Pass) -> float:
    return one.mean


def _p99(one: Pass) -> float:
    return one.p99


def _load(one: Pass) -> float:
    return one.load


def _resident(one: Pass) -> float:
    return one.resident
