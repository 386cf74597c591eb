"""The files of a kept history, by name, and how a file of it is written, moved aside and removed. All are for this person alone.

key, key.new                    the wrapped key (vault.py)
tries                           wrong passphrases in a row (tries.py)
unkept                          names of visits that are still to be deleted (at_opening.py)
history.db, -wal, -shm          the database (kept_file.py); history.new.db until it is whole
history-damaged-N.db, -wal      what could not be read, put aside
history-damaged-N.db-torn       a last commit that was torn: the header of its WAL, and the frames of this commit
ballast                         room for a deletion on a full disk
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o600
FOLDER_MODE = 0o700
_OURS = re.compile(r"key(\.new)?|(tries|unkept)(\.new)?|ballast|history(\.new|-damaged-[0-9]+)?\.db(-wal|-shm|-journal|-torn)?")
_DAMAGED = re.compile(r"history-damaged-([0-9]+)\.db(-wal|-torn)?")
LOGS = ("-wal", "-torn")
"""How the names of files end that are a WAL, or the part of one that was torn."""


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """Where a kept history lies: ``history`` in the data folder."""

    path: Path

    @property
    def key(self) -> Path:
        """The wrapped key. Without it nobody can open what is kept."""
        return self.path / "key"

    @property
    def new_key(self) -> Path:
        """A wrapped key until it is whole."""
        return beside(self.key, ".new")

    @property
    def tries(self) -> Path:
        """How many wrong passphrases there were in a row."""
        return self.path / "tries"

    @property
    def unkept(self) -> Path:
        """Visits that the person does not want kept, and that could not be deleted yet."""
        return self.path / "unkept"

    @property
    def ballast(self) -> Path:
        """Room that can be freed on a full disk."""
        return self.path / "ballast"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "history.db"

    @property
    def wal(self) -> Path:
        """What was committed and is not in the database yet."""
        return beside(self.database, "-wal")

    @property
    def shm(self) -> Path:
        """The index of the WAL, which SQLite makes anew after a crash."""
        return beside(self.database, "-shm")

    @property
    def new_database(self) -> Path:
        """A database until it is whole."""
        return self.path / "history.new.db"

    def ready(self) -> None:
        """Make the folder, for this person alone. Raises OSError."""
        self.path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        self.path.chmod(FOLDER_MODE)

    def ours(self) -> tuple[Path, ...]:
        """Every file in here that Netcurtain made, by name; none where there is no folder."""
        try:
            return tuple(sorted(path for path in self.path.iterdir() if _OURS.fullmatch(path.name)))
        except OSError:
            return ()

    def damaged(self) -> tuple[Path, ...]:
        """The databases and WALs that could not be read and were put aside."""
        return tuple(path for path in self.ours() if _DAMAGED.fullmatch(path.name))

    def drop_torn(self) -> None:
        """After a deletion: remove what was put aside of torn commits. Where that fails, a search finds what is in it.

        Their pages have rows of many visits, which cannot be deleted one by one, and nobody was told that such a commit was stored.
        """
        for path in self.damaged():
            if path.name.endswith("-torn"):
                with contextlib.suppress(OSError):
                    path.unlink()
        sync_folder(self.path)

    def put_aside(self) -> Path:
        """Move the database and its WAL out of the way, under a name that was free; where the database is now. Raises OSError."""
        aside = self._free()
        for file, target in ((self.database, aside), (self.wal, beside(aside, "-wal"))):
            if file.exists():
                file.rename(target)
        self.shm.unlink(missing_ok=True)
        sync_folder(self.path)
        return aside

    def drop_log(self) -> None:
        """Remove the WAL; for one that was copied. Raises OSError."""
        self.wal.unlink(missing_ok=True)
        self.shm.unlink(missing_ok=True)

    def copy_aside(self, *files: Path) -> None:
        """Copy these (the database, its WAL) under a name that was free, whole or not at all. Raises OSError."""
        aside = self._free()
        targets = {self.database: aside, self.wal: beside(aside, "-wal")}
        try:
            for file in files:
                with file.open("rb") as source, new_file(targets[file]) as copy:
                    shutil.copyfileobj(source, copy)
        except OSError:
            for file in files:
                targets[file].unlink(missing_ok=True)
            raise
        sync_folder(self.path)

    def copy_torn(self, header: int, start: int, end: int) -> None:
        """Copy the first ``header`` bytes of the WAL and those from ``start`` to ``end``, under a name that was free, whole or not at
        all. Raises OSError.
        """
        aside = beside(self._free(), "-torn")
        try:
            with self.wal.open("rb") as log, new_file(aside) as copy:
                copy.write(log.read(header))
                log.seek(start)
                copy.write(log.read(end - start))
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        sync_folder(self.path)

    def _free(self) -> Path:
        used = [int(match[1]) for path in self.ours() if (match := _DAMAGED.fullmatch(path.name))]
        return self.path / f"history-damaged-{max(used, default=0) + 1}.db"


def beside(database: Path, ending: str) -> Path:
    """A file that goes with a database, such as its ``-wal``."""
    return database.with_name(database.name + ending)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that is not there yet, on disk when the block ends. Raises OSError, FileExistsError among them."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> bool:
    """Put content in place of a file, whole or not at all, on disk when it returns. Raises OSError.

    False where nobody can tell whether a power cut would bring back the file that was there before.
    """
    beside_it = beside(path, ".new")
    descriptor = os.open(beside_it, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ALONE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside_it.replace(path)
    return sync_folder(path.parent)


def sync_folder(folder: Path) -> bool:
    """Make names that were given, changed or removed outlive a power cut. False where the system cannot."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True
