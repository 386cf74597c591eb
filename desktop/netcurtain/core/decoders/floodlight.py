"""Floodlight, of Google's Campaign Manager: ``/activity;src=1;type=a;cat=b;~oref=https%3A%2F%2F..?``, the parameters in the path."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.google_tag import CONSENT, tell_user_data
from netcurtain.core.decoders.payload import MAX_FIELDS, Parameters, Payload, unescaped
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Floodlight"
ORGANISATION = "Google"
HOSTS: tuple[str, ...] = ("fls.doubleclick.net", "ad.doubleclick.net", "td.doubleclick.net", "ade.googlesyndication.com")
MARKERS: tuple[str, ...] = ("/ddm/fls/", "/gmp/conversion")

_HOST = re.compile(
    r"(?:.+\.)?fls\.doubleclick\.net|(?:ad|td)\.doubleclick\.net|ade\.googlesyndication\.com"
    r"|(?:www\.|adservice\.)?google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})"
)
_PATH = re.compile(r"/(?:(?:td/fls/rul/|ddm/)?activityi?|ddm/fls/[a-z]|gmp/conversion)[;/](.*=.*)", re.DOTALL)
_FACTS = {
    "~oref": What.PAGE_ADDRESS,
    "tiba": What.PAGE_TITLE,
    "type": What.EVENT,
    "cat": What.EVENT,
    "auiddc": What.VISITOR_ID,
    "auid": What.VISITOR_ID,
    "gclaw": What.VISITOR_ID,
    "gcldc": What.VISITOR_ID,
    "gac": What.VISITOR_ID,
    "dc_rdid": What.VISITOR_ID,
    **CONSENT,
}


def claims(payload: Payload) -> bool:
    """An activity; never an advert, which ``ad.doubleclick.net`` serves as well."""
    return _HOST.fullmatch(payload.host) is not None and _PATH.fullmatch(payload.path) is not None


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The one activity. Its name is the activity's tag, ``cat``; the site's own fields, ``u1`` and on, may hold anything: not read."""
    found = _PATH.fullmatch(payload.path)
    fields = {**payload.query, **_fields(found[1] if found else "")}
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(fields, _FACTS)
    tell_user_data(telling, fields)
    for number in fields.get("src", ()):
        telling.tell_tag(number, "src")
    return [telling.event(next((values[0] for name in ("cat", "type") if (values := fields.get(name))), None))]


def _fields(text: str) -> Parameters:
    pairs = (piece.partition("=") for piece in text.split(";", MAX_FIELDS)[:MAX_FIELDS])
    return {name: [unescaped(value)] for name, equals, value in pairs if equals}
