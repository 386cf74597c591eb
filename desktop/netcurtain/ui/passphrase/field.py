"""A line for a passphrase: covered unless the person wants to see it, and empty, with nothing to undo, once it is out of sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND
from netcurtain.ui.copies import clear_copies
from netcurtain.ui.passphrase.rules import LONGEST
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import Colour, Size, Theme

WIDTH = 420
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COPYING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
"""The keys that put what stands in a line where others can paste it from."""
HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
"""No keyboard of the system is to learn the words or to offer them again."""


class PassphraseField(QWidget):
    """A label with its line. ``line.returnPressed`` comes on Enter, which goes no further."""

    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = CoveredLine(self)
        self.line.setAccessibleName(label)
        words = Prose(theme, label, Size.SMALL, Colour.SOFT, parent=self)
        words.setBuddy(self.line)
        self._theme = theme
        self._dress()
        theme.changed.connect(self._dress)
        column = QVBoxLayout(self)
        column.setContentsMargins(AROUND, 0, AROUND, 0)
        column.setSpacing(0)
        column.addWidget(words)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addStretch()  # what the line leaves
        column.addLayout(row)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.line.setMaximumWidth(self._theme.scaled(WIDTH))

    def empty(self) -> None:
        """Let go of what was typed, and cover what is typed next."""
        clear_copies(self.line.text().strip())
        self.line.setText("")  # unlike clear(), leaves nothing to undo
        self.cover(True)

    def cover(self, covered: bool) -> None:
        """Show dots, or the letters."""
        self.line.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)
        self.line.setInputMethodHints(HINTS)  # a change of the mode sets some of its own


class CoveredLine(QLineEdit):
    """The line itself. Nothing is copied from it, and it offers no menu: a copy would lie where others can paste it from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)
        self.setDragEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for this form alone: the window around it must not take it for "go on". Held down, it counts once."""
        if (event.key() in ENTER and event.isAutoRepeat()) or any(event.matches(keys) for keys in COPYING):
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On X11, what was marked would now go where a middle click pastes it from."""
        if event.button() is Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """None."""
        event.accept()
