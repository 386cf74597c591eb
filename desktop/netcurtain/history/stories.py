"""Rows up, frozen: the list of visits, and one visit explained in plain words. Runs on the store's thread and only reads."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from netcurtain.core import wording as core_wording
from netcurtain.history import wording
from netcurtain.history.migrations import FATES, LEVELS, SENSITIVE, SENT
from netcurtain.history.rows import RequestRow, StoryLine, VisitRow, VisitStory

MOST_LINES = 500
MOST_REQUESTS = 500

_VISITS = """SELECT v.name, s.name, v.started,
        (SELECT count(DISTINCT r.organisation) FROM pages p JOIN requests r ON r.page = p.id WHERE p.visit = v.id AND r.fate >= :sent),
        EXISTS (SELECT 1 FROM pages p JOIN forms f ON f.page = p.id WHERE p.visit = v.id AND f.level = :sensitive)
    FROM visits v JOIN sites s ON s.id = v.site """
_FOUND = """WHERE instr(casefold(s.name), :search) OR EXISTS (
        SELECT 1 FROM pages p JOIN requests r ON r.page = p.id
        WHERE p.visit = v.id AND r.organisation IN (SELECT id FROM organisations WHERE instr(casefold(name), :search)))
    """
_NEWEST = "ORDER BY v.started DESC, v.id DESC LIMIT :limit"

_Line = tuple[float, int, int, StoryLine]
"""Its time, its rank among lines of the same time, its page, and the line."""


def visits(db: Database, search: str, limit: int) -> tuple[VisitRow, ...]:
    """The newest visits whose site or companies contain ``search``, in whatever case; each of its characters stands for itself."""
    values = {"search": search.casefold(), "limit": limit, "sent": SENT, "sensitive": SENSITIVE}
    found = db.execute(_VISITS + (_FOUND if search else "") + _NEWEST, values)
    return tuple(_visit_row(row) for row in found.fetchall())


def story(db: Database, visit: str) -> VisitStory | None:
    """One visit, explained; None where it is not kept."""
    found = db.execute(_VISITS + "WHERE v.name = :visit", {"visit": visit, "sent": SENT, "sensitive": SENSITIVE}).fetchone()
    if found is None:
        return None
    return VisitStory(_visit_row(found), _lines(db, visit), _requests(db, visit))


def _visit_row(row: tuple[Any, ...]) -> VisitRow:
    visit, site, started, companies, sensitive = row
    return VisitRow(visit, site, started, companies, bool(sensitive))


def _lines(db: Database, visit: str) -> tuple[StoryLine, ...]:
    """Oldest first. What is said of a page already is not said again: the list of requests has every time."""
    moments = sorted([*_pages(db, visit), *_forms(db, visit), *_told(db, visit), *_contacted(db, visit), *_sent(db, visit)], key=_order)
    once: dict[tuple[int, str, float | None], StoryLine] = {}
    for _, rank, page, line in moments:
        once.setdefault((page, line.what, line.time if rank == _SUBMISSION else None), line)
    return tuple(once.values())[:MOST_LINES]


_PAGE, _FORM, _COMPANY, _SUBMISSION = range(4)


def _order(moment: _Line) -> tuple[float, int]:
    return moment[0], moment[1]


def _pages(db: Database, visit: str) -> Iterator[_Line]:
    found = db.execute("SELECT p.id, p.started, p.title, p.url FROM pages p JOIN visits v ON v.id = p.visit WHERE v.name = ?", (visit,))
    for page, started, title, url in found:
        yield started, _PAGE, page, StoryLine(started, wording.opened(title, url))


def _forms(db: Database, visit: str) -> Iterator[_Line]:
    """A form has no time of its own: it stands beside its page."""
    found = db.execute(
        """SELECT p.id, p.started, max(f.level) FROM forms f JOIN pages p ON p.id = f.page JOIN visits v ON v.id = p.visit
        WHERE v.name = ? GROUP BY p.id""",
        (visit,),
    )
    for page, started, level in found:
        if words := wording.FORM.get(LEVELS[level]):
            yield started, _FORM, page, StoryLine(started, words)


def _told(db: Database, visit: str) -> Iterator[_Line]:
    found = db.execute(
        """SELECT f.page, f.time, f.sentence FROM findings f
        JOIN pages p ON p.id = f.page JOIN visits v ON v.id = p.visit WHERE v.name = ?""",
        (visit,),
    )
    for page, time, sentence in found:
        yield time, _COMPANY, page, StoryLine(time, sentence)


def _contacted(db: Database, visit: str) -> Iterator[_Line]:
    """Companies of which no finding says as much: contacted, or only tried, with nothing in it that can be read."""
    found = db.execute(
        """WITH contacts AS (
            SELECT r.page, r.organisation, max(r.fate) >= :sent AS went_out,
                coalesce(min(CASE WHEN r.fate >= :sent THEN r.time END), min(r.time)) AS time
            FROM requests r JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit
            WHERE v.name = :visit GROUP BY r.page, r.organisation)
        SELECT c.page, o.name, c.went_out, c.time FROM contacts c JOIN organisations o ON o.id = c.organisation
        WHERE NOT EXISTS (SELECT 1 FROM findings f
            WHERE f.page = c.page AND f.organisation = c.organisation AND f.went_out >= c.went_out)""",
        {"visit": visit, "sent": SENT},
    )
    for page, organisation, went_out, time in found:
        yield time, _COMPANY, page, StoryLine(time, core_wording.contacted(organisation, bool(went_out)))


def _sent(db: Database, visit: str) -> Iterator[_Line]:
    found = db.execute(
        "SELECT p.id, s.time FROM submissions s JOIN pages p ON p.id = s.page JOIN visits v ON v.id = p.visit WHERE v.name = ?", (visit,)
    )
    for page, time in found:
        yield time, _SUBMISSION, page, StoryLine(time, wording.SENT)


def _requests(db: Database, visit: str) -> tuple[RequestRow, ...]:
    found = db.execute(
        """SELECT r.time, h.name, o.name, f.line, f.list, r.fate FROM requests r
        JOIN hosts h ON h.id = r.host JOIN organisations o ON o.id = r.organisation JOIN filters f ON f.id = r.filter
        JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit WHERE v.name = ? ORDER BY r.time, r.page, r.name LIMIT ?""",
        (visit, MOST_REQUESTS),
    )
    return tuple(
        RequestRow(time, host, organisation, line, filter_list, FATES[fate])
        for time, host, organisation, line, filter_list, fate in found.fetchall()
    )
