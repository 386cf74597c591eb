"""Answers beside each other while there is room for their words, else in fewer columns or below each other: larger text needs more."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Beside(QLayout):
    """Columns of one width, as many as divide the count and have room; each row is as high as its highest."""

    def __init__(self, parent: QWidget, between: int) -> None:
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

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All in one row."""
        count, widest = len(self._items), self._widest()
        width = count * widest + max(0, count - 1) * self._between
        return QSize(width, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:
        """Below each other."""
        widths = (item.minimumSize().width() for item in self._items)
        return QSize(max(widths, default=0), max((item.minimumSize().height() for item in self._items), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put them in place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def columns(self, width: int) -> int:
        """How many columns there are in this width."""
        count, widest = len(self._items), self._widest()
        fitting = (n for n in range(count, 1, -1) if count % n == 0 and n * widest + (n - 1) * self._between <= width)
        return next(fitting, 1)

    def _widest(self) -> int:
        return max((item.sizeHint().width() for item in self._items), default=0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        columns, y = self.columns(rect.width()), rect.top()
        width = (rect.width() - (columns - 1) * self._between) // columns
        for first in range(0, len(self._items), columns):
            row = self._items[first : first + columns]
            height = max(_height(item, width) for item in row)
            for place, item in enumerate(row if move else ()):
                where = QRect(rect.left() + place * (width + self._between), y, width, height)
                item.setGeometry(QStyle.visualRect(self._direction(), rect, where))
            y += height + self._between
        return max(0, y - self._between - rect.top())

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget is not None else Qt.LayoutDirection.LeftToRight


def _height(item: QLayoutItem, width: int) -> int:
    return max(item.minimumSize().height(), item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height())
