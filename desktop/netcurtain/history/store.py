"""The history, for all other threads: every read and every write is a job of its one thread, done in order.

    any thread -> keep(records) -> history/worker.py -> history/shelves.py -> history/writing.py
                                   committed every second or 200 records, a submission at once -> acknowledged
    any thread -> visits, story, gaps -> the same thread -> done(frozen rows), called on it
    any thread -> make, unlock -> history/passphrases.py on a thread of its own, which takes a while -> the same thread -> done

A private page cannot come in: core/record.py has no shape for one.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from netcurtain.core.evidence import Evidence
from netcurtain.core.keeping import Acknowledged, Deleted, Deletion, Kept, Stored, Unlocking
from netcurtain.core.record import Record, SubmissionRecord, VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import clock, reading, wording
from netcurtain.history.database import in_memory, ready
from netcurtain.history.doomed import Doomed, TheSite, TheTime, TheVisit
from netcurtain.history.driver import Database
from netcurtain.history.kept_shelf import KeptShelf
from netcurtain.history.passphrases import Passphrases
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.history.shelf import Shelf
from netcurtain.history.shelves import Shelves
from netcurtain.history.telling import Listeners
from netcurtain.history.trouble import log_bug
from netcurtain.history.turns import in_turns
from netcurtain.history.watching import Watcher, unwatched
from netcurtain.history.were_here import WereHere
from netcurtain.history.worker import Worker
from netcurtain.history.writing import IN_FILE, Limits, Writer

NO_KEY = Unlocking(False, wording.FOLDER_GONE)
FAILED = Unlocking(False, wording.HISTORY_CLOSED)
NO_KEY_FOUND: bytes | Unlocking = FAILED
NO_VISITS = VisitPage(())
NO_COMPANIES: tuple[str, ...] = ()
NO_GAPS: tuple[Gap, ...] = ()

LONGEST_ASKING = 5.0
"""Seconds that the end waits for a key that is being made."""

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Store:
    """What is remembered, in memory and behind the passphrase. Every method may be called from any thread, and only start and stop wait.

    ``place`` is the folder of the kept history, ``history`` in the data folder; None where nothing can be kept. ``searched`` are other
    files that Netcurtain writes, such as its log, in which nothing of what was deleted may be left.

    These are called on the store's thread and return at once: ``trouble`` with one sentence that says what to do when the history cannot be
    kept, once until it can be kept again; ``changed`` after visits were forgotten by time, or somewhere else than in a window;
    ``kept_changed`` when the kept history was made, locked, opened or erased; ``acknowledged`` with what became of submissions, each after
    its commit, or at once where it is not taken (on the caller's thread where the history is closed or far behind); ``deleted`` with what
    the person has deleted, here or with the command line as soon as that is noticed.
    ``now`` is in seconds and goes on while the computer sleeps, ``wall`` is milliseconds since 1970.
    """

    def __init__(
        self,
        place: Path | None = None,
        *,
        trouble: Callable[[str], None] = lambda _sentence: None,
        changed: Callable[[], None] = lambda: None,
        kept_changed: Callable[[Kept], None] = lambda _kept: None,
        acknowledged: Callable[[Sequence[Acknowledged]], None] = lambda _submissions: None,
        deleted: Callable[[Deleted], None] = lambda _deleted: None,
        searched: Sequence[Path] = (),
        limits: Limits | None = None,
        open_memory: Callable[[], Database] = in_memory,
        now: Callable[[], float] = clock.seconds,
        wall: Callable[[], float] = clock.milliseconds,
    ) -> None:
        def memory_shelf() -> Shelf:
            db = ready(open_memory)
            return Shelf(db, Writer(db, limits or Limits()), Stored.IN_MEMORY, acknowledged)

        def file_shelf(db: Database, were_here: WereHere) -> Shelf:
            return Shelf(db, Writer(db, IN_FILE, were_here=were_here), Stored.STORED, acknowledged)

        self._acknowledged = acknowledged
        self._passphrases = Passphrases(place, now) if place is not None else None
        disk = KeptShelf(place, searched, file_shelf, now, wall) if place is not None else None
        self._shelves = Shelves(memory_shelf, disk, Listeners(trouble, changed, kept_changed, acknowledged, deleted), now)
        self._worker = Worker("history", self._shelves)
        self._lockings = 0
        """How often it was locked or erased: a passphrase from before opens nothing after."""
        self._asking: set[threading.Thread] = set()

    @property
    def kept(self) -> Kept:
        """How the history on disk stands."""
        return self._shelves.standing

    def start(self) -> None:
        """Take jobs from now on. A history on disk stays locked. Raises StoreError where there is not even memory."""
        self._worker.start()

    def stop(self) -> None:
        """Take nothing more in, finish every job that waits, lock what is kept. Again, or before start, it does nothing.

        A key that is being made is waited for, as it is taken back then: nobody could know of it.
        """
        self._worker.stop()
        for thread in tuple(self._asking - {threading.current_thread()}):
            thread.join(LONGEST_ASKING)

    def keep(self, records: Sequence[Record]) -> None:
        """Keep these, soon, where the person wants them kept. Records of a page that was never told of are passed over."""
        taken = tuple(records)
        asked_for = any(isinstance(record, VisitUnkeptRecord) for record in taken)
        if taken and not self._worker.ask(lambda: self._shelves.take(taken), always=asked_for):
            log.warning("%d records were not kept: the history is closed, or too much is waiting for it", len(taken))
            sent = tuple(Acknowledged(record.submission, Stored.DISK) for record in taken if isinstance(record, SubmissionRecord))
            if sent:
                self._acknowledged(sent)

    def follow(self, retention: Retention) -> None:
        """Keep and forget as the person has answered, from now on; also what was left before. What is forgotten does not come back."""
        if not self._worker.ask(lambda: self._shelves.follow(retention), always=True):
            self._shelves.retention = retention  # the thread has not begun

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        """The newest visits that fit, ``limit`` at most; those older than ``after`` where it is given. None while the history is locked."""
        self._read(lambda: reading.visits(self._shelves.shown(), query, after, limit), NO_VISITS, done)

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """The names of the companies in the history, those of most visits first, 200 at most. None while the history is locked."""
        self._read(lambda: reading.companies(self._shelves.shown()), NO_COMPANIES, done)

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        """What changed between two visits to one site; None where one of them is no longer kept, or locked."""
        self._read(lambda: reading.changes(self._shelves.shown(), older, newer), None, done)

    def evidence(self, visit: str, site: str, now: float, done: Callable[[Evidence | None], None]) -> None:
        """What a saved copy says of one visit, or, where one is given, of every visit to a ``site``; None where nothing is kept of it,
        or it is locked. ``now`` is when the copy is made, in milliseconds since 1970.
        """
        self._read(lambda: reading.evidence(self._shelves.shown(), visit, site, now), None, done)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained; None where it is no longer kept, or locked."""
        self._read(lambda: reading.story(self._shelves.shown(), visit), None, done)

    def gaps(self, done: Callable[[tuple[Gap, ...]], None]) -> None:
        """When nothing was taken in, the newest first. None while the history is locked."""
        self._read(self._shelves.gaps, NO_GAPS, done)

    def keep_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Keep one visit behind the passphrase, with what its open pages still do, whatever time passes. ``done(False)`` where the history
        is not open, has no such visit, or could not be written, which ``trouble`` is told.
        """
        self._answer(lambda: self._shelves.keep_visit(visit), False, done)

    def forget_visit(self, visit: str, done: Callable[[Deletion], None]) -> None:
        """Delete one visit, wherever it is kept. Nothing of it comes back. Of these three, what is locked is looked through when it is
        opened, and until then they never answer that all of it is gone.
        """
        self._forget(TheVisit(visit), done)

    def forget_site(self, site: str, done: Callable[[Deletion], None], progress: Callable[[float], None] = unwatched) -> Callable[[], None]:
        """Delete every visit to a site. Nothing of them comes back. ``progress`` is told how far it is, from 0 to 1, on the store's
        thread; what is returned stops it: what is gone by then stays gone.
        """
        return self._forget(TheSite(site), done, progress)

    def forget_between(
        self, since: float, until: float, done: Callable[[Deletion], None], progress: Callable[[float], None] = unwatched
    ) -> Callable[[], None]:
        """Delete every visit of which anything is from between two moments, in milliseconds since 1970, ``until`` excluded.
        ``progress`` and what is returned are as for a site.
        """
        return self._forget(TheTime(since, until), done, progress)

    def erase(self, done: Callable[[Deletion], None], progress: Callable[[float], None] = unwatched) -> Callable[[], None]:
        """Delete all there is, in memory and on disk, the key first. It needs no passphrase. Without its key nothing is left to stop for,
        so that what is returned does nothing.
        """
        self._lockings += 1

        def erase() -> Deletion:
            deletion = self._shelves.erase()
            progress(1.0)
            return deletion

        self._answer(erase, Deletion(False), done)
        return lambda: None

    def make(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        """Make a history behind a passphrase, and open it."""
        self._with_key(lambda passphrases: passphrases.make(passphrase), Passphrases.unmake, done)

    def unlock(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        """Open the history with its passphrase."""
        self._with_key(lambda passphrases: passphrases.open(passphrase), _locked_meanwhile, done)

    def lock(self) -> None:
        """Lock it at once; what was taken in before is committed first. Where there is none, nothing happens."""
        self._lockings += 1
        self._worker.ask(self._shelves.lock, always=True)

    def change_passphrase(self, old: str, new: str, done: Callable[[Unlocking], None]) -> None:
        """Give the history another passphrase; whether it is open or locked stays as it is. ``opened`` says whether it has the new one."""
        passphrases = self._passphrases
        if passphrases is None:
            done(NO_KEY)
        else:
            self._alone(lambda: passphrases.change(old, new), FAILED, done)

    def _forget(self, what: Doomed, done: Callable[[Deletion], None], progress: Callable[[float], None] = unwatched) -> Callable[[], None]:
        watcher = Watcher(progress)
        in_turns(self._worker, self._shelves.forget(what, watcher), done, Deletion(False), self._shelves.failed)
        return watcher.stopped.set

    def _answer(self, ask: Callable[[], Answer], failed: Answer, done: Callable[[Answer], None]) -> None:
        """Do what the person asked for, whatever else waits; ``failed`` is the answer where that goes wrong."""
        if not self._worker.ask(lambda: self._do(ask, failed, done), always=True):
            done(failed)

    def _read(self, ask: Callable[[], Answer], failed: Answer, done: Callable[[Answer], None]) -> None:
        """Answer a question; where the history is closed or far behind, at once with ``failed``, on the caller's thread."""
        if not self._worker.ask(lambda: self._do(ask, failed, done)):
            done(failed)

    def _do(self, ask: Callable[[], Answer], failed: Answer, done: Callable[[Answer], None]) -> None:
        answer = failed
        try:
            answer = ask()
        except Exception as error:
            self._shelves.failed(error)  # first: whoever hears that it failed may look for why
        finally:
            done(answer)

    def _with_key(
        self,
        ask: Callable[[Passphrases], bytes | Unlocking],
        undo: Callable[[Passphrases, bytes], Unlocking],
        done: Callable[[Unlocking], None],
    ) -> None:
        """Ask for the key on a thread of its own, then open the file with it on the store's. ``undo`` where it was locked or erased
        meanwhile, or the store was stopped.
        """
        passphrases, lockings = self._passphrases, self._lockings
        if passphrases is None:
            done(NO_KEY)
            return

        def open_with(key: bytes) -> Unlocking:
            if lockings == self._lockings:
                return self._shelves.open(key)
            try:
                return undo(passphrases, key)
            finally:
                self._shelves.stand()

        def go_on(answer: bytes | Unlocking) -> None:
            if isinstance(answer, Unlocking):
                self._answer(lambda: answer, answer, done)  # in its turn, so that the thread looks whether the key is still there
            elif not self._worker.ask(lambda: self._do(lambda: open_with(answer), FAILED, done), always=True):
                undo(passphrases, answer)
                done(FAILED)

        self._alone(lambda: ask(passphrases), NO_KEY_FOUND, go_on)

    def _alone(self, ask: Callable[[], Answer], failed: Answer, done: Callable[[Answer], None]) -> None:
        """On a short-lived thread, so that nobody waits for it. ``done`` is called once whatever happens, in the worst case with
        ``failed``.
        """

        def work() -> None:
            answer = failed
            try:
                answer = ask()
            except Exception as error:
                log_bug("asking for the key of the history", error)
            finally:
                try:
                    done(answer)
                finally:
                    self._asking.discard(threading.current_thread())

        thread = threading.Thread(target=work, name="passphrase", daemon=True)
        self._asking.add(thread)
        try:
            thread.start()
        except RuntimeError as error:  # no further thread can be had
            self._asking.discard(thread)
            log_bug("starting to ask for the key of the history", error)
            done(failed)


def _locked_meanwhile(_passphrases: Passphrases, _key: bytes) -> Unlocking:
    return Unlocking(False, wording.LOCKED_MEANWHILE)
