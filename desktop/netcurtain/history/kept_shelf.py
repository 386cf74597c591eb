"""The shelf on disk: locked, opened, expired, erased. On the store's thread.

history/vault.py: is there a key?   history/kept_file.py: the database behind it   history/gaps.py: when it was not open
"""

import logging
import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from netcurtain.core.keeping import Kept
from netcurtain.core.settings import Retention
from netcurtain.history import doomed, gaps, wording
from netcurtain.history.believed_clock import BelievedClock
from netcurtain.history.database import PATIENCE, rebuild, wipe
from netcurtain.history.doomed import Doomed
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.retention import kept_since
from netcurtain.history.rows import Gap
from netcurtain.history.shelf import RETRY_SECONDS, Shelf
from netcurtain.history.traces import traces
from netcurtain.history.trouble import trouble_of
from netcurtain.history.vault import Vault
from netcurtain.history.were_here import WereHere

EXPIRE_SECONDS = 3600.0
MOVE_ON_SECONDS = 60.0
"""How often the beginning of the gap to come is moved on, while something is taken in."""
MANY = 50
"""Visits; after a deletion of more the file is laid out anew, as a search cannot look for words of each: SQLite leaves copies of rows that
it moves.
"""
NO_KEY = bytes(32)
"""Where the file is not open it is searched as it is."""

log = logging.getLogger(__name__)
Written = TypeVar("Written")


class ClockOddError(Exception):
    """The clock was turned, so nothing was deleted by time."""


