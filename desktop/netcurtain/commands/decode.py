"""`netcurtain decode`: what does a request tell a known vendor?"""

import binascii
from base64 import b64decode

import msgspec
from msgspec.structs import replace

from netcurtain.commands.stream import BadLineError, JsonObject
from netcurtain.core import decoders
from netcurtain.core.decoders.cookies import cookie_names, told_by_cookies
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.referer import told_by_referer
from netcurtain.core.finding import DecodedEvent, DecodedField, What
from netcurtain.core.told_line import event_line


class _Asked(msgspec.Struct, frozen=True):
    url: str
    method: str = "GET"
    page_url: str = ""
    headers: dict[str, str] = {}
    body: str = ""
    body_form: dict[str, list[str]] | None = None
    body_base64: str = ""

    def __repr__(self) -> str:
        """Never show an address or a body."""
        return "_Asked()"


def answer(line: JsonObject) -> JsonObject:
    """One line in, one out (docs/COMMANDS.md, "decode")."""
    asked = msgspec.convert(line, _Asked)
    if not asked.url:
        raise BadLineError("url is empty")
    headers = {name.lower(): value for name, value in asked.headers.items()}
    payload = Payload(asked.url, asked.method, asked.body_form, _bytes_of(asked), headers.get("content-type", ""))
    cookies = told_by_cookies(payload.host, cookie_names(headers.get("cookie", "")))
    page = told_by_referer(headers.get("referer", ""), asked.page_url)
    events = [_with_headers(event, page, cookies) for event in decoders.decode(payload)]
    return {"url": asked.url, "events": [event_line(event) for event in events]}


def _with_headers(event: DecodedEvent, page: tuple[DecodedField, ...], cookies: tuple[DecodedField, ...]) -> DecodedEvent:
    """With what the headers tell; the page's address only where the request itself does not."""
    has_page = any(fact.what is What.PAGE_ADDRESS for fact in event.told)
    besides = [fact for fact in page if not has_page or fact.what is not What.PAGE_ADDRESS]
    return replace(event, told=tuple(dict.fromkeys((*event.told, *besides, *cookies))))


def _bytes_of(asked: _Asked) -> bytes:
    if not asked.body_base64:
        return asked.body.encode("utf-8", "replace")
    try:
        return b64decode(asked.body_base64, validate=True)
    except (binascii.Error, ValueError):
        raise BadLineError("body_base64 is not base64") from None
