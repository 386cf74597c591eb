"""The frozen rows that the history hands to the windows."""

import enum
from dataclasses import dataclass

from netcurtain.core.consent import Consent
from netcurtain.core.request import Fate


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One line of the history: a visit to one site. ``started`` is milliseconds since 1970. ``on_disk``: it is kept behind the passphrase;
    ``chosen``: the person pressed *Keep*, so that no time takes it away.
    """

    visit: str
    site: str
    started: float
    companies: int
    sensitive: bool
    on_disk: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class VisitQuery:
    """Which visits are asked for: those that fit everything that is said here. ``search`` stands in the site's or a company's name,
    ``company`` and ``site`` are whole names; ``told``: a company was told something; ``chosen``: the person pressed *Keep*.
    """

    search: str = ""
    company: str = ""
    site: str = ""
    sensitive: bool = False
    told: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class VisitPage:
    """A part of the list, the newest first; ``more``: there are older ones."""

    rows: tuple[VisitRow, ...]
    more: bool = False


class MomentKind(enum.StrEnum):
    """What a moment of a visit is about."""

    OPENED = "opened"
    FORM = "form"
    CONSENT = "consent"
    TOLD = "told"
    CONTACTED = "contacted"
    TRIED = "tried"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One moment of a visit: when, and what happened, in words. ``organisation`` is who was told; ``consent`` is how the page's question
    about cookies stood then, None where nothing was seen of one.
    """

    time: float
    what: str
    kind: MomentKind = MomentKind.TOLD
    organisation: str = ""
    consent: Consent | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing was taken in between two moments, in milliseconds since 1970: the history was locked, or Netcurtain was not running."""

    since: float
    until: float


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
    """One visit, explained: its pages' moments, oldest first, and its flagged requests (500 at most each; ``more_moments`` and
    ``more_requests`` count the rest). ``lists`` is what its pages were checked with, each with its date; ``gaps`` lie within it, oldest
    first; ``not_seen`` says what could not be seen.
    """

    row: VisitRow
    lines: tuple[StoryLine, ...]
    requests: tuple[RequestRow, ...]
    more_moments: int = 0
    more_requests: int = 0
    lists: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    not_seen: tuple[str, ...] = ()


class Change(enum.StrEnum):
    """How a company stands on the newer of two visits. What was only tried told it nothing."""

    GAINED = "gained"
    LOST = "lost"
    TOLD_MORE = "told_more"
    TOLD_LESS = "told_less"
    TRIED_MORE = "tried_more"
    TRIED_LESS = "tried_less"
    SAME = "same"


class Doubt(enum.StrEnum):
    """Why what was seen may not be all there was, or why two visits may differ, or be alike, though the site does the opposite."""

    MISSED_A_START = "missed_a_start"
    GAPS = "gaps"
    FULL = "full"
    LISTS_UNKNOWN = "lists_unknown"
    OTHER_LISTS = "other_lists"
    OTHER_PAGES = "other_pages"
    OTHER_CONSENT = "other_consent"
    STOPPED = "stopped"
    """On one of them something was stopped before it went out."""
    KINDS_UNKNOWN = "kinds_unknown"
    """Of one of them it was kept who was told something, and not which kinds of things."""


@dataclass(frozen=True, slots=True)
class CompanyChange:
    """One company on two visits to a site: ``before`` and ``after`` are the sentences that were said of it then."""

    organisation: str
    change: Change
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteChange:
    """What changed between two visits to a site, by what was seen; ``doubts`` say why that may mislead."""

    older: VisitRow
    newer: VisitRow
    companies: tuple[CompanyChange, ...]
    doubts: tuple[Doubt, ...] = ()
