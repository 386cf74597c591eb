"""Amplitude: JSON, or a form with JSON in it: page, pressed element, form, and the site's number for a person."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.nested import JsonFacts, at, flat, objects_in, tell_by_paths, text_at
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload, json_of
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Amplitude"
ORGANISATION = "Amplitude"
HOSTS: tuple[str, ...] = ("amplitude.com",)
MARKERS: tuple[str, ...] = ("/2/httpapi",)

_API = re.compile(r"api[\w-]*(?:\.eu)?\.amplitude\.com")
_PROPERTIES = {
    "[Amplitude] Page Location": What.PAGE_ADDRESS,
    "[Amplitude] Page URL": What.PAGE_ADDRESS,
    "[Amplitude] Page Title": What.PAGE_TITLE,
    "referrer": What.REFERRER,
    "[Amplitude] Previous Page Location": What.REFERRER,
    "[Amplitude] Element Text": What.BUTTON_TEXT,
    "[Amplitude] Link Text": What.BUTTON_TEXT,
    "[Amplitude] Element Href": What.LINK_ADDRESS,
    "[Amplitude] Link URL": What.LINK_ADDRESS,
    "[Amplitude] Form ID": What.FORM_ID,
    "[Amplitude] Form Name": What.FORM_ID,
    "[Amplitude] Form Destination": What.LINK_ADDRESS,
}


def claims(payload: Payload) -> bool:
    """The hosts that collect, not those of the script or the company's own pages; elsewhere its path with a body as it writes them."""
    if _API.fullmatch(payload.host):
        return True
    return payload.path.endswith(MARKERS) and '"api_key"' in payload.text and '"event_type"' in payload.text


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every event of a body."""
    body = payload.json
    events = at(body, "events") if isinstance(body, dict) else json_of(payload.first("e") or payload.first("identification"))
    tag = text_at(body, "api_key") or payload.first("client") or payload.first("api_key")
    return [_event(event, tag) for event in objects_in(events)]


def _event(event: JsonFacts, tag: str) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    tell_by_paths(telling, at(event, "event_properties"), _PROPERTIES)
    telling.tell_visitor("device_id", text_at(event, "device_id"))
    if text_at(event, "user_id") != text_at(event, "device_id"):  # a site that knows nobody sends the browser's number for both
        telling.tell_identity(IdentityKind.EXTERNAL_ID, text_at(event, "user_id"), "user_id")
    for name in ("event_properties", "user_properties"):
        tell_named(telling, flat(at(event, name), name), f"{name}.$set.", f"{name}.")
    telling.tell_tag(tag, "api_key")
    return telling.event(text_at(event, "event_type") or None)
