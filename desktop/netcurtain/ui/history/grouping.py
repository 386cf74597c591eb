"""In which order visits are listed, and what stands over the first of a day or of a site. Pure: rows in, rows out."""

import enum
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate
from math import inf

from netcurtain.history.rows import Gap, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.plain import shown

SHORTEST_GAP_MS = 60_000.0
"""A gap that is shorter tells nobody anything: a window was hidden, and brought back."""
Row = VisitRow | Gap


class Grouping(enum.Enum):
    """How the list is put together: those chosen to be kept, or all of them, by day or by site."""

    KEPT = "kept"
    BY_DAY = "by day"
    BY_SITE = "by site"


def began(row: Row) -> float:
    """When it began, in milliseconds since 1970."""
    return row.since if isinstance(row, Gap) else row.started


def name_of(row: Row) -> object:
    """What a row is known by, whatever else it says now."""
    return row.since if isinstance(row, Gap) else row.visit


def with_gaps(rows: Sequence[VisitRow], gaps: Iterable[Gap], *, all_there: bool, before: float = inf) -> list[Row]:
    """Visits and the gaps between them, newest first. Short gaps are left out; so are those from ``before`` on, and, where not
    ``all_there`` are listed, those before the oldest visit.
    """
    oldest = -inf if all_there else min((row.started for row in rows), default=inf)
    listed = [gap for gap in gaps if gap.until - gap.since >= SHORTEST_GAP_MS and oldest <= gap.since < before]
    return sorted((*rows, *listed), key=began, reverse=True) if listed else list(rows)


def by_site(rows: Iterable[VisitRow]) -> list[Row]:
    """Each site's visits together, newest first; the site that was visited last comes first."""
    sites: dict[str, list[Row]] = {}
    for row in rows:
        sites.setdefault(row.site, []).append(row)
    return [row for group in sites.values() for row in group]


def ends_of_sites(counts: Mapping[str, int]) -> dict[str, int]:
    """Where the visits to each site end in a list by site, as the place after the last; from how many there are, in the list's order."""
    return dict(zip(counts, accumulate(counts.values()), strict=True))


def unlike(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int, list[Row]]:
    """Where two lists differ: from which place to which in the old one, and what stands there in the new one."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] is not new[place] and old[place] != new[place]), shorter)
    most = shorter - start
    same = next((back for back in range(most) if old[-1 - back] is not new[-1 - back] and old[-1 - back] != new[-1 - back]), most)
    return start, len(old) - same, list(new[start : len(new) - same])


def heading(row: Row, above: Row | None, grouping: Grouping, today: date) -> str:
    """What stands over a row, "" where it goes on with what the row ``above`` began."""
    if grouping is Grouping.BY_SITE and isinstance(row, VisitRow):
        return "" if isinstance(above, VisitRow) and above.site == row.site else shown(row.site)
    day = _day(row)
    return "" if above is not None and _day(above) == day else wording.day_heading(began(row), today)


def _day(row: Row) -> date:
    return datetime.fromtimestamp(began(row) / 1000).date()
