"""TikTok Pixel: JSON to ``analytics.tiktok.com``, one message or a batch, or the same as base64 in the address."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Parameters, Payload, first, json_in
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "TikTok Pixel"
ORGANISATION = "TikTok"
HOSTS: tuple[str, ...] = ("tiktok.com", "tiktokw.us")
MARKERS: tuple[str, ...] = ()

MAX_MESSAGES = 50
"""Messages of one batch that are read."""

_PATH = re.compile(r"/api/v\d+/(\w+_)?(pixel|track|monitor|performance|interaction)(/.*)?|/ipv6/.*")

_USER = "context.user."
_COLLECTED = "auto_collected_properties."
_TRIGGER = _COLLECTED + "trigger_element."
_EVENTS = ("event", "event_name", "action", "auto_collected_properties.page_trigger")
_TAGS = ("context.pixel.code", "context.pixel.codes", "pixel_code", "sdkid")
_TITLES = ("title", "og:title")
_BATCHES = ("data", "events", "batch")
_VISITORS = {_USER + name: What.VISITOR_ID for name in ("anonymous_id", "ttp", "user_id", "device_id")}
_PEOPLE = {
    "email": IdentityKind.EMAIL,
    "auto_email": IdentityKind.EMAIL,
    "eb_email": IdentityKind.EMAIL,
    "phone": IdentityKind.PHONE,
    "phone_number": IdentityKind.PHONE,
    "auto_phone_number": IdentityKind.PHONE,
    "eb_phone_number": IdentityKind.PHONE,
    "first_name": IdentityKind.FIRST_NAME,
    "auto_first_name": IdentityKind.FIRST_NAME,
    "last_name": IdentityKind.LAST_NAME,
    "auto_last_name": IdentityKind.LAST_NAME,
    "city": IdentityKind.CITY,
    "auto_city": IdentityKind.CITY,
    "state": IdentityKind.COUNTY,
    "auto_state": IdentityKind.COUNTY,
    "zip_code": IdentityKind.POSTCODE,
    "auto_zip_code": IdentityKind.POSTCODE,
    "country": IdentityKind.COUNTRY,
    "auto_country": IdentityKind.COUNTRY,
    "external_id": IdentityKind.EXTERNAL_ID,
}
_KINDS = {_USER + name: kind for name, kind in _PEOPLE.items()}
_FIELD_TAGS = ("INPUT", "SELECT", "TEXTAREA")
_PRESSED = ("submit", "button")
_NO_FIELDS = ("submit", "button", "image", "reset", "hidden")


def claims(payload: Payload) -> bool:
    """Where the pixel reports to; TikTok's own pages and the pixel's script are none."""
    return payload.host.startswith("analytics") and bool(_PATH.fullmatch(payload.path))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """An event for each message; without one, what the address tells."""
    return [_event(message) for message in islice(_messages(payload), MAX_MESSAGES)] or [_event(payload.parameters)]


def _messages(payload: Payload) -> Iterator[Parameters]:
    packed = payload.first("analytics_message").replace(" ", "+")
    found = json_in(packed) if packed else payload.json
    for outer in found if isinstance(found, list) else [found]:
        if isinstance(outer, dict):
            shared = flat({name: value for name, value in outer.items() if name not in _BATCHES})
            batches: list[list[object]] = [outer[name] for name in _BATCHES if isinstance(outer.get(name), list)]
            if not batches:
                yield shared
            else:
                yield from ({**shared, **flat(one)} for one in batches[0] if isinstance(one, dict))


def _event(message: Parameters) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    for what, name in ((What.PAGE_ADDRESS, "context.page.url"), (What.REFERRER, "context.page.referrer")):
        telling.tell(what, first(message, name), name)
    _tell_title(telling, message)
    _tell_trigger(telling, message)
    telling.identities_by_table(message, _KINDS)
    tell_named(telling, message, "properties.")
    telling.tell_by_table(message, _VISITORS)
    if search := first(message, "properties.query"):
        telling.tell(What.OTHER, f"search {search}", "properties.query")
    tag = next((name for name in _TAGS if first(message, name)), "")
    telling.tell_tag(first(message, tag).partition("|")[0], tag)
    name = first(message, *_EVENTS)
    trigger = first(message, _EVENTS[-1])
    if trigger != name:
        telling.tell(What.EVENT, trigger, _EVENTS[-1])
    return telling.event(name)


def _tell_title(telling: Telling, message: Parameters) -> None:
    """The title stands somewhere in what the pixel collects of a page by itself."""
    for name in message:
        # The names between may be of anybody's making, so they are not told.
        if name.startswith(_COLLECTED) and name.rpartition(".")[2] in _TITLES and not name.startswith(_TRIGGER):
            return telling.tell(What.PAGE_TITLE, first(message, name), _COLLECTED + name.rpartition(".")[2])
    return None


def _tell_trigger(telling: Telling, message: Parameters) -> None:
    """What was pressed: a button or link, or a field of a form, which goes by its name."""
    telling.tell(What.BUTTON_TEXT, first(message, _TRIGGER + "inner_text"), _TRIGGER + "inner_text")
    telling.tell(What.LINK_ADDRESS, first(message, _TRIGGER + "attributes.href"), _TRIGGER + "attributes.href")
    kind = first(message, _TRIGGER + "attributes.type").lower()
    tag = first(message, _TRIGGER + "tag").upper()
    # An <input type=submit> has its words as its value; of any other input that is what was typed, of a <button> nobody's words.
    if tag == "INPUT" and kind in _PRESSED:
        telling.tell(What.BUTTON_TEXT, first(message, _TRIGGER + "attributes.value"), _TRIGGER + "attributes.value")
    name = first(message, _TRIGGER + "attributes.name", _TRIGGER + "attributes.id")
    if tag == "FORM":
        telling.tell(What.FORM_ID, first(message, _TRIGGER + "attributes.id") or name, _TRIGGER + "attributes")
    elif tag in _FIELD_TAGS and kind not in _NO_FIELDS:
        telling.tell_fields([name], _TRIGGER + "attributes")
