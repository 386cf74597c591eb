"""Three presses of Esc within two seconds."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

PRESSES = 3
WITHIN_SECONDS = 2.0


class QuickHide(QObject):
    """Watches one window, whatever in it has the focus."""

    asked = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._clock = clock
        self._presses: list[float] = []
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.press)

    def press(self) -> None:
        """One press."""
        now = self._clock()
        self._presses = [then for then in self._presses if now - then < WITHIN_SECONDS] + [now]
        if len(self._presses) >= PRESSES:
            self._presses = []
            self.asked.emit()
