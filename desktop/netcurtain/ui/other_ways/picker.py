"""One thing out of a list, with its question above it. Turning the wheel over it scrolls the page and changes nothing."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QStyle, QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND, draw_ring, rings
from netcurtain.ui.mirrored import margins, placed
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

CHEVRON = (10, 5)
"""Width and height of the arrow, in pixels at the usual text size."""


class Picker(QWidget):
    """A question and a list of answers, of which one is always chosen. ``picked`` is the person's doing; ``show_pick`` is ours."""

    picked = Signal(object)

    def __init__(self, theme: Theme, question: str, answers: Iterable[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = Box(theme, self)
        self.box.setAccessibleName(question)
        self.box.view().setAccessibleName(question)
        for value, words in answers:
            self.box.addItem(words, value)
        self.box.activated.connect(lambda place: self.picked.emit(self.box.itemData(place)))
        label = Prose(theme, question, Size.SMALL, Colour.SOFT, parent=self)
        label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        above.addWidget(label)
        column.addLayout(above)
        column.addWidget(self.box)

    def show_pick(self, value: object) -> None:
        """Show an answer, the first for an unknown one, and close the list. ``picked`` is not emitted."""
        self.box.hidePopup()
        self.box.setCurrentIndex(max(0, self.box.findData(value)))


class Box(QComboBox):
    """The list itself, painted from the theme."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self.setView(QListView(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        theme.changed.connect(self._dress)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard."""
        self._ringed = rings(event, self._ringed)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Field, words, chevron, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        painter.setPen(QPen(self._theme.colour(Colour.TEAL if self.underMouse() else Colour.SOFT), self._theme.line))
        painter.setBrush(self._theme.colour(Colour.CARD))
        inset = self._theme.line / 2
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        painter.setPen(self._theme.colour(Colour.INK))
        wide, high = (self._theme.scaled(side) for side in CHEVRON)
        room = body.adjusted(2 * STEP, 0, -(3 * STEP + wide), 0)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(room.width()))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(placed(self, room), leading | Qt.AlignmentFlag.AlignVCenter, words)
        left, top = placed(self, body.adjusted(body.width() - 2 * STEP - wide, 0, -2 * STEP, 0)).left(), body.center().y() - high / 2
        painter.setPen(QPen(self._theme.colour(Colour.SOFT), self._theme.scaled(self._theme.line)))
        painter.drawPolyline([QPointF(left, top), QPointF(left + wide / 2, top + high), QPointF(left + wide, top)])
        if self.hasFocus() and self._ringed:
            draw_ring(painter, self._theme, QRectF(self.rect()))
        painter.end()

    def _dress(self) -> None:
        tokens, target = self._theme.tokens, self._theme.target
        self.setFixedHeight(target + 2 * AROUND)
        self.view().setStyleSheet(
            f"QListView {{ background: {tokens.card}; color: {tokens.ink}; border: {self._theme.line}px solid {tokens.line}; }}"
            f"QListView::item {{ min-height: {target}px; padding: 0 {STEP}px; }}"
            f"QListView::item:selected {{ background: {tokens.teal}; color: {tokens.card}; }}"
        )
        self.update()
