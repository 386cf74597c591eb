"""Hotjar, a session recorder: that it is there, and the site's number. What it records is not read."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent

VENDOR = "Hotjar"
ORGANISATION = "Hotjar"
HOSTS: tuple[str, ...] = ("hotjar.com", "hotjar.io", "hj.contentsquare.net")
MARKERS: tuple[str, ...] = ()

_OWN_PAGES = frozenset({"hotjar.com", "www.hotjar.com", "help.hotjar.com", "careers.hotjar.com", "account.hotjar.com"})
_NUMBER = re.compile(r"/(?:hotjar-|sites/|sessions/|visit-data/)(\d+)")


def claims(payload: Payload) -> bool:
    """Its hosts, but for the pages of the company itself."""
    return payload.host not in _OWN_PAGES


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The site's number."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_tag(payload.first("site_id"), "site_id")
    if found := _NUMBER.search(payload.path):
        telling.tell_tag(found[1], "site_id")
    return [telling.event(None)]
