"""Requests that no decoder knows: is the page's address, its title, or the page before it somewhere in them?

Looked for in the address, in parameters and in JSON, as they are, percent-encoded up to twice more, in base64 and base64url, packed or not.
Nothing is made up: only what the caller already knows of the page is found. Work is bounded by the limits below.
"""

import binascii
import re
from base64 import b64decode
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from netcurtain.core.decoders.payload import Payload, json_of, opened, unescaped
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedField, What

MAX_TEXTS = 600
"""Texts of one request that are looked at, layers included."""
MAX_LENGTH = 10_000
"""Characters of one text that are looked at."""
MAX_ALL = 200_000
"""Characters of all texts together."""
MAX_LAYERS = 5
"""Encodings around each other that are taken off."""
SHORTEST_TITLE, SHORTEST_IN_TEXT, SHORTEST_PATH = 4, 16, 6
"""Letters a title needs to be known when a value is the title alone, or when it stands within more; letters of a path on its own."""

_LINES = 50
_BASE64 = re.compile(r"[A-Za-z0-9+/_ -]{16,}={0,2}")
_URL_SAFE = str.maketrans("-_ ", "+/+")


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    text: str
    layer: int = 0


@dataclass(frozen=True, slots=True)
class _Address:
    """An address as it is looked for: with or without scheme, query and fragment, but whole."""

    what: What
    whole: str
    path: str
    pattern: re.Pattern[str]

    def found_in(self, text: str) -> str:
        """What of it a text tells: all of it, its path, or nothing."""
        if self.pattern.search(text):
            return self.whole
        alone = text.strip().partition("#")[0].partition("?")[0]
        return self.path if len(self.path) >= SHORTEST_PATH and alone in (self.path, unescaped(self.path)) else ""


def found_in(payload: Payload, page_address: str, page_title: str, referrer: str) -> tuple[DecodedField, ...]:
    """What of a page a request tells, each thing where it was found first."""
    addresses = [_address(What.PAGE_ADDRESS, page_address)]
    if referrer != page_address:
        addresses.append(_address(What.REFERRER, referrer))
    sought = [address for address in addresses if address]
    title = _plain(page_title)
    telling, told = Telling("", ""), set[What]()
    for text in _texts(payload):
        for address in sought:
            if address.what not in told and (found := address.found_in(text.text)):
                told.add(address.what)
                telling.tell(address.what, found, text.name)
        if What.PAGE_TITLE not in told and _has_title(text.text, title):
            told.add(What.PAGE_TITLE)
            telling.tell(What.PAGE_TITLE, page_title, text.name)
    return telling.event(None).told


def _address(what: What, address: str) -> _Address | None:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if not host or parts.scheme not in ("http", "https"):
        return None
    path = parts.path.rstrip("/")
    forms = {re.escape(f"{host}{port}{form}") for form in (path, unescaped(path))}
    # A bare host is no page: it counts only as the front page, and only written as an address.
    before = r"(?<![\w.-])" if path else r"(?<=//)"
    return _Address(what, address, path, re.compile(rf"{before}(?:{'|'.join(sorted(forms))})/?(?![\w/%.:-])", re.IGNORECASE))


def _texts(payload: Payload) -> Iterator[_Text]:
    """Every text of a request, and what is inside each."""
    waiting, left = deque(_outermost(payload)), MAX_ALL
    for _ in range(MAX_TEXTS):
        if not waiting or left < 0:
            return
        one = waiting.popleft()
        left -= len(one.text)
        yield one
        if one.layer < MAX_LAYERS and len(waiting) < MAX_TEXTS:
            waiting.extend(_inside(one))


def _outermost(payload: Payload) -> Iterator[_Text]:
    for name, values in payload.parameters.items():
        yield from (_Text(name, value[:MAX_LENGTH]) for value in values[:5])
    yield _Text("path", payload.path[:MAX_LENGTH])
    if payload.json is not None:
        yield from _leaves(payload.json, 0)
        return
    for line in payload.text[:MAX_ALL].splitlines()[:_LINES]:
        if (found := json_of(line)) is not None:
            yield from _leaves(found, 0)
    yield _Text("body", payload.text[:MAX_LENGTH])


def _inside(outer: _Text) -> Iterator[_Text]:
    layer = outer.layer + 1
    found = json_of(outer.text.strip())
    if found is not None:
        yield from _leaves(found, layer, outer.name)
        return
    if "%" in outer.text and (plain := unescaped(outer.text)) != outer.text:
        yield _Text(outer.name, plain, layer)
    if unpacked := _from_base64(outer.text):
        yield _Text(outer.name, unpacked[:MAX_LENGTH], layer)


def _leaves(found: object, layer: int, within: str = "") -> Iterator[_Text]:
    waiting = deque([(within, found)])
    for _ in range(MAX_TEXTS):
        if not waiting:
            return
        name, value = waiting.popleft()
        if isinstance(value, str):
            yield _Text(name, value[:MAX_LENGTH], layer)
        elif isinstance(value, dict):
            waiting.extend((f"{name}.{key}" if name else str(key), inner) for key, inner in list(value.items())[:MAX_TEXTS])
        elif isinstance(value, list):
            waiting.extend((name, inner) for inner in value[:MAX_TEXTS])


def _from_base64(text: str) -> str:
    text = text.strip()
    if not _BASE64.fullmatch(text):
        return ""
    try:
        whole = text.rstrip("=").translate(_URL_SAFE)
        return opened(b64decode(whole + "=" * (-len(whole) % 4))).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _has_title(text: str, title: str) -> bool:
    if len(title) < SHORTEST_TITLE:
        return False
    plain = _plain(text)
    return plain == title or (len(title) >= SHORTEST_IN_TEXT and title in plain)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
