"""The rows of the *History* page: visits, the moments of one visit, and its requests."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netcurtain.history.rows import RequestRow, StoryLine, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.plain import shown

ROW_ROLE = Qt.ItemDataRole.UserRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def _today() -> date:
    return date.today()


class VisitModel(QAbstractListModel):
    """Visits, newest first. The first one of a day carries the day's heading."""

    def __init__(self, parent: QObject | None = None, today: Callable[[], date] = _today) -> None:
        super().__init__(parent)
        self._rows: tuple[VisitRow, ...] = ()
        self._today = today

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a visit."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The site, the words for who listens, the whole row, or its day's heading."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(row.site)
            case Qt.ItemDataRole.AccessibleTextRole:
                return wording.visit_row(shown(row.site), row.started, row.companies, row.sensitive)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == HEADING_ROLE:
                return self._heading(index.row())
        return None

    def show(self, rows: tuple[VisitRow, ...]) -> bool:
        """Take on new rows; answers whether they differ."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_of(self, visit: str) -> int:
        """Where a visit stands, -1 if it does not."""
        return next((place for place, row in enumerate(self._rows) if row.visit == visit), -1)

    def _heading(self, place: int) -> str:
        today = self._today()
        heading = wording.day_heading(self._rows[place].started, today)
        if place and wording.day_heading(self._rows[place - 1].started, today) == heading:
            return ""
        return heading


class StoryModel(QAbstractListModel):
    """The moments of one visit, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[StoryLine, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a moment."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, with the time before them for who listens, or the whole line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(line.what)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{wording.clock(line.time, seconds=True)} {shown(line.what)}"
            case _ if role == ROW_ROLE:
                return line
        return None

    def show(self, lines: tuple[StoryLine, ...]) -> None:
        """Take on a story."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()


_COLUMNS: tuple[tuple[str, Callable[[RequestRow], str]], ...] = (
    (wording.TIME, lambda row: wording.clock(row.time, seconds=True)),
    (wording.COMPANY, lambda row: shown(row.organisation)),
    (wording.ADDRESS, lambda row: shown(row.host)),
    (wording.FATE, lambda row: wording.FATES[row.fate]),
    (wording.FILTER, lambda row: shown(row.filter)),
    (wording.LIST, lambda row: shown(row.filter_list)),
)


class RequestModel(QAbstractTableModel):
    """The flagged requests of one visit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RequestRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a request."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Time, company, host, fate, filter, list."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell's words."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _COLUMNS[index.column()][1](self._rows[index.row()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' names."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _COLUMNS[section][0] if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal else None

    def show(self, rows: tuple[RequestRow, ...]) -> None:
        """Take on a visit's requests."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
