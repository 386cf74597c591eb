"""Google Ads: a visit or conversion goes to several of its addresses, with the same parameters; also through the site's own domain."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.google_tag import CONSENT, SITE, tell_user_data
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Google Ads"
ORGANISATION = "Google"
HOSTS: tuple[str, ...] = ()
MARKERS: tuple[str, ...] = ("/pagead/", "/ccm/", "/rmkt/collect", "/ads/ga-audiences", "/ads/user-lists", "/td/", "/measurement/conversion")
"""Google's hosts are one a country, so its paths are looked for on all hosts."""

_AT_GOOGLE = re.compile(
    rf"(?:www\.|adservice\.)?{SITE}|(?:www\.)?googleadservices\.com"
    r"|googleads\.g\.doubleclick\.net|(?:ad|td)\.doubleclick\.net|(?:.+\.)?googlesyndication\.com"
)
_PATH = re.compile(
    r"/(?:pagead/(?:viewthroughconversion|conversion|1p-conversion|1p-user-list|form-data|landing|regclk)"
    r"|ccm/(?:s/)?(?:collect|conversion|form-data)|rmkt/collect|ads/(?:ga-audiences|user-lists)|td/(?:ga/)?rul|measurement/conversion)(?:/|$)"
)
_TAG = re.compile(r"/((?:AW-)?\d{4,})(?:/|$)")
_EVENT = re.compile(r"(?:^|;)event=([^;]+)")
_FACTS = {
    "url": What.PAGE_ADDRESS,
    "dl": What.PAGE_ADDRESS,
    "tiba": What.PAGE_TITLE,
    "dt": What.PAGE_TITLE,
    "ref": What.REFERRER,
    "dr": What.REFERRER,
    "label": What.EVENT,
    "auid": What.VISITOR_ID,
    "gacid": What.VISITOR_ID,
    "ecsid": What.VISITOR_ID,
    "gclaw": What.VISITOR_ID,
    "gclid": What.VISITOR_ID,
    "gcldc": What.VISITOR_ID,
    "gac": What.VISITOR_ID,
    "gbraid": What.VISITOR_ID,
    "wbraid": What.VISITOR_ID,
    **CONSENT,
}
_OF_THE_TAG = ("auid", "url", "dl", "em", "gcs", "gcd")


def claims(payload: Payload) -> bool:
    """Its paths at Google; on the site's own domain, below any folder, where the address is written as its tag writes it."""
    if _AT_GOOGLE.fullmatch(payload.host):
        return _PATH.match(payload.path) is not None
    return bool(_PATH.search(payload.path)) and "gtm" in payload.query and any(name in payload.query for name in _OF_THE_TAG)


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The one event. Its name is ``en``, else the event in ``data``, else the label of the conversion."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    if "/ads/ga-audiences" in payload.path:  # elsewhere the parameter is no visitor's number
        telling.tell_visitor("cid", payload.first("cid"))
    tell_user_data(telling, payload.parameters)
    for name in ("tid", "tids"):
        for number in payload.first(name).split("~", 10)[:10]:
            telling.tell_tag(number, name)
    if tag := _TAG.search(payload.path):
        telling.tell_tag(tag[1], "path")
    of_data = _EVENT.search(payload.first("data"))
    return [telling.event(payload.first("en") or (of_data[1] if of_data else payload.first("label")))]
