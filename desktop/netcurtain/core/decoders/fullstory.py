"""FullStory, a session recorder: the page's address and referrer when it begins to record, its numbers for the browser; no more is read."""

from collections.abc import Sequence

from netcurtain.core.decoders.nested import tell_by_paths, text_at
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "FullStory"
ORGANISATION = "FullStory"
HOSTS: tuple[str, ...] = ("fullstory.com",)
MARKERS: tuple[str, ...] = ()

_OWN_PAGES = frozenset({"fullstory.com", "www.fullstory.com", "help.fullstory.com", "developer.fullstory.com", "app.fullstory.com"})
_FACTS = {"Url": What.PAGE_ADDRESS, "Referrer": What.REFERRER, "UserId": What.VISITOR_ID, "SessionId": What.VISITOR_ID}


def claims(payload: Payload) -> bool:
    """Its hosts, but for the pages of the company itself; the script was once there too."""
    return payload.host not in _OWN_PAGES or payload.path.startswith(("/s/fs", "/rec/"))


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The first request of a page has all of it in JSON, the others in the address."""
    telling = Telling(VENDOR, ORGANISATION)
    tell_by_paths(telling, payload.json, _FACTS)
    telling.tell_by_table(payload.query, _FACTS)
    telling.tell_tag(text_at(payload.json, "OrgId") or payload.query.get("OrgId", [""])[0], "OrgId")
    return [telling.event(None)]
