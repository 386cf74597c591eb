"""A mark: an icon and its word in one colour. No colour ever stands alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from netcurtain.ui.theme import STEP, Colour, Size, Theme

ICON = 18
GAP = 6
HEIGHT = 24


class Mark(QLabel):
    """An icon with its word beside it."""

    def __init__(self, theme: Theme, icon: str, word: str, colour: Colour, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._icon, self._colour = theme, icon, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Icon, gap, word."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._theme.scaled(ICON) + GAP + words + 2, self._theme.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        draw_mark(painter, self._theme, self._icon, self.text(), self._colour, QRectF(self.rect()), mirrored=self.isRightToLeft())
        painter.end()

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.setFont(self._theme.font(Size.SMALL))
        self.updateGeometry()
        self.update()


def draw_mark(painter: QPainter, theme: Theme, icon: str, word: str, colour: Colour, where: QRectF, *, mirrored: bool = False) -> float:
    """Paint a mark with the painter's font, ``mirrored`` for a reader from right to left; answers with its width."""
    size = theme.scaled(ICON)
    left = where.right() - size if mirrored else where.left()
    theme.draw_icon(painter, icon, colour, QRectF(left, where.center().y() - size / 2, size, size))
    painter.setPen(theme.colour(colour))
    words = where.adjusted(0, 0, -size - GAP, 0) if mirrored else where.adjusted(size + GAP, 0, 0, 0)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, word)
    return size + GAP + painter.fontMetrics().horizontalAdvance(word)


class Glyph(QWidget):
    """One icon by itself; only where its words stand beside it. ``size`` is in pixels at the usual text size."""

    def __init__(self, theme: Theme, icon: str, colour: Colour, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._colour, self._size = theme, icon, colour, size
        self._dress()
        theme.changed.connect(self._dress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self._theme.draw_icon(painter, self._icon, self._colour, QRectF(self.rect()))
        painter.end()

    def _dress(self) -> None:
        """Take on the size that text has now."""
        size = self._theme.scaled(self._size)
        self.setFixedSize(size, size)
        self.update()


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin line between things; the style sheet says how thin."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    return line


class Flow(QLayout):
    """Marks, words or buttons in a row that go on to the next line where there is no more room; from the right where one reads so."""

    def __init__(self, parent: QWidget | None = None, *, between: int = 2 * STEP) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._between = between
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one of them."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """A narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        around = self.contentsMargins()
        return self._place(QRect(0, 0, width, 0).marginsRemoved(around), move=False) + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """All in one line."""
        width = sum(item.sizeHint().width() + self._between for item in self._shown())
        return QSize(max(0, width - self._between), self._line()).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest of them."""
        widest = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(widest, self._line()).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Put them in place."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line, height = rect.left(), rect.top(), 0, self._line()
        for item in self._shown():
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line, 0
            if move:
                place = QRect(x, y + (height - size.height()) // 2, size.width(), size.height())
                item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
            x, line = x + size.width() + self._between, height
        return y + line - rect.top()

    def _line(self) -> int:
        """How high a line is: as the highest of what stands in it."""
        heights = [item.sizeHint().height() for item in self._shown()]
        return max(HEIGHT, *heights) if heights else 0

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget is not None else Qt.LayoutDirection.LeftToRight
