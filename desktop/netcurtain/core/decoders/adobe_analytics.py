"""Adobe Analytics: ``/b/ss/`` on Adobe's hosts or the site's own, by address or by body: page, link, and the words of what was pressed."""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Adobe Analytics"
ORGANISATION = "Adobe"
HOSTS: tuple[str, ...] = ()
MARKERS: tuple[str, ...] = ("/b/ss/",)

_HOST = re.compile(r"(?:.+\.)?(?:omtrdc\.net|2o7\.net|adobedc\.net|demdex\.net)")
_PATH = re.compile(r"/b/ss/([^/]{1,300})/[\w.]{1,12}(?:/|$)")
_OWN_PATH = re.compile(r"/b/ss/[^/]{1,300}/\d{1,3}(?:\.\d+)?/\w")
_FACTS = {
    "pageName": What.PAGE_TITLE,
    "gn": What.PAGE_TITLE,
    "r": What.REFERRER,
    "events": What.EVENT,
    "pev1": What.LINK_ADDRESS,
    "pev2": What.BUTTON_TEXT,
    "mid": What.VISITOR_ID,
    "aid": What.VISITOR_ID,
    "fid": What.VISITOR_ID,
    "vid": What.VISITOR_ID,
}
_POINTER = re.compile(r"D=[\w.+\"|]")
"""A value that only points to another one of the same request."""


def claims(payload: Payload) -> bool:
    """The path names the site's report suite and, on the site's own domain, the script too; or the query begins as the format does."""
    if next(iter(payload.query), "") == "AQB":
        return True
    return (_PATH if _HOST.fullmatch(payload.host) else _OWN_PATH).search(payload.path) is not None


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What query and body tell, taken together."""
    telling = Telling(VENDOR, ORGANISATION)
    # Of a long address, the part that does not fit stands in a parameter of its own.
    telling.tell(What.PAGE_ADDRESS, payload.first("g") + payload.first("-g"), "g")
    told = {name: values for name, values in payload.parameters.items() if not _POINTER.match(values[0])}
    telling.tell_by_table(told, _FACTS)
    # The words of a pressed link, written as ``c.&a.&activitymap.&link=...``.
    if "activitymap." in payload.url or "activitymap." in payload.text or "activitymap." in payload.parameters:
        telling.tell(What.BUTTON_TEXT, payload.first("link"), "link")
    # The older form: an object and its tag; of a link its address, of a button its words.
    if payload.first("ot") in ("SUBMIT", "BUTTON"):
        telling.tell(What.BUTTON_TEXT, payload.first("oid"), "oid")
    elif payload.first("ot") == "A" and payload.first("oid").startswith("http"):
        telling.tell(What.LINK_ADDRESS, payload.first("oid"), "oid")
    telling.tell_by_table(told, {"c.a.activitymap.link": What.BUTTON_TEXT, "a.activitymap.link": What.BUTTON_TEXT})
    suites = _PATH.search(payload.path)
    for suite in suites[1].split(",") if suites else ():
        telling.tell_tag(suite, "b/ss")
    return [telling.event(payload.first("pe") or payload.first("events") or None)]
