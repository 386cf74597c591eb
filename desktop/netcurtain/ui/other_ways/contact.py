"""One contact: its number, large and to be copied, beside whom it is for and what is known of it. Nothing in it opens anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netcurtain.core import support_wording
from netcurtain.core.support import Contact
from netcurtain.ui.button import AROUND, Button, Kind, in_line
from netcurtain.ui.copies import copy
from netcurtain.ui.mark import Mark
from netcurtain.ui.mirrored import margins
from netcurtain.ui.other_ways import wording
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

NUMBER_WIDTH = 184


class ContactRow(QFrame):
    """A contact as it stands in the list; a ``brief`` one leaves out the ways without speaking."""

    copied = Signal(str)
    """This number went into the clipboard."""

    def __init__(self, theme: Theme, contact: Contact, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact = contact
        self._theme = theme
        self.setAccessibleName(support_wording.card_line(contact, name_nations=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(self._number_part(theme))
        row.addLayout(self._words_part(theme, () if brief else contact.without_speaking), 1)

    def _copy_number(self) -> None:
        copy(self.contact.call)
        self._say_copied(True)
        self.copied.emit(self.contact.call)

    def _say_copied(self, copied: bool) -> None:
        self.copy.setText(wording.COPIED if copied else wording.COPY)
        spoken = wording.copied_number if copied else wording.copy_number
        self.copy.setAccessibleName(spoken(self.contact.name))

    def _number_part(self, theme: Theme) -> QVBoxLayout:
        self.number = number = Number(theme, self.contact.call, self)
        self._none = none = Prose(theme, wording.NO_NUMBER, Size.SMALL, Colour.SOFT, parent=self)
        self.copy = Button(theme, wording.COPY, Kind.PLAIN, parent=self)
        self.copy.clicked.connect(self._copy_number)
        self._say_copied(False)
        has_number = bool(self.contact.call)
        number.setVisible(has_number)
        self.copy.setVisible(has_number)
        none.setVisible(not has_number)
        digits = QVBoxLayout()
        digits.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        for widget in (number, none):
            digits.addWidget(widget)
        self._dress()
        theme.changed.connect(self._dress)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(digits)
        column.addLayout(in_line(self.copy))
        column.addStretch(1)
        return column

    def _dress(self) -> None:
        """Take on the size that text has now: the words of all contacts begin in one line."""
        for widget in (self.number, self._none):
            widget.setFixedWidth(max(self._theme.scaled(NUMBER_WIDTH), widget.sizeHint().width()))

    def _words_part(self, theme: Theme, ways: tuple[str, ...]) -> QVBoxLayout:
        contact = self.contact
        column = QVBoxLayout()
        column.setSpacing(STEP // 2)
        column.addWidget(Prose(theme, contact.name, bold=True, wide=True, parent=self))
        for text in (support_wording.for_whom(contact), support_wording.facts(contact)):
            if text:
                column.addWidget(Prose(theme, text, wide=True, parent=self))
        if ways:
            column.addWidget(Mark(theme, "typing", support_wording.WITHOUT_SPEAKING, Colour.TEAL, self))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for way in ways:
            lines.addWidget(Prose(theme, wording.without_speaking(way), wide=True, parent=self))
        column.addLayout(lines)
        if ways and contact.notes_on_ways:
            column.addWidget(Prose(theme, " ".join(contact.notes_on_ways), wide=True, parent=self))
        column.addWidget(Prose(theme, support_wording.origin(contact), Size.SMALL, Colour.SOFT, wide=True, parent=self))
        column.addStretch(1)
        return column


class Number(QLabel):
    """Digits as they are printed, to be read from afar and marked with the mouse. The button copies them for who has none."""

    def __init__(self, theme: Theme, digits: str, parent: QWidget) -> None:
        super().__init__(digits, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        if self.isRightToLeft():  # Qt goes by the digits, which are read from the left
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(self._theme.font(Size.LARGE, bold=True))
