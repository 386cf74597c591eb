"""Writes down everything that is done to the files of one folder, in order, as steps of disk.py. It has a process of its own.

    SQLite -> sqlite_files.py -> steps        Python -> open, os.rename, os.remove, os.fsync -> steps

SQLite's own syncs are only written down: no real disk is waited for. Of a file that Python writes, what is in it counts from its
``os.fsync`` on; before, it is taken for empty, which is what a file is after a cut when nobody synced it.
"""

import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.disk import Created, Cut, Deleted, FolderSynced, Renamed, Step, Synced, Told, Written
from tests.faults.sqlite_files import SQLITE_OK, SQLITE_OPEN_CREATE, SQLITE_OPEN_JOURNAL, SQLITE_OPEN_LOG


class Recorder:
    """Listens from its making to the end of the process. Only files straight in ``folder`` count; ``there`` are steps that make those that
    were there before.
    """

    def __init__(self, folder: Path) -> None:
        self.steps: list[Step] = []
        self._folder = Path(os.path.realpath(folder))
        self.there = _there(self._folder)
        self._there = {step.name for step in self.there if isinstance(step, Created)}
        self._lock = threading.RLock()
        self._new_logs: set[str] = set()
        self._heard: dict[str, Callable[..., None]] = {"open": self._opened, "os.rename": self._renamed, "os.remove": self._removed}
        self._really_sync = os.fsync
        os.fsync = self._fsync  # type: ignore[assignment]
        sys.addaudithook(self._audit)

    def told(self, what: str) -> None:
        self._add(Told(what))

    def opening(self, path: Path, flags: int) -> int:
        with self._lock:
            if (name := self._name(path)) and flags & SQLITE_OPEN_CREATE:
                if name not in self._there:
                    self._create(name)
                if flags & (SQLITE_OPEN_LOG | SQLITE_OPEN_JOURNAL):
                    self._new_logs.add(name)
        return SQLITE_OK

    def write(self, path: Path, offset: int, data: bytes) -> int:
        return self._add_of(path, lambda name: Written(name, offset, data))

    def truncate(self, path: Path, size: int) -> int:
        return self._add_of(path, lambda name: Cut(name, size))

    def sync(self, path: Path) -> int:
        """SQLite syncs the folder too, with the first sync of a log or journal that it may have created."""
        with self._lock:
            if name := self._name(path):
                self._add(Synced(name))
                if name in self._new_logs:
                    self._new_logs.remove(name)
                    self._add(FolderSynced())
        return SQLITE_OK

    def deleting(self, path: Path, *, synced: bool) -> int:
        self._removed(path, -1)
        if synced:
            self._add(FolderSynced())
        return SQLITE_OK

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Called by Python before it does anything of note."""
        if hear := self._heard.get(event):
            hear(*arguments)

    def _opened(self, path: object, _mode: object, flags: int) -> None:
        name = self._name(path)
        if name is None or flags & os.O_ACCMODE == os.O_RDONLY:
            return
        with self._lock:
            if name not in self._there and flags & os.O_CREAT:
                self._create(name)
            elif name in self._there and flags & os.O_TRUNC:
                self._add(Cut(name, 0))

    def _renamed(self, old: object, new: object, old_folder: int, new_folder: int) -> None:
        before, after = self._name(old, old_folder), self._name(new, new_folder)
        with self._lock:
            if before in self._there and after:
                self._there.remove(before)
                self._there.add(after)
                self._add(Renamed(before, after))

    def _removed(self, path: object, folder: int) -> None:
        name = self._name(path, folder)
        with self._lock:
            if name in self._there:
                self._there.remove(name)
                self._add(Deleted(name))

    def _fsync(self, file: Any) -> None:
        number = file if isinstance(file, int) else file.fileno()
        path = Path(f"/proc/self/fd/{number}").readlink()
        if stat.S_ISDIR(os.fstat(number).st_mode):
            if path == self._folder:
                self._add(FolderSynced())
        elif (name := self._name(path)) in self._there and name:
            with self._lock:
                data = path.read_bytes()
                self._add(Cut(name, 0))
                self._add(Written(name, 0, data))
                self._add(Synced(name))
        else:
            self._really_sync(number)

    def _create(self, name: str) -> None:
        self._there.add(name)
        self._add(Created(name))

    def _add_of(self, path: Path, step: Callable[[str], Step]) -> int:
        with self._lock:
            if name := self._name(path):
                self._add(step(name))
        return SQLITE_OK

    def _add(self, step: Step) -> None:
        with self._lock:
            self.steps.append(step)

    def _name(self, path: object, folder: int = -1) -> str | None:
        """The name of a file that lies straight in our folder."""
        if not isinstance(path, str | bytes | os.PathLike):
            return None
        whole = Path(Path(f"/proc/self/fd/{folder}").readlink() if folder >= 0 else "", os.fsdecode(path))
        return whole.name if os.path.realpath(whole.parent) == str(self._folder) else None


def _there(folder: Path) -> list[Step]:
    """Shared memory of a database counts as nothing: SQLite makes it anew."""
    steps: list[Step] = []
    for file in sorted(folder.glob("*")):
        if not file.name.endswith("-shm"):
            steps += [Created(file.name), Written(file.name, 0, file.read_bytes()), Synced(file.name)]
    return [*steps, FolderSynced()]
