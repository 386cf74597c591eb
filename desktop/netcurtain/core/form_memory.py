"""What a visit remembers of its sensitive forms, so that a later step of the same journey counts as much as the first. In memory only, and
nothing of what anybody wrote: addresses of pages, and what was decided there.

"Is there anything else you would like to tell us?" says nothing by itself. It inherits from a sensitive form that was seen before it in the
visit where it goes on with that form's journey. A form goes on with it on a page

- at the address of one of its steps: one form takes another's place, or the person goes back;
- that is the first to come up after a step was sent;
- in the folder of a step (after ``/report/assault/what`` also ``/report/assault/who``), or below it where it has no folder of its own; a
  folder that a site has for everything (``/services/``) is none;
- or if it is sent to where a step was sent.

A step is a form that is sensitive by itself or by inheritance. A form that is rather for something else (the search, the newsletter, the
log-in, the cookies, a gift, feedback, a pothole) neither inherits nor hands on, even where it asks one sensitive question. Time does not
matter: people stop, and think, and go on. All of it ends with the visit.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from netcurtain.core.level import FormJudgement, FormLevel, Reason

EARLIER = "earlier"
"""Where a phrase stood that decided on an earlier form."""

MAX_STEPS = 50
"""Addresses of steps that a visit remembers, the newest."""

FOR_EVERYTHING = frozenset(
    {
        *("en", "cy", "gd", "ga", "en-gb", "cy-gb", "index", "home", "web", "site", "sites", "public", "content", "node", "topics"),
        *("service", "services", "online", "form", "forms", "page", "pages", "app", "apps", "api", "submit", "cgi-bin"),
        *("news", "article", "articles", "contact", "contact-us", "about", "about-us", "help", "support", "advice", "information"),
        *("wp-admin", "admin-ajax.php"),
    }
)
"""Names of folders in which a site keeps things that have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address without query: its host and the parts of its path."""

    host: str
    path: tuple[str, ...]

    def __repr__(self) -> str:
        """Nothing of the address."""
        return "Place()"

    @property
    def says_enough(self) -> bool:
        """Whether two forms that share it belong together."""
        return any(part not in FOR_EVERYTHING for part in self.path)

    @property
    def journey(self) -> "Place":
        """The folder with the other steps; of a page without such a folder the page itself."""
        folder = Place(self.host, self.path[:-1])
        return folder if folder.says_enough else self

    def holds(self, other: "Place") -> bool:
        """Whether the other address is this one or lies below it."""
        return self.host == other.host and other.path[: len(self.path)] == self.path


def place_at(url: str) -> Place:
    """Where an address leads; a bad one leads nowhere."""
    try:
        parts = urlsplit(url)
        return Place((parts.hostname or "").lower(), tuple(part.lower() for part in parts.path.split("/") if part))
    except ValueError:
        return Place("", ())


@dataclass(frozen=True, slots=True)
class Step:
    """A sensitive form of the visit: where it stood, where it is sent to, what it is about, and the phrase that decided."""

    place: Place
    action: Place
    score: float
    categories: tuple[str, ...]
    reason: Reason

    def __repr__(self) -> str:
        """What it is about, not where it was."""
        return f"Step({self.categories!r})"


class FormMemory:
    """The steps of a visit, and the way that led to the page it is at."""

    def __init__(self) -> None:
        self._steps: dict[Place, Step] = {}
        self._here: Place | None = None
        self._sent: Step | None = None
        self._led_here: Step | None = None

    def __len__(self) -> int:
        return len(self._steps)

    def came_up(self, url: str) -> None:
        """A page came up, or went on to another address without a new document."""
        here = place_at(url)
        if here != self._here:
            self._here, self._led_here = here, self._sent
        self._sent = None

    def note(self, url: str, action: str, judgement: FormJudgement) -> None:
        """A form stands on the page at ``url``, with what was decided on it in the end: if it is sensitive, it is a step."""
        if judgement.level is not FormLevel.SENSITIVE or judgement.is_for_something_else or not judgement.reasons:
            return
        first = judgement.reasons[0]
        place = place_at(url)
        self._steps.pop(place, None)
        self._steps[place] = Step(
            place, place_at(action), judgement.score, judgement.categories, Reason(EARLIER, first.text, first.category)
        )
        if len(self._steps) > MAX_STEPS:
            self._steps.pop(next(iter(self._steps)))

    def sent(self, url: str) -> None:
        """A sensitive form of the page at ``url`` is on its way: what comes up next is the next step."""
        self._sent = self._steps.get(place_at(url))

    def not_sent(self) -> None:
        """It has not gone after all."""
        self._sent = None

    def recall(self, url: str, action: str, alone: FormJudgement) -> FormJudgement | None:
        """What a form on the page at ``url`` inherits, if it does: ``alone`` is what was decided on it by itself."""
        if alone.level is FormLevel.SENSITIVE or alone.is_for_something_else:
            return None
        step = self._step_before(place_at(url), place_at(action))
        if step is None:
            return None
        return replace(
            alone,
            level=FormLevel.SENSITIVE,
            score=max(step.score, alone.score),
            categories=tuple(dict.fromkeys((*step.categories, *alone.categories))),
            reasons=(step.reason, *alone.reasons),
        )

    def _step_before(self, place: Place, action: Place) -> Step | None:
        """The newest step that a form at ``place`` goes on with."""
        if place in self._steps:
            return self._steps[place]
        if self._led_here is not None and place == self._here:
            return self._led_here
        for step in reversed(self._steps.values()):
            journey = step.place.journey
            if journey.says_enough and journey.holds(place):
                return step
            if action.says_enough and action == step.action:
                return step
        return None
