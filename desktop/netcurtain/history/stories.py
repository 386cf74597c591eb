"""One visit explained in plain words, from its rows. Only reads; the list of visits is history/listing.py."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from netcurtain.core import wording as core_wording
from netcurtain.core.consent import Consent
from netcurtain.history import listing, unseen, wording
from netcurtain.history.driver import Database
from netcurtain.history.migrations import CONSENTS, FATES, LEVELS, SENT
from netcurtain.history.rows import MomentKind, RequestRow, StoryLine, VisitRow, VisitStory

MOST = 500
"""Moments, and requests, that are told unless somebody asks for all."""

_Page = bytes
"""A page's short name, which is the same in both databases."""
_Line = tuple[float, int, _Page, StoryLine]
"""Its time, its rank among lines of the same time, its page, and the line."""
_Consents = Mapping[_Page, list[tuple[float, Consent]]]
"""Of each page: from when on its question about cookies stood how, the oldest first."""


def story(db: Database, visit: str, most: int | None = MOST) -> VisitStory | None:
    """One visit of one database, explained; None where it is not kept there. ``most`` moments and as many requests are told; None is all
    of them.
    """
    row = listing.visit(db, visit)
    return told([db], row, most) if row is not None else None


def told(shelves: Sequence[Database], row: VisitRow, most: int | None = MOST) -> VisitStory:
    """One visit, explained by all that these databases have of it: a page may have gone on in another than it began in."""
    visit = row.visit
    lines, (requests, more_requests) = _lines(shelves, visit), _requests(shelves, visit, most)
    gaps = [(db, unseen.gaps(db, [visit])) for db in shelves]
    return VisitStory(
        row,
        lines[:most],
        requests,
        more_moments=len(lines[most:]) if most is not None else 0,
        more_requests=more_requests,
        lists=tuple(dict.fromkeys(name for db in shelves for name in unseen.lists(db, [visit]))),
        gaps=tuple(sorted({gap for _db, found in gaps for gap in found}, key=lambda gap: gap.since)),
        not_seen=unseen.worded(doubt for db, found in gaps for doubt in unseen.doubts(db, [visit], found)),
    )


def _lines(shelves: Sequence[Database], visit: str) -> tuple[StoryLine, ...]:
    """Oldest first. What is said of a page already is not said again, unless consent stands otherwise by then: the list of requests has
    every time.
    """
    consents = _consents(shelves, visit)
    sources = (_pages(shelves, visit), _forms(shelves, visit), _asked(consents), _companies(shelves, visit), _sent(shelves, visit))
    once: dict[tuple[object, ...], StoryLine] = {}
    for time, rank, page, line in sorted((line for source in sources for line in source), key=_order):
        then = replace(line, consent=_in_force(consents.get(page, []), time))
        once.setdefault((page, line.what, then.consent, time if rank in _EACH_TIME else None), then)
    return tuple(once.values())


def _in_force(consents: list[tuple[float, Consent]], time: float) -> Consent | None:
    """How the question stood at this moment; None where nothing was seen of one by then."""
    place = bisect_right(consents, time, key=lambda moment: moment[0])
    return consents[place - 1][1] if place else None


_PAGE, _FORM, _CONSENT, _COMPANY, _SUBMISSION = range(5)
_EACH_TIME = frozenset({_CONSENT, _SUBMISSION})
"""What is told each time it happened."""


def _order(moment: _Line) -> tuple[float, int]:
    return moment[0], moment[1]


def _pages(shelves: Sequence[Database], visit: str) -> Iterator[_Line]:
    """Each once, as the first of the databases has it."""
    question = "SELECT p.name, p.started, p.title, p.url FROM pages p JOIN visits v ON v.id = p.visit WHERE v.name = ?"
    pages: dict[_Page, Sequence[Any]] = {}
    for page, *rest in _rows(shelves, question, visit):
        pages.setdefault(page, rest)
    for page, (started, title, url) in pages.items():
        yield started, _PAGE, page, StoryLine(started, wording.opened(title, url), MomentKind.OPENED)


def _forms(shelves: Sequence[Database], visit: str) -> Iterator[_Line]:
    """A form has no time of its own: it stands beside its page."""
    question = """SELECT p.name, p.started, f.level FROM forms f JOIN pages p ON p.id = f.page JOIN visits v ON v.id = p.visit
        WHERE v.name = ?"""
    pages: dict[_Page, tuple[int, float]] = {}
    for page, started, level in _rows(shelves, question, visit):
        pages[page] = max(pages.get(page, (level, started)), (level, started))
    for page, (level, started) in pages.items():
        if words := wording.FORM.get(LEVELS[level]):
            yield started, _FORM, page, StoryLine(started, words, MomentKind.FORM)


def _consents(shelves: Sequence[Database], visit: str) -> _Consents:
    """Each where it stands otherwise than before: a page that went on in another database said there once more how it stands."""
    question = """SELECT p.name, p.started + c.after_page, c.consent FROM consents c
        JOIN pages p ON p.id = c.page JOIN visits v ON v.id = p.visit WHERE v.name = ?"""
    consents: dict[_Page, list[tuple[float, Consent]]] = {}
    for page, time, consent in sorted(_rows(shelves, question, visit)):
        moments = consents.setdefault(page, [])
        if not moments or moments[-1][1] is not CONSENTS[consent]:
            moments.append((time, CONSENTS[consent]))
    return consents


def _asked(consents: _Consents) -> Iterator[_Line]:
    for page, moments in consents.items():
        for time, consent in moments:
            yield time, _CONSENT, page, StoryLine(time, wording.CONSENT[consent], MomentKind.CONSENT)


