"""PostHog: ``/e/``, ``/i/v0/e/`` and ``/batch/``, JSON, at times packed: page, pressed element, the site's number for a person."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from netcurtain.core.decoders.nested import MAX_OBJECTS, JsonFacts, at, flat, objects_in, tell_by_paths, text_at
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload, json_in
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "PostHog"
ORGANISATION = "PostHog"
HOSTS: tuple[str, ...] = ("i.posthog.com", "app.posthog.com", "eu.posthog.com", "us.posthog.com")
MARKERS: tuple[str, ...] = ("/i/v0/e",)

_PATH = re.compile(r"/(?:e|i/v0/e|batch|capture)/?")
_OWN_PATH = re.compile(r"/i/v0/e/?$")
_FACTS = {
    "$current_url": What.PAGE_ADDRESS,
    "title": What.PAGE_TITLE,
    "$el_text": What.BUTTON_TEXT,
    "$external_click_url": What.LINK_ADDRESS,
    "$device_id": What.VISITOR_ID,
    "$session_id": What.VISITOR_ID,
}
_NOBODY_BEFORE = ("$direct", "-")
"""What stands for the page before, where there was none; in a copy of ours a mark."""


def claims(payload: Payload) -> bool:
    """Where events go; not its recordings, its scripts or its own pages. Elsewhere its path, with a body as it writes them."""
    if any(payload.host == own or payload.host.endswith(f".{own}") for own in HOSTS):
        return _PATH.fullmatch(payload.path) is not None
    return _OWN_PATH.search(payload.path) is not None and '"distinct_id"' in payload.text and '"token"' in payload.text


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every event of a body."""
    return [_event(event) for event in islice(_events(payload), MAX_OBJECTS)]


def _events(payload: Payload) -> Iterator[JsonFacts]:
    data = payload.first("data").replace(" ", "+") if payload.json is None else ""
    for one in objects_in(json_in(data) if data else payload.json):
        batch = at(one, "batch")
        yield from objects_in(batch) if isinstance(batch, list) else [one]


def _event(event: JsonFacts) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    properties = at(event, "properties")
    tell_by_paths(telling, properties, _FACTS)
    if (referrer := text_at(properties, "$referrer")) not in _NOBODY_BEFORE:
        telling.tell(What.REFERRER, referrer, "$referrer")
    if not text_at(properties, "$el_text"):
        pressed = next(objects_in(at(properties, "$elements")), {})
        telling.tell(What.BUTTON_TEXT, text_at(pressed, "$el_text"), "$elements")
    name, distinct = text_at(event, "event"), text_at(properties, "distinct_id") or text_at(event, "distinct_id")
    is_known = name == "$identify" or at(properties, "$is_identified") is True
    if is_known and distinct != text_at(properties, "$device_id"):  # a site that knows nobody sends the browser's number for both
        telling.tell_identity(IdentityKind.EXTERNAL_ID, distinct, "distinct_id")
    else:
        telling.tell_visitor("distinct_id", distinct)
    tell_named(telling, flat(properties), "$set.", "")
    tell_named(telling, flat(at(event, "$set"), "$set"), "$set.")
    telling.tell_tag(text_at(properties, "token") or text_at(event, "api_key"), "token")
    return telling.event(name or None)
