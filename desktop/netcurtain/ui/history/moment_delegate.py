"""How a moment of a visit is painted: a line down the side with the moments' icons on it, and beside each its time, kind and words."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netcurtain.history.rows import MomentKind
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.painting import Index, MeasuredRows, Placing, draw_words, state_of
from netcurtain.ui.history.story_model import MOMENT_ROLE, Moment
from netcurtain.ui.theme import STEP, Colour, Size

NODE = 28
ICON = 18
"""The round places on the line and the icons in them, in pixels at the usual text size."""
PHASE_ABOVE = 12
LOOKS: dict[MomentKind, tuple[str, Colour]] = {
    MomentKind.OPENED: ("browser", Colour.SOFT),
    MomentKind.FORM: ("questions", Colour.AMBER),
    MomentKind.CONSENT: ("cookie", Colour.TEAL),
    MomentKind.TOLD: ("told", Colour.SKY),
    MomentKind.CONTACTED: ("company", Colour.SOFT),
    MomentKind.TRIED: ("none", Colour.SOFT),
    MomentKind.SENT: ("sent", Colour.INK),
}


class MomentDelegate(MeasuredRows):
    """Words on as many lines as they need; over them how the question about cookies stands, where that changes."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are in the list's width."""
        moment: Moment = index.data(MOMENT_ROLE)
        width = self._view.viewport().width()
        beside = width - self._indent() - STEP
        words = self.height(str(index.data()), Size.BODY, beside)
        return QSize(width, round(self._phase_height(moment, beside) + self._label_height() + words) + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one moment."""
        moment: Moment = index.data(MOMENT_ROLE)
        theme, placing = self._theme, Placing(option)
        icon, colour = LOOKS[moment.line.kind]
        whole = QRectF(placing.whole)
        indent = self._indent()
        beside = QRectF(whole.left() + indent, whole.top() + STEP / 2, whole.width() - indent - STEP, whole.height() - STEP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        phase = self._phase_height(moment, beside.width())
        self._draw_line(painter, placing, whole, beside.top() + phase, first=index.row() == 0, last=moment.last)
        if moment.phase:
            painter.setPen(theme.colour(Colour.INK))
            words = QRectF(beside.left(), beside.top() + PHASE_ABOVE, beside.width(), phase)
            draw_words(painter, theme, placing, moment.phase, Size.SMALL, words, bold=True)
        node = self._node(whole, beside.top() + phase)
        self._draw_node(painter, placing.at(node), icon, colour)
        beside.setTop(beside.top() + phase)
        painter.setPen(theme.colour(colour))
        label = f"{wording.clock(moment.line.time, seconds=True)}  {history_wording.MOMENTS[moment.line.kind]}"
        draw_words(painter, theme, placing, label, Size.SMALL, beside)
        painter.setPen(theme.colour(Colour.INK))
        draw_words(painter, theme, placing, str(index.data()), Size.BODY, beside.adjusted(0, self._label_height(), 0, 0))
        if state_of(option) & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, theme, whole)
        painter.restore()

    def _draw_line(self, painter: QPainter, placing: Placing, whole: QRectF, node_top: float, *, first: bool, last: bool) -> None:
        """The line from the moment before to the moment after."""
        painter.setPen(QPen(self._theme.colour(Colour.LINE), 2 * self._theme.line))
        middle = self._node(whole, node_top).center()
        top = middle.y() if first else whole.top()
        bottom = middle.y() if last else whole.bottom() + 1
        line = placing.at(QRectF(QPointF(middle.x(), top), QPointF(middle.x(), bottom)))
        painter.drawLine(line.topLeft(), line.bottomLeft())

    def _draw_node(self, painter: QPainter, node: QRectF, icon: str, colour: Colour) -> None:
        painter.setPen(QPen(self._theme.colour(Colour.LINE), 2 * self._theme.line))
        painter.setBrush(self._theme.colour(Colour.CARD))
        painter.drawEllipse(node)
        inset = (node.width() - self._theme.scaled(ICON)) / 2
        self._theme.draw_icon(painter, icon, colour, node.adjusted(inset, inset, -inset, -inset))

    def _node(self, whole: QRectF, top: float) -> QRectF:
        size = self._theme.scaled(NODE)
        return QRectF(whole.left() + STEP, top, size, size)

    def _indent(self) -> int:
        return self._theme.scaled(NODE) + 3 * STEP

    def _label_height(self) -> float:
        return self.height("0", Size.SMALL, self._indent() * 100)

    def _phase_height(self, moment: Moment, width: float) -> float:
        return self.height(moment.phase, Size.SMALL, round(width), bold=True) + 2 * PHASE_ABOVE if moment.phase else 0.0
