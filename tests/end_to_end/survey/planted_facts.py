"""Sixty pages, and everything that a survey of them has to find: pure data, written by hand. planted_pages.py serves them.

PAGES     what is on each page: its form, its banner, what is sent and when
facts()   what follows: page, stage, company and kind of fact, a row each; what is in no row must not be claimed
"""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.end_to_end.survey.planted_banners import Banner
from tests.end_to_end.survey.planted_trackers import NOBODY, Sent

from netcurtain.core.finding import What
from netcurtain.survey.result import Choosing, Stage


class When(enum.StrEnum):
    """In which states of the choice about cookies something is sent."""

    ALWAYS = "always"
    UNLESS_REFUSED = "unless_refused"
    """Before any choice, and again after accepting."""
    ONCE_ACCEPTED = "once_accepted"
    ONCE_REFUSED = "once_refused"
    ONCE_CHOSEN = "once_chosen"
    """After accepting, and after refusing all the same."""


class On(enum.StrEnum):
    """At which moment."""

    OPENING = "opening"
    TOUCH = "touch"
    """The first touch of a field."""


class Form(enum.StrEnum):
    """What a page asks, and where that stands."""

    NONE = "none"
    REPORT = "report"
    SEARCH = "search"
    IN_SHADOW = "in_shadow"
    IN_FRAME = "in_frame"
    LATE = "late"


class Robots(enum.StrEnum):
    """What the site says to programs."""

    NOTHING = "nothing"
    NOT_THIS = "not_this"


@dataclass(frozen=True, slots=True)
class Plant:
    """Something that a page sends."""

    sent: Sent
    when: When = When.ALWAYS
    on: On = On.OPENING


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the line of the list is its number."""

    number: int
    site: str
    path: str
    heading: str
    form: Form
    banner: Banner | None
    plants: tuple[Plant, ...]
    robots: Robots = Robots.NOTHING

    @property
    def host(self) -> str:
        return f"www.{self.site}.example"

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.path}"

    @property
    def title(self) -> str:
        return f"{self.heading} | {self.site.replace('-', ' ').title()}"

    @property
    def is_visited(self) -> bool:
        return self.robots is Robots.NOTHING

    @property
    def is_touched(self) -> bool:
        """Whether a field can be touched there."""
        return self.form is not Form.NONE

    @property
    def refused(self) -> Choosing:
        """What has to be said of refusing there."""
        return self.banner.refused if self.banner else Choosing.NO_BANNER

    @property
    def accepted(self) -> Choosing:
        return self.banner.accepted if self.banner else Choosing.NO_BANNER

    @property
    def has_known_banner(self) -> bool:
        return self.banner is not None and self.banner.known


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One planted fact. ``what`` is "" where a company was contacted and nothing that we read was in the request."""

    page: int
    stage: Stage
    company: str
    what: What | str


def facts(pages: Iterable[Page]) -> frozenset[Fact]:
    """Every fact of these pages."""
    return frozenset(fact for page in pages if page.is_visited for fact in _facts_of(page))


def _facts_of(page: Page) -> Iterator[Fact]:
    told: dict[tuple[Stage, str], set[What | str]] = {}
    for plant in page.plants:
        if plant.sent.company != NOBODY:
            for stage in _stages(page, plant):
                told.setdefault((stage, plant.sent.company), set()).update(plant.sent.told)
    for (stage, company), kinds in told.items():
        yield from (Fact(page.number, stage, company, what) for what in kinds or {""})


_STATES = {
    When.ALWAYS: ("none", "refused", "accepted"),
    When.UNLESS_REFUSED: ("none", "accepted"),
    When.ONCE_ACCEPTED: ("accepted",),
    When.ONCE_REFUSED: ("refused",),
    When.ONCE_CHOSEN: ("refused", "accepted"),
}


def _stages(page: Page, plant: Plant) -> Iterator[Stage]:
    """At which stages it is sent on this page. After a choice the page is opened and a field is touched once more."""
    if plant.on is On.TOUCH and not page.is_touched:
        return
    states = _STATES[plant.when]
    if "none" in states:
        yield Stage.TOUCHED if plant.on is On.TOUCH else Stage.ARRIVED
    if "refused" in states and page.refused is Choosing.DONE:
        yield Stage.REFUSED
    if "accepted" in states and page.accepted is Choosing.DONE:
        yield Stage.ACCEPTED
