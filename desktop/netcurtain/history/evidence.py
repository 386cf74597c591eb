"""The facts of a saved copy out of what is kept: one visit, or every visit to a site. Only reads.

Of requests there is the host, the company, the filter and how far they got: their addresses, bodies and answers were never kept. What is in
both shelves, as its pages went on in the other, is put together.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

import msgspec

from netcurtain.core.evidence import (
    STOPPED,
    Circumstances,
    ConsentMoment,
    Evidence,
    EvidenceMoment,
    EvidencePage,
    EvidenceRequest,
    ServerClock,
    Source,
)
from netcurtain.core.evidence_leaving import leaving
from netcurtain.core.finding import FlaggedBy
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.core.third_person import of_somebody
from netcurtain.history import unseen, wording
from netcurtain.history.circumstances import circumstances_of
from netcurtain.history.driver import Database
from netcurtain.history.migrations import CONSENTS, FATES, LEVELS
from netcurtain.history.recording import host_of
from netcurtain.history.stories import contacted

MOST_VISITS = 200
"""Visits to a site that are in one copy, the newest."""
MOST_REQUESTS = 50_000
"""Requests in one copy of a site, those that told something first; pages say how many more they had. A single visit never has as many."""

Moment = TypeVar("Moment", ConsentMoment, EvidenceMoment)
_Row = Sequence[Any]
"""Of a request: all that _REQUESTS asks for, after its page."""

_PAGES = """SELECT p.id, p.name, p.url, p.title, p.started, p.from_start, p.server, p.ahead, c.text
    FROM visits v JOIN pages p ON p.visit = v.id LEFT JOIN circumstances c ON c.id = p.circumstances
    WHERE v.name IN (SELECT value FROM json_each(?)) ORDER BY p.started, p.id"""
_REQUESTS = """SELECT r.page, r.name, r.tracker, r.fate, r.after_page, h.name, o.name, f.line, f.list FROM requests r
    JOIN pages p ON p.id = r.page JOIN visits v ON v.id = p.visit JOIN trackers t ON t.id = r.tracker
    JOIN hosts h ON h.id = t.host JOIN organisations o ON o.id = t.organisation JOIN filters f ON f.id = t.filter
    WHERE v.name IN (SELECT value FROM json_each(?))
    ORDER BY NOT EXISTS (SELECT 1 FROM findings s WHERE s.page = r.page AND s.after_page = r.after_page AND s.tracker = r.tracker),
    p.started + r.after_page, r.name LIMIT ?"""
_PLACES = "SELECT after_page, tracker FROM requests WHERE page = ?"
_SENTENCES = "SELECT f.after_page, f.tracker, s.text FROM findings f JOIN sentences s ON s.id = f.sentence WHERE f.page = ? ORDER BY s.text"


def evidence(shelves: Sequence[Database], site: str, visits: Sequence[str], now: float, *, more: bool = False) -> Evidence | None:
    """What is kept of these visits; None where nothing is. ``now`` is when the copy is made, in milliseconds since 1970; ``more`` says
    that there are older visits to the site.
    """
    pages: dict[str, EvidencePage] = {}
    gaps: dict[tuple[float, float], None] = {}
    said: dict[str, None] = {wording.only_newest(len(visits)): None} if more else {}
    for db in shelves:
        for page in _pages(db, visits):
            pages[page.page] = _together(pages[page.page], page) if page.page in pages else page
        gaps.update(dict.fromkeys((gap.since, gap.until) for gap in unseen.gaps(db, visits, unseen.AROUND)))
        said.update(dict.fromkeys(unseen.not_seen(db, visits, unseen.gaps(db, visits))))
    if not pages:
        return None
    ordered = tuple(sorted(pages.values(), key=lambda page: page.opened))
    return leaving(Evidence(site, now, ordered, tuple(said), tuple(sorted(gaps))))


def _pages(db: Database, visits: Sequence[str]) -> Iterator[EvidencePage]:
    names = msgspec.json.encode(list(visits)).decode()
    reached: dict[int, list[EvidenceMoment]] = {}
    for number, time, _organisation, sentence in contacted(db, visits):
        reached.setdefault(number, []).append(EvidenceMoment(time, sentence))
    rows: dict[int, list[_Row]] = {}
    for number, *request in db.execute(_REQUESTS, (names, MOST_REQUESTS)).fetchall():
        rows.setdefault(number, []).append(request)
    for row in db.execute(_PAGES, (names,)).fetchall():
        yield _page(db, row, reached.get(row[0], []), rows.get(row[0], []))


def _page(db: Database, row: tuple[Any, ...], reached: Iterable[EvidenceMoment], rows: Sequence[_Row]) -> EvidencePage:
    number, name, url, title, started, from_start, server, ahead, circumstances = row
    requests = tuple(sorted(_requests(db, number, started, rows), key=lambda request: request.time))
    fates = [FATES[fate] for (fate,) in db.execute("SELECT fate FROM requests WHERE page = ?", (number,)).fetchall()]
    (level,) = db.execute("SELECT max(level) FROM forms WHERE page = ?", (number,)).fetchone()
    consents = db.execute("SELECT after_page, consent FROM consents WHERE page = ? ORDER BY after_page", (number,)).fetchall()
    sent = db.execute("SELECT time FROM submissions WHERE page = ? ORDER BY time", (number,)).fetchall()
    return EvidencePage(
        name.hex(),
        url,
        title,
        float(started),
        Source.KEPT,
        from_start=bool(from_start),
        form_level=LEVELS[level] if level is not None else FormLevel.NO,
        consents=tuple(ConsentMoment(float(started + after), CONSENTS[consent]) for after, consent in consents),
        submissions=tuple(float(time) for (time,) in sent),
        requests=requests,
        left_out=len(fates) - len(requests),
        stopped=sum(fate in STOPPED for fate in fates),
        moments=_once(_said(db, number, started), reached),
        circumstances=circumstances_of(circumstances),
        server_clock=ServerClock(server if server is not None else host_of(url), float(ahead)) if ahead is not None else None,
    )


def _requests(db: Database, page: int, started: int, rows: Sequence[_Row]) -> Iterator[EvidenceRequest]:
    """Each with what is said of a request to the same place at the same moment, where only one can be meant."""
    sentences: dict[tuple[int, int], list[str]] = {}
    for after, tracker, text in db.execute(_SENTENCES, (page,)).fetchall():
        sentences.setdefault((after, tracker), []).append(of_somebody(text))
    alone = {place for place, count in Counter(db.execute(_PLACES, (page,)).fetchall()).items() if count == 1}
    for name, tracker, fate, after, host, organisation, line, filter_list in rows:
        said = sentences.get((after, tracker), []) if (after, tracker) in alone else []
        yield EvidenceRequest(
            str(name),
            float(started + after),
            host,
            organisation,
            line,
            filter_list,
            FlaggedBy.FILTER if line else FlaggedBy.KNOWN_VENDOR,
            Fate.STOPPED_BY_ANOTHER if FATES[fate] in STOPPED else FATES[fate],
            sentences=tuple(said),
        )


def _said(db: Database, page: int, started: int) -> Iterator[EvidenceMoment]:
    found = db.execute("SELECT f.after_page, s.text FROM findings f JOIN sentences s ON s.id = f.sentence WHERE f.page = ?", (page,))
    return (EvidenceMoment(float(started + after), of_somebody(text)) for after, text in found.fetchall())


def _together(one: EvidencePage, other: EvidencePage) -> EvidencePage:
    """A page of which both shelves have something, such as one that was open when the person changed their mind about keeping."""
    requests = {request.request: request for request in (*other.requests, *one.requests)}
    return msgspec.structs.replace(
        one,
        from_start=one.from_start and other.from_start,
        form_level=max(one.form_level, other.form_level, key=LEVELS.index),
        consents=_once(one.consents, other.consents),
        submissions=tuple(sorted({*one.submissions, *other.submissions})),
        requests=tuple(sorted(requests.values(), key=lambda request: request.time)),
        left_out=one.left_out + other.left_out,
        stopped=one.stopped + other.stopped,
        moments=_once(one.moments, other.moments),
        circumstances=one.circumstances if one.circumstances != Circumstances() else other.circumstances,
        server_clock=one.server_clock or other.server_clock,
    )


def _once(one: Iterable[Moment], other: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(sorted(set(chain(one, other)), key=lambda moment: (moment.time, msgspec.json.encode(moment))))
