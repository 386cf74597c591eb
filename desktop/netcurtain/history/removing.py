"""Visits out of the tables, with all they had and every shared name that nothing else uses: a name left behind would tell where one was.

Runs inside a transaction of history/writing.py. What the visits used is looked up first, so that only those names are asked about, each by
an index: a deletion takes as long as what is deleted, not as long as all that is kept. Sentences go by themselves (history/migrations.py).

Many numbers go into one question as a JSON list.
"""

import json
from collections.abc import Iterable

from netcurtain.history.driver import Database

_USED = {
    "sites": "SELECT DISTINCT site FROM visits WHERE id IN (SELECT value FROM json_each(?))",
    "trackers": "SELECT DISTINCT tracker FROM contacts WHERE visit IN (SELECT value FROM json_each(?))",
}
"""Shared names that some visits use."""

_FEWER_VISITS = """UPDATE organisations SET visits = organisations.visits - gone.visits FROM (
        SELECT t.organisation, count(DISTINCT c.visit) AS visits FROM contacts c JOIN trackers t ON t.id = c.tracker
        WHERE c.visit IN (SELECT value FROM json_each(?)) GROUP BY t.organisation
    ) AS gone WHERE gone.organisation = organisations.id"""
"""Each company was met on so many visits fewer."""

_UNUSED = {
    "sites": """DELETE FROM sites WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.site = sites.id)""",
    "trackers": """DELETE FROM trackers WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.tracker = trackers.id) RETURNING host, organisation, filter""",
}
"""Delete those of some shared names that nothing uses."""

_PARTS = (
    """DELETE FROM hosts WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM trackers t WHERE t.host = hosts.id)""",
    """DELETE FROM organisations WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM trackers t WHERE t.organisation = organisations.id)""",
    """DELETE FROM filters WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM trackers t WHERE t.filter = filters.id)""",
)
"""The same for the parts of trackers, in the order that a deleted tracker returns them."""


def remove_visits(db: Database, visits: Iterable[int]) -> None:
    """Delete these visits and what only they used."""
    these = json.dumps(list(visits))
    used = {table: _numbers(db, question, these) for table, question in _USED.items()}
    db.execute(_FEWER_VISITS, (these,))
    db.execute("DELETE FROM visits WHERE id IN (SELECT value FROM json_each(?))", (these,))
    for table, names in used.items():
        gone = db.execute(_UNUSED[table], (json.dumps(names),)).fetchall()
        if table == "trackers":
            _remove_parts(db, gone)


def _remove_parts(db: Database, trackers: Iterable[tuple[int, int, int]]) -> None:
    for part, numbers in zip(_PARTS, zip(*trackers, strict=True), strict=False):
        db.execute(part, (json.dumps(sorted(set(numbers))),))


def _numbers(db: Database, question: str, these: str) -> list[int]:
    return [number for (number,) in db.execute(question, (these,)).fetchall()]
