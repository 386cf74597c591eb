"""Microsoft UET (Bing Ads): ``/action/0``: the page's address, title and keywords, a site's own event, and who somebody is in ``pid``."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.payload import Payload, fields_of, json_of
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Microsoft UET"
ORGANISATION = "Microsoft"
HOSTS: tuple[str, ...] = ("bat.bing.com", "bat.bing.net", "commerce.bing.com", "bat.r.msn.com")
MARKERS: tuple[str, ...] = ()

_FACTS = {
    "p": What.PAGE_ADDRESS,
    "tl": What.PAGE_TITLE,
    "r": What.REFERRER,
    "ec": What.EVENT,
    "ea": What.EVENT,
    "el": What.EVENT,
    "vid": What.VISITOR_ID,
    "sid": What.VISITOR_ID,
    "asc": What.CONSENT,
}
_PEOPLE = {"em": IdentityKind.EMAIL, "ph": IdentityKind.PHONE, "fn": IdentityKind.FIRST_NAME, "ln": IdentityKind.LAST_NAME}
_PRESSING = re.compile(r"click|button|press|\btap|submit|\bcta|link|menu|nav|form|lead|contact|report|chat|call", re.IGNORECASE)


def claims(payload: Payload) -> bool:
    """Its endpoints; the script tells nothing."""
    return payload.path.startswith(("/action/", "/actionp/", "/cst/", "/action-uet/"))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What the parameters tell."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    # A label is whatever the site chose; beside a word for what people press, sites put the button's words in it.
    if _PRESSING.search(f"{payload.first('ec')} {payload.first('ea')}"):
        telling.tell(What.BUTTON_TEXT, payload.first("el"), "el")
    if keywords := payload.first("kw"):
        telling.tell(What.OTHER, f"keywords {keywords}", "kw")
    if payload.first("msclkid") != "N":
        telling.tell_visitor("msclkid", payload.first("msclkid"))
    people = flat(json_of(payload.first("pid"))) or fields_of(payload.first("pid"))
    for name, kind in _PEOPLE.items():
        for value in people.get(name, ()):
            telling.tell_identity(kind, value, "pid")
    telling.tell_tag(payload.first("ti"), "ti")
    return [telling.event(payload.first("evt") or None)]
