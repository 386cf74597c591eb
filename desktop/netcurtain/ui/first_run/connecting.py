"""The last step: a browser is connected, private windows are explained, and the practice page waits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.event import BrowserLeft, BrowserPaired, LinkChanged
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.step import Step
from netcurtain.ui.mark import Glyph, hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.pairing.panel import PairingPanel
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

ICON = 24
PANEL = 600


class ConnectStep(Step):
    """A code is made only while this is in sight, and only where no browser is connected or another one is asked for. ``practise``: the
    person goes on to the practice page.
    """

    practise = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, wording.CONNECT, parent)
        self._actions = actions
        self._entered = self._code_shown = self._asked_for_another = False
        self._there = self._build_there(theme)
        self.panel = PairingPanel(theme, actions, self.page)
        self.panel.buttons.addStretch(1)
        self.panel.connected.connect(self._paired)
        self._dress()
        theme.changed.connect(self._dress)
        self.panel.hide()
        self.column.addWidget(self._there)
        row = QHBoxLayout()
        row.addWidget(self.panel, 100)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(3 * STEP)
        between = QHBoxLayout()
        between.setContentsMargins(AROUND, 0, AROUND, 0)
        between.addWidget(hairline(self.page))
        self.column.addLayout(between)
        self.column.addSpacing(2 * STEP)
        self._build_private(theme)
        self.finish()

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.panel.setMaximumWidth(self._theme.scaled(PANEL))

    def enter(self) -> None:
        """Show who is connected; a code only where nobody is."""
        super().enter()
        self._entered, self._asked_for_another = True, False
        self._show_code(not self._names())

    def leave(self) -> None:
        """The code, if there is one, ends."""
        self._entered = False
        self._show_code(False)

    def hear(self, event: object) -> None:
        """Follow which browsers come and go. One that comes by itself makes the code needless, unless another was asked for."""
        if not self._entered:
            return
        self.panel.hear(event)
        if isinstance(event, BrowserPaired | BrowserLeft | LinkChanged):
            names = self._names()
            if self._code_shown and names and not self._asked_for_another:
                self._show_code(False)
            else:
                self._say(names)

    @property
    def can_practise(self) -> bool:
        """Whether the practice page is the one thing to do next."""
        return not self.try_it.isHidden()

    def _connect_another(self) -> None:
        self._asked_for_another = True
        self._show_code(True)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paired(self, _browser: str, name: str) -> None:
        self._asked_for_another = False
        self._show_code(False)
        self._say(self._names() or (shown(name),))
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_code(self, wanted: bool) -> None:
        was, self._code_shown = self._code_shown, wanted
        self.panel.setVisible(wanted)
        if wanted and not was:
            self.panel.renew()
        elif not wanted:
            self.panel.end()
        self._say(self._names())

    def _names(self) -> tuple[str, ...]:
        return tuple(shown(row.name) for row in self._actions.browsers() if row.connected)

    def _say(self, names: tuple[str, ...]) -> None:
        """Who is connected, and the one thing to do next."""
        self._tick.setVisible(bool(names))
        self._said.setText(wording.connected(names) if names else ui_wording.NO_BROWSER)
        self._there.setVisible(bool(names) or not self._code_shown)
        self.try_it.setVisible(bool(names) and not self._code_shown)
        self.another.setVisible(not self._code_shown)
        words = wording.CONNECT_ANOTHER if names else ui_wording.CONNECT
        self.another.setText(words)
        self.another.setAccessibleName(words)

    def _build_there(self, theme: Theme) -> QWidget:
        part = QWidget(self.page)
        self._tick = Glyph(theme, "tick", Colour.TEAL, ICON, part)
        self._said = Prose(theme, "", Size.LARGE, wide=True, parent=part)
        self.try_it = Button(theme, ui_wording.PRACTISE, Kind.FILLED, parent=part)
        self.try_it.clicked.connect(self.practise)
        self.another = Button(theme, wording.CONNECT_ANOTHER, parent=part)
        self.another.clicked.connect(self._connect_another)
        line = QHBoxLayout()
        line.setContentsMargins(AROUND, 0, AROUND, STEP)
        line.setSpacing(STEP)
        line.addWidget(self._tick)
        line.addWidget(self._said, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.try_it)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, STEP)
        column.addLayout(line)
        column.addLayout(buttons)
        return part

    def _build_private(self, theme: Theme) -> None:
        words = Prose(theme, wording.PRIVATE, parent=self.page)
        self.show_how = Button(theme, wording.SHOW_HOW, Kind.PLAIN, parent=self.page)
        self.show_how.clicked.connect(self._unfold)
        line = QHBoxLayout()
        line.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        line.setSpacing(2 * STEP)
        line.addWidget(Glyph(theme, "private", Colour.SOFT, ICON, self.page))
        line.addWidget(words, 100)
        line.addWidget(self.show_how)
        line.addStretch(1)
        self.how = QWidget(self.page)
        column = QVBoxLayout(self.how)
        column.setContentsMargins(margins(self, AROUND + ICON + 2 * STEP, 0, AROUND, 0))
        column.setSpacing(0)
        for browser, steps in wording.PRIVATE_STEPS:
            column.addWidget(Prose(theme, browser, bold=True, wide=True, parent=self.how))
            column.addWidget(Prose(theme, steps, wide=True, parent=self.how))
            column.addSpacing(STEP)
        column.addWidget(Prose(theme, wording.PRIVATE_NEVER_KEPT, colour=Colour.SOFT, wide=True, parent=self.how))
        self.how.hide()
        self.column.addLayout(line)
        self.column.addWidget(self.how)

    def _unfold(self) -> None:
        folded = self.how.isHidden()
        self.how.setVisible(folded)
        words = wording.HIDE_HOW if folded else wording.SHOW_HOW
        self.show_how.setText(words)
        self.show_how.setAccessibleName(words)
