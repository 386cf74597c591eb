"""The history's own thread. It owns the one connection; every read and every write is a job of its queue, done in order.

    any thread -> keep(records) -> queue -> history/writing.py    committed every second or 200 records, a submission at once
    any thread -> visits, story -> queue -> history/stories.py -> done(frozen rows), called on this thread
    the time has come -> history/retention.py says which visits -> history/writing.py -> changed(), called on this thread

A private page cannot come in: core/record.py has no shape for one.
"""

import logging
import math
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import closing
from typing import TypeVar

from sqlite_utils import Database

from netcurtain.core.record import PageClosedRecord, Record, SubmissionRecord
from netcurtain.core.settings import Retention
from netcurtain.history import clock, stories
from netcurtain.history.database import in_memory, ready
from netcurtain.history.retention import Stays
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.history.trouble import StoreError, log_bug, trouble_of
from netcurtain.history.writing import Limits, Writer

COMMIT_SECONDS = 1.0
COMMIT_RECORDS = 200
RETRY_SECONDS = 5.0
"""After the disk was full or the like, how long until the next try."""
LONGEST_PAUSE = 30.0
"""While a visit waits to be forgotten, seconds until the clock is looked at again: waiting stands still while the computer sleeps."""
MAX_JOBS = 10_000
"""Jobs that may wait for the thread; beyond them nothing is taken in."""
MAX_WAITING = 20_000
"""Records that wait for a disk that can be written again; the oldest go first."""

log = logging.getLogger(__name__)
T = TypeVar("T")
Job = Callable[[], object]


