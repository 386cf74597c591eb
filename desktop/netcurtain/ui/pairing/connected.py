"""What follows on a code that was used: the browser is connected, and the person may call it by a name of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.mark import Glyph
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

LONGEST_NAME = 60
TICK = 56
FIELD_WIDTH = 260


class ConnectedPanel(QWidget):
    """``welcome`` a browser, then wait for ``done``: the name is given by then."""

    done = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._browser = self._offered = ""
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(wording.CALL_IT)
        self.name.setAccessibleDescription(wording.CALL_IT_HOW)
        self.name.returnPressed.connect(self.finish)
        self._build(theme)
        self._theme = theme
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.name.setFixedWidth(self._theme.scaled(FIELD_WIDTH))

    def welcome(self, browser: str, name: str) -> None:
        """Offer this browser its name; ``name`` is what it calls itself, where the list of browsers does not say."""
        named = {row.id: row.name for row in self._actions.browsers()}
        self._browser, self._offered = browser, (named.get(browser) or name)[:LONGEST_NAME]
        self.name.setText(self._offered)
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Give the browser the name that was typed, if it is another one."""
        typed = self.name.text().strip()
        if self._browser and typed != self._offered:
            self._actions.rename_browser(self._browser, typed)
        self.done.emit()

    def _build(self, theme: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Glyph(theme, "tick", Colour.TEAL, TICK, self), 0, middle)
        for text, size, colour in (
            (wording.CONNECTED, Size.HEADLINE, Colour.INK),
            (wording.CONNECTED_MORE, Size.BODY, Colour.SOFT),
        ):
            line = Prose(theme, text, size, colour, parent=self)
            line.setAlignment(middle)
            column.addWidget(line, 0, middle)
        column.addSpacing(2 * STEP)
        naming = QHBoxLayout()
        naming.setSpacing(STEP)
        naming.addStretch(1)
        naming.addWidget(Prose(theme, wording.CALL_IT, parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        naming.addWidget(self.name)
        naming.addStretch(1)
        column.addLayout(naming)
        column.addSpacing(2 * STEP)
        done = Button(theme, wording.DONE, Kind.FILLED, parent=self)
        done.clicked.connect(self.finish)
        column.addWidget(done, 0, middle)
        column.addStretch(1)
