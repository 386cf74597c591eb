"""Sites on many machines: each is a task of a Dask cluster, done again elsewhere when its worker dies, and written here, once.

    run()      on this machine: at most twice as many tasks under way as the cluster has threads; results as they come
    worker.py  on a worker: a site's task comes in, a zip goes out (parcel.py)

A Dask cluster asks nobody for a password: whoever reaches its scheduler can run what they like on every machine of it, and on this one. It
must be on a private network, or use TLS (a ``tls://`` address; the keys come from Dask's own settings).
"""

import asyncio
import contextlib
import enum
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError
from netcurtain.survey.keeping import Keeping
from netcurtain.survey.on_disk import is_full
from netcurtain.survey.parcel import ParcelError, unpack
from netcurtain.survey.pool import Waiting
from netcurtain.survey.result import MadeWith, SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.tries import UNKNOWN, Fault
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.troubled import troubled
from netcurtain.survey.worker import (
    BareWorkerError,
    Carried,
    Looked,
    OpenSurveyor,
    OtherWorkerError,
    WorkerFailedError,
    look,
    packed,
    seen_by_nobody,
    surveyor_on,
)

CONNECT_SECONDS = 20
CLOSE_SECONDS = 5.0
TASKS_A_THREAD = 2
"""One at work, one waiting: a worker never stands idle, and little is lost with it."""
RETRIES = 2
"""When a worker cannot begin a task, it is tried so often again, if possible elsewhere."""
WHILE_NOBODY = 2
"""Tasks under way while no worker is there yet."""
WAIT_SECONDS = 10.0
"""For a result, until it is looked whether there are any workers at all."""


class ClusterError(Exception):
    """The cluster cannot be used. The message is one sentence that says what to do."""


