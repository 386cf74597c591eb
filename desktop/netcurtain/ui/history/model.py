"""The list of visits with the gaps between them: as many as were asked for so far, and more as one scrolls."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from netcurtain.history.rows import Gap, VisitPage, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.grouping import Grouping, Row, began, by_site, ends_of_sites, heading, name_of, unlike, with_gaps
from netcurtain.ui.history.painting import Index
from netcurtain.ui.plain import shown

ROW_ROLE = Qt.ItemDataRole.UserRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
SITE_HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether sites stand over the rows, so that a row says its day instead."""


def _today() -> date:
    return date.today()


class VisitModel(QAbstractListModel):
    """Visits and gaps, newest first, or by site. The first one of a day or site carries its heading.

    ``more_wanted``: somebody scrolls to the end of what there is; ``add`` brings the next page.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None, today: Callable[[], date] = _today) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._visits: list[VisitRow] = []
        self._sites: Counter[str] = Counter()
        self._gaps: Sequence[Gap] = ()
        self._grouping = Grouping.BY_DAY
        self._more = self._fetching = False
        self._today = today

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a visit or gap."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A gap can be read, and there is nothing in it to open."""
        flags = super().flags(index)
        gap = index.isValid() and isinstance(self._rows[index.row()], Gap)
        return flags & ~Qt.ItemFlag.ItemIsSelectable if gap else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The site, the words for who listens, the whole row, or its heading."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _gap_words(row) if isinstance(row, Gap) else shown(row.site)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row())
            case _ if role == ROW_ROLE:
                return row
            case _ if role == HEADING_ROLE:
                return self.heading(index.row())
            case _ if role == SITE_HEADING_ROLE:
                return self._grouping is Grouping.BY_SITE
        return None

    def canFetchMore(self, _parent: Index | None = None) -> bool:
        """Whether there are older ones, and they are not on their way already."""
        return self._more and not self._fetching

    def fetchMore(self, _parent: Index | None = None) -> None:
        """Ask for the next page."""
        if self.canFetchMore():
            self._fetching = True
            self.more_wanted.emit()

    @property
    def loaded(self) -> int:
        """How many visits there are so far."""
        return len(self._visits)

    @property
    def oldest(self) -> VisitRow | None:
        """The last visit of what was asked for so far."""
        return self._visits[-1] if self._visits else None

    def heading(self, place: int) -> str:
        """What stands over a row, "" for nothing."""
        above = self._rows[place - 1] if place else None
        return heading(self._rows[place], above, self._grouping, self._today())

    def uncommon(self) -> set[int]:
        """The rows that are not as high as most: those with a heading, and gaps."""
        if self._grouping is Grouping.BY_SITE:
            return {0, *ends_of_sites(self._sites).values()} - {len(self._rows)}
        return {place for place, row in enumerate(self._rows) if isinstance(row, Gap) or self.heading(place)}

    def row(self, place: int) -> Row:
        """One of the rows."""
        return self._rows[place]

    def row_of(self, visit: str) -> int:
        """Where a visit stands, -1 if it does not."""
        return next((place for place, row in enumerate(self._rows) if isinstance(row, VisitRow) and row.visit == visit), -1)

    def show(self, page: VisitPage, gaps: Sequence[Gap] = (), grouping: Grouping = Grouping.BY_DAY) -> None:
        """Begin anew with the first page."""
        self.beginResetModel()
        self._visits, self._gaps, self._grouping = list(page.rows), gaps, grouping
        self._more, self._fetching = page.more, False
        self._rows = self._arranged(page)
        self._count_sites()
        self.endResetModel()

    def add(self, after: VisitRow, page: VisitPage) -> None:
        """The page that follows a visit, at the end, or at the end of each site. It no longer counts where that visit is not the last one
        any more.
        """
        self._fetching = False
        if self.oldest is None or self.oldest.visit != after.visit:
            return
        self._visits += page.rows
        self._more = page.more
        if self._grouping is not Grouping.BY_SITE:
            self._insert(len(self._rows), with_gaps(page.rows, self._gaps, all_there=not page.more, before=after.started))
            return
        ends = ends_of_sites(self._sites)
        known = [row for row in page.rows if row.site in ends]
        self._insert(len(self._rows), by_site(row for row in page.rows if row.site not in ends))
        for site in sorted(
            {row.site for row in known}, key=lambda site: -ends[site]
        ):  # from the end, so that no place moves before its turn
            self._insert(ends[site], [row for row in known if row.site == site])
        for row in page.rows:
            self._sites[row.site] += 1

    def renew(self, page: VisitPage, gaps: Sequence[Gap] = ()) -> None:
        """Take on the first page as it is now; what is older stays as it was, where the page reaches as far back as that."""
        last = page.rows[-1] if page.more else None
        border = (place for place, row in enumerate(self._visits) if last and (row.started, row.visit) < (last.started, last.visit))
        new_before = next(border, len(self._visits))
        older = self._visits[new_before:] if new_before else []
        self._gaps = gaps
        self._fetching = False  # a page that is still on its way counts all the same, and one that never comes can be asked for again
        if not older:
            self._more = page.more
        visits = [*page.rows, *older]
        if self._grouping is Grouping.BY_SITE:
            rows, end = by_site(visits), len(self._rows)
        else:
            rows, end = self._arranged(page), self.row_of(older[0].visit) if older else len(self._rows)
            while older and end and began(self._rows[end - 1]) < page.rows[-1].started:  # gaps between the page and what is older
                end -= 1
        if len(visits) != len(self._visits) or visits[:new_before] != self._visits[:new_before] or rows != self._rows[:end]:
            self._visits = visits
            self._count_sites()
            self._become(rows, end)

    def change(self, row: VisitRow) -> None:
        """One visit says something else now, such as that it is kept."""
        place = self.row_of(row.visit)
        if place >= 0 and self._rows[place] != row:
            self._visits[self._visits.index(self._rows[place])] = row  # type: ignore[arg-type]
            self._rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))

    def _arranged(self, page: VisitPage) -> list[Row]:
        if self._grouping is Grouping.BY_SITE:
            return by_site(page.rows)
        return with_gaps(page.rows, self._gaps, all_there=not page.more)

    def _count_sites(self) -> None:
        if self._grouping is Grouping.BY_SITE:
            self._sites = Counter(row.site for row in self._visits)

    def _become(self, new: list[Row], end: int) -> None:
        """Take on new rows in the place of those before ``end``, moving none that stays: it may be the one that is read."""
        start, end, new = unlike(self._rows[:end], new)
        old_names, new_names = [name_of(row) for row in self._rows[start:end]], [name_of(row) for row in new]
        staying = set(old_names) & set(new_names)
        if [name for name in old_names if name in staying] != [name for name in new_names if name in staying]:
            self.beginResetModel()
            self._rows[start:end] = new
            self.endResetModel()
            return
        self._remove([start + place for place, name in enumerate(old_names) if name not in staying])
        fresh: list[Row] = []
        for place, row in enumerate(new, start):
            if name_of(row) not in staying:
                fresh.append(row)
                continue
            self._insert(place - len(fresh), fresh)
            fresh = []
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        self._insert(start + len(new) - len(fresh), fresh)

    def _insert(self, place: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()

    def _remove(self, places: list[int]) -> None:
        """In runs, from the end, so that no place moves before its turn."""
        while places:
            last = first = places.pop()
            while places and places[-1] == first - 1:
                first = places.pop()
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _spoken(self, place: int) -> str:
        row, over = self._rows[place], self.heading(place)
        if isinstance(row, Gap):
            words = f"{wording.clock(row.since)}, {_gap_words(row)}"
        else:
            words = wording.visit_row(shown(row.site), row.started, row.companies, row.sensitive)
            words = f"{words}, {history_wording.MARK}" if row.chosen else words
            words = f"{wording.day(row.started)}, {words}" if self._grouping is Grouping.BY_SITE else words
        return f"{over}. {words}" if over else words


def _gap_words(gap: Gap) -> str:
    return history_wording.gap(gap.since, gap.until)
