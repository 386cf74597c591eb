"""Reddit Pixel: ``alb.reddit.com/rp.gif``; what it read from forms by itself stands in lists, a phone's number behind its weight."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Reddit Pixel"
ORGANISATION = "Reddit"
HOSTS: tuple[str, ...] = ("alb.reddit.com",)
MARKERS: tuple[str, ...] = ()

MAX_LISTED = 100
"""Addresses or numbers of one list that are read."""

_PATH = re.compile(r"/(rp|rp\.gif|snoo\.gif)/?")
_FACTS = {
    "esurl": What.PAGE_ADDRESS,
    "url": What.PAGE_ADDRESS,
    "m.customEventName": What.EVENT,
    "uuid": What.VISITOR_ID,
    "click_id": What.VISITOR_ID,
    "aaid": What.VISITOR_ID,
    "idfa": What.VISITOR_ID,
    "dpm": What.CONSENT,
}
_KINDS = {
    "em": IdentityKind.EMAIL,
    "auto_em": IdentityKind.EMAIL,
    "pn": IdentityKind.PHONE,
    "auto_pn": IdentityKind.PHONE,
    "external_id": IdentityKind.EXTERNAL_ID,
}


def claims(payload: Payload) -> bool:
    """Where the pixel reports to."""
    return bool(_PATH.fullmatch(payload.path))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What address and body tell, taken together."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    for name, kind in _KINDS.items():
        for value in payload.parameters.get(name, ()):
            for one in re.split(r"[,|]", value, maxsplit=MAX_LISTED)[:MAX_LISTED] if name.startswith("auto_") else [value]:
                telling.tell_identity(kind, one.rpartition("~")[2], name)
    telling.tell_tag(payload.first("id"), "id")
    return [telling.event(payload.first("event"))]
