"""How visits are found: a line to search in, which of them are listed and how, and ways to see fewer."""

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from netcurtain.history.rows import VisitQuery
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, TAB_AROUND, Button, Kind
from netcurtain.ui.history import wording
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.toggle import Toggle
from netcurtain.ui.later import Later
from netcurtain.ui.mark import Flow
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.theme import STEP, Theme

TYPING_MS = 80
LONGEST_SEARCH = 200
LONGEST_COMPANY = 40
"""Characters of a company's name on a button or in a menu."""
SEARCH_INSIDE = 2 * STEP + 3
"""How far the words of the search stand from its edge, in pixels: its line, its room, and two of Qt's own."""
BESIDE = 5 * STEP
"""What the search has around its words, in pixels: where all of them can be read, the ways to list stand beside it."""
GROUPS = ((Grouping.KEPT, wording.GROUP_KEPT), (Grouping.BY_DAY, wording.GROUP_BY_DAY), (Grouping.BY_SITE, wording.GROUP_BY_SITE))


class Finder(QWidget):
    """``asked``: something else is looked for. ``query`` and ``grouping`` say what."""

    asked = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self._later = Later()
        self._company = ""
        self.grouping = Grouping.BY_DAY
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_MS)
        self._soon.timeout.connect(self.asked)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(ui_wording.SEARCH)
        self.search.setAccessibleName(ui_wording.SEARCH)
        self.search.setMaxLength(LONGEST_SEARCH)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self._build_groups(theme)
        self._build_filters(theme)
        self._ways = groups = Flow(between=STEP)
        groups.setContentsMargins(margins(self, SEARCH_INSIDE - TAB_AROUND, 0, 0, 0))  # their words are in line with those of the search
        for button in (*self.groups.values(), self.filters_button):
            groups.addWidget(button)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(STEP // 2)
        self._top.addWidget(self.search, 1)
        self._top.addLayout(groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addLayout(self._top)
        column.addWidget(self.filters)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """A button says more than before, or came into sight."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Where there is room, all of it stands in one line, so that more of the list is in sight."""
        words = self.search.fontMetrics().horizontalAdvance(self.search.placeholderText())
        beside = self.width() >= words + BESIDE + self._top.spacing() + self._ways.sizeHint().width()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @property
    def query(self) -> VisitQuery:
        """Which visits are asked for."""
        return VisitQuery(
            search=self.search.text().strip(),
            company=self._company,
            sensitive=self.sensitive.isChecked(),
            told=self.told.isChecked(),
            chosen=self.grouping is Grouping.KEPT,
        )

    @property
    def fewer(self) -> bool:
        """Whether not all of the visits in this group are asked for."""
        return bool(self.search.text().strip()) or self.filtering

    @property
    def filtering(self) -> bool:
        """Whether a filter holds."""
        return self._in_use() > 0

    def go(self, grouping: Grouping) -> None:
        """List visits in this way. Nobody is told."""
        self.grouping = grouping
        self._show()

    def show_all(self) -> None:
        """Take back the search and all that holds."""
        with QSignalBlocker(self.search):
            self.search.setText("")  # unlike clear(), leaves nothing to undo
        self._soon.stop()
        self._company = ""
        for toggle in (self.sensitive, self.told):
            toggle.setChecked(False)
        self.companies.clear()
        self._show()
        self.asked.emit()

    def empty(self) -> None:
        """Let go of every word, and begin as at first. Nobody is told."""
        with QSignalBlocker(self):
            self.show_all()
        self.companies.close()
        self.filters_button.setChecked(False)
        self.go(Grouping.BY_DAY)

    def _build_groups(self, theme: Theme) -> None:
        self.groups = {grouping: Button(theme, words, Kind.TAB, parent=self) for grouping, words in GROUPS}
        for grouping, button in self.groups.items():
            button.setAccessibleDescription(wording.GROUPING)
            button.clicked.connect(lambda _checked, grouping=grouping: self._pick(grouping))
        self.filters_button = Button(theme, wording.FILTERS, Kind.PLAIN, parent=self)
        self.filters_button.setAccessibleDescription(wording.FILTERS_HOW)
        self.filters_button.setCheckable(True)  # a screen reader says whether they are in sight

    def _build_filters(self, theme: Theme) -> None:
        self.filters = QWidget(self)
        self.filters_button.toggled.connect(self.filters.setVisible)
        row = Flow(self.filters)
        self.sensitive = Toggle(theme, wording.ONLY_SENSITIVE, wording.ONLY_SENSITIVE_HOW, self.filters)
        self.told = Toggle(theme, wording.ONLY_TOLD, wording.ONLY_TOLD_HOW, self.filters)
        self.company_button = Button(theme, wording.ANY_COMPANY, icon="company", parent=self.filters)
        self.company_button.setAccessibleDescription(wording.COMPANY_HOW)
        self.company_button.setToolTip(wording.COMPANY_HOW)
        self.company_button.clicked.connect(self.open_companies)
        self.companies = QMenu(self)
        self.companies.setAccessibleName(wording.ANY_COMPANY)
        for button in (self.sensitive, self.told, self.company_button):
            row.addWidget(button)
        for toggle in (self.sensitive, self.told):
            toggle.clicked.connect(self._changed)
        self.filters.hide()

    def open_companies(self) -> None:
        """The companies in the history, as soon as they are known."""
        self._actions.companies(self._later.here(self._companies))

    def _companies(self, names: tuple[str, ...]) -> None:
        if not self.company_button.isVisible():
            return
        self.companies.clear()
        for name in ("", *names):
            words = shown(name, LONGEST_COMPANY).replace("&", "&&") if name else wording.ANY_COMPANY
            action = self.companies.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == self._company)
            action.triggered.connect(lambda _checked, name=name: self.pick_company(name))
        self.companies.popup(self.company_button.mapToGlobal(QPoint(AROUND, self.company_button.height())))

    def pick_company(self, name: str) -> None:
        """Only visits where this company was seen; "" for any."""
        self._company = name
        self._changed()

    def _pick(self, grouping: Grouping) -> None:
        self.go(grouping)
        self.asked.emit()

    def _changed(self) -> None:
        self._show()
        self.asked.emit()

    def _in_use(self) -> int:
        return self.sensitive.isChecked() + self.told.isChecked() + bool(self._company)

    def _show(self) -> None:
        for grouping, button in self.groups.items():
            button.setChecked(grouping is self.grouping)
        count = self._in_use()
        _rename(self.filters_button, wording.filters_in_use(count) if count else wording.FILTERS)
        company = shown(self._company, LONGEST_COMPANY)
        _rename(self.company_button, wording.company_filter(company) if company else wording.ANY_COMPANY)


def _rename(button: Button, words: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)
    button.updateGeometry()
