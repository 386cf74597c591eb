"""On or off: a switch with its words on the left. It says which in a word as well, for nobody should have to guess from a colour."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.ui import wording
from netcurtain.ui.button import AROUND, draw_ring, is_enter, rings
from netcurtain.ui.mirrored import margins, placed
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import RING, STEP, Colour, Size, Theme

TRACK = (44, 24)
KNOB = 16


class Switch(QCheckBox):
    """A row of words with a switch at its end. ``clicked`` is the person's; ``show_on`` is ours."""

    def __init__(self, theme: Theme, words: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._more = Prose(theme, more, Size.SMALL, Colour.SOFT, wide=True, parent=self)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Prose(theme, words, wide=True, parent=self))
        column.addWidget(self._more)
        column.addStretch(1)
        self._inside = row = QHBoxLayout(self)
        row.addLayout(column, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.say(more)
        self._dress()
        theme.changed.connect(self._dress)

    def say(self, more: str) -> None:
        """The line under the words."""
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleDescription(more)

    def show_on(self, on: bool) -> None:
        """Show it on or off. ``clicked`` is not emitted."""
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        """What the words in it need; never less than a finger."""
        return self._inside.totalSizeHint().expandedTo(self._smallest())

    def minimumSizeHint(self) -> QSize:
        """What the words in it need at least."""
        return self._inside.totalMinimumSize().expandedTo(self._smallest())

    def hitButton(self, at: QPoint) -> bool:
        """The words are to be pressed as well."""
        return self.rect().contains(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard."""
        self._ringed = rings(event, self._ringed)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter turns it, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the knob, the word, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self._theme, self.isChecked()
        body = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        width, height, knob = theme.scaled(TRACK[0]), theme.scaled(TRACK[1]), theme.scaled(KNOB)
        track = QRectF(body.right() - width, body.center().y() - height / 2, width, height)
        painter.setPen(QPen(theme.colour(Colour.TEAL if on else Colour.SOFT), 2))
        painter.setBrush(theme.colour(Colour.TEAL if on else Colour.CARD))
        painter.drawRoundedRect(placed(self, track).adjusted(1, 1, -1, -1), height / 2 - 1, height / 2 - 1)
        left = track.right() - knob - 2 * RING if on else track.left() + 2 * RING
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Colour.CARD if on else Colour.SOFT))
        painter.drawEllipse(placed(self, QRectF(left, track.center().y() - knob / 2, knob, knob)))
        painter.setPen(theme.colour(Colour.INK if on else Colour.SOFT))
        word = QRectF(track.left() - self._word_room() - STEP, body.top(), self._word_room(), body.height())
        painter.drawText(placed(self, word), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, wording.ON if on else wording.OFF)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _word_room(self) -> int:
        """As wide as the longer of its two words, which other languages write otherwise."""
        return max(self.fontMetrics().horizontalAdvance(word) for word in (wording.ON, wording.OFF)) + 2

    def _smallest(self) -> QSize:
        return QSize(self._theme.target, self._theme.target + 2 * AROUND)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.setFont(self._theme.font())
        room = self._theme.scaled(TRACK[0]) + self._word_room() + 3 * STEP
        self._inside.setContentsMargins(margins(self, AROUND, AROUND + STEP // 2, room, AROUND + STEP // 2))
        self.updateGeometry()
        self.update()
