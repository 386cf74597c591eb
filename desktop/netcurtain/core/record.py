"""What may be kept: the only shapes that history/store.py takes, and the only way to make them from a page.

A private page has no record: its type says so and its making refuses it.
"""

from dataclasses import dataclass
from typing import Literal

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import Finding
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate

UNKNOWN = Circumstances()
"""Nobody wrote down what a page was checked with."""


class PrivatePageRefusedError(ValueError):
    """A private page was about to be kept; our bug."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page of a visit. ``url`` has no query values; ``page`` is unique over all browsers and runs. Raises for a private page."""

    page: str
    visit: str
    site: str
    url: str
    title: str
    started: float
    circumstances: Circumstances = UNKNOWN
    from_start: bool = True
    private: Literal[False] = False

    def __post_init__(self) -> None:
        """Refuse a private page even where the type was got around."""
        if self.private:
            raise PrivatePageRefusedError("a private page is never kept")


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A flagged request: host and filter, never its query or body."""

    page: str
    request: str
    host: str
    organisation: str
    filter: str
    filter_list: str
    fate: Fate
    time: float


@dataclass(frozen=True, slots=True)
class FateRecord:
    """A kept request got further; or, where it was sent and is now called attempted, it reached nobody after all."""

    page: str
    request: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A kept page told a company something, or tried to."""

    page: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A form that is sensitive, or possibly so, stood on a kept page: never what it is about, nothing of its words."""

    page: str
    form: str
    level: FormLevel


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """How a kept page's question about cookies stood, from ``time`` on."""

    page: str
    consent: Consent
    time: float


@dataclass(frozen=True, slots=True)
class ServerClockRecord:
    """How far this computer's clock was from a server's when a page was opened."""

    page: str
    clock: ServerClock


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """A form was sent from a kept page; by uuid, once however often it is reported."""

    page: str
    submission: str
    time: float


@dataclass(frozen=True, slots=True)
class PageClosedRecord:
    """A kept page was left: nothing more is said of it."""

    page: str


@dataclass(frozen=True, slots=True)
class VisitUnkeptRecord:
    """The person does not want this visit kept: what there is of it goes, and nothing more of it is taken in."""

    visit: str


Record = (
    PageRecord
    | RequestRecord
    | FateRecord
    | FindingRecord
    | FormRecord
    | ConsentRecord
    | ServerClockRecord
    | SubmissionRecord
    | PageClosedRecord
    | VisitUnkeptRecord
)
