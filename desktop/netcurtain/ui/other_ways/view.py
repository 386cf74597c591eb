"""The *Other ways* page: what it is about, where, and who can be reached, the number first. It knows no site and opens nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netcurtain.core.partner import Partner
from netcurtain.core.support import Contact, Nation
from netcurtain.ui.beside import Beside
from netcurtain.ui.button import AROUND, Button, Kind, in_line
from netcurtain.ui.centred import centred
from netcurtain.ui.copies import clear_copies
from netcurtain.ui.mark import hairline
from netcurtain.ui.other_ways import wording
from netcurtain.ui.other_ways.contact import ContactRow
from netcurtain.ui.other_ways.from_partner import PartnerPart
from netcurtain.ui.other_ways.model import Group, Wanted, groups
from netcurtain.ui.other_ways.picker import Picker
from netcurtain.ui.prose import Prose
from netcurtain.ui.switch import Switch
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class OtherWaysView(QScrollArea):
    """Shows who can be reached, and below them what partners add. ``show_for`` a form's categories; ``empty`` when it goes out of sight."""

    def __init__(
        self,
        theme: Theme,
        contacts: tuple[Contact, ...],
        parent: QWidget | None = None,
        *,
        partners: Callable[[], tuple[Partner, ...]] = tuple,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(wording.TITLE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme, self._contacts, self._partners = theme, contacts, partners
        self.wanted = Wanted()
        self._copied = ""
        self.rows: list[ContactRow] = []
        self.parts: list[PartnerPart] = []
        self._list: QWidget | None = None
        self._build(theme)

    def show_for(self, categories: Sequence[str], nation: Nation | None = None) -> None:
        """Show what fits a form of these categories there, the first one primary, from the top of the page."""
        self._look_for(Wanted(tuple(categories), nation, self.wanted.without_speaking))
        self.verticalScrollBar().setValue(0)

    def empty(self) -> None:
        """Forget every choice that was made here, and take a copied number back out of the clipboard."""
        for copy in {self._copied, *(row.number.selectedText() for row in self.rows)} - {""}:
            clear_copies(copy)  # what was marked with the mouse is what a middle click pastes
        self._copied = ""
        self._look_for(Wanted())
        self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """The list is made when somebody looks, so that hiding takes no time."""
        if self._list is None:
            self._make_list()
        super().showEvent(event)

    def _look_for(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.subject.show_pick(wanted.categories[0] if wanted.categories else "")
        self.nation.show_pick(wanted.nation)
        self.quiet.show_on(wanted.without_speaking)
        self._drop_list()
        if self.isVisible():
            self._make_list()

    def _keep_copied(self, number: str) -> None:
        self._copied = number

    def _drop_list(self) -> None:
        self.rows, self.parts = [], []
        if self._list is not None:
            self._list.hide()
            self._list.setParent(None)
            self._list.deleteLater()
            self._list = None

    def _make_list(self) -> None:
        self._list = QWidget(self.widget())
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for group in groups(self._contacts, self.wanted):
            column.addSpacing(2 * STEP)
            column.addWidget(Prose(self._theme, group.heading, Size.LARGE, wide=True, parent=self._list))
            if group.sentence:
                column.addWidget(Prose(self._theme, group.sentence, colour=Colour.SOFT, parent=self._list))
            if group.contacts:
                column.addWidget(self._card(group, self._list))
        for partner in self._partners():
            ways = tuple(way for way in partner.ways if way.without_speaking or not self.wanted.without_speaking)
            if ways:
                column.addSpacing(2 * STEP)
                part = PartnerPart(self._theme, partner, ways, self._list)
                part.copied.connect(self._keep_copied)
                self.parts.append(part)
                column.addWidget(part)
        self._room.addWidget(self._list)
        self._list.show()

    def _card(self, group: Group, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setObjectName("card")
        card.setAccessibleName(group.heading)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._add_rows(group.contacts, column, card, brief=group.brief)
        if group.more:
            behind = QWidget(card)
            inside = QVBoxLayout(behind)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(hairline(behind))
            self._add_rows(group.more, inside, behind)
            behind.hide()
            column.addWidget(hairline(card))
            column.addWidget(self._button_for(behind, wording.more_ways(len(group.more)), card))
            column.addWidget(behind)
        return card

    def _add_rows(self, contacts: Sequence[Contact], column: QVBoxLayout, parent: QWidget, *, brief: bool = False) -> None:
        for place, contact in enumerate(contacts):
            if place:
                column.addWidget(hairline(parent))
            row = ContactRow(self._theme, contact, brief=brief, parent=parent)
            row.copied.connect(self._keep_copied)
            self.rows.append(row)
            column.addWidget(row)

    def _button_for(self, behind: QWidget, words: str, parent: QWidget) -> QWidget:
        """The button that shows and hides what is behind it."""
        part = QWidget(parent)
        button = Button(self._theme, words, Kind.PLAIN, icon="typing", parent=part)
        row = QHBoxLayout(part)
        row.setContentsMargins(2 * STEP, 0, 2 * STEP, 0)
        row.addLayout(in_line(button))

        def turn() -> None:
            behind.setVisible(behind.isHidden())
            button.setText(words if behind.isHidden() else wording.FEWER_WAYS)
            button.setAccessibleName(button.text())

        button.clicked.connect(turn)
        return part

    def _build(self, theme: Theme) -> None:
        page = QWidget()
        page.setObjectName("page")
        subjects: list[tuple[object, str]] = [("", wording.ANYTHING), *wording.SUBJECTS.items()]
        nations: list[tuple[object, str]] = [(None, wording.ALL_NATIONS), *wording.NATIONS.items()]
        pickers = QWidget(page)
        self.subject = Picker(theme, wording.SUBJECT, subjects, pickers)
        self.nation = Picker(theme, wording.NATION, nations, pickers)
        self.quiet = Switch(theme, wording.WITHOUT_SPEAKING, parent=page)
        self.subject.picked.connect(lambda value: self._look_for(replace(self.wanted, categories=(value,) if value else ())))
        self.nation.picked.connect(lambda value: self._look_for(replace(self.wanted, nation=None if value is None else Nation(value))))
        self.quiet.clicked.connect(lambda on: self._look_for(replace(self.wanted, without_speaking=on)))

        above, below = _inset(), _inset()
        above.addWidget(Prose(theme, wording.TITLE, Size.HEADLINE, wide=True, parent=page))
        above.addSpacing(STEP)
        above.addWidget(Prose(theme, wording.LEAD, parent=page))
        above.addSpacing(2 * STEP)
        beside = Beside(pickers, STEP)
        for picker in (self.subject, self.nation):
            beside.addWidget(picker)
        below.addSpacing(STEP)
        for words in (wording.NOTHING_OPENS, wording.BILL):
            below.addWidget(Prose(theme, words, Size.SMALL, Colour.SOFT, wide=True, parent=page))
        self._room = QVBoxLayout()
        below.addLayout(self._room)
        below.addSpacing(3 * STEP)
        for words in (wording.NOT_RUNG, wording.WEBSITES):
            below.addWidget(Prose(theme, words, Size.SMALL, Colour.SOFT, parent=page))
        column = QVBoxLayout()
        column.setContentsMargins(3 * STEP - AROUND, 4 * STEP, 3 * STEP - AROUND, 3 * STEP)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(pickers)
        column.addWidget(self.quiet)
        column.addLayout(below)
        column.addStretch(1)
        centred(theme, page, column)
        self.setWidget(page)


def _inset() -> QVBoxLayout:
    """Words that stand in line with the bodies of buttons, whose rings need room around them."""
    column = QVBoxLayout()
    column.setContentsMargins(AROUND, 0, AROUND, 0)
    column.setSpacing(0)
    return column
