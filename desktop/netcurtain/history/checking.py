"""A look at an encrypted database before it is opened for writing: can all of it be read, and do we know its tables? Changes no byte."""

import enum
import re
from contextlib import closing
from pathlib import Path

from netcurtain.history import wal
from netcurtain.history.database import encrypted, in_memory
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.kept_folder import beside
from netcurtain.history.migrations import SENTINEL, migrations
from netcurtain.history.trouble import primary_code

_UNREADABLE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


_PAGE = re.compile(r"\bpage ([0-9]+)")


class Care(enum.StrEnum):
    """How closely to look. Every page carries a proof of its key, its place and its content, which is looked at always."""

    PAGES = ""
    """That alone: enough where it was closed in good order."""
    QUICK = "quick_check"
    """Also what pages say of each other; three times as slow."""
    FULL = "integrity_check"
    """Also whether each index has every row."""


class Look(enum.Enum):
    """What a look found."""

    READABLE = enum.auto()
    UNREADABLE = enum.auto()
    """Damaged, of another key, or not a history."""
    NEWER = enum.auto()
    """Of a newer Netcurtain, whose tables we do not know."""


def look(path: Path, key: bytes, care: Care, patience: float, *, alone: bool = False) -> Look:
    """Read a database through; ``alone`` without its WAL. Raises the driver's errors where the world prevents it, as when another process
    has it locked.
    """
    with closing(encrypted(path, key, read_only=True, alone=alone, patience=patience)) as db:
        try:
            return _look(db, frozenset() if alone else _pages_in_log(path), care)
        except sqlite3.DatabaseError as error:
            if primary_code(error) in _UNREADABLE:
                return Look.UNREADABLE
            raise


def _look(db: Database, in_log: frozenset[int], care: Care) -> Look:
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - _known():
        return Look.NEWER
    if not applied or not _pages_hold(db, in_log) or (care is not Care.PAGES and not _hangs_together(db, care)) or not _has_sentinel(db):
        return Look.UNREADABLE
    return Look.READABLE


def _known() -> set[str]:
    with closing(in_memory()) as empty:
        return {migration.name for migration in migrations.pending(empty)}


def _pages_hold(db: Database, in_log: frozenset[int]) -> bool:
    """A page that the WAL has anew may be torn without a loss: the power was cut as it was written back. Frames have sums of their own."""
    told = [text for (text,) in db.execute("PRAGMA cipher_integrity_check").fetchall()]
    failed = {int(match[1]) if (match := _PAGE.search(text)) else 0 for text in told}
    return failed <= in_log


def _pages_in_log(path: Path) -> frozenset[int]:
    try:
        with beside(path, "-wal").open("rb") as file:
            return wal.read(file).pages
    except FileNotFoundError:
        return frozenset()


def _hangs_together(db: Database, care: Care) -> bool:
    return bool(db.execute(f"PRAGMA {care}(1)").fetchall() == [("ok",)])


def _has_sentinel(db: Database) -> bool:
    """A row that every history has, written with its first tables: a file that lost rows may still seem in order."""
    return bool(db.execute("SELECT word FROM sentinel").fetchall() == [(SENTINEL,)])
