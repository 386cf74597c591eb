"""One question before something that cannot be brought back. The harmless answer comes first, and has the keyboard."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND, Button
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Theme


class Confirm(QWidget):
    """Hidden until it is asked, which ``asked`` tells. ``sure``: do it; ``left``: leave it as it is. Each closes it; out of sight it is
    closed too.
    """

    asked = Signal()
    sure = Signal()
    left = Signal()

    def __init__(self, theme: Theme, leave: str, sure: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._leave_words, self._sure = leave, sure
        self.question = Prose(theme, "", wide=True, parent=self)
        self.leave_button = Button(theme, leave, parent=self)
        self.leave_button.clicked.connect(self._leave)
        self.sure_button = Button(theme, sure, parent=self)
        self.sure_button.clicked.connect(self._do)
        words = QHBoxLayout()
        words.setContentsMargins(AROUND, 0, AROUND, 0)
        words.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.sure_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addLayout(words)
        column.addLayout(buttons)
        self.hide()

    def ask(self, question: str, sure: str = "", leave: str = "", *, focus: bool = True) -> None:
        """Ask; ``sure`` and ``leave`` in the place of the usual words. Without ``focus`` the keyboard stays where it is."""
        self.question.setText(shown(question))
        for button, words in ((self.leave_button, leave or self._leave_words), (self.sure_button, sure or self._sure)):
            button.setText(words)
            button.setAccessibleName(words)
            button.setAccessibleDescription(shown(question))
            button.updateGeometry()
        self.asked.emit()
        self.show()
        if focus:
            self.leave_button.setFocus(Qt.FocusReason.TabFocusReason)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self.question, QAccessible.Event.Alert))

    def hideEvent(self, event: QHideEvent) -> None:
        """A question that nobody sees is not asked any more, and leaves no words behind."""
        self.hide()
        self.question.setText("")
        for button in (self.leave_button, self.sure_button):
            button.setAccessibleDescription("")
        super().hideEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @Slot()
    def _do(self) -> None:
        self.hide()
        self.sure.emit()
