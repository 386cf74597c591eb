"""Snap Pixel: ``tr.snapchat.com``, by address, form or JSON; the JSON has what holds for all (``ctx``) and a list of reports (``req``)."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.payload import Parameters, Payload, first
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "Snap Pixel"
ORGANISATION = "Snap (Snapchat)"
HOSTS: tuple[str, ...] = ("snapchat.com",)
MARKERS: tuple[str, ...] = ()

MAX_REPORTS = 50
"""Reports of one request that are read."""

_HOST = re.compile(r"tr[\w-]*\.snapchat\.com")
_PATH = re.compile(r"/(p|cm|scs)(/.*)?")
_FACTS = {
    "pl": What.PAGE_ADDRESS,
    "url": What.PAGE_ADDRESS,
    "rf": What.REFERRER,
    "referrer": What.REFERRER,
    "btx": What.BUTTON_TEXT,
    "u_c1": What.VISITOR_ID,
    "u_sclid": What.VISITOR_ID,
    "u_scsid": What.VISITOR_ID,
    "du": What.CONSENT,
    "e_desc": What.OTHER,
}
_KINDS = {
    "u_hem": IdentityKind.EMAIL,
    "u_hpn": IdentityKind.PHONE,
    "u_fn": IdentityKind.FIRST_NAME,
    "u_ln": IdentityKind.LAST_NAME,
    "l_city": IdentityKind.CITY,
    "l_gr": IdentityKind.COUNTY,
    "l_gpc": IdentityKind.POSTCODE,
    "l_gc": IdentityKind.COUNTRY,
}


def claims(payload: Payload) -> bool:
    """Where the pixel reports to; its settings and Snapchat's own pages are none."""
    return bool(_HOST.fullmatch(payload.host) and _PATH.fullmatch(payload.path))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """An event for each report."""
    return [_event(report) for report in islice(_reports(payload), MAX_REPORTS)]


def _reports(payload: Payload) -> Iterator[Parameters]:
    found = payload.json
    if isinstance(found, dict) and isinstance(found.get("req"), list):
        yield from _reports_of(found)
    elif isinstance(found, dict):
        yield flat(found)
    elif isinstance(found, list) and found:
        yield from (flat(one) for one in found)
    else:
        yield payload.parameters


def _reports_of(found: dict[str, object]) -> Iterator[Parameters]:
    """Events (``t``) and presses (``md`` with a button's text); without either, what holds for all and how it began (``i``)."""
    context, requests = flat(found.get("ctx")), found["req"]
    entries = [entry for entry in requests if isinstance(entry, dict)] if isinstance(requests, list) else []
    told = [entry["t"] for entry in entries if isinstance(entry.get("t"), dict)]
    told += [entry["md"] for entry in entries if isinstance(entry.get("md"), dict) and "btx" in entry["md"]]
    for report in told or [[entry.get("i") for entry in entries]]:
        yield {**context, **flat(report)}


def _event(report: Parameters) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(report, _FACTS)
    telling.identities_by_table(report, _KINDS)
    tag = "pid" if first(report, "pid") else "pids"
    telling.tell_tag(first(report, tag).partition(",")[0], tag)
    return telling.event(first(report, "ev", "event"))
