"""How a request of a visit is painted: when and what became of it, who it went to and where, and how it was known for a tracker."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netcurtain.history.rows import RequestRow
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring
from netcurtain.ui.history.painting import Index, MeasuredRows, Placing, draw_words, state_of
from netcurtain.ui.history.story_model import REQUEST_ROLE, found_by
from netcurtain.ui.plain import shown
from netcurtain.ui.theme import STEP, Colour, Size


class RequestDelegate(MeasuredRows):
    """One below the other, each on as many lines as it needs: columns beside each other would have to be moved sideways to be read."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are in the list's width."""
        width = self._view.viewport().width()
        words = sum(self.height(text, size, width - 2 * STEP) for text, size, _ in _parts(index.data(REQUEST_ROLE)))
        return QSize(width, round(words) + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one request, and a line between its words and those of the next one."""
        theme, placing = self._theme, Placing(option)
        whole = QRectF(placing.whole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() < index.model().rowCount() - 1:
            below = QRectF(whole.left() + STEP, whole.bottom() - theme.line, whole.width() - STEP, theme.line)
            painter.fillRect(placing.at(below), theme.colour(Colour.LINE))
        where = whole.adjusted(STEP, STEP, -STEP, -STEP)
        for text, size, colour in _parts(index.data(REQUEST_ROLE)):
            painter.setPen(theme.colour(colour))
            draw_words(painter, theme, placing, text, size, where)
            where.setTop(where.top() + self.height(text, size, where.width()))
        if state_of(option) & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, theme, whole)
        painter.restore()


def _parts(row: RequestRow) -> list[tuple[str, Size, Colour]]:
    fate = f"{wording.clock(row.time, seconds=True)}  {wording.FATES[row.fate]}"
    host = shown(row.host)
    who = shown(row.organisation) or host  # a company without a name is known by its address
    small = Size.SMALL, Colour.SOFT
    parts = [(fate, *small), (who, Size.BODY, Colour.INK), (host if host != who else "", *small), (found_by(row), *small)]
    return [part for part in parts if part[0]]
