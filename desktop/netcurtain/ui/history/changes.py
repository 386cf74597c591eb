"""Has this site changed? Two visits to it beside each other, company by company, in plain sentences."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from netcurtain.history.rows import SiteChange, VisitPage, VisitQuery, VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, PLAIN_AROUND, Button, Kind
from netcurtain.ui.history import wording
from netcurtain.ui.history.change_sentences import Said, sentences
from netcurtain.ui.history.pages import PAGE
from netcurtain.ui.later import Later
from netcurtain.ui.mark import Flow
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

MOST_OTHERS = 50
"""Visits to the same site to pick from on either side of the one that is read."""
STYLES = {
    Said.COMPANY: (Size.BODY, Colour.INK, True),
    Said.WHEN: (Size.SMALL, Colour.SOFT, False),
    Said.SENTENCE: (Size.BODY, Colour.INK, False),
    Said.CAREFUL: (Size.BODY, Colour.SOFT, False),
}


class ChangesPart(QWidget):
    """``back``: to the visit. Another visit to compare with is picked from a menu; at first it is the last one before."""

    back = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self._later = Later()
        self._row: VisitRow | None = None
        self._asked = 0
        self.others: list[VisitRow] = []
        self.back_button = Button(theme, wording.BACK_TO_VISIT, Kind.PLAIN, parent=self)
        self.back_button.clicked.connect(self.back)
        self.pick_button = Button(theme, wording.HAS_CHANGED, icon="clock", parent=self)
        self.pick_button.setAccessibleDescription(wording.PICK_OTHER_HOW)
        self.pick_button.setToolTip(wording.PICK_OTHER_HOW)
        self.pick_button.clicked.connect(self.open_menu)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(wording.PICK_OTHER_HOW)
        self.heading = Prose(theme, "", Size.LARGE, wide=True, parent=self)
        self.said = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(wording.HAS_CHANGED)
        self.area.setMinimumHeight(STEP)  # in a low window what stands over it is not to be pushed together
        buttons = Flow()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.pick_button)
        above = QHBoxLayout()
        above.addSpacing(-PLAIN_AROUND)
        above.setSpacing(0)
        above.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(self, PLAIN_AROUND, 0, 0, 0))
        column.setSpacing(STEP)
        column.addLayout(above)
        column.addWidget(self.heading)
        column.addWidget(self.said)
        column.addWidget(self.area, 1)
        self.empty()

    def show_visit(self, row: VisitRow) -> None:
        """Compare this visit with the one before, or with the one after where it is the first."""
        self.empty()
        self._row = row
        self.heading.setText(wording.has_changed(shown(row.site)))
        self.back_button.setFocus(Qt.FocusReason.TabFocusReason)
        mine, query = self._asked, VisitQuery(site=row.site)
        newer: list[VisitRow] = []

        def ask_newer(after: VisitRow | None) -> None:
            self._actions.visits(query, after, PAGE, self._later.here(newer_arrived))

        def newer_arrived(page: VisitPage) -> None:
            """The newest come first: on, until the visit that is read is reached."""
            found = [other for other in page.rows if (other.started, other.visit) > (row.started, row.visit)]
            newer.extend(found)
            if mine != self._asked:
                return
            if page.more and len(found) == len(page.rows):
                ask_newer(found[-1])
            else:
                self._actions.visits(query, row, MOST_OTHERS, self._later.here(older_arrived))

        def older_arrived(page: VisitPage) -> None:
            if mine == self._asked:
                self.others = [*newer[-MOST_OTHERS:], *page.rows]
                self._compare(page.rows[0] if page.rows else newer[-1] if newer else None)

        ask_newer(None)

    def open_menu(self) -> None:
        """The other visits to this site, newest first."""
        self.menu.clear()
        for other in self.others:
            self.menu.addAction(ui_wording.moment(other.started)).triggered.connect(lambda _checked, other=other: self._compare(other))
        self.menu.popup(self.pick_button.mapToGlobal(QPoint(AROUND, self.pick_button.height())))

    def empty(self) -> None:
        """Let go of both visits."""
        self._asked += 1
        self._row = None
        self.others = []
        self.menu.close()
        self.menu.clear()
        self.pick_button.hide()
        self._name_pick_button(wording.HAS_CHANGED)
        for line in (self.heading, self.said):
            line.setText("")
        self._list(())

    def _compare(self, other: VisitRow | None) -> None:
        row = self._row
        if row is None or other is None:
            self._say(wording.ONLY_VISIT)
            return
        self._asked += 1
        mine = self._asked
        self._name_pick_button(wording.compared_with(other.started))
        self.pick_button.show()

        def arrived(change: SiteChange | None) -> None:
            if mine == self._asked:
                self._show(change)

        older, newer = sorted((row, other), key=lambda visit: (visit.started, visit.visit))
        self._actions.changes(older.visit, newer.visit, self._later.here(arrived))

    def _name_pick_button(self, words: str) -> None:
        self.pick_button.setText(words)
        self.pick_button.setAccessibleName(words)
        self.pick_button.updateGeometry()

    def _show(self, change: SiteChange | None) -> None:
        if change is None:
            self._list(())
            self._say(wording.CHANGE_GONE)
            return
        self._list(sentences(change))
        self._say(wording.between(change.older.started, change.newer.started))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def _list(self, said: tuple[tuple[Said, str], ...]) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, STEP, 0, 2 * STEP)
        column.setSpacing(STEP // 2)
        for kind, words in said:
            size, colour, bold = STYLES[kind]
            if kind is Said.COMPANY:
                column.addSpacing(2 * STEP)
            column.addWidget(Prose(self._theme, words, size, colour, bold=bold, parent=page))
        column.addStretch(1)
        before = self.area.takeWidget()
        self.area.setWidget(page)
        self.area.setAccessibleDescription(" ".join(words for _, words in said))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if said else Qt.FocusPolicy.NoFocus)
        if before is not None:
            before.deleteLater()
