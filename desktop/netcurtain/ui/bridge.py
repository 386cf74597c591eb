"""From the link's thread to the windows: events come in from anywhere and go out on the GUI thread, twenty times a second at most.

A busy page changes a thousand times a second and nobody reads that fast: of many ``PageUpdated`` for one page only the newest goes out.
What is told of single requests stays here: no window shows it but as a part of its page.
"""

from collections.abc import Sequence
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from netcurtain.core.event import Event, FindingMade, MatchSeen, PageKey, PageUpdated, VerdictChanged

PAUSE_MS = 50
"""The least time between two deliveries; the first event after a quiet time goes out at once."""
MOST_WAITING = 500
"""Events that wait before those that are outdated are let go of: the windows may be busy, or hidden by a screen that sleeps."""
UNHEARD = (FindingMade, MatchSeen, VerdictChanged)
"""What only ``serve --json`` tells."""


class Bridge(QObject):
    """Create it on the GUI thread; ``post`` from any. Events posted before the event loop runs wait for it."""

    happened = Signal(object)
    _called = Signal()

    def __init__(self) -> None:
        # It belongs to Qt's application: were it Python's, whichever thread drops the last reference would delete it under Qt's hands.
        super().__init__(QCoreApplication.instance())
        self._lock = Lock()
        self._waiting: list[Event] = []
        self._kept = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._deliver)
        self._called.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def post(self, events: Sequence[Event]) -> None:
        """Hand over what happened, in order. Any thread."""
        heard = [event for event in events if not isinstance(event, UNHEARD)]
        if not heard:
            return
        with self._lock:
            first = not self._waiting
            self._waiting.extend(heard)
            if len(self._waiting) > max(MOST_WAITING, 2 * self._kept):
                self._waiting = newest(self._waiting)
                self._kept = len(self._waiting)
        if first:
            self._called.emit()

    @Slot()
    def _arrived(self) -> None:
        if not self._pause.isActive():
            self._pause.start(0)

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            waiting, self._waiting, self._kept = self._waiting, [], 0
        for event in newest(waiting):
            self.happened.emit(event)
        if waiting:
            self._pause.start(PAUSE_MS)


def newest(events: Sequence[Event]) -> list[Event]:
    """The same events in order, but of each page's updates only the last, which is "opened" if any of them was."""
    last: dict[PageKey, int] = {}
    opened: set[PageKey] = set()
    for place, event in enumerate(events):
        if isinstance(event, PageUpdated):
            last[event.view.key] = place
            if event.opened:
                opened.add(event.view.key)
    kept: list[Event] = []
    for place, event in enumerate(events):
        if not isinstance(event, PageUpdated):
            kept.append(event)
        elif last[event.view.key] == place:
            kept.append(PageUpdated(event.view, event.view.key in opened))
    return kept
