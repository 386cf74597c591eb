"""Locks the kept history when nobody has pressed a key or a button in our windows for as long as the person chose.

It looks at the window that has the keyboard, as ui/quick_hide.py does. A press after that time locks as well, before it does anything
else: while the computer sleeps no timer runs.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from netcurtain.core.event import KeptChanged
from netcurtain.core.keeping import Kept
from netcurtain.history import clock

LOOK_EVERY_MS = 5000
USED = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class AutoLock(QObject):
    """``due``: the time is over. Give it every event. ``minutes`` is asked whenever it looks; 0 is never. ``now`` is in seconds, and goes
    on while the computer sleeps.
    """

    due = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject, now: Callable[[], float] = clock.seconds) -> None:
        super().__init__(parent)
        self._minutes, self._now = minutes, now
        self._used_at = now()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    @Slot(object)
    def hear(self, event: object) -> None:
        """Only while the history is open is there anything to do."""
        if isinstance(event, KeptChanged):
            self._used_at = self._now()
            if event.kept is Kept.OPEN:
                self._looking.start()
            else:
                self._looking.stop()

    @Slot()
    def look(self) -> bool:
        """Whether the time is over; then it is said, once."""
        minutes = self._minutes()
        over = self._looking.isActive() and minutes > 0 and self._now() - self._used_at >= minutes * 60
        if over:
            self._looking.stop()
            self.due.emit()
        return over

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Somebody is there; unless the time was over already: then the press does nothing else, but for Esc, which may hide everything."""
        if not self._looking.isActive() or event.type() not in USED:
            return False
        if self.look():
            return not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape)
        self._used_at = self._now()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time, it takes the place of the first
