"""How the site's own number with a vendor looks, as the vendors' tags and their documentation write it. Pure.

A page can write anything where that number belongs, also what somebody has typed: so a number of another shape is not quoted. Where a
company names its own number (Adobe's report suites), or where it is only a small one (Matomo), no shape tells it from an answer.
"""

import re
from collections.abc import Mapping
from datetime import date

from netcurtain.core import decoders
from netcurtain.core.decoders.pixel import KEY, NOTHING, UUID
from netcurtain.core.decoders.pixels import PIXELS

_GOOGLE = (
    r"GT?-(?=\w*\d)(?=\w*[A-Z])[A-Z\d]{10}|GT-(?=\w*\d)(?=\w*[A-Z])[A-Z\d]{7,8}|GTM-[A-Z\d]{4,8}|UA-[1-9]\d{3,8}-\d{1,3}"
    r"|(?:AW|DC)-[1-9]\d{6,10}"
)

_SHAPES: Mapping[str, str] = {
    decoders.meta.VENDOR: r"[1-9]\d{14,15}",
    decoders.tiktok.VENDOR: r"(?=\w*\d)[B-F][\dA-V]{19}",
    decoders.snap.VENDOR: UUID,
    decoders.x.VENDOR: r"(?=\w*\d)(?![a-z]\d\d[a-z]{2}$)[l-r][a-z\d]{4}",
    decoders.pinterest.VENDOR: r"26\d{11}",
    decoders.reddit.VENDOR: r"[at]2_(?=\w*\d)[a-z\d]{4,12}",
    decoders.ga4.VENDOR: _GOOGLE,
    decoders.universal_analytics.VENDOR: _GOOGLE,
    decoders.google_ads.VENDOR: rf"{_GOOGLE}|10\d{{8}}|1[01]\d{{9}}|1[67]\d{{9}}|[3-9]\d{{8}}",
    decoders.floodlight.VENDOR: r"[1-9]\d{6,7}",
    decoders.google_tag_manager.VENDOR: _GOOGLE,
    decoders.adobe_analytics.VENDOR: NOTHING,
    decoders.adobe_edge.VENDOR: UUID,
    decoders.amplitude.VENDOR: KEY,
    decoders.clarity.VENDOR: r"(?=\w*\d[a-z]+\d)[a-z\d]{10}",
    decoders.fullstory.VENDOR: r"o-[A-Z\d]{5,7}-(?:na|eu)1",
    decoders.hotjar.VENDOR: r"[1-9]\d{4,6}",
    decoders.hubspot.VENDOR: r"[1-9]\d{4,8}",
    decoders.linkedin.VENDOR: r"[1-9]\d{4,7}",
    decoders.matomo.VENDOR: NOTHING,
    decoders.microsoft_uet.VENDOR: r"[1-9]\d{6,8}",
    decoders.mixpanel.VENDOR: KEY,
    decoders.mouseflow.VENDOR: UUID,
    decoders.segment.VENDOR: r"(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z\d]{32}",
    decoders.practice.VENDOR: NOTHING,
    decoders.posthog.VENDOR: r"phc_(?=\w*\d)[A-Za-z\d]{40,50}",
    decoders.rudderstack.VENDOR: r"(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[A-Za-z\d]{27}",
    decoders.yandex_metrica.VENDOR: r"[1-9]\d{6,7}",
    **{pixel.VENDOR: pixel.number for pixel in PIXELS},
}
_COMPILED = {vendor: re.compile(shape, re.ASCII) for vendor, shape in _SHAPES.items()}

_DAY, _MONTH, _YEAR, _SHORT_YEAR = r"(?P<day>\d\d)", r"(?P<month>\d\d)", r"(?P<year>(?:19|20)\d\d)", r"(?P<year>\d\d)"
_DATES = tuple(
    re.compile("".join(order))
    for year in (_YEAR, _SHORT_YEAR)
    for order in ((_DAY, _MONTH, year), (_MONTH, _DAY, year), (year, _MONTH, _DAY))
)
_LEAP_YEAR = 2000


def has_shape(vendor: str, number: str) -> bool:
    """Whether a number looks as the vendor's do, and not as a date."""
    shape = _COMPILED.get(vendor)
    return shape is not None and shape.fullmatch(number) is not None and not _is_date(number)


def _is_date(number: str) -> bool:
    return any(_on_a_calendar(found) for found in (order.fullmatch(number) for order in _DATES) if found)


def _on_a_calendar(found: re.Match[str]) -> bool:
    try:
        date(_LEAP_YEAR, int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True
