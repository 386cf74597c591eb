"""How a pairing code looks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netcurtain.ui.theme import CORNER, STEP, Colour, Theme


class CodeLabel(QLabel):
    """The code in large letters that all have the same width, on a card. They grow with the text, as far as there is room."""

    LETTERS = 30
    """Their least height, and that at the usual text size, in pixels."""
    GROUPS = 23
    """Cells that four groups of five and their hyphens take."""
    NONE = "·····-·····-·····-·····"
    """Stands where a code was or will be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Room for letters that have grown as much as the text."""
        letters = self._theme.scaled(self.LETTERS)
        return QSize(_width(letters, self.GROUPS), 10 * STEP + letters - self.LETTERS)

    def minimumSizeHint(self) -> QSize:
        """Room for the least letters."""
        return QSize(_width(self.LETTERS, self.GROUPS), 10 * STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The letters take what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        """The largest letters that are no larger than the text asks for, and of which none is cut."""
        most = range(self._theme.scaled(self.LETTERS), self.LETTERS, -1)
        letters = next((pixels for pixels in most if _width(pixels, self.GROUPS) <= self.width()), self.LETTERS)
        self.setFont(_font(letters))
        self._cell = _cell(letters)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each letter in the middle of its cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour(Colour.LINE))
        painter.setBrush(self._theme.colour(Colour.CARD))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)
        letters = self.text() or self.NONE
        left = (self.width() - len(letters) * self._cell) // 2
        for place, letter in enumerate(letters):
            painter.setPen(self._theme.colour(Colour.INK if letter.isalnum() else Colour.SOFT))
            painter.drawText(left + place * self._cell, 0, self._cell, self.height(), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()


def _font(letters: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(letters)
    return font


def _cell(letters: int) -> int:
    """How wide one letter is, with the room beside it, in pixels."""
    return QFontMetrics(_font(letters)).horizontalAdvance("M") + 2


def _width(letters: int, count: int) -> int:
    """How wide so many letters of this height are on their card, in pixels."""
    return _cell(letters) * count + 6 * STEP
