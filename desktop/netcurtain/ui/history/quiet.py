"""The calm words that stand where the list of visits would be, and the way back where too much was asked for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import AROUND, Button
from netcurtain.ui.history import wording
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.mark import Glyph
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

PICTURE = 40
ROOMY = 240
"""A height with room for a picture as well, in pixels at the usual text size."""


class QuietWords(QScrollArea):
    """``show_all_button`` is there only where not all visits were asked for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("page")
        self._theme = theme
        self._picture = Glyph(theme, "clock", Colour.TEAL, PICTURE, page)
        self.words = Prose(theme, "", Size.LARGE, wide=True, parent=page)
        self.more = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=page)
        self.show_all_button = Button(theme, wording.SHOW_ALL, parent=page)
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * STEP, 3 * STEP, 2 * STEP, 0)
        column.setSpacing(STEP)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.words)
        column.addWidget(self.more)
        row = QHBoxLayout()  # its edge is in line with the words, its ring before them
        row.addSpacing(-AROUND)
        row.addWidget(self.show_all_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(page)
        self.empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, it is for the words."""
        self._picture.setVisible(self.height() >= self._theme.scaled(ROOMY))
        super().resizeEvent(event)

    def say(self, *, searching: bool, filtering: bool, grouping: Grouping) -> None:
        """Why there is nothing to list."""
        if filtering:
            words = wording.NONE_FIT, wording.NONE_FIT_MORE
        elif searching:
            words = ui_wording.NONE_FOUND, ui_wording.NONE_FOUND_MORE
        elif grouping is Grouping.KEPT:
            words = wording.NONE_KEPT, wording.NONE_KEPT_MORE
        else:
            words = ui_wording.NO_VISITS, ui_wording.NO_VISITS_MORE
        self.words.setText(words[0])
        self.more.setText(words[1])
        self.show_all_button.setVisible(filtering or searching)

    def empty(self) -> None:
        """Say nothing."""
        self.words.setText("")
        self.more.setText("")
        self.show_all_button.hide()
