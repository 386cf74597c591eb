"""The *Settings* page: sections below each other. What is changed holds at once; each change says in words what it means."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.button import Button
from netcurtain.ui.centred import centred
from netcurtain.ui.first_run import questions
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.answers import AnswersSection, ThisComputerSection
from netcurtain.ui.settings.appearance import AppearanceSection
from netcurtain.ui.settings.asking import ALERT
from netcurtain.ui.settings.browsers import BrowsersSection
from netcurtain.ui.settings.kept import KeptSection
from netcurtain.ui.settings.lists import ListsSection
from netcurtain.ui.settings.partners import PartnersSection
from netcurtain.ui.settings.place import PlaceSection
from netcurtain.ui.settings.section import Section
from netcurtain.ui.theme import STEP, Theme
from netcurtain.ui.wording import SETTINGS


class SettingsView(QScrollArea):
    """``enter`` when it comes into sight, ``leave`` when it goes. It names no site.

    ``connect_wanted``: another browser is to be connected. ``first_steps``: the first run is to be gone through again.
    ``asking_changed``: a form that waits asks somewhere else from now on.
    """

    connect_wanted = Signal()
    first_steps = Signal()
    asking_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        can_notify: Callable[[], bool] = lambda: False,
        other_ways: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(SETTINGS)
        self._entered = False
        page = QWidget()
        page.setObjectName("page")
        self.remembered = AnswersSection(theme, actions, wording.REMEMBERED, (questions.REMEMBER,), page)
        self.kept = KeptSection(theme, actions, page)
        (remembering,) = self.remembered.questions
        if isinstance(remembering, Remembering):  # one question about erasing at a time
            self.kept.erasing.asked.connect(remembering.close_questions)
            for question in (remembering.staying, remembering.shortening, remembering.once_more):
                question.asked.connect(self.kept.close_open)
        self.from_the_start = AnswersSection(theme, actions, wording.FROM_THE_START, (questions.FROM_THE_START,), page)
        self.asking = AnswersSection(theme, actions, wording.ASKING, (ALERT,), page)
        self.asking.questions[0].choices.chosen.connect(self.asking_changed)
        self.appearance = AppearanceSection(theme, actions, page)
        self.this_computer = ThisComputerSection(theme, actions, questions.about_this_computer(actions), page, can_notify=can_notify)
        self.browsers = BrowsersSection(theme, actions, page)
        self.browsers.connect_wanted.connect(self.connect_wanted)
        self.lists = ListsSection(theme, actions, page)
        self.place = PlaceSection(theme, actions, page) if other_ways else None
        self.partners = PartnersSection(theme, actions, page) if other_ways else None
        first = Section(theme, wording.FIRST_STEPS, page)
        first.quiet(wording.FIRST_STEPS_MORE)
        self.again = Button(theme, wording.AGAIN, parent=first.card)
        self.again.clicked.connect(self.first_steps)
        first.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.sections: tuple[Section, ...] = (
            self.remembered, self.kept, self.from_the_start, self.asking, self.appearance, self.this_computer, self.browsers, self.lists,
            *(section for section in (self.place, self.partners) if section is not None), first,
        )  # fmt: skip
        column = QVBoxLayout()
        column.setContentsMargins(3 * STEP, 4 * STEP, 3 * STEP, 4 * STEP)
        column.setSpacing(4 * STEP)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        centred(theme, page, column)
        self.setWidget(page)

    def enter(self) -> None:
        """It comes into sight: what holds now, from the top."""
        self._entered = True
        self.verticalScrollBar().setValue(0)
        for section in self.sections:
            section.refresh()

    def leave(self) -> None:
        """It goes out of sight: close what is open."""
        if self._entered:
            self._entered = False
            for section in self.sections:
                section.leave()

    def hear(self, event: object) -> None:
        """Take in one event; ``enter`` asks for everything anyway."""
        if self._entered:
            for section in self.sections:
                section.hear(event)
