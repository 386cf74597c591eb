"""The passphrase of a copy for a solicitor, typed twice. It is let go of as soon as the copy is asked for, and out of sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.copy_passphrase import CopyPassphraseError, spelled
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.passphrase.field import PassphraseField
from netcurtain.ui.passphrase.rules import fault
from netcurtain.ui.prose import Prose
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import indented
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class SolicitorPart(QWidget):
    """``fault`` is a sentence about what is amiss, "" for nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(wording.PASSPHRASE)
        self.fields = [PassphraseField(theme, label, self) for label in (wording.PASSPHRASE, passphrase_wording.AGAIN)]
        self.fields[0].line.returnPressed.connect(lambda: self.fields[1].line.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields[0].line.setAccessibleDescription(
            f"{passphrase_wording.HOW_LONG} {wording.TELL_IT_ANOTHER_WAY} {wording.NOBODY_CAN_OPEN}"
        )
        self.show_button = Button(theme, passphrase_wording.SHOW, Kind.PLAIN, flush=True, parent=self)
        self.show_button.clicked.connect(self._turn_cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for field in self.fields:
            column.addWidget(field)
        indented(Prose(theme, passphrase_wording.HOW_LONG, Size.SMALL, Colour.SOFT, parent=self), column)
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addStretch(1)
        column.addLayout(row)
        indented(Prose(theme, f"{wording.TELL_IT_ANOTHER_WAY} {wording.NOBODY_CAN_OPEN}", parent=self), column)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.fields[0].line.text()

    def fault(self) -> str:
        """The rules of every passphrase, and what such a file can take."""
        typed, again = (field.line.text() for field in self.fields)
        if not typed:
            return passphrase_wording.TYPE_IT
        return fault(typed, again) or ("" if _fits(typed) else wording.TOO_LONG_FOR_A_COPY)

    def begin(self) -> None:
        """Where what is amiss can be put right."""
        self.fields[0].line.setFocus(Qt.FocusReason.TabFocusReason)

    def empty(self) -> None:
        """Let go of what was typed."""
        for field in self.fields:
            field.empty()
        self._name_cover(passphrase_wording.SHOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it any more; a window that is only put down or behind another keeps it."""
        if not event.spontaneous():
            self.empty()
        super().hideEvent(event)

    def _turn_cover(self) -> None:
        covered = self.show_button.text() == passphrase_wording.COVER
        for field in self.fields:
            field.cover(covered)
        self._name_cover(passphrase_wording.SHOW if covered else passphrase_wording.COVER)

    def _name_cover(self, words: str) -> None:
        self.show_button.setText(words)
        self.show_button.setAccessibleName(words)
        self.show_button.updateGeometry()


def _fits(passphrase: str) -> bool:
    try:
        spelled(passphrase)
    except CopyPassphraseError:
        return False
    return True
