"""How a visit, or a gap between visits, is painted in the list. Cheap: it is asked for each row in sight whenever one scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netcurtain.history.rows import Gap, VisitRow
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.grouping import Row
from netcurtain.ui.history.model import HEADING_ROLE, ROW_ROLE, SITE_HEADING_ROLE
from netcurtain.ui.history.painting import Index, Placing, draw_words, state_of, words_in
from netcurtain.ui.mark import GAP, HEIGHT, ICON, draw_mark
from netcurtain.ui.plain import shown
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

ROW = 72
HEADING = 44
CLOCK = 56
"""How high a visit and a heading are, and how wide a time, in pixels at the usual text size."""
INSIDE = 2 * STEP + 2


class VisitDelegate(QStyledItemDelegate):
    """Time, site, how many were told, whether a personal form was there, whether it is kept; the heading above the first of a group."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, row: Row, heading: str, width: int) -> int:
        """How high a row is in a list of this width: visits all the same, a gap as its words need."""
        above = self._theme.scaled(HEADING) if heading else 0
        usual = self._theme.scaled(ROW)
        if isinstance(row, VisitRow):
            return above + usual
        _, words = words_in(self._theme, _gap_words(row), Size.SMALL, self._gap_width(width))
        return above + max(round(words) + 3 * STEP, usual // 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as it is; the list knows its width."""
        width = option.rect.width()
        return QSize(width, self.height(index.data(ROW_ROLE), index.data(HEADING_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one visit, or one gap."""
        row: Row = index.data(ROW_ROLE)
        heading: str = index.data(HEADING_ROLE)
        placing = Placing(option)
        area = QRectF(placing.whole).adjusted(2, 0, -2, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading:
            above = self._theme.scaled(HEADING)
            self._draw(painter, placing, heading, QRectF(area.left() + 2 * STEP, area.top() + STEP, area.width() - 4 * STEP, above - STEP))
            area.setTop(area.top() + above)
        area = area.adjusted(0, 2, 0, -2)
        state = state_of(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.colour(Colour.SOFT), self._theme.line))
            painter.setBrush(self._theme.colour(Colour.CARD))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, self._theme, area)
        inner = area.adjusted(2 * STEP, STEP, -2 * STEP, -STEP)
        if isinstance(row, Gap):
            self._paint_gap(painter, placing, row, inner)
        else:
            self._paint_visit(painter, placing, row, inner, by_site=bool(index.data(SITE_HEADING_ROLE)))
        painter.restore()

    def _paint_gap(self, painter: QPainter, placing: Placing, gap: Gap, inner: QRectF) -> None:
        painter.setPen(self._theme.colour(Colour.SOFT))
        clock = self._theme.scaled(CLOCK)
        draw_words(painter, self._theme, placing, wording.clock(gap.since), Size.SMALL, QRectF(inner.topLeft(), inner.bottomRight()))
        draw_words(painter, self._theme, placing, _gap_words(gap), Size.SMALL, inner.adjusted(clock, 0, 0, 0))

    def _paint_visit(self, painter: QPainter, placing: Placing, row: VisitRow, inner: QRectF, *, by_site: bool) -> None:
        theme, half = self._theme, inner.height() / 2
        clock = theme.scaled(CLOCK)
        first = QRectF(inner.left(), inner.top(), inner.width(), half)
        indent = clock if inner.width() - clock >= self._marks_width(row) else 0
        second = QRectF(inner.left() + indent, inner.top() + half, inner.width() - indent, half)
        if row.chosen:
            wide = self._mark(painter, placing, "tick", history_wording.MARK, Colour.TEAL, first, at_end=True)
            first.setWidth(first.width() - wide - STEP)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(Colour.SOFT))
        painter.drawText(placing.at(first), placing.leading | Qt.AlignmentFlag.AlignVCenter, wording.clock(row.started))
        words = wording.day(row.started) if by_site else shown(row.site)
        painter.setFont(theme.font(bold=not by_site))
        painter.setPen(theme.colour(Colour.INK))
        first.setLeft(first.left() + clock)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(first.width()))
        painter.drawText(placing.at(first), placing.leading | Qt.AlignmentFlag.AlignVCenter, cut)
        told = ("told", Colour.SKY) if row.companies else ("none", Colour.SOFT)
        wide = self._mark(painter, placing, told[0], wording.told(row.companies), told[1], second)
        if row.sensitive:
            second.setLeft(second.left() + wide + 2 * STEP)
            self._mark(painter, placing, "envelope", wording.SENSITIVE, Colour.AMBER, second)

    def _mark(
        self, painter: QPainter, placing: Placing, icon: str, word: str, colour: Colour, line: QRectF, *, at_end: bool = False
    ) -> float:
        """An icon and its word where a line begins, or at its end; answers with how wide they are."""
        theme = self._theme
        painter.setFont(theme.font(Size.SMALL))
        height, size = min(line.height(), theme.scaled(HEIGHT)), theme.scaled(ICON)
        words = painter.fontMetrics().horizontalAdvance(word)
        wide = min(float(size + GAP + words + 2), line.width())
        word = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, round(wide) - size - GAP)
        where = QRectF(line.right() - wide if at_end else line.left(), line.center().y() - height / 2, wide, height)
        if placing.direction == Qt.LayoutDirection.LeftToRight:
            draw_mark(painter, theme, icon, word, colour, where)
            return wide
        theme.draw_icon(painter, icon, colour, placing.at(QRectF(where.left(), where.center().y() - size / 2, size, size)))
        painter.setPen(theme.colour(colour))
        painter.drawText(placing.at(where.adjusted(size + GAP, 0, 0, 0)), placing.leading | Qt.AlignmentFlag.AlignVCenter, word)
        return wide

    def _draw(self, painter: QPainter, placing: Placing, words: str, where: QRectF) -> None:
        """A heading, on one line."""
        font = self._theme.font(Size.SMALL, bold=True)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Colour.SOFT))
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, int(where.width()))
        painter.drawText(placing.at(where), placing.leading | Qt.AlignmentFlag.AlignVCenter, cut)

    def _marks_width(self, row: VisitRow) -> int:
        """How wide both marks are; they stand under the site where there is room, else under the time as well."""
        words = QFontMetrics(self._theme.font(Size.SMALL)).horizontalAdvance(wording.told(row.companies) + wording.SENSITIVE)
        return words + 2 * (self._theme.scaled(ICON) + GAP + 2) + 2 * STEP

    def _gap_width(self, width: int) -> int:
        return width - self._theme.scaled(CLOCK) - 2 * INSIDE


def _gap_words(gap: Gap) -> str:
    return history_wording.gap(gap.since, gap.until)
