"""What of a tracker's host may leave: a part left of what its filter or its vendor names can spell what somebody typed. Pure."""

import re
from functools import lru_cache

from netcurtain.core.decoders import DECODERS
from netcurtain.core.domains import registrable_domain
from netcurtain.core.redacting_names import Room, name_of

MAX_HOSTS = 10_000
"""Hosts that are remembered with how they may stand; pages choose the hosts, so there is an end to it."""

_VENDORS = frozenset(host for decoder in DECODERS for host in decoder.HOSTS)
_PARTS = """
a1 ads adservice alb analytics api assets bat beacon cdn cms cmp collect collector connect ct data dpm edge events fls forms googleads
insights js log logs metrics o1 o2 pixel px region rs sc secure sst static stats tag tags td tr track tracking www
"""
_COMMON = frozenset(_PARTS.split())
_REGION = re.compile(
    r"(?:us|eu|uk|gb|ap|ca|sa|af|na|au|asia|region)(?:-?(?:north|south|east|west|central|northeast|southeast|northwest|southwest))?-?\d{0,2}"
)


@lru_cache(maxsize=MAX_HOSTS)
def told_host(host: str, line: str, own_host: str) -> str:
    """A tracker's host as it may stand: ``line`` is the filter that flagged it, ``own_host`` the page's, whose words are its own."""
    labels = host.split(".")
    known = registrable_domain(host)
    for start in range(len(labels)):
        suffix = ".".join(labels[start:])
        if suffix in (known, own_host) or own_host.endswith(f".{suffix}") or suffix in _VENDORS or _names(line, suffix):
            room = Room()
            return ".".join([*(_label(label, room) for label in labels[:start]), suffix])
    return known


def _label(label: str, room: Room) -> str:
    if label in _COMMON or _REGION.fullmatch(label):
        return label
    return name_of(label, (), room)


def _names(line: str, host: str) -> bool:
    return "." in host and re.search(rf"(?<![\w.-]){re.escape(host)}(?![\w-]|\.\w)", line) is not None
