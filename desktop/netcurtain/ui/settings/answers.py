"""The answers of the first run, to be changed: what is remembered, from the start, and this computer."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from netcurtain.ui.actions import Actions
from netcurtain.ui.first_run.asking import Asking
from netcurtain.ui.first_run.questions import REMEMBER, Question
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.switch import Switch
from netcurtain.ui.theme import STEP, Theme


class AnswersSection(Section):
    """Questions, each with the answer that holds."""

    def __init__(self, theme: Theme, actions: Actions, heading: str, questions: Sequence[Question], parent: QWidget) -> None:
        super().__init__(theme, heading, parent)
        self.questions = [
            Remembering(theme, actions, self.card, tells=True)
            if question is REMEMBER
            else Asking(theme, actions, question, self.card, tells=True)
            for question in questions
        ]
        for place, asking in enumerate(self.questions):
            if place:
                self.body.addSpacing(STEP)
            self.body.addWidget(asking)

    def refresh(self) -> None:
        """Show the answers that hold."""
        super().refresh()
        for asking in self.questions:
            asking.refresh()

    def leave(self) -> None:
        """What was begun is let go of."""
        for asking in self.questions:
            asking.let_go()

    def hear(self, event: object) -> None:
        """Take in one event."""
        for asking in self.questions:
            asking.hear(event)


class ThisComputerSection(AnswersSection):
    """What the app does on this computer, and its one message while ``can_notify`` says that this computer can show one."""

    def __init__(
        self, theme: Theme, actions: Actions, questions: Sequence[Question], parent: QWidget, *, can_notify: Callable[[], bool]
    ) -> None:
        super().__init__(theme, actions, wording.THIS_COMPUTER, questions, parent)
        self._actions, self._can_notify = actions, can_notify
        self.notification = Switch(theme, wording.NOTIFICATION, wording.NOTIFICATION_MORE, self.card)
        self.notification.clicked.connect(self._notify)
        self.notification.hide()
        self.body.addWidget(self.notification)

    def refresh(self) -> None:
        """Show the answers that hold."""
        super().refresh()
        self.notification.setVisible(self._can_notify())
        self.notification.show_on(self._actions.settings().notifications)

    def _notify(self, on: bool) -> None:
        self._actions.change_settings(msgspec.structs.replace(self._actions.settings(), notifications=on))
        self.say(wording.NOTIFICATION_ON if on else wording.NOTIFICATION_OFF)
