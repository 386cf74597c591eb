"""How long the windows' thread does not come to its events: what a person feels as a window that hangs."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer

EVERY_MS = 5


class Stall(NamedTuple):
    """The longest in milliseconds, the most that the thread itself worked between two looks, and how many were over 50 ms."""

    longest: float
    worked: float
    over_50: int


class Stalls(QObject):
    """A timer that is due every five milliseconds and notes how late it comes. ``begin`` forgets what was."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._came)
        self._timer.start(EVERY_MS)

    def begin(self) -> None:
        """Measure from now on."""
        self._longest = self._worked = 0.0
        self._over_50 = 0
        self._last, self._last_worked = time.perf_counter(), time.thread_time()

    def ended(self) -> Stall:
        """What there was since `begin`; one that lasts until now too."""
        self._came()
        return Stall(self._longest, self._worked, self._over_50)

    def _came(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        late = (now - self._last) * 1000 - EVERY_MS
        self._longest, self._worked = max(self._longest, late), max(self._worked, (worked - self._last_worked) * 1000)
        self._over_50 += late > 50
        self._last, self._last_worked = now, worked


def pause(seconds: float) -> None:
    """Let the windows do what they do for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(so: Callable[[], bool], patience: float = 60.0) -> None:
    """Let them until it is so."""
    ends = time.monotonic() + patience
    while not so():
        if time.monotonic() > ends:
            raise SystemExit("The windows did not show what they should.")
        pause(0.005)
    QCoreApplication.processEvents()
