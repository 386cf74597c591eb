"""A letter about a visit to change and take along; and, once the organisation has answered or has had its time, a statement for the ICO.

Nothing of it is sent or kept by Netcurtain.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.saved_copy import Letters
from netcurtain.history.rows import VisitRow
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import Button
from netcurtain.ui.choice import Choices, Option
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.later import Later
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import ScrollingDialog, indented, say
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.saving.text_part import TextPart
from netcurtain.ui.theme import STEP, Colour, Size, Theme

ANSWERS = (wording.ANSWERED, wording.THIRTY_DAYS, wording.NOT_YET)
NOT_YET = 2
MOST_FOR_THE_ICO = 2000


class LetterWindow(ScrollingDialog):
    """``show`` it. It asks for the words to start from by itself."""

    def __init__(self, theme: Theme, actions: Actions, visit: VisitRow, parent: QWidget | None) -> None:
        super().__init__(theme, wording.LETTER, visit, parent)
        self._later = Later()
        self._open = True
        self._statements: tuple[str, ...] = ()
        self._begun, self._begun_for = "", NOT_YET
        self.setAccessibleDescription(wording.LETTER_MORE)
        self.more = Prose(theme, wording.LOOKING, parent=self.page)
        self.letter = TextPart(theme, wording.LETTER_FIELD, FileChoice(self), self.page)
        self.asked = Choices(theme, wording.HAVE_THEY_ANSWERED, [Option(words) for words in ANSWERS], parent=self.page)
        self.asked.chosen.connect(self._show_statement)
        self.not_yet = Prose(theme, wording.NOT_YET_MORE, parent=self.page)
        self.ico = QWidget(self.page)
        self.stays = Prose(theme, "", colour=Colour.SOFT, parent=self.ico)
        self.statement = TextPart(theme, wording.ICO_FIELD, FileChoice(self), self.ico, most=MOST_FOR_THE_ICO)
        self.confirm = Confirm(theme, wording.GO_ON_WRITING, wording.CLOSE_IT, self.page)
        self.confirm.left.connect(lambda: self.letter.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.confirm.sure.connect(self.reject)
        self.close_button = Button(theme, wording.CLOSE, parent=self.page)
        self.close_button.clicked.connect(self._close)
        self._build(theme)
        for part in (self._words, self.ico, self.not_yet, self.stays):
            part.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it went to Close, alone until the words are here, and the page with it
        actions.letters(visit.visit, self._later.here(self._begin))

    def may_close(self) -> bool:
        """Whether nothing would be lost, or the person was asked already."""
        changed = self.letter.is_changed or self.statement.is_changed
        if not changed or self.confirm.isVisible():
            return True
        self.confirm.ask(wording.CLOSE_QUESTION)
        reveal(self.confirm)
        return False

    def empty(self) -> None:
        """Nothing of the letter stays."""
        self._open = False
        self._statements = ()
        self._begun = ""
        self.confirm.hide()
        self.letter.empty()
        self.statement.empty()

    def _begin(self, letters: Letters | None) -> None:
        if not self._open:
            return
        if letters is None:
            say(self.more, wording.LETTER_GONE)
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.more.setText(wording.LETTER_MORE)
        self._statements = (letters.answered, letters.not_answered)  # as ANSWERS has them
        self.letter.begin(letters.complaint)
        self._words.show()

    def _show_statement(self, answer: int) -> None:
        """Only who has an answer, or has waited, sees it: before that the ICO would send them back to the organisation.

        It says which of the two, until the person has written something in it: that stays, and where it is about the other one, they are
        asked to read it again.
        """
        due = answer != NOT_YET
        self.not_yet.setVisible(not due)
        if due and self.statement.text in ("", self._begun):
            self.statement.begin(self._statements[answer])
            self._begun, self._begun_for = self.statement.text, answer
        self.ico.setVisible(due)
        say(self.stays, wording.IT_STAYS if due and answer != self._begun_for else "")
        reveal(self.ico if due else self.not_yet)

    def _close(self) -> None:
        if self.may_close():
            self.reject()

    def _build(self, theme: Theme) -> None:
        ico = QVBoxLayout(self.ico)
        ico.setContentsMargins(0, STEP, 0, 0)
        ico.setSpacing(STEP)
        indented(Prose(theme, wording.ICO, Size.LARGE, parent=self.ico), ico)
        indented(Prose(theme, wording.ICO_MORE, parent=self.ico), ico)
        indented(self.stays, ico)
        ico.addWidget(self.statement)
        self._words = QWidget(self.page)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(STEP)
        words.addWidget(self.letter)
        words.addSpacing(STEP)
        indented(Prose(theme, wording.HAVE_THEY_ANSWERED, Size.LARGE, parent=self._words), words)
        words.addWidget(self.asked)
        indented(self.not_yet, words)
        words.addWidget(self.ico)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        indented(Prose(theme, wording.LETTER, Size.HEADLINE, wide=True, parent=self.page), self.column)
        indented(self.more, self.column)
        self.column.addWidget(self._words)
        self.column.addWidget(self.confirm)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
