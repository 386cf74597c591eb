"""Levels, reasons and the judgement on a form, and how form and trackers make a level."""

import enum
from dataclasses import dataclass


class Level(enum.StrEnum):
    """How much a person needs to know before sending (DESIGN.md, "Words")."""

    WARNING = "warning"
    NOTICE = "notice"
    NOTHING_SEEN = "nothing_seen"


class FormLevel(enum.StrEnum):
    """How surely a form asks for something sensitive."""

    SENSITIVE = "sensitive"
    POSSIBLY = "possibly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form is judged so: the phrase, where it stood and the category it points to."""

    where: str
    text: str
    category: str


@dataclass(frozen=True, slots=True)
class FormJudgement:
    """What core/form.py decided about one form; ``score`` from 0 to 1, ``categories`` with the primary one first."""

    level: FormLevel
    score: float
    categories: tuple[str, ...]
    reasons: tuple[Reason, ...]


def level_of(form: FormLevel, trackers: bool) -> Level:
    """The level of one form on a page where trackers were, or were not, seen on it or earlier in the visit."""
    if form is FormLevel.SENSITIVE and trackers:
        return Level.WARNING
    if trackers or form is not FormLevel.NO:
        return Level.NOTICE
    return Level.NOTHING_SEEN
