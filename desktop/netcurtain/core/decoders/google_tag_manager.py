"""Google Tag Manager, which brings other companies' tags into a page: that it is there, for which site, and on which page."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.google_tag import CONSENT
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Google Tag Manager"
ORGANISATION = "Google"
HOSTS: tuple[str, ...] = ("googletagmanager.com",)
MARKERS: tuple[str, ...] = ("/gtm.js", "/gtag/js", "/gtag/destination", "/ns.html")

_TAG = re.compile(r"(?:GTM|GT|G|AW|DC|UA)-[A-Za-z0-9-]{1,30}")
_FACTS = {"dl": What.PAGE_ADDRESS, **CONSENT}


def claims(payload: Payload) -> bool:
    """All of its host but what goes to Google Analytics there; elsewhere a script or frame of its name, with a tag in the address."""
    if payload.path.endswith("/collect"):
        return False
    if payload.host == "googletagmanager.com" or payload.host.endswith(".googletagmanager.com"):
        return True
    return payload.path.endswith(MARKERS) and any(map(_TAG.fullmatch, payload.query.get("id", ())))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Its presence has no name; ``dl`` is in the signs of life that it sends at times."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.query, _FACTS)
    telling.tell_tag(payload.first("id"), "id")
    return [telling.event(None)]
