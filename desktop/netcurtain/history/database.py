"""One connection, made ready for the history, in memory or in a file alike. It belongs to the thread that made it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.migrations import migrations
from netcurtain.history.trouble import trouble_of

PATIENCE = 5.0
"""Seconds to wait for another process that writes at the moment."""


def in_memory() -> Database:
    """A history that is gone when Netcurtain stops; nothing of it touches the disk."""
    return Database(memory=True)


def encrypted(path: Path, key: bytes, *, read_only: bool = False, alone: bool = False, patience: float = PATIENCE) -> Database:
    """A file that is there already: an encrypted database, or one of no bytes, which becomes one. Raises the driver's errors.

    ``key`` is the 32 bytes themselves. SQLite gives a WAL the mode of its database, so make the file for its owner alone. With
    ``read_only`` not a byte of the database or its WAL is changed, whatever is wrong with them. ``alone``, for reading, is as if there
    were no WAL.
    """
    mode = ("ro" if read_only else "rw") + ("&immutable=1" if alone else "")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr what it could not read
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")  # a key cannot be bound
    except sqlite3.Error:
        connection.close()
        raise
    return Database(connection)


def folder_of(db: Database) -> Path:
    """Where the file of an open database lies."""
    file: str = db.execute("PRAGMA database_list").fetchone()[2]
    return Path(file).parent


def ready(open_database: Callable[[], Database]) -> Database:
    """Open a database and make it ready. Raises StoreError where the world prevents it."""
    try:
        db = open_database()
        try:
            _prepare(db)
        except Exception:
            db.close()
            raise
    except Exception as error:
        if trouble := trouble_of(error):
            raise trouble from error
        raise
    return db


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All of it or nothing. Raises StoreError where the world prevents it; the connection works on afterwards."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.commit()
    except Exception as error:
        db.rollback()
        if trouble := trouble_of(error):
            raise trouble from error
        raise


def wipe(db: Database) -> bool:
    """After a committed delete: write zeros over it in the file too. False where another reader stands in the way.

    With secure_delete alone, what was deleted stays readable in the file until the log is copied back and cut to nothing. Raises
    StoreError where the world prevents it; the delete is committed all the same.
    """
    try:
        busy: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except Exception as error:
        if trouble := trouble_of(error):
            raise trouble from error
        raise
    return busy == 0


def rebuild(db: Database) -> bool:
    """Lay the whole file out anew, then wipe; for what a search still finds after a deletion. False where a reader stands in the way.

    What is deleted is written over, but when rows move to another page SQLite may leave a copy in the room that gets free. With a million
    requests this takes a second or two, and as much memory as the file is big. Raises StoreError.
    """
    try:
        db.execute("VACUUM")
    except Exception as error:
        if trouble := trouble_of(error):
            raise trouble from error
        raise
    return wipe(db)


def _prepare(db: Database) -> None:
    """Set what deletes and commits rely on, and bring the tables up to date.

    FULL, because a power cut under NORMAL lost hundreds of commits. A database in memory passes over WAL.
    """
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA temp_store = MEMORY")
    migrations.apply(db)
    db.register_function(str.casefold, deterministic=True, name="casefold")
