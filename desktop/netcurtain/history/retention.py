"""Which visits are to be forgotten now: what was heard of their pages, and the person's answer, in; names of visits out. For what is kept
in the file, the moment before which visits have had their time.

Pure: whoever calls says what time it is, in seconds of whatever clock, always the same one; for the file in milliseconds since 1970.
Nothing of it is written anywhere, for when a page was left is nobody's business.
"""

import math
from collections.abc import Iterable

from netcurtain.core.record import PageClosedRecord, PageRecord, Record
from netcurtain.core.settings import Retention
from netcurtain.history.believed_clock import DAY as DAY

REMEMBERED = {
    Retention.FORGET_SOON: 600.0,
    Retention.UNTIL_CLOSE: math.inf,
    Retention.CHOSEN: math.inf,
    Retention.DAYS_7: math.inf,
    Retention.DAYS_30: math.inf,
}
"""Seconds that a visit is remembered in memory after its last page was left.

Ten minutes: who has just sent a form and closed it has time to open Netcurtain and read what happened, and may be called away once. Who
comes to the computer after them, when the page is long closed, finds nothing. While a page is open its visit is remembered anyhow.
"""
MAX_LEFT = 20_000
"""Visits whose leaving is known; beyond them the one left longest ago is forgotten, whatever the answer is."""

KEPT = {Retention.DAYS_7: 7 * DAY}
LONGEST_KEPT = 30 * DAY
"""Milliseconds that a visit is kept in the file after it began, if nobody has chosen it. It is the same for what an earlier answer kept."""


def kept_since(retention: Retention, now: float) -> float:
    """Visits in the file that began before this moment have had their time. Milliseconds since 1970."""
    return now - KEPT.get(retention, LONGEST_KEPT)


class Stays:
    """Which visits have a page open, and when the others were left. How many pages are open at once is limited by core/session.py."""

    def __init__(self) -> None:
        self._open: dict[str, str] = {}
        self._left: dict[str, float] = {}

    def hear(self, record: Record, now: float) -> None:
        """A page that is told of is open, until it is told that it was closed."""
        if isinstance(record, PageRecord):
            self._open[record.page] = record.visit
            self._left.pop(record.visit, None)
        elif isinstance(record, PageClosedRecord):
            visit = self._open.pop(record.page, None)
            if visit is not None and visit not in self._open.values():
                self._left[visit] = now  # at the end: the one left longest ago always stands first

    def to_forget(self, retention: Retention, now: float) -> tuple[str, ...]:
        """The visits whose time has come, the one left longest ago first."""
        due: list[str] = []
        too_many = len(self._left) - MAX_LEFT
        for place, (visit, left) in enumerate(self._left.items()):
            if place >= too_many and now - left < REMEMBERED[retention]:
                break
            due.append(visit)
        return tuple(due)

    def next_time(self, retention: Retention) -> float:
        """When the next visit is to be forgotten; infinity where none is, as things stand."""
        return next(iter(self._left.values()), math.inf) + REMEMBERED[retention]

    def forgotten(self, visits: Iterable[str]) -> None:
        """These are gone for good; there is nothing more to be done about them."""
        for visit in visits:
            self._left.pop(visit, None)

    def moved(self, visit: str) -> None:
        """A visit is in the file from now on; what becomes of it there is not a matter of its pages."""
        self._left.pop(visit, None)
        self._open = {page: its for page, its in self._open.items() if its != visit}
