"""One company in the picture: a button with its name and, in words and icons, what each of its lines means."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netcurtain.ui import wording
from netcurtain.ui.button import AROUND, draw_ring, is_enter, rings
from netcurtain.ui.mark import ICON, Glyph
from netcurtain.ui.now.model import KindTold
from netcurtain.ui.now.pictured import Pictured
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import CORNER, STEP, TARGET, Colour, Size, Theme

NAME_LONGEST = 60
"""Characters of a company's name that stand in the picture."""


class PictureCard(QPushButton):
    """Press it to open its words. ``show_company`` again when anything changed."""

    def __init__(self, theme: Theme, company: Pictured, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self.company = company
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(wording.SHOW_DETAILS)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(AROUND + STEP, AROUND + STEP, AROUND + STEP, AROUND + STEP)
        self._inside.setSpacing(STEP // 4)
        self._lines: list[QWidget] = []
        self._fill()
        theme.changed.connect(self.update)

    def show_company(self, company: Pictured) -> bool:
        """Show a newer state of the same company; whether it looks different now."""
        if company == self.company:
            return False
        self.company = company
        self._fill()
        return True

    def height_in(self, width: int) -> int:
        """How high it is in this width."""
        return max(self._theme.target + 2 * AROUND, self._inside.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """What the words in it need."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """It is put in its place by the picture, which asks for its height."""
        return QSize(TARGET, TARGET)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard, and in sight."""
        self._ringed = rings(event, self._ringed)
        if self._ringed:
            reveal(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card and the ring; the words paint themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, opened = self._theme, self.isChecked()
        painter.setPen(QPen(theme.colour(Colour.TEAL if opened or self.underMouse() else Colour.LINE), 2 if opened else theme.line))
        painter.setBrush(theme.colour(Colour.CARD))
        away = AROUND + (1 if opened else theme.line / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(away, away, -away, -away), CORNER, CORNER)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _fill(self) -> None:
        company = self.company
        self.setAccessibleName(company.spoken)
        for line in self._lines:
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        name = Prose(self._theme, shown(company.name, NAME_LONGEST), bold=True, wide=True, parent=self)
        lead = Prose(self._theme, company.lead, Size.SMALL, Colour.SOFT, wide=True, parent=self)
        self._lines = [name, lead, *(MarkLine(self._theme, mark, self) for mark in company.marks)]
        for line in self._lines:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._inside.addWidget(line)
            line.show()
        self._inside.invalidate()


class MarkLine(QWidget):
    """An icon with its words, which go on below where there is no room beside."""

    def __init__(self, theme: Theme, mark: KindTold, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(Glyph(theme, mark.icon, mark.colour, ICON, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Prose(theme, mark.word, Size.SMALL, mark.colour, wide=True, parent=self), 1)
