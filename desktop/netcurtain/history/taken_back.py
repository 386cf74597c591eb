"""What turned out to have reached nobody: every shelf hears of it, and one that is locked at its next opening. On the store's thread.

What waits for that are names of pages and requests in memory, no addresses. It is lost when Netcurtain ends before.
"""

from collections.abc import Iterable

from netcurtain.core.keeping import Kept
from netcurtain.core.record import FateRecord
from netcurtain.core.request import Fate
from netcurtain.history.shelf import Shelf

MAX_WAITING = 4000
"""Further ones are let go of: those that were sent before the history was locked are heard of first."""


class TakenBack:
    """The requests that wait, by page and name."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, str], FateRecord] = {}

    def hear(self, record: FateRecord, shelves: Iterable[Shelf], kept: Kept) -> bool:
        """Have it put right wherever that is, where a fate says that nobody was there; whether it does.

        By then its page may have been left, or go on elsewhere. A shelf without the request does nothing about it.
        """
        request = (record.page, record.request)
        if record.fate is Fate.ANSWERED:
            self._waiting.pop(request, None)
        if record.fate is not Fate.ATTEMPTED:
            return False
        for shelf in shelves:
            shelf.take(record)
        if kept is Kept.LOCKED and len(self._waiting) < MAX_WAITING:
            self._waiting[request] = record
        return True

    def give_to(self, shelf: Shelf) -> None:
        """The history is open: put it right with the next commit."""
        for record in self._waiting.values():
            shelf.take(record)
        self.clear()

    def clear(self) -> None:
        """Everything is gone."""
        self._waiting.clear()
