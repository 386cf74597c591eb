"""Sites on many machines: each is a task of a Dask cluster, done again elsewhere when its worker dies, and written here, once.

    run()      on this machine: at most twice as many tasks under way as the cluster has threads; results as they come
    worker.py  on a worker: a site's task comes in, a zip goes out (parcel.py)

A Dask cluster asks nobody for a password: whoever reaches its scheduler can run what they like on every machine of it, and on this one. It
must be on a private network, or use TLS (a ``tls://`` address; the keys come from Dask's own settings).
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError
from netcurtain.survey.keeping import Keeping
from netcurtain.survey.on_disk import is_full
from netcurtain.survey.parcel import ParcelError, unpack
from netcurtain.survey.pool import troubled
from netcurtain.survey.result import MadeWith, SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.worker import (
    BareWorkerError,
    Carried,
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
MOST_FAILED = 3
"""So many tasks that fail on their workers, one after another, end the survey: with all that come it would be the same."""


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
) -> None:
    """Look at every site; ``tell`` the person what is waited for. Raises ClusterError and SurveyFolderError.

    Also raises ComputerError. When this is cancelled, workers still look at the sites that they have, and the results are dropped.
    """
    import distributed

    client: Any = distributed.Client(scheduler, asynchronous=True, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    try:
        try:
            await client
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(wording.NO_SCHEDULER) from error
        under_way = UnderWay(client, packed(carried), open_surveyor or surveyor_on, tell)
        await _all(iter(tasks), under_way, _Results(folder, seen_by_nobody(carried), take))
    finally:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(client.close(), CLOSE_SECONDS)


class _LostError(Exception):
    """A task was lost with its workers."""


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
        self._tasks: dict[str, SiteTask] = {}
        self._ended: Any = distributed.as_completed(with_results=False, loop=client.loop)  # type: ignore[no-untyped-call]

    def __len__(self) -> int:
        return len(self._tasks)

    def room(self) -> int:
        """How many more tasks the cluster should be given."""
        return max(WHILE_NOBODY, TASKS_A_THREAD * self._threads()) - len(self)

    def add(self, task: SiteTask) -> None:
        """Give it to the cluster."""
        future = self._client.submit(look, packed(task), self._carried, self._open_surveyor, pure=False, retries=RETRIES)
        self._tasks[future.key] = task
        self._ended.add(future)

    async def next(self) -> tuple[SiteTask, Any]:
        """The next one that has ended, in whatever way, with its future. The person is told where nobody is there to do any."""
        ended = asyncio.ensure_future(anext(self._ended))
        try:
            while not (await asyncio.wait([ended], timeout=WAIT_SECONDS))[0]:
                self._look_for_workers()
            future = ended.result()
        finally:
            ended.cancel()
        return self._tasks.pop(future.key), future

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

    def __init__(self, folder: SurveyFolder, made_with: MadeWith, take: Take) -> None:
        self._folder = folder
        self._made_with = made_with
        self._take = take
        self._keeping = Keeping(take)
        self._failed = 0

    def result(self, task: SiteTask, packed: bytes) -> bool:
        """A site's zip has come: was it kept (keeping.py)? One that is not fit is told as trouble."""
        self._failed = 0
        part = self._folder.begin(task)
        try:
            return self._keeping.keep(task, part, self._unpacked(task, packed, part))
        except OSError as error:
            raise SurveyFolderError(wording.NO_ROOM if is_full(error) else wording.NOT_WRITTEN) from error
        finally:
            self._folder.drop(part)

    def lost(self, task: SiteTask) -> None:
        """A site that took its workers with it."""
        part = self._folder.begin(task)
        try:
            self._take(task, part, troubled(task, self._made_with, Trouble.WORKER_LOST))
        finally:
            self._folder.drop(part)

    def failed(self, why: ClusterError) -> None:
        """A task failed, through no fault of its site. Raises it where that goes on and on."""
        self._failed += 1
        if self._failed >= MOST_FAILED:
            raise why

    def _unpacked(self, task: SiteTask, packed: bytes, part: Path) -> SiteSurveyed:
        try:
            return unpack(packed, task, part)
        except ParcelError as error:
            for file in part.iterdir():
                file.unlink()
            return troubled(task, self._made_with, Trouble.OURS, f"result: {error}")


async def _all(tasks: Iterator[SiteTask], under_way: UnderWay, results: _Results) -> None:
    """A worker takes all that it has with it when it dies, so a task that was lost may not be the one that killed it: at the end each of
    these has another go, alone.
    """
    again: list[SiteTask] = []
    _fill(tasks, under_way)
    while under_way:
        task, future = await under_way.next()
        try:
            if not await _kept(task, future, results):
                again.append(task)
        except _LostError:
            again.append(task)
        except WorkerFailedError as error:
            results.failed(_told(error))
            again.append(task)
        _fill(tasks, under_way)
    while again:
        under_way.add(again.pop(0))
        task, future = await under_way.next()
        try:
            if not await _kept(task, future, results):
                again.append(task)
        except _LostError:
            results.lost(task)
        except WorkerFailedError as error:
            raise _told(error) from None


def _fill(tasks: Iterator[SiteTask], under_way: UnderWay) -> None:
    for _ in range(under_way.room()):
        if (task := next(tasks, None)) is None:
            return
        under_way.add(task)


async def _kept(task: SiteTask, future: Any, results: _Results) -> bool:
    """Whether the result of a task was kept: not where it says more of the worker than of the site.

    Raises ClusterError where no other task would fare better, _LostError and WorkerFailedError.
    """
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError, FuturesCancelledError

    try:
        packed = await future
    except KilledWorker:
        raise _LostError from None
    except (FutureCancelledError, FuturesCancelledError):
        raise ClusterError(wording.SCHEDULER_GONE) from None
    except OtherWorkerError:
        raise ClusterError(wording.OTHER_WORKER) from None
    except (BareWorkerError, ImportError):
        raise ClusterError(wording.BARE_WORKER) from None
    except WorkerFailedError:
        raise
    except Exception as error:
        if future.status != "error":  # not the task failed, but the way from there to here
            raise ClusterError(wording.SCHEDULER_GONE) from None
        raise WorkerFailedError("?", type(error).__name__) from None  # such as one that Dask could not hand over
    return results.result(task, packed)


def _told(error: WorkerFailedError) -> ClusterError:
    where, why = (str(part) for part in error.args)
    return ClusterError(wording.worker_failed(where, why))
