"""How a moment of a visit is painted: a line down the side with the moments' icons on it, and beside each its time, kind and words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netcurtain.history.rows import MomentKind
from netcurtain.ui import wording
from netcurtain.ui.button import draw_ring
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.painting import Placing, draw_words, state_of, words_in
from netcurtain.ui.history.story_model import MOMENT_ROLE, Moment
from netcurtain.ui.theme import STEP, Colour, Size, Theme

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
Index = QModelIndex | QPersistentModelIndex


class MomentDelegate(QStyledItemDelegate):
    """Words on as many lines as they need; over them how the question about cookies stands, where that changes."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._heights: dict[tuple[str, int, int], float] = {}
        theme.changed.connect(self.forget)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are in the list's width."""
        moment: Moment = index.data(MOMENT_ROLE)
        width = self._view.viewport().width()
        beside = width - self._indent() - STEP
        words = self._height(str(index.data()), Size.BODY, beside)
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
        return self._height("0", Size.SMALL, self._indent() * 100)

    def _phase_height(self, moment: Moment, width: float) -> float:
        return self._height(moment.phase, Size.SMALL, round(width), bold=True) + 2 * PHASE_ABOVE if moment.phase else 0.0

    def _height(self, text: str, size: Size, width: float, *, bold: bool = False) -> float:
        """Measured once: a list asks for all of its rows again whenever it is laid out."""
        key = (text, size, round(width))
        if key not in self._heights:
            self._heights[key] = words_in(self._theme, text, size, width, bold=bold)[1]
        return self._heights[key]

    def forget(self) -> None:
        """Let go of the words that were measured."""
        self._heights.clear()
