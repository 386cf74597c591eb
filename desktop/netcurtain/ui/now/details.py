"""What stands behind a company: sentences, facts, why we say so with filter and list, and the newest requests with what became of each.

A busy page changes many times a second. Words that are open are renewed a few times a second, in place: nothing jumps under who reads it.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from netcurtain.core.event import CompanyView
from netcurtain.core.finding import DecodedField, Typed, What
from netcurtain.core.quoting import TAG
from netcurtain.core.told_wording import other_words, typed_words
from netcurtain.ui import wording
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

RENEWED_MS = 300
"""The least time between two changes of words that are open."""
MOST_FACTS = 12
MOST_FILTERS = 5
MOST_REQUESTS = 8


class Row(NamedTuple):
    """A line of a section; without ``left`` the words on the right take all of it."""

    left: str
    right: str


class Details(QWidget):
    """The words behind one company. ``show_company`` again when anything changed."""

    def __init__(self, theme: Theme, company: CompanyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._company = company
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(RENEWED_MS)
        self._pause.timeout.connect(self._renew)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._said = QVBoxLayout()
        self._said.setSpacing(STEP)
        self._column.addLayout(self._said)
        self._sentences: list[Prose] = []
        self._told, self._why, self._requests = (Section(theme, self) for _ in range(3))
        for section in (self._told, self._why, self._requests):
            self._column.addWidget(section)
        self._renew()

    def show_company(self, company: CompanyView) -> None:
        """Show a newer state of it, soon."""
        self._company = company
        if not self._pause.isActive():
            self._pause.start()

    def _renew(self) -> None:
        company = self._company
        sentences = company.sentences[: -MOST_FACTS - 1 : -1]  # the newest first, as below
        while len(self._sentences) < len(sentences):
            line = Prose(self._theme, parent=self)
            self._sentences.append(line)
            self._said.addWidget(line)
        for place, line in enumerate(self._sentences):
            line.setText(shown(sentences[place]) if place < len(sentences) else "")
            line.setVisible(place < len(sentences))
        heading = wording.WHAT_WAS_TOLD if company.went_out else wording.WHAT_WAS_TRIED
        self._told.show_rows(heading, [fact_row(fact) for fact in company.told[:MOST_FACTS]], len(company.told))
        filters = list(dict.fromkeys(wording.why_flagged(seen) for seen in company.seen))
        self._why.show_rows(wording.WHY, [Row("", shown(line)) for line in filters[:MOST_FILTERS]], len(filters))
        newest = company.seen[: -MOST_REQUESTS - 1 : -1]
        rows = [Row(wording.clock(s.time, seconds=True), f"{wording.FATES[s.fate]}: {shown(s.url)}") for s in newest]
        self._requests.show_rows(wording.requests_of(company.requests), rows, company.requests)


class Section(QWidget):
    """A heading, rows of two columns, and how many more there are. What it showed before is given other words, not made anew."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = Prose(theme, "", Size.SMALL, Colour.SOFT, bold=True, parent=self)
        self._more = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self._rows: list[tuple[Prose, Prose]] = []
        self._whole: list[bool] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._heading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addWidget(self._more)

    def show_rows(self, heading: str, rows: Sequence[Row], total: int) -> None:
        """Show these rows of ``total``; nothing at all where there are none."""
        self.setVisible(bool(rows))
        self._heading.setText(heading)
        while len(self._rows) < len(rows):
            left = Prose(self._theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
            self._rows.append((left, Prose(self._theme, "", Size.SMALL, wide=True, parent=self)))
            self._whole.append(False)
            self._grid.addWidget(left, len(self._rows) - 1, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._rows[-1][1], len(self._rows) - 1, 1)
        for place, (left, right) in enumerate(self._rows):
            row = rows[place] if place < len(rows) else Row("", "")
            left.setText(row.left)
            right.setText(row.right)
            left.setVisible(bool(row.left))
            right.setVisible(place < len(rows))
            self._stretch(place, right, whole=not row.left)
        left_out = total - len(rows)
        self._more.setText(wording.and_more(left_out) if left_out > 0 else "")
        self._more.setVisible(left_out > 0)

    def _stretch(self, place: int, right: Prose, *, whole: bool) -> None:
        if self._whole[place] is not whole:
            self._whole[place] = whole
            self._grid.removeWidget(right)
            self._grid.addWidget(right, place, 0 if whole else 1, 1, 2 if whole else 1)


def fact_row(fact: DecodedField) -> Row:
    """A fact and its words; alone where its words were not kept."""
    if isinstance(fact.value, Typed):
        return Row(wording.FACTS[fact.what], shown(typed_words(fact.value)))
    if fact.what is What.OTHER:
        return _other_row(fact)
    worded = _WORDED.get(fact.what, str)
    return Row(wording.FACTS[fact.what], shown(worded(fact.text))) if fact.value else Row("", wording.FACTS[fact.what])


def _other_row(fact: DecodedField) -> Row:
    """Named as the sentences name it. Its first word is what sort of thing it is, where that is known."""
    sort, _, rest = fact.text.partition(" ")
    if sort == TAG:
        return Row(other_words(fact), shown(wording.site_number(rest))) if rest else Row("", other_words(fact))
    return Row(other_words(fact), shown(fact.text)) if fact.value else Row("", other_words(fact))


_WORDED: dict[What, Callable[[str], str]] = {What.ACCOUNT: wording.in_cookie, What.VISITOR_ID: wording.called}
"""Of what is known by a name alone, and the number or code itself is not kept."""
