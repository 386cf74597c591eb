"""Many machines, as three worker processes on 127.0.0.1: every site has one result, whichever worker dies."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dask
import msgspec
import pytest
from distributed import LocalCluster, get_worker
from tests.survey.clock import Clock
from tests.survey.stand_in import LISTS, MADE_WITH, StandIn, in_trouble, on_worker, task
from tests.survey.test_folder import BEGUN, files

from netcurtain import __version__
from netcurtain.survey import cluster, once_more, pool, wording
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.cluster import ClusterError
from netcurtain.survey.folder import SurveyFolder, begin_or_go_on
from netcurtain.survey.keeping import ComputerError, Keeping
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.tries import MOST_RESTS, REST_SECONDS, UNKNOWN, Fault
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.worker import Carried, surveyor_on

SITES = tuple(task(f"site{n}.example", n) for n in range(1, 25))


def workers(count: int) -> LocalCluster:
    return LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=count, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
    )


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        # What a killed worker leaves is left there.
        pytest.MonkeyPatch.context() as patch,
        # A busy computer takes long to start a worker anew, and one that is given up never comes back.
        dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "10 minutes"}),
    ):
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("workers")))
        # Workers find what is asked of them by its name, also where `pytest` itself was started and no folder is on its path.
        patch.syspath_prepend(Path(__file__).parents[2])
        with workers(3) as local:
            yield local.scheduler_address


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def carried(tmp_path: Path) -> Carried:
    return Carried(__version__, "hash", Asked(contact=str(tmp_path)), LISTS, (("Test list", "Test list", "||t.example^"),))


def run(
    scheduler: str, tasks: tuple[SiteTask, ...], folder: SurveyFolder, what: Carried, tell: Callable[[str], None] = print, **options: Any
) -> list[str]:
    """The sites in the order in which they were written."""
    taken: list[str] = []

    def take(task: SiteTask, part: Path, found: Any) -> None:
        taken.append(task.site)
        folder.take(task, part, found)

    asyncio.run(cluster.run(tasks, scheduler, what, folder, take, tell, **{"open_surveyor": on_worker, **options}))
    return taken


def test_with_a_worker_killed_in_mid_run_the_results_are_those_of_one_machine(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (*SITES[:10], task("kills-once.example", 50), *SITES[10:])
    taken = run(scheduler, tasks, folder, carried(tmp_path))
    assert (tmp_path / "killed").exists()
    assert sorted(taken) == sorted(task.site for task in tasks)
    with begin_or_go_on(tmp_path / "here", BEGUN) as here:
        asyncio.run(pool.run(tasks, StandIn(tmp_path), 1, here, MADE_WITH, here.take, print))
        assert list(here.sites()) == list(folder.sites())
        assert files(here.place) == files(folder.place)
        for name in files(here.place) - {"survey.json"}:
            assert (here.place / name).read_bytes() == (folder.place / name).read_bytes()


def test_a_site_that_kills_every_worker_ends_as_its_own_row(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (task("kills.example", 90), *SITES[:6])
    taken = run(scheduler, tasks, folder, carried(tmp_path))
    assert sorted(taken) == sorted(task.site for task in tasks)
    troubles = {site.site: [(page.trouble, page.detail) for page in site.pages] for site in folder.sites()}
    assert troubles == {site.site: [(None, "")] for site in SITES[:6]} | {"kills.example": [(Trouble.WORKER_LOST, "")]}


def test_a_surveyor_that_fails_costs_one_row(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    run(scheduler, (task("fails.example", 1), *SITES[1:4]), folder, carried(tmp_path))
    assert [page.trouble for site in folder.sites() for page in site.pages] == [Trouble.OURS, None, None, None]


def test_a_result_that_is_not_fit_costs_one_row(
    scheduler: str, folder: SurveyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that lies about its sizes, so that something of it is on the disk already."""
    monkeypatch.setattr("netcurtain.survey.parcel.MAX_UNPACKED", 10)
    monkeypatch.setattr("netcurtain.survey.parcel._must_be_fit", lambda _made: None)
    run(scheduler, SITES[:1], folder, carried(tmp_path))
    (found,) = folder.sites()
    assert (found.pages[0].trouble, found.pages[0].detail, found.pages[0].recording) == (Trouble.OURS, "result: too large", "")
    assert files(folder.place / "sites") == {"0001-site1.example/site.json"}


