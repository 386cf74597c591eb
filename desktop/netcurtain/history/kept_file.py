"""Opens the kept history, whatever state the disk is in; never writes over what it could not read.

    folder looked at -> database read through (checking.py) -> opened for writing, or put aside and begun anew, or one sentence why not

It belongs to the thread that opens it. Where several processes use one file, only the app may repair it.
"""

import contextlib
import errno
import shutil
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from netcurtain.history import wal, wording
from netcurtain.history.checking import Care, Look, look
from netcurtain.history.database import PATIENCE, encrypted, ready, transaction, wipe
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.kept_folder import KeptFolder, beside, new_file, sync_folder
from netcurtain.history.left_open import let_go
from netcurtain.history.trouble import StoreError, trouble_of
from netcurtain.history.vault import Vault

BALLAST_BYTES = 1024 * 1024
FULL_BYTES = 64 * 1024
"""With less room than this a disk counts as full."""
SMALL_BYTES = 16 * 1024 * 1024
"""A database up to this is always read with care: it takes less than half a second."""
LOOKS = 3
"""How often a log that seems damaged is looked at beside the app, which may be writing it just now."""
BETWEEN_LOOKS = 0.2
"""Seconds."""
_NOT_FOR_LACK_OF_ROOM = frozenset({wording.NEWER, wording.IN_USE, wording.FOLDER_GONE, wording.OPEN_IN_WINDOW})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Opened:
    """An open history, and what was found on opening it, in a sentence for the person; empty where all was in order."""

    db: Database
    sentence: str = ""