async def run(
    tasks: Iterable[SiteTask],
    scheduler: str,
    carried: Carried,
    folder: SurveyFolder,
    take: Take,
    tell: Callable[[str], None],
    open_surveyor: OpenSurveyor | None = None,
    silent: Iterable[SiteTask] = (),
) -> None:
    """Look at every site, and once more where nobody answers, also at those ``silent`` since an earlier run; ``tell`` what is waited for.

    Raises ClusterError, SurveyFolderError and ComputerError. When cancelled, workers end what they have, and the results are dropped.
    """
    import distributed

    client: Any = distributed.Client(scheduler, asynchronous=True, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    try:
        try:
            await client
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(wording.NO_SCHEDULER) from error
        under_way = UnderWay(client, packed(carried), open_surveyor or surveyor_on, tell)
        keeping = Keeping(folder, take, tell, silent)
        results = _Results(folder, seen_by_nobody(carried), keeping)
        await _all(Waiting(tasks), under_way, results, keeping)
        if twice := await keeping.silent():
            await _all(Waiting(twice), under_way, results, keeping)
            keeping.looked_twice()
    finally:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(client.close(), CLOSE_SECONDS)


@dataclass(frozen=True, slots=True)
class _Given:
    """A task that the cluster has; ``only`` these workers may do it, where any are named."""

    task: SiteTask
    future: Any
    only: frozenset[str]


class UnderWay:
    """The tasks that the cluster has now."""

    def __init__(self, client: Any, carried: bytes, open_surveyor: OpenSurveyor, tell: Callable[[str], None]) -> None:
        import distributed

        self._client = client
        self._open_surveyor = open_surveyor
        self._tell = tell
        self._waits_for_workers = not self._threads()
        if self._waits_for_workers:
            tell(wording.NO_WORKER_YET)
        # Half a megabyte with every task, a site's recording is more: so no worker needs another that may just be dying.
        self._carried = carried
        self._given: dict[str, _Given] = {}
        self._ended: Any = distributed.as_completed(with_results=False, loop=client.loop)  # type: ignore[no-untyped-call]

    def __len__(self) -> int:
        return len(self._given)

    def room(self, threads: int | None = None) -> int:
        """How many more tasks the cluster should be given, with so many threads, or all that it has."""
        return max(WHILE_NOBODY, TASKS_A_THREAD * (self._threads() if threads is None else threads)) - len(self)

    async def workers(self) -> dict[str, int]:
        """How many threads each has, by its address. Raises ClusterError."""
        try:
            return dict(await self._client.nthreads())
        except OSError as error:
            raise ClusterError(wording.SCHEDULER_GONE) from error

    def add(self, task: SiteTask, only: Collection[str] = ()) -> None:
        """Give it to the cluster; to these workers, if any are named."""
        where = {"workers": sorted(only)} if only else {}
        future = self._client.submit(look, packed(task), self._carried, self._open_surveyor, pure=False, retries=RETRIES, **where)
        self._given[future.key] = _Given(task, future, frozenset(only))
        self._ended.add(future)

    async def next(self) -> tuple[SiteTask, Any]:
        """The next one that has ended, in whatever way, with its future. The person is told where nobody is there to do any."""
        future = await self._next()
        while future.key not in self._given:  # it was given anew, and its worker came back all the same
            future = await self._next()
        return self._given.pop(future.key).task, future

    async def _next(self) -> Any:
        ended = asyncio.ensure_future(anext(self._ended))
        try:
            while not (await asyncio.wait([ended], timeout=WAIT_SECONDS))[0]:
                self._look_for_workers()
                await self._give_anew()
            return ended.result()
        finally:
            ended.cancel()

    async def _give_anew(self) -> None:
        """Tasks that are only for workers that are all gone would wait for ever: whoever is there may have them."""
        if any(given.only for given in self._given.values()):
            there = await self.workers()
            for key in [key for key, given in self._given.items() if given.only and given.only.isdisjoint(there)]:
                waiting = self._given.pop(key)
                with contextlib.suppress(OSError):
                    await waiting.future.cancel()
                self.add(waiting.task)

    def _look_for_workers(self) -> None:
        nobody = not self._threads()
        if nobody and not self._waits_for_workers:
            self._tell(wording.NO_WORKER_LEFT)
        self._waits_for_workers = nobody

    def _threads(self) -> int:
        threads: int = self._client.scheduler_info().get("total_threads", 0)
        return threads


class _Results:
    """Results become files here."""

    def __init__(self, folder: SurveyFolder, made_with: MadeWith, keeping: Keeping) -> None:
        self._folder = folder
        self._made_with = made_with
        self._keeping = keeping

    def result(self, task: SiteTask, looked: Looked) -> bool:
        """A site's zip has come: was it kept (keeping.py)? One that is not fit is told as trouble."""
        part = self._folder.begin(task)
        try:
            return self._keeping.keep(task, part, self._unpacked(task, looked.packed, part), looked.worker)
        except OSError as error:
            raise SurveyFolderError(wording.NO_ROOM if is_full(error) else wording.NOT_WRITTEN) from error
        finally:
            self._folder.drop(part)

    def troubled(self, task: SiteTask, kind: Trouble, detail: str = "") -> None:
        """A site of which nothing came is told as trouble, where no look before says more."""
        if self._keeping.says_no_more(task):
            return
        part = self._folder.begin(task)
        try:
            self._keeping.take(task, part, troubled(task, self._made_with, kind, detail))
        finally:
            self._folder.drop(part)

    def failed(self, task: SiteTask, worker: str, why: str) -> bool:
        """Its worker could not look at it: was that told of the site all the same (keeping.py)?"""
        told = self._keeping.is_silent(task) or self._keeping.is_told(task, worker, Fault.EITHER, why)
        if told:
            self.troubled(task, Trouble.OURS, why)
        return told

    def _unpacked(self, task: SiteTask, packed: bytes, part: Path) -> SiteSurveyed:
        try:
            return unpack(packed, task, part)
        except ParcelError as error:
            for file in part.iterdir():
                file.unlink()
            return troubled(task, self._made_with, Trouble.OURS, f"result: {error}")


class _Ended(enum.Enum):
    """What became of a task."""

    KEPT = "kept"
    AGAIN = "again"
    LOST = "lost"


async def _all(waiting: Waiting, under_way: UnderWay, results: _Results, keeping: Keeping) -> None:
    """A worker takes all that it has with it when it dies, so a task that was lost may not be the one that killed it: at the end each of
    these has another go, alone.
    """
    alone: list[SiteTask] = []
    while await _fill(waiting, under_way, keeping):
        task, future = await under_way.next()
        match await _ended(task, future, results):
            case _Ended.AGAIN:
                waiting.once_more(task)
            case _Ended.LOST:
                alone.append(task)
    for lost in alone:
        ended = _Ended.AGAIN
        while ended is _Ended.AGAIN:
            one = Waiting([lost])
            await _fill(one, under_way, keeping)
            ended = await _ended(*await under_way.next(), results)
        if ended is _Ended.LOST:
            results.troubled(lost, Trouble.WORKER_LOST)


async def _fill(waiting: Waiting, under_way: UnderWay, keeping: Keeping) -> bool:
    """Give the cluster what it can bear, but nothing to a worker that rests. False where nothing is under way any more.

    Raises ClusterError, and ComputerError where every worker is given up.
    """
    while True:
        only: dict[str, int] = {}
        if resting := keeping.resting():
            there = await under_way.workers()
            all_rest = UNKNOWN in resting or (there and resting.issuperset(there))
            if all_rest and under_way:
                return True
            if all_rest:
                await keeping.ready([UNKNOWN] if UNKNOWN in resting else there)
                continue
            only = {worker: threads for worker, threads in there.items() if worker not in resting}
        room = under_way.room(sum(only.values()) if only else None)
        for _ in range(room):
            if (task := waiting.next(works=keeping.works())) is None:
                break
            under_way.add(task, only)
        return len(under_way) > 0


async def _ended(task: SiteTask, future: Any, results: _Results) -> _Ended:
    """What became of it. Raises ClusterError where no other task would fare better."""
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError, FuturesCancelledError

    try:
        looked = await future
    except KilledWorker:
        return _Ended.LOST
    except (FutureCancelledError, FuturesCancelledError):
        raise ClusterError(wording.SCHEDULER_GONE) from None
    except OtherWorkerError:
        raise ClusterError(wording.OTHER_WORKER) from None
    except (BareWorkerError, ImportError):
        raise ClusterError(wording.BARE_WORKER) from None
    except WorkerFailedError as error:
        where, why = (str(part) for part in error.args)
        return _Ended.KEPT if results.failed(task, where, why) else _Ended.AGAIN
    except Exception as error:
        if future.status != "error":  # not the task failed, but the way from there to here
            raise ClusterError(wording.SCHEDULER_GONE) from None
        # Such as one that Dask could not hand over.
        return _Ended.KEPT if results.failed(task, UNKNOWN, type(error).__name__) else _Ended.AGAIN
    return _Ended.KEPT if results.result(task, looked) else _Ended.AGAIN
