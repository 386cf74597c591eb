"""Mixpanel: ``/track`` and ``/engage``, JSON in the body or in ``data``, also in base64: page, pressed element, a person's profile."""

import re
from collections.abc import Iterator, Sequence

from netcurtain.core.decoders.nested import JsonFacts, at, flat, identities_by_paths, objects_in, tell_by_paths, text_at
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload, json_in
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Mixpanel"
ORGANISATION = "Mixpanel"
HOSTS: tuple[str, ...] = ("mixpanel.com",)
MARKERS: tuple[str, ...] = ("/track", "/engage")

_OWN_PATH = re.compile(r"/(?:track|engage)/?$")

_RECORDING = {
    "$current_url": What.PAGE_ADDRESS,
    "replay_start_url": What.PAGE_ADDRESS,
    "$device_id": What.VISITOR_ID,
    "distinct_id": What.VISITOR_ID,
}
_PROPERTIES = {
    "$current_url": What.PAGE_ADDRESS,
    "current_page_title": What.PAGE_TITLE,
    "$title": What.PAGE_TITLE,
    "$referrer": What.REFERRER,
    "$el_text": What.BUTTON_TEXT,
    "$el_attr__href": What.LINK_ADDRESS,
    "$device_id": What.VISITOR_ID,
}
_PROFILE = {
    "$email": IdentityKind.EMAIL,
    "$phone": IdentityKind.PHONE,
    "$first_name": IdentityKind.FIRST_NAME,
    "$last_name": IdentityKind.LAST_NAME,
    "$city": IdentityKind.CITY,
    "$region": IdentityKind.COUNTY,
    "$country_code": IdentityKind.COUNTRY,
}
"""The names that Mixpanel reserves in a profile."""


def claims(payload: Payload) -> bool:
    """The hosts that collect, not those of the script or the company's own pages; elsewhere their paths, where what is sent has its key."""
    if payload.host == "mixpanel.com" or payload.host.endswith(".mixpanel.com"):
        return payload.host.startswith("api") and not payload.path.endswith(".js")
    return _OWN_PATH.search(payload.path) is not None and any(map(_is_its_own, _items(payload)))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every event or change of a profile; else what the address tells."""
    items = [_event(item) if "event" in item else _profile(item) for item in _items(payload)]
    return items or [_by_address(payload)]


def _is_its_own(item: JsonFacts) -> bool:
    """The site's key, and a number for the browser, under its names."""
    event = text_at(item, "properties.token") and text_at(item, "properties.distinct_id")
    return bool(event or (text_at(item, "$token") and text_at(item, "$distinct_id")))


def _items(payload: Payload) -> Iterator[JsonFacts]:
    body = payload.json
    if body is None and payload.first("data"):
        body = json_in(payload.first("data"))
    yield from objects_in(body)


def _by_address(payload: Payload) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.query, _RECORDING)
    telling.tell_tag(payload.first("token"), "token")
    return telling.event(None)


def _event(item: JsonFacts) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    properties = at(item, "properties")
    tell_by_paths(telling, properties, _PROPERTIES)
    if text_at(properties, "$user_id") != text_at(properties, "$device_id"):
        telling.tell_identity(IdentityKind.EXTERNAL_ID, text_at(properties, "$user_id"), "$user_id")
    # Before somebody is known to the site, this is a number for the browser; afterwards the site's own for the person.
    distinct = text_at(properties, "distinct_id")
    if distinct != text_at(properties, "$user_id"):
        telling.tell_visitor("distinct_id", distinct)
    tell_named(telling, flat(properties), "")
    telling.tell_tag(text_at(properties, "token"), "token")
    return telling.event(text_at(item, "event") or None)


def _profile(item: JsonFacts) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    for change in ("$set", "$set_once"):
        identities_by_paths(telling, at(item, change), _PROFILE, f"{change}.")
    telling.tell_visitor("$device_id", text_at(item, "$device_id"))
    telling.tell_identity(IdentityKind.EXTERNAL_ID, text_at(item, "$user_id"), "$user_id")
    if text_at(item, "$distinct_id") != text_at(item, "$user_id"):
        telling.tell_visitor("$distinct_id", text_at(item, "$distinct_id"))
    telling.tell_tag(text_at(item, "$token"), "$token")
    return telling.event(next((name for name in ("$set", "$set_once", "$add", "$append", "$union", "$unset") if name in item), None))
