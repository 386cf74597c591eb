"""How a visit and a moment of it are painted in their lists."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netcurtain.history.rows import StoryLine, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring
from netcurtain.ui.history.model import HEADING_ROLE, ROW_ROLE
from netcurtain.ui.mark import HEIGHT, draw_mark
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import lines
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

ROW = 72
NARROW = 320
"""A list that is narrower has the second mark of a visit on a line of its own."""
DAY = 44
CLOCK = 56
SECONDS = 80
BESIDE = 4
Index = QModelIndex | QPersistentModelIndex


class VisitDelegate(QStyledItemDelegate):
    """Time, site, how many were told, whether a personal form was there; the day above the first of a day."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row, and the day's heading where there is one."""
        row: VisitRow = index.data(ROW_ROLE)
        return QSize(NARROW // 2, ROW + (DAY if index.data(HEADING_ROLE) else 0) + (HEIGHT if row.sensitive and self._narrow else 0))

    @property
    def _narrow(self) -> bool:
        return self._view.width() < NARROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one visit."""
        row: VisitRow = index.data(ROW_ROLE)
        heading: str = index.data(HEADING_ROLE)
        area = QRectF(_area(option)).adjusted(2, 0, -2, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading:
            painter.setFont(_font(option, Size.SMALL, bold=True))
            painter.setPen(self._theme.colour(Colour.SOFT))
            day = QRectF(area.left() + 2 * STEP, area.top(), area.width(), DAY - STEP / 2)
            painter.drawText(day, Qt.AlignmentFlag.AlignBottom, heading)
            area.setTop(area.top() + DAY)
        area = area.adjusted(0, 2, 0, -2)
        state = _state(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.colour(Colour.LINE), 1))
            painter.setBrush(self._theme.colour(Colour.CARD))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, self._theme, area)
        inner = area.adjusted(2 * STEP, STEP, -2 * STEP, -STEP)
        half = (ROW - 4 - 2 * STEP) / 2
        painter.setFont(_font(option, Size.BODY))
        painter.setPen(self._theme.colour(Colour.SOFT))
        painter.drawText(QRectF(inner.left(), inner.top(), CLOCK, half), Qt.AlignmentFlag.AlignVCenter, wording.clock(row.started))
        words = QRectF(inner.left() + CLOCK, inner.top(), inner.width() - CLOCK, half)
        font = _font(option, Size.BODY, bold=True)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Colour.INK))
        site = QFontMetrics(font).elidedText(shown(row.site), Qt.TextElideMode.ElideMiddle, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, site)
        painter.setFont(_font(option, Size.SMALL))
        place = QRectF(words.left(), words.bottom() + (half - HEIGHT) / 2, words.width(), HEIGHT)
        icon, colour = ("told", Colour.SKY) if row.companies else ("none", Colour.SOFT)
        width = draw_mark(painter, self._theme, icon, wording.told(row.companies), colour, place)
        if row.sensitive:
            beside = (0, HEIGHT) if self._narrow else (width + 2 * STEP, 0)
            draw_mark(painter, self._theme, "envelope", wording.SENSITIVE, Colour.AMBER, place.translated(*beside))
        painter.restore()


class MomentDelegate(QStyledItemDelegate):
    """A time, and beside it the words, on as many lines as they need."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are in the list's width."""
        width = self._view.viewport().width()
        _, height = lines(str(index.data()), _font(option, Size.BODY), Size.BODY, width - SECONDS - 2 * BESIDE)
        return QSize(width, round(height) + STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one moment."""
        line: StoryLine = index.data(ROW_ROLE)
        area = QRectF(_area(option)).adjusted(BESIDE, STEP / 2, -BESIDE, -STEP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font(option, Size.BODY))
        painter.setPen(self._theme.colour(Colour.SOFT))
        time, _ = lines(wording.clock(line.time, seconds=True), painter.font(), Size.BODY, SECONDS)
        time.draw(painter, area.topLeft())
        painter.setPen(self._theme.colour(Colour.INK))
        words, _ = lines(str(index.data()), painter.font(), Size.BODY, round(area.width()) - SECONDS)
        words.draw(painter, area.topLeft() + QPointF(SECONDS, 0))
        if _state(option) & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, self._theme, QRectF(_area(option)))
        painter.restore()


def _font(option: QStyleOptionViewItem, size: Size, *, bold: bool = False) -> QFont:
    font = QFont(option.font)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _area(option: QStyleOptionViewItem) -> QRect:
    area: QRect = option.rect
    return area


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
