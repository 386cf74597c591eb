"""What a pixel is set up to take from forms by itself, as its own script says: Meta's ``signals/config/<number>``, TikTok's ``events.js``.

Only what the vendor takes of its own accord counts; what a site hands over, it hands over whatever stands there.
"""

import re
from collections.abc import Callable, Mapping
from itertools import islice

from netcurtain.core.decoders import meta
from netcurtain.core.finding import IdentityKind

MAX_PIXELS = 20
"""Pixels of one script that are read."""

_TIKTOK_KEYS = {
    "auto_email": IdentityKind.EMAIL,
    "auto_phone_number": IdentityKind.PHONE,
    "auto_first_name": IdentityKind.FIRST_NAME,
    "auto_last_name": IdentityKind.LAST_NAME,
    "auto_city": IdentityKind.CITY,
    "auto_state": IdentityKind.COUNTY,
    "auto_zip_code": IdentityKind.POSTCODE,
    "auto_country": IdentityKind.COUNTRY,
}

_META_ON = re.compile(r"""optIn\(\s{0,9}["'](\d{1,24})["']\s{0,9},\s{0,9}["']AutomaticMatching["']\s{0,9},\s{0,9}(?:true|!0)""")
_META_SET = re.compile(
    r"""config\.set\(\s{0,9}["'](\d{1,24})["']\s{0,9},\s{0,9}["']automaticMatching["']\s{0,9},\s{0,9}\{"""
    r"""\s{0,9}["']?selectedMatchKeys["']?\s{0,9}:\s{0,9}\[([^\]]{0,500})\]"""
)
_TIKTOK_SET = re.compile(r"""["']?\bAutoAdvancedMatching["']?\s{0,9}:\s{0,9}\{([^{}]{0,1000})\}""")
_NAME = re.compile(r"""["'](\w{1,40})["']""")
_ON = re.compile(r"""["']?\b(\w{1,40})["']?\s{0,9}:\s{0,9}(?:true|!0)\b""")


def taken(host: str, text: str) -> tuple[IdentityKind, ...]:
    """What the pixel of this host takes from forms by itself, in a fixed order; nothing where that is off, or where nothing is said of it.

    ``text`` may be only pieces of the script. Other hosts have no set-up that is known.
    """
    read = _READERS.get(host)
    found = read(text) if read else set()
    return tuple(kind for kind in IdentityKind if kind in found)


def _meta(text: str) -> set[IdentityKind]:
    """One script may be of several pixels: each has its keys, and they count where matching is on for it."""
    on = {found[1] for found in islice(_META_ON.finditer(text), MAX_PIXELS)}
    sets = islice(_META_SET.finditer(text), MAX_PIXELS)
    names = {name for found in sets if found[1] in on for name in _NAME.findall(found[2])}
    return _kinds(names, meta.KINDS)


def _tiktok(text: str) -> set[IdentityKind]:
    names = {name for found in islice(_TIKTOK_SET.finditer(text), MAX_PIXELS) for name in _ON.findall(found[1])}
    return _kinds(names, _TIKTOK_KEYS)


def _kinds(names: set[str], table: Mapping[str, IdentityKind]) -> set[IdentityKind]:
    return {table[name] for name in names if name in table}


_READERS: Mapping[str, Callable[[str], set[IdentityKind]]] = {"connect.facebook.net": _meta, "analytics.tiktok.com": _tiktok}