def test_a_worker_of_another_version_is_told(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="another version"):
        run(scheduler, SITES[:3], folder, carried(tmp_path), open_surveyor=surveyor_on)
    assert folder.left(SITES[:3]) == SITES[:3]


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("others", [SITES[:6], ()], ids=["among others", "alone"])
def test_a_site_at_which_workers_fail_again_and_again_has_its_row(
    scheduler: str, folder: SurveyFolder, tmp_path: Path, others: tuple[SiteTask, ...]
) -> None:
    """Where it is all that is left, each further run would end with it."""
    tasks = (task("unwritable.example", 50), *others)
    run(scheduler, tasks, folder, carried(tmp_path))
    assert folder.left(tasks) == ()
    *well, failed = [page for site in folder.sites() for page in site.pages]
    assert (failed.trouble, failed.detail.partition(",")[0]) == (Trouble.OURS, "OSError in stand_in.py")
    assert [page.trouble for page in well] == [None] * len(others)
    assert len(list(tmp_path.glob("tried-*"))) > cluster.RETRIES


def test_workers_that_fail_one_after_another_for_long_end_the_run(
    scheduler: str, folder: SurveyFolder, tmp_path: Path, clock: Clock
) -> None:
    """Else each of a hundred thousand sites would be tried for nothing."""
    tasks = tuple(task("unwritable.example", n) for n in range(1, 1000))
    with pytest.raises(ComputerError, match=r"the last at tcp://127\.0\.0\.1:\d+ \(OSError in stand_in\.py"):
        run(scheduler, tasks, folder, carried(tmp_path))
    assert folder.left(tasks) == tasks
    assert sum(clock.waited) >= (MOST_RESTS - 1) * REST_SECONDS


MOST_SICK = 100
"""Looks of a sick worker: far more than the few tasks that it can have been given until it rests, each tried again by Dask."""


def sick_looks(folder: Path) -> int:
    return len(list(folder.glob("sick-*")))


class Patient(StandIn):
    """Looks at nothing until it was told that the sick one rests, or that one has had its way."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        while not (self._folder / "rests").exists() and sick_looks(self._folder) < MOST_SICK:  # noqa: ASYNC110 -- of two processes
            await asyncio.sleep(0.01)
        return await super().survey(task, into)


def one_is_sick(packed: bytes) -> StandIn:
    """On one of the workers nothing works, and it is quick at that."""
    folder = on_worker(packed)._folder
    if get_worker().name == 1:
        tempfile.mkstemp(prefix="sick-", dir=folder)
        raise PermissionError
    return Patient(folder)


def test_a_worker_on_which_nothing_works_does_not_end_the_run_of_the_others(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    """It fails faster than they look: were it given more and more, they would get none."""

    def tell(sentence: str) -> None:
        assert "cannot look at sites now (PermissionError" in sentence
        (tmp_path / "rests").touch()

    tasks = tuple(task(f"more{n}.example", n) for n in range(1, 100))
    run(scheduler, tasks, folder, carried(tmp_path), tell, open_surveyor=one_is_sick)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None] * len(tasks)
    assert 1 <= sick_looks(tmp_path) < MOST_SICK


def opens_to_failure(_packed: bytes) -> Any:
    raise ValueError("words of a page")


def opens_to_nothing(_packed: bytes) -> Any:
    raise FileNotFoundError


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("opened", "said"), [(opens_to_failure, "ValueError in test_cluster"), (opens_to_nothing, "extra 'survey'")])
def test_a_worker_that_cannot_begin_is_told_by_what_it_lacks(
    scheduler: str, folder: SurveyFolder, tmp_path: Path, opened: Any, said: str
) -> None:
    with pytest.raises((ClusterError, ComputerError), match=said) as raised:
        run(scheduler, SITES[:5], folder, carried(tmp_path), open_surveyor=opened)
    assert "words of a page" not in str(raised.value)
    assert folder.left(SITES[:5]) == SITES[:5]


class Second(StandIn):
    """Sites that go well wait for the first that does not: so its worker has others after it."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        found = await super().survey(task, into)
        failed = self._folder / "failed"
        if found.pages[0].trouble is not None:
            failed.touch()
        while not failed.exists():  # noqa: ASYNC110 -- of two processes
            await asyncio.sleep(0.01)
        return found


def second(packed: bytes) -> StandIn:
    return Second(on_worker(packed)._folder)


