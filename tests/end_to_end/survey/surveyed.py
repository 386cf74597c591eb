"""`netcurtain survey` as a program of its own, over planted pages: started, stopped, and what it left in its folder read back.

The survey of the planted pages without any interruption is made once (`whole`), for all tests that compare something with it.
"""

import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.survey.planted import FIRST, PAGES
from tests.end_to_end.survey.planted_facts import Fact, Page
from tests.end_to_end.survey.planted_pages import hosts
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Received, Record

from netcurtain.survey.folder import sites_of
from netcurtain.survey.result import CompanySurveyed, Look, PageSurveyed

ALL = os.environ.get("NETCURTAIN_PLANTED") == "1"
LISTED: tuple[Page, ...] = (*FIRST, *(page for page in PAGES if page not in FIRST)) if ALL else FIRST
"""The pages that are surveyed, in the order of the list."""
CHECKED = tuple(page.url for page in FIRST if page.number in (45, 52, 60))
"""The pages whose recordings are given to `netcurtain check`: with a touch, a choice, and all of it."""
WORKERS = 2
PATIENCE = 900.0
"""Seconds for a whole survey."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What a survey found, and what reached the servers while it ran. ``pages`` are in the order of the list.

    ``checked`` is what `check` says of some of the recordings, by the page's address.
    """

    pages: tuple[PageSurveyed, ...]
    received: tuple[Received, ...]
    checked: Mapping[str, Any]


class Surveying:
    """A survey of planted pages, in a folder; it can be started again there. The website has to run."""

    def __init__(self, folder: Path, pages: Sequence[Page], port: int) -> None:
        self.output = folder / "survey"
        self._app = RunningApp(folder / "home")
        self._list = folder / "SITES.csv"
        self._port = port
        folder.mkdir(parents=True, exist_ok=True)
        if EASYPRIVACY.exists():
            self._app.add_list(EASYPRIVACY)
        with self._list.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("url", "name"), *((page.url, page.heading) for page in pages)])

    def start(self, *options: str) -> subprocess.Popen[str]:
        """Start it; ``options`` besides those that every one needs."""
        command = [sys.executable, "-m", "netcurtain", "survey", str(self._list), "--output", str(self.output), "--delay", "0"]
        command += [f"--browser-option={one}" for one in browser_options(self._port)]
        # A group of its own, so that Ctrl+C can be pressed for it as in a terminal.
        return subprocess.Popen(
            [*command, *options],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *options: str) -> str:
        """To its end, which has to be a good one; what it said."""
        with self.started(*options) as process:
            said, _ = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, said
            return said

    @contextmanager
    def started(self, *options: str) -> Iterator[subprocess.Popen[str]]:
        """Start it; nothing of it runs after the block, whatever fails there."""
        process = self.start(*options)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(60)

    def environment(self) -> dict[str, str]:
        """All of its files are below its home."""
        return self._app.environment()

    def pages(self) -> tuple[PageSurveyed, ...]:
        """What lies in the folder now."""
        return tuple(sorted((page for site in sites_of(self.output) for page in site.pages), key=lambda page: page.name))

    def check(self, page: PageSurveyed) -> Any:
        """What `netcurtain check` says of a page's recording, with the same lists."""
        done = self._app.run("check", "--format", "json", str(self.output / page.recording))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def wait_until_done(self, sites: int, process: subprocess.Popen[str]) -> None:
        """Until so many sites lie there, while the survey goes on; fails where it ends before that."""
        ends = time.monotonic() + PATIENCE
        while self.done() < sites:
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
                raise AssertionError(f"it ended too soon: {process.communicate()[0]}")
            assert time.monotonic() < ends, f"only {self.done()} sites were done"

    def done(self) -> int:
        """How many sites lie there."""
        return len(list((self.output / "sites").glob("[0-9]*/site.json")))


def stop(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl+C; its exit status and what it said."""
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    return process.returncode, said


def browser_options(port: int) -> list[str]:
    """Every name on the web is the test website, whose certificates nobody knows."""
    options = [f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1", "--ignore-certificate-errors"]
    return [*options, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else options


@contextmanager
def website() -> Iterator[tuple[int, Record]]:
    """The planted pages while the block runs."""
    with server.running(hosts()) as running:
        yield running


@cache
def whole() -> Surveyed:
    """The survey of all that is listed, without any interruption."""
    with tempfile.TemporaryDirectory(prefix="netcurtain-planted-") as name, website() as (port, record):
        surveying = Surveying(Path(name), LISTED, port)
        surveying.run("--workers", str(WORKERS))
        pages = surveying.pages()
        checked = {page.asked: surveying.check(page) for page in pages if page.asked in CHECKED}
        return Surveyed(pages, tuple(record.of()), checked)


def claimed(pages: Iterable[PageSurveyed]) -> frozenset[Fact]:
    """All that a survey claims of these pages, as planted facts are written."""
    by_url = {page.url: page.number for page in PAGES}
    facts: set[Fact] = set()
    for page in pages:
        for company in page.companies:
            for look in company.looks:
                told = {str(fact["what"]) for event in look.events for fact in event.line["told"]} or {""}
                facts |= {Fact(by_url[page.asked], look.stage, company.name, what) for what in told}
    return frozenset(facts)


def but_for_times(pages: Iterable[PageSurveyed]) -> list[PageSurveyed]:
    """The same pages as if all had happened at once, and requests that went out together in the order of the alphabet."""
    return [
        msgspec.structs.replace(page, started=0.0, seconds=0.0, companies=tuple(sorted(map(_company, page.companies), key=_by_name)))
        for page in pages
    ]


def _by_name(company: CompanySurveyed) -> str:
    return company.name


def _company(company: CompanySurveyed) -> CompanySurveyed:
    return msgspec.structs.replace(company, looks=tuple(map(_look, company.looks)))


def _look(look: Look) -> Look:
    return msgspec.structs.replace(
        look,
        first_seen=0.0,
        hosts=tuple(sorted(look.hosts)),
        filters=tuple(sorted(look.filters)),
        events=tuple(sorted((msgspec.structs.replace(event, time=0.0) for event in look.events), key=msgspec.json.encode)),
        sentences=tuple(sorted(look.sentences)),
    )
