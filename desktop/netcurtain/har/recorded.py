"""One entry of a recording as the core knows requests: what it is for, how far it got, its body. Pure. Its page is found by pages.py.

Kept of an entry is only this: neither the answer nor a body that nobody would read.
"""

import binascii
import json
from base64 import b64decode
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from netcurtain.core.decoders.payload import MAX_BODY
from netcurtain.core.request import MAX_URL, Fate, ResourceType
from netcurtain.har.shape import Answered, Asked, Content, Entry, Pair, PostData

MAX_COOKIES = 16 * 1024
"""Characters of a Cookie header that are looked at, for its names."""
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of a page's own text; a page with more counts as one without."""
MAX_FIELDS = 500
"""Parameters of a body that a program took apart."""

_CHROME = {
    "document": ResourceType.MAIN_FRAME,
    "stylesheet": ResourceType.STYLESHEET,
    "image": ResourceType.IMAGE,
    "media": ResourceType.MEDIA,
    "texttrack": ResourceType.MEDIA,
    "font": ResourceType.FONT,
    "script": ResourceType.SCRIPT,
    "xhr": ResourceType.XMLHTTPREQUEST,
    "fetch": ResourceType.XMLHTTPREQUEST,
    "eventsource": ResourceType.XMLHTTPREQUEST,
    "websocket": ResourceType.WEBSOCKET,
    "ping": ResourceType.PING,
    "manifest": ResourceType.WEB_MANIFEST,
    "csp-violation-report": ResourceType.CSP_REPORT,
}
"""Chrome's ``_resourceType``; every other word of it is ``other``."""

_DESTINATIONS = {
    "document": ResourceType.MAIN_FRAME,
    "iframe": ResourceType.SUB_FRAME,
    "frame": ResourceType.SUB_FRAME,
    "fencedframe": ResourceType.SUB_FRAME,
    "script": ResourceType.SCRIPT,
    "worker": ResourceType.SCRIPT,
    "sharedworker": ResourceType.SCRIPT,
    "serviceworker": ResourceType.SCRIPT,
    "style": ResourceType.STYLESHEET,
    "image": ResourceType.IMAGE,
    "font": ResourceType.FONT,
    "audio": ResourceType.MEDIA,
    "video": ResourceType.MEDIA,
    "track": ResourceType.MEDIA,
    "object": ResourceType.OBJECT,
    "embed": ResourceType.OBJECT,
    "manifest": ResourceType.WEB_MANIFEST,
    "report": ResourceType.CSP_REPORT,
    "empty": ResourceType.XMLHTTPREQUEST,
}
"""The header Sec-Fetch-Dest (Fetch standard, "request destination")."""

_BY_CONTENT = (
    ("image/", ResourceType.IMAGE),
    ("font/", ResourceType.FONT),
    ("application/font", ResourceType.FONT),
    ("audio/", ResourceType.MEDIA),
    ("video/", ResourceType.MEDIA),
    ("text/css", ResourceType.STYLESHEET),
    ("text/javascript", ResourceType.SCRIPT),
    ("application/javascript", ResourceType.SCRIPT),
    ("application/x-javascript", ResourceType.SCRIPT),
    ("application/json", ResourceType.XMLHTTPREQUEST),
)
"""What an answer holds, where the request does not say what it was for."""

_HTML = ("text/html", "application/xhtml+xml")
_WANTED = frozenset({"referer", "cookie", "content-type", "sec-fetch-dest", "accept", "x-requested-with", "upgrade"})
_SPELLINGS = {spelling: name for name in _WANTED for spelling in (name, name.title(), name.upper())}
_STOPPED = ("BLOCKED_BY_CLIENT", "BLOCKED_BY_CONTENT_BLOCKER", "NS_ERROR_BLOCKED", "blockedbyextension")
_NO_POST = PostData()


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """A request of a recording. ``time`` is milliseconds since 1970, None where it is not said.

    ``sure``: the request itself says that it is for a whole page, or for a part of one. ``redirects``: its answer leads elsewhere.
    """

    url: str
    type: ResourceType
    sure: bool
    method: str
    time: float | None
    fate: Fate
    redirects: bool
    referrer: str
    cookie: str
    body: bytes
    form: dict[str, list[str]] | None
    kind: str

    def __repr__(self) -> str:
        """Never show an address, a cookie or a body."""
        return f"Recorded({self.type!r})"


