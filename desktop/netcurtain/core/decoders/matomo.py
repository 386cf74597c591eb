"""Matomo (Piwik): ``matomo.php`` or ``piwik.php`` on any host, one request or many in one body: page, search, event, link, form."""

from collections.abc import Sequence
from itertools import islice

from netcurtain.core.decoders.nested import MAX_OBJECTS, objects_in, text_at
from netcurtain.core.decoders.payload import MAX_LINE_FIELDS, Parameters, Payload, fields_of, first, json_of
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Matomo"
ORGANISATION = "Matomo"
HOSTS: tuple[str, ...] = ()
MARKERS: tuple[str, ...] = ("/matomo.php", "/piwik.php")

_FACTS = {
    "url": What.PAGE_ADDRESS,
    "action_name": What.PAGE_TITLE,
    "urlref": What.REFERRER,
    "link": What.LINK_ADDRESS,
    "download": What.LINK_ADDRESS,
    "e_c": What.EVENT,
    "e_a": What.EVENT,
    "e_n": What.EVENT,
    "c_n": What.EVENT,
    "c_p": What.EVENT,
    "c_t": What.LINK_ADDRESS,
    "fa_id": What.FORM_ID,
    "_id": What.VISITOR_ID,
    "cid": What.VISITOR_ID,
}
_NAMED = ("e_a", "c_i", "link", "download", "search", "idgoal", "ping", "fa_vid")
"""Parameters that make a request more than a page view: an event has a name of its own, others are known by their parameter."""


def claims(payload: Payload) -> bool:
    """Its file; no other software has one of this name."""
    return payload.path.rstrip("/").endswith(MARKERS)


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every request of a body that has many, else the one."""
    many = list(islice((line for body in objects_in(payload.json) for line in _lines(body.get("requests"))), MAX_OBJECTS))
    listed = [fields_of(line.removeprefix("?"), MAX_LINE_FIELDS) for line in many]
    return [_event(parameters, payload.host) for parameters in listed or [payload.parameters]]


def _lines(requests: object) -> list[str]:
    return [line for line in requests[:MAX_OBJECTS] if isinstance(line, str)] if isinstance(requests, list) else []


def _event(parameters: Parameters, host: str) -> DecodedEvent:
    # Most sites run Matomo themselves: then only they, or whoever works for them, are told.
    telling = Telling(VENDOR, ORGANISATION if host.endswith("matomo.cloud") else f"{ORGANISATION} at {host}")
    telling.tell_by_table(parameters, _FACTS)
    if search := first(parameters, "search"):
        telling.tell(What.OTHER, f"search {search}", "search")
    fields = json_of(first(parameters, "fa_fields"))
    telling.tell_fields([text_at(field, "fa_fn") for field in objects_in(fields)], "fa_fields")
    telling.tell_identity(IdentityKind.EXTERNAL_ID, first(parameters, "uid"), "uid")
    telling.tell_tag(first(parameters, "idsite"), "idsite")
    named = next((name for name in _NAMED if first(parameters, name)), None)
    return telling.event(first(parameters, named) if named in ("e_a", "c_i") else named)
