"""While a copy is being saved: which step it is at, in words and as a bar, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.saved_copy import CopyStep
from netcurtain.ui.bar import FINEST, Bar
from netcurtain.ui.button import Button
from netcurtain.ui.prose import Prose
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import indented, say
from netcurtain.ui.theme import STEP, Size, Theme


class RunningPanel(QWidget):
    """``stopped``: the person wants it to stop, once."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._step: CopyStep | None = None
        self.step = Prose(theme, "", wide=True, parent=self)
        self.bar = Bar(theme, wording.SAVING, self)
        self.stop_button = Button(theme, wording.STOP, parent=self)
        self.stop_button.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self.stop_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        indented(Prose(theme, wording.SAVING, Size.HEADLINE, parent=self), column)
        indented(self.step, column)
        indented(self.bar, column)
        column.addLayout(row)
        column.addStretch(1)

    def begin(self) -> None:
        """From the start, the keyboard on *Stop*."""
        self.stop_button.setEnabled(True)
        self.bar.setValue(0)
        self._step = None
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_step(CopyStep.GATHERING, 0.0)

    def show_step(self, step: CopyStep, part: float) -> None:
        """What is being done, and how far all of it is, from 0 to 1. The bar never goes back."""
        self.bar.setValue(max(self.bar.value(), round(FINEST * min(1.0, max(0.0, part)))))
        if step is not self._step and self.stop_button.isEnabled():
            self._step = step
            say(self.step, wording.STEPS[step])

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        say(self.step, wording.STOPPING)
        self.stopped.emit()
