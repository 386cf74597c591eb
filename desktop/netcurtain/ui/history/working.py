"""While much is being forgotten: how far it is, and a way to stop it. What takes less than a moment shows nothing."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.ui.actions import Cancel
from netcurtain.ui.bar import FINEST, Bar
from netcurtain.ui.button import AROUND, Button
from netcurtain.ui.history import wording
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Theme

A_MOMENT_MS = 400


class Working(QWidget):
    """Hidden but for work that takes long. A way to stop is there once the work has said how far it is: only such work can be stopped."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._cancel: Cancel | None = None
        self._run = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(A_MOMENT_MS)
        self._soon.timeout.connect(self.show)
        self.said = Prose(theme, wording.FORGETTING, wide=True, parent=self)
        self.bar = Bar(theme, wording.FORGETTING, self)
        self.stop_button = Button(theme, wording.STOP, parent=self)
        self.stop_button.setAccessibleDescription(wording.STOP_HOW)
        self.stop_button.clicked.connect(self.stop)
        words = QVBoxLayout()
        words.setContentsMargins(AROUND, 0, AROUND, 0)
        words.addWidget(self.said)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addLayout(words, 1)
        row.addWidget(self.stop_button)
        self.hide()

    def begin(self) -> int:
        """Something is being forgotten; answers with its number, which says later whose progress is told."""
        self._run += 1
        self._cancel = None
        self.said.setText(wording.FORGETTING)
        self.bar.setValue(0)
        self.stop_button.hide()
        self._soon.start()
        return self._run

    def stops_by(self, run: int, cancel: Cancel) -> None:
        """How it is stopped."""
        if run == self._run:
            self._cancel = cancel

    def tell(self, run: int, part: float) -> None:
        """How far it is, from 0 to 1."""
        if run == self._run and self._soon_or_seen():
            self.said.setText(wording.forgotten_so_far(part))
            self.bar.setValue(round(part * FINEST))
            self.stop_button.setVisible(self._cancel is not None)

    def end(self, run: int | None = None) -> None:
        """It is over; or, without its number, nobody looks on any more: it then goes on by itself."""
        if run not in (None, self._run):
            return
        self._run += 1
        self._cancel = None
        self._soon.stop()
        self.hide()

    def stop(self) -> None:
        """The person wants it to stop; its answer says what was forgotten by then."""
        if self._cancel is not None:
            self._cancel()
        self.stop_button.hide()

    def _soon_or_seen(self) -> bool:
        return self._soon.isActive() or self.isVisible()
