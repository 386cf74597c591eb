"""Rows of both shelves as one list. A visit may have begun in memory and gone on in the file, after a change of mind: it is one visit."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from netcurtain.history import listing
from netcurtain.history.driver import Database
from netcurtain.history.rows import VisitQuery, VisitRow


def visits(memory: Database, disk: Database, query: VisitQuery, after: VisitRow | None, limit: int) -> list[VisitRow]:
    """The newest visits of both that fit. Those that are in both are looked at by themselves, as they stand where the earlier one does."""
    twice = listing.names(disk, listing.names(memory))
    parts = (
        listing.visits(memory, query, after, limit, without=twice),
        [on_disk(row) for row in listing.visits(disk, query, after, limit, without=twice)],
        [row for row in _in_both(memory, disk, query, twice) if after is None or _place(row) < _place(after)],
    )
    return sorted((row for part in parts for row in part), key=_place, reverse=True)[:limit]


def on_disk(row: VisitRow) -> VisitRow:
    """The row as one that is kept behind the passphrase."""
    return replace(row, on_disk=True)


def row(memory: Database, disk: Database, visit: str) -> VisitRow | None:
    """What both know of one visit, in a row."""
    in_memory, kept = listing.visit(memory, visit), listing.visit(disk, visit)
    if in_memory is None or kept is None:
        return in_memory if kept is None else on_disk(kept)
    return next(iter(_in_both(memory, disk, VisitQuery(), [visit])))


def companies(parts: Iterable[dict[str, int]]) -> tuple[str, ...]:
    """The names of companies, those of most visits first."""
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[: listing.MOST_COMPANIES])


def _in_both(memory: Database, disk: Database, query: VisitQuery, twice: list[str]) -> list[VisitRow]:
    """Those visits that fit by what both know of them together."""
    if not twice:
        return []
    met: dict[str, dict[str, bool]] = {}
    for db in (memory, disk):
        for visit, company, went_out in listing.met(db, twice):
            of_visit = met.setdefault(visit, {})
            of_visit[company] = of_visit.get(company, False) or went_out
    kept = {row.visit: row for row in listing.visits(disk, VisitQuery(), only=twice)}
    together = (_row(row, kept[row.visit], met.get(row.visit, {})) for row in listing.visits(memory, VisitQuery(), only=twice))
    return [row for row in together if _fits(row, met.get(row.visit, {}), query)]


def _row(in_memory: VisitRow, kept: VisitRow, met: Mapping[str, bool]) -> VisitRow:
    return replace(
        on_disk(kept),
        started=min(in_memory.started, kept.started),
        companies=sum(met.values()),
        sensitive=in_memory.sensitive or kept.sensitive,
    )


def _fits(row: VisitRow, met: Collection[str], query: VisitQuery) -> bool:
    """The same as history/listing.py asks of one database."""
    words = query.search.casefold()
    return (
        any(words in name.casefold() for name in (row.site, *met))
        and query.company in ("", *met)
        and query.site in ("", row.site)
        and (row.sensitive or not query.sensitive)
        and (row.companies > 0 or not query.told)
        and (row.chosen or not query.chosen)
    )


def _place(row: VisitRow) -> tuple[float, str]:
    return row.started, row.visit
