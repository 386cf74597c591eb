"""What happened, for those who look: the windows, the history and ``serve --json``. Frozen, for they go to other threads.

What is made for every flagged request is a struct of msgspec, which is made many times as fast as a frozen dataclass, and passed over by
the collector of cycles.
"""

import enum
from dataclasses import dataclass

import msgspec

from netcurtain.core.finding import DecodedField, Finding, FlaggedBy
from netcurtain.core.keeping import Kept
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.observation import Choice
from netcurtain.core.request import Fate


class Side(enum.StrEnum):
    """One end of the link."""

    APP = "app"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class PageKey:
    """A page among all browsers: the paired browser's id and the name that browser gave the page."""

    browser: str
    page: str


class RequestSeen(msgspec.Struct, frozen=True, gc=False):
    """One flagged request: address without query, the filter that decided and its list, both empty where ``flagged_by`` is something else.

    ``status`` is HTTP's, 0 before an answer.
    """

    request: str
    url: str
    type: str
    filter: str
    filter_list: str
    organisation: str
    fate: Fate
    time: float
    status: int = 0
    flagged_by: FlaggedBy = FlaggedBy.FILTER


@dataclass(frozen=True, slots=True)
class CompanyView:
    """One company on one page: how many requests, what it was told, in words and in facts, and the newest flagged requests (50 at most)."""

    name: str
    category: str
    requests: int
    told: tuple[DecodedField, ...]
    sentences: tuple[str, ...]
    seen: tuple[RequestSeen, ...]
    went_out: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything that is shown of one page. ``from_start`` is false where some of its requests were missed; ``host`` may be empty.

    ``visit`` is the name of the visit that it belongs to, which says nothing about it; ``paused``: nobody is to look at that visit.
    """

    key: PageKey
    host: str
    url: str
    title: str
    private: bool
    from_start: bool
    companies: tuple[CompanyView, ...]
    level: Level
    form_level: FormLevel
    headline: str
    not_seen: str
    visit: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class PageUpdated:
    """A page is new or something on it changed; ``opened`` is true the first time."""

    view: PageView
    opened: bool = False


@dataclass(frozen=True, slots=True)
class PageGone:
    """A page was closed."""

    key: PageKey


@dataclass(frozen=True, slots=True)
class FrontChanged:
    """Which page the person looks at now; None for none."""

    browser: str
    key: PageKey | None


class MatchSeen(msgspec.Struct, frozen=True):
    """A request was flagged. ``private`` pages' matches are shown, never kept."""

    key: PageKey
    request: RequestSeen
    private: bool


class FindingMade(msgspec.Struct, frozen=True):
    """A company was told something, or a page tried to tell it."""

    key: PageKey
    finding: Finding
    private: bool


@dataclass(frozen=True, slots=True)
class FormJudged:
    """A form was judged."""

    key: PageKey
    form_level: FormLevel
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictChanged:
    """The level of a page or its companies changed."""

    key: PageKey
    level: Level
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubmissionMade:
    """A form was sent, or is held until a warning is answered; ``told`` is the warning, which names no company by its host alone."""

    key: PageKey
    submission: str
    held: bool
    told: tuple[str, ...]
    not_seen: str


@dataclass(frozen=True, slots=True)
class WarningChanged:
    """More was seen while a warning is unanswered, or something turned out to have reached nobody: ``told`` and ``not_seen`` are what it
    says now, as in SubmissionMade.
    """

    key: PageKey
    submission: str
    told: tuple[str, ...]
    not_seen: str


@dataclass(frozen=True, slots=True)
class SubmissionAnswered:
    """The person answered a warning, wherever that was; or it went away by itself (``choice`` None)."""

    key: PageKey
    submission: str
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class BrowserPaired:
    """A pairing code was used: this browser, by its id, is paired from now on. ``name`` is what it calls itself ("Chrome 156")."""

    browser: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class BrowserLeft:
    """A paired browser is no longer connected. Its pages are kept for a while: it may only be asleep, and is greeted when it is back."""

    browser: str


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """How many paired browsers are connected now."""

    browsers: int


@dataclass(frozen=True, slots=True)
class AppAsked:
    """The person asked for the app's window, in a browser's popup."""


@dataclass(frozen=True, slots=True)
class PairingCodeEnded:
    """The pairing code that is shown works no more, before its time: it was tried too often."""


@dataclass(frozen=True, slots=True)
class UpdateNeeded:
    """A paired browser and the app share no version of the messages: which side is the older one. ``name`` as in BrowserPaired."""

    side: Side
    browser: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """Visits were forgotten because their time was over, or somewhere else than in this window."""


@dataclass(frozen=True, slots=True)
class KeptChanged:
    """The history on disk was made, locked, opened or erased. Windows let go of what they show of it unless it is open."""

    kept: Kept


@dataclass(frozen=True, slots=True)
class EraseAsked:
    """The person asked in a browser's popup that everything be erased."""

    browser: str


@dataclass(frozen=True, slots=True)
class ListsChanged:
    """What pages are checked with from now on: each list's title with its date."""

    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something outside of any page went wrong: one calm sentence that says what to do. It names no site."""

    sentence: str


Event = (
    PageUpdated
    | PageGone
    | FrontChanged
    | MatchSeen
    | FindingMade
    | FormJudged
    | VerdictChanged
    | SubmissionMade
    | WarningChanged
    | SubmissionAnswered
    | BrowserPaired
    | BrowserLeft
    | LinkChanged
    | AppAsked
    | PairingCodeEnded
    | UpdateNeeded
    | HistoryChanged
    | KeptChanged
    | EraseAsked
    | ListsChanged
    | Trouble
)
