"""The rows of one visit: its moments, and its requests. While its page is open, they grow."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from netcurtain.history.rows import RequestRow, StoryLine
from netcurtain.ui import wording
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.painting import Index
from netcurtain.ui.plain import shown

MOMENT_ROLE = REQUEST_ROLE = Qt.ItemDataRole.UserRole
Row = TypeVar("Row")


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


class GrowingModel(QAbstractListModel, Generic[Row]):
    """Rows that go on at their end while a page is open. Who is in the middle of them stays there."""

    def __init__(self, same: Callable[[Row, Row], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._same = same
        self._rows: tuple[Row, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _take_on(self, rows: tuple[Row, ...]) -> None:
        """Rows that were there before, at their places, are told of only where they changed; where one is missing, all are new."""
        before = self._rows
        if rows == before:
            return
        if not before or len(rows) < len(before) or not all(map(self._same, before, rows)):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        more = len(rows) > len(before)
        if more:
            self.beginInsertRows(QModelIndex(), len(before), len(rows) - 1)
        self._rows = rows
        if more:
            self.endInsertRows()
        for place, row in enumerate(before):
            if row != rows[place]:
                self.dataChanged.emit(self.index(place), self.index(place))


class StoryModel(GrowingModel[Moment]):
    """The moments of one visit, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda before, now: before.line == now.line, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, with phase, time and kind before them for who listens, or the whole moment."""
        if not index.isValid():
            return None
        moment = self._rows[index.row()]
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
        self._take_on(moments(lines))


_Facts = tuple[tuple[str, Callable[[RequestRow], str]], ...]
_SEEN: _Facts = (
    (wording.TIME, lambda row: wording.clock(row.time, seconds=True)),
    (wording.COMPANY, lambda row: shown(row.organisation)),
    (wording.ADDRESS, lambda row: shown(row.host)),
    (wording.FATE, lambda row: wording.FATES[row.fate]),
)
_FOUND_BY: _Facts = (
    (wording.FILTER, lambda row: shown(row.filter)),
    (wording.LIST, lambda row: shown(row.filter_list)),
)


def named(row: RequestRow) -> str:
    """What is known of a request, each fact with its name."""
    return _told(row, _SEEN + _FOUND_BY)


def found_by(row: RequestRow) -> str:
    """How a request was known for a tracker."""
    return _told(row, _FOUND_BY)


def _told(row: RequestRow, facts: _Facts) -> str:
    return ", ".join(f"{name}: {words}" for name, fact in facts if (words := fact(row)))


class RequestModel(GrowingModel[RequestRow]):
    """The flagged requests of one visit. What became of one may be known only later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda before, now: replace(before, fate=now.fate) == now, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """All of it in words, which are heard and copied; or the request itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return named(row)
            case _ if role == REQUEST_ROLE:
                return row
        return None

    def show(self, rows: tuple[RequestRow, ...]) -> None:
        """Take on a visit's requests."""
        self._take_on(rows)
