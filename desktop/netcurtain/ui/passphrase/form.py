"""What every form for a passphrase has: its lines, a button to see what is typed, one that goes on, and a sentence of what came of it.

What is typed goes to ``send`` alone. It is let go of as soon as the answer is there, and when the form goes out of sight.
"""

import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.keeping import Unlocking
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.later import Later
from netcurtain.ui.mark import Flow
from netcurtain.ui.passphrase import wording
from netcurtain.ui.passphrase.field import PassphraseField
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import STEP, Colour, Size, Theme

SECOND_MS = 1000
Done = Callable[[Unlocking], None]


class PassphraseForm(QWidget):
    """``fault`` says what is amiss with what was typed, "" for nothing; ``send`` takes it on. ``opened`` carries the history's sentence.

    ``buttons`` is the row of buttons: whoever shows the form may put more at its end.
    """

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        labels: Sequence[str],
        go: str,
        fault: Callable[..., str],
        send: Callable[..., None],
        parent: QWidget,
        *,
        hint: str = "",
        kind: Kind = Kind.OUTLINED,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._fault, self._send, self._clock = fault, send, clock
        self._later = Later()
        self._sent = 0
        self._waiting = False
        self._said_before = ""
        self._ends = 0.0
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        self.fields = [PassphraseField(theme, label, self) for label in labels]
        self.said = Prose(theme, "", wide=True, parent=self)
        self.go = Button(theme, go, kind, parent=self)
        self.go.clicked.connect(self.submit)
        self.show_button = Button(theme, wording.SHOW, Kind.PLAIN, parent=self)
        self.show_button.clicked.connect(self._turn_cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for place, field in enumerate(self.fields):
            field.line.returnPressed.connect(lambda place=place: self._entered(place))
            column.addWidget(field)
        if hint:
            column.addLayout(_indented(Prose(theme, hint, Size.SMALL, Colour.SOFT, parent=self)))
        column.addLayout(_indented(self.said))
        self.buttons = Flow(between=STEP)
        self.buttons.addWidget(self.go)
        self.buttons.addWidget(self.show_button)
        column.addLayout(self.buttons)
        self.say("")

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._waiting

    def begin(self) -> None:
        """The first line has the keyboard."""
        self.fields[0].line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Send what was typed, if nothing is amiss with it, no answer is on its way, and there is nothing to wait for."""
        if self._waiting or self._left() > 0:
            self.say(self.said.text(), aloud=True)
            return
        typed = [field.line.text() for field in self.fields]
        if fault := self._fault(*typed):
            self.say(fault, aloud=True)
            self.begin()
            return
        self._waiting = True
        self._sent += 1
        mine = self._sent
        self.say(wording.ONE_MOMENT)
        self._send(*typed, self._later.here(lambda unlocking: self._answered(unlocking) if mine == self._sent else None))

    @Slot()
    def empty(self) -> None:
        """Let go of what was typed and said; an answer still on its way no longer counts. A wait goes on."""
        self._sent += 1
        self._waiting = False
        self._let_go()
        self._said_before = ""
        self.say("")
        self.tick()

    def say(self, sentence: str, *, aloud: bool = False) -> None:
        """A sentence over the buttons; "" takes it away. ``aloud``: a screen reader says it by itself, and it is in sight."""
        self.said.setText(shown(sentence))
        self.said.setVisible(bool(sentence))
        if aloud and sentence and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))
            reveal(self.said)

    @Slot()
    def tick(self) -> None:
        """Show how long there is to wait; say once when that is over."""
        left = math.ceil(self._left())
        if left > 0:
            self.say(f"{self._said_before} {wording.wait(left)}".strip())
        elif self._second.isActive():
            self._second.stop()
            self.say(wording.TRY_AGAIN, aloud=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it any more."""
        self.empty()
        super().hideEvent(event)

    def _left(self) -> float:
        return self._ends - self._clock()

    def _answered(self, unlocking: Unlocking) -> None:
        self._waiting = False
        self._let_go()
        if unlocking.opened:
            self._ends = 0.0
            self.say("")
            self.opened.emit(unlocking.sentence)
            return
        self._said_before = unlocking.sentence or wording.NOT_OPENED
        self.say(self._said_before)
        if unlocking.wait > 0:
            self._ends = self._clock() + unlocking.wait
            self._second.start()
            self.tick()
        self.say(self.said.text(), aloud=True)
        if self.isAncestorOf(self.focusWidget()):
            self.begin()

    def _let_go(self) -> None:
        for field in self.fields:
            field.empty()
        self._name_cover(wording.SHOW)

    def _entered(self, place: int) -> None:
        """Enter goes to the next line, and from the last one on."""
        if place + 1 < len(self.fields):
            self.fields[place + 1].line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()

    def _turn_cover(self) -> None:
        covered = self.show_button.text() == wording.COVER
        for field in self.fields:
            field.cover(covered)
        self._name_cover(wording.SHOW if covered else wording.COVER)

    def _name_cover(self, words: str) -> None:
        self.show_button.setText(words)
        self.show_button.setAccessibleName(words)


def _indented(words: Prose) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(AROUND, 0, AROUND, 0)
    row.addWidget(words, 1)
    row.addStretch()
    return row
