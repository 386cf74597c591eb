"""The list and the story: beside each other where there is room, else one in the place of the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from netcurtain.ui.button import Button
from netcurtain.ui.theme import Theme

LIST_WIDTH = (288, 384)
LIST_SHARE = 0.38
"""The list's narrowest and its widest, in pixels at the usual text size, and its share of the page between them."""
NARROW = 672
"""A page that is narrower, in pixels at the usual text size, shows one at a time."""


class Sides(QObject):
    """``back_button`` goes from the story to the list, where one covers the other; ``focus_list`` puts the keyboard there."""

    def __init__(self, theme: Theme, left: QWidget, right: QWidget, back_button: Button, focus_list: Callable[[], None]) -> None:
        super().__init__(left)
        self._theme, self._left, self._right = theme, left, right
        self._back_button, self._focus_list = back_button, focus_list
        self._width = 0
        self._telling = False
        self.narrow = False
        back_button.clicked.connect(self.go_back)
        theme.changed.connect(self._dress)
        self._show()

    def arrange(self, width: int) -> None:
        """Take on another width of the page, or another size of its text."""
        self._width = width
        self.narrow = width < self._theme.scaled(NARROW)
        if self.narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(width)
        else:
            least, most = (self._theme.scaled(length) for length in LIST_WIDTH)
            self._left.setFixedWidth(max(least, min(most, round(width * LIST_SHARE))))
        self._show()

    def show_story(self) -> None:
        """There is something to read."""
        covers = self.narrow and not self._telling
        self._telling = True
        self._show()
        if covers and self._back_button.isVisible():
            self._back_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_list(self) -> None:
        """There is nothing to read any more."""
        self._telling = False
        self._show()

    def go_back(self) -> None:
        """To the list, with the keyboard."""
        self.show_list()
        self._focus_list()

    def _dress(self) -> None:
        self.arrange(self._width)

    def _show(self) -> None:
        self._left.setVisible(not (self.narrow and self._telling))
        self._right.setVisible(not self.narrow or self._telling)
        self._back_button.setVisible(self.narrow)
