"""The first run: four short steps in the main window. Every answer is kept as soon as it is given; none has to be."""

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind, is_enter
from netcurtain.ui.centred import centred
from netcurtain.ui.first_run import questions, wording
from netcurtain.ui.first_run.connecting import ConnectStep
from netcurtain.ui.first_run.step import Progress, QuestionStep, Step, WhatStep
from netcurtain.ui.mark import hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

LOW = 400
"""Height from which on there is room around the words."""


class FirstRunView(QWidget):
    """``begin`` or ``resume`` when it comes into sight, ``leave`` when it goes. ``finished``: gone through, or skipped.
    ``other_ways``: the person would rather see whom else they can turn to.
    """

    finished = Signal()
    other_ways = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None, *, other_ways: bool = False) -> None:
        super().__init__(parent)
        self._actions = actions
        self.step = 0
        what = WhatStep(theme, self, other_ways=other_ways)
        if what.other_ways is not None:
            what.other_ways.clicked.connect(self.other_ways)
        self.connecting = ConnectStep(theme, actions, self)
        self.connecting.practise.connect(self._practise)
        self.steps: tuple[Step, ...] = (
            what,
            QuestionStep(theme, actions, wording.REMEMBER, (questions.REMEMBER,), self),
            QuestionStep(theme, actions, wording.HOW, (questions.FROM_THE_START, *questions.about_this_computer(actions)), self),
            self.connecting,
        )
        self._build(theme)

    def begin(self) -> None:
        """From the first step, with the answers that hold."""
        for step in self.steps:
            step.refresh()
        self._show(0)

    def resume(self) -> None:
        """Where it was left."""
        self._show(self.step)

    def leave(self) -> None:
        """Nothing of it goes on out of sight."""
        self.steps[self.step].leave()

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        self.steps[self.step].hear(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever it has no other meaning."""
        if is_enter(event):
            self.go_on()
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_on(self) -> None:
        """What the filled button does: to the next step, and from the last one to the practice page where a browser is connected.

        A step with an answer that was begun, and does not hold yet, says so and stays.
        """
        if self.steps[self.step].hold():
            return
        if self.step + 1 < len(self.steps):
            self._show(self.step + 1)
        elif self.connecting.can_practise:
            self._practise()
        else:
            self.finish()

    @Slot()
    def go_back(self) -> None:
        """To the step before; not while an answer is just being put into effect."""
        if not self.steps[self.step].wait():
            self._show(self.step - 1)

    @Slot()
    def finish(self) -> None:
        """Gone through or skipped: it does not come by itself again. Not while an answer is just being put into effect."""
        if self.steps[self.step].wait():
            return
        self.leave()
        self._actions.change_settings(msgspec.structs.replace(self._actions.settings(), introduced=True))
        self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the room is for the words."""
        airy = 3 * STEP if self.height() >= LOW else STEP
        self._top.setContentsMargins(margins(self, 3 * STEP + AROUND, airy, 3 * STEP, STEP))
        self._bottom.setContentsMargins(3 * STEP, STEP, 3 * STEP, airy)
        bar = self.steps[0].verticalScrollBar().sizeHint().width()
        for row in self._rows:
            row.setContentsMargins(margins(self, 0, 0, bar, 0))
        super().resizeEvent(event)

    def _practise(self) -> None:
        self._actions.open_practice()
        self.finish()

    def _show(self, place: int) -> None:
        self.leave()
        self.step = place
        last = place == len(self.steps) - 1
        self._where.setText(wording.step(place + 1, len(self.steps)))
        self._progress.show_step(place)
        self.back.setVisible(place > 0)
        self.skip.setVisible(not last)
        self.next.setVisible(not last)
        self.done.setVisible(last)
        self._stack.setCurrentWidget(self.steps[place])
        self.steps[place].enter()
        self._show_edge()

    @Slot(bool)
    def _yield_to(self, filled: bool) -> None:
        """One filled button a screen: what the step asks for comes before the way on."""
        self.next.show_kind(Kind.OUTLINED if filled else Kind.FILLED)

    def _show_edge(self) -> None:
        """A line where words go on below the buttons."""
        self._edge.setVisible(self.steps[self.step].verticalScrollBar().maximum() > 0)

    def _build(self, theme: Theme) -> None:
        self._progress = Progress(theme, len(self.steps), self)
        self._where = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=self)
        self._top = top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._where)
        top.addStretch(1)
        self._stack = QStackedWidget(self)
        for step in self.steps:
            self._stack.addWidget(step)
            step.verticalScrollBar().rangeChanged.connect(self._show_edge)
            for asking in step.questions:
                asking.filled.connect(self._yield_to)
        self._edge = hairline(self)
        # Tab comes to the way on before the ways back and out.
        self.next = Button(theme, wording.NEXT, Kind.FILLED, parent=self)
        self.next.clicked.connect(self.go_on)
        self.done = Button(theme, wording.DONE, parent=self)
        self.done.clicked.connect(self.finish)
        self.back = Button(theme, wording.BACK, parent=self)
        self.back.clicked.connect(self.go_back)
        self.skip = Button(theme, wording.SKIP, Kind.PLAIN, parent=self)
        self.skip.clicked.connect(self.finish)
        self._bottom = bottom = QHBoxLayout()
        bottom.setSpacing(STEP)
        for button in (self.next, self.done, self.back, self.skip):
            bottom.addWidget(button)
        bottom.insertStretch(3, 1)
        self._rows = above, below = _in_the_middle(theme, top, self), _in_the_middle(theme, bottom, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self._edge)
        column.addWidget(below)


def _in_the_middle(theme: Theme, row: QHBoxLayout, parent: QWidget) -> QWidget:
    """A row above or below the steps, as wide as they are without their scroll bar."""
    part = QWidget(parent)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(row)
    centred(theme, part, column)
    return part
