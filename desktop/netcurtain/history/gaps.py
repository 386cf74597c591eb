"""When nothing was taken in: the rows of ``gaps``. On the store's thread, in the file alone.

While the file is open, one row without an end says when something was last taken in. It moves on with every commit, so that the gap begins
where it should however Netcurtain ended. It gets its end when the file is opened again. No gap tells of a deletion.
"""

from netcurtain.history.database import transaction
from netcurtain.history.driver import Database
from netcurtain.history.rows import Gap

MOST = 2000
"""Gaps that are kept; the oldest go first."""


def last(db: Database) -> float | None:
    """When something was last taken in, in milliseconds since 1970; None where the file is new."""
    found: float | None = db.execute("SELECT max(since) FROM gaps WHERE until IS NULL").fetchone()[0]
    return found


def opened(db: Database, now: float) -> None:
    """The file was opened: end the gap before, and begin to say when something was last taken in.

    Times are milliseconds since 1970. Raises StoreError.
    """
    since = last(db)
    with transaction(db):
        if since is not None and round(now) > since:
            db.execute("UPDATE gaps SET until = ? WHERE since = ?", (round(now), since))
        db.execute("DELETE FROM gaps WHERE until IS NULL")
        db.execute("INSERT OR REPLACE INTO gaps (since, until) VALUES (?, NULL)", (round(now),))
        db.execute("DELETE FROM gaps WHERE since NOT IN (SELECT since FROM gaps ORDER BY since DESC LIMIT ?)", (MOST,))


def moved_on(db: Database, now: float) -> None:
    """Something was taken in, or could have been, until now. Raises StoreError."""
    with transaction(db):
        db.execute("UPDATE OR REPLACE gaps SET since = ? WHERE until IS NULL", (round(now),))


def expire(db: Database, before: float) -> None:
    """Gaps that ended before this moment say nothing about what is left. Raises StoreError."""
    with transaction(db):
        db.execute("DELETE FROM gaps WHERE until < ?", (round(before),))


def ended(db: Database) -> tuple[Gap, ...]:
    """Every gap that has ended, the newest first."""
    found = db.execute("SELECT since, until FROM gaps WHERE until IS NOT NULL ORDER BY since DESC")
    return tuple(Gap(since, until) for since, until in found.fetchall())
