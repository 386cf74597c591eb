"""What two surveys have in common and what not: frozen, made by comparing.py, told by text.py and html.py.

"Seen in one only" is all that it says of a company: each page was looked at once each time, and adverts rotate.
"""

import enum
from datetime import datetime

import msgspec

from netcurtain.core.evidence import Unsaid
from netcurtain.core.finding import What
from netcurtain.survey.facts import State
from netcurtain.survey.trouble import Trouble


class Change(enum.StrEnum):
    """What became of a company, on a page or in one state of it."""

    GAINED = "seen_in_new_only"
    LOST = "seen_in_old_only"
    CHANGED = "seen_in_both"
    """Seen both times, but told something else, or in other states."""


class Difference(enum.StrEnum):
    """What else was not the same, so that a change may come from there and not from the sites."""

    LISTS = "lists"
    NETCURTAIN = "netcurtain"
    BROWSER = "browser"
    OPTIONS = "options"


class Why(enum.StrEnum):
    """Why a page was not compared."""

    TROUBLE = "trouble"
    """It had trouble in one of the surveys, or in both."""
    NOT_LOOKED_FOR = "not_looked_for"
    """It is linked from an address that had trouble in the other survey, or whose links were not followed there to the end, or at all."""
    ALIKE = "alike"
    """Several pages of the site have its address, but for what follows a question mark."""
    NO_STATE = "no_state"
    """No state was reached in both."""


class Absent(enum.StrEnum):
    """Why a page is in one survey alone."""

    NOT_FOUND = "not_found"
    """Its address was looked at in the other too, and the page not found from there."""
    NOT_LISTED = "not_listed"
    """The other's list does not have its address."""
    NOT_YET = "not_yet"
    """The other is of the same list, is not finished, and has not looked at the address yet."""
    PERHAPS_NOT_YET = "perhaps_not_yet"
    """The other is of another list and not finished: whether it will look at the address is not known."""


class Survey(msgspec.Struct, frozen=True):
    """One of the two. ``first`` and ``last`` are when its first and its last page were looked at; the rest is each value that occurs.

    ``left`` is how many sites of its list were not looked at yet. ``options`` are sentences; they hold no contact, and of the browser's
    options only the names.
    """

    first: datetime | None
    last: datetime | None
    sites: int
    pages: int
    with_trouble: int
    lists: tuple[str, ...]
    netcurtain: tuple[str, ...]
    browsers: tuple[str, ...]
    options: tuple[str, ...]
    left: int = 0


class StateChange(msgspec.Struct, frozen=True):
    """What changed about a company in one state.

    ``more`` and ``less`` are kinds of facts: seen to be told in the new survey only, and in the old one only. ``went_out``: whether any
    request to it was seen to leave, in the old and in the new survey.
    """

    state: State
    change: Change
    more: tuple[What, ...]
    less: tuple[What, ...]
    went_out: tuple[bool, bool]


class CompanyChange(msgspec.Struct, frozen=True):
    """What changed about a company on a page. ``filters`` flagged it in the newest survey in which it was seen, with list and version; our
    own table of companies stands there by its name. None: nothing flagged it; what was typed in a field was in a request to it.
    """

    name: str
    category: str
    change: Change
    states: tuple[StateChange, ...]
    filters: tuple[str, ...]


class Place(Unsaid, frozen=True):
    """A page as one survey saw it: where it was in the end, when, with which browser, and its HAR within the survey's folder."""

    url: str
    seen: datetime | None
    browser: str
    recording: str


class PageChange(Unsaid, frozen=True):
    """A page on which something changed. ``not_compared`` are states that were reached in one of the surveys only."""

    site: str
    label: str
    asked: str
    old: Place
    new: Place
    companies: tuple[CompanyChange, ...]
    not_compared: tuple[State, ...]


class PageOnce(Unsaid, frozen=True):
    """A page of one survey alone, and ``why``.

    ``trouble`` is what it had there; ``companies`` may then not be all. ``nobody``: it was seen to ask none; None: nobody can say.
    """

    site: str
    label: str
    asked: str
    at: Place
    why: Absent
    trouble: Trouble | None
    companies: tuple[str, ...]
    nobody: bool | None


class NotCompared(Unsaid, frozen=True):
    """A page that nothing is said of, and why; the trouble that it had in the old and in the new survey."""

    site: str
    label: str
    asked: str
    url: str
    why: Why
    old_trouble: Trouble | None
    new_trouble: Trouble | None


class StateTotal(msgspec.Struct, frozen=True):
    """How many pages were compared in a state, and on how many of them some company was seen in one survey only.

    ``reached_once`` counts the pages that were compared, but not in this state, which was reached in one of the surveys only.
    """

    state: State
    compared: int
    reached_once: int
    gained: int
    lost: int


class CompanyTotal(msgspec.Struct, frozen=True):
    """A company over all compared pages: on how many it was seen, then and now, and on how many sites it was seen in one survey only."""

    name: str
    category: str
    old_pages: int
    new_pages: int
    gained_pages: int
    lost_pages: int
    changed_pages: int
    gained_sites: int
    lost_sites: int


class Comparison(msgspec.Struct, frozen=True):
    """All of it. ``compared`` counts the pages that were, ``same`` those of them on which nothing changed."""

    old: Survey
    new: Survey
    differences: tuple[Difference, ...]
    asked_otherwise: tuple[str, ...]
    """The names of what was asked otherwise (asked.py), without values."""
    compared: int
    same: int
    states: tuple[StateTotal, ...]
    companies: tuple[CompanyTotal, ...]
    changed: tuple[PageChange, ...]
    """Sorted by site and address, as are the others."""
    only_new: tuple[PageOnce, ...]
    only_old: tuple[PageOnce, ...]
    not_compared: tuple[NotCompared, ...]
