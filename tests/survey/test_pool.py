"""Some sites at a time on this machine: one that fails or hangs costs its own row, and what is done is kept."""

import asyncio
import contextlib
import os
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from tests.survey.clock import Clock
from tests.survey.stand_in import MADE_WITH, TROUBLES, StandIn, result_of, task
from tests.survey.test_folder import BEGUN, files

from netcurtain.survey import pool, wording
from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError, begin_or_go_on
from netcurtain.survey.keeping import ComputerError
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.tries import MOST_RESTS, MOST_RUNS, REST_SECONDS
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.troubled import troubled
from netcurtain.survey.way_out import Surveys

TASKS = tuple(task(f"site{n}.example", n) for n in range(1, 8))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def run(folder: SurveyFolder, tasks: tuple[SiteTask, ...], stand_in: Surveys, workers: int = 2, told: list[str] | None = None) -> None:
    asyncio.run(pool.run(tasks, stand_in, workers, folder, MADE_WITH, folder.take, (told if told is not None else []).append))


class Blinking(StandIn):
    """The network is gone for so many seconds."""

    def __init__(self, folder: Path, clock: Clock, seconds: float) -> None:
        super().__init__(folder)
        self._clock = clock
        self._again_at = clock.now + seconds

    def _trouble_of(self, _site: str) -> Trouble | None:
        return Trouble.COMPUTER if self._clock.now < self._again_at else None


