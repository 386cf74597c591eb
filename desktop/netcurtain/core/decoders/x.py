"""X Pixel: ``analytics.twitter.com``, ``analytics.x.com`` and ``t.co``, by address or by form body; events are a list in JSON."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.payload import Parameters, Payload, first, json_of
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "X Pixel"
ORGANISATION = "X (Twitter)"
HOSTS: tuple[str, ...] = ("analytics.twitter.com", "analytics.x.com", "t.co")
MARKERS: tuple[str, ...] = ()

MAX_LISTED = 50
"""Events of one list that are read."""

_PATH = re.compile(r"(/\d+)?/i/adsctp?/?")
_FACTS = {
    "tw_document_href": What.PAGE_ADDRESS,
    "tw_document_referrer": What.REFERRER,
    "pt": What.PAGE_TITLE,
    "twclid": What.VISITOR_ID,
    "twpid": What.VISITOR_ID,
    "tw_session_id": What.VISITOR_ID,
}
_KINDS = {
    "email_address": IdentityKind.EMAIL,
    "phone_number": IdentityKind.PHONE,
    "p_user_id": IdentityKind.EXTERNAL_ID,
}


def claims(payload: Payload) -> bool:
    """Where the pixel reports to; short links on the same host are none."""
    return bool(_PATH.fullmatch(payload.path))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Each event of the list, or the one that stands alone."""
    return [_event(payload.parameters, name, details, holder) for name, details, holder in _events(payload)]


def _events(payload: Payload) -> list[tuple[str, Parameters, str]]:
    """Each event's own word, what is said of it, and the parameter it stands in."""
    found = json_of(payload.first("events"))
    listed = [one for one in found if isinstance(one, list) and one and isinstance(one[0], str)] if isinstance(found, list) else []
    if listed:
        return [(one[0], flat(one[1:]), "events") for one in listed[:MAX_LISTED]]
    alone = payload.first("event")
    if alone.startswith("{"):
        details = flat(json_of(alone))
        return [(first(details, "event_name", "event"), details, "event")]
    return [(alone, {}, "event")]


def _event(shared: Parameters, name: str, details: Parameters, holder: str) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(shared, _FACTS)
    telling.identities_by_table(shared, _KINDS)
    for key in ("email_address", "phone_number"):
        for value in details.get(key, ()):
            telling.tell_identity(_KINDS[key], value, f"{holder}[{key}]")
    telling.tell_tag(first(shared, "txn_id"), "txn_id")
    return telling.event(name)
