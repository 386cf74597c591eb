"""What came of saving a copy: where it lies, which is not opened, or why there is none."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.saved_copy import CopyMade
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.prose import Prose
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import indented, say
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class OutcomePanel(QWidget):
    """``letter``: the person wants to write one. ``back``: to the questions, to try again. ``done``: that was all."""

    letter = Signal()
    back = Signal()
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Prose(theme, "", Size.HEADLINE, wide=True, parent=self)
        self.sentence = Prose(theme, "", wide=True, parent=self)
        self._where = QWidget(self)
        self.place = Prose(theme, "", wide=True, bold=True, parent=self._where)
        self.done_button = Button(theme, wording.DONE, Kind.FILLED, parent=self)  # first, as it is read
        self.done_button.clicked.connect(self.done)
        self.letter_button = Button(theme, wording.WRITE_A_LETTER, parent=self)
        self.letter_button.clicked.connect(self.letter)
        self.back_button = Button(theme, wording.TRY_AGAIN, Kind.FILLED, parent=self)
        self.back_button.clicked.connect(self.back)
        self.close_button = Button(theme, wording.CLOSE, parent=self)
        self.close_button.clicked.connect(self.done)
        where = QVBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(STEP // 2)
        indented(Prose(theme, wording.YOU_FIND_IT, colour=Colour.SOFT, parent=self._where), where)
        indented(self.place, where)
        indented(Prose(theme, wording.NOT_OPENED, colour=Colour.SOFT, parent=self._where), where)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self.done_button, self.letter_button, self.back_button, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        indented(self.heading, column)
        indented(self.sentence, column)
        column.addWidget(self._where)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_made(self, made: CopyMade, place: Path, *, letter: bool) -> None:
        """What came of it; ``letter``: one can be offered."""
        self.heading.setText(wording.SAVED if made.made else wording.STOPPED if made.cancelled else wording.NOT_SAVED)
        self.place.setText(_whole(place) if made.made else "")
        self._where.setVisible(made.made)
        self.done_button.setVisible(made.made)
        self.letter_button.setVisible(made.made and letter)
        for button in (self.back_button, self.close_button):
            button.setVisible(not made.made)
        say(self.sentence, made.sentence or ("" if made.made else wording.NOTHING_WRITTEN))
        (self.done_button if made.made else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """No place is named any more."""
        self.place.setText("")
        say(self.sentence, "")


def _whole(place: Path) -> str:
    """All of it, however long: somebody wants to find it again. Breaks come after a separator."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(place))
