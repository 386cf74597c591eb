"""One connection, made ready for the history, in memory or in a file alike. It belongs to the thread that made it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from netcurtain.history.migrations import migrations
from netcurtain.history.trouble import trouble_of


def in_memory() -> Database:
    """A history that is gone when Netcurtain stops; nothing of it touches the disk."""
    return Database(memory=True)


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

    With secure_delete alone, what was deleted stays readable in the file until the log is copied back and cut to nothing.
    """
    busy: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return busy == 0


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
