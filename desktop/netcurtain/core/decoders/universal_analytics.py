"""Google's analytics before 2023: ``/collect`` and ``/batch`` with a line for each hit, and the still older ``__utm.gif``."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.google_tag import CONSENT
from netcurtain.core.decoders.payload import MAX_LINE_FIELDS, Parameters, Payload, fields_of, first, whole_fields
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Google Analytics (Universal)"
ORGANISATION = "Google"
HOSTS: tuple[str, ...] = ("google-analytics.com", "stats.g.doubleclick.net")
MARKERS: tuple[str, ...] = ("/collect",)
MAX_LINES = 50

_AT_GOOGLE = re.compile(r"(?:.+\.)?google-analytics\.com|stats\.g\.doubleclick\.net")
_PATH = re.compile(r"(?:/[rj]|/debug)?/collect|/batch|(?:/[rp])?/__utm\.gif")
_FACTS = {
    "dl": What.PAGE_ADDRESS,
    "dt": What.PAGE_TITLE,
    "cd": What.PAGE_TITLE,
    "dr": What.REFERRER,
    "ec": What.EVENT,
    "ea": What.EVENT,
    "el": What.EVENT,
    "cid": What.VISITOR_ID,
    "_gid": What.VISITOR_ID,
    "gclid": What.VISITOR_ID,
    "utmdt": What.PAGE_TITLE,
    "utmcc": What.VISITOR_ID,
    **CONSENT,
}


def claims(payload: Payload) -> bool:
    """Its endpoints at Google; elsewhere a path that ends in ``collect``, where version 1 and a tag of its kind are named."""
    path = payload.path.rstrip("/")
    if _AT_GOOGLE.fullmatch(payload.host):
        return _PATH.fullmatch(path) is not None
    return path.endswith("/collect") and payload.first("v") == "1" and payload.first("tid").startswith("UA-")


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """An event for each line of the body, each with what the address says of all."""
    lines = [fields_of(line.strip(), MAX_LINE_FIELDS) for line in whole_fields(payload.text).split("\n", MAX_LINES)[:MAX_LINES]]
    return [_event({**payload.query, **line}) for line in [line for line in lines if line] or [payload.form]]


def _event(fields: Parameters) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(fields, _FACTS)
    for path, host in (("dp", "dh"), ("utmp", "utmhn")):
        if written := first(fields, path):
            telling.tell(What.PAGE_ADDRESS, first(fields, host) + written if written.startswith("/") else written, path)
    if (referrer := first(fields, "utmr")) not in ("-", "0"):
        telling.tell(What.REFERRER, referrer, "utmr")
    if first(fields, "uid") != first(fields, "cid"):
        telling.tell_identity(IdentityKind.EXTERNAL_ID, first(fields, "uid"), "uid")
    for name in ("tid", "utmac"):
        telling.tell_tag(first(fields, name), name)
    return telling.event(first(fields, "t") or first(fields, "utmt"))
