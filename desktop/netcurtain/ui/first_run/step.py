"""One step of the first run: a heading that takes the focus, words and questions below it; it scrolls where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.centred import centred
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.asking import Asking
from netcurtain.ui.first_run.questions import REMEMBER, Question
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.mark import Glyph
from netcurtain.ui.mirrored import margins
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

ICON = 24


class Step(QScrollArea):
    """``enter`` when it comes into sight, ``leave`` when it goes; ``refresh`` shows the answers that hold."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keep_room_for_the_bar()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(heading)
        self.page = QWidget()
        self.page.setObjectName("page")
        self.heading = Prose(theme, heading, Size.HEADLINE, wide=True, parent=self.page)
        self.heading.setAccessibleName(heading)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(3 * STEP, STEP, 3 * STEP, 2 * STEP)
        self.column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(AROUND, 0, AROUND, 0)
        top.addWidget(self.heading)
        self.column.addLayout(top)
        self.column.addSpacing(3 * STEP)
        self.questions: list[Asking] = []

    def finish(self) -> None:
        """Put the column in place once it is filled."""
        self.column.addStretch(1)
        centred(self._theme, self.page, self.column)
        self.setWidget(self.page)

    def _keep_room_for_the_bar(self) -> None:
        """The words stay where they are when it comes and goes: it is always there, and shows nothing where there is nothing to scroll."""
        bar = self.verticalScrollBar()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar.setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))

    def enter(self) -> None:
        """It comes into sight: from its top, the focus on the heading."""
        self.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """It goes out of sight: what was begun is let go of."""
        for asking in self.questions:
            asking.let_go()

    def hear(self, event: object) -> None:
        """Take in one event while it is in sight."""
        for asking in self.questions:
            asking.hear(event)

    def hold(self) -> bool:
        """Whether an answer was begun that does not hold yet; then it is said what it needs."""
        begun = next((asking for asking in self.questions if asking.begun), None)
        if begun is not None:
            begun.remind()
        return begun is not None

    def wait(self) -> bool:
        """Whether an answer is just being put into effect; then that is said."""
        busy = next((asking for asking in self.questions if asking.busy), None)
        if busy is not None:
            busy.remind()
        return busy is not None

    def refresh(self) -> None:
        """Show the answers that hold now."""
        for asking in self.questions:
            asking.refresh()


class WhatStep(Step):
    """What this is and is not, who may notice it, and where other help is."""

    def __init__(self, theme: Theme, parent: QWidget, *, other_ways: bool) -> None:
        super().__init__(theme, wording.WHAT, parent)
        for icon, sentence in zip(("company", "questions", "note"), wording.WHAT_SENTENCES, strict=True):
            self.column.addLayout(_line(theme, icon, Colour.TEAL, Prose(theme, sentence, parent=self.page), self.page))
            self.column.addSpacing(2 * STEP)
        self.column.addSpacing(STEP)
        notice = QHBoxLayout()
        notice.setContentsMargins(AROUND, 0, AROUND, 0)
        notice.addWidget(_notice(theme, self.page))
        self.column.addLayout(notice)
        self.other_ways: Button | None = None
        if other_ways:
            self.other_ways = Button(theme, wording.OTHER_WAYS, Kind.PLAIN, parent=self.page)
            hint = QHBoxLayout()
            hint.setContentsMargins(margins(self, AROUND, 0, 0, 0))
            hint.addWidget(Prose(theme, wording.OTHER_WAYS_HINT, colour=Colour.SOFT, parent=self.page), 0, Qt.AlignmentFlag.AlignVCenter)
            hint.addWidget(self.other_ways)
            hint.addStretch(1)
            self.column.addSpacing(2 * STEP)
            self.column.addLayout(hint)
        self.finish()


class QuestionStep(Step):
    """A heading and its questions. Where the only question is the heading itself, it is not said twice."""

    def __init__(self, theme: Theme, actions: Actions, heading: str, questions: Sequence[Question], parent: QWidget) -> None:
        super().__init__(theme, heading, parent)
        for place, question in enumerate(questions):
            if place:
                self.column.addSpacing(3 * STEP)
            headed = question.words != heading
            asking = (
                Remembering(theme, actions, self.page, headed=headed)
                if question is REMEMBER
                else Asking(theme, actions, question, self.page, headed=headed)
            )
            self.questions.append(asking)
            self.column.addWidget(asking)
        self.finish()


class Progress(QWidget):
    """A short bar a step; those gone through are filled. The words beside it say the same."""

    BAR = (32, 4)

    def __init__(self, theme: Theme, steps: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._steps, self._at = theme, steps, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_step(self, at: int) -> None:
        """Fill the bars up to this one."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:
        """All bars with small gaps."""
        return QSize(self._steps * (self.BAR[0] + STEP) - STEP, self.BAR[1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(self._steps):
            painter.setBrush(self._theme.colour(Colour.TEAL if place <= self._at else Colour.LINE))
            painter.drawRoundedRect(QRectF(place * (self.BAR[0] + STEP), 0, *self.BAR), 2, 2)
        painter.end()


def _line(theme: Theme, icon: str, colour: Colour, words: QWidget, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(AROUND, 0, AROUND, 0)
    row.setSpacing(2 * STEP)
    row.addWidget(Glyph(theme, icon, colour, ICON, parent), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 100)
    row.addStretch(1)
    return row


def _notice(theme: Theme, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setObjectName("card")
    words = QWidget(card)
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP // 2)
    column.addWidget(Prose(theme, wording.WHO_MAY_NOTICE, bold=True, parent=words))
    column.addWidget(Prose(theme, wording.WHO_MAY_NOTICE_SENTENCE, parent=words))
    row = _line(theme, "person", Colour.AMBER, words, card)
    outer = QVBoxLayout(card)
    outer.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
    outer.addLayout(row)
    return card
