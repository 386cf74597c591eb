"""Twilio Segment: ``api.segment.io/v1/...``, JSON, one call or a batch, or ``?data=`` in base64: page, event, and traits of a person."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from netcurtain.core.decoders.nested import MAX_OBJECTS, JsonFacts, at, flat, identities_by_paths, objects_in, tell_by_paths, text_at
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload, json_in
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Segment"
ORGANISATION = "Twilio Segment"
HOSTS: tuple[str, ...] = ("api.segment.io", "api.segment.com", "segmentapis.com")
MARKERS: tuple[str, ...] = ("/v1/",)

_AT_SEGMENT = re.compile(r"api\.segment\.(?:io|com)|(?:.+\.)?segmentapis\.com")
OWN_PATH = re.compile(r"/v1/(?:[tpigasb]|track|page|identify|group|alias|screen|batch)/?$")

_CALLS = {"t": "track", "p": "page", "i": "identify", "g": "group", "a": "alias", "s": "screen"}
_FACTS = {
    "context.page.url": What.PAGE_ADDRESS,
    "properties.url": What.PAGE_ADDRESS,
    "context.page.title": What.PAGE_TITLE,
    "properties.title": What.PAGE_TITLE,
    "context.page.referrer": What.REFERRER,
    "properties.referrer": What.REFERRER,
    "anonymousId": What.VISITOR_ID,
}
_TRAITS = {
    "email": IdentityKind.EMAIL,
    "phone": IdentityKind.PHONE,
    "firstName": IdentityKind.FIRST_NAME,
    "lastName": IdentityKind.LAST_NAME,
    "gender": IdentityKind.GENDER,
    "birthday": IdentityKind.BIRTH_DATE,
    "address.city": IdentityKind.CITY,
    "address.state": IdentityKind.COUNTY,
    "address.postalCode": IdentityKind.POSTCODE,
    "address.country": IdentityKind.COUNTRY,
}
"""The traits that Segment's specification reserves."""


def claims(payload: Payload) -> bool:
    """Its endpoints; elsewhere their paths, with a body that has its key and its number for the browser."""
    if _AT_SEGMENT.fullmatch(payload.host):
        return payload.path.startswith("/v1/")
    return OWN_PATH.search(payload.path) is not None and '"writeKey"' in payload.text and '"anonymousId"' in payload.text


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every call of a batch, else the one."""
    return decode_for(payload, VENDOR, ORGANISATION)


def decode_for(payload: Payload, vendor: str, organisation: str) -> Sequence[DecodedEvent]:
    """An event for each call of a batch, else for the one, as another vendor's that takes the same calls; none where there is no call."""
    calls = list(islice(_calls(payload), MAX_OBJECTS))
    named = _CALLS.get(payload.path.rpartition("/")[2], payload.path.rpartition("/")[2])
    fallback = named if named in _CALLS.values() else ""
    return [_event(call, fallback, Telling(vendor, organisation)) for call in calls]


def _calls(payload: Payload) -> Iterator[JsonFacts]:
    body = payload.json
    if body is None and payload.first("data"):
        body = json_in(payload.first("data"))
    for one in objects_in(body):
        batch = at(one, "batch")
        if not isinstance(batch, list):
            yield one
        else:
            outer = {name: one[name] for name in ("writeKey",) if name in one}
            yield from (outer | call for call in objects_in(batch))


def _event(call: JsonFacts, fallback: str, telling: Telling) -> DecodedEvent:
    tell_by_paths(telling, call, _FACTS)
    telling.tell(What.EVENT, text_at(call, "name"), "name")
    if text_at(call, "userId") != text_at(call, "anonymousId"):  # a site that knows nobody sends the browser's number for both
        telling.tell_identity(IdentityKind.EXTERNAL_ID, text_at(call, "userId"), "userId")
    identities_by_paths(telling, at(call, "traits"), _TRAITS, "traits.")
    identities_by_paths(telling, at(call, "context.traits"), _TRAITS, "context.traits.")
    tell_named(telling, flat(at(call, "properties"), "properties"), "properties.")
    telling.tell_tag(text_at(call, "writeKey"), "writeKey")
    return telling.event(text_at(call, "event") or text_at(call, "type") or fallback or None)
