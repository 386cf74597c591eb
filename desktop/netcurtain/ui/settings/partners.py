"""Files from others: what a charity offers beside our own ways, looked at and agreed to before it is used, and taken away again."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.partner import Partner
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.mark import Flow
from netcurtain.ui.mirrored import margins
from netcurtain.ui.other_ways import wording as other_ways_wording
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.tab_order import tab_before
from netcurtain.ui.theme import STEP, Colour, Size, Theme

SUFFIX = "netcurtain"


class PartnersSection(Section):
    """A line a file, and below them what a new one would add, until the person says yes or no."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, wording.FROM_OTHERS, parent)
        self._actions = actions
        self._file: Path | None = None
        self.lines: dict[str, PartnerLine] = {}
        self.choice = FileChoice(self)
        self.choice.chosen.connect(self.look_at)
        self.quiet(wording.FROM_OTHERS_MORE)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        self.body.addLayout(self._rows)
        self.offer = Offer(theme, self.card)
        self.offer.leave.clicked.connect(self._refuse)
        self.offer.add.clicked.connect(self._add)
        self.offer.hide()
        self.body.addWidget(self.offer)
        self.add_button = Button(theme, wording.ADD_FILE, parent=self.card)
        self.add_button.clicked.connect(lambda: self.choice.find(SUFFIX, wording.PARTNER_FILE, wording.ANY_FILE))
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show them as they are now."""
        super().refresh()
        self._show()

    def leave(self) -> None:
        """Close what is open: nothing is added."""
        self.choice.close()
        self._close_offer()

    def look_at(self, place: Path) -> None:
        """Show what this file would add, or what is wrong with it."""
        self._close_offer()
        found = self._actions.read_partner(place)
        if isinstance(found, str):
            self.say(found)
            reveal(self.said)
            return
        self.say("")
        self._file = place
        self.offer.show_partner(found, known=found.name in self.lines)
        self.offer.show()
        self.add_button.hide()
        self.offer.leave.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(self.offer)

    def _refuse(self) -> None:
        self._close_offer()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(wording.NOT_ADDED)

    def _add(self) -> None:
        place = self._file
        self._close_offer()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if place is not None:
            sentence = self._actions.add_partner(place)
            self._show()
            self.say(sentence or wording.ADDED)

    def _remove(self, name: str) -> None:
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._actions.remove_partner(name)
        self._show()
        self.say(wording.REMOVED)

    def _close_offer(self) -> None:
        self._file = None
        self.offer.hide()
        self.offer.empty()
        self.add_button.show()

    def _show(self) -> None:
        for line in self.lines.values():
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for partner in self._actions.kept_partners():
            line = PartnerLine(self._theme, partner, self.card)
            line.remove.clicked.connect(lambda _checked, name=partner.name: self._remove(name))
            self._rows.addWidget(line)
            tab_before(line, self.offer.leave)
            line.show()  # at once: a layout alone shows it one turn later
            self.lines[partner.name] = line


class PartnerLine(QWidget):
    """One file: whose, and until when."""

    def __init__(self, theme: Theme, partner: Partner, parent: QWidget) -> None:
        super().__init__(parent)
        name, day = shown(partner.name), date.fromisoformat(partner.expires)
        until = wording.holds_until(day) if day >= date.today() else wording.ran_out(day)
        self.remove = Button(theme, wording.REMOVE, Kind.PLAIN, parent=self)
        self.remove.setAccessibleName(wording.remove_partner(name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Prose(theme, name, bold=True, wide=True, parent=self))
        words.addWidget(Prose(theme, until, Size.SMALL, Colour.SOFT, wide=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(self.remove)


class Offer(QWidget):
    """What a file would add, the fingerprint of its key, and the question."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: QWidget | None = None
        self.leave = Button(theme, wording.DO_NOT_ADD, parent=self)
        self.add = Button(theme, wording.ADD_THEM, parent=self)
        buttons = Flow(between=STEP)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addLayout(buttons)

    def show_partner(self, partner: Partner, *, known: bool) -> None:
        """Show one file's words; of one ``known`` by this name already, that it takes the other's place."""
        self.empty()
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(AROUND, 0, AROUND, 0)
        column.setSpacing(STEP)
        self.setAccessibleName(other_ways_wording.from_partner(shown(partner.name)))
        column.addWidget(Prose(self._theme, shown(partner.name), bold=True, wide=True, parent=words))
        if known:
            column.addWidget(Prose(self._theme, wording.TAKES_ITS_PLACE, parent=words))
        if partner.about:
            column.addWidget(Prose(self._theme, shown(partner.about), parent=words))
        column.addWidget(Prose(self._theme, wording.WOULD_ADD, colour=Colour.SOFT, parent=words))
        for way in partner.ways:
            column.addWidget(Prose(self._theme, shown(f"{way.name}: {way.call}"), wide=True, parent=words))
            if way.note:
                column.addWidget(Prose(self._theme, shown(way.note), Size.SMALL, Colour.SOFT, wide=True, parent=words))
        until = wording.holds_until(date.fromisoformat(partner.expires))
        column.addWidget(Prose(self._theme, until, Size.SMALL, Colour.SOFT, wide=True, parent=words))
        column.addWidget(Prose(self._theme, wording.COMPARE, parent=words))
        self.fingerprint = Prose(self._theme, shown(partner.fingerprint), mono=True, wide=True, parent=words)
        column.addWidget(self.fingerprint)
        self._column.insertWidget(0, words)
        words.show()
        self._words = words

    def empty(self) -> None:
        """Let go of the words."""
        if self._words is not None:
            self._column.removeWidget(self._words)
            self._words.hide()
            self._words.deleteLater()
            self._words = None
