"""Whether somebody has turned the computer's clock: nothing is deleted by time, and no gap noted, by a clock that is not believed.

A clock is compared with what it said when it was last believed: with the last moment in the file at an opening, later with a clock that
nobody can set. Once it was found turned, it is not believed again before it agrees, also after locking and opening again.
"""

from collections.abc import Callable

DAY = 86_400_000.0
"""Milliseconds."""
LONGEST_AWAY = 366 * DAY
"""Whoever comes back later than this is more likely to have a clock that is wrong."""
EARLIEST = 1_767_225_600_000.0
"""The first moment of 2026, in milliseconds since 1970. An earlier time is that of a computer that has lost its own."""


def clock_is_odd(last: float | None, now: float, passed: float | None = None) -> bool:
    """Whether the clock has been turned since it said ``last``. ``passed`` is how long ago that was by a clock that nobody can set, None
    where that is not known. All in milliseconds.
    """
    if now < EARLIEST:
        return True
    if last is None:
        return False
    return not -DAY <= now - last <= LONGEST_AWAY if passed is None else abs(now - last - passed) > DAY


class BelievedClock:
    """``now`` is in seconds and goes on while the computer sleeps; ``wall`` is milliseconds since 1970, and may have been turned."""

    def __init__(self, now: Callable[[], float], wall: Callable[[], float]) -> None:
        self._now = now
        self._wall = wall
        self._odd = False
        self._last: float | None = None
        self._last_at: float | None = None
        """What ``now`` said at ``_last``, None where that was before Netcurtain started, or before it was locked."""

    def opened(self, last: float | None) -> None:
        """The file was opened, and says when it was last open; None for a new one."""
        if last is None or not self._odd:
            self._last, self._last_at, self._odd = last, None, False

    def moment(self) -> float | None:
        """The time, in milliseconds since 1970; None where it cannot be believed."""
        wall = self._wall()
        passed = None if self._last_at is None else (self._now() - self._last_at) * 1000
        self._odd = clock_is_odd(self._last, wall, passed)
        return None if self._odd else wall

    def believed(self, moment: float) -> None:
        """It was looked at with care, and this is the time now: compare with it from now on."""
        self._last, self._last_at = moment, self._now()

    def begin_anew(self) -> None:
        """Nothing is kept that it could take too early: it may have been wrong before."""
        self._last = self._last_at = None
