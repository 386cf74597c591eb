"""Some sites at a time on this machine: each goes to the surveyor, and its result to ``take``, once."""

import asyncio
import os
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path

from netcurtain.core import mistake
from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError
from netcurtain.survey.keeping import ComputerError, Keeping
from netcurtain.survey.on_disk import is_full
from netcurtain.survey.result import MadeWith, SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.tries import MOST_IN_A_ROW
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.troubled import troubled
from netcurtain.survey.way_out import Surveys, WayOut

BYTES_A_WORKER = 1_000_000_000
"""Memory of this machine for each browser; the few pages that need more (limits.py) do not all come at once."""
WORKERS_A_PROCESSOR = 2
"""A browser mostly waits: for the network, and for pages to settle. Two do half as much again as one."""
MOST_WORKERS = 16


async def run(
    tasks: Iterable[SiteTask],
    surveyor: Surveys,
    workers: int,
    folder: SurveyFolder,
    made_with: MadeWith,
    take: Take,
    tell: Callable[[str], None],
    silent: Iterable[SiteTask] = (),
) -> None:
    """Look at every site, and once more where nobody answers, also at those that are ``silent`` since an earlier run (keeping.py).
    ``made_with`` stands in the row of a site where the surveyor itself fails; ``tell`` what is waited for.

    Raises SurveyFolderError and ComputerError. When this is cancelled, the surveyor closes its browsers, and what is not whole is dropped.
    """
    keeping, look = Keeping(folder, take, tell, silent), partial(WayOut().survey, surveyor)
    await _all(Waiting(tasks), look, workers, folder, made_with, keeping)
    if twice := await keeping.silent():
        await _all(Waiting(twice), look, workers, folder, made_with, keeping)
        keeping.looked_twice()


def usual_workers() -> int:
    """How many browsers this machine can bear at a time."""
    import psutil

    memory: int = psutil.virtual_memory().total
    return max(1, min(MOST_WORKERS, WORKERS_A_PROCESSOR * (os.cpu_count() or 1), memory // BYTES_A_WORKER))


class Waiting:
    """Sites that are to be looked at, and those that are to be looked at once more: when looks go well again, or after all others."""

    def __init__(self, tasks: Iterable[SiteTask]) -> None:
        self._tasks = deque(tasks)
        self._again: deque[SiteTask] = deque()

    def next(self, *, works: bool) -> SiteTask | None:
        """None where there is none at the moment. ``works``: looks go well."""
        if self._again and (works or not self._tasks):
            return self._again.popleft()
        if len(self._again) >= MOST_IN_A_ROW:
            # These may all be gone: it goes on far from them. Steps of such a length come to every part of a list soon.
            self._tasks.rotate(-(len(self._tasks) * 5 // 13))
        return self._tasks.popleft() if self._tasks else None

    def once_more(self, task: SiteTask) -> None:
        """It has not been told of yet."""
        self._again.append(task)


Surveying = Callable[[SiteTask, Path, MadeWith], Awaitable[SiteSurveyed]]


async def _all(waiting: Waiting, look: Surveying, workers: int, folder: SurveyFolder, made_with: MadeWith, keeping: Keeping) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(_work(waiting, look, folder, made_with, keeping))
    except* (SurveyFolderError, ComputerError) as errors:
        raise _first(errors) from None


async def _work(waiting: Waiting, look: Surveying, folder: SurveyFolder, made_with: MadeWith, keeping: Keeping) -> None:
    await keeping.ready()
    while (task := waiting.next(works=keeping.works())) is not None:
        part = folder.begin(task)
        try:
            with keeping.looking():
                found = await _surveyed(task, look, part, made_with)
            if not keeping.keep(task, part, found):
                waiting.once_more(task)
        finally:
            folder.drop(part)
        await keeping.ready()


async def _surveyed(task: SiteTask, look: Surveying, part: Path, made_with: MadeWith) -> SiteSurveyed:
    try:
        return await look(task, part, made_with)
    except OSError as error:
        if is_full(error):
            raise SurveyFolderError(wording.NO_ROOM) from error
        return troubled(task, made_with, Trouble.COMPUTER, mistake.named(error))
    except Exception as error:
        return troubled(task, made_with, Trouble.OURS, mistake.named(error))


def _first(errors: BaseExceptionGroup[SurveyFolderError | ComputerError]) -> SurveyFolderError | ComputerError:
    first = errors.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
