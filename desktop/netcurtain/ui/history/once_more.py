"""The question before one visit that is kept, or all of a site, is deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import Button
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.history import wording
from netcurtain.ui.theme import Theme

SEVERAL = (wording.DO_FORGET_THEM, wording.LEAVE_THEM)
"""The answers where more than one visit would go."""


class OnceMore(Confirm):
    """A question that remembers what it is about, as long as it is asked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, ui_wording.LEAVE_IT, wording.DO_FORGET, parent)
        self._asked_by: Button | None = None
        self._then: Callable[[], None] | None = None
        self.left.connect(self._go_back)
        self.sure.connect(self._go_on)

    def ask_before(self, then: Callable[[], None], question: str, asked_by: Button, *, several: bool = False) -> None:
        """Ask; ``then`` follows where the person is sure, else the keyboard goes back. ``several``: more than one visit would go."""
        self.ask(question, *SEVERAL if several else ())
        self._asked_by, self._then = asked_by, then

    def forget(self) -> None:
        """It is not asked any more, and what it was about is let go of."""
        self.hide()
        self._asked_by = self._then = None

    def _go_back(self) -> None:
        if self._asked_by is not None:
            self._asked_by.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forget()

    def _go_on(self) -> None:
        then = self._then
        self.forget()
        if then is not None:
            then()
