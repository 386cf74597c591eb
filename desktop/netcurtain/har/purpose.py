"""What a recorded request was for: by the program's own word, else by its headers, by what came back, by its address. Pure.

Only Chrome and what is built on it write a word for it; Firefox, Safari and the proxies leave it to the reader.
"""

from collections.abc import Mapping

from netcurtain.core.request import ResourceType

_CHROME = {
    "document": ResourceType.MAIN_FRAME,
    "iframe": ResourceType.SUB_FRAME,
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
    "webtransport": ResourceType.WEBTRANSPORT,
    "ping": ResourceType.PING,
    "manifest": ResourceType.WEB_MANIFEST,
    "csp-violation-report": ResourceType.CSP_REPORT,
}
"""Chrome's ``_resourceType``; every other word of it is ``other``. It calls a frame a document, others call it "iframe"."""

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

_DOCUMENTS = (ResourceType.MAIN_FRAME, ResourceType.SUB_FRAME, ResourceType.OBJECT)
"""What Chrome calls a document."""

_BY_CONTENT = (
    ("image/", ResourceType.IMAGE),
    ("font/", ResourceType.FONT),
    ("application/font", ResourceType.FONT),
    ("application/x-font", ResourceType.FONT),
    ("application/vnd.ms-fontobject", ResourceType.FONT),
    ("audio/", ResourceType.MEDIA),
    ("video/", ResourceType.MEDIA),
    ("text/css", ResourceType.STYLESHEET),
    ("text/javascript", ResourceType.SCRIPT),
    ("application/javascript", ResourceType.SCRIPT),
    ("application/x-javascript", ResourceType.SCRIPT),
    ("application/ecmascript", ResourceType.SCRIPT),
    ("application/manifest+json", ResourceType.WEB_MANIFEST),
    ("application/json", ResourceType.XMLHTTPREQUEST),
    ("text/event-stream", ResourceType.XMLHTTPREQUEST),
)
"""What a request asks for in Accept, or what an answer holds, by how that begins."""

_BY_ENDING = {
    "js": ResourceType.SCRIPT,
    "mjs": ResourceType.SCRIPT,
    "css": ResourceType.STYLESHEET,
    "gif": ResourceType.IMAGE,
    "png": ResourceType.IMAGE,
    "jpg": ResourceType.IMAGE,
    "jpeg": ResourceType.IMAGE,
    "webp": ResourceType.IMAGE,
    "avif": ResourceType.IMAGE,
    "svg": ResourceType.IMAGE,
    "ico": ResourceType.IMAGE,
    "woff": ResourceType.FONT,
    "woff2": ResourceType.FONT,
    "ttf": ResourceType.FONT,
    "otf": ResourceType.FONT,
    "mp4": ResourceType.MEDIA,
    "webm": ResourceType.MEDIA,
    "mp3": ResourceType.MEDIA,
    "json": ResourceType.XMLHTTPREQUEST,
}
"""How a path ends, where nothing else is known: of what was stopped there is no answer."""

HTML = ("text/html", "application/xhtml+xml")
NAMES = frozenset({"sec-fetch-dest", "sec-purpose", "purpose", "x-moz", "accept", "content-type", "x-requested-with", "upgrade", "ping-to"})
"""The headers that are asked here, in lower case."""

_NOTHING_KNOWN = ("x-unknown", "application/x-unknown", "application/octet-stream")


def purpose(word: str, headers: Mapping[str, str], method: str, url: str, mime: str, *, came_back: bool) -> tuple[ResourceType, bool]:
    """What a request is for, and whether that is sure where it is a page or a part of one.

    ``word`` is ``_resourceType``, ``mime`` what the answer is said to hold, ``came_back`` whether there was one that leads nowhere else.
    """
    kind, sure = _purpose(word, headers, method, url, mime, came_back)
    if kind is ResourceType.MAIN_FRAME and _is_ahead(headers):
        return ResourceType.SPECULATIVE, True
    return kind, sure


def _purpose(word: str, headers: Mapping[str, str], method: str, url: str, mime: str, came_back: bool) -> tuple[ResourceType, bool]:
    destination = _DESTINATIONS.get(headers.get("sec-fetch-dest", "").lower())
    if word:
        kind = _CHROME.get(word.lower(), ResourceType.OTHER)
        if kind is not ResourceType.MAIN_FRAME:
            return kind, kind is ResourceType.SUB_FRAME
        return (destination, True) if destination in _DOCUMENTS else (kind, False)
    if destination is not None:
        return destination, True
    if headers.get("upgrade", "").lower() == "websocket" or url[:2].lower() == "ws":
        return ResourceType.WEBSOCKET, False
    return _by_what_is_said(headers, method, url, "" if mime.startswith(_NOTHING_KNOWN) else mime.lower(), came_back), False


def _by_what_is_said(headers: Mapping[str, str], method: str, url: str, mime: str, came_back: bool) -> ResourceType:
    by_script = "x-requested-with" in headers
    accept = headers.get("accept", "")
    if "ping-to" in headers or headers.get("content-type", "").startswith("text/ping"):
        return ResourceType.PING
    holds_page = mime.startswith(HTML)
    if not by_script and (holds_page if not accept else accept.startswith("text/html") and (holds_page or not mime or not came_back)):
        return ResourceType.MAIN_FRAME
    asked = _begins(accept)
    if asked is not None:
        return asked
    if by_script or method.upper() not in ("GET", "HEAD"):
        return ResourceType.XMLHTTPREQUEST
    return _begins(mime) or _by_ending(url)


def _begins(kind: str) -> ResourceType | None:
    return next((found for start, found in _BY_CONTENT if kind.startswith(start)), None)


def _by_ending(url: str) -> ResourceType:
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return _BY_ENDING.get(name.rpartition(".")[2].lower(), ResourceType.OTHER)


def _is_ahead(headers: Mapping[str, str]) -> bool:
    """Whether a page was fetched before anybody went there, if they ever did."""
    return any("prefetch" in headers.get(name, "") for name in ("sec-purpose", "purpose", "x-moz"))
