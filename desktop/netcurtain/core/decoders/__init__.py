"""What a request tells, one file a vendor, or a line in ``pixels.py``. A decoder reads a request and names facts; it judges nothing.

``payload.py`` takes a request apart, ``telling.py`` collects facts, and the table below says which vendor an address belongs to.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from netcurtain.core.decoders import (
    adobe_analytics,
    adobe_edge,
    amplitude,
    clarity,
    floodlight,
    fullstory,
    ga4,
    google_ads,
    google_tag_manager,
    hotjar,
    hubspot,
    linkedin,
    matomo,
    meta,
    microsoft_uet,
    mixpanel,
    mouseflow,
    pinterest,
    posthog,
    practice,
    reddit,
    rudderstack,
    segment,
    snap,
    tiktok,
    universal_analytics,
    x,
    yandex_metrica,
)
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.pixels import PIXELS
from netcurtain.core.domains import MAX_HOST, host_of
from netcurtain.core.finding import DecodedEvent

MAX_EVENTS = 50
"""Events of one request that are told; more of them tell nothing new."""
MAX_HOSTS = 10_000
"""Hosts whose decoders are remembered; pages choose the hosts, so there is an end to it."""


class Decoder(Protocol):
    """A vendor's file. A request is given to it where its host is one of HOSTS, or below one, or its path has one of MARKERS in it."""

    VENDOR: str
    ORGANISATION: str
    HOSTS: tuple[str, ...]
    MARKERS: tuple[str, ...]

    def claims(self, payload: Payload) -> bool:
        """Whether this is one of the vendor's telling requests.

        Looks at the address. On a host that is not the vendor's, where the path could be anybody's, at the body too: such a body is
        not asked for, but one that is there is read.
        """

    def decode(self, payload: Payload) -> Sequence[DecodedEvent]:
        """What it tells, an event each; none where nothing can be read. May raise on what is not as the vendor writes it."""


DECODERS: tuple[Decoder, ...] = (
    meta,
    tiktok,
    snap,
    x,
    pinterest,
    reddit,
    ga4,
    universal_analytics,
    google_ads,
    floodlight,
    google_tag_manager,
    adobe_analytics,
    adobe_edge,
    amplitude,
    clarity,
    fullstory,
    hotjar,
    hubspot,
    linkedin,
    matomo,
    microsoft_uet,
    mixpanel,
    mouseflow,
    posthog,
    rudderstack,
    segment,
    yandex_metrica,
    *PIXELS,
    practice,
)

_BY_HOST = {host: tuple(one for one in DECODERS if host in one.HOSTS) for decoder in DECODERS for host in decoder.HOSTS}
_BY_MARKER = {
    marker.removeprefix("/"): tuple(one for one in DECODERS if marker in one.MARKERS) for decoder in DECODERS for marker in decoder.MARKERS
}
"""All begin with a slash, here without it."""
_MARKERS = re.compile(f"/(?=({'|'.join(map(re.escape, sorted(_BY_MARKER, key=len, reverse=True)))}))")
"""Finds every marker of a path, also one within another; of those that begin alike the longest."""


def decoder_of(payload: Payload) -> Decoder | None:
    """The decoder that knows this address; None for a request that is nobody's."""
    for decoder in _at(payload.host):
        if decoder.claims(payload):
            return decoder
    for marker in dict.fromkeys(_MARKERS.findall(payload.path)):
        for decoder in _BY_MARKER[marker]:
            if decoder.claims(payload):
                return decoder
    return None


def may_read(url: str) -> bool:
    """Whether a decoder could know this address, at a glance: nearly every request of a page is nobody's. False is certain."""
    return has_host(host_of(url)) or _MARKERS.search(url) is not None


def has_host(host: str) -> bool:
    """Whether a host is a vendor's own, or below one."""
    return len(host) <= MAX_HOST and bool(_at(host))


def reads(url: str) -> bool:
    """Whether a decoder knows this address. Only then is a body worth asking for."""
    return decoder_of(Payload(url)) is not None


def decode(payload: Payload) -> tuple[DecodedEvent, ...]:
    """What a request tells a known vendor; nothing for one that is nobody's. One with nothing readable is one event without a name.

    A decoder that stumbles over what a page has made up costs this one reading, never the request.
    """
    decoder = decoder_of(payload)
    if decoder is None:
        return ()
    try:
        return read(decoder, payload)
    except Exception:  # told as "nothing readable"; the tests call read(), where it is seen
        return (DecodedEvent(decoder.VENDOR, decoder.ORGANISATION, None, ()),)


def read(decoder: Decoder, payload: Payload) -> tuple[DecodedEvent, ...]:
    """What a decoder reads; raises what it raises."""
    return tuple(decoder.decode(payload)[:MAX_EVENTS]) or (DecodedEvent(decoder.VENDOR, decoder.ORGANISATION, None, ()),)


@lru_cache(maxsize=MAX_HOSTS)
def _at(host: str) -> tuple[Decoder, ...]:
    labels = host.split(".")
    return tuple(decoder for n in range(len(labels)) for decoder in _BY_HOST.get(".".join(labels[n:]), ()))
