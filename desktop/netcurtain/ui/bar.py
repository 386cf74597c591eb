"""How far something is: saving a copy, looking for lists, forgetting."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from netcurtain.ui.theme import Colour, Theme

HEIGHT = 8
FINEST = 100


class Bar(QProgressBar):
    """``name`` is what a screen reader calls it. It fills from where the language begins to read."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(0, FINEST)
        self.setValue(0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A low bar, as wide as there is room."""
        return QSize(FINEST, self._theme.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never thinner."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The groove, with an edge that is seen on any ground, and what is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_by = groove.height() / 2
        painter.setPen(self._theme.colour(Colour.SOFT))
        painter.setBrush(self._theme.colour(Colour.CARD))
        painter.drawRoundedRect(groove, round_by, round_by)
        done = QRectF(groove)
        done.setWidth(groove.width() * self.value() / FINEST)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            done.moveRight(groove.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(Colour.TEAL))
        painter.drawRoundedRect(done, round_by, round_by)
        painter.end()
