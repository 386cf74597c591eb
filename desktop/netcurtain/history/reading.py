"""What is asked of the history, answered from memory and, where it is open, from the file. On the store's thread; only reads.

history/listing.py the list   stories.py one visit   seen.py, changes.py two visits   evidence.py a copy   merging.py both shelves as one
"""

from dataclasses import dataclass

from netcurtain.core.evidence import Evidence
from netcurtain.history import evidence as facts
from netcurtain.history import listing, merging, stories
from netcurtain.history.changes import compared
from netcurtain.history.driver import Database
from netcurtain.history.rows import SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.history.seen import Seen, seen, together


@dataclass(frozen=True, slots=True)
class Shown:
    """The databases that may be read: none while the history is locked."""

    memory: Database | None = None
    file: Database | None = None

    @property
    def all(self) -> list[Database]:
        """Those that there are, memory first."""
        return [db for db in (self.memory, self.file) if db is not None]


def visits(shown: Shown, query: VisitQuery, after: VisitRow | None, limit: int) -> VisitPage:
    """A part of the list, ``limit`` at most."""
    if shown.memory is None:
        return VisitPage(())
    if shown.file is None:
        found = list(listing.visits(shown.memory, query, after, limit + 1))
    else:
        found = merging.visits(shown.memory, shown.file, query, after, limit + 1)
    return VisitPage(tuple(found[:limit]), more=len(found) > limit)


def companies(shown: Shown) -> tuple[str, ...]:
    """The names of the companies, those of most visits first."""
    return merging.companies(listing.companies(db) for db in shown.all)


def story(shown: Shown, visit: str) -> VisitStory | None:
    """One visit, explained."""
    row = _row(shown, visit)
    return stories.told([db for db in shown.all if listing.names(db, [visit])], row) if row is not None else None


def changes(shown: Shown, older: str, newer: str) -> SiteChange | None:
    """What changed between two visits to one site, whichever of them is named first."""
    both = [found for found in (_seen(shown, older), _seen(shown, newer)) if found is not None]
    if len(both) < 2 or both[0].row.site != both[1].row.site:
        return None
    return compared(*sorted(both, key=lambda visit: visit.row.started))


def evidence(shown: Shown, visit: str, site: str, now: float) -> Evidence | None:
    """What is kept of one visit, or of every visit to a site."""
    if site:
        page = visits(shown, VisitQuery(site=site), None, facts.MOST_VISITS)
        return facts.evidence(shown.all, site, [row.visit for row in page.rows], now, more=page.more)
    row = _row(shown, visit)
    return facts.evidence(shown.all, row.site, [visit], now) if row is not None else None


def _row(shown: Shown, visit: str) -> VisitRow | None:
    if shown.memory is None:
        return None
    return merging.row(shown.memory, shown.file, visit) if shown.file is not None else listing.visit(shown.memory, visit)


def _seen(shown: Shown, visit: str) -> Seen | None:
    row = _row(shown, visit)
    parts = (seen(db, visit) for db in shown.all)
    return together(row, [part for part in parts if part is not None]) if row is not None else None
