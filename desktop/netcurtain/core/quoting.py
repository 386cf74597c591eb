"""Which words of a fact may be kept. A tracker can put anything into a parameter, also what somebody has typed: so only words that the page
was seen to say itself, or that have a shape no typed sentence has. Of all else the kind of fact stays, and its words are let go of. Pure.
"""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from netcurtain.core.decoders.cookies import ACCOUNTS
from netcurtain.core.decoders.site_numbers import has_shape
from netcurtain.core.finding import DecodedEvent, DecodedField, Typed, What
from netcurtain.core.page import Page
from netcurtain.core.told_events import is_standard

_ADDRESS = re.compile(
    r"https?://[\w.:\[\]-]+(?:/(?:(?!%2[056B]|%3[BDF]|%40|%0[9AD]|%C2%A0)[^\s?@+;&=])*)?(?:\?[\w.\[\]&-]*)?", re.IGNORECASE
)
"""Without a space, an at sign or a value, also encoded and encoded twice, and with names in its query that are made of letters."""
_CONSENT = re.compile(r"G1[01-]{1,3}|1\d[a-z](?:\d[a-z]){1,7}\d?|LDU|[01]|[DGNYP]|in|out|pending|granted|denied|true|false", re.IGNORECASE)
"""Google's codes, and the words of Meta, Snap, Reddit, Microsoft, LinkedIn and Adobe."""
TAG = "tag"
"""What decoders write before the site's own number."""
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){4,}")
_BASE64 = re.compile(r"[A-Za-z\d]{8,60}")
_READABLE = re.compile(r"[\w .,:;/?&=+'@-]*")
_WORDS_OR_NUMBER = re.compile(r"[A-Za-z .,'@-]*|[\d +]*")
"""The same for a long number, of which many could be read as something."""
_FORM = re.compile(r"(?=.*form)[\w$\[\].:#-]{1,80}", re.IGNORECASE | re.ASCII)
"""The name of a form that says that it is one. Any other could be a name with a hyphen, a date or a telephone number."""

_USUAL = re.compile(
    r"(?:[a-dlotupr]|dl|dr|dt|tl|pl|url|uri|href|www|ref|referr?er|src|source|loc|location|link|page|document|path|pathname|title|address"
    r"|(?:page|document)_?(?:url|title|path|location|address)|body|context|data|events?|params|payload|properties)",
    re.IGNORECASE,
)
"""Names under which trackers write an address or a title."""


def quoted(fact: DecodedField, page: Page, vendor: str = "") -> DecodedField:
    """The fact with its words, or without them. How something was written is no word of it. ``vendor`` is whose decoder read it."""
    may = _is_number(fact, vendor) if fact.what is What.OTHER else _MAY_QUOTE[fact.what](fact, page)
    return fact if may else without_words(fact)


def without_words(fact: DecodedField) -> DecodedField:
    """That it was told, and nothing of what it says: of the site's own number that it is one, of a field how it was written."""
    if isinstance(fact.value, Typed):
        return replace(fact, value=replace(fact.value, label=""))
    is_number = fact.what is What.OTHER and fact.text.partition(" ")[0] == TAG
    return replace(fact, value=TAG if is_number else "")


def quoted_event(event: DecodedEvent, organisation: str, page: Page) -> DecodedEvent:
    """A company's event with only those words that may be kept; the name of one that is no standard event may say anything."""
    name = event.event if event.event and is_standard(event.event) else None
    return DecodedEvent(event.vendor, organisation, name, tuple(dict.fromkeys(quoted(fact, page, event.vendor) for fact in event.told)))


def usually_named(event: DecodedEvent) -> DecodedEvent:
    """An event of a request that no decoder knows, with the parameters' names that are usual: any other one may be what somebody typed."""
    return replace(event, told=tuple(fact if _is_usual(fact.parameter) else replace(fact, parameter="") for fact in event.told))


def _is_usual(parameter: str) -> bool:
    return all(map(_USUAL.fullmatch, parameter.split(".")))


def _is_address(fact: DecodedField, _page: Page) -> bool:
    return _ADDRESS.fullmatch(fact.text) is not None


def _says(fact: DecodedField, page: Page) -> bool:
    return page.says(fact)


def _is_account(fact: DecodedField, _page: Page) -> bool:
    return any(fact.text in names for names in ACCOUNTS.values())


def _is_consent(fact: DecodedField, _page: Page) -> bool:
    return _CONSENT.fullmatch(fact.text) is not None


def _is_standard(fact: DecodedField, _page: Page) -> bool:
    return is_standard(fact.text)


def _is_form(fact: DecodedField, _page: Page) -> bool:
    return _FORM.fullmatch(fact.text) is not None


def _is_number(fact: DecodedField, vendor: str) -> bool:
    """Whether it is the site's own number with the vendor, and nothing else could look so."""
    kind, _, number = fact.text.partition(" ")
    return kind == TAG and has_shape(vendor, number) and not _opens(number)


def _opens(number: str) -> bool:
    """Whether a number is words that were written in hexadecimal digits or in base64."""
    if _HEX.fullmatch(number):
        return _says_something(bytes.fromhex(number), _WORDS_OR_NUMBER if number.isdigit() else _READABLE)
    return _BASE64.fullmatch(number) is not None and _says_something(b64decode(number[: len(number) // 4 * 4]), _READABLE)


def _says_something(opened: bytes, readable: re.Pattern[str]) -> bool:
    try:
        return readable.fullmatch(opened.decode()) is not None
    except UnicodeDecodeError:
        return False


def _has_no_words(_fact: DecodedField, _page: Page) -> bool:
    return True


_MAY_QUOTE: Mapping[What, Callable[[DecodedField, Page], bool]] = {
    What.PAGE_ADDRESS: _is_address,
    What.PAGE_TITLE: _says,
    What.REFERRER: _is_address,
    What.EVENT: _is_standard,
    What.BUTTON_TEXT: _says,
    What.LINK_ADDRESS: _is_address,
    What.FORM_ID: _is_form,
    What.FORM_FIELDS: _says,
    What.IDENTITY: _has_no_words,
    What.VISITOR_ID: _has_no_words,
    What.ACCOUNT: _is_account,
    What.CONSENT: _is_consent,
    What.TYPED: _says,
}
