"""The questions that are answered once and can be answered anew: their words, and where an answer is read and kept. No widget."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from netcurtain.core.settings import AlertPlace, FromTheStart, Language, Retention, ThemeChoice
from netcurtain.ui.actions import Actions
from netcurtain.ui.first_run import wording

Value = Retention | FromTheStart | ThemeChoice | Language | AlertPlace | int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what is kept, its words, what it means, and what holds once it is given."""

    value: Value
    words: str
    more: str
    then: str


@dataclass(frozen=True, slots=True)
class Question:
    """``read`` gives the answer that holds, None where nobody has answered; ``keep`` keeps another, and says whether it could.

    ``unanswered`` says what holds as long as nobody has answered.
    """

    words: str
    more: str
    answers: tuple[Answer, ...]
    read: Callable[[Actions], Value | None]
    keep: Callable[[Actions, Value], bool]
    unanswered: str = ""

    def place(self, actions: Actions) -> int | None:
        """Which of the answers holds now."""
        value = self.read(actions)
        return next((place for place, answer in enumerate(self.answers) if answer.value == value), None)


def keep_in(name: str) -> Callable[[Actions, Value], bool]:
    """Keeps an answer under this name of core/settings.py."""

    def keep(actions: Actions, value: Value) -> bool:
        actions.change_settings(msgspec.structs.replace(actions.settings(), **{name: value}))
        return True

    return keep


def _read_at_login(actions: Actions) -> bool | None:
    """Before the first run is over, "it does not start" is not yet anybody's answer."""
    starts = actions.starts_at_login()
    return starts if starts or actions.settings().introduced else None


REMEMBER = Question(
    wording.REMEMBER,
    wording.REMEMBER_MORE,
    (
        Answer(Retention.FORGET_SOON, wording.FORGET_SOON, wording.FORGET_SOON_MORE, wording.THEN_FORGET_SOON),
        Answer(Retention.UNTIL_CLOSE, wording.UNTIL_CLOSE, wording.UNTIL_CLOSE_MORE, wording.THEN_UNTIL_CLOSE),
        Answer(Retention.CHOSEN, wording.CHOSEN, wording.CHOSEN_MORE, wording.THEN_CHOSEN),
        Answer(Retention.DAYS_7, wording.DAYS_7, wording.DAYS_MORE, wording.THEN_DAYS_7),
        Answer(Retention.DAYS_30, wording.DAYS_30, wording.DAYS_MORE, wording.THEN_DAYS_30),
    ),
    lambda actions: actions.settings().retention,
    keep_in("retention"),
    wording.REMEMBER_UNANSWERED,
)
FROM_THE_START = Question(
    wording.FROM_THE_START,
    wording.FROM_THE_START_MORE,
    (
        Answer(FromTheStart.ALWAYS, wording.ALWAYS, "", wording.THEN_ALWAYS),
        Answer(FromTheStart.ASK, wording.ASK, "", wording.THEN_ASK),
    ),
    lambda actions: actions.settings().from_the_start,
    keep_in("from_the_start"),
)
AT_LOGIN = Question(
    wording.AT_LOGIN,
    wording.AT_LOGIN_MORE,
    (Answer(True, wording.YES, "", wording.THEN_AT_LOGIN), Answer(False, wording.NO, "", wording.THEN_NOT_AT_LOGIN)),
    _read_at_login,
    lambda actions, value: actions.start_at_login(bool(value)),
)
STAY_ON = Question(
    wording.STAY_ON,
    wording.STAY_ON_MORE,
    (Answer(True, wording.YES, "", wording.THEN_STAY_ON), Answer(False, wording.NO, "", wording.THEN_NOT_STAY_ON)),
    lambda actions: actions.settings().stay_on,
    keep_in("stay_on"),
    wording.STAY_ON_UNANSWERED,
)


def about_this_computer(actions: Actions) -> tuple[Question, ...]:
    """What can be asked on this computer."""
    return (STAY_ON,) if actions.starts_at_login() is None else (AT_LOGIN, STAY_ON)
