"""Pinterest Tag: ``ct.pinterest.com``: the page (``ad``), the event (``ed``) and the person (``pd``), each as JSON or as ``pd[em]``."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.payload import Parameters, Payload, first, json_of, unescaped
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Pinterest Tag"
ORGANISATION = "Pinterest"
HOSTS: tuple[str, ...] = ("ct.pinterest.com",)
MARKERS: tuple[str, ...] = ()

_PATH = re.compile(r"/(v3|user|md|stats)(/.*)?")
_FACTS = {
    "ad[loc]": What.PAGE_ADDRESS,
    "ad[ref]": What.REFERRER,
    "ad[title]": What.PAGE_TITLE,
    "ed[page_title]": What.PAGE_TITLE,
    "pd[pin_unauth]": What.VISITOR_ID,
    "pd[epik]": What.VISITOR_ID,
}
_KINDS = {
    "pd[em]": IdentityKind.EMAIL,
    "pd[ph]": IdentityKind.PHONE,
    "pd[fn]": IdentityKind.FIRST_NAME,
    "pd[ln]": IdentityKind.LAST_NAME,
    "pd[ge]": IdentityKind.GENDER,
    "pd[db]": IdentityKind.BIRTH_DATE,
    "pd[ct]": IdentityKind.CITY,
    "pd[st]": IdentityKind.COUNTY,
    "pd[zp]": IdentityKind.POSTCODE,
    "pd[country]": IdentityKind.COUNTRY,
    "pd[external_id]": IdentityKind.EXTERNAL_ID,
}


def claims(payload: Payload) -> bool:
    """Where the tag reports to; its scripts are none."""
    return bool(_PATH.fullmatch(payload.path))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What address and body tell, taken together."""
    told = _opened(payload)
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(told, _FACTS)
    telling.identities_by_table(told, _KINDS)
    if search := first(told, "ed[search_query]"):
        telling.tell(What.OTHER, f"search {search}", "ed[search_query]")
    telling.tell_tag(first(told, "tid"), "tid")
    return [telling.event(first(told, "event"))]


def _opened(payload: Payload) -> Parameters:
    """All parameters, those in JSON as ``ad[loc]``; of an older tag's JSON body as they are."""
    told = {**flat(payload.json, brackets=True), **payload.parameters}
    for name in ("ad", "ed", "pd"):
        value = payload.first(name)
        told |= flat(json_of(value) or json_of(unescaped(value)), name, brackets=True)
    return told
