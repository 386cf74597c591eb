"""One question with its answers, as the first run and the settings show it. An answer is kept as soon as it is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND
from netcurtain.ui.choice import Choices, Option
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.questions import Question
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class Asking(QWidget):
    """A question. ``refresh`` shows the answer that holds. ``tells``: say in a line what an answer changes. That it could not be kept
    is always said, and so is what holds without an answer. ``filled``: a filled button came into sight in it, or went.
    """

    filled = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        question: Question,
        parent: QWidget,
        *,
        tells: bool = False,
        headed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._actions, self._tells = actions, tells
        options = [Option(answer.words, answer.more) for answer in question.answers]
        short = not any(answer.more for answer in question.answers)
        self.choices = Choices(theme, question.words, options, beside=short, parent=self)
        self.choices.chosen.connect(self._chosen)
        self.said = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(AROUND, 0, AROUND, 0)
        words.setSpacing(0)
        if headed:
            words.addWidget(Prose(theme, question.words, bold=True, wide=True, parent=self))
        if question.more:
            words.addWidget(Prose(theme, question.more, Size.SMALL, Colour.SOFT, wide=True, parent=self))
        column.addLayout(words)
        column.addSpacing(STEP // 2 if headed or question.more else 0)
        column.addWidget(self.choices)
        said = QVBoxLayout()
        said.setContentsMargins(AROUND, STEP // 2, AROUND, 0)
        said.addWidget(self.said)
        column.addLayout(said)
        self.column = column
        self.refresh()

    @property
    def begun(self) -> bool:
        """Whether an answer needs something more before it holds."""
        return False

    @property
    def busy(self) -> bool:
        """Whether an answer is just being put into effect: it cannot be taken back meanwhile."""
        return False

    def remind(self) -> None:
        """Say what an answer that was begun still needs."""

    def let_go(self) -> None:
        """It goes out of sight: what was begun does not hold."""

    def hear(self, event: object) -> None:
        """Take in one event while it is in sight."""

    def refresh(self) -> None:
        """Show the answer that holds now, and nothing of what was said before."""
        self.choices.show_choice(self.question.place(self._actions))
        self.say("" if self.choices.choice is not None else self.question.unanswered)

    def _chosen(self, place: int) -> None:
        answer = self.question.answers[place]
        kept = self.question.keep(self._actions, answer.value)
        if not kept:
            self.refresh()
        self.say((answer.then if self._tells else "") if kept else wording.NOT_ARRANGED, aloud=True)

    def say(self, sentence: str, *, aloud: bool = False) -> None:
        """A line below the answers; "" takes it away. ``aloud``: a screen reader says it by itself."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if aloud and sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))
