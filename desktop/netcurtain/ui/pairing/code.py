"""How a pairing code looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme


class CodeLabel(QLabel):
    """The code in large letters that all have the same width, on a card."""

    LETTERS = 30
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

    def _dress(self) -> None:
        """Take on the size that text has now; it is large anyway, and all of it has to fit."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(self.LETTERS, self._theme.size(Size.BODY)))
        self.setFont(font)
        self._cell = QFontMetrics(font).horizontalAdvance("M") + 2
        self.setMinimumSize(self._cell * self.GROUPS + 6 * STEP, 10 * STEP)
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
