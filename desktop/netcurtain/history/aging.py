"""What time does to the file: visits that have had their time go, and last traces of deletions are wiped again. On the store's thread."""

import math
import time

from netcurtain.core.settings import Retention
from netcurtain.history import wording
from netcurtain.history.deletion import left
from netcurtain.history.kept_shelf import ClockOddError, KeptShelf
from netcurtain.history.shelf import RETRY_SECONDS
from netcurtain.history.telling import Listeners, Troubles

LONGEST_PAUSE = 30.0
"""While something waits for its time, seconds until the clock is looked at again: waiting stands still while the computer sleeps."""


class Aging:
    """Of the history on disk; None where there can be none."""

    def __init__(self, disk: KeptShelf | None, listeners: Listeners, troubles: Troubles) -> None:
        self._disk = disk
        self._listeners = listeners
        self._troubles = troubles
        self._wipe_again_at = 0.0

    @property
    def wait(self) -> float:
        """Seconds until something is due; infinite where the file is not open."""
        if self._disk is None or self._disk.shelf is None:
            return math.inf
        pause = min(self._disk.pause(), LONGEST_PAUSE)
        return min(pause, self._wipe_again_at - time.monotonic()) if self._disk.unwiped else pause

    def expire(self, retention: Retention) -> None:
        """Once an hour, delete from the file what has had its time. Raises StoreError."""
        if self._disk is None:
            return
        try:
            needles = self._disk.expire(retention)
        except ClockOddError:
            self._troubles.tell(wording.CLOCK_ODD)
            return
        if not needles:
            return
        self._listeners.changed()
        if not self._disk.unwiped and (found := left(self._disk, needles)):
            self._troubles.tell(wording.still_in(found))

    def look_now(self) -> None:
        """What has had its time is looked for at once: the person has answered anew."""
        if self._disk is not None:
            self._disk.look_now()

    def wipe_again(self) -> None:
        """Where a reader was in the way of wiping, another try. Raises StoreError."""
        if self._disk is not None and self._disk.unwiped and time.monotonic() >= self._wipe_again_at:
            self._wipe_again_at = time.monotonic() + RETRY_SECONDS
            if self._disk.wipe():
                self._wipe_again_at = 0.0
