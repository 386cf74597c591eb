"""What can go wrong: the world's failures become a StoreError that says what to do; our bugs go to the log without any content."""

import logging
import traceback

from netcurtain.history import wording
from netcurtain.history.driver import dbapi2 as sqlite3

log = logging.getLogger(__name__)

_SENTENCES = {
    sqlite3.SQLITE_FULL: wording.DISK_FULL,
    sqlite3.SQLITE_READONLY: wording.NOT_ALLOWED,
    sqlite3.SQLITE_CANTOPEN: wording.NOT_ALLOWED,
    sqlite3.SQLITE_PERM: wording.NOT_ALLOWED,
    sqlite3.SQLITE_BUSY: wording.IN_USE,
    sqlite3.SQLITE_LOCKED: wording.IN_USE,
    sqlite3.SQLITE_IOERR: wording.DISK_FAILED,
    sqlite3.SQLITE_CORRUPT: wording.DAMAGED,
    sqlite3.SQLITE_NOTADB: wording.DAMAGED,
}
_PRIMARY_CODE = 0xFF
"""SQLite says more about a failure in the bits above these."""


class StoreError(Exception):
    """The history cannot be kept or read just now. The message is one sentence that says what to do."""


def trouble_of(error: Exception) -> StoreError | None:
    """The world's failure behind an error; None where the error is a bug of ours."""
    if isinstance(error, StoreError):
        return error
    sentence = _SENTENCES.get(primary_code(error))
    return StoreError(sentence) if sentence else None


def primary_code(error: Exception) -> int:
    """Which kind of failure the database told; 0 where it was no failure of the database."""
    code = getattr(error, "sqlite_errorcode", None) if isinstance(error, sqlite3.Error) else None
    return (code or 0) & _PRIMARY_CODE


def log_bug(doing: str, error: Exception) -> None:
    """Log where a bug is. The error's own message stays out: it may quote an address or a title."""
    log.error("%s failed: %s\n%s", doing, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
