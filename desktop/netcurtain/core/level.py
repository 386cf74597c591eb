"""Levels, reasons and the judgement on a form, and how form and trackers make a level."""

import enum
from dataclasses import dataclass

RATHER = 0.5
"""From here on a form is rather for something harmless than not."""


class Level(enum.StrEnum):
    """How much a person needs to know before sending (docs/WORDS.md, "One word for one thing")."""

    WARNING = "warning"
    NOTICE = "notice"
    NOTHING_SEEN = "nothing_seen"


class FormLevel(enum.StrEnum):
    """How surely a form asks for something sensitive."""

    SENSITIVE = "sensitive"
    POSSIBLY = "possibly"
    NO = "no"


class Asks(enum.StrEnum):
    """When the person wants to be asked on a visit: ``NEVER`` after "this form is not sensitive", ``ALWAYS`` after "ask me here"."""

    USUAL = "usual"
    NEVER = "never"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form is judged so: the phrase, where it stood and the category it points to."""

    where: str
    text: str
    category: str


@dataclass(frozen=True, slots=True)
class FormJudgement:
    """What core/form.py decided about one form; ``score`` from 0 to 1, ``categories`` with the primary one first.

    ``harmless``, from 0 to 1: how surely it is for something like a search, a newsletter or a log-in, or about a thing and not a person.
    """

    level: FormLevel
    score: float
    categories: tuple[str, ...]
    reasons: tuple[Reason, ...]
    harmless: float = 0.0

    @property
    def is_for_something_else(self) -> bool:
        """Whether it is rather for something harmless, even where one of its questions is not."""
        return self.harmless >= RATHER


def level_of(form: FormLevel, trackers: bool) -> Level:
    """The level of one form on a page where trackers were, or were not, seen on it or earlier in the visit."""
    if form is FormLevel.SENSITIVE and trackers:
        return Level.WARNING
    if trackers or form is not FormLevel.NO:
        return Level.NOTICE
    return Level.NOTHING_SEEN
