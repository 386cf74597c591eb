"""Buttons: one filled action a screen, the others quiet. At least 44 px high, with a focus ring that stands off by 2 px."""

import enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from netcurtain.ui.mirrored import placed
from netcurtain.ui.theme import CORNER, RING, STEP, Colour, Theme

AROUND = 2 * RING
"""Room for the ring and the gap before it."""
ICON = 20


class Kind(enum.Enum):
    """How much a button asks for attention."""

    FILLED = "filled"
    OUTLINED = "outlined"
    PLAIN = "plain"
    TAB = "tab"


_BESIDE = {Kind.FILLED: 2 * STEP, Kind.OUTLINED: 2 * STEP, Kind.PLAIN: STEP // 2, Kind.TAB: STEP}
"""Room on both sides of the words."""
PLAIN_AROUND = AROUND + _BESIDE[Kind.PLAIN]
"""How far a plain button's words stand from its edge: what is to be in line with them is set in as far."""
TAB_AROUND = AROUND + _BESIDE[Kind.TAB]
"""As far do a tab's words and its line stand from its edge."""


class Button(QPushButton):
    """A button that paints itself from the theme. Its text is its accessible name.

    ``flush``: its words begin where other buttons have their edge, in line with what stands above it. For a plain one.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.OUTLINED,
        *,
        icon: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._kind, self._icon_name, self._flush = theme, kind, icon, flush
        self._over = self._ringed = False
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCheckable(kind is Kind.TAB)
        self.setAutoExclusive(kind is Kind.TAB)  # one of some: a screen reader says so, and the arrows go from one to the next
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)

    def show_kind(self, kind: Kind) -> None:
        """Ask for more attention, or for less."""
        self._kind = kind
        self._dress()

    def sizeHint(self) -> QSize:
        """The words and room around them."""
        beside = _BESIDE[self._kind]
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._icon_room() + 2 * (beside + AROUND)
        return QSize(max(self._theme.target, width), self._theme.target + 2 * AROUND)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard."""
        self._ringed = rings(event, self._ringed)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Body, words, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        words = self._paint_body(painter, body)
        icon, icon_room = self._theme.scaled(ICON), self._icon_room()
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        left = body.left() if self._flush else body.center().x() - (text_width + icon_room) / 2
        if self._icon_name:
            self._theme.draw_icon(painter, self._icon_name, words, placed(self, QRectF(left, body.center().y() - icon / 2, icon, icon)))
        painter.setPen(self._theme.colour(words))
        words_at = QRectF(left + icon_room, body.top(), text_width + 2, body.height())
        painter.drawText(placed(self, words_at), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus() and self._ringed:
            draw_ring(painter, self._theme, QRectF(self.rect()))
        painter.end()

    def _icon_room(self) -> int:
        return self._theme.scaled(ICON) + STEP if self._icon_name else 0

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.updateGeometry()
        self.update()

    def _paint_body(self, painter: QPainter, body: QRectF) -> Colour:
        """Paint what is behind the words; answers with the words' colour."""
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind is Kind.FILLED:
            fill = theme.colour(Colour.TEAL)
            if self.isDown() or self._over:
                fill = fill.darker(112)
            painter.setBrush(fill)
            painter.drawRoundedRect(body, CORNER, CORNER)
            return Colour.CARD
        if self._kind is Kind.OUTLINED:
            painter.setPen(QPen(theme.colour(Colour.TEAL if self._over else Colour.LINE), theme.line))
            painter.setBrush(theme.colour(Colour.PAPER if self.isDown() else Colour.CARD))
            inset = theme.line / 2
            painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
            return Colour.INK
        if self._kind is Kind.TAB:
            if self.isChecked():
                painter.setBrush(theme.colour(Colour.TEAL))
                thick = 2 + theme.line
                painter.drawRoundedRect(QRectF(body.left() + STEP, body.bottom() - 5, body.width() - 2 * STEP, thick), 1.5, 1.5)
            return Colour.INK if self.isChecked() or self._over else Colour.SOFT
        return Colour.TEAL if not self._over else Colour.INK


def in_line(button: Button) -> QHBoxLayout:
    """A plain button's row that begins as far before its place as its room is wide, so that its words are in line with what is above them.

    What holds the row needs that much room of its own there, or the ring is cut off.
    """
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(-_BESIDE[Kind.PLAIN])
    row.addWidget(button)
    row.addStretch(1)
    return row


def rings(event: QFocusEvent, before: bool) -> bool:
    """Whether focus that came like this shows a ring: not after a click, and as before when only the window came back."""
    if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
        return before
    return event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, and is not only held down."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()


def draw_ring(painter: QPainter, theme: Theme, around: QRectF) -> None:
    """The focus ring, just inside ``around``."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(Colour.TEAL), theme.ring))
    inset = theme.ring / 2
    painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), CORNER + 2, CORNER + 2)
