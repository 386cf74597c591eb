"""`netcurtain uninstall`: every file that Netcurtain made, listed and then removed; a kept history first, by destroying its key.

Nothing here knows the names of single files: the folders are ours alone, so whatever lies in them is listed, and goes. Links are removed,
never followed; a folder that belongs to somebody else is left alone, as the app leaves it alone.
"""

import contextlib
import os
import socket
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from netcurtain import paths, start_at_login
from netcurtain.commands import wording
from netcurtain.commands.plain import plain

RANDOM_LETTERS = 8
"""How many letters Python puts after the beginning of a temporary folder's name."""


@dataclass(frozen=True, slots=True)
class Ours:
    """What there is: files, folders with the deepest first, and our entry in what starts at log-in, "" where there is none."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    at_login: str

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to remove; empty folders count."""
        return not (self.files or self.folders or self.at_login)


def uninstall(erase_history: Callable[[], object], *, yes: bool) -> bool:
    """List what there is, ask unless ``yes``, and remove it; whether none of it is left. ``erase_history`` is called first of all."""
    if any(is_open(point) for point in _sockets()):
        click.echo(wording.STILL_OPEN, err=True)
        return False
    ours = found()
    _tell(ours)
    if not ours.nothing:
        if not (yes or _agreed()):
            click.echo(wording.NOTHING_REMOVED, err=True)
            return False
        with contextlib.suppress(OSError):  # what could not be erased is still listed below
            erase_history()
        _remove(found())  # anew: an erased history may have changed more than its own files
        if not _is_gone():
            return False
    click.echo(wording.WHAT_STAYS)
    return True


def found() -> Ours:
    """Every file and folder of ours on this computer."""
    files: dict[Path, None] = {}
    folders: dict[Path, None] = {}
    for place in (*paths.every_place(), *_left_behind(paths.temporary_places())):
        if _is_ours(place, stat.S_ISDIR):
            for folder, below in _walk(place):
                folders[folder] = None
                files.update(dict.fromkeys(below))
    files.update(dict.fromkeys(_sockets()))
    deepest_first = sorted(folders, key=lambda folder: len(folder.parts), reverse=True)
    return Ours(tuple(sorted(files)), tuple(deepest_first), start_at_login.where())


def is_open(meeting_point: Path) -> bool:
    """Whether a window of Netcurtain's answers there: it would write its files again."""
    with socket.socket(socket.AF_UNIX) as caller:
        try:
            caller.connect(str(meeting_point))
        except OSError:
            return False
        return True


def _tell(ours: Ours) -> None:
    if ours.nothing:
        click.echo(wording.NOTHING_OF_OURS)
        return
    if ours.files or ours.folders:
        click.echo(wording.FILES)
        for path in ours.files or ours.folders:
            click.echo(f"  {plain(str(path))}")
    if any(path.parent.name == "history" for path in ours.files):
        click.echo(wording.HISTORY_TOO)
    if ours.at_login:
        click.echo(wording.AT_LOGIN)
        click.echo(f"  {plain(ours.at_login)}")


def _agreed() -> bool:
    click.echo(wording.CLOSE_FIRST)
    try:
        return click.confirm(wording.REMOVE_ALL)
    except click.Abort:
        click.echo()
        return False


def _remove(ours: Ours) -> None:
    start_at_login.turn(False)
    for path in ours.files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in ours.folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _is_gone() -> bool:
    """Looked for anew: what came meanwhile is told as well."""
    left = found()
    if left.nothing:
        click.echo(wording.REMOVED)
        return True
    click.echo(wording.NOT_REMOVED, err=True)
    for what in (*(left.files or left.folders), *filter(None, [left.at_login])):
        click.echo(f"  {plain(str(what))}", err=True)
    return False


def _walk(place: Path) -> Iterator[tuple[Path, list[Path]]]:
    for name, below, names in os.walk(place):
        folder = Path(name)
        links = [entry for entry in below if (folder / entry).is_symlink()]
        yield folder, [folder / entry for entry in (*names, *links)]


def _left_behind(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        yield from place.glob(paths.TEMPORARY + "?" * RANDOM_LETTERS)


def _is_ours(place: Path, kind: Callable[[int], bool]) -> bool:
    try:
        state = place.lstat()
    except OSError:
        return False
    return kind(state.st_mode) and (not hasattr(os, "getuid") or state.st_uid == os.getuid())


def _sockets() -> tuple[Path, ...]:
    return tuple(path for path in paths.meeting_points() if _is_ours(path, stat.S_ISSOCK))
