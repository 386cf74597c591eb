"""Some sites at a time on this machine: one that fails or hangs costs its own row, and what is done is kept."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.survey.stand_in import MADE_WITH, TROUBLES, StandIn, task
from tests.survey.test_folder import BEGUN, files

from netcurtain.survey import pool
from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError, begin_or_go_on
from netcurtain.survey.keeping import ComputerError
from netcurtain.survey.trouble import Trouble

TASKS = tuple(task(f"site{n}.example", n) for n in range(1, 8))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[SurveyFolder]:
    with begin_or_go_on(tmp_path / "survey", BEGUN) as opened:
        yield opened


def run(folder: SurveyFolder, tasks: tuple[SiteTask, ...], stand_in: StandIn, workers: int = 2) -> None:
    asyncio.run(pool.run(tasks, stand_in, workers, folder, MADE_WITH, folder.take))


@pytest.mark.parametrize("workers", [1, 3, 20])
def test_every_site_has_one_result(folder: SurveyFolder, tmp_path: Path, workers: int) -> None:
    run(folder, TASKS, StandIn(tmp_path), workers)
    assert [site.site for site in folder.sites()] == [task.site for task in TASKS]
    assert folder.left(TASKS) == ()


def test_no_more_at_a_time_than_asked_for(folder: SurveyFolder, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path)
    run(folder, tuple(task("breathes.example", n) for n in range(1, 12)), stand_in, 3)
    assert stand_in.most_at_once == 3


def test_a_surveyor_that_fails_costs_one_row_without_its_words(folder: SurveyFolder, tmp_path: Path) -> None:
    run(folder, (task("fails.example", 1, 2), *TASKS[2:]), StandIn(tmp_path))
    first, *others = folder.sites()
    assert [(page.number, page.trouble) for page in first.pages] == [(1, Trouble.OURS), (2, Trouble.OURS)]
    assert "ValueError in stand_in.py" in first.pages[0].detail
    assert "words" not in first.pages[0].detail
    assert [page.trouble for site in others for page in site.pages] == [None] * 5


def test_a_full_disk_ends_the_run_and_keeps_what_is_done(folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (*TASKS[:2], task("full.example", 50), *TASKS[2:])
    with pytest.raises(SurveyFolderError, match="disk is full"):
        run(folder, tasks, StandIn(tmp_path), 1)
    assert folder.left(tasks) == tasks[2:]
    assert not list((folder.place / "sites").glob(".*"))


def test_a_run_that_is_cancelled_drops_parts_and_keeps_what_is_done(folder: SurveyFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "reached")
    tasks = (*TASKS[:3], task("waits.example", 50), *TASKS[3:])

    async def stopped_at_half() -> None:
        running = asyncio.ensure_future(pool.run(tasks, StandIn(tmp_path), 1, folder, MADE_WITH, folder.take))
        await asyncio.to_thread((tmp_path / "reached").read_text)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(stopped_at_half())
    assert not list((folder.place / "sites").glob(".*"))
    assert folder.left(tasks) == tasks[3:]

    (tmp_path / "reached").unlink()
    run(folder, folder.left(tasks), StandIn(tmp_path))
    with begin_or_go_on(tmp_path / "other", BEGUN) as other:
        run(other, tasks, StandIn(tmp_path))
        assert files(other.place) == files(folder.place)
        assert list(other.sites()) == list(folder.sites())


@pytest.mark.parametrize("first", ["offline-1.example", "mute-1.example"])
def test_a_fault_of_this_computer_is_not_told_as_the_sites(folder: SurveyFolder, tmp_path: Path, first: str) -> None:
    tasks = (task(first, 1), *TASKS[1:])
    stand_in = StandIn(tmp_path)
    run(folder, tasks, stand_in, 1)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None] * len(tasks)
    assert stand_in.looked == {site.site: 1 for site in tasks} | {first: 2}


@pytest.mark.parametrize("trouble", ["offline", "mute"])
def test_a_site_that_alone_has_it_twice_has_its_row(folder: SurveyFolder, tmp_path: Path, trouble: str) -> None:
    tasks = (task(f"{trouble}-9.example", 1), *TASKS[1:])
    run(folder, tasks, StandIn(tmp_path), 1)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [TROUBLES[trouble], *[None] * 6]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_computer_that_is_offline_ends_the_run_and_no_site_is_judged_by_it(folder: SurveyFolder, tmp_path: Path, workers: int) -> None:
    tasks = (*TASKS[:2], *(task("offline-9.example", n) for n in range(10, 20)))
    with pytest.raises(ComputerError, match="is offline"):
        run(folder, tasks, StandIn(tmp_path), workers)
    assert folder.left(tasks) == tasks[2:]
    assert not list((folder.place / "sites").glob(".*"))


def test_a_list_of_one_site_on_a_computer_that_is_offline_has_no_row(folder: SurveyFolder, tmp_path: Path) -> None:
    with pytest.raises(ComputerError):
        run(folder, (task("offline-9.example", 1),), StandIn(tmp_path))
    run(folder, (task("mute-9.example", 2),), StandIn(tmp_path))
    assert [page.trouble for site in folder.sites() for page in site.pages] == [Trouble.NO_LINK]


def test_a_line_that_is_no_address_says_so_whatever_else_happens() -> None:
    wrong = SiteTask("", (Address(1, "ftp://x", mistake=True),))
    assert pool.troubled(wrong, MADE_WITH, Trouble.WORKER_LOST, "x").pages[0].trouble is Trouble.NO_ADDRESS


def test_at_least_one_browser_runs() -> None:
    assert 1 <= pool.usual_workers() <= pool.MOST_WORKERS


@pytest.mark.parametrize(("processors", "memory", "workers"), [(2, 8, 4), (2, 3, 3), (64, 512, 16), (4, 0.5, 1), (None, 8, 2)], ids=str)
def test_browsers_by_processors_and_memory(monkeypatch: pytest.MonkeyPatch, processors: int | None, memory: float, workers: int) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(total=int(memory * 1_000_000_000)))
    assert pool.usual_workers() == workers
