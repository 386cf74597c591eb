"""What a deletion is about: a visit, a site, or the time between two moments. Which visits these are, and words that would tell of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from netcurtain.core.keeping import Deleted
from netcurtain.core.record import PageRecord
from netcurtain.history.driver import Database
from netcurtain.history.writing import Writer

MOST_NEEDLES = 12
"""Words that are searched for after a deletion: each makes the search through every file longer."""
SHORTEST_NEEDLE = 5
LONGEST_NEEDLE = 48
"""Letters; of a longer word its end is searched for, which differs more than its beginning."""
_AT_ONCE = 2_000
"""Texts that are searched together."""

_TEXTS = {
    "visits": ("name",),
    "sites": ("name",),
    "pages": ("url", "title", "coalesce(server, '')"),
    "hosts": ("name",),
    "filters": ("line", "list"),
    "organisations": ("name",),
    "sentences": ("text",),
    "circumstances": ("text",),
}
"""Every text of the tables that a person or a site can have chosen."""


class Doomed(Protocol):
    """What is to be deleted."""

    @property
    def named(self) -> Deleted:
        """What is named, wherever it is."""

    def visits(self, db: Database) -> list[str]:
        """The visits that are meant, by name."""

    def waits(self, page: PageRecord) -> bool:
        """Whether a page that is not written yet is meant."""

    def delete(self, writer: Writer) -> bool:
        """Delete them; True once they are gone for good, False where their last traces could not be wiped yet. Raises StoreError."""


@dataclass(frozen=True, slots=True)
class TheVisit:
    """One visit."""

    visit: str

    @property
    def named(self) -> Deleted:
        """The visit."""
        return Deleted(visits=frozenset({self.visit}))

    def visits(self, db: Database) -> list[str]:
        """The visit itself, where it is here."""
        return _names(db, "SELECT name FROM visits WHERE name = ?", (self.visit,))

    def waits(self, page: PageRecord) -> bool:
        """A page of this visit."""
        return page.visit == self.visit

    def delete(self, writer: Writer) -> bool:
        """Delete it."""
        return writer.forget_visit(self.visit)


@dataclass(frozen=True, slots=True)
class TheVisits:
    """Some visits by name: a part of more."""

    names: tuple[str, ...]

    @property
    def named(self) -> Deleted:
        """The visits."""
        return Deleted(visits=frozenset(self.names))

    def visits(self, db: Database) -> list[str]:
        """Those of them that are here."""
        return _names(db, "SELECT name FROM visits WHERE name IN (SELECT value FROM json_each(?))", (json.dumps(self.names),))

    def waits(self, page: PageRecord) -> bool:
        """A page of one of them."""
        return page.visit in self.names

    def delete(self, writer: Writer) -> bool:
        """Delete them."""
        return writer.forget_visits(self.names)


@dataclass(frozen=True, slots=True)
class TheSite:
    """Every visit to a site."""

    site: str

    @property
    def named(self) -> Deleted:
        """The site."""
        return Deleted(site=self.site)

    def visits(self, db: Database) -> list[str]:
        """Its visits."""
        return _names(db, "SELECT v.name FROM visits v JOIN sites s ON s.id = v.site WHERE s.name = ?", (self.site,))

    def waits(self, page: PageRecord) -> bool:
        """A page of this site."""
        return page.site == self.site

    def delete(self, writer: Writer) -> bool:
        """Delete them."""
        return writer.forget_site(self.site)


@dataclass(frozen=True, slots=True)
class TheTime:
    """Every visit of which anything is from between two moments, in milliseconds since 1970, ``until`` excluded."""

    since: float
    until: float

    @property
    def named(self) -> Deleted:
        """Nothing by name."""
        return Deleted()

    def visits(self, db: Database) -> list[str]:
        """These visits."""
        return _names(db, "SELECT name FROM visits WHERE started < ? AND last >= ?", (self.until, self.since))

    def waits(self, page: PageRecord) -> bool:
        """A page that was opened then."""
        return self.since <= page.started < self.until

    def delete(self, writer: Writer) -> bool:
        """Delete them."""
        return writer.forget_between(self.since, self.until)


def had_their_time(db: Database, before: float) -> list[str]:
    """Visits that began before a moment and were not chosen."""
    return _names(db, "SELECT name FROM visits WHERE started < ? AND NOT chosen", (before,))


def needles_of(db: Database, visits: Sequence[str]) -> tuple[str, ...]:
    """Words that tell of these visits, before they are deleted: names, sites, addresses and titles, of some where there are many."""
    found: dict[str, None] = {}
    for visit in _spread(visits, MOST_NEEDLES // 4):
        found[visit] = None
        for (word,) in db.execute("SELECT s.name FROM visits v JOIN sites s ON s.id = v.site WHERE v.name = ?", (visit,)).fetchall():
            found[word] = None
        for words in db.execute(
            """SELECT p.url, p.title, coalesce(p.server, '') FROM pages p JOIN visits v ON v.id = p.visit
            WHERE v.name = ? ORDER BY p.id DESC LIMIT 1""",
            (visit,),
        ).fetchall():
            found.update(dict.fromkeys(words))
    ends = dict.fromkeys(word[-LONGEST_NEEDLE:] for word in found if len(word) >= SHORTEST_NEEDLE)
    return tuple(ends)[:MOST_NEEDLES]


def not_elsewhere(db: Database, needles: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that nothing says which is left, after a deletion."""
    left = tuple(needles)
    for table, columns in _TEXTS.items():
        rows: Iterator[tuple[str]] = db.execute(f"SELECT {' || char(10) || '.join(columns)} FROM {table}")  # noqa: S608 - names of ours
        while left and (some := list(islice(rows, _AT_ONCE))):
            texts = "\0".join(text for (text,) in some)
            left = tuple(needle for needle in left if needle not in texts)
    return left


def _names(db: Database, question: str, values: Sequence[object]) -> list[str]:
    return [name for (name,) in db.execute(question, values).fetchall()]


def _spread(names: Sequence[str], most: int) -> Iterator[str]:
    """Some of them, from the first to the last."""
    step = max(1, -(-len(names) // most))
    return iter(names[::step])
