"""What pages were checked with, and what could not be seen of them: the lists, the gaps, and the sentences. Only reads."""

import json
from collections.abc import Iterable, Sequence

from netcurtain.history import wording
from netcurtain.history.circumstances import circumstances_of
from netcurtain.history.driver import Database
from netcurtain.history.rows import Doubt, Gap
from netcurtain.history.writing import Limits

AROUND = 30 * 60_000.0
"""Milliseconds before and after a visit in which a gap may have something to do with it."""

_OF_VISITS = "WHERE v.name IN (SELECT value FROM json_each(?))"


def lists(db: Database, visits: Sequence[str]) -> tuple[str, ...]:
    """What the pages of these visits were checked with, each list with its date, once."""
    found = db.execute(
        f"""SELECT c.text FROM visits v JOIN pages p ON p.visit = v.id JOIN circumstances c ON c.id = p.circumstances
        {_OF_VISITS} GROUP BY c.id ORDER BY min(p.started), c.id""",  # noqa: S608 - words of ours, here and below
        (json.dumps(visits),),
    )
    return tuple(dict.fromkeys(name for (text,) in found.fetchall() for name in circumstances_of(text).lists))


def gaps(db: Database, visits: Sequence[str], around: float = 0.0) -> tuple[Gap, ...]:
    """When nothing was taken in between the beginning of one of these visits and what is last known of it, or so many milliseconds
    ``around``; the oldest first.
    """
    found = db.execute(
        f"""SELECT g.since, g.until FROM gaps g WHERE g.until IS NOT NULL AND EXISTS (SELECT 1 FROM visits v
        {_OF_VISITS} AND g.until > v.started - ?2 AND g.since < v.last + ?2) ORDER BY g.since""",  # noqa: S608
        (json.dumps(visits), around),
    )
    return tuple(Gap(since, until) for since, until in found.fetchall())


def doubts(db: Database, visits: Sequence[str], gaps: Iterable[Gap]) -> tuple[Doubt, ...]:
    """Why what is here of these visits may not be all there was."""
    late, unknown = db.execute(
        f"""SELECT coalesce(max(NOT p.from_start), 0), coalesce(max(NOT p.circumstances), 0)
        FROM visits v JOIN pages p ON p.visit = v.id {_OF_VISITS}""",  # noqa: S608
        (json.dumps(visits),),
    ).fetchone()
    (rows,) = db.execute(f"SELECT coalesce(max(v.rows), 0) FROM visits v {_OF_VISITS}", (json.dumps(visits),)).fetchone()  # noqa: S608
    found = {
        Doubt.MISSED_A_START: late,
        Doubt.GAPS: any(True for _ in gaps),
        Doubt.FULL: rows >= Limits().rows_a_visit,
        Doubt.LISTS_UNKNOWN: unknown,
    }
    return tuple(doubt for doubt, holds in found.items() if holds)


def not_seen(db: Database, visits: Sequence[str], gaps: Iterable[Gap]) -> tuple[str, ...]:
    """What there may be besides, in sentences."""
    return worded(doubts(db, visits, gaps))


def worded(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """The same of doubts that are known already, each once."""
    known = set(doubts)
    return (*(sentence for doubt, sentence in wording.NOT_SEEN.items() if doubt in known), wording.ELSEWHERE)
