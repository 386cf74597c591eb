"""What a survey found: frozen, written to disk site by site (folder.py), and the one source of tables, report and comparison.

A page is looked at in up to three states of the choice about cookies. Everything that is said of a company says in which.
Addresses are without query values; nothing here was typed by anybody but a marker of ours.
"""

import enum
from typing import Any

import msgspec

from netcurtain.core.evidence import Unsaid
from netcurtain.core.level import Level
from netcurtain.survey.trouble import Trouble


class Stage(enum.StrEnum):
    """When something was seen. A fresh profile each for the first and the last: nothing of one is left in the other."""

    ARRIVED = "arrived"
    """Before any choice about cookies, and before anything was touched."""
    TOUCHED = "touched"
    """After a field was touched (and a marker typed, where that was asked for); still before any choice."""
    REFUSED = "after_refusing"
    """From pressing the banner's way to refuse, and on the same page loaded again in a new tab."""
    ACCEPTED = "after_accepting"
    """The same after accepting."""


BEFORE = (Stage.ARRIVED, Stage.TOUCHED)
"""Before any choice about cookies."""


class Choosing(enum.StrEnum):
    """What became of a choice about cookies on a page."""

    DONE = "done"
    NO_BANNER = "no_banner"
    """None that we know was there."""
    NO_WAY = "no_way"
    """The banner has no button for this that may be pressed, or pressing it would send a form."""
    FAILED = "failed"
    """It was pressed, and the banner stayed; or what came up afterwards was not the page: an error, or another place."""
    NOT_TRIED = "not_tried"
    """There was a banner, and nothing was pressed: something went wrong before that, or it was not there any more."""


class FilterSeen(msgspec.Struct, frozen=True, order=True):
    """A filter that flagged requests, verbatim, and the list that it is from; both empty where our own table of companies did."""

    filter: str
    filter_list: str


class EventSeen(Unsaid, frozen=True):
    """What one request told: ``line`` is as `decode` prints it (core/told_line.py). ``went_out``: the request was seen to leave.

    ``time`` is the request's, in milliseconds since 1970, of the first that told this; ``by`` is the filter that flagged it.
    """

    line: dict[str, Any]
    went_out: bool
    time: float = 0.0
    by: FilterSeen = FilterSeen("", "")


class Look(Unsaid, frozen=True):
    """One company at one stage of a page. ``first_seen`` is milliseconds since 1970, by this computer's clock."""

    stage: Stage
    requests: int
    went_out: bool
    first_seen: float
    hosts: tuple[str, ...] = ()
    filters: tuple[FilterSeen, ...] = ()
    events: tuple[EventSeen, ...] = ()
    sentences: tuple[str, ...] = ()


class CompanySurveyed(Unsaid, frozen=True):
    """One company on one page; ``looks`` has one entry for each stage at which it was met, in the order of Stage."""

    name: str
    category: str
    looks: tuple[Look, ...]


class Seen(msgspec.Struct, frozen=True):
    """The page itself at one stage: what the core said of it as a whole."""

    stage: Stage
    requests: int
    third_party_hosts: int
    level: Level
    sensitive: bool
    categories: tuple[str, ...] = ()
    from_start: bool = True


class PageSurveyed(Unsaid, frozen=True):
    """One page. ``trouble`` is what went wrong, if anything did; what was seen until then is told all the same.

    ``name`` is the page's name in the survey and of its files: the number of the line in the list, then of the page ("0007-01").
    ``asked`` is the address in the list, ``url`` where the page was in the end. ``clicks`` is how far from there; 0 is the address itself.
    ``forms``, ``refused`` and ``accepted`` are None where nobody can say: nothing was looked for, or the page did not answer.
    """

    name: str
    number: int
    site: str
    label: str
    asked: str
    url: str
    clicks: int
    started: float
    title: str = ""
    status: int = 0
    forms: int | None = None
    touched: bool = False
    marker_typed: bool = False
    banner: str = ""
    refused: Choosing | None = None
    accepted: Choosing | None = None
    trouble: Trouble | None = None
    detail: str = ""
    """More of the trouble, in the browser's own word: "net::ERR_CERT_DATE_INVALID". Never words of the page."""
    seconds: float = 0.0
    seen: tuple[Seen, ...] = ()
    companies: tuple[CompanySurveyed, ...] = ()
    recording: str = ""
    """The HAR, as a path within the survey's folder; "" for none."""
    screenshot: str = ""
    search_broke_off: bool | None = None
    """Whether the search for other pages of the site, from here, was cut short, by its limits or by trouble; None where none was made."""


class ListUsed(msgspec.Struct, frozen=True):
    """A filter list that pages were checked with. ``dated`` is its own day (ISO 8601), "" where it has none."""

    name: str
    version: str
    filters: int
    dated: str = ""


class MadeWith(msgspec.Struct, frozen=True):
    """What a result rests on. Every claim carries it."""

    netcurtain: str
    browser: str
    """"Chromium 156.0.1.2"."""
    lists: tuple[ListUsed, ...]


class SiteSurveyed(Unsaid, frozen=True):
    """One site: the unit of work, of resuming and of writing. Every address of it has at least one page."""

    site: str
    made_with: MadeWith
    pages: tuple[PageSurveyed, ...]
