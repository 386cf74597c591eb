"""What is as high as it needs to be where there is room, and scrolls where a window is too low for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from netcurtain.ui.theme import STEP


class Shrinking(QScrollArea):
    """Around a part that is higher where it is narrower."""

    def __init__(self, part: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._part = part
        part.setObjectName("page")
        self.setWidget(part)
        part.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the part is beside the bar, as long as there is one: with that much room it goes."""
        return QSize(self._part.sizeHint().width(), self._part.heightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(self._part.minimumSizeHint().width(), STEP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The part needs another height, or has another width."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)
