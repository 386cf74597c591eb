"""A site at which nobody answered is to be looked at once more. A mark in its folder says so, from the moment its row is there until that
second look is done, so that a run that was stopped in between loses none: the next one begins with it (keeping.py).
"""

from collections.abc import Iterable
from pathlib import Path

from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder, SurveyFolderError
from netcurtain.survey.on_disk import is_full

MARK = "once-more"
"""A file in the site's folder. It holds when its first look was, in seconds since 1970."""


def mark(part: Path, now: float) -> None:
    """Into the folder in which a site is put together; so it is there as soon as the row is. Raises SurveyFolderError."""
    try:
        (part / MARK).write_text(str(int(now)))
    except OSError as error:
        raise _told(error) from error


def unmark(folder: SurveyFolder, task: SiteTask) -> None:
    """Its second look is done. Raises SurveyFolderError."""
    try:
        _mark_of(folder, task).unlink(missing_ok=True)
    except OSError as error:
        raise _told(error) from error


def marked(folder: SurveyFolder, tasks: Iterable[SiteTask]) -> tuple[SiteTask, ...]:
    """Those that are still to be looked at once more."""
    return tuple(task for task in tasks if _mark_of(folder, task).is_file())


def seconds_since(folder: SurveyFolder, task: SiteTask, now: float) -> float:
    """Since the first look at a site that is marked. A mark that cannot be read is old."""
    try:
        return now - int(_mark_of(folder, task).read_text())
    except (OSError, ValueError):
        return now


def _mark_of(folder: SurveyFolder, task: SiteTask) -> Path:
    return folder.place_of(task) / MARK


def _told(error: OSError) -> SurveyFolderError:
    return SurveyFolderError(wording.NO_ROOM if is_full(error) else wording.NOT_WRITTEN)
