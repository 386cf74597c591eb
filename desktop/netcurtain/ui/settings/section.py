"""One section of the *Settings* page: a heading, what belongs to it on a card, and a line that says what a change means."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class Section(QWidget):
    """``body`` is the column on the card. ``say`` speaks below it; ``refresh`` shows what holds now and takes that line away."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self._theme = theme
        self.heading = Prose(theme, heading, Size.LARGE, wide=True, parent=self)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        self.said = Prose(theme, "", parent=self.card)
        self.said.hide()
        said = QHBoxLayout()
        said.setContentsMargins(AROUND, 0, AROUND, 0)
        said.addWidget(self.said, 100)
        said.addStretch(1)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        inside.setSpacing(STEP)
        inside.addLayout(self.body)
        inside.addLayout(said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.heading)
        column.addWidget(self.card)

    def refresh(self) -> None:
        """Show what holds now."""
        self.say("")

    def leave(self) -> None:
        """The page goes out of sight: close what is open."""

    def hear(self, event: object) -> None:
        """Take in one event while the page is in sight."""

    def say(self, sentence: str) -> None:
        """One sentence about what was just changed; "" takes it away."""
        self.said.setText(shown(sentence))
        self.said.setVisible(bool(sentence))
        if sentence and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def quiet(self, words: str) -> Prose:
        """A soft line on the card."""
        line = Prose(self._theme, words, colour=Colour.SOFT, parent=self.card)
        row = QHBoxLayout()
        row.setContentsMargins(AROUND, 0, AROUND, 0)
        row.addWidget(line, 100)
        row.addStretch(1)
        self.body.addLayout(row)
        return line