@pytest.mark.usefixtures("clock")
def test_a_fault_of_a_workers_computer_is_not_told_as_the_sites(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (task("offline-9.example", 50), *SITES)
    run(scheduler, tasks, folder, carried(tmp_path), open_surveyor=second)
    assert {site.site: site.pages[0].trouble for site in folder.sites()} == dict.fromkeys(one.site for one in SITES) | {
        "offline-9.example": Trouble.COMPUTER
    }
    with pytest.raises(ComputerError, match="it is offline, or its browser or its disk fails"):
        run(scheduler, tuple(task("offline-9.example", n) for n in range(60, 70)), folder, carried(tmp_path))


@pytest.mark.usefixtures("clock")
def test_a_worker_that_has_reached_others_tells_which_sites_are_gone(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    """However many there are: none of them is a fault of its computer."""
    gone = tuple(task("gone-9.example", n) for n in range(30, 42))
    run(scheduler, (*gone[:2], *SITES, *gone[2:]), folder, carried(tmp_path), open_surveyor=second)
    assert [page.trouble for site in folder.sites() for page in site.pages] == [None] * len(SITES) + [Trouble.NOT_FOUND] * len(gone)


def test_a_site_that_was_lost_with_its_workers_is_no_longer_set_aside(folder: SurveyFolder) -> None:
    keeping = Keeping(folder, folder.take, print)
    assert not keeping.is_told(SITES[0], "a", Fault.EITHER, "why")
    cluster._Results(folder, MADE_WITH, keeping).troubled(SITES[0], Trouble.WORKER_LOST)
    assert keeping._tries.set_aside() == ()


def test_a_second_look_of_which_nothing_came_leaves_the_row_as_it_is(folder: SurveyFolder) -> None:
    keeping = Keeping(folder, folder.take, print)
    results = cluster._Results(folder, MADE_WITH, keeping)
    gone = in_trouble(SITES[0], Trouble.NOT_FOUND)
    unseen = msgspec.structs.replace(gone, pages=tuple(msgspec.structs.replace(page, seen=()) for page in gone.pages))
    assert keeping.keep(SITES[0], folder.begin(SITES[0]), unseen)
    results.troubled(SITES[0], Trouble.WORKER_LOST)
    assert results.failed(SITES[0], "a", "why")
    assert [site.pages[0].trouble for site in folder.sites()] == [Trouble.NOT_FOUND]


@pytest.mark.usefixtures("clock")
def test_second_looks_that_an_earlier_run_did_not_come_to_are_done(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    assert Keeping(folder, folder.take, print).keep(SITES[0], folder.begin(SITES[0]), in_trouble(SITES[0], Trouble.NOT_FOUND))
    silent = once_more.marked(folder, SITES)
    assert silent == SITES[:1]
    run(scheduler, (), folder, carried(tmp_path), silent=silent)
    assert [site.pages[0].trouble for site in folder.sites()] == [None]
    assert once_more.marked(folder, SITES) == ()


def test_where_nobody_knows_which_worker_failed_none_is_named() -> None:
    for sentence in (wording.rests(UNKNOWN, "why"), wording.at_fault(UNKNOWN, "why")):
        assert "?" not in sentence


def test_a_run_that_is_stopped_keeps_what_is_done(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    async def stopped() -> None:
        running: asyncio.Task[None]

        def take(task: SiteTask, part: Path, found: Any) -> None:
            folder.take(task, part, found)
            if task is SITES[4]:
                running.cancel()

        running = asyncio.ensure_future(cluster.run(SITES, scheduler, carried(tmp_path), folder, take, print, on_worker))
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(stopped())
    left = folder.left(SITES)
    assert 0 < len(left) < len(SITES)
    run(scheduler, left, folder, carried(tmp_path))
    assert [site.site for site in folder.sites()] == [task.site for task in SITES]


def test_no_scheduler_is_told(folder: SurveyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://x"):
        with pytest.raises(ClusterError, match="does not answer"):
            run(address, SITES[:1], folder, carried(tmp_path))


def test_a_cluster_without_workers_is_waited_for_and_told(folder: SurveyFolder, tmp_path: Path) -> None:
    told: list[str] = []

    async def stopped_when_told(address: str) -> None:
        def tell(sentence: str) -> None:
            told.append(sentence)
            running.cancel()

        running = asyncio.ensure_future(cluster.run(SITES, address, carried(tmp_path), folder, folder.take, tell, on_worker))
        with pytest.raises(asyncio.CancelledError):
            await running

    with workers(0) as empty:
        asyncio.run(stopped_when_told(empty.scheduler_address))
    assert told == ["The Dask scheduler has no workers yet. Waiting for the first."]


def test_a_scheduler_that_goes_is_told_and_what_is_done_is_kept(folder: SurveyFolder, tmp_path: Path) -> None:
    with workers(1) as going:

        def take(task: SiteTask, part: Path, found: Any) -> None:
            folder.take(task, part, found)
            if task is SITES[2]:
                going.close()

        with pytest.raises(ClusterError, match="has gone"):
            asyncio.run(cluster.run(SITES, going.scheduler_address, carried(tmp_path), folder, take, print, on_worker))
    found = list(folder.sites())
    assert 3 <= len(found) < len(SITES)
    assert [page.trouble for site in found for page in site.pages] == [None] * len(found)


def test_a_result_that_is_lost_on_its_way_is_not_the_sites_trouble() -> None:
    """The scheduler goes while a result is fetched."""

    class Lost:
        status = "finished"

        def __await__(self) -> Iterator[None]:
            yield
            raise OSError("connection closed")

    with pytest.raises(ClusterError, match="has gone"):
        asyncio.run(cluster._ended(SITES[0], Lost(), None))  # type: ignore[arg-type]
