"""A survey of many local pages, each a site of its own, by one browser at a time and by two: `make bench-survey`.

The pages are the planted ones of tests/end_to_end/survey, again and again: about two in ten have a banner that is known, and so two
browsers each. Nothing is far away and nothing is waited for out of courtesy (`--delay 0`), so what is measured is this computer alone; on
the web each page takes longer, most of it waiting, and more browsers at a time fit on the same computer.
"""

import argparse
import math
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from tests.end_to_end import browser as chromium
from tests.end_to_end.survey.planted import PAGES
from tests.end_to_end.survey.planted_facts import Page
from tests.end_to_end.survey.planted_pages import hosts
from tests.end_to_end.survey.surveyed import Surveying
from tests.end_to_end.website import server

NIGHT_HOURS = 8
NIGHT_SITES = 100_000
OFTEN_SECONDS = 0.5
"""Between two looks at how many sites are done."""
LOOK_SECONDS = 5.0
"""Between two looks at the memory, which take time themselves."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One survey. ``seconds`` until the last site was done, ``all_in_all`` with start and tables; ``at`` are the seconds and the survey's
    own MB by the number of sites done; memory is in MB, at its most of all looks.
    """

    workers: int
    seconds: float
    all_in_all: float
    at: dict[int, tuple[float, float]]
    memory: float
    ours: float
    each: list[float]
    troubled: int


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a survey takes, and how much memory.")
    parser.add_argument("--pages", type=int, default=40, help="how many, each a site of its own; `make bench-survey` takes 1,000")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="how many browsers at a time, a survey each")
    chosen = parser.parse_args()
    if chromium.find_chromium() is None:
        print("Chromium is not installed, so nothing was measured.")
        return
    pages = _many(chosen.pages)
    banners = sum(page.has_known_banner for page in pages) / len(pages)
    print(f"{len(pages):,} pages, each a site of its own; {banners:.0%} of them have a banner that is known", flush=True)
    measured = []
    for workers in chosen.workers:
        with tempfile.TemporaryDirectory(prefix="netcurtain-bench-") as folder:
            measured.append(_measure(pages, workers, Path(folder)))
        _print(measured[-1], len(pages))
    _print_a_night(measured, len(pages))


def _many(count: int) -> tuple[Page, ...]:
    """The planted pages that may be visited, in turns, under names of their own."""
    models = [page for page in PAGES if page.is_visited]
    return tuple(replace(models[n % len(models)], number=n + 1, site=f"site-{n + 1:04d}") for n in range(count))


def _measure(pages: Sequence[Page], workers: int, folder: Path) -> Measured:
    with server.running(hosts(pages)) as (port, record):
        surveying = Surveying(folder, pages, port)
        marks = [max(1, len(pages) * quarter // 4) for quarter in (1, 2, 3, 4)]
        at: dict[int, tuple[float, float]] = {}
        whole = ours = now_ours = 0.0
        began = time.monotonic()
        process = surveying.start("--workers", str(workers))
        looked = 0.0
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(OFTEN_SECONDS)
            done, now = surveying.done(), time.monotonic()
            if now - looked >= LOOK_SECONDS:
                looked = now
                now_whole, now_ours = _memory(process.pid)
                whole, ours = max(whole, now_whole), max(ours, now_ours)
            at |= {mark: (now - began, now_ours) for mark in marks if mark not in at and done >= mark}
            record.clear()
        all_in_all = time.monotonic() - began
        said = process.communicate()[0]
        if process.returncode:
            raise SystemExit(said)
        found = surveying.pages()
    seconds = at.get(len(pages), (all_in_all, 0.0))[0]
    return Measured(
        workers, seconds, all_in_all, at, whole, ours, [page.seconds for page in found], sum(page.trouble is not None for page in found)
    )


def _memory(pid: int) -> tuple[float, float]:
    """MB of all processes of the survey, what they share counted once; and of its own one."""
    total = own = 0.0
    with suppress(psutil.Error):
        survey = psutil.Process(pid)
        for process in (survey, *survey.children(recursive=True)):
            with suppress(psutil.Error):
                used = process.memory_full_info().pss / 1e6
                total += used
                own += used if process.pid == pid else 0.0
    return total, own


def _print(measured: Measured, pages: int) -> None:
    rate = measured.seconds / pages
    print(f"\n{measured.workers} at a time: {pages:,} pages in {measured.seconds:,.0f} s, {rate:.2f} s a page, {3600 / rate:,.0f} an hour")
    print(f"  with the start and the tables: {measured.all_in_all:,.0f} s")
    if len(measured.each) > 1:
        low, middle, high = statistics.quantiles(measured.each, n=4)
        print(f"  each page: median {middle:.1f} s, quartiles {low:.1f} and {high:.1f}, longest {max(measured.each):.1f}")
    print(f"  pages with trouble: {measured.troubled}")
    own = f"{measured.ours:,.0f} MB of them the survey's own"
    print(f"  memory at most, looked at every {LOOK_SECONDS:g} s: {measured.memory:,.0f} MB of all processes, {own}")
    before = 0.0
    for done, (seconds, memory) in measured.at.items():
        part = f"{seconds - before:,.0f} s for this part"
        print(f"  growth: {done:,} pages after {seconds:,.0f} s ({part}), the survey's own memory {memory:,.0f} MB", flush=True)
        before = seconds


def _print_a_night(measured: Sequence[Measured], pages: int) -> None:
    best = min(measured, key=lambda one: one.seconds)
    rate = best.seconds / pages
    computers = math.ceil(NIGHT_SITES * rate / (NIGHT_HOURS * 3600))
    in_a_night = f"{NIGHT_SITES:,} sites of one page in a night of {NIGHT_HOURS} hours"
    print(f"\n{in_a_night}, were they all this near: {computers} such computers with {best.workers} browsers each")


if __name__ == "__main__":
    main()
