"""Text as people read it: airy lines, plain letters only, so that no page can smuggle in a picture or a link."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from netcurtain.ui.theme import Colour, Size, Theme

LINE_HEIGHT = {Size.SMALL: 1.4, Size.BODY: 1.5, Size.LARGE: 1.35, Size.HEADLINE: 1.25}
CHARACTERS_A_LINE = 70
WIDTH_OF_A_LETTER = 0.55
"""Of its height, on average."""
SLACK = 20
"""Pixels that a line need not fill to be sure that it fits: room for the spaces at its end."""
MOST_WIDTHS = 20
"""For which a text's height is remembered."""


class Prose(QLabel):
    """A label that wraps where it must, with airy line heights. Words of a page go through ui/plain.py first."""

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
        self._bold, self._wide = bold, wide
        self._measured: dict[int, QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._font = QFont("monospace") if mono else QFont(self.font())
        if mono:
            self._font.setStyleHint(QFont.StyleHint.Monospace)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        self.setText(text)
        theme.changed.connect(self._dress)

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            super().setText(text)
            self._measured.clear()
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
        return self._measure(min(width, self.maximumWidth())).height()

    def sizeHint(self) -> QSize:
        """One line if there is room, else as wide as lines may be."""
        self.ensurePolished()
        return QSize(self._measure(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 8 * self._theme.size(self._size)), self._one_line())

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
        return line_height(self._font, self._size)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self._font = self._theme.font(self._size, bold=self._bold, like=self._font)
        self.setFont(self._font)
        self._measured.clear()
        if not self._wide:
            self.setMaximumWidth(round(CHARACTERS_A_LINE * self._font.pixelSize() * WIDTH_OF_A_LETTER))
        self.updateGeometry()
        self.update()

    def _measure(self, width: int) -> QSize:
        """What the words take in lines of this width. Layouts ask for the same again and again, so the answers are remembered.

        Lines that fit in less room than they were given break in the same places in all the widths between.
        """
        if width not in self._measured:
            fitting = next((size for given, size in self._measured.items() if size.width() + SLACK <= width <= given), None)
            if len(self._measured) >= MOST_WIDTHS:
                self._measured.clear()
            self._measured[width] = fitting or self._measured_anew(width)
        return self._measured[width]

    def _measured_anew(self, width: int) -> QSize:
        layout, height = self._lines(width)
        natural = max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)
        return QSize(int(natural) + 1, round(height))

    def _lines(self, width: int) -> tuple[QTextLayout, float]:
        return lines(self.text(), self._font, self._size, width, QStyle.visualAlignment(self.layoutDirection(), self.alignment()))


def lines(
    text: str, font: QFont, size: Size, width: int, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> tuple[QTextLayout, float]:
    """Plain text laid out in lines of a width, and how high that is: breaks between words, inside one only where it must.

    ``font`` is as large as text of that ``size`` is now, which is what Theme.font gives.
    """
    layout = QTextLayout(text, font)
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height, step = 0.0, line_height(font, size)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, max(height, float(step))


def line_height(font: QFont, size: Size) -> int:
    """Pixels from one line to the next."""
    return round(font.pixelSize() * LINE_HEIGHT[size])
