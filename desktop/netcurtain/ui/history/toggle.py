"""A quiet button that is on or off, and says so by a tick, not by colour."""

from PySide6.QtWidgets import QWidget

from netcurtain.ui.button import Button
from netcurtain.ui.theme import Theme


class Toggle(Button):
    """Its words say what it is about, and ``how`` what it does. ``clicked`` is the person's."""

    def __init__(self, theme: Theme, words: str, how: str, parent: QWidget) -> None:
        super().__init__(theme, words, icon="none", parent=parent)
        self.setCheckable(True)
        self.setAccessibleDescription(how)
        self.setToolTip(how)
        self.toggled.connect(self._mark)

    def _mark(self, on: bool) -> None:
        self._icon_name = "tick" if on else "none"
        self.update()
