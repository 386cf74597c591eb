"""Many machines, as three worker processes on 127.0.0.1: every site has one result, whichever worker dies."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dask
import pytest
from distributed import LocalCluster
from tests.survey.stand_in import LISTS, MADE_WITH, StandIn, on_worker, task
from tests.survey.test_folder import BEGUN, files

from netcurtain import __version__
from netcurtain.survey import cluster, pool, wording
from netcurtain.survey.asked import Asked, SiteTask
from netcurtain.survey.cluster import ClusterError
from netcurtain.survey.folder import SurveyFolder, begin_or_go_on
from netcurtain.survey.keeping import ComputerError
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
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
    ):
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("workers")))
        # Workers find what is asked of them by its name, also where `pytest` itself was started and no folder is on its path.
        patch.syspath_prepend(Path(__file__).parents[2])
        with workers(3) as local:
            yield local.scheduler_address


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[SurveyFolder]:
    with begin_or_go_on(tmp_path / "survey", BEGUN) as opened:
        yield opened


def carried(tmp_path: Path) -> Carried:
    return Carried(__version__, "hash", Asked(contact=str(tmp_path)), LISTS, (("Test list", "Test list", "||t.example^"),))


def run(scheduler: str, tasks: tuple[SiteTask, ...], folder: SurveyFolder, what: Carried, **options: Any) -> list[str]:
    """The sites in the order in which they were written."""
    taken: list[str] = []

    def take(task: SiteTask, part: Path, found: Any) -> None:
        taken.append(task.site)
        folder.take(task, part, found)

    asyncio.run(cluster.run(tasks, scheduler, what, folder, take, print, **{"open_surveyor": on_worker, **options}))
    return taken


def test_with_a_worker_killed_in_mid_run_the_results_are_those_of_one_machine(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (*SITES[:10], task("kills-once.example", 50), *SITES[10:])
    taken = run(scheduler, tasks, folder, carried(tmp_path))
    assert (tmp_path / "killed").exists()
    assert sorted(taken) == sorted(task.site for task in tasks)
    with begin_or_go_on(tmp_path / "here", BEGUN) as here:
        asyncio.run(pool.run(tasks, StandIn(tmp_path), 1, here, MADE_WITH, here.take))
        assert list(here.sites()) == list(folder.sites())
        assert files(here.place) == files(folder.place)
        for name in files(here.place) - {"survey.json"}:
            assert (here.place / name).read_bytes() == (folder.place / name).read_bytes()


def test_a_site_that_kills_every_worker_ends_as_its_own_row(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (task("kills.example", 90), *SITES[:6])
    taken = run(scheduler, tasks, folder, carried(tmp_path))
    assert sorted(taken) == sorted(task.site for task in tasks)
    troubles = {site.site: [page.trouble for page in site.pages] for site in folder.sites()}
    assert troubles.pop("kills.example") == [Trouble.WORKER_LOST]
    assert set(map(tuple, troubles.values())) == {(None,)}


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


def test_a_worker_that_fails_at_one_site_is_tried_again_and_told_and_nothing_is_written_of_it(
    scheduler: str, folder: SurveyFolder, tmp_path: Path
) -> None:
    tasks = (task("unwritable.example", 50), *SITES[:6])
    with pytest.raises(ClusterError, match=r"the last at tcp://127\.0\.0\.1:\d+ \(OSError in stand_in\.py"):
        run(scheduler, tasks, folder, carried(tmp_path))
    assert folder.left(tasks) == tasks[:1]


def test_workers_that_fail_one_after_another_end_the_run(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    """Else each of a hundred thousand sites would be tried for nothing."""
    tasks = tuple(task("unwritable.example", n) for n in range(1, 200))
    with pytest.raises(ClusterError, match="fail one after another"):
        run(scheduler, tasks, folder, carried(tmp_path))
    assert folder.left(tasks) == tasks
    assert len(list(tmp_path.glob("tried-*"))) < 50


def opens_to_failure(_packed: bytes) -> Any:
    raise ValueError("words of a page")


def opens_to_nothing(_packed: bytes) -> Any:
    raise FileNotFoundError


@pytest.mark.parametrize(("opened", "said"), [(opens_to_failure, "ValueError in test_cluster"), (opens_to_nothing, "extra 'survey'")])
def test_a_worker_that_cannot_begin_is_told_by_what_it_lacks(
    scheduler: str, folder: SurveyFolder, tmp_path: Path, opened: Any, said: str
) -> None:
    with pytest.raises(ClusterError, match=said) as raised:
        run(scheduler, SITES[:5], folder, carried(tmp_path), open_surveyor=opened)
    assert "words of a page" not in str(raised.value)
    assert folder.left(SITES[:5]) == SITES[:5]


def test_a_fault_of_a_workers_computer_is_not_told_as_the_sites(scheduler: str, folder: SurveyFolder, tmp_path: Path) -> None:
    tasks = (task("offline-9.example", 50), *SITES[:6])
    run(scheduler, tasks, folder, carried(tmp_path))
    assert {site.site: site.pages[0].trouble for site in folder.sites()} == dict.fromkeys(one.site for one in SITES[:6]) | {
        "offline-9.example": Trouble.COMPUTER
    }
    with pytest.raises(ComputerError):
        run(scheduler, tuple(task("offline-9.example", n) for n in range(60, 70)), folder, carried(tmp_path))


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


class Cluster:
    """A client of a cluster that loses its workers; the only task ends when that has been looked at often enough."""

    loop = None

    def __init__(self, *threads: int) -> None:
        self._threads = list(threads)
        self._ended = asyncio.Event()

    def scheduler_info(self) -> dict[str, int]:
        if len(self._threads) == 1:
            self._ended.set()
        return {"total_threads": self._threads.pop(0)}

    async def __anext__(self) -> SimpleNamespace:
        await self._ended.wait()
        return SimpleNamespace(key="only")


def test_it_is_told_once_each_time_that_no_workers_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    async def told_with(*threads: int) -> list[str]:
        client, told = Cluster(*threads), list[str]()
        monkeypatch.setattr("distributed.as_completed", lambda **_more: client)
        under_way = cluster.UnderWay(client, b"", on_worker, told.append)
        under_way._tasks["only"] = SITES[0]
        assert (await under_way.next())[0] == SITES[0]
        return told

    monkeypatch.setattr(cluster, "WAIT_SECONDS", 0.0)
    assert asyncio.run(told_with(2, 2, 0, 0, 1, 0)) == [wording.NO_WORKER_LEFT] * 2
    assert asyncio.run(told_with(0, 0, 1, 1)) == [wording.NO_WORKER_YET]


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
        asyncio.run(cluster._kept(SITES[0], Lost(), None))  # type: ignore[arg-type]
