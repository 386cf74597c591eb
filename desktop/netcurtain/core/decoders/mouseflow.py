"""Mouseflow, a session recorder: that it is there, its number for the visit, the site's number. What it records is not read."""

from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling, where_web
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Mouseflow"
ORGANISATION = "Mouseflow"
HOSTS: tuple[str, ...] = ("mouseflow.com",)
MARKERS: tuple[str, ...] = ()

_OWN_PAGES = frozenset({"mouseflow.com", "www.mouseflow.com", "help.mouseflow.com", "app.mouseflow.com"})
_FACTS = {"href": What.PAGE_ADDRESS, "ref": What.REFERRER, "session": What.VISITOR_ID, "user": What.VISITOR_ID}


def claims(payload: Payload) -> bool:
    """Its hosts, but for the pages of the company itself."""
    return payload.host not in _OWN_PAGES


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What the address tells."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.query, where_web(payload.query, _FACTS))
    telling.tell_tag(payload.query.get("website", [""])[0], "website")
    return [telling.event(None)]
