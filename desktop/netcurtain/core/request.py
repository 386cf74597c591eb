"""A request as the browser saw it: the unit that flows through the whole pipeline."""

import enum
from collections.abc import Mapping
from typing import Annotated

import msgspec

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
"""What a browser calls a page, a request, a form: made up by the extension."""

Text = Annotated[str, msgspec.Meta(max_length=600)]
"""A word or a sentence of a page."""

MAX_URL = 64 * 1024
"""Characters of an address that the pipeline looks at; the extension cuts longer ones."""


class ResourceType(enum.StrEnum):
    """What a request is for, in webRequest's names (MDN, ``webRequest.ResourceType``)."""

    MAIN_FRAME = "main_frame"
    SUB_FRAME = "sub_frame"
    STYLESHEET = "stylesheet"
    SCRIPT = "script"
    IMAGE = "image"
    FONT = "font"
    OBJECT = "object"
    XMLHTTPREQUEST = "xmlhttprequest"
    PING = "ping"
    CSP_REPORT = "csp_report"
    MEDIA = "media"
    WEBSOCKET = "websocket"
    WEBTRANSPORT = "webtransport"
    SPECULATIVE = "speculative"
    WEB_MANIFEST = "web_manifest"
    OTHER = "other"

    __hash__ = str.__hash__  # an enum's own is slow, and types are looked up for every request


_TYPES: Mapping[str, ResourceType] = {
    **{kind.value: kind for kind in ResourceType},
    "imageset": ResourceType.IMAGE,
    "beacon": ResourceType.PING,
}


def resource_type(name: str) -> ResourceType:
    """The type a browser's word stands for; a word nobody knows is ``other``."""
    return _TYPES.get(name, ResourceType.OTHER)


class Fate(enum.StrEnum):
    """How far a request got. Only from ``sent`` on may a sentence say "was told"."""

    ATTEMPTED = "attempted"
    SENT = "sent"
    ANSWERED = "answered"
    STOPPED_BY_US = "stopped_by_us"
    STOPPED_BY_ANOTHER = "stopped_by_another"

    __hash__ = str.__hash__  # as above

    @property
    def went_out(self) -> bool:
        """Whether the request was seen to leave the browser."""
        return self in (Fate.SENT, Fate.ANSWERED)


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """One request of one page.

    ``id`` is the extension's own, new for each leg of a redirect. ``time`` is milliseconds since 1970. ``type`` is the browser's word;
    read it through :func:`resource_type`. ``count`` is above 1 only where a full queue joined requests that are alike. ``initiator``,
    ``frame`` and ``redirected_from``, the request that led to this one, are for the evidence of a visit; nothing is decided by them.
    """

    id: Name
    page: Name
    url: Annotated[str, msgspec.Meta(max_length=MAX_URL)]
    type: Text = "other"
    method: Text = "GET"
    initiator: Text = ""
    frame: int = 0
    time: float = 0.0
    has_body: bool = False
    count: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1
    redirected_from: Text = ""

    def __repr__(self) -> str:
        """Name the request without its address, which may hold what a person typed."""
        return f"Request({self.id!r}, {self.type!r})"
