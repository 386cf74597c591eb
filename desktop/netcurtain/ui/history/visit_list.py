"""The list of visits as a person scrolls it. It measures no row but those that are new, so that it stays quick however many there are."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from netcurtain.history.rows import Gap, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.history.model import VisitModel
from netcurtain.ui.history.visit_delegate import ROW, VisitDelegate
from netcurtain.ui.theme import Theme

PAGES_AHEAD = 3
"""So many heights of the list before its end, the next page of visits is asked for."""


class VisitList(QTableView):
    """One column: unlike Qt's list, a table adds up the heights of its rows without asking for each."""

    def __init__(self, theme: Theme, model: VisitModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._visits = theme, model
        self._width = 0
        self._holding = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(wording.VISITS)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = VisitDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setModel(model)
        model.modelReset.connect(self._measure_all)
        model.rowsInserted.connect(lambda _parent, first, last: self._measure(first, last + 1))
        model.rowsRemoved.connect(lambda _parent, first, _last: self._measure(first, first))
        model.dataChanged.connect(lambda first, last: self._measure(first.row(), last.row() + 1))
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)
        theme.changed.connect(self._measure_all)
        self._measure_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words of a gap wrap elsewhere now."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            for place in range(self._visits.rowCount()):
                if isinstance(self._visits.row(place), Gap):
                    self._measure(place, place)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """While rows come and go, what is read stays where it is; at the very top, the newest comes into sight."""
        bar = self.verticalScrollBar()
        top = QPersistentModelIndex(self.indexAt(QPoint(1, 1))) if bar.value() else QPersistentModelIndex()
        row = self._visits.row(top.row()) if top.isValid() else None
        away = self._top_of(top.row())
        yield
        place = top.row() if top.isValid() or not isinstance(row, VisitRow) else self._visits.row_of(row.visit)
        if place >= 0:
            self._holding = True  # only where a person scrolls, more is asked for
            self.updateGeometries()
            bar.setValue(bar.value() + self._top_of(place) - away)
            self._holding = False

    def _top_of(self, place: int) -> int:
        """Where a row begins, in pixels from the top of what is in sight."""
        return self.visualRect(self._visits.index(place, 0)).top()

    def _fetch_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if not self._holding and self._visits.canFetchMore() and value > bar.maximum() - PAGES_AHEAD * self.viewport().height():
            self._visits.fetchMore()

    def _measure_all(self) -> None:
        header, usual = self.verticalHeader(), self._theme.scaled(ROW)
        header.setDefaultSectionSize(usual)
        uncommon = self._visits.uncommon()
        for place in range(self._visits.rowCount()):  # a header remembers heights of rows that are gone
            if place not in uncommon and header.sectionSize(place) != usual:
                header.resizeSection(place, usual)
        for place in uncommon:
            self._measure(place, place)
        self.viewport().update()

    def _measure(self, first: int, last: int) -> None:
        """Rows that are as high as most need nothing more."""
        header, width = self.verticalHeader(), self.viewport().width()
        for place in range(first, min(last, self._visits.rowCount() - 1) + 1):
            height = self.rows.height(self._visits.row(place), self._visits.heading(place), width)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)
