"""The quiet line at the end of the main window: how many browsers are connected, and what pages are checked with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.ui.mark import hairline
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class BottomLine(QWidget):
    """Set the words of ``status`` on the left and of ``lists`` on the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self.lists = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self.lists.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        row.addWidget(self.status)
        row.addStretch(1)
        row.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline(self))
        column.addLayout(row)
