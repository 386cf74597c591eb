"""The frozen rows that the history hands to the windows."""

from dataclasses import dataclass

from netcurtain.core.request import Fate


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One line of the history: a visit to one site. ``started`` is milliseconds since 1970."""

    visit: str
    site: str
    started: float
    companies: int
    sensitive: bool


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One moment of a visit: when, and what happened, in words."""

    time: float
    what: str


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One flagged request of a visit."""

    time: float
    host: str
    organisation: str
    filter: str
    filter_list: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class VisitStory:
    """One visit, explained: its pages' moments, oldest first, and its flagged requests (500 at most)."""

    row: VisitRow
    lines: tuple[StoryLine, ...]
    requests: tuple[RequestRow, ...]
