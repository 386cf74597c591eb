"""The code that joins a browser, for two minutes: the part that the pairing dialog and the first run both show."""

import math
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.event import BrowserPaired, PairingCodeEnded, UpdateNeeded
from netcurtain.history import clock as clocks
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions, PairingCode
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.copies import clear_copies, copy
from netcurtain.ui.pairing.code import CodeLabel
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

SECOND_MS = 1000


class PairingPanel(QWidget):
    """Steps, code, time, buttons. It asks for no code by itself: call ``renew()`` when it is to be seen, ``end()`` when it is not any more,
    and let it ``hear`` every event. A panel that is hidden ends its code by itself.

    ``connected`` carries the paired browser's id and what it calls itself; the code is used up by then. ``buttons`` is the row of buttons:
    whoever shows the panel may put more into it.
    """

    connected = Signal(str, str)

    def __init__(
        self, theme: Theme, actions: Actions, parent: QWidget | None = None, *, clock: Callable[[], float] = clocks.seconds
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._clock = clock
        self._code = PairingCode("", 0, 0)
        self._copied = False
        self._ends = 0.0
        self._known: set[str] = set()
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._build(theme)
        self._show_none(wording.PAIRING_OVER)

    @Slot()
    def renew(self) -> None:
        """Ask for a fresh code and start its time."""
        self.end()
        self._update.hide()
        self._code = self._actions.new_pairing_code()
        if not self._code.text:
            self._show_none(wording.PAIRING_NOT_NOW)
            return
        self._known = {browser.id for browser in self._actions.browsers()}
        self._ends = self._clock() + self._code.seconds
        self.code.setText(self._code.text)
        self.code.setAccessibleName(f"{wording.PAIRING_CODE}: {' '.join(self._code.text)}")
        self._port.setText(wording.port(self._code.port))
        self._port.show()
        self._name_copy(wording.COPY)
        self._offer(self._copy, self._new)
        self.tick()
        self._second.start()

    @Slot()
    def end(self) -> None:
        """The code must not work any more, on the screen, in the clipboard or in the app."""
        self._end(wording.PAIRING_OVER)

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        match event:
            case BrowserPaired(browser=browser, name=name) if self.isVisible():
                self._end(wording.PAIRING_USED)
                self.connected.emit(browser, name)
            case PairingCodeEnded() if self._code.text:
                self._end(wording.PAIRING_TRIED_TOO_OFTEN)
            case UpdateNeeded(side=side, browser=browser, name=name) if self.isVisible():
                if browser not in self._known:
                    self._end(wording.PAIRING_USED)
                self._say_update(wording.update_needed(side, shown(name)))

    @Slot()
    def tick(self) -> None:
        """Show how long the code still works; end it when its time is over."""
        if not self._code.text:
            return
        left = math.ceil(self._ends - self._clock())
        if left > 0:
            self._time.setText(wording.seconds_left(left))
        else:
            self.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """A code that nobody sees any more must not work any more."""
        self.end()
        super().hideEvent(event)

    def _end(self, why: str) -> None:
        if not self._code.text:
            return
        if self._copied:  # else there is no need to look at what the person has copied
            clear_copies(self._code.text)
        self._copied = False
        self._code = PairingCode("", 0, 0)
        self._actions.forget_pairing_code()
        self._show_none(why)

    def _show_none(self, why: str) -> None:
        self._second.stop()
        self.code.setText("")
        self.code.setAccessibleName(wording.PAIRING_CODE)
        self._port.hide()
        self._offer(self._new, self._copy)
        self._time.setText(why)
        self._speak(self._time)

    def _offer(self, button: Button, instead_of: Button) -> None:
        """Only one of the two can be pressed now; the focus, where it was on the other, goes along."""
        had_focus = instead_of.hasFocus()
        button.show()
        if had_focus:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        instead_of.hide()

    def _say_update(self, sentence: str) -> None:
        self._update.setText(sentence)
        self._update.show()
        self._speak(self._update)

    def _speak(self, line: Prose) -> None:
        """Let a screen reader say what has changed by itself."""
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(line, QAccessible.Event.Alert))

    def _copy_code(self) -> None:
        copy(self._code.text)
        self._copied = True
        self._name_copy(wording.COPIED)

    def _name_copy(self, words: str) -> None:
        self._copy.setText(words)
        self._copy.setAccessibleName(words)

    def _build(self, theme: Theme) -> None:
        self.code = CodeLabel(theme, self)
        self._time = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self._port = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self._update = Prose(theme, "", parent=self)
        self._update.hide()
        self._copy = Button(theme, wording.COPY, Kind.FILLED, parent=self)
        self._copy.clicked.connect(self._copy_code)
        self._new = Button(theme, wording.NEW_CODE, Kind.FILLED, parent=self)
        self._new.clicked.connect(self.renew)

        column = QVBoxLayout()
        column.setContentsMargins(AROUND, 0, AROUND, 0)
        column.setSpacing(STEP)
        for number, step in enumerate(wording.PAIRING_STEPS, 1):
            line = QHBoxLayout()
            line.setSpacing(STEP)
            figure = Prose(theme, f"{number}.", Size.BODY, Colour.TEAL, bold=True, parent=self)
            figure.setFixedWidth(theme.scaled(3 * STEP))
            line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Prose(theme, step, parent=self), 1)
            column.addLayout(line)
        column.addSpacing(2 * STEP)
        column.addWidget(self.code)
        under = QHBoxLayout()
        under.setSpacing(2 * STEP)
        under.addWidget(self._time, 1)
        under.addWidget(self._port)
        column.addLayout(under)
        column.addWidget(self._update)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(STEP)
        self.buttons.addWidget(self._copy)
        self.buttons.addWidget(self._new)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.addLayout(column)
        all_of_it.addSpacing(2 * STEP)
        all_of_it.addStretch(1)
        all_of_it.addLayout(self.buttons)
