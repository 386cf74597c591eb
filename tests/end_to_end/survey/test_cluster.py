"""Three Dask workers look at nine sites, and one of them is killed. Every site has one row, and the totals are the same."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.end_to_end.survey.planted_facts import facts
from tests.end_to_end.survey.surveyed import LISTED, Surveying, but_for_times, claimed, website, whole

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(900),
    pytest.mark.skipif(find_spec("distributed") is None, reason="distributed is not installed"),
]
PAGES = LISTED[:9]
WORKERS = 3
PATIENCE = 60.0


def test_one_of_three_workers_is_killed_and_every_site_has_one_row(chromium_path: str, tmp_path: Path) -> None:
    assert chromium_path
    with website() as (port, _):
        surveying = Surveying(tmp_path / "survey", PAGES, port)
        # What a killed worker leaves goes with the folder; a short name, for it has sockets in it.
        with (
            tempfile.TemporaryDirectory(prefix="nc-", ignore_cleanup_errors=True) as temporary,
            cluster(tmp_path, {**surveying.environment(), "TMPDIR": temporary}) as (scheduler, workers),
            surveying.started("--scheduler", scheduler) as process,
        ):
            surveying.wait_until_done(2, process)
            assert process.poll() is None
            _kill(workers[0])
            said, _ = process.communicate(timeout=600)
            assert process.returncode == 0, said
    pages = surveying.pages()
    assert [page.asked for page in pages] == [page.url for page in PAGES]
    assert [page.trouble for page in pages] == [None] * len(PAGES)
    assert claimed(pages) == facts(PAGES)
    assert but_for_times(pages) == but_for_times(whole().pages[: len(PAGES)])


@contextmanager
def cluster(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler and its workers on this computer while the block runs: the address, and the workers."""
    file = folder / "scheduler.json"
    place = ["--host", "127.0.0.1"]
    started = [_start(folder, environment, "dask_scheduler", *place, "--port", "0", "--no-dashboard", "--scheduler-file", str(file))]
    try:
        address = _address_in(file, started[0])
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "60", "--local-directory", str(folder / "dask")]
        workers = [_start(folder, environment, "dask_worker", address, *place, *options) for _ in range(WORKERS)]
        started += workers
        yield address, workers
    finally:
        for process in reversed(started):
            _kill(process)


def _start(folder: Path, environment: dict[str, str], program: str, *options: str) -> "subprocess.Popen[bytes]":
    with (folder / f"{program}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *options],
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _address_in(file: Path, scheduler: "subprocess.Popen[bytes]") -> str:
    """Where the scheduler listens, once it says so."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with suppress(OSError, ValueError):
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        with suppress(subprocess.TimeoutExpired):
            scheduler.wait(0.1)
            break
    raise AssertionError("the scheduler did not start")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """At once, as a machine that loses its power; its browsers end when nobody drives them any more."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
