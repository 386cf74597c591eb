"""Which words of a fact may be kept. A tracker can put anything into a parameter, also what somebody has typed: so only words that the page
was seen to say itself, or that have a shape no typed sentence has. Of all else the kind of fact stays, and its words are let go of. Pure.
"""

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from netcurtain.core.decoders.cookies import ACCOUNTS
from netcurtain.core.finding import DecodedEvent, DecodedField, Typed, What
from netcurtain.core.page import Page
from netcurtain.core.told_events import is_standard

_ADDRESS = re.compile(
    r"https?://[\w.:\[\]-]+(?:/(?:(?!%2[056B]|%3[BDF]|%40|%0[9AD]|%C2%A0)[^\s?@+;&=])*)?(?:\?[\w.\[\]&-]*)?", re.IGNORECASE
)
"""Without a space, an at sign or a value, also encoded and encoded twice, and with names in its query that are made of letters."""
_CONSENT = re.compile(r"G1[01-]{1,3}|1\d[a-z](?:\d[a-z]){1,7}\d?|LDU|[01]|[DGNYP]|in|out|pending|granted|denied|true|false", re.IGNORECASE)
"""Google's codes, and the words of Meta, Snap, Reddit, Microsoft, LinkedIn and Adobe."""
_TAG = re.compile(r"tag (?![0+]|\d+-\d+-\d+$)(?=\S*\d)(?:[A-Z\d-]{1,60}|(?!\S*[A-Za-z]{4})[\w-]{1,60}|[A-Za-z\d]{20,60})", re.ASCII)
"""A number; a code in capitals, without a word in it, or long. No telephone number, no date, no name with a year behind it."""
_FORM = re.compile(r"(?=.*form)[\w$\[\].:#-]{1,80}", re.IGNORECASE | re.ASCII)
"""The name of a form that says that it is one. Any other could be a name with a hyphen, a date or a telephone number."""

_USUAL = re.compile(
    r"(?:[a-dlotupr]|dl|dr|dt|tl|pl|url|uri|href|www|ref|referr?er|src|source|loc|location|link|page|document|path|pathname|title|address"
    r"|(?:page|document)_?(?:url|title|path|location|address)|body|context|data|events?|params|payload|properties)",
    re.IGNORECASE,
)
"""Names under which trackers write an address or a title."""


def quoted(fact: DecodedField, page: Page) -> DecodedField:
    """The fact with its words, or without them. How something was written is no word of it."""
    if _MAY_QUOTE[fact.what](fact, page):
        return fact
    return replace(fact, value=replace(fact.value, label="") if isinstance(fact.value, Typed) else "")


def quoted_event(event: DecodedEvent, organisation: str, page: Page) -> DecodedEvent:
    """A company's event with only those words that may be kept; the name of one that is no standard event may say anything."""
    name = event.event if event.event and is_standard(event.event) else None
    return DecodedEvent(event.vendor, organisation, name, tuple(dict.fromkeys(quoted(fact, page) for fact in event.told)))


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


def _is_tag(fact: DecodedField, _page: Page) -> bool:
    return _TAG.fullmatch(fact.text) is not None


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
    What.OTHER: _is_tag,
    What.TYPED: _says,
}