class NoAddresses(StandIn):
    """Of a line that is no address, nothing is looked at."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        wrong = task.addresses[0].mistake
        return troubled(task, MADE_WITH, Trouble.NO_ADDRESS) if wrong else await super().survey(task, into)


class Finding:
    """Finds the same each time."""

    def __init__(self, found: SiteSurveyed) -> None:
        self._found = found
        self.looks = 0

    async def survey(self, _task: SiteTask, _into: Path) -> SiteSurveyed:
        self.looks += 1
        return self._found

    async def answers(self, _address: str) -> bool:
        raise AssertionError("nobody has to be asked")


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
        running = asyncio.ensure_future(pool.run(tasks, StandIn(tmp_path), 1, folder, MADE_WITH, folder.take, print))
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


@pytest.mark.parametrize("first", ["offline-1.example", "mute-1.example", "gone-1.example", "silent-1.example"])
def test_a_fault_of_this_computer_is_not_told_as_the_sites(folder: SurveyFolder, tmp_path: Path, first: str) -> None:
    tasks = (task(first, 1), *TASKS[1:])
    stand_in = StandIn(tmp_path)
    run(folder, tasks, stand_in, 1)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None] * len(tasks)
    assert stand_in.looked == {site.site: 1 for site in tasks} | {first: 2}


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("trouble", "looks"), [("offline", 2), ("mute", 2), ("gone", 3), ("silent", 3)])
def test_a_site_that_alone_has_it_again_has_its_row(folder: SurveyFolder, tmp_path: Path, trouble: str, looks: int) -> None:
    """Where nobody answers there, once more at the end."""
    tasks = (task(f"{trouble}-9.example", 1), *TASKS[1:])
    stand_in = StandIn(tmp_path)
    run(folder, tasks, stand_in, 1)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [TROUBLES[trouble], *[None] * 6]
    assert stand_in.looked[f"{trouble}-9.example"] == looks


@pytest.mark.usefixtures("clock")
def test_a_site_at_which_nobody_answered_is_not_looked_at_once_more_where_it_has_a_row_already(tmp_path: Path) -> None:
    tasks, looks = (TASKS[0], task("gone-9.example", 9)), list[int]()
    for again_failed in (False, True):
        with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
            stand_in = StandIn(tmp_path)
            run(
                folder,
                (task(f"site{again_failed:d}.example", 20 + again_failed), *folder.left(tasks, again_failed=again_failed)),
                stand_in,
                1,
            )
            looks.append(stand_in.looked["gone-9.example"])
    assert looks == [2, 1]


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("trouble", [Trouble.COMPUTER, Trouble.NO_LINK, Trouble.NO_ANSWER, Trouble.OURS])
def test_a_second_look_that_says_nothing_of_the_site_leaves_its_row_as_it_is(
    folder: SurveyFolder, tmp_path: Path, trouble: Trouble
) -> None:
    class Failing(StandIn):
        def _trouble_of(self, site: str) -> Trouble | None:
            return super()._trouble_of(site) and (trouble if self.looked[site] > 1 else Trouble.NOT_FOUND)

    stand_in = Failing(tmp_path)
    run(folder, (TASKS[0], task("gone-9.example", 9)), stand_in, 1)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None, Trouble.NOT_FOUND]
    assert stand_in.looked["gone-9.example"] == 2


def test_a_blink_of_the_network_does_not_end_the_run(folder: SurveyFolder, tmp_path: Path, clock: Clock) -> None:
    """Several browsers fail at once, and once more after a minute."""
    told: list[str] = []
    run(folder, TASKS, Blinking(tmp_path, clock, 150.0), 4, told)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None] * len(TASKS)
    assert told == [wording.COMPUTER_RESTS]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("trouble", ["offline", "gone"])
def test_a_computer_that_is_offline_ends_the_run_and_no_site_is_judged_by_it(
    folder: SurveyFolder, tmp_path: Path, clock: Clock, workers: int, trouble: str
) -> None:
    tasks = (*TASKS[:2], *(task(f"{trouble}-99.example", n) for n in range(10, 60)))
    told: list[str] = []
    run(folder, tasks[:2], StandIn(tmp_path))
    with pytest.raises(ComputerError, match=r"This computer may be offline .* or the sites that are left are gone"):
        run(folder, tasks[2:], StandIn(tmp_path), workers, told)
    assert folder.left(tasks) == tasks[2:]
    assert not list((folder.place / "sites").glob(".*"))
    assert sum(clock.waited) == pytest.approx(MOST_RESTS * REST_SECONDS, abs=2)
    assert told == [wording.COMPUTER_RESTS]


def test_a_run_that_waits_for_the_network_can_be_stopped(folder: SurveyFolder, tmp_path: Path) -> None:
    async def stopped() -> None:
        def stop(_sentence: str) -> None:
            running.cancel()

        tasks = tuple(task("offline-99.example", n) for n in range(1, 9))
        running = asyncio.ensure_future(pool.run(tasks, StandIn(tmp_path), 2, folder, MADE_WITH, folder.take, stop))
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(stopped())
    assert not list(folder.sites())


@pytest.mark.parametrize(("trouble", "rows"), [("offline", []), ("mute", [Trouble.NO_LINK]), ("gone", [])])
def test_a_list_of_one_site_has_its_row_after_some_looks_where_it_was_reached(
    folder: SurveyFolder, tmp_path: Path, clock: Clock, trouble: str, rows: list[Trouble]
) -> None:
    with contextlib.suppress(ComputerError):
        run(folder, (task(f"{trouble}-99.example", 1),), StandIn(tmp_path))
    assert [page.trouble for site in folder.sites() for page in site.pages] == rows
    assert sum(clock.waited) == pytest.approx(REST_SECONDS, abs=1) or rows == []


@pytest.mark.usefixtures("clock")
def test_a_survey_of_which_only_faults_are_left_is_done_after_some_runs(tmp_path: Path) -> None:
    tasks = tuple(task(f"{trouble}-99.example", n) for n, trouble in enumerate(["gone", "silent", "mute", "offline", "gone"], 1))
    for _ in range(MOST_RUNS):
        with begin_or_go_on(tmp_path / "survey", BEGUN) as folder, pytest.raises(ComputerError):
            run(folder, tasks, StandIn(tmp_path))
    with begin_or_go_on(tmp_path / "survey", BEGUN) as folder:
        assert folder.left(tasks) == tasks
        run(folder, tasks, StandIn(tmp_path))
        assert folder.left(tasks) == ()
        assert [folder.ends_with(task) for task in tasks] == [0] * 5


def test_one_page_that_went_well_is_enough_to_keep_its_site(folder: SurveyFolder) -> None:
    first, second = result_of(task("two.example", 1, 2)).pages
    found = SiteSurveyed("two.example", MADE_WITH, (first, msgspec.structs.replace(second, trouble=Trouble.COMPUTER)))
    stand_in = Finding(found)
    run(folder, (task("two.example", 1, 2),), stand_in)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None, Trouble.COMPUTER]
    assert stand_in.looks == 1


@pytest.mark.usefixtures("clock")
def test_lines_that_are_no_address_do_not_show_that_the_computer_works(folder: SurveyFolder, tmp_path: Path) -> None:
    wrong = tuple(SiteTask("", (Address(n, "ftp://x", mistake=True),)) for n in range(100, 110))
    tasks = [one for pair in zip((task("offline-99.example", n) for n in range(1, 11)), wrong, strict=True) for one in pair]
    with pytest.raises(ComputerError):
        run(folder, tuple(tasks), NoAddresses(tmp_path), 1)


def test_what_the_system_refuses_is_this_computers_trouble(folder: SurveyFolder, tmp_path: Path) -> None:
    run(folder, (task("refused.example", 1), *TASKS[1:]), StandIn(tmp_path), 1)
    first, *others = [page for site in folder.sites() for page in site.pages]
    assert first.trouble is Trouble.COMPUTER
    assert first.detail.startswith("PermissionError in stand_in.py")
    assert [page.trouble for page in others] == [None] * 6


def test_a_line_that_is_no_address_says_so_whatever_else_happens() -> None:
    wrong = SiteTask("", (Address(1, "ftp://x", mistake=True),))
    assert troubled(wrong, MADE_WITH, Trouble.WORKER_LOST, "x").pages[0].trouble is Trouble.NO_ADDRESS


def test_at_least_one_browser_runs() -> None:
    assert 1 <= pool.usual_workers() <= pool.MOST_WORKERS


@pytest.mark.parametrize(("processors", "memory", "workers"), [(2, 8, 4), (2, 3, 3), (64, 512, 16), (4, 0.5, 1), (None, 8, 2)], ids=str)
def test_browsers_by_processors_and_memory(monkeypatch: pytest.MonkeyPatch, processors: int | None, memory: float, workers: int) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(total=int(memory * 1_000_000_000)))
    assert pool.usual_workers() == workers
