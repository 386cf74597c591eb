"""One company on the *Now* page: its name and what it was told; opened, the sentences, facts, filters and requests behind that."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.core.event import CompanyView
from netcurtain.core.finding import DecodedField, Typed, What
from netcurtain.core.organisations import RECORDER
from netcurtain.core.told_wording import typed_words
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring, is_enter, rings
from netcurtain.ui.mark import Flow, Glyph, Mark
from netcurtain.ui.now.model import kinds_told, spoken, told_lead
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, TARGET, Colour, Size, Theme

ICON = 24
CHEVRON = 20
MOST_FACTS = 12
MOST_FILTERS = 5
MOST_REQUESTS = 8
INDENT = 2 * STEP + ICON + 2 * STEP


class CompanyRow(QFrame):
    """A row that opens to its details. ``show_company`` again when anything changed."""

    def __init__(self, theme: Theme, company: CompanyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._company = company
        self._details: QWidget | None = None
        self.header = RowHeader(theme, self)
        self.header.toggled.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.show_company(company)

    def show_company(self, company: CompanyView) -> None:
        """Show a newer state of the same company."""
        self._company = company
        self.header.show_company(company)
        if self._details is not None:
            self._close()
            self._open()

    def _toggle(self, opened: bool) -> None:
        if opened:
            self._open()
        else:
            self._close()

    def _open(self) -> None:
        self._details = details(self._theme, self._company, self)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._details)
        self._details.show()

    def _close(self) -> None:
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None


class RowHeader(QAbstractButton):
    """The part of a row that one presses."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self._company: CompanyView | None = None
        self._glyph: Glyph | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(wording.SHOW_DETAILS)
        self.setMinimumHeight(TARGET)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name = Prose(theme, bold=True, wide=True, parent=self)
        self._marks = QWidget(self)
        self._flow = Flow(self._marks)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        words.addWidget(self._name)
        words.addWidget(self._marks)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * STEP, 2 * STEP, 3 * STEP + CHEVRON, 2 * STEP)
        self._row.setSpacing(2 * STEP)
        self._row.addLayout(words, 1)
        theme.changed.connect(self.update)

    def show_company(self, company: CompanyView) -> None:
        """Name and marks."""
        before, self._company = self._company, company
        if before is not None and (before.name, before.told, before.went_out) == (company.name, company.told, company.went_out):
            return
        self.setAccessibleName(spoken(company))
        self._name.setText(shown(company.name))
        if self._glyph is None:
            self._glyph = Glyph(self._theme, "recorder" if company.category == RECORDER else "company", Colour.SOFT, ICON, self)
            self._row.insertWidget(0, self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lead = Prose(self._theme, told_lead(company), Size.SMALL, Colour.SOFT, wide=True, parent=self._marks)
        for mark in (lead, *(Mark(self._theme, kind.icon, kind.word, kind.colour, self._marks) for kind in kinds_told(company.told))):
            self._flow.addWidget(mark)
            mark.show()  # at once: a layout alone shows it one turn later, and the row would be empty for that long
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._marks.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard."""
        self._ringed = rings(event, self._ringed)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does; the arrows go to the next row."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The arrow, which points up while open, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(self.width() - 2 * STEP - CHEVRON / 2, self.height() / 2)
        painter.rotate(180 if self.isChecked() else 0)
        colour = Colour.TEAL if self.underMouse() else Colour.SOFT
        self._theme.draw_icon(painter, "open", colour, QRectF(-CHEVRON / 2, -CHEVRON / 2, CHEVRON, CHEVRON))
        painter.restore()
        if self.hasFocus() and self._ringed:
            draw_ring(painter, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()


def details(theme: Theme, company: CompanyView, parent: QWidget) -> QWidget:
    """What stands behind a company's row."""
    frame = QWidget(parent)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(INDENT, STEP // 2, 3 * STEP, 3 * STEP)
    layout.setSpacing(STEP)
    for sentence in company.sentences[: -MOST_FACTS - 1 : -1]:  # the newest first, as below
        layout.addWidget(Prose(theme, shown(sentence), parent=frame))
    if company.told:
        heading = wording.WHAT_WAS_TOLD if company.went_out else wording.WHAT_WAS_TRIED
        _section(theme, layout, frame, heading, [_fact(fact) for fact in company.told[:MOST_FACTS]], len(company.told))
    filters = list(dict.fromkeys(wording.why_flagged(seen) for seen in company.seen))
    _section(theme, layout, frame, wording.WHY, [("", shown(line)) for line in filters[:MOST_FILTERS]], len(filters))
    newest = company.seen[: -MOST_REQUESTS - 1 : -1]
    rows = [(wording.clock(s.time, seconds=True), f"{wording.FATES[s.fate]}: {shown(s.url)}") for s in newest]
    _section(theme, layout, frame, wording.requests_of(company.requests), rows, company.requests)
    return frame


def _fact(fact: DecodedField) -> tuple[str, str]:
    """A fact and its words; alone where its words were not kept."""
    if fact.what is What.ACCOUNT and fact.value:
        return wording.FACTS[fact.what], shown(wording.in_cookie(fact.text))
    if isinstance(fact.value, Typed):
        return wording.FACTS[fact.what], shown(typed_words(fact.value))
    return (wording.FACTS[fact.what], shown(fact.text)) if fact.value else ("", wording.FACTS[fact.what])


def _section(theme: Theme, layout: QVBoxLayout, frame: QWidget, heading: str, rows: list[tuple[str, str]], total: int) -> None:
    """A heading and rows of two columns; a row with nothing on its left takes both."""
    if not rows:
        return
    layout.addSpacing(STEP)
    layout.addWidget(Prose(theme, heading, Size.SMALL, Colour.SOFT, bold=True, parent=frame))
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(STEP // 2)
    grid.setColumnStretch(1, 1)
    for place, (left, right) in enumerate(rows):
        words = Prose(theme, right, Size.SMALL, wide=True, parent=frame)
        if left:
            grid.addWidget(Prose(theme, left, Size.SMALL, Colour.SOFT, wide=True, parent=frame), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
        else:
            grid.addWidget(words, place, 0, 1, 2)
    if total > len(rows):
        more = Prose(theme, wording.and_more(total - len(rows)), Size.SMALL, Colour.SOFT, parent=frame)
        grid.addWidget(more, len(rows), 0, 1, 2)
    layout.addLayout(grid)
