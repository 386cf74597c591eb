"""Where a page's records go: into memory, into the file behind the passphrase, or nowhere. Pure: names in, places out.

A page's place is decided when it is first told of, and stays until the page is left; but for *Keep*, which moves it into the file, for a
change of mind, which moves it out of it, and for "don't keep this one", a deletion and "erase everything", after which nothing more of it
is taken in.
"""

import enum
from collections.abc import Iterable, Iterator

from netcurtain.core.keeping import Kept, Stored
from netcurtain.core.record import PageClosedRecord, PageRecord, Record, VisitUnkeptRecord
from netcurtain.core.settings import Retention

MAX_PAGES = 10_000
"""Open pages whose place is known; core/session.py follows fewer."""
MAX_VISITS = 20_000
"""Visits that are known to be unwanted, and as many that were chosen."""


class Place(enum.Enum):
    """Where a record goes. The value is what a submission there is told once it was written, or, of the last three, at once."""

    MEMORY = Stored.IN_MEMORY
    FILE = Stored.STORED
    LOCKED = Stored.LOCKED
    UNWANTED = Stored.NOT_WANTED
    UNKNOWN = Stored.UNKNOWN_PAGE


class Routing:
    """The places of the pages that are open, and what the person said of visits. Nothing of it is written anywhere."""

    def __init__(self) -> None:
        self._visits: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._unwanted: dict[str, None] = {}
        self._chosen: dict[str, None] = {}

    def place(self, record: Record, retention: Retention, kept: Kept) -> Place:
        """Where this record goes now. A page that is left has no place afterwards."""
        if isinstance(record, VisitUnkeptRecord):
            return Place.UNWANTED
        if isinstance(record, PageRecord) and record.page not in self._places:
            self._places[record.page] = self._first_place(record.visit, retention, kept)
            self._visits[record.page] = record.visit
            self._drop_oldest()
        place = self._places.get(record.page, Place.UNKNOWN)
        if isinstance(record, PageClosedRecord):
            self._leave(record.page)
        return Place.LOCKED if place is Place.FILE and kept is not Kept.OPEN else place

    def keep(self, visit: str) -> None:
        """The person has chosen this visit: its open pages go on in the file, and so do those that follow."""
        _remember(self._chosen, [visit])
        for page in self._pages_of({visit}):
            self._places[page] = Place.FILE

    def unwant(self, visits: Iterable[str]) -> None:
        """Nothing more of these is taken in, of pages to come neither."""
        names = set(visits)
        _remember(self._unwanted, names)
        for name in names:
            self._chosen.pop(name, None)
        for page in self._pages_of(names):
            self._places[page] = Place.UNWANTED

    def unwant_all(self) -> None:
        """Nothing more of any page that is open now. Their visits may go on with others, as nobody says that they do not."""
        self._chosen.clear()
        self._places = dict.fromkeys(self._places, Place.UNWANTED)

    def leave_file(self, kept: Kept) -> tuple[str, ...]:
        """Not every page is to be kept any more: those of the file, but for chosen visits, go on in memory, and are answered with.

        While the file is locked they are not taken in, and that stays.
        """
        moved = tuple(page for page, place in self._places.items() if place is Place.FILE and self._visits[page] not in self._chosen)
        self._places.update(dict.fromkeys(moved, Place.MEMORY if kept is Kept.OPEN else Place.LOCKED))
        return moved if kept is Kept.OPEN else ()

    def _first_place(self, visit: str, retention: Retention, kept: Kept) -> Place:
        if visit in self._unwanted:
            return Place.UNWANTED
        if kept is Kept.NONE or not (retention.keeps_all or visit in self._chosen):
            return Place.MEMORY
        return Place.FILE if kept is Kept.OPEN else Place.LOCKED

    def _pages_of(self, visits: set[str]) -> Iterator[str]:
        return (page for page, visit in self._visits.items() if visit in visits)

    def _leave(self, page: str) -> None:
        self._places.pop(page, None)
        self._visits.pop(page, None)

    def _drop_oldest(self) -> None:
        if len(self._places) > MAX_PAGES:
            self._leave(next(iter(self._places)))


def _remember(visits: dict[str, None], names: Iterable[str]) -> None:
    visits.update(dict.fromkeys(names))
    for name in list(visits)[: max(0, len(visits) - MAX_VISITS)]:
        del visits[name]
