"""One answer out of a few: cards with a round mark. Nothing is chosen until somebody chooses."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.ui.beside import Beside
from netcurtain.ui.button import AROUND, draw_ring, is_enter, rings
from netcurtain.ui.mirrored import margins, placed
from netcurtain.ui.prose import Prose, line_height
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

MARK = 20
DOT = 10
ABOVE = STEP + STEP // 2
"""Between a card's edge and its words."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its words, and what it means in a line below."""

    words: str
    more: str = ""


class Choices(QWidget):
    """A group of cards, below each other or, with room, ``beside`` each other. ``chosen`` says which, by place, when a person chooses."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, question: str, options: Sequence[Option], *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self._group = QButtonGroup(self)
        self.cards = [ChoiceCard(theme, option, self) for option in options]
        row = Beside(self, STEP // 2) if beside else QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        for place, card in enumerate(self.cards):
            card.setAccessibleDescription(options[place].more or question)
            self._group.addButton(card, place)
            row.addWidget(card)
        self._group.idClicked.connect(self.chosen)

    @property
    def choice(self) -> int | None:
        """The place of the card that is chosen, None for none."""
        place = self._group.checkedId()
        return place if place >= 0 else None

    def show_choice(self, place: int | None) -> None:
        """Show one as chosen, or none. Nobody is told."""
        self._group.setExclusive(False)
        for number, card in enumerate(self.cards):
            card.setChecked(number == place)
        self._group.setExclusive(True)


class ChoiceCard(QRadioButton):
    """One card. Space or Enter chooses it, the arrows go to the next."""

    def __init__(self, theme: Theme, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ringed = False
        self.setAccessibleName(option.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inside = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(Prose(theme, option.words, bold=bool(option.more), wide=True, parent=self))
        if option.more:
            column.addWidget(Prose(theme, option.more, colour=Colour.SOFT, wide=True, parent=self))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dress()
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """What the words in it need; never less than a finger."""
        return self._inside.totalSizeHint().expandedTo(self._smallest())

    def minimumSizeHint(self) -> QSize:
        """What the words in it need at least."""
        return self._inside.totalMinimumSize().expandedTo(self._smallest())

    def hitButton(self, at: QPoint) -> bool:
        """All of the card is to be pressed."""
        return self.rect().contains(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for who comes by keyboard, and in sight."""
        self._ringed = rings(event, self._ringed)
        reveal(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; on the chosen one it goes on to whatever the window does with it."""
        if is_enter(event) and not self.isChecked():
            self.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, its round mark, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        edge = theme.colour(Colour.TEAL if chosen or self.underMouse() else Colour.LINE)
        body = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        thick = theme.line + 1 if chosen else theme.line
        painter.setPen(QPen(edge, thick))
        painter.setBrush(theme.colour(Colour.CARD))
        inset = thick / 2
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        size, dot = theme.scaled(MARK), theme.scaled(DOT)
        top = body.top() + ABOVE + (line_height(theme.font(), Size.BODY) - size) / 2  # beside the first line
        mark = placed(self, QRectF(body.left() + 2 * STEP, top, size, size))
        painter.setPen(QPen(theme.colour(Colour.TEAL if chosen else Colour.SOFT), 2))
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Colour.TEAL))
            away = (size - dot) / 2
            painter.drawEllipse(mark.adjusted(away, away, -away, -away))
        if self.hasFocus() and self._ringed:
            draw_ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _smallest(self) -> QSize:
        return QSize(self._theme.target, self._theme.target + 2 * AROUND)

    def _dress(self) -> None:
        """Take on the size that text has now; the words begin beside the mark."""
        beside, above = AROUND + 2 * STEP, AROUND + ABOVE
        self._inside.setContentsMargins(margins(self, beside + self._theme.scaled(MARK) + STEP + STEP // 2, above, beside, above))
        self.updateGeometry()
        self.update()
