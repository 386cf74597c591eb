"""Memory forgets the visits whose pages were all left, when their time has come (history/retention.py). On the store's thread."""

import math
import time
from collections.abc import Callable

from netcurtain.core.record import Record
from netcurtain.core.settings import Retention
from netcurtain.history.aging import LONGEST_PAUSE
from netcurtain.history.retention import Stays
from netcurtain.history.shelf import RETRY_SECONDS, Shelf


class Leaving:
    """Of the visits in memory. ``now`` is in seconds and goes on while the computer sleeps."""

    def __init__(self, changed: Callable[[], None], now: Callable[[], float]) -> None:
        self._changed = changed
        self._now = now
        self._stays = Stays()
        self._again = 0.0

    def wait(self, retention: Retention) -> float:
        """Seconds until a visit is to be forgotten; infinite where none is in sight."""
        forget = self._stays.next_time(retention) - self._now()
        return min(max(forget, self._again - time.monotonic()), LONGEST_PAUSE) if forget < math.inf else math.inf

    def hear(self, record: Record) -> None:
        """A page came into memory, or was left."""
        self._stays.hear(record, self._now())

    def moved(self, visit: str) -> None:
        """A visit is in the file from now on."""
        self._stays.moved(visit)

    def begin_anew(self) -> None:
        """The memory is empty."""
        self._stays = Stays()

    def forget(self, retention: Retention, memory: Shelf) -> None:
        """Forget the visits whose time has come; what waits to be written of them is written first, or it would come back. Raises
        StoreError.
        """
        visits = self._stays.to_forget(retention, self._now())
        if not visits or time.monotonic() < self._again:
            return
        self._again = time.monotonic() + RETRY_SECONDS
        memory.flush()
        if memory.writer.forget_left(visits):
            self._again = 0.0
            self._stays.forgotten(visits)
            self._changed()
