"""The rows of one visit: its moments, and its requests."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netcurtain.history.rows import RequestRow, StoryLine
from netcurtain.ui import wording
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.plain import shown

MOMENT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as it is read. ``phase`` stands over it where the page's question about cookies stands otherwise than before it."""

    line: StoryLine
    phase: str = ""
    last: bool = False


def moments(lines: tuple[StoryLine, ...]) -> tuple[Moment, ...]:
    """The moments, with what the person had chosen about cookies said where it changes. Until anything is known of it, nothing is said."""
    told: list[Moment] = []
    phase = ""
    for line in lines:
        now = history_wording.PHASES[line.consent]
        says = "" if now == phase or (line.consent is None and not phase) else now
        phase = says or phase
        told.append(Moment(line, says, line is lines[-1]))
    return tuple(told)


class StoryModel(QAbstractListModel):
    """The moments of one visit, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[StoryLine, ...] = ()
        self._moments: tuple[Moment, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a moment."""
        return 0 if parent is not None and parent.isValid() else len(self._moments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, with phase, time and kind before them for who listens, or the whole moment."""
        if not index.isValid():
            return None
        moment = self._moments[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(moment.line.what)
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = history_wording.MOMENTS[moment.line.kind]
                words = f"{wording.clock(moment.line.time, seconds=True)}, {kind}: {shown(moment.line.what)}"
                return f"{moment.phase}. {words}" if moment.phase else words
            case _ if role == MOMENT_ROLE:
                return moment
        return None

    def show(self, lines: tuple[StoryLine, ...]) -> None:
        """Take on a story."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines, self._moments = lines, moments(lines)
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
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return _COLUMNS[section][0] if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal else None

    def show(self, rows: tuple[RequestRow, ...]) -> None:
        """Take on a visit's requests."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
