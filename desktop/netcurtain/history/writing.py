"""Records in, rows down: keeping, forgetting, and making room. Runs on the store's thread, each call in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from netcurtain.core.record import FateRecord, FindingRecord, FormRecord, PageRecord, Record, RequestRecord, SubmissionRecord
from netcurtain.history.database import transaction, wipe
from netcurtain.history.migrations import FATES, LEVELS
from netcurtain.history.trouble import log_bug, trouble_of

MAX_TEXT = 2000
"""Characters of an address, a title or a sentence that are kept."""
MAX_FORGOTTEN = 20_000
"""Forgotten visits, and as many forgotten pages, whose late records are still refused."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is kept. ``rows`` counts pages, requests, findings, forms and submissions together.

    One visit stops taking requests and findings at ``rows_a_visit``, and everything at twice that. When there is too much in all,
    the oldest visits go until a tenth is free.
    """

    visits: int = 5000
    rows: int = 300_000
    rows_a_visit: int = 10_000


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    visit: int
    rows: int


class Writer:
    """The one who writes. Whatever is forgotten stays forgotten: late records of a forgotten visit are passed over."""

    def __init__(self, db: Database, limits: Limits) -> None:
        self._db = db
        self._limits = limits
        self._forgotten: dict[str, None] = {}
        self._forgotten_pages: dict[str, None] = {}
        self._handlers: dict[type, Callable[[Any], None]] = {
            PageRecord: self._page,
            RequestRecord: self._request,
            FateRecord: self._fate,
            FindingRecord: self._finding,
            FormRecord: self._form,
            SubmissionRecord: self._submission,
        }

    def keep(self, records: Sequence[Record]) -> None:
        """Keep all of them; one that a bug of ours trips over is left out. Raises StoreError, and then none is kept."""
        with transaction(self._db):
            for record in records:
                try:
                    self._handlers[type(record)](record)
                except Exception as error:
                    if trouble_of(error) is not None:
                        raise
                    log_bug(f"keeping a {type(record).__name__}", error)
            self._make_room()

    def forget_visit(self, visit: str) -> bool:
        """Delete a visit; True once it is gone for good, False where its last traces could not be wiped yet. Raises StoreError."""
        with transaction(self._db):
            self._db.execute("DELETE FROM visits WHERE name = ?", (visit,))
            self._sweep()
        _remember(self._forgotten, [visit])
        return wipe(self._db)

    def forget_left(self, visits: Sequence[str]) -> bool:
        """Delete visits whose pages are all closed; answers and raises as forget_visit does.

        Only these pages are refused from now on: a tab that comes back to the site hours later may go on with a visit of the same name.
        """
        pages: list[str] = []
        with transaction(self._db):
            for visit in visits:
                found = self._db.execute("SELECT p.name FROM pages p JOIN visits v ON v.id = p.visit WHERE v.name = ?", (visit,))
                pages.extend(name for (name,) in found.fetchall())
                self._db.execute("DELETE FROM visits WHERE name = ?", (visit,))
            self._sweep()
        _remember(self._forgotten_pages, pages)
        return wipe(self._db)

    def forget_site(self, site: str) -> bool:
        """Delete every visit to a site; answers and raises as forget_visit does."""
        with transaction(self._db):
            found = self._db.execute("SELECT v.name FROM visits v JOIN sites s ON s.id = v.site WHERE s.name = ?", (site,))
            visits = [name for (name,) in found.fetchall()]
            self._db.execute("DELETE FROM visits WHERE site = (SELECT id FROM sites WHERE name = ?)", (site,))
            self._sweep()
        _remember(self._forgotten, visits)
        return wipe(self._db)

    def _page(self, record: PageRecord) -> None:
        url, title = record.url[:MAX_TEXT], record.title[:MAX_TEXT]
        if record.visit in self._forgotten or record.page in self._forgotten_pages:
            return
        if self._db.execute("UPDATE pages SET url = ?, title = ? WHERE name = ?", (url, title, record.page)).rowcount:
            return
        found = self._db.execute("SELECT id, rows FROM visits WHERE name = ?", (record.visit,)).fetchone()
        if found is None:
            values = (record.visit, self._id("sites", record.site), record.started)
            found = self._db.execute("INSERT INTO visits (name, site, started) VALUES (?, ?, ?) RETURNING id, rows", values).fetchone()
        visit, rows = found
        if rows < 2 * self._limits.rows_a_visit:
            page = (record.page, visit, url, title, record.started)
            self._db.execute("INSERT INTO pages (name, visit, url, title, started) VALUES (?, ?, ?, ?, ?)", page)
            self._count(visit, 1)

    def _request(self, record: RequestRecord) -> None:
        place = self._place(record.page, self._limits.rows_a_visit)
        if place is None:
            return
        row = (
            place.page,
            record.request,
            self._id("hosts", record.host),
            self._id("organisations", record.organisation),
            self._filter(record.filter, record.filter_list),
            FATES.index(record.fate),
            record.time,
        )
        added = self._db.execute(
            """INSERT OR IGNORE INTO requests (page, name, host, organisation, filter, fate, time)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            row,
        )
        self._count(place.visit, added.rowcount)

    def _fate(self, record: FateRecord) -> None:
        fate = FATES.index(record.fate)
        self._db.execute(
            """UPDATE requests SET fate = ?
            WHERE page = (SELECT id FROM pages WHERE name = ?) AND name = ? AND fate < ?""",
            (fate, record.page, record.request, fate),
        )

    def _finding(self, record: FindingRecord) -> None:
        """What went out takes the place of what the same request only tried. One that told nothing says no more than its request."""
        finding = record.finding
        place = self._place(record.page, self._limits.rows_a_visit)
        if place is None or not finding.told:
            return
        request = (
            place.page,
            finding.time,
            self._id("organisations", finding.organisation),
            self._id("hosts", finding.host),
            self._filter(finding.filter, finding.filter_list),
        )
        went_out = finding.fate.went_out
        if went_out:
            replaced = self._db.execute(
                """DELETE FROM findings
                WHERE page = ? AND time = ? AND organisation = ? AND host = ? AND filter = ? AND NOT went_out""",
                request,
            )
            self._count(place.visit, -replaced.rowcount)
        added = self._db.execute(
            """INSERT OR IGNORE INTO findings (page, time, organisation, host, filter, went_out, sentence)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            (*request, int(went_out), finding.sentence[:MAX_TEXT]),
        )
        self._count(place.visit, added.rowcount)

    def _form(self, record: FormRecord) -> None:
        place = self._place(record.page, 2 * self._limits.rows_a_visit)
        if place is None:
            return
        level = LEVELS.index(record.level)
        added = self._db.execute("INSERT OR IGNORE INTO forms (page, name, level) VALUES (?, ?, ?)", (place.page, record.form, level))
        self._count(place.visit, added.rowcount)
        self._db.execute("UPDATE forms SET level = ? WHERE page = ? AND name = ? AND level < ?", (level, place.page, record.form, level))

    def _submission(self, record: SubmissionRecord) -> None:
        place = self._place(record.page, 2 * self._limits.rows_a_visit)
        if place is not None:
            row = (record.submission, place.page, record.time)
            added = self._db.execute("INSERT OR IGNORE INTO submissions (name, page, time) VALUES (?, ?, ?)", row)
            self._count(place.visit, added.rowcount)

    def _place(self, page: str, most: int) -> _Place | None:
        """Where rows of a page go; None where the page is not kept or its visit has ``most`` rows already."""
        found = self._db.execute(
            "SELECT p.id, p.visit, v.rows FROM pages p JOIN visits v ON v.id = p.visit WHERE p.name = ? AND v.rows < ?", (page, most)
        ).fetchone()
        return _Place(*found) if found else None

    def _id(self, table: Literal["sites", "hosts", "organisations"], name: str) -> int:
        found = self._db.execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()  # noqa: S608 - one of three words
        if found is None:
            found = self._db.execute(f"INSERT INTO {table} (name) VALUES (?) RETURNING id", (name,)).fetchone()  # noqa: S608
        return int(found[0])

    def _filter(self, line: str, filter_list: str) -> int:
        found = self._db.execute("SELECT id FROM filters WHERE line = ? AND list = ?", (line, filter_list)).fetchone()
        if found is None:
            found = self._db.execute("INSERT INTO filters (line, list) VALUES (?, ?) RETURNING id", (line, filter_list)).fetchone()
        return int(found[0])

    def _count(self, visit: int, change: int) -> None:
        if change:
            self._db.execute("UPDATE visits SET rows = rows + ? WHERE id = ?", (change, visit))

    def _make_room(self) -> None:
        """Where there is too much, drop the oldest visits; a tenth more than needed, so that it is not done at every commit."""
        most = self._limits
        visits, rows = self._db.execute("SELECT count(*), coalesce(sum(rows), 0) FROM visits").fetchone()
        if visits <= most.visits and rows <= most.rows:
            return
        self._db.execute(
            """DELETE FROM visits WHERE id IN (
                SELECT id FROM (
                    SELECT id, row_number() OVER newest AS place, sum(rows) OVER newest AS so_far
                    FROM visits WINDOW newest AS (ORDER BY started DESC, id DESC)
                ) WHERE place > ? OR so_far > ?
            )""",
            (most.visits * 9 // 10, most.rows * 9 // 10),
        )
        self._sweep()

    def _sweep(self) -> None:
        """Names that nothing uses any more would still tell which sites were visited."""
        self._db.execute("DELETE FROM sites WHERE id NOT IN (SELECT site FROM visits)")
        self._db.execute("DELETE FROM hosts WHERE id NOT IN (SELECT host FROM requests UNION SELECT host FROM findings)")
        self._db.execute(
            "DELETE FROM organisations WHERE id NOT IN (SELECT organisation FROM requests UNION SELECT organisation FROM findings)"
        )
        self._db.execute("DELETE FROM filters WHERE id NOT IN (SELECT filter FROM requests UNION SELECT filter FROM findings)")


def _remember(forgotten: dict[str, None], names: Sequence[str]) -> None:
    forgotten.update(dict.fromkeys(names))
    for name in list(forgotten)[: max(0, len(forgotten) - MAX_FORGOTTEN)]:
        del forgotten[name]
