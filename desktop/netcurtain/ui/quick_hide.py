"""Three presses of Esc within two seconds, in whichever of the app's windows has the keyboard."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QWidget

PRESSES = 3
WITHIN_SECONDS = 2.0


class QuickHide(QObject):
    """Build one, for the main window. A dialog, a menu or the alert still does with Esc what it does: the press counts all the same."""

    asked = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._clock = clock
        self._presses: list[float] = []
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.press)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def press(self) -> None:
        """One press."""
        now = self._clock()
        self._presses = [then for then in self._presses if now - then < WITHIN_SECONDS] + [now]
        if len(self._presses) >= PRESSES:
            self._presses = []
            self.asked.emit()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """A press that the shortcut did not take: that one works in its own window only, and not while a list in it is open."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._count(event)
        return False

    def _count(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.press()

    def _watch(self, window: QWindow | None) -> None:
        """Keys go to the window in front alone, and a filter on it, unlike one on the application, costs nothing while things are drawn."""
        if window is not None:
            window.installEventFilter(self)  # a second time, it takes the place of the first