def _companies(shelves: Sequence[Database], visit: str) -> Iterator[_Line]:
    """What each was told; and of those of which no finding says as much, that they were contacted, or that it was tried."""
    question = """SELECT p.name, p.started + f.after_page, s.text, o.name, f.went_out
        FROM findings f JOIN sentences s ON s.id = f.sentence
        JOIN trackers t ON t.id = f.tracker JOIN organisations o ON o.id = t.organisation
        JOIN pages p ON p.id = f.page JOIN visits v ON v.id = p.visit WHERE v.name = ?"""
    said: set[tuple[_Page, str, int]] = set()
    for page, time, sentence, organisation, went_out in _rows(shelves, question, visit):
        said |= {(page, organisation, further) for further in range(went_out + 1)}
        yield time, _COMPANY, page, StoryLine(time, sentence, MomentKind.TOLD if went_out else MomentKind.TRIED, organisation)
    for time, page, organisation, went_out in _furthest(met for db in shelves for met in _met(db, [visit])):
        if (page, organisation, went_out) not in said:
            kind = MomentKind.CONTACTED if went_out else MomentKind.TRIED
            yield time, _COMPANY, page, StoryLine(time, core_wording.contacted(organisation, bool(went_out)), kind, organisation)


def _furthest(met: Iterable[tuple[int, _Page, float, str, int]]) -> Iterator[tuple[float, _Page, str, int]]:
    """Of a page and a company the first time that something got furthest."""
    furthest: dict[tuple[_Page, str], tuple[int, float]] = {}
    for _number, page, time, organisation, went_out in met:
        known = furthest.get((page, organisation), (went_out, time))
        furthest[page, organisation] = min(known, (went_out, time), key=lambda one: (-one[0], one[1]))
    for (page, organisation), (went_out, time) in furthest.items():
        yield time, page, organisation, went_out


def contacted(db: Database, visits: Sequence[str]) -> Iterator[tuple[int, float, str, str]]:
    """Companies of which no finding says as much: contacted, or only tried, with nothing in it that can be read. The page's number, when,
    the company, and the sentence.
    """
    for number, _page, time, organisation, went_out in _met(db, visits):
        yield number, time, organisation, core_wording.contacted(organisation, bool(went_out))


def _met(db: Database, visits: Sequence[str]) -> Iterator[tuple[int, _Page, float, str, int]]:
    """The same: the page's number and name, when, the company, and whether it went out."""
    found = db.execute(
        """WITH contacts AS (
            SELECT r.page, p.name, t.organisation, max(r.fate) >= :sent AS went_out,
                p.started + coalesce(min(CASE WHEN r.fate >= :sent THEN r.after_page END), min(r.after_page)) AS time
            FROM requests r JOIN trackers t ON t.id = r.tracker JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit
            WHERE v.name IN (SELECT value FROM json_each(:visits)) GROUP BY r.page, t.organisation)
        SELECT c.page, c.name, c.time, o.name, c.went_out FROM contacts c JOIN organisations o ON o.id = c.organisation
        WHERE NOT EXISTS (SELECT 1 FROM findings f JOIN trackers t ON t.id = f.tracker
            WHERE f.page = c.page AND t.organisation = c.organisation AND f.went_out >= c.went_out)""",
        {"visits": json.dumps(list(visits)), "sent": SENT},
    )
    for number, page, time, organisation, went_out in found:
        yield number, page, float(time), organisation, went_out


def _sent(shelves: Sequence[Database], visit: str) -> Iterator[_Line]:
    question = "SELECT p.name, s.time FROM submissions s JOIN pages p ON p.id = s.page JOIN visits v ON v.id = p.visit WHERE v.name = ?"
    for page, time in _rows(shelves, question, visit):
        yield time, _SUBMISSION, page, StoryLine(time, wording.SENT, MomentKind.SENT)


def _requests(shelves: Sequence[Database], visit: str, most: int | None) -> tuple[tuple[RequestRow, ...], int]:
    """The first of them in the order of time, and how many more there are. One that is in both got as far as either says."""
    question = """SELECT p.started + r.after_page AS time, p.name, r.name, h.name, o.name, f.line, f.list, r.fate FROM requests r
        JOIN trackers t ON t.id = r.tracker
        JOIN hosts h ON h.id = t.host JOIN organisations o ON o.id = t.organisation JOIN filters f ON f.id = t.filter
        JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit WHERE v.name = ? ORDER BY time, r.page, r.name LIMIT ?"""
    in_one = most is not None and len(shelves) == 1
    once: dict[tuple[_Page, int], RequestRow] = {}
    for time, page, name, host, organisation, line, filter_list, fate in _rows(
        shelves, question, visit, most if in_one else listing.NO_LIMIT
    ):
        request = RequestRow(time, host, organisation, line, filter_list, FATES[fate])
        known = once.get((page, name), request)
        once[page, name] = max(known, request, key=lambda one: FATES.index(one.fate))
    requests = tuple(sorted(once.values(), key=lambda request: request.time))
    count = _count(shelves[0], visit) if in_one else len(requests)
    return requests[:most], count - len(requests[:most])


def _count(db: Database, visit: str) -> int:
    question = "SELECT count(*) FROM requests r JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit WHERE v.name = ?"
    return int(db.execute(question, (visit,)).fetchone()[0])


def _rows(shelves: Sequence[Database], question: str, *values: object) -> Iterator[tuple[Any, ...]]:
    for db in shelves:
        yield from db.execute(question, values).fetchall()
