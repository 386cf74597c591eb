"""Text as people read it: airy lines, plain letters only, so that no page can smuggle in a picture or a link."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netcurtain.ui.theme import Colour, Size, Theme

LINE_HEIGHT = {Size.SMALL: 1.4, Size.BODY: 1.5, Size.LARGE: 1.35, Size.HEADLINE: 1.25}
CHARACTERS_A_LINE = 70
WIDTH_OF_A_LETTER = 0.55
"""Of its height, on average."""


class Prose(QLabel):
    """A label that wraps where it must, with LOOK.md's line heights. Words of a page go through ui/plain.py first."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        size: Size = Size.BODY,
        colour: Colour = Colour.INK,
        *,
        bold: bool = False,
        wide: bool = False,
        mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._size, self._colour = theme, size, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        font = QFont("monospace") if mono else QFont(self.font())
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        self._font = font
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not wide:
            self.setMaximumWidth(round(CHARACTERS_A_LINE * size * WIDTH_OF_A_LETTER))
        self.setFont(font)
        self.setText(text)
        theme.changed.connect(self.update)

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def set_colour(self, colour: Colour) -> None:
        """Show the words in another colour."""
        self._colour = colour
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrower label is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        return round(self._lines(min(width, self.maximumWidth()))[1])

    def sizeHint(self) -> QSize:
        """One line if there is room, else as wide as lines may be."""
        self.ensurePolished()
        layout, height = self._lines(self.maximumWidth())
        width = max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)
        return QSize(int(width) + 1, round(height))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 8 * self._size), self._one_line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._colour))
        layout, height = self._lines(self.width())
        room = self.height() - height
        top = room / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
        layout.draw(painter, QPointF(0, max(0.0, top)))
        painter.end()

    def _one_line(self) -> int:
        return round(self._size * LINE_HEIGHT[self._size])

    def _lines(self, width: int) -> tuple[QTextLayout, float]:
        return lines(self.text(), self._font, self._size, width, self.alignment())


def lines(
    text: str, font: QFont, size: Size, width: int, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> tuple[QTextLayout, float]:
    """Plain text laid out in lines of a width, and how high that is: breaks between words, inside one only where it must."""
    layout = QTextLayout(text, font)
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height, step = 0.0, round(size * LINE_HEIGHT[size])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, max(height, float(step))
