"""One list over the network: one conditional GET with limits on time and size. The only file of this room that touches a socket."""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    getproxies,
)

from netcurtain.lists import wording
from netcurtain.lists.progress import Tell, untold
from netcurtain.lists.source import MAX_BYTES, NOTHING_KNOWN, Answer, Fresh, Refused, Unchanged, Validators

CONNECT_SECONDS = 5.0
"""How long the server may take to accept, and between any two pieces."""
WHOLE_SECONDS = 60.0
"""How long the whole answer may take."""
PIECE = 65_536
MAX_VALIDATOR = 500


def allowed(url: str) -> bool:
    """Whether a list may be fetched from here: https, or plain http on this computer."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
    return named and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname == "127.0.0.1"))


def fetch(
    url: str,
    known: Validators = NOTHING_KNOWN,
    tell: Tell = untold,
    *,
    limit: int = MAX_BYTES,
    whole_seconds: float = WHOLE_SECONDS,
) -> Answer:
    """The list at ``url``; ``known`` makes the request conditional. Nothing is raised for what the network does."""
    if not allowed(url):
        return Refused(wording.NOT_ALLOWED)
    request = Request(url, headers=_headers(known))  # noqa: S310 -- allowed() has checked the scheme
    until = time.monotonic() + whole_seconds
    doing = wording.asking(urlsplit(url).hostname or "")
    tell(doing, 0, None)
    try:
        with _opener().open(request, timeout=CONNECT_SECONDS) as response:
            return _read(response, limit, until, lambda so_far, total: tell(doing, so_far, total))
    except HTTPError as error:
        with error:
            asked = known != NOTHING_KNOWN  # "not changed" means nothing to whoever asked without saying what they have
            return Unchanged() if error.code == 304 and asked else Refused(wording.status(error.code))
    except TimeoutError:
        return Refused(wording.TOO_SLOW)
    except (OSError, HTTPException, ValueError):
        return Refused(wording.NOT_REACHED)


def _headers(known: Validators) -> dict[str, str]:
    # The server need not learn which program asks: that someone runs Netcurtain is theirs alone.
    headers = {"User-Agent": "Mozilla/5.0", "Accept": "text/plain, */*;q=0.1"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


class _AllowedRedirects(HTTPRedirectHandler):
    """Follows a redirect only to an address that could have been asked for in the first place, never from https to http."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str) -> Request | None:
        if not allowed(newurl) or (req.type == "https" and urlsplit(newurl).scheme != "https"):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    proxies = {scheme: proxy for scheme, proxy in getproxies().items() if scheme == "https"}
    handlers = (
        ProxyHandler(proxies),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        _AllowedRedirects(),
        HTTPErrorProcessor(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _read(response: HTTPResponse, limit: int, until: float, tell: Callable[[int, int | None], None]) -> Answer:
    if response.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        return Refused(wording.WEB_PAGE)
    length = response.headers.get("Content-Length", "")
    total = int(length) if length.isdecimal() else None
    if total is not None and total > limit:
        return Refused(wording.TOO_LARGE)
    content = bytearray()
    try:
        while piece := response.read1(PIECE):
            content += piece
            tell(len(content), total)
            if len(content) > limit:
                return Refused(wording.TOO_LARGE)
            if time.monotonic() > until:
                return Refused(wording.TOO_SLOW)
    except HTTPException:
        return Refused(wording.CUT_SHORT)
    # read1 takes an early end for the end, so the length is counted here.
    if total is not None and total != len(content):
        return Refused(wording.CUT_SHORT)
    validators = Validators(_validator(response, "ETag"), _validator(response, "Last-Modified"))
    return Fresh(bytes(content), validators, _seconds(validators.last_modified))


def _validator(response: HTTPResponse, name: str) -> str:
    value = response.headers.get(name, "")
    return value if len(value) <= MAX_VALIDATOR and value.isascii() and value.isprintable() else ""


def _seconds(http_date: str) -> float:
    try:
        return parsedate_to_datetime(http_date).timestamp() if http_date else 0.0
    except (ValueError, OverflowError):
        return 0.0
