"""Making a passphrase, and changing it: what is said before, and which lines there are."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.passphrase import wording
from netcurtain.ui.passphrase.form import Done, PassphraseForm
from netcurtain.ui.passphrase.rules import fault
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Theme


class MakingPanel(QWidget):
    """``made``: the history is there, with the history's sentence. ``put_off``: not now. ``turned``: it came into sight, or went."""

    made = Signal(str)
    put_off = Signal()
    turned = Signal(bool)

    def __init__(self, theme: Theme, make: Callable[[str, Done], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{wording.MAKE_HEADING}. {wording.NOBODY_CAN_OPEN} {wording.MAY_ASK}")
        self.form = PassphraseForm(
            theme,
            (wording.FIELD, wording.AGAIN),
            wording.MAKE,
            fault,
            lambda passphrase, _again, done: make(passphrase, done),
            self,
            hint=wording.HOW_LONG,
            kind=Kind.FILLED,
        )
        self.form.opened.connect(self.made)
        self.not_now = Button(theme, wording.NOT_NOW, Kind.PLAIN, parent=self.form)
        self.not_now.clicked.connect(self.put_off)
        self.form.buttons.addWidget(self.not_now)
        words = QVBoxLayout()
        words.setContentsMargins(AROUND, STEP, AROUND, STEP)
        words.setSpacing(0)
        words.addWidget(Prose(theme, wording.MAKE_HEADING, bold=True, wide=True, parent=self))
        words.addWidget(Prose(theme, f"{wording.NOBODY_CAN_OPEN} {wording.MAY_ASK}", wide=True, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self.form)

    def showEvent(self, event: QShowEvent) -> None:
        """Its filled button is the one thing to do now."""
        super().showEvent(event)
        self.turned.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """It is so no longer."""
        super().hideEvent(event)
        self.turned.emit(False)


def changing_form(theme: Theme, change: Callable[[str, str, Done], None], parent: QWidget) -> PassphraseForm:
    """The old passphrase, and the new one twice."""
    return PassphraseForm(
        theme,
        (wording.OLD, wording.NEW, wording.AGAIN),
        wording.CHANGE,
        lambda old, new, again: fault(new, again) if old else wording.TYPE_IT,
        lambda old, new, _again, done: change(old, new, done),
        parent,
        hint=f"{wording.HOW_LONG} {wording.NOBODY_CAN_OPEN}",
    )


def opening_form(theme: Theme, open_it: Callable[[str, Done], None], parent: QWidget) -> PassphraseForm:
    """One line. Whatever was typed is tried: an old passphrase need not follow today's rules."""
    return PassphraseForm(
        theme,
        (wording.FIELD,),
        wording.OPEN,
        lambda passphrase: "" if passphrase else wording.TYPE_IT,
        open_it,
        parent,
        kind=Kind.FILLED,
    )
