"""What a saved copy says: one visit or one site, as facts. Made from open pages by core/evidence_of.py or from what is kept by
history/evidence.py; put on paper by evidence/. Nothing here holds an answer, a choice the person made, or a value that tells who they are.
"""

import enum

import msgspec

from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate

STOPPED = (Fate.STOPPED_BY_US, Fate.STOPPED_BY_ANOTHER)
"""One and the same in a copy: who stopped a request can show what the person chose."""


class Source(enum.StrEnum):
    """Where the facts come from."""

    OPEN = "open"
    """The pages while they are open: every tracker request with its address and body, their values cut to what may be quoted."""
    KEPT = "kept"
    """What is remembered of pages that were left: who was told what and when, by host, without addresses and bodies of requests."""


class Unsaid(msgspec.Struct, frozen=True):
    """Facts of pages, which hold addresses and titles."""

    def __repr__(self) -> str:
        """What it is, and nothing of it."""
        return f"{type(self).__name__}()"


class Circumstances(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a page was checked with: each list's title with its date, and the versions of app, extension and browser ("" where unknown)."""

    lists: tuple[str, ...] = ()
    app: str = ""
    extension: str = ""
    browser: str = ""


class ServerClock(msgspec.Struct, frozen=True):
    """A server's ``Date`` header beside this computer's clock: by how many milliseconds this computer is ahead, to about a second."""

    host: str
    offset: float


class ConsentMoment(msgspec.Struct, frozen=True):
    """How a page's question about cookies stood from ``time`` on, in milliseconds since 1970."""

    time: float
    consent: Consent


class Redacted(Unsaid, frozen=True):
    """A request's address and body with every value cut that is not among the facts that may be quoted.

    Names of parameters stay. ``same``: read again, it tells the same facts. ``body`` is None where there was none, or where it could not be
    cut with certainty; ``kind`` is its Content-Type.
    """

    url: str
    same: bool
    body: str | None = None
    kind: str = ""


class EvidenceRequest(Unsaid, frozen=True, omit_defaults=True):
    """One flagged request. ``time`` is milliseconds since 1970, ``status`` HTTP's, 0 before an answer or where it is not kept.

    ``initiator`` is what the browser names as having asked for it; ``redirected_from`` the request of the same page that led to it.
    ``events`` and ``cookies`` are what it tells; ``redacted`` is None where only the host is known.
    """

    request: str
    time: float
    host: str
    organisation: str
    filter: str
    filter_list: str
    flagged_by: FlaggedBy
    fate: Fate
    status: int = 0
    method: str = ""
    type: str = ""
    initiator: str = ""
    redirected_from: str = ""
    count: int = 1
    events: tuple[DecodedEvent, ...] = ()
    cookies: tuple[DecodedField, ...] = ()
    typed: tuple[DecodedField, ...] = ()
    sentences: tuple[str, ...] = ()
    redacted: Redacted | None = None


class EvidenceMoment(Unsaid, frozen=True):
    """Something that was said of a page, and when."""

    time: float
    sentence: str


class EvidencePage(Unsaid, frozen=True, omit_defaults=True):
    """One page. ``page`` is its name, the same while it is open as where it is kept. ``address`` has no query values; ``submissions`` are
    when a form went on its way. ``left_out`` counts requests that are not here because there were too many, ``stopped`` those that were
    stopped in the browser, by whatever, here or left out.
    """

    page: str
    address: str
    title: str
    opened: float
    source: Source = Source.OPEN
    from_start: bool = True
    form_level: FormLevel = FormLevel.NO
    consents: tuple[ConsentMoment, ...] = ()
    submissions: tuple[float, ...] = ()
    requests: tuple[EvidenceRequest, ...] = ()
    left_out: int = 0
    stopped: int = 0
    moments: tuple[EvidenceMoment, ...] = ()
    circumstances: Circumstances = Circumstances()
    server_clock: ServerClock | None = None


class Evidence(Unsaid, frozen=True, omit_defaults=True):
    """One visit, or every visit to a site. ``made`` is when it was put together, ``gaps`` when nothing was taken in around it, both in
    milliseconds since 1970.
    """

    site: str
    made: float
    pages: tuple[EvidencePage, ...]
    not_seen: tuple[str, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def sources(self) -> frozenset[Source]:
        """Where its pages' facts come from."""
        return frozenset(page.source for page in self.pages)
