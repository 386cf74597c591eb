"""Some sites at a time on this machine: each goes to the surveyor, and its result to ``take``, once."""

import asyncio
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from netcurtain.core import mistake
from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError
from netcurtain.survey.keeping import ComputerError, Keeping
from netcurtain.survey.on_disk import is_full
from netcurtain.survey.result import MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.trouble import Trouble

BYTES_A_WORKER = 1_000_000_000
"""Memory of this machine for each browser; the few pages that need more (limits.py) do not all come at once."""
WORKERS_A_PROCESSOR = 2
"""A browser mostly waits: for the network, and for pages to settle. Two do half as much again as one."""
MOST_WORKERS = 16


class Surveys(Protocol):
    """Looks at one site (surveying.py)."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        """Write its files into a folder and say what was found. What goes wrong is in the result."""


async def run(tasks: Iterable[SiteTask], surveyor: Surveys, workers: int, folder: SurveyFolder, made_with: MadeWith, take: Take) -> None:
    """Look at every site. ``made_with`` stands in the row of a site where the surveyor itself fails.

    Raises SurveyFolderError and ComputerError. When this is cancelled, the surveyor closes its browsers, and what is not whole is dropped.
    """
    waiting, keeping = _Waiting(tasks), Keeping(take)
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(_work(waiting, surveyor, folder, made_with, keeping))
    except* (SurveyFolderError, ComputerError) as errors:
        raise _first(errors) from None


def troubled(task: SiteTask, made_with: MadeWith, kind: Trouble, detail: str = "") -> SiteSurveyed:
    """The result of a site of which nothing is known but what went wrong: a row for each of its addresses."""
    now = time.time() * 1000
    pages = tuple(
        PageSurveyed(
            name=f"{address.number:04d}-01",
            number=address.number,
            site=task.site,
            label=address.label,
            asked=address.url,
            url=address.url,
            clicks=0,
            started=now,
            trouble=Trouble.NO_ADDRESS if address.mistake else kind,
            detail="" if address.mistake else detail,
        )
        for address in task.addresses
    )
    return SiteSurveyed(task.site, made_with, pages)


def usual_workers() -> int:
    """How many browsers this machine can bear at a time."""
    import psutil

    memory: int = psutil.virtual_memory().total
    return max(1, min(MOST_WORKERS, WORKERS_A_PROCESSOR * (os.cpu_count() or 1), memory // BYTES_A_WORKER))


class _Waiting:
    """Sites that are to be looked at, and after these the ones that are to be looked at once more."""

    def __init__(self, tasks: Iterable[SiteTask]) -> None:
        self._tasks = iter(tasks)
        self._again: list[SiteTask] = []

    def next(self) -> SiteTask | None:
        task = next(self._tasks, None)
        return self._again.pop(0) if task is None and self._again else task

    def at_the_end(self, task: SiteTask) -> None:
        self._again.append(task)


async def _work(waiting: _Waiting, surveyor: Surveys, folder: SurveyFolder, made_with: MadeWith, keeping: Keeping) -> None:
    while (task := waiting.next()) is not None:
        part = folder.begin(task)
        try:
            if not keeping.keep(task, part, await _surveyed(task, surveyor, part, made_with)):
                waiting.at_the_end(task)
        finally:
            folder.drop(part)


async def _surveyed(task: SiteTask, surveyor: Surveys, part: Path, made_with: MadeWith) -> SiteSurveyed:
    try:
        return await surveyor.survey(task, part)
    except OSError as error:
        if is_full(error):
            raise SurveyFolderError(wording.NO_ROOM) from error
        return troubled(task, made_with, Trouble.OURS, mistake.named(error))
    except Exception as error:
        return troubled(task, made_with, Trouble.OURS, mistake.named(error))


def _first(errors: BaseExceptionGroup[SurveyFolderError | ComputerError]) -> SurveyFolderError | ComputerError:
    first = errors.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
