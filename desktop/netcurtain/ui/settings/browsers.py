"""The paired browsers: what each is called, when it was last there, and how to rename or disconnect it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netcurtain.core.event import BrowserLeft, BrowserPaired, LinkChanged
from netcurtain.ui.actions import Actions, BrowserRow
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.mark import Glyph
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.tab_order import tab_before
from netcurtain.ui.theme import STEP, Colour, Size, Theme

LONGEST_NAME = 40
ICON = 24


class BrowsersSection(Section):
    """A line a browser. ``connect`` is the person's wish for another one."""

    connect_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, wording.BROWSERS, parent)
        self._actions = actions
        self.lines: dict[str, BrowserLine] = {}
        self._none = self.quiet(wording.NO_BROWSERS)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * STEP)
        self.body.addLayout(self._rows)
        self.connect_button = Button(theme, wording.CONNECT, icon="plug", parent=self.card)
        self.connect_button.clicked.connect(self.connect_wanted)
        self.body.addWidget(self.connect_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        super().refresh()
        self._show()

    def leave(self) -> None:
        """Close what is open in a line."""
        for line in self.lines.values():
            line.close_open()

    def hear(self, event: object) -> None:
        """Browsers come and go; what somebody is typing stays."""
        if isinstance(event, BrowserPaired | BrowserLeft | LinkChanged):
            self._show()

    def _show(self) -> None:
        rows = {row.id: row for row in self._actions.browsers()}
        for gone in self.lines.keys() - rows.keys():
            line = self.lines.pop(gone)
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, row in enumerate(rows.values()):
            if row.id not in self.lines:
                self.lines[row.id] = BrowserLine(self._theme, self._rename, self._disconnect, self.card)
                tab_before(self.lines[row.id], self.connect_button)
            self.lines[row.id].show_row(row)
            self._rows.insertWidget(place, self.lines[row.id])
        self._none.setVisible(not rows)

    def _rename(self, row: BrowserRow, name: str) -> None:
        self._actions.rename_browser(row.id, name)
        self._show()
        self.say(wording.renamed(name) if name else wording.RENAMED_BACK)

    def _disconnect(self, row: BrowserRow) -> None:
        self.connect_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._actions.forget_browser(row.id)
        self._show()
        self.say(wording.disconnected(shown(row.name)))


class BrowserLine(QWidget):
    """One browser; renaming it and disconnecting it open below its name, one at a time."""

    def __init__(
        self, theme: Theme, rename: Callable[[BrowserRow, str], None], disconnect: Callable[[BrowserRow], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rename_it, self._disconnect_it = rename, disconnect
        self._row = BrowserRow("", "", 0, 0, False)
        self.name = Prose(theme, "", bold=True, wide=True, parent=self)
        self.seen = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        self.rename = Button(theme, wording.RENAME, Kind.PLAIN, parent=self)
        self.rename.clicked.connect(self._open_renaming)
        self.disconnect_button = Button(theme, wording.DISCONNECT, Kind.PLAIN, parent=self)
        self.disconnect_button.clicked.connect(self._open_asking)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.seen)
        top = QHBoxLayout()
        top.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        top.setSpacing(2 * STEP)
        top.addWidget(Glyph(theme, "browser", Colour.SOFT, ICON, self))
        top.addLayout(words, 1)
        top.addWidget(self.rename)
        top.addWidget(self.disconnect_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._build_renaming(theme))
        column.addWidget(self._build_asking(theme))
        self._theme = theme
        self._dress()
        theme.changed.connect(self._dress)
        self.close_open()

    def _dress(self) -> None:
        """Take on the size that text has now: what opens stands below the name, beside the icon."""
        beside = self._theme.scaled(ICON) + 2 * STEP
        self._beside_icon.setContentsMargins(margins(self, AROUND + beside, 0, 0, 0))
        self._below_words.setContentsMargins(margins(self, beside, 0, 0, 0))
        self._asked.setContentsMargins(margins(self, AROUND + beside, STEP, AROUND, 0))

    def show_row(self, row: BrowserRow) -> None:
        """Its name and when it was last there."""
        self._row = row
        name = shown(row.name)
        self.name.setText(name)
        self.seen.setText(wording.CONNECTED_NOW if row.connected else wording.last_seen(row.last_seen, date.today()))
        self.seen.set_colour(Colour.TEAL if row.connected else Colour.SOFT)
        self.rename.setAccessibleName(wording.rename(name))
        self.cancel.setAccessibleDescription(wording.rename(name))
        self.disconnect_button.setAccessibleName(wording.disconnect(name))
        self._question.setText(wording.disconnect_question(name))

    def close_open(self) -> None:
        """Neither renaming nor asking."""
        self.renaming.hide()
        self.asking.hide()
        self.new_name.clear()

    def _open_renaming(self) -> None:
        self.close_open()
        self.new_name.setText(shown(self._row.name, LONGEST_NAME))
        self.new_name.selectAll()
        self.renaming.show()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_asking(self) -> None:
        self.close_open()
        self.asking.show()
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        name = self.new_name.text().strip()
        self._closed(self.rename)
        if name != self._row.name:
            self._rename_it(self._row, name)

    def _closed(self, button: Button) -> None:
        """Closed by who used it: the focus goes back to where it was opened."""
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_open()

    def _build_renaming(self, theme: Theme) -> QWidget:
        self.renaming = QWidget(self)
        self.new_name = QLineEdit(self.renaming)
        self.new_name.setAccessibleName(wording.NEW_NAME)
        self.new_name.setMaxLength(LONGEST_NAME)
        self.new_name.returnPressed.connect(self._save)
        self.save = Button(theme, wording.SAVE, parent=self.renaming)
        self.save.clicked.connect(self._save)
        self.cancel = cancel = Button(theme, wording.CANCEL, Kind.PLAIN, parent=self.renaming)
        cancel.clicked.connect(lambda: self._closed(self.rename))
        self._beside_icon = row = QHBoxLayout(self.renaming)
        row.setSpacing(STEP)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.save)
        row.addWidget(cancel)
        return self.renaming

    def _build_asking(self, theme: Theme) -> QWidget:
        self.asking = QWidget(self)
        self._question = Prose(theme, "", parent=self.asking)
        self.keep = Button(theme, wording.KEEP, parent=self.asking)
        self.keep.clicked.connect(lambda: self._closed(self.disconnect_button))
        self.sure = Button(theme, wording.DISCONNECT, parent=self.asking)
        self.sure.clicked.connect(lambda: self._disconnect_it(self._row))
        self._below_words = buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.sure)
        buttons.addStretch(1)
        self._asked = words = QHBoxLayout()
        words.addWidget(self._question, 100)
        words.addStretch(1)
        column = QVBoxLayout(self.asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(words)
        column.addLayout(buttons)
        return self.asking
