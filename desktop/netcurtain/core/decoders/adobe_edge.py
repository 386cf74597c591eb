"""Adobe Experience Edge: ``/ee/v1/interact`` and its kin on Adobe's hosts or the site's own, JSON: page, pressed link, who somebody is."""

import re
from collections.abc import Sequence
from itertools import islice

from netcurtain.core.decoders.nested import at, objects_in, tell_by_paths, text_at
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityForm, IdentityKind, What

VENDOR = "Adobe Experience Edge"
ORGANISATION = "Adobe"
HOSTS: tuple[str, ...] = ()
MARKERS: tuple[str, ...] = ("/v1/interact", "/v2/interact", "/v1/collect", "/v2/collect", "/v1/privacy/set-consent", "/v1/identity/acquire")

_PATH = re.compile(r"/(?:ee|ee-pre-prd)(?:/[\w-]{1,12})?/v[12]/(?:interact|collect|privacy/set-consent|identity/acquire)/?$")
_HOST = re.compile(r"(?:.+\.)?(?:adobedc\.net|demdex\.net)")
_OWN_PATH = re.compile(r"/v[12]/(?:interact|collect|privacy/set-consent|identity/acquire)/?$")
_FACTS = {
    "xdm.web.webPageDetails.URL": What.PAGE_ADDRESS,
    "xdm.web.webPageDetails.name": What.PAGE_TITLE,
    "xdm.web.webReferrer.URL": What.REFERRER,
    "xdm.web.webInteraction.name": What.BUTTON_TEXT,
    "xdm.web.webInteraction.URL": What.LINK_ADDRESS,
    "data.__adobe.analytics.pageURL": What.PAGE_ADDRESS,
    "data.__adobe.analytics.g": What.PAGE_ADDRESS,
    "data.__adobe.analytics.pageName": What.PAGE_TITLE,
    "data.__adobe.analytics.referrer": What.REFERRER,
    "data.__adobe.analytics.linkName": What.BUTTON_TEXT,
    "data.__adobe.analytics.linkURL": What.LINK_ADDRESS,
    "data.__adobe.analytics.events": What.EVENT,
}
_MAX_ENTRIES = 5
_BROWSERS = frozenset({"ECID", "FPID", "AAID", "CORE", "TNTID", "AdCloud"})
_PEOPLE = {
    "Email": (IdentityKind.EMAIL, None),
    "Email_LC_SHA256": (IdentityKind.EMAIL, IdentityForm.SHA256),
    "Phone": (IdentityKind.PHONE, None),
    "Phone_E.164": (IdentityKind.PHONE, None),
    "Phone_SHA256": (IdentityKind.PHONE, IdentityForm.SHA256),
    "Phone_SHA256_E.164": (IdentityKind.PHONE, IdentityForm.SHA256),
}
"""Adobe's own names for identities; names that a site made up are not read, for nobody but the site knows what they hold."""


def claims(payload: Payload) -> bool:
    """The path of the edge network; on the site's own domain the query names its stream as well, and the folder may have any name."""
    stream = "configId" in payload.query or "dataStreamId" in payload.query
    if _PATH.search(payload.path):
        return stream or _HOST.fullmatch(payload.host) is not None
    return stream and "requestId" in payload.query and _OWN_PATH.search(payload.path) is not None


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """An event each; a request about consent is one without a name."""
    body = payload.json
    events = [*objects_in(at(body, "events")), *objects_in(at(body, "event"))]
    return [_event(payload, event) for event in events] or [_event(payload, {})]


def _event(payload: Payload, event: dict[str, object]) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    tell_by_paths(telling, event, _FACTS)
    for where, found in (("xdm.identityMap", event), ("xdm.identityMap", payload.json), ("identityMap", payload.json)):
        _tell_people(telling, at(found, where))
    for entry in islice(objects_in(at(payload.json, "meta.state.entries")), _MAX_ENTRIES):
        if text_at(entry, "key").endswith("_identity"):
            telling.tell_visitor("meta.state.entries", text_at(entry, "value"))
    for consent in islice(objects_in(at(payload.json, "consent")), _MAX_ENTRIES):
        general = text_at(consent, "value.general") or text_at(consent, "value.collect.val") or text_at(consent, "value")
        telling.tell(What.CONSENT, general, "consent")
    telling.tell_tag(payload.first("configId") or payload.first("dataStreamId"), "configId")
    return telling.event(text_at(event, "xdm.eventType") or None)


def _tell_people(telling: Telling, people: object) -> None:
    for name, entries in list(people.items())[:20] if isinstance(people, dict) else ():
        for entry in islice(objects_in(entries), _MAX_ENTRIES):
            if name in _BROWSERS:
                telling.tell_visitor(f"identityMap.{name}", text_at(entry, "id"))
            elif name in _PEOPLE:
                kind, form = _PEOPLE[name]
                telling.tell_identity(kind, text_at(entry, "id"), f"identityMap.{name}", form)
