"""A mark: an icon and its word in one colour. No colour ever stands alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

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
        font = self.font()
        font.setPixelSize(Size.SMALL)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Icon, gap, word."""
        return QSize(ICON + GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        painter = QPainter(self)
        draw_mark(painter, self._theme, self._icon, self.text(), self._colour, QRectF(self.rect()))
        painter.end()


def draw_mark(painter: QPainter, theme: Theme, icon: str, word: str, colour: Colour, where: QRectF) -> float:
    """Paint a mark with the painter's font; answers with its width."""
    theme.draw_icon(painter, icon, colour, QRectF(where.left(), where.center().y() - ICON / 2, ICON, ICON))
    painter.setPen(theme.colour(colour))
    painter.drawText(where.adjusted(ICON + GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
    return ICON + GAP + painter.fontMetrics().horizontalAdvance(word)


class Glyph(QWidget):
    """One icon by itself; only where its words stand beside it."""

    def __init__(self, theme: Theme, icon: str, colour: Colour, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._colour = theme, icon, colour
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self._theme.draw_icon(painter, self._icon, self._colour, QRectF(self.rect()))
        painter.end()


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin line between things."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line


class Flow(QLayout):
    """Marks and words in a row that go on to the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
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
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        width = sum(item.sizeHint().width() + 2 * STEP for item in self._items)
        return QSize(max(0, width - 2 * STEP), HEIGHT if self._items else 0)

    def minimumSize(self) -> QSize:
        """The widest of them."""
        return QSize(max((item.sizeHint().width() for item in self._items), default=0), HEIGHT if self._items else 0)

    def setGeometry(self, rect: QRect) -> None:
        """Put them in place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line, 0
            if move:
                item.setGeometry(QRect(x, y + (HEIGHT - size.height()) // 2, size.width(), size.height()))
            x, line = x + size.width() + 2 * STEP, HEIGHT
        return y + line - rect.top()
