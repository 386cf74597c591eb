"""One company on the *Now* page: its name and what it was told; opened, the sentences, facts, filters and requests behind that."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.core.event import CompanyView
from netcurtain.core.organisations import RECORDER
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring, is_enter, rings
from netcurtain.ui.mark import Flow, Glyph, Mark
from netcurtain.ui.mirrored import margins
from netcurtain.ui.now.details import Details
from netcurtain.ui.now.model import KindTold, kinds_told, spoken, told_lead
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

ICON = 24
CHEVRON = 20


class CompanyRow(QFrame):
    """A row that opens to its details. ``show_company`` again when anything changed."""

    def __init__(self, theme: Theme, company: CompanyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._company = company
        self._details: Details | None = None
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
            self._details.show_company(company)

    def _toggle(self, opened: bool) -> None:
        if opened:
            self._open()
        else:
            self._close()

    def _open(self) -> None:
        self._details = Details(self._theme, self._company, self)
        self._details.setContentsMargins(margins(self, indent(self._theme), STEP // 2, 3 * STEP, 3 * STEP))
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
        self._said: tuple[str, str, tuple[KindTold, ...]] | None = None
        self._glyph: Glyph | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(wording.SHOW_DETAILS)
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
        self._row.setSpacing(2 * STEP)
        self._row.addLayout(words, 1)
        self._dress()
        theme.changed.connect(self._dress)

    def show_company(self, company: CompanyView) -> None:
        """Name and marks."""
        kinds = kinds_told(company.told)
        before, self._said = self._said, (company.name, told_lead(company), kinds)
        if self._said == before:
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
        for mark in (lead, *(Mark(self._theme, kind.icon, kind.word, kind.colour, self._marks) for kind in kinds)):
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
        chevron = self._theme.scaled(CHEVRON)
        from_edge = 2 * STEP + chevron / 2
        painter.translate(from_edge if self.isRightToLeft() else self.width() - from_edge, self.height() / 2)
        painter.rotate(180 if self.isChecked() else 0)
        colour = Colour.TEAL if self.underMouse() else Colour.SOFT
        self._theme.draw_icon(painter, "open", colour, QRectF(-chevron / 2, -chevron / 2, chevron, chevron))
        painter.restore()
        if self.hasFocus() and self._ringed:
            draw_ring(painter, self._theme, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()

    def _dress(self) -> None:
        """Take on the size that text has now."""
        left, right = 2 * STEP, 3 * STEP + self._theme.scaled(CHEVRON)
        if self.isRightToLeft():
            left, right = right, left
        self._row.setContentsMargins(left, 2 * STEP, right, 2 * STEP)
        self.setMinimumHeight(self._theme.target)
        self.update()


def indent(theme: Theme) -> int:
    """Where words begin that stand below a company's name."""
    return 4 * STEP + theme.scaled(ICON)
