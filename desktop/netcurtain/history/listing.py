"""The list of visits, a part at a time, the newest first, by what is asked for; and the companies to choose from. Only reads.

No part looks through the whole history where that can be helped: a part begins where the one before ended (by time, then by name), visits
have what they are filtered by in their own row, and a company counts its visits (history/migrations.py). So it is known which is less:
to gather the visits that were found, or to look at the newest ones until enough are found.
"""

import json
from collections.abc import Callable, Collection, Iterable
from typing import Any

from netcurtain.history.driver import Database
from netcurtain.history.rows import VisitQuery, VisitRow

NO_LIMIT = -1
MOST_COMPANIES = 200
FEW = 4_000
"""Visits that are rather gathered, and sorted, than come upon."""

_ROWS = """SELECT v.name, s.name, v.started, v.companies, v.sensitive, v.chosen FROM visits v JOIN sites s ON s.id = v.site
    WHERE {terms} ORDER BY {started} DESC, v.name DESC LIMIT :limit"""

_SITES = "SELECT value FROM json_each(:{name}_sites)"
_TRACKERS = "SELECT value FROM json_each(:{name}_trackers)"
_GATHERED = f"v.id IN (SELECT id FROM visits WHERE site IN ({_SITES}) UNION SELECT visit FROM contacts WHERE tracker IN ({_TRACKERS}))"  # noqa: S608 - words of ours
# the + has each visit's few contacts looked at, and not each tracker looked for in turn
_COME_UPON = f"(v.site IN ({_SITES}) OR EXISTS (SELECT 1 FROM contacts c WHERE c.visit = v.id AND +c.tracker IN ({_TRACKERS})))"  # noqa: S608

_FLAGS: dict[str, Callable[[VisitQuery], bool]] = {
    "v.sensitive = 1": lambda query: query.sensitive,
    "v.companies > 0": lambda query: query.told,
    "v.chosen = 1": lambda query: query.chosen,
}
"""What a visit's row says by itself."""


def visits(
    db: Database,
    query: VisitQuery,
    after: VisitRow | None = None,
    limit: int = NO_LIMIT,
    *,
    only: Collection[str] | None = None,
    without: Collection[str] = (),
) -> tuple[VisitRow, ...]:
    """The newest visits that fit, ``limit`` at most: of those older than ``after``, of ``only`` these names, ``without`` those.

    ``search`` is found in whatever case, and each of its characters stands for itself.
    """
    terms = [term for term, asked in _FLAGS.items() if asked(query)]
    values: dict[str, Any] = {"limit": limit}
    started = "v.started"
    if query.site:
        terms.append("v.site = (SELECT id FROM sites WHERE name = :site)")
        values["site"] = query.site
    for name, sites, companies in _looked_for(db, query):
        trackers = _trackers(db, companies)
        values |= {f"{name}_sites": json.dumps(sites), f"{name}_trackers": json.dumps(trackers)}
        if _are_few(db, sites, companies):
            terms.append(_GATHERED.format(name=name))
            started = "+v.started"  # not in the order of time then: they are sorted
        else:
            terms.append(_COME_UPON.format(name=name))
    if after is not None:
        terms.append(f"{started} <= :started AND (v.started < :started OR v.name < :after)")
        values |= {"started": after.started, "after": after.visit}
    if only is not None:
        terms.append("v.name IN (SELECT value FROM json_each(:only))")
        values["only"] = json.dumps(list(only))
    if without:
        terms.append("v.name NOT IN (SELECT value FROM json_each(:without))")
        values["without"] = json.dumps(list(without))
    found = db.execute(_ROWS.format(terms=" AND ".join(terms) or "TRUE", started=started), values)
    return tuple(
        VisitRow(visit, site, float(began), companies, bool(sensitive), chosen=bool(chosen))
        for visit, site, began, companies, sensitive, chosen in found.fetchall()
    )


def visit(db: Database, name: str) -> VisitRow | None:
    """One visit; None where it is not kept here."""
    return next(iter(visits(db, VisitQuery(), only=[name])), None)


def names(db: Database, among: Iterable[str] | None = None) -> list[str]:
    """The names of all visits, or of those ``among`` some names that are here."""
    if among is None:
        return [name for (name,) in db.execute("SELECT name FROM visits").fetchall()]
    found = db.execute("SELECT name FROM visits WHERE name IN (SELECT value FROM json_each(?))", (json.dumps(list(among)),))
    return [name for (name,) in found.fetchall()]


def met(db: Database, visits: Iterable[str]) -> list[tuple[str, str, bool]]:
    """Each company that these visits had to do with, by the visit's name, and whether something went out to it."""
    found = db.execute(
        """SELECT v.name, o.name, max(c.went_out) FROM visits v JOIN contacts c ON c.visit = v.id
        JOIN trackers t ON t.id = c.tracker JOIN organisations o ON o.id = t.organisation
        WHERE v.name IN (SELECT value FROM json_each(?)) GROUP BY v.id, o.id""",
        (json.dumps(list(visits)),),
    )
    return [(visit, company, bool(went_out)) for visit, company, went_out in found.fetchall()]


def companies(db: Database) -> dict[str, int]:
    """The names of companies, each with the number of visits it was met on, those of most first."""
    found = db.execute("SELECT name, visits FROM organisations ORDER BY visits DESC, name LIMIT ?", (MOST_COMPANIES,))
    return dict(found.fetchall())


def _looked_for(db: Database, query: VisitQuery) -> Iterable[tuple[str, list[int], list[tuple[int, int]]]]:
    """For the search, and for the company: sites by number, and companies by number with their visits, of which a visit must have one."""
    if query.company:
        yield "company", [], db.execute("SELECT id, visits FROM organisations WHERE name = ?", (query.company,)).fetchall()
    if query.search:
        words = (query.search.casefold(),)
        sites = db.execute("SELECT id FROM sites WHERE instr(casefold(name), ?)", words).fetchall()
        found = db.execute("SELECT id, visits FROM organisations WHERE instr(casefold(name), ?)", words).fetchall()
        yield "search", [site for (site,) in sites], found


def _trackers(db: Database, companies: Iterable[tuple[int, int]]) -> list[int]:
    numbers = json.dumps([number for number, _visits in companies])
    found = db.execute("SELECT id FROM trackers WHERE organisation IN (SELECT value FROM json_each(?))", (numbers,))
    return [tracker for (tracker,) in found.fetchall()]


def _are_few(db: Database, sites: list[int], companies: Iterable[tuple[int, int]]) -> bool:
    count = sum(of_one for _number, of_one in companies)
    if count > FEW:
        return False
    question = "SELECT count(*) FROM (SELECT 1 FROM visits WHERE site IN (SELECT value FROM json_each(?)) LIMIT ?)"
    (at_sites,) = db.execute(question, (json.dumps(sites), FEW + 1)).fetchone()
    return bool(count + at_sites <= FEW)
