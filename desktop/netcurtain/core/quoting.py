"""Which words of a fact may be kept. A tracker can put anything into a parameter, also what somebody has typed: so only words that the page
was seen to say itself, or that have a shape no typed sentence has. Of all else the kind of fact stays, and its words are let go of. Pure.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from netcurtain.core.decoders.cookies import ACCOUNTS
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.page import Page
from netcurtain.core.told_wording import is_standard

_ADDRESS = re.compile(r"https?://[\w.:\[\]-]+(?:/(?:(?!%20|%40)[^\s?@])*)?(?:\?[\w.\[\]&-]*)?", re.IGNORECASE)
"""Without a space or an at sign, also encoded, and with names in its query that are made of letters."""
_CONSENT = re.compile(r"G1[01-]{1,3}|1\d[a-z](?:\d[a-z]){1,7}\d?|LDU|[01]|[DGNYP]|in|out|pending|granted|denied|true|false", re.IGNORECASE)
"""Google's codes, and the words of Meta, Snap, Reddit, Microsoft, LinkedIn and Adobe."""
_TAG = re.compile(r"tag (?![0+])(?=\S*\d)[\w-]{1,60}")
"""Numbers, or letters with a number among them; no telephone number, no name."""
_FORM = re.compile(r"(?=.*(?:form|[-_]))[\w$\[\].:#-]{1,80}", re.IGNORECASE)
"""The name of a form, as site makers write it: more than a word."""


def quoted(fact: DecodedField, page: Page) -> DecodedField:
    """The fact with its words, or without them."""
    return fact if _MAY_QUOTE[fact.what](fact, page) else replace(fact, value="")


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
}