def recorded(entry: Entry) -> Recorded | None:
    """The request of an entry; None for one that went out to nobody, such as ``data:``."""
    asked, answer = entry.request, entry.response
    if asked is None or not asked.url or asked.url[:4].lower() not in ("http", "ws:/", "wss:"):
        return None
    headers = _headers(asked.headers or ())
    kind, sure = _type(entry.kind or "", headers, asked, answer)
    post = asked.post or _NO_POST
    status = _status(answer)
    return Recorded(
        url=asked.url[:MAX_URL],
        type=kind,
        sure=sure,
        method=(asked.method or "GET")[:20],
        time=milliseconds(entry.started),
        fate=_fate(status, answer, entry.cached),
        redirects=300 <= status < 400,
        referrer=headers.get("referer", ""),
        cookie=headers.get("cookie", "")[:MAX_COOKIES],
        body=_body(post) if post.text else b"",
        form=None if post.text or not post.params else _form(post.params),
        kind=headers.get("content-type") or post.kind or "",
    )


def page_text(entry: Entry) -> str | None:
    """The HTML of an answer, where the file holds it."""
    content = entry.response.content if entry.response else None
    if content is None or not (content.kind or "").lower().startswith(_HTML) or len(content.text) > MAX_TEXT:
        return None
    return _text_of(content) or None


def milliseconds(moment: str | None) -> float | None:
    """A moment as a HAR writes it, since 1970; one without a time zone is taken as UTC."""
    try:
        read = datetime.fromisoformat(moment or "")
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() * 1000
    except (ValueError, OverflowError):
        return None


def _headers(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        if (name := _SPELLINGS.get(pair.name or "")) is not None:
            value = pair.value or ""
            found[name] = f"{found[name]}; {value}" if name == "cookie" and name in found else value
    return found


def _type(chrome: str, headers: dict[str, str], asked: Asked, answer: Answered | None) -> tuple[ResourceType, bool]:
    """What a request is for, and whether that is sure where it is a page or a part of one."""
    destination = _DESTINATIONS.get(headers.get("sec-fetch-dest", ""))
    if chrome:
        kind = _CHROME.get(chrome.lower(), ResourceType.OTHER)
        if kind is not ResourceType.MAIN_FRAME:
            return kind, False
        return (destination, True) if destination in (ResourceType.MAIN_FRAME, ResourceType.SUB_FRAME) else (kind, False)
    if destination is not None:
        return destination, True
    if headers.get("upgrade", "").lower() == "websocket" or (asked.url or "").startswith("ws"):
        return ResourceType.WEBSOCKET, False
    content = answer.content if answer else None
    mime = (content.kind or "").lower() if content else ""
    if mime.startswith(_HTML) and "x-requested-with" not in headers and headers.get("accept", "text/html").startswith("text/html"):
        return ResourceType.MAIN_FRAME, False
    return next((kind for start, kind in _BY_CONTENT if mime.startswith(start)), ResourceType.OTHER), False


def _status(answer: Answered | None) -> int:
    try:
        return int(answer.status or 0) if answer else 0
    except (ValueError, OverflowError):
        return 0


def _fate(status: int, answer: Answered | None, cached: str | None) -> Fate:
    """How far it got. What came from the browser's own store went out to nobody."""
    error = (answer.error or "") if answer else ""
    if error and any(mark in error for mark in _STOPPED):
        return Fate.STOPPED_BY_ANOTHER
    return Fate.ANSWERED if status > 0 and not cached else Fate.ATTEMPTED


def _body(post: PostData) -> bytes:
    """The bytes of a body; none where there are more than any decoder reads. Some programs write each byte of a packed one as a letter."""
    text = post.text or ""
    if len(text) > MAX_BODY * 2:
        return b""
    if "base64" in (post.encoding or post.underscored_encoding or ""):
        try:
            return b64decode(text, validate=True)[:MAX_BODY]
        except (binascii.Error, ValueError):
            return b""
    if text[:1] in ("\x1f", "\x78") and not text.isascii():
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError:
            return b""
    body = text.encode("utf-8", "replace")
    return body if len(body) <= MAX_BODY else b""


def _form(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    form: dict[str, list[str]] = {}
    for pair in pairs[:MAX_FIELDS]:
        form.setdefault(pair.name or "", []).append((pair.value or "")[:MAX_BODY])
    return form


def _text_of(content: Content) -> str:
    try:
        text = msgspec.json.decode(content.text, type=str | None) or ""
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            found = json.loads(bytes(content.text).decode("utf-8", "replace"))
        except ValueError:
            return ""
        text = found if isinstance(found, str) else ""
    if content.encoding != "base64":
        return text
    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
