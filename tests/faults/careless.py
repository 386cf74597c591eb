"""A small history that breaks its promises in a known way: what the faults must find out, or they would find nothing in ours either."""

from collections.abc import Callable, Sequence
from pathlib import Path

from netcurtain.core.keeping import Acknowledged, Deletion, Kept, Stored, Unlocking
from netcurtain.core.record import PageRecord, Record, SubmissionRecord
from netcurtain.core.settings import Retention
from netcurtain.history.driver import dbapi2
from netcurtain.history.rows import VisitPage, VisitQuery, VisitRow
from netcurtain.history.vault import Vault

_TABLES = """CREATE TABLE IF NOT EXISTS pages (id TEXT PRIMARY KEY, visit TEXT, site TEXT, filling TEXT);
CREATE TABLE IF NOT EXISTS submissions (name TEXT {unique}, page TEXT);"""


class CarelessStore:
    """The part of ``Store`` that a life uses. It says "stored" of each submission at once.

    ``every``: how many submissions share a commit; ``unique``: UNIQUE, or nothing; ``synchronous``: as SQLite has it.
    """

    def __init__(
        self,
        place: Path,
        *,
        trouble: Callable[[str], None],
        acknowledged: Callable[[Sequence[Acknowledged]], None],
        synchronous: str = "FULL",
        every: int = 1,
        unique: str = "UNIQUE",
    ) -> None:
        self._place = place
        self._trouble = trouble
        self._acknowledged = acknowledged
        self._synchronous = synchronous
        self._every = every
        self._unique = unique
        self._number = 0

    @property
    def kept(self) -> Kept:
        return Kept.LOCKED if Vault(self._place).exists() else Kept.NONE

    def start(self) -> None:
        """Nothing is opened before the passphrase."""

    def follow(self, retention: Retention) -> None:
        """Everything is kept."""

    def make(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        self._open(Vault(self._place).make(passphrase), done)

    def unlock(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        self._open(Vault(self._place).open(passphrase), done)

    def _open(self, key: bytes, done: Callable[[Unlocking], None]) -> None:
        self._db = dbapi2.connect(self._place / "history.db", isolation_level=None, check_same_thread=False)
        self._db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute(f"PRAGMA synchronous = {self._synchronous}")
        self._db.executescript(_TABLES.format(unique=self._unique))
        self._db.execute("BEGIN")
        done(Unlocking(opened=True))

    def keep(self, records: Sequence[Record]) -> None:
        for record in records:
            if isinstance(record, PageRecord):
                self._db.execute("INSERT OR IGNORE INTO pages VALUES (?, ?, ?, ?)", (record.page, record.visit, record.site, "x" * 3000))
            elif isinstance(record, SubmissionRecord):
                self._db.execute("INSERT OR IGNORE INTO submissions VALUES (?, ?)", (record.submission, record.page))
                self._number += 1
                if self._number % self._every == 0:
                    self._commit()
                self._acknowledged([Acknowledged(record.submission, Stored.STORED)])

    def forget_visit(self, visit: str, done: Callable[[Deletion], None]) -> None:
        self._db.execute("DELETE FROM pages WHERE visit = ?", (visit,))
        if self._every == 1:
            self._commit()
        done(Deletion(gone=True))

    def visits(self, query: VisitQuery, _after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        rows = self._db.execute("SELECT visit, site FROM pages WHERE instr(site, ?) LIMIT ?", (query.search, limit)).fetchall()
        done(VisitPage(tuple(VisitRow(visit, site, 0.0, 0, sensitive=False) for visit, site in rows)))

    def stop(self) -> None:
        self._commit()
        self._db.close()

    def _commit(self) -> None:
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")
