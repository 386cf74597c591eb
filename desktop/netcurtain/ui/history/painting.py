"""What the delegates of the *History* page share: where things stand from right to left as from left to right, and words in lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netcurtain.ui.prose import lines
from netcurtain.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex
"""A row, as Qt asks for it."""


class Placing:
    """Puts parts of a row in their places: a reader from right to left has them mirrored."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        self.direction: Qt.LayoutDirection = option.direction
        self.whole: QRect = option.rect

    def at(self, where: QRectF) -> QRectF:
        """A part of the row, given as for a reader from left to right."""
        if self.direction == Qt.LayoutDirection.LeftToRight:
            return where
        return QRectF(self.whole.left() + self.whole.right() + 1 - where.right(), where.top(), where.width(), where.height())

    @property
    def leading(self) -> Qt.AlignmentFlag:
        """At the side where reading begins."""
        return QStyle.visualAlignment(self.direction, Qt.AlignmentFlag.AlignLeft)


class MeasuredRows(QStyledItemDelegate):
    """Rows that are as high as their words are in the width of their list."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, Size, int, bool], float] = {}
        theme.changed.connect(self.forget)

    def height(self, text: str, size: Size, width: float, *, bold: bool = False) -> float:
        """How high words are in lines of a width. Measured once: a list asks for all of its rows again whenever it is laid out."""
        key = (text, size, round(width), bold)
        if key not in self._heights:
            self._heights[key] = words_in(self._theme, text, size, width, bold=bold)[1]
        return self._heights[key]

    def forget(self) -> None:
        """Let go of the words that were measured."""
        self._heights.clear()


def words_in(theme: Theme, text: str, size: Size, width: float, *, bold: bool = False) -> tuple[QTextLayout, float]:
    """Words laid out in lines of a width, and how high that is."""
    return lines(text, theme.font(size, bold=bold), size, round(width))


def draw_words(painter: QPainter, theme: Theme, placing: Placing, text: str, size: Size, where: QRectF, *, bold: bool = False) -> None:
    """Draw words in lines from the top of ``where`` on, given as for a reader from left to right."""
    layout, _ = lines(text, theme.font(size, bold=bold), size, round(where.width()), placing.leading)
    at = placing.at(where)
    layout.draw(painter, QPointF(at.left(), at.top()))


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Whether a row is chosen, or has the keyboard."""
    state: QStyle.StateFlag = option.state
    return state