class Store:
    """What is remembered. Every method may be called from any thread, and only start and stop wait.

    ``open_database`` is called on the store's own thread. ``trouble`` hears, on that thread too, one sentence that says what to do when
    the history cannot be kept; once until it can be kept again. ``changed`` is called, on that thread, after visits were forgotten
    because their time had come. ``now`` is in seconds, and goes on while the computer sleeps.
    """

    def __init__(
        self,
        open_database: Callable[[], Database] = in_memory,
        trouble: Callable[[str], None] = lambda _sentence: None,
        limits: Limits | None = None,
        changed: Callable[[], None] = lambda: None,
        now: Callable[[], float] = clock.seconds,
    ) -> None:
        self._open_database = open_database
        self._trouble = trouble
        self._limits = limits or Limits()
        self._changed = changed
        self._now = now
        self._retention = Retention.UNTIL_CLOSE
        self._stays = Stays()
        self._try_again = 0.0
        self._jobs: queue.Queue[Job | None] = queue.Queue(MAX_JOBS)
        self._lock = threading.Lock()
        self._open = False
        self._thread: threading.Thread | None = None
        self._waiting: list[Record] = []
        self._due: float | None = None
        self._told = ""

    def start(self) -> None:
        """Open the database and take jobs from now on. Raises StoreError where it cannot be opened."""
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="history", daemon=True)
        self._thread.start()
        opened.result()
        with self._lock:
            self._open = True

    def stop(self) -> None:
        """Take nothing more in, finish every job that waits, close the database. Again, or before start, it does nothing."""
        with self._lock:
            was_open, self._open = self._open, False
        if was_open and self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def keep(self, records: Sequence[Record]) -> None:
        """Keep these, soon. Records of a page that was never kept, or is forgotten, are passed over."""
        taken = tuple(records)
        if taken and not self._ask(lambda: self._take(taken)):
            log.warning("%d records were not kept: the history is closed, or too much is waiting for it", len(taken))

    def follow(self, retention: Retention) -> None:
        """Forget as the person has answered, from now on; also what was left before. What is forgotten already does not come back."""
        self._retention = retention
        # Its turn is all that is needed. Where the queue is full the thread is awake, and looks before the next job anyhow.
        self._ask(lambda: None)

    def visits(self, search: str, limit: int, done: Callable[[tuple[VisitRow, ...]], None]) -> None:
        """The newest visits, ``limit`` at most, whose site or companies contain ``search``."""
        self._ask(lambda: self._answer(lambda db: stories.visits(db, search, limit), done))

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained; None where it is no longer kept."""
        self._ask(lambda: self._answer(lambda db: stories.story(db, visit), done))

    def forget_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Delete one visit. ``done(True)`` only once it is gone for good; nothing of it comes back."""
        self._forget(lambda writer: writer.forget_visit(visit), done)

    def forget_site(self, site: str, done: Callable[[bool], None]) -> None:
        """Delete every visit to a site. ``done(True)`` only once they are gone for good; nothing of them comes back."""
        self._forget(lambda writer: writer.forget_site(site), done)

    def _ask(self, job: Job) -> bool:
        with self._lock:
            if not self._open:
                return False
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                return False
            return True

    def _forget(self, forget: Callable[[Writer], bool], done: Callable[[bool], None]) -> None:
        def job() -> None:
            gone = False
            try:
                gone = self._flush() and forget(self._writer)
            except StoreError as error:
                self._tell(error)
            finally:
                done(gone)

        if not self._ask(job):
            done(False)

    def _run(self, opened: Future[None]) -> None:
        """The thread's whole life."""
        try:
            self._db = ready(self._open_database)
        except Exception as error:
            opened.set_exception(error)
            return
        with closing(self._db):
            self._writer = Writer(self._db, self._limits)
            opened.set_result(None)
            while (job := self._next()) is not None:
                self._do(self._forget_left)  # first, so that no answer has what should be gone
                self._do(job)
            self._do(self._flush)

    def _next(self) -> Job | None:
        """The next job, or a commit once that is due."""
        try:
            return self._jobs.get(timeout=self._pause())
        except queue.Empty:
            return self._flush

    def _pause(self) -> float | None:
        """Seconds until a commit is due or a visit is to be forgotten; None where neither is in sight."""
        commit = math.inf if self._due is None else self._due - time.monotonic()
        forget = self._stays.next_time(self._retention) - self._now()
        if forget < math.inf:
            forget = min(max(forget, self._try_again - time.monotonic()), LONGEST_PAUSE)
        pause = min(commit, forget)
        return max(0.0, pause) if pause < math.inf else None

    def _do(self, job: Job) -> None:
        """Whatever goes wrong in one job, the next one is done."""
        try:
            job()
        except Exception as error:
            if trouble := trouble_of(error):
                self._tell(trouble)
            else:
                log_bug("a job of the history", error)

    def _forget_left(self) -> None:
        """Forget the visits whose time has come; what waits to be written of them is written first, or it would come back."""
        visits = self._stays.to_forget(self._retention, self._now())
        if not visits or time.monotonic() < self._try_again:
            return
        self._try_again = time.monotonic() + RETRY_SECONDS
        if self._flush() and self._writer.forget_left(visits):
            self._try_again = 0.0
            self._stays.forgotten(visits)
            self._changed()

    def _take(self, records: Sequence[Record]) -> None:
        for record in records:
            self._stays.hear(record, self._now())
        self._waiting.extend(record for record in records if not isinstance(record, PageClosedRecord))
        del self._waiting[:-MAX_WAITING]
        if self._due is None:
            self._due = time.monotonic() + COMMIT_SECONDS
        urgent = len(self._waiting) >= COMMIT_RECORDS or any(isinstance(record, SubmissionRecord) for record in records)
        if (urgent and not self._told) or time.monotonic() >= self._due:
            self._flush()

    def _answer(self, question: Callable[[Database], T], done: Callable[[T], None]) -> None:
        self._flush()
        done(question(self._db))

    def _flush(self) -> bool:
        """Write what waits; True if nothing waits any more. Where the world prevents it, it waits for the next try."""
        waiting, self._waiting, self._due = self._waiting, [], None
        if not waiting:
            return True
        try:
            self._writer.keep(waiting)
        except StoreError as error:
            self._waiting, self._due = waiting, time.monotonic() + RETRY_SECONDS
            self._tell(error)
            return False
        self._told = ""
        return True

    def _tell(self, trouble: StoreError) -> None:
        if str(trouble) != self._told:
            self._told = str(trouble)
            log.warning("%s", trouble)
            self._trouble(self._told)
