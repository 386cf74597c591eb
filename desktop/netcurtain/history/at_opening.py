"""What the person wanted deleted and what is not deleted yet: of a history that is locked, at its next opening; where the disk was in the
way, again and again.

The names of single visits outlast the end of Netcurtain, in ``unkept`` in the folder of the kept history: such a name is random, and tells
of no site. All else is in memory alone, for this run.
"""

import logging
import math
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from netcurtain.history.doomed import Doomed, TheVisit
from netcurtain.history.kept_folder import write_whole
from netcurtain.history.shelf import RETRY_SECONDS, Shelf

MAX_WAITING = 20_000
"""Deletions that wait; the oldest go first."""
MAX_BYTES = 8 * 1024 * 1024
"""Of the file. A longer one is not ours."""

log = logging.getLogger(__name__)


class AtOpening:
    """The deletions that wait, each once. ``file`` has those of single visits; None where nothing can be kept."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._waiting: dict[Doomed, None] = {}
        self._written: list[str] = []
        self._again = 0.0

    @property
    def wait(self) -> float:
        """Seconds until the next try; infinite where nothing waits."""
        return max(0.0, self._again - time.monotonic()) if self._waiting else math.inf

    def add(self, what: Doomed) -> None:
        """It is due at once, unless the history is locked: nobody knows yet whether the file has it."""
        self._waiting[what] = None
        self._again = 0.0
        if len(self._waiting) > MAX_WAITING:
            del self._waiting[next(iter(self._waiting))]

    def work_off(self, delete: Callable[[Doomed], Iterable[Doomed]]) -> None:
        """Delete each, the oldest first. ``delete`` answers with what is left of it, which waits for another try."""
        for what in tuple(self._waiting):
            left = tuple(delete(what))
            self._waiting.pop(what, None)
            self._waiting.update(dict.fromkeys(left))
        self._again = time.monotonic() + RETRY_SECONDS
        self.write()

    def clear(self) -> None:
        """Everything is gone, the file with it."""
        self._waiting, self._written = {}, []

    def write(self) -> None:
        """Have the file say what waits, or be gone. Where it cannot be written, this run knows it all the same."""
        names = [what.visit for what in self._waiting if isinstance(what, TheVisit)]
        if self._file is None or names == self._written:
            return
        try:
            if names:
                write_whole(self._file, msgspec.json.encode(names))
            else:
                self._file.unlink(missing_ok=True)
            self._written = names
        except OSError:
            log.warning("what is not to be kept could not be written down")

    def read(self) -> None:
        """What waited when Netcurtain ended waits again."""
        if self._file is None:
            return
        try:
            with self._file.open("rb") as file:
                names = msgspec.json.decode(file.read(MAX_BYTES), type=list[str])
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            log.warning("what was not to be kept could not be read")
            return
        self._written = names
        for name in names[:MAX_WAITING]:
            self.add(TheVisit(name))


def left_of(what: Doomed, shelves: Iterable[Shelf]) -> list[Doomed]:
    """After a deletion, what of it is still there: the very visits, for others of its site may have begun since."""
    left: dict[Doomed, None] = {}
    for shelf in shelves:
        try:
            left.update(dict.fromkeys(TheVisit(visit) for visit in what.visits(shelf.db)))
        except Exception:  # told already by the deletion, which asked the same
            left[what] = None
    return list(left)
