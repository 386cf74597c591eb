"""Keeping, forgetting, and making room. Runs on the store's thread, each call in one transaction.

What a record becomes is in history/recording.py. The same in memory and in the kept file; history/store.py says which of the two a record
goes to.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from netcurtain.core.record import Record
from netcurtain.history import copying, removing
from netcurtain.history.database import transaction, wipe
from netcurtain.history.driver import Database
from netcurtain.history.forgotten import Forgotten
from netcurtain.history.recording import Recorder
from netcurtain.history.trouble import log_bug, trouble_of
from netcurtain.history.were_here import WereHere


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is kept. ``rows`` counts pages, requests, findings, forms, consents and submissions together.

    One visit stops taking requests, findings and consents at ``rows_a_visit``, and everything at twice that. When there is too much in all,
    the oldest visits go until a tenth is free. Those that the person chose to keep stay, and are not counted.
    """

    visits: int = 5000
    rows: int = 300_000
    rows_a_visit: int = 10_000


IN_FILE = Limits(visits=100_000, rows=2_000_000)
"""For the file behind the passphrase."""


@contextmanager
def _our_bugs_logged(doing: str) -> Iterator[None]:
    """A bug of ours costs what is done in here, and not the whole commit. What the world prevents ends that."""
    try:
        yield
    except Exception as error:
        if trouble_of(error) is not None:
            raise
        log_bug(doing, error)


def _wall_clock() -> float:
    return time.time() * 1000


class Writer:
    """The one who writes. What is forgotten stays forgotten: late records of a forgotten visit are passed over.

    Whatever deletes answers whether it is gone for good: False where its last traces could not be wiped yet. Each method raises StoreError
    where the world prevents it, and then nothing is changed. ``now`` is milliseconds since 1970. ``were_here`` are the pages that were in
    this database earlier in this run.
    """

    def __init__(self, db: Database, limits: Limits, now: Callable[[], float] = _wall_clock, were_here: WereHere | None = None) -> None:
        self._db = db
        self._limits = limits
        self._forgotten = Forgotten()
        self._were_here = WereHere() if were_here is None else were_here
        self._recorder = Recorder(db, limits.rows_a_visit, self._forgotten, self._were_here, now)
        self._recorder.added_visits, self._recorder.added_rows = limits.visits, limits.rows  # so that it is counted once at the beginning

    def keep(self, records: Sequence[Record]) -> None:
        """Keep all of them; one that a bug of ours trips over is left out. Raises StoreError, and then none is kept."""
        self._recorder.begin()
        with transaction(self._db):
            for record in records:
                with _our_bugs_logged(f"keeping a {type(record).__name__}"):
                    self._recorder.keep(record)
            with _our_bugs_logged("taking back what went to nobody"):
                self._recorder.put_right()
            self._make_room()
        self._were_here.add(self._recorder.begun)

    def deleted_beside(self) -> frozenset[str]:
        """The visits that were found to have been deleted by another process since this was last asked."""
        found, self._recorder.deleted_beside = frozenset(self._recorder.deleted_beside), set()
        return found

    def copy_visit(self, source: Database, visit: str) -> bool:
        """Copy a visit, with all that is kept of it so far, from another database of the same thread, and mark it as chosen.

        What is here of it already stays. False where the source does not have it.
        """
        with transaction(self._db):
            copied = copying.copy_visit(source, self._db, visit)
        self._were_here.add([(page, visit) for page in copying.pages_of(source, visit)])
        return copied

    def mark_chosen(self, visit: str) -> bool:
        """The person wants to keep this visit: no time and no limit takes it away. False where it is not here."""
        with transaction(self._db):
            return self._db.execute("UPDATE visits SET chosen = 1 WHERE name = ?", (visit,)).rowcount > 0

    def forget_visit(self, visit: str) -> bool:
        """Delete a visit, whether it is here or not: nothing of it is kept any more."""
        self._forget("SELECT id, name FROM visits WHERE name = ?", visit)
        self._forgotten.add_visits([visit])
        return wipe(self._db)

    def forget_visits(self, visits: Sequence[str]) -> bool:
        """Delete some visits by name: a part of more."""
        self._forget("SELECT id, name FROM visits WHERE name IN (SELECT value FROM json_each(?))", json.dumps(list(visits)))
        self._forgotten.add_visits(visits)
        return wipe(self._db)

    def forget_site(self, site: str) -> bool:
        """Delete every visit to a site."""
        visits = self._forget("SELECT v.id, v.name FROM visits v JOIN sites s ON s.id = v.site WHERE s.name = ?", site)
        self._forgotten.add_visits(visits)
        return wipe(self._db)

    def forget_between(self, since: float, until: float) -> bool:
        """Delete every visit of which anything is from these times, whole: in milliseconds since 1970, ``until`` excluded."""
        visits = self._forget("SELECT id, name FROM visits WHERE started < ? AND last >= ?", until, since)
        self._forgotten.add_visits(visits)
        return wipe(self._db)

    def forget_left(self, visits: Sequence[str]) -> bool:
        """Delete visits whose pages are all closed.

        Only these pages are refused from now on: a tab that comes back to the site hours later may go on with a visit of the same name.
        """
        pages: list[bytes] = []
        with transaction(self._db):
            for visit in visits:
                pages.extend(copying.pages_of(self._db, visit))
                self._remove("SELECT id, name FROM visits WHERE name = ?", visit)
        self._forgotten.add_pages(pages)
        self._were_here.timed_out(visits)
        return wipe(self._db)

    def expire(self, before: float) -> bool:
        """Delete the visits that began before a time, in milliseconds since 1970, but for the chosen ones.

        Their pages may come back: one that is open for weeks begins its visit anew.
        """
        self._were_here.timed_out(self._forget("SELECT id, name FROM visits WHERE started < ? AND NOT chosen", before))
        return wipe(self._db)

    def _forget(self, which: str, *values: object) -> tuple[str, ...]:
        with transaction(self._db):
            return self._remove(which, *values)

    def _remove(self, which: str, *values: object) -> tuple[str, ...]:
        """Delete the visits that a question answers with, by number and name. Their names."""
        visits = dict(self._db.execute(which, values).fetchall())
        if visits:
            removing.remove_visits(self._db, visits)
        return tuple(visits.values())

    def _make_room(self) -> None:
        """Where there is too much, drop the oldest visits; a tenth more than needed, so that it is not done at every commit.

        Counting looks at every visit, so that is done only once a hundredth of what may be kept has come in since.
        """
        most = self._limits
        added = self._recorder
        if added.added_visits * 100 < most.visits and added.added_rows * 100 < most.rows:
            return
        added.added_visits = added.added_rows = 0
        visits, rows = self._db.execute("SELECT count(*), coalesce(sum(rows), 0) FROM visits WHERE NOT chosen").fetchone()
        if visits <= most.visits and rows <= most.rows:
            return
        removed = self._remove(
            """SELECT id, name FROM (
                SELECT id, name, row_number() OVER newest AS place, sum(rows) OVER newest AS so_far
                FROM visits WHERE NOT chosen WINDOW newest AS (ORDER BY started DESC, id DESC)
            ) WHERE place > ? OR so_far > ?""",
            most.visits * 9 // 10,
            most.rows * 9 // 10,
        )
        self._were_here.timed_out(removed)
