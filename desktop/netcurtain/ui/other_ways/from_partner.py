"""One way that a charity's file adds: what it is called, how to reach it, to be copied, and a line about it. Nothing opens by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core import support_wording
from netcurtain.core.partner import Partner, PartnerWay
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.copies import copy
from netcurtain.ui.mark import Mark, hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.other_ways import wording
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class PartnerPart(QWidget):
    """Some of a charity's ways on a card, below whose they are."""

    copied = Signal(str)
    """This went into the clipboard."""

    def __init__(self, theme: Theme, partner: Partner, ways: tuple[PartnerWay, ...], parent: QWidget) -> None:
        super().__init__(parent)
        heading = wording.from_partner(shown(partner.name))
        self.setAccessibleName(heading)
        self.rows = [PartnerRow(theme, way, self) for way in ways]
        card = QFrame(self)
        card.setObjectName("card")
        card.setAccessibleName(heading)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                inside.addWidget(hairline(card))
            row.copied.connect(self.copied)
            inside.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(Prose(theme, heading, Size.LARGE, wide=True, parent=self))
        for words in (shown(partner.about), wording.PARTNER_NOT_OURS):
            if words:
                column.addWidget(Prose(theme, words, colour=Colour.SOFT, parent=self))
        column.addWidget(card)


class PartnerRow(QFrame):
    """One way."""

    copied = Signal(str)

    def __init__(self, theme: Theme, way: PartnerWay, parent: QWidget) -> None:
        super().__init__(parent)
        self.way = way
        self.setAccessibleName(shown(f"{way.name}: {way.call}"))
        self.copy = Button(theme, wording.COPY_WAY, Kind.PLAIN, parent=self)
        self.copy.clicked.connect(self._copy)
        self._say_copied(False)
        words = QVBoxLayout()
        words.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        words.setSpacing(STEP // 2)
        words.addWidget(Prose(theme, shown(way.name), bold=True, wide=True, parent=self))
        words.addWidget(Prose(theme, shown(way.call), Size.LARGE, bold=True, wide=True, parent=self))
        if way.without_speaking:
            words.addWidget(Mark(theme, "typing", support_wording.WITHOUT_SPEAKING, Colour.TEAL, self))
        if way.note:
            words.addWidget(Prose(theme, shown(way.note), wide=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)

    def _copy(self) -> None:
        copy(self.way.call)
        self._say_copied(True)
        self.copied.emit(self.way.call)

    def _say_copied(self, copied: bool) -> None:
        self.copy.setText(wording.COPIED if copied else wording.COPY_WAY)
        spoken = wording.copied_way if copied else wording.copy_way
        self.copy.setAccessibleName(spoken(shown(self.way.name)))
