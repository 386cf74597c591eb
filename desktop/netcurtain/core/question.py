"""What is asked of the filters: one request, laid out so that each filter can answer quickly. Built once a request by core/matcher.py."""

from netcurtain.core.domains import AUTHORITY, MAX_HOST, Place, host_of, place_of, plain_host, plain_path
from netcurtain.core.request import MAX_URL, ResourceType

SCHEMES = frozenset({"http", "https", "ws", "wss"})
"""Addresses that go out to somebody; filters say nothing about others."""

TYPES = {
    name: 1 << place
    for place, name in enumerate(
        (
            "document",
            "subdocument",
            "stylesheet",
            "script",
            "image",
            "font",
            "object",
            "xmlhttprequest",
            "ping",
            "media",
            "websocket",
            "other",
        )
    )
}
"""The lists' names of resource types, a bit each, so that a set of them is one number."""

LIST_NAMES: dict[ResourceType, str] = {
    ResourceType.MAIN_FRAME: "document",
    ResourceType.SUB_FRAME: "subdocument",
    ResourceType.STYLESHEET: "stylesheet",
    ResourceType.SCRIPT: "script",
    ResourceType.IMAGE: "image",
    ResourceType.FONT: "font",
    ResourceType.OBJECT: "object",
    ResourceType.XMLHTTPREQUEST: "xmlhttprequest",
    ResourceType.PING: "ping",
    ResourceType.MEDIA: "media",
    ResourceType.WEBSOCKET: "websocket",
}
"""webRequest's names in the lists' words; all the rest are ``other`` there."""

BITS = {kind: TYPES[LIST_NAMES.get(kind, "other")] for kind in ResourceType}
"""The bit of each type that a browser names."""


class Question:
    """One request. ``url`` and ``rest`` (what follows the host) are in lower case; the ``raw_`` ones are for ``match-case``."""

    __slots__ = ("method", "page", "place", "raw_rest", "raw_url", "rest", "third_party", "type", "url")

    def __init__(self, raw_url: str, host: str, raw_rest: str, page: Place, kind: ResourceType, method: str) -> None:
        self.raw_url = raw_url
        self.raw_rest = raw_rest
        self.url = raw_url.lower()
        self.rest = raw_rest.lower()
        self.place = place_of(host)
        self.page = page
        self.third_party = self.place.site != page.site
        self.type = BITS[kind]
        self.method = method.lower()


def ask(url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Question | None:
    """The question a request puts; None for an address that goes out to nobody. Without a page, the request is its own."""
    url = url[:MAX_URL]
    found = AUTHORITY.match(url)
    if found is None or found[1].lower() not in SCHEMES:
        return None
    host = plain_host(found[2])
    if not host or len(host) > MAX_HOST:
        return None
    rest = plain_path(url[found.end() :])[:MAX_URL]
    page = place_of(host_of(page_url)[:MAX_HOST]) if page_url else place_of(host)
    # The scheme and host keep their letters: with match-case a list means what stands there.
    written = found[2] if found[2].isascii() and not found[2].endswith(".") else host
    return Question(f"{found[1]}://{written}{rest}", host, rest, page, kind, method)