class KeptFile:
    """The encrypted database in the folder of a kept history, and the room kept free beside it.

    ``may_repair`` is for the app alone: without it nothing is put aside or written over, and what would need it is said. ``patience`` is
    how many seconds to wait for another process that writes.
    """

    def __init__(self, folder: Path, *, may_repair: bool = True, patience: float = PATIENCE) -> None:
        self._folder = KeptFolder(folder)
        self._may_repair = may_repair
        self._patience = patience

    def open(self, key: bytes) -> Opened:
        """Open it with the key out of the vault; a new one where there was none. Raises StoreError, which says what to do."""
        try:
            return self._open(key)
        except (OSError, sqlite3.Error, StoreError) as error:
            told = _told(error)
            if str(told) in _NOT_FOR_LACK_OF_ROOM or not self._disk_is_full():
                raise told from error
        if not self.free_ballast():
            raise StoreError(wording.DISK_FULL)
        try:
            opened = self._open(key)
        except (OSError, sqlite3.Error, StoreError) as error:
            raise StoreError(wording.DISK_FULL) from error
        return Opened(opened.db, opened.sentence or wording.DISK_FULL)

    def erase(self) -> tuple[str, ...]:
        """Make everything here unreadable, then remove it; close the database first. Names of what could not be removed.

        The key goes first: whatever stops the rest, nobody can read it.
        """
        let_go(self._folder.path)
        with contextlib.suppress(OSError):
            Vault(self._folder.path).destroy()
        for file in self._folder.ours():
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._folder.path.rmdir()
        return tuple(file.name for file in self._folder.ours())

    def make_ballast(self) -> None:
        """Take some room on the disk, or as much less as makes no difference: none where there is little left."""
        if self._size(self._folder.ballast) == BALLAST_BYTES:
            return
        with contextlib.suppress(OSError):
            self._folder.ballast.unlink(missing_ok=True)
            with new_file(self._folder.ballast) as file:
                if shutil.disk_usage(self._folder.path).free > BALLAST_BYTES + FULL_BYTES:
                    file.write(bytes(BALLAST_BYTES))

    def free_ballast(self) -> bool:
        """Give the room back, so that something can be deleted on a full disk. False where there was none to give."""
        try:
            had = self._size(self._folder.ballast)
            with self._folder.ballast.open("r+b") as file:
                file.truncate(0)
        except OSError:
            return False
        return had > 0

    def _open(self, key: bytes) -> Opened:
        let_go(self._folder.path)
        if not self._folder.key.exists():
            raise StoreError(wording.FOLDER_GONE)
        sentence = self._mend_log(key) if self._has_database() else self._begin(key)
        found = self._look(key, self._care())
        if found is Look.NEWER:
            raise StoreError(wording.NEWER)
        if found is Look.UNREADABLE:
            sentence = self._begin_anew(key, wording.PUT_ASIDE)
        return Opened(self._ready(key), sentence)

    def _has_database(self) -> bool:
        return self._folder.database.exists() and self._folder.database.stat().st_size > 0

    def _begin(self, key: bytes) -> str:
        """Make a database where none is; what should have been there is told, and what is left of it put aside."""
        folder = self._folder
        if folder.database.exists():
            return self._begin_anew(key, wording.PUT_ASIDE)
        if folder.wal.exists() or folder.ballast.exists():
            return self._begin_anew(key, wording.BEGUN_ANEW)
        self._make(key)
        return ""

    def _begin_anew(self, key: bytes, sentence: str) -> str:
        if not self._may_repair:
            raise StoreError(wording.DAMAGED)
        self._folder.put_aside()
        self._make(key)
        return sentence

    def _mend_log(self, key: bytes) -> str:
        """SQLite passes over a damaged or missing log without a word, and then writes over it. So it is looked at, and copied, first."""
        folder = self._folder
        if not self._may_repair:
            return self._refuse_damaged_log()
        if not folder.wal.exists():
            return wording.LAST_MOMENTS if folder.shm.exists() else ""  # a database that was closed leaves neither
        with folder.wal.open("rb") as log, folder.database.open("rb") as database:
            if (reading := wal.read(log)).damage is wal.Damage.NONE:
                return ""
            log.seek(0)
            newer = wal.written_back(log, database)
        found = self._look(key, Care.FULL)  # first, so that a locked or a newer one is not copied at every try
        if found is Look.NEWER:
            raise StoreError(wording.NEWER)
        last = reading.damage is wal.Damage.LAST
        if last and found is Look.READABLE and not newer:
            folder.copy_torn(wal.HEADER_BYTES, reading.read_to, reading.lost_to)  # the rest is kept; a copy would outlive its deletion
        else:
            folder.copy_aside(*(() if last else (folder.database,)), folder.wal)
        if (found is Look.UNREADABLE or newer) and self._look(key, Care.FULL, alone=True) is Look.READABLE:
            folder.drop_log()
            found = Look.READABLE
        if found is Look.READABLE:
            with contextlib.closing(self._ready(key)) as db:
                wipe(db)  # what lies behind the break must not be met again
        return wording.LAST_MOMENTS if last else wording.PARTLY

    def _refuse_damaged_log(self) -> str:
        """Beside the app a log may seem damaged because the app is writing it just now; one that is damaged is left to the app."""
        for _ in range(LOOKS):
            try:
                with self._folder.wal.open("rb") as log:
                    if wal.read(log).damage is wal.Damage.NONE:
                        return ""
            except FileNotFoundError:
                return ""
            sleep(BETWEEN_LOOKS)
        raise StoreError(wording.OPEN_IN_WINDOW)

    def _care(self) -> Care:
        in_order = not self._folder.wal.exists()
        return Care.PAGES if in_order and self._size(self._folder.database) > SMALL_BYTES else Care.QUICK

    def _look(self, key: bytes, care: Care, *, alone: bool = False) -> Look:
        """Where there is no log, none is made for looking, so that what is refused stays as it is. Another process may write just then:
        what seems unreadable is looked at again.
        """
        if not alone and not self._folder.wal.exists():
            found = look(self._folder.database, key, care, self._patience, alone=True)
            if found is not Look.UNREADABLE:
                return found
        return look(self._folder.database, key, care, self._patience, alone=alone)

    def _ready(self, key: bytes) -> Database:
        """Open it for writing, and see that it can be written. Raises StoreError."""
        with self._folder.database.open("r+b"):
            pass  # SQLite would not say that it cannot be written until something is
        db = ready(lambda: encrypted(self._folder.database, key, patience=self._patience))
        try:
            with transaction(db):
                pass
        except Exception:
            db.close()
            raise
        self.make_ballast()
        return db

    def _make(self, key: bytes) -> None:
        """Make a new database aside, and give it its name when it is whole: one of no bytes is never ours."""
        new = self._folder.new_database
        for ending in ("", "-wal", "-shm"):
            beside(new, ending).unlink(missing_ok=True)
        with new_file(new):
            pass
        ready(lambda: encrypted(new, key, patience=self._patience)).close()
        new.rename(self._folder.database)
        sync_folder(self._folder.path)

    def _disk_is_full(self) -> bool:
        try:
            return shutil.disk_usage(self._folder.path).free < FULL_BYTES
        except OSError:
            return False

    @staticmethod
    def _size(file: Path) -> int:
        return file.stat().st_size if file.exists() else 0


def sentence_of(error: OSError) -> str:
    """What to do where a file of the kept history could not be read or written."""
    if isinstance(error, FileNotFoundError):
        return wording.FOLDER_GONE
    return wording.DISK_FULL if error.errno in _FULL else wording.NOT_ALLOWED


def _told(error: Exception) -> Exception:
    """The error in one sentence that says what to do; a bug of ours stays as it is."""
    return StoreError(sentence_of(error)) if isinstance(error, OSError) else trouble_of(error) or error
