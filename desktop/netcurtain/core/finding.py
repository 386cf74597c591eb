"""Who was told what: the facts that decoders read and the sentences that people read are built from these.

A busy page makes thousands of them. They hold nothing that could lead back to them, so the collector of cycles passes them over
(``gc=False``): to look through them all would keep the windows waiting.
"""

import enum

import msgspec

from netcurtain.core.consent import Consent
from netcurtain.core.request import Fate


class What(enum.StrEnum):
    """A kind of fact that a request can tell (docs/COMMANDS.md, "decode")."""

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
    TYPED = "typed"
    """What somebody wrote into a field of the page, before the form was sent; seen in the tab, never decoded."""

    __hash__ = str.__hash__  # an enum's own is slow, and facts are looked up for every request


class IdentityKind(enum.StrEnum):
    """What of a person is told."""

    EMAIL = "email"
    PHONE = "phone"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    CITY = "city"
    COUNTY = "county"
    POSTCODE = "postcode"
    COUNTRY = "country"
    EXTERNAL_ID = "external_id"


class Written(enum.StrEnum):
    """How something typed was written in a request: as it is, in another alphabet, or scrambled by a hash."""

    PLAIN = "plain"
    PERCENT = "percent"
    BASE64 = "base64"
    HEX = "hex"
    MD5 = "md5"
    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA512 = "sha512"


class IdentityForm(enum.StrEnum):
    """As what it is told: in the open, with stars, or scrambled by a hash."""

    PLAIN = "plain"
    MASKED = "masked"
    SHA256 = "sha256"
    SHA1 = "sha1"
    MD5 = "md5"


class Identity(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """Which part of who somebody is was told, and in which form: never the value."""

    kind: IdentityKind
    form: IdentityForm


class Typed(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """Which field's text was told, by its label, and how it was written: never the text."""

    label: str
    written: Written


Value = str | tuple[str, ...] | Identity | Typed
"""A text; the names of a form's fields; an identity; or what was typed into a field."""


class DecodedField(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """One fact and the name of the parameter it stood in, such as ``dl`` or ``cd[buttonText]``.

    ``value`` is a tuple of names for ``form_fields``, an Identity for ``identity`` and a Typed for ``typed``; text for all else.
    """

    what: What
    value: Value
    parameter: str

    @property
    def text(self) -> str:
        """The value as a text, for people and for comparing; of an identity its kind and form."""
        if isinstance(self.value, str):  # nearly always
            return self.value
        match self.value:
            case Identity(kind, form):
                return f"{kind} ({form})"
            case Typed(label, written):
                return f"{label} ({written})"
            case names:
                return ", ".join(names)


class DecodedEvent(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What one request told one vendor; ``event`` is the vendor's own word or None."""

    vendor: str
    organisation: str
    event: str | None
    told: tuple[DecodedField, ...]


class FlaggedBy(enum.StrEnum):
    """What says that a request is one to a tracker."""

    FILTER = "filter"
    KNOWN_VENDOR = "known_vendor"
    TYPED = "typed"
    """It carried what somebody had typed, to a third party, before they sent the form."""


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One company and one request of one page: what it was told, which filter says so, how far the request got.

    ``filter`` and ``filter_list`` are empty unless ``flagged_by`` is a filter. ``event`` is the vendor's own word, None where there is none
    or where it may not be kept; ``status`` is HTTP's answer, 0 before one; ``consent`` is how the page's question about cookies stood, None
    where that is not known; ``gives_away`` are words of the address or the title that alone say what the page is about.
    """

    page: str
    organisation: str
    host: str
    filter: str
    filter_list: str
    fate: Fate
    time: float
    told: tuple[DecodedField, ...]
    sentence: str
    flagged_by: FlaggedBy = FlaggedBy.FILTER
    event: str | None = None
    status: int = 0
    consent: Consent | None = None
    gives_away: tuple[str, ...] = ()
