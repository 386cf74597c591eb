"""What a copy for the organisation may have in it beyond the facts: three switches, off until the person turns one on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import indented
from netcurtain.ui.switch import Switch
from netcurtain.ui.theme import STEP, Colour, Size, Theme

LONGEST_NAME = 200
"""Characters of the name that is printed."""
HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""No keyboard of the system is to learn the name or to offer it again."""


class OrganisationPart(QWidget):
    """``fault`` is a sentence about what is amiss, "" for nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(wording.TURN_ON)
        self.button_words = Switch(theme, wording.BUTTON_WORDS, wording.BUTTON_WORDS_MORE, self)
        self.browser_numbers = Switch(theme, wording.BROWSER_NUMBERS, wording.BROWSER_NUMBERS_MORE, self)
        self.with_name = Switch(theme, wording.NAME, wording.NAME_MORE, self)
        self.with_name.toggled.connect(self._show_name)
        self._name = QWidget(self)
        self.line = QLineEdit(self._name)
        self.line.setMaxLength(LONGEST_NAME)
        self.line.setAccessibleName(wording.NAME_FIELD)
        self.line.setInputMethodHints(HINTS)
        label = Prose(theme, wording.NAME_FIELD, Size.SMALL, Colour.SOFT, parent=self._name)
        label.setBuddy(self.line)
        inside = QVBoxLayout(self._name)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        indented(label, inside)
        indented(self.line, inside)
        self._name.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        indented(Prose(theme, wording.TURN_ON, bold=True, parent=self), column)
        for part in (self.button_words, self.browser_numbers, self.with_name, self._name):
            column.addWidget(part)

    @property
    def name(self) -> str:
        """The name to print, "" for none."""
        return self.line.text().strip() if self.with_name.isChecked() else ""

    def fault(self) -> str:
        """A name was wanted and none was typed."""
        return wording.TYPE_A_NAME if self.with_name.isChecked() and not self.name else ""

    def begin(self) -> None:
        """Where what is amiss can be put right."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def empty(self) -> None:
        """Let go of the name, and turn everything off."""
        for switch in (self.button_words, self.browser_numbers, self.with_name):
            switch.show_on(False)

    def _show_name(self, on: bool) -> None:
        self._name.setVisible(on)
        if not on:
            self.line.setText("")  # unlike clear(), leaves nothing to undo
        elif self.isVisible():
            self.line.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(self._name)
