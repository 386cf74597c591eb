"""Google Analytics 4: ``/g/collect``, at Google or on the site's own domain. The address has what events share, the body a line each."""

import re
from collections.abc import Sequence
from itertools import islice

from netcurtain.core.decoders.google_tag import CONSENT, tell_user_data
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import MAX_LINE_FIELDS, Parameters, Payload, fields_of, first, whole_fields
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityForm, IdentityKind, What

VENDOR = "Google Analytics 4"
ORGANISATION = "Google"
HOSTS: tuple[str, ...] = ("google-analytics.com", "analytics.google.com", "stats.g.doubleclick.net")
MARKERS: tuple[str, ...] = ("/collect", "/g/c")
MAX_LINES = 50
MAX_USER_DATA = 40

_AT_GOOGLE = re.compile(r"(?:.+\.)?(?:google-analytics\.com|analytics\.google\.com)|stats\.g\.doubleclick\.net")
_OWN_TAG = re.compile(r"G-[A-Z0-9][A-Z0-9-]*")
_FACTS = {
    "dl": What.PAGE_ADDRESS,
    "dp": What.PAGE_ADDRESS,
    "dt": What.PAGE_TITLE,
    "dr": What.REFERRER,
    "ep.page_location": What.PAGE_ADDRESS,
    "ep.page_title": What.PAGE_TITLE,
    "ep.page_referrer": What.REFERRER,
    "ep.link_text": What.BUTTON_TEXT,
    "ep.button_text": What.BUTTON_TEXT,
    "ep.click_text": What.BUTTON_TEXT,
    "ep.form_submit_text": What.BUTTON_TEXT,
    "ep.link_url": What.LINK_ADDRESS,
    "ep.form_destination": What.LINK_ADDRESS,
    "ep.form_id": What.FORM_ID,
    "ep.form_name": What.FORM_ID,
    "ep.event_category": What.EVENT,
    "ep.event_action": What.EVENT,
    "ep.event_label": What.EVENT,
    "cid": What.VISITOR_ID,
    "ecid": What.VISITOR_ID,
    "sid": What.VISITOR_ID,
    "auid": What.VISITOR_ID,
    **CONSENT,
}
_USER_DATA = re.compile(r"ep\.user_data\.(?:address\.)?(?:\d{1,2}\.)?(sha256_)?([a-z_]+?)(?:\.\d{1,2})?")
_KINDS = {
    "email": IdentityKind.EMAIL,
    "email_address": IdentityKind.EMAIL,
    "phone": IdentityKind.PHONE,
    "phone_number": IdentityKind.PHONE,
    "first_name": IdentityKind.FIRST_NAME,
    "last_name": IdentityKind.LAST_NAME,
    "city": IdentityKind.CITY,
    "region": IdentityKind.COUNTY,
    "postal_code": IdentityKind.POSTCODE,
    "country": IdentityKind.COUNTRY,
}


def claims(payload: Payload) -> bool:
    """Its endpoint at Google; elsewhere ``collect`` or ``g/c`` in any folder, where a version and a tag of its kind are named."""
    path = payload.path.rstrip("/")
    if path.endswith(("/g/collect", "/g/s/collect", "/privacy-sandbox/register-conversion")) and _AT_GOOGLE.fullmatch(payload.host):
        return True
    return path.endswith(MARKERS) and bool(payload.first("v") and _OWN_TAG.fullmatch(payload.first("tid")))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """An event for each line of the body, each with what the address says of all."""
    return [_event({**payload.query, **line}) for line in _lines(payload)]


def _lines(payload: Payload) -> list[Parameters]:
    text = whole_fields(payload.text).replace("\r\n", "\n").replace("\r", "\n").replace(" en=", "\nen=")
    lines = [fields_of(line.strip(), MAX_LINE_FIELDS) for line in text.split("\n", MAX_LINES)[:MAX_LINES]]
    return [line for line in lines if line] or [payload.form]


def _event(fields: Parameters) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(fields, _FACTS)
    first_field = next((name for name in ("ep.first_field_name", "ep.first_field_id") if first(fields, name)), "")
    telling.tell_fields([first(fields, first_field)], first_field)
    if first(fields, "uid") != first(fields, "cid"):
        telling.tell_identity(IdentityKind.EXTERNAL_ID, first(fields, "uid"), "uid")
    if search := first(fields, "ep.search_term"):
        telling.tell(What.OTHER, f"search {search}", "ep.search_term")
    tell_user_data(telling, fields)
    _tell_named_user_data(telling, fields)
    tell_named(telling, fields, "ep.", "up.")
    telling.tell_tag(first(fields, "tid"), "tid")
    return telling.event(first(fields, "en", "t"))


def _tell_named_user_data(telling: Telling, fields: Parameters) -> None:
    for name in islice((name for name in fields if name.startswith("ep.user_data.")), MAX_USER_DATA):
        found = _USER_DATA.fullmatch(name)
        if found and found[2] in _KINDS:
            telling.tell_identity(_KINDS[found[2]], first(fields, name), name, IdentityForm.SHA256 if found[1] else None)
