"""A quiet line at the top of the main window: what does not work just now, and what to do about it. It stays until it is closed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.ui import wording
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.mark import Glyph, hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Theme

ICON = 24
MOST_SENTENCES = 3
"""The newest stay; one that is there already is not said twice."""


class Notice(QFrame):
    """Hidden while there is nothing to say. Its sentences name no site, so hiding the window leaves them where they are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sentences: list[str] = []
        self._lines = [Prose(theme, parent=self) for _ in range(MOST_SENTENCES)]
        self.close_button = Button(theme, wording.CLOSE, Kind.PLAIN, parent=self)
        self.close_button.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        for line in self._lines:
            words.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(margins(self, 3 * STEP, STEP, 3 * STEP - AROUND, STEP))
        row.setSpacing(2 * STEP)
        row.addWidget(Glyph(theme, "note", Colour.TEAL, ICON, self))
        row.addLayout(words, 100)
        row.addStretch(1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline(self))
        self._show()

    def say(self, sentence: str) -> None:
        """Add one sentence."""
        words = shown(sentence)
        if words and words not in self._sentences:
            self._sentences = [*self._sentences, words][-MOST_SENTENCES:]
            self._show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def dismiss(self) -> None:
        """The person has read it."""
        self._sentences = []
        self._show()

    def _show(self) -> None:
        for place, line in enumerate(self._lines):
            line.setText(self._sentences[place] if place < len(self._sentences) else "")
            line.setVisible(place < len(self._sentences))
        self.setAccessibleName(" ".join(self._sentences))
        self.setVisible(bool(self._sentences))
