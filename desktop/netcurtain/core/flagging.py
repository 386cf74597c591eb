"""Is a request one to a tracker, what says so, and who is behind it? A filter of the lists does, or our table of known vendors. Pure.

A known vendor flags on its own where no list has anything to say: lists have gaps, and a site can give a vendor an address of its own.
"""

import msgspec

from netcurtain.core import decoders, wording
from netcurtain.core.decoders import Decoder
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.domains import is_third_party, registrable_domain
from netcurtain.core.finding import FlaggedBy
from netcurtain.core.matcher import Match
from netcurtain.core.organisations import Organisation, Organisations

KNOWN_VENDORS = "known vendors"
"""Where programs are told which list decided, when none did and our table of known vendors did."""


class Flag(msgspec.Struct, frozen=True):
    """Why a request is flagged, and the company it goes to, with its category; ``filter`` and ``filter_list`` empty where none decided."""

    flagged_by: FlaggedBy
    filter: str
    filter_list: str
    company: str
    category: str


def by_filter(match: Match, host: str, url: str, site: str, organisations: Organisations) -> Flag:
    """A filter means it."""
    known = organisations.of(host, url)
    return Flag(FlaggedBy.FILTER, match.filter, match.list or "", _name(known, host, site), known.category if known else "")


def by_vendor(payload: Payload, page_host: str, site: str, organisations: Organisations) -> Flag | None:
    """No filter says anything, but a vendor's telling requests look like this; None where they do not."""
    decoder = known_vendor(payload, page_host, organisations)
    if decoder is None:
        return None
    known = organisations.of(payload.host, payload.url)
    name = decoder.ORGANISATION if known is None and _is_vendors(payload.host, decoder) else _name(known, payload.host, site)
    return Flag(FlaggedBy.KNOWN_VENDOR, "", "", name, known.category if known else "")


def by_typed(host: str, site: str, organisations: Organisations) -> Flag | None:
    """It carries what somebody typed; None where it stays with the site itself."""
    if not host or registrable_domain(host) == site:
        return None
    known = organisations.of(host)
    return Flag(FlaggedBy.TYPED, "", "", _name(known, host, site), known.category if known else "")


def known_vendor(payload: Payload, page_host: str, organisations: Organisations) -> Decoder | None:
    """The vendor of another site, or of an endpoint on the page's own; a company's own pages tell it nothing that it does not know."""
    decoder = decoders.decoder_of(payload)
    if decoder is None:
        return None
    known = organisations.of(payload.host, payload.url)
    if is_third_party(payload.host, page_host):
        whose = organisations.of(page_host)
        return None if known and whose and known.name == whose.name else decoder
    return None if known or _is_vendors(payload.host, decoder) else decoder


def _is_vendors(host: str, decoder: Decoder) -> bool:
    return any(host == own or host.endswith(f".{own}") for own in decoder.HOSTS)


def _name(known: Organisation | None, host: str, site: str) -> str:
    """Of a site's own address nobody can tell who is behind it, and its name has no place where companies are named."""
    if known is not None:
        return known.name
    domain = registrable_domain(host)
    return wording.OWN_ADDRESS if domain == site else domain or host
