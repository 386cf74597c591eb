"""Records in, rows down: what each record becomes. Inside a transaction of history/writing.py, on the store's thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from netcurtain.core.finding import DecodedField, Identity
from netcurtain.core.record import (
    ConsentRecord,
    FateRecord,
    FindingRecord,
    FormRecord,
    PageRecord,
    Record,
    RequestRecord,
    ServerClockRecord,
    SubmissionRecord,
)
from netcurtain.core.request import Fate
from netcurtain.core.short_names import page_name, request_name
from netcurtain.history import shared_names
from netcurtain.history.circumstances import as_text
from netcurtain.history.driver import Database
from netcurtain.history.forgotten import Forgotten
from netcurtain.history.migrations import COMPANIES, CONSENTS, FATES, KINDS, LEVELS, SENT
from netcurtain.history.were_here import WereHere

MAX_TEXT = 2000
"""Characters of an address, a title or a sentence that are kept."""
MAX_HOST = 253

_PLACES = """SELECT DISTINCT r.page, r.after_page, r.tracker, r.fate >= ? FROM pages p JOIN requests r ON r.page = p.id
    WHERE p.visit = ?"""
_UNSAID = "DELETE FROM findings WHERE page = ? AND after_page = ? AND tracker = ? AND went_out = ?"
_SAID_THERE_TOO = """INSERT OR IGNORE INTO findings (page, after_page, tracker, sentence, went_out, kinds)
    SELECT page, after_page, ?, sentence, went_out, kinds FROM findings
    WHERE page = ? AND after_page = ? AND tracker = ? AND went_out = ?"""
_NOT_REACHED = "UPDATE contacts SET went_out = 0 WHERE visit = ? AND tracker = ? AND went_out"
_COUNT_COMPANIES = f"UPDATE visits SET companies = {COMPANIES} WHERE id = ?"  # noqa: S608 - words of ours


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    visit: int
    started: int

    def after(self, time: float) -> int:
        """A moment, from when the page came up."""
        return round(time) - self.started


class Recorder:
    """Makes rows of records. ``added_visits`` and ``added_rows`` count what came in, ``begun`` has the pages of this transaction with their
    visits, and ``deleted_beside`` the visits that were found to have been deleted by another process. What turns out not to have gone out,
    or to be flagged by something else, is put right once for all records of a transaction, by ``put_right``: it takes a look through all
    requests of a visit.

    A visit stops taking requests, findings and consents at ``rows_a_visit``, and everything at twice that.
    """

    def __init__(self, db: Database, rows_a_visit: int, forgotten: Forgotten, were_here: WereHere, now: Callable[[], float]) -> None:
        self._db = db
        self._rows_a_visit = rows_a_visit
        self._forgotten = forgotten
        self._were_here = were_here
        self._now = now
        self.added_visits = 0
        self.added_rows = 0
        self.begun: list[tuple[bytes, str]] = []
        self.deleted_beside: set[str] = set()
        self._left: dict[int, set[tuple[int, int, int, int]]] = {}
        """By visit, the places that a request is not at any more: page, moment, tracker, and whether it was one of those that went out."""
        self._handlers: dict[type, Callable[[Any], None]] = {
            PageRecord: self._page,
            RequestRecord: self._request,
            FateRecord: self._fate,
            FindingRecord: self._finding,
            FormRecord: self._form,
            ConsentRecord: self._consent,
            ServerClockRecord: self._server_clock,
            SubmissionRecord: self._submission,
        }

    def begin(self) -> None:
        """A transaction begins."""
        self.begun = []
        self._left.clear()

    def keep(self, record: Record) -> None:
        """Make rows of one record."""
        self._handlers[type(record)](record)

    def put_right(self) -> None:
        """Take back what is said of requests that reached nobody, at the end of a transaction, and what is said elsewhere of them by now.

        A finding does not say which request it is of: where another one to the same place went out at the same moment, it stays.
        """
        for visit, left in self._left.items():
            places = set(self._db.execute(_PLACES, (SENT, visit)).fetchall())
            gone = left - places
            removed = sum(self._db.execute(_UNSAID, place).rowcount for place in gone)
            self._count(visit, -removed, 0)
            for tracker in _reached(gone) - _reached(places):
                self._db.execute(_NOT_REACHED, (visit, tracker))
            self._db.execute(_COUNT_COMPANIES, (visit,))

    def _page(self, record: PageRecord) -> None:
        name, url, title = page_name(record.page), record.url[:MAX_TEXT], record.title[:MAX_TEXT]
        if self._forgotten.has(record.visit, name):
            return
        known = self._db.execute("SELECT visit, url, title, from_start FROM pages WHERE name = ?", (name,)).fetchone()
        if known is not None:
            self.begun.append((name, record.visit))
            visit, *before = known
            if before != (now := [url, title, before[2] and int(record.from_start)]):
                self._keep_server(name, before[0], url)
                self._db.execute("UPDATE pages SET url = ?, title = ?, from_start = ? WHERE name = ?", (*now, name))
                self._count(visit, 0, self._now())
            return
        found = self._db.execute("SELECT id, rows FROM visits WHERE name = ?", (record.visit,)).fetchone()
        was_here = self._were_here.has(name)
        if (was_here or found is None) and self._were_here.deleted_beside(record.visit):
            self.deleted_beside.add(record.visit)
            return
        if was_here:
            return  # what was here and is gone does not come back while it is open
        started = round(record.started)
        if found is None:
            values = (record.visit, shared_names.site(self._db, record.site), started, started)
            insert = "INSERT INTO visits (name, site, started, last) VALUES (?, ?, ?, ?) RETURNING id, rows"
            found = self._db.execute(insert, values).fetchone()
            self.added_visits += 1
        visit, rows = found
        if rows < 2 * self._rows_a_visit:
            known_as = shared_names.circumstances(self._db, as_text(record.circumstances))
            page = (name, visit, url, title, started, known_as, int(record.from_start))
            insert = "INSERT INTO pages (name, visit, url, title, started, circumstances, from_start) VALUES (?, ?, ?, ?, ?, ?, ?)"
            self._db.execute(insert, page)
            self.begun.append((name, record.visit))
            self._count(visit, 1, started)

    def _request(self, record: RequestRecord) -> None:
        place = self._place(record.page, self._rows_a_visit)
        if place is None:
            return
        fate = FATES.index(record.fate)
        tracker = self._contact(place, record.host, record.organisation, record.filter, record.filter_list)
        name = request_name(record.request)
        row = (place.page, name, tracker, fate, place.after(record.time))
        insert = "INSERT OR IGNORE INTO requests (page, name, tracker, fate, after_page) VALUES (?, ?, ?, ?, ?)"
        added = self._db.execute(insert, row).rowcount
        self._count(place.visit, added, record.time)
        if not added:
            self._flag_again(place, name, tracker)
        elif fate >= SENT:
            self._went_out(place.visit, tracker)

    def _flag_again(self, place: _Place, name: int, tracker: int) -> None:
        """It was flagged for what was typed in it, and a filter flags it as well: it goes by that, with what is said of it so far."""
        known = "SELECT after_page, tracker, fate >= ? FROM requests WHERE page = ? AND name = ? AND tracker <> ?"
        for after, before, went_out in self._db.execute(known, (SENT, place.page, name, tracker)).fetchall():
            self._db.execute("UPDATE requests SET tracker = ? WHERE page = ? AND name = ?", (tracker, place.page, name))
            old = (place.page, after, before, went_out)
            self._count(place.visit, self._db.execute(_SAID_THERE_TOO, (tracker, *old)).rowcount, 0)
            self._left.setdefault(place.visit, set()).add(old)
            if went_out:
                self._went_out(place.visit, tracker)

    def _fate(self, record: FateRecord) -> None:
        fate = FATES.index(record.fate)
        found = self._db.execute("SELECT id, visit FROM pages WHERE name = ?", (page_name(record.page),)).fetchone()
        if found is None:
            return
        page, visit = found
        request = (fate, page, request_name(record.request))
        if record.fate is Fate.ATTEMPTED:
            back = "UPDATE requests SET fate = ? WHERE page = ? AND name = ? AND fate = ? RETURNING after_page, tracker"
            for after, tracker in self._db.execute(back, (*request, SENT)).fetchall():
                self._left.setdefault(visit, set()).add((page, after, tracker, 1))
            return
        further = "UPDATE requests SET fate = ? WHERE page = ? AND name = ? AND fate < ? RETURNING tracker"
        for (tracker,) in self._db.execute(further, (*request, fate)).fetchall():
            if fate >= SENT:
                self._went_out(visit, tracker)

    def _finding(self, record: FindingRecord) -> None:
        """What went out takes the place of what the same request only tried. One that told nothing says no more than its request."""
        finding = record.finding
        place = self._place(record.page, self._rows_a_visit)
        if place is None or not finding.told:
            return
        tracker = self._contact(place, finding.host, finding.organisation, finding.filter, finding.filter_list)
        request = (place.page, place.after(finding.time), tracker)
        went_out = finding.fate.went_out
        if went_out:
            replaced = self._db.execute("DELETE FROM findings WHERE page = ? AND after_page = ? AND tracker = ? AND NOT went_out", request)
            self._count(place.visit, -replaced.rowcount, finding.time)
        sentence = shared_names.sentence(self._db, finding.sentence[:MAX_TEXT])
        added = self._db.execute(
            "INSERT OR IGNORE INTO findings (page, after_page, tracker, sentence, went_out, kinds) VALUES (?, ?, ?, ?, ?, ?)",
            (*request, sentence, int(went_out), kinds_of(finding.told)),
        )
        self._count(place.visit, added.rowcount, finding.time)

    def _form(self, record: FormRecord) -> None:
        place = self._place(record.page, 2 * self._rows_a_visit)
        if place is None:
            return
        level = LEVELS.index(record.level)
        added = self._db.execute("INSERT OR IGNORE INTO forms (page, name, level) VALUES (?, ?, ?)", (place.page, record.form, level))
        self._count(place.visit, added.rowcount, 0)
        self._db.execute("UPDATE forms SET level = ? WHERE page = ? AND name = ? AND level < ?", (level, place.page, record.form, level))

    def _consent(self, record: ConsentRecord) -> None:
        """Only where it stands otherwise than before."""
        place = self._place(record.page, self._rows_a_visit)
        if place is None:
            return
        row = (place.page, place.after(record.time), CONSENTS.index(record.consent))
        before = "SELECT consent FROM consents WHERE page = ? AND after_page <= ? ORDER BY after_page DESC LIMIT 1"
        if self._db.execute(before, row[:2]).fetchone() == row[2:]:
            return
        added = self._db.execute("INSERT OR IGNORE INTO consents (page, after_page, consent) VALUES (?, ?, ?)", row)
        if not added.rowcount:
            self._db.execute("UPDATE consents SET consent = ?3 WHERE page = ?1 AND after_page = ?2", row)
        self._count(place.visit, added.rowcount, record.time)

    def _server_clock(self, record: ServerClockRecord) -> None:
        """Nearly always it is the clock of the server that the page came from, which need not be said."""
        values = (record.clock.host[:MAX_HOST], round(record.clock.offset), page_name(record.page))
        found = self._db.execute("UPDATE pages SET server = ?, ahead = ? WHERE name = ? RETURNING id, url", values).fetchone()
        if found is not None and host_of(found[1]) == values[0]:
            self._db.execute("UPDATE pages SET server = NULL WHERE id = ?", (found[0],))

    def _keep_server(self, page: bytes, before: str, now: str) -> None:
        """Where a page's address gets another host, it has to be said whose clock was looked at."""
        if (host := host_of(before)) != host_of(now):
            update = "UPDATE pages SET server = ? WHERE name = ? AND server IS NULL AND ahead IS NOT NULL"
            self._db.execute(update, (host[:MAX_HOST], page))

    def _submission(self, record: SubmissionRecord) -> None:
        place = self._place(record.page, 2 * self._rows_a_visit)
        if place is not None:
            row = (record.submission, place.page, round(record.time))
            added = self._db.execute("INSERT OR IGNORE INTO submissions (name, page, time) VALUES (?, ?, ?)", row)
            self._count(place.visit, added.rowcount, record.time)

    def _place(self, page: str, most: int) -> _Place | None:
        """Where rows of a page go; None where the page is not kept or its visit has ``most`` rows already."""
        found = self._db.execute(
            "SELECT p.id, p.visit, p.started FROM pages p JOIN visits v ON v.id = p.visit WHERE p.name = ? AND v.rows < ?",
            (page_name(page), most),
        ).fetchone()
        return _Place(*found) if found else None

    def _contact(self, place: _Place, host: str, organisation: str, line: str, filter_list: str) -> int:
        """The tracker's number; it is noted that this visit had to do with it."""
        tracker = shared_names.tracker(self._db, host, organisation, line, filter_list)
        self._db.execute("INSERT OR IGNORE INTO contacts (visit, tracker, went_out) VALUES (?, ?, 0)", (place.visit, tracker))
        return tracker

    def _went_out(self, visit: int, tracker: int) -> None:
        self._db.execute("UPDATE contacts SET went_out = 1 WHERE visit = ? AND tracker = ? AND NOT went_out", (visit, tracker))

    def _count(self, visit: int, change: int, moment: float) -> None:
        self._db.execute("UPDATE visits SET rows = rows + ?, last = max(last, ?) WHERE id = ?", (change, round(moment), visit))
        self.added_rows += change


def _reached(places: Iterable[tuple[int, int, int, int]]) -> set[int]:
    """The trackers that something went out to."""
    return {tracker for _page, _after, tracker, went_out in places if went_out}


def kinds_of(told: Iterable[DecodedField]) -> int:
    """Which kinds of facts these are, a bit each."""
    kinds = {fact.value.kind if isinstance(fact.value, Identity) else fact.what for fact in told}
    return sum(1 << KINDS.index(kind) for kind in kinds)


def host_of(url: str) -> str:
    """The host of an address; "" where it has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
