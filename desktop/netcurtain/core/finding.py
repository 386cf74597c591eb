"""Who was told what: the facts that decoders read and the sentences that people read are built from these."""

import enum
from dataclasses import dataclass

from netcurtain.core.request import Fate


class What(enum.StrEnum):
    """A kind of fact that a request can tell (DESIGN.md, ``decode``)."""

    PAGE_ADDRESS = "page_address"
    PAGE_TITLE = "page_title"
    REFERRER = "referrer"
    EVENT = "event"
    BUTTON_TEXT = "button_text"
    LINK_ADDRESS = "link_address"
    FORM_ID = "form_id"
    FORM_FIELDS = "form_fields"
    IDENTITY = "identity"
    VISITOR_ID = "visitor_id"
    ACCOUNT = "account"
    CONSENT = "consent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DecodedField:
    """One fact and the name of the parameter it stood in, such as ``dl`` or ``cd[buttonText]``."""

    what: What
    value: str
    parameter: str


@dataclass(frozen=True, slots=True)
class DecodedEvent:
    """What one request told one vendor; ``event`` is the vendor's own word or None."""

    vendor: str
    organisation: str
    event: str | None
    told: tuple[DecodedField, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One company and one request of one page: what it was told, which filter says so, how far the request got."""

    page: str
    organisation: str
    host: str
    filter: str
    filter_list: str
    fate: Fate
    time: float
    told: tuple[DecodedField, ...]
    sentence: str
