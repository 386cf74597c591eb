"""One database, in memory or in the file, and the records that wait for its next commit. On the store's thread.

A submission's answer is told after its commit: then it is there for good. Where the world prevents the commit the answer says so, and the
records wait for the next try all the same.
"""

import math
import time
from collections.abc import Callable, Collection, Sequence

from netcurtain.core.keeping import Acknowledged, Stored
from netcurtain.core.record import PageRecord, Record, SubmissionRecord, VisitUnkeptRecord
from netcurtain.core.short_names import page_name
from netcurtain.history.circumstances import circumstances_of
from netcurtain.history.driver import Database
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Writer

COMMIT_SECONDS = 1.0
COMMIT_RECORDS = 200
RETRY_SECONDS = 5.0
"""After the disk was full or the like, how long until the next try."""
MAX_WAITING = 20_000
"""Records that wait for a disk that can be written again; the oldest go first."""


class Shelf:
    """What is kept in one place. ``stored`` is what a submission is told once it is committed here."""

    def __init__(self, db: Database, writer: Writer, stored: Stored, acknowledge: Callable[[Sequence[Acknowledged]], None]) -> None:
        self.db = db
        self.writer = writer
        self._stored = stored
        self._acknowledge = acknowledge
        self._waiting: list[Record] = []
        self._unanswered: list[str] = []
        self._due: float | None = None
        self.failing = False
        """Whether the world prevented the last commit."""

    @property
    def wait(self) -> float:
        """Seconds until a commit is due; infinite where nothing waits."""
        return math.inf if self._due is None else max(0.0, self._due - time.monotonic())

    @property
    def urgent(self) -> bool:
        """Whether it is time for a commit: a submission waits, or many records do, or the oldest has waited long enough."""
        if self._due is None:
            return False
        much = len(self._waiting) >= COMMIT_RECORDS or bool(self._unanswered)
        return (much and not self.failing) or time.monotonic() >= self._due

    def take(self, record: Record) -> None:
        """Let this wait for the next commit."""
        self._waiting.append(record)
        if isinstance(record, SubmissionRecord):
            self._unanswered.append(record.submission)
        del self._waiting[:-MAX_WAITING]
        if self._due is None:
            self._due = time.monotonic() + COMMIT_SECONDS

    def flush(self) -> bool:
        """Commit what waits, and answer its submissions; whether anything did. Raises StoreError where the world prevents it: then it waits
        for the next try.
        """
        waiting, self._waiting, self._due = self._waiting, [], None
        if not waiting:
            return False
        try:
            self.writer.keep(waiting)
        except StoreError:
            self.failing = True
            self._waiting, self._due = waiting, time.monotonic() + RETRY_SECONDS
            self._answer(lambda _name: Stored.DISK)
            raise
        except Exception:
            self._answer(lambda _name: Stored.DISK)
            raise
        self.failing = False
        self._answer(lambda name: self._stored if self.has(name) else Stored.UNKNOWN_PAGE)
        return True

    def has(self, submission: str) -> bool:
        """Whether a submission is here: its page may have been forgotten, or its visit be full."""
        return self.db.execute("SELECT 1 FROM submissions WHERE name = ?", (submission,)).fetchone() is not None

    def page(self, page: str) -> PageRecord | None:
        """A page as it is here, by its whole name; None where it is not."""
        question = """SELECT v.name, s.name, p.url, p.title, p.started, c.text, p.from_start FROM pages p
            JOIN visits v ON v.id = p.visit JOIN sites s ON s.id = v.site
            LEFT JOIN circumstances c ON c.id = p.circumstances WHERE p.name = ?"""
        found = self.db.execute(question, (page_name(page),)).fetchone()
        if found is None:
            return None
        visit, site, url, title, started, circumstances, from_start = found
        return PageRecord(page, visit, site, url, title, started, circumstances_of(circumstances), bool(from_start))

    def waiting_pages(self) -> list[PageRecord]:
        """The pages that are told of in what waits."""
        return [record for record in self._waiting if isinstance(record, PageRecord)]

    def drop(self, pages: Collection[str]) -> None:
        """Let go of what waits of these pages; their submissions are told that they are not wanted."""
        dropped = {record.submission for record in self._waiting if isinstance(record, SubmissionRecord) and record.page in pages}
        self._waiting = [record for record in self._waiting if isinstance(record, VisitUnkeptRecord) or record.page not in pages]
        gone, self._unanswered = dropped.intersection(self._unanswered), [name for name in self._unanswered if name not in dropped]
        if gone:
            self._acknowledge(tuple(Acknowledged(name, Stored.NOT_WANTED) for name in sorted(gone)))

    def let_go(self, stored: Stored) -> None:
        """Let go of all that waits; its submissions are told ``stored``."""
        self._waiting, self._due = [], None
        self._answer(lambda _name: stored)

    def _answer(self, stored: Callable[[str], Stored]) -> None:
        names, self._unanswered = self._unanswered, []
        if names:
            self._acknowledge(tuple(Acknowledged(name, stored(name)) for name in dict.fromkeys(names)))
