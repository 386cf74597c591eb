"""Run the engines: each pass in a process of its own, the engines in turn, so that a busy minute of the computer falls on all of them."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PEERS_PYTHON = ROOT / "build" / "peers" / "bin" / "python"
Turn = TypeVar("Turn")
PATIENCE = 300
"""Seconds a pass may take."""
NO_CACHE = "it has no cache"
NOT_INSTALLED = "not installed: run `make bench-match`"


@dataclass(frozen=True)
class Engine:
    """An engine and the command of one pass. ``needs`` must be there for it to run."""

    name: str
    command: tuple[str, ...]
    needs: Path


@dataclass(frozen=True)
class Pass:
    """What one process measured: microseconds a URL, milliseconds to load and of the slowest answer, MB of memory.

    ``imported`` is what importing the engine took, ``loaded`` what the list took, and ``grown`` what answering the trace added.
    ``outcomes`` has a letter for each request, "m" for a match.
    """

    version: str
    median: float
    mean: float
    p99: float
    load: float
    imported: float
    loaded: float
    grown: float
    slowest: float
    outcomes: str
    filters: int | None
    clock: int | None

    @property
    def resident(self) -> float:
        """MB that the engine and the list take."""
        return self.imported + self.loaded


@dataclass(frozen=True)
class Round:
    """One pass of an engine over the text and, where it has one, over its cache. A text in their place says why there is none."""

    text: Pass | str
    cache: Pass | str


def engines() -> tuple[Engine, ...]:
    """Ours first, then the peers."""
    node = (shutil.which("node") or "node", "--expose-gc")
    peer = (str(PEERS_PYTHON), "-m")
    here = "tests.benchmarks.peers"
    return (
        Engine("netcurtain", (sys.executable, "-m", f"{here}.ours"), HERE / "ours.py"),
        Engine("adblock", (*peer, f"{here}.adblock_engine"), PEERS_PYTHON),
        Engine("braveblock", (*peer, f"{here}.braveblock_engine"), PEERS_PYTHON),
        Engine("ubo-core", (*node, str(HERE / "ubo_core.mjs")), HERE / "node_modules" / "@gorhill" / "ubo-core"),
        Engine("ghostery", (*node, str(HERE / "ghostery.mjs")), HERE / "node_modules" / "@ghostery" / "adblocker"),
    )


def in_turn(each: Sequence[Turn], passes: int, one: Callable[[Turn], None]) -> Iterator[int]:
    """Do ``one`` for each, ``passes`` times, beginning with another each time. Gives the number of each pass when it is over."""
    for number in range(passes):
        at = number % len(each)
        for turn in (*each[at:], *each[:at]):
            one(turn)
        yield number + 1


def round_of(engine: Engine, list_file: Path, trace: Path, folder: Path, with_cache: bool = True) -> Round:
    """The text, then the cache that was written from it."""
    cache = folder / f"{engine.name}.cache"
    cache.unlink(missing_ok=True)
    text = one_pass(engine, "text", list_file, trace, cache)
    if isinstance(text, str) or not with_cache or not cache.exists():
        return Round(text, NO_CACHE)
    return Round(text, one_pass(engine, "cache", list_file, trace, cache))


def one_pass(engine: Engine, way: str, list_file: Path, trace: Path, cache: Path) -> Pass | str:
    """One process; what it measured, or why it did not."""
    if not engine.needs.exists():
        return NOT_INSTALLED
    command = [*engine.command, way, str(list_file), str(trace), str(cache)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"did not run: {type(error).__name__}"
    if done.returncode:
        return _last_word(done.stderr) or f"ended with {done.returncode}"
    told = json.loads(done.stdout)
    took = [ns / 1e3 for ns in told["took_ns"]]
    return Pass(
        version=told["version"],
        median=statistics.median(took),
        mean=statistics.mean(took),
        p99=statistics.quantiles(took, n=100)[98],
        load=told["load_ms"],
        imported=told["import_mb"],
        loaded=told["load_mb"],
        grown=told["trace_mb"],
        slowest=max(took) / 1e3,
        outcomes=told["outcomes"],
        filters=told["filters"],
        clock=told.get("clock_ns"),
    )


def _last_word(stderr: str) -> str:
    """The line of an error that names it: the last of Python's, the one with "Error" of Node's."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    named = [line for line in lines if "Error" in line and not line.startswith("at ")]
    return (named or lines or [""])[-1][:120]