class KeptShelf:
    """The history on disk. ``folder`` is its own folder; ``searched`` are other files of ours, for what may be left after a deletion.

    ``now`` is in seconds and goes on while the computer sleeps; ``wall`` is milliseconds since 1970.
    """

    def __init__(
        self,
        folder: Path,
        searched: Sequence[Path],
        shelve: Callable[[Database, WereHere], Shelf],
        now: Callable[[], float],
        wall: Callable[[], float],
    ) -> None:
        self._folder = folder
        self._searched = tuple(searched)
        self._shelve = shelve
        self._now = now
        self._clock = BelievedClock(now, wall)
        self._vault = Vault(folder)
        self._file = KeptFile(folder, patience=PATIENCE)
        self._key = b""
        self._were_here = WereHere()
        self._noted = False
        """Whether the end of the gap before this opening was noted."""
        self._expire_at = 0.0
        self._move_on_at = 0.0
        self.shelf: Shelf | None = None
        self.unwiped = False
        """Something was deleted, and its last traces could not be wiped yet."""

    @property
    def exists(self) -> bool:
        """Whether there is a key, be it readable or not: where nobody may look, it counts as there."""
        return _is_there(KeptFolder(self._folder).key)

    @property
    def kept(self) -> Kept:
        """How it stands, as the disk has it now."""
        if not self.exists:
            return Kept.NONE
        return Kept.LOCKED if self.shelf is None else Kept.OPEN

    @property
    def unkept(self) -> Path:
        """The file of history/at_opening.py."""
        return KeptFolder(self._folder).unkept

    @property
    def folder_gone(self) -> bool:
        """Whether not the key alone but all around it is gone, such as a disk that was taken out."""
        return not _is_there(self._folder.parent)

    def open(self, key: bytes) -> str:
        """Open the database; what was found, in a sentence, or nothing. Raises StoreError."""
        opened = self._file.open(key)
        try:
            self._clock.opened(gaps.last(opened.db))
            self._noted = False
            self._note(opened.db)
        except Exception:
            opened.db.close()
            raise
        if opened.sentence:
            self.begin_anew()  # what is missing now may have been lost
        self.shelf, self._key = self._shelve(opened.db, self._were_here), key
        self._expire_at = self._now()
        self._move_on_at = self._now() + MOVE_ON_SECONDS
        self.unwiped = True  # whatever was deleted before Netcurtain ended is wiped now
        return opened.sentence

    def flush(self) -> bool:
        """Commit what waits; whether anything did. Raises StoreError."""
        committed = self.shelf is not None and self.shelf.flush()
        if committed and self._now() >= self._move_on_at:
            self._move_on()
        return committed

    def close(self) -> None:
        """Let go of it; the gap begins. What waits should have been committed before."""
        shelf, self.shelf, self._key = self.shelf, None, b""
        if shelf is None:
            return
        try:
            self._note(shelf.db)
        except Exception:
            log.warning("the moment of locking could not be written")
        finally:
            with suppress(Exception):
                shelf.db.close()

    def begin_anew(self) -> None:
        """What was here is not here any more, and nobody deleted it page by page."""
        self._were_here = WereHere()

    def erase(self) -> tuple[str, ...]:
        """The key first, then every file; what is left of it, by name. Works without a passphrase and on a full disk."""
        shelf, self.shelf, self._key, self.unwiped = self.shelf, None, b"", False
        self.begin_anew()
        try:
            self._vault.destroy()
        except OSError:
            log.warning("the key of the kept history could not be removed")
        if shelf is not None:
            with suppress(Exception):
                shelf.db.close()
        return self._file.erase()

    def expire(self, retention: Retention) -> tuple[str, ...] | None:
        """Once an hour: delete what has had its time; words to search for where something went, None where it was not yet time.

        Where it fails there is another try soon. Raises StoreError, and ClockOddError.
        """
        shelf = self.shelf
        if shelf is None or self._now() < self._expire_at:
            return None
        self._expire_at = self._now() + RETRY_SECONDS
        now = self._time(shelf.db)
        if now is None:
            self._expire_at = self._now() + EXPIRE_SECONDS
            raise ClockOddError
        before = kept_since(retention, now)
        going = doomed.had_their_time(shelf.db, before)
        needles = doomed.needles_of(shelf.db, going)
        self._with_room(lambda: gaps.expire(shelf.db, before))
        self._with_room(self._move_on)
        wiped = self._with_room(lambda: shelf.writer.expire(before)) if going else True
        self._file.make_ballast()
        if going:
            self.unwiped = not wiped
            KeptFolder(self._folder).drop_torn()
        self._clock.believed(now)
        self._expire_at = self._now() + EXPIRE_SECONDS
        if len(going) > MANY:
            self.lay_out_anew()
        return needles

    def delete(self, what: Doomed) -> bool:
        """Delete; True once it is gone for good. On a full disk the ballast makes room for it. Raises StoreError."""
        if self.shelf is None:
            return True
        writer = self.shelf.writer
        wiped = self._with_room(lambda: what.delete(writer))
        self._file.make_ballast()
        self.unwiped = self.unwiped or not wiped
        return wiped

    def lay_out_anew(self) -> bool:
        """Leave no room in the file where a copy of a deleted row could be; False where a reader is in the way of the last of it. Raises
        StoreError.
        """
        if (shelf := self.shelf) is None:
            return True
        self.unwiped = not self._with_room(lambda: rebuild(shelf.db))
        self._file.make_ballast()
        return not self.unwiped

    def deleted_beside(self) -> frozenset[str]:
        """The visits that another process was found to have deleted since this was last asked."""
        return self.shelf.writer.deleted_beside() if self.shelf is not None else frozenset()

    def wipe(self) -> bool:
        """Try again to wipe the last traces of what was deleted; True once nothing waits for it.

        Whoever reads meanwhile is not waited for: there is another try later. Raises StoreError.
        """
        if self.shelf is None or not self.unwiped:
            return True
        try:
            self.shelf.db.execute("PRAGMA busy_timeout = 0")
            self.unwiped = not wipe(self.shelf.db)
        except Exception as error:
            if trouble := trouble_of(error):
                raise trouble from error
            raise
        finally:
            self.shelf.db.execute(f"PRAGMA busy_timeout = {round(PATIENCE * 1000)}")
        return not self.unwiped

    def traces(self, needles: Sequence[str]) -> tuple[str, ...]:
        """Our files that still hold one of these words, though nothing that is left has it. Raises OSError."""
        if self.shelf is not None:
            needles = doomed.not_elsewhere(self.shelf.db, needles)
        return traces(self._folder, self._key or NO_KEY, needles, self._searched) if needles else ()

    def gaps(self) -> tuple[Gap, ...]:
        """Every gap that has ended."""
        return gaps.ended(self.shelf.db) if self.shelf is not None else ()

    def look_now(self) -> None:
        """The next ``expire`` does not wait for its hour."""
        self._expire_at = self._now()

    def pause(self) -> float:
        """Seconds until something is due by time; infinite where nothing is."""
        return math.inf if self.shelf is None else max(0.0, self._expire_at - self._now())

    def _with_room(self, write: Callable[[], Written]) -> Written:
        """Write; on a full disk once more, with the room that the ballast took."""
        try:
            return write()
        except Exception as error:
            if str(trouble_of(error)) != wording.DISK_FULL or not self._file.free_ballast():
                raise
        return write()

    def _time(self, db: Database) -> float | None:
        """The time that expiry goes by; None where the clock is not believed, and something is kept that it could take."""
        now = self._clock.moment()
        if now is None and not doomed.had_their_time(db, math.inf):
            self._clock.begin_anew()
            now = self._clock.moment()
        return now

    def _move_on(self) -> None:
        self._move_on_at = self._now() + MOVE_ON_SECONDS
        if self.shelf is not None:
            self._note(self.shelf.db)

    def _note(self, db: Database) -> None:
        """Say when something was last taken in, and the first time after an opening end the gap before it: by a believed clock alone."""
        now = self._clock.moment()
        if now is None:
            return
        if self._noted:
            gaps.moved_on(db, now)
        else:
            gaps.opened(db, now)
        self._noted = True


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True
