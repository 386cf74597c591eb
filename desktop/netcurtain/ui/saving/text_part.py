"""A text to change: the field, how many blanks are left, how much of a limit is used, and ways to take it along. Nothing is sent."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.copies import clear_copies, copy, marked
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.blanks import BlankMarker, blanks, units
from netcurtain.ui.saving.dialog import indented, say
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.saving.places import place_sentences
from netcurtain.ui.saving.text_file import save_text
from netcurtain.ui.theme import CORNER, STEP, Colour, Size, Theme

LONGEST = 50_000
"""Characters that a field takes in at once."""


class Field(QPlainTextEdit):
    """Plain text. Tab goes on to the next thing, so that nobody is caught in it."""

    def __init__(self, theme: Theme, name: str, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        self._lines = lines
        self._dress()
        theme.changed.connect(self._dress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """In sight."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            reveal(self)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or marked here is to be kept in no list."""
        return marked(super().createMimeDataFromSelection().text())

    def _dress(self) -> None:
        """Take on the colours and the size that text has now."""
        theme = self._theme
        card, ink, soft, teal = (theme.colour(name).name() for name in (Colour.CARD, Colour.INK, Colour.SOFT, Colour.TEAL))
        room = STEP + theme.ring - theme.line
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {card}; color: {ink}; border: {theme.line}px solid {soft}; border-radius: {CORNER}px;"
            f" padding: {room}px; selection-background-color: {teal}; selection-color: {card}; }}"
            f"QPlainTextEdit:focus {{ border: {theme.ring}px solid {teal}; padding: {STEP}px; }}"
        )
        self.setMinimumHeight(self._lines * QFontMetrics(theme.font()).lineSpacing() + 2 * STEP)


class TextPart(QWidget):
    """``files`` is this field's alone. ``most``: how many characters it may have, 0 for no limit."""

    def __init__(self, theme: Theme, name: str, files: FileChoice, parent: QWidget, *, lines: int = 12, most: int = 0) -> None:
        super().__init__(parent)
        self.files, self._most = files, most
        self._copied = ""
        self._first = ""
        self.field = Field(theme, name, lines, self)
        self._marker = BlankMarker(theme, self.field.document())
        self.field.textChanged.connect(self._count)
        self.left = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self.next_button = Button(theme, wording.NEXT_BLANK, Kind.PLAIN, parent=self)
        self.next_button.clicked.connect(self.go_to_next_blank)
        self.counter = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self.counter.setVisible(bool(most))
        self.said = Prose(theme, "", parent=self)
        self.copy_button = Button(theme, wording.COPY, parent=self)
        self.copy_button.clicked.connect(self._copy)
        self.save_button = Button(theme, wording.SAVE_TEXT, parent=self)
        self.save_button.clicked.connect(self._ask_where)
        for button in (self.next_button, self.copy_button, self.save_button):  # one window may have two texts
            button.setAccessibleDescription(name)
        files.chosen.connect(self._save)
        self._build()
        say(self.said, "")

    @property
    def text(self) -> str:
        """What stands there now."""
        return self.field.toPlainText()

    @property
    def is_changed(self) -> bool:
        """Whether the person has written something that was neither copied nor saved."""
        return self.text not in (self._first, self._copied)

    def begin(self, text: str) -> None:
        """Words to start from, in the place of any before."""
        say(self.said, "")
        self._first = text[:LONGEST]
        self.field.setPlainText(self._first)
        self.field.moveCursor(QTextCursor.MoveOperation.Start)
        self._count()

    def empty(self) -> None:
        """Nothing of it stays, not even to undo, nor where others can paste it from."""
        self.files.close()
        clear_copies(self._copied.strip())
        self._first = self._copied = ""
        self.field.setPlainText("")
        say(self.said, "")

    def go_to_next_blank(self) -> None:
        """Mark the next one after the cursor, or the first: what is typed takes its place."""
        places = list(blanks(self.text))
        if not places:
            return
        cursor = self.field.textCursor()
        start, end = next((place for place in places if place[0] >= cursor.selectionEnd()), places[0])
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _count(self) -> None:
        text = self.text
        left = len(list(blanks(text)))
        self.left.setText(wording.blanks_left(left) if left else wording.NO_BLANKS)
        self.left.setVisible(left > 0 or any(blanks(self._first)))
        self.next_button.setVisible(left > 0)
        if self._most:
            used = units(text) + text.count("\n")  # forms of the web send the end of a line as two
            self.counter.setText(wording.characters(used, self._most))
            self.counter.set_colour(Colour.AMBER if used > self._most else Colour.SOFT)
            self.field.setAccessibleDescription(self.counter.text())
        else:
            self.field.setAccessibleDescription(self.left.text())

    def _copy(self) -> None:
        self._copied = self.text
        copy(self.text)
        say(self.said, wording.COPIED)

    def _ask_where(self) -> None:
        self.files.ask("text", "txt", wording.TEXT_FILES)

    def _save(self, place: Path) -> None:
        if not save_text(place, self.text):
            say(self.said, wording.TEXT_NOT_SAVED)
            return
        self._first = self.text
        say(self.said, " ".join((wording.TEXT_SAVED, *place_sentences(place, place.resolve()))))

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(AROUND, 0, AROUND, 0)
        below.setSpacing(2 * STEP)
        below.addWidget(self.left, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.next_button)
        below.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        indented(self.field, column)
        indented(self.counter, column)
        column.addLayout(below)
        column.addLayout(buttons)
        indented(self.said, column)
