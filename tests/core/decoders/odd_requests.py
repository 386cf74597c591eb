"""Requests of trackers, changed by dice until no vendor would know them: for a test and for the longer tries of the decoders."""

import gzip
import json
import zlib
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from tests.core.decoders.vendor_requests import ADDRESSES, BODIES, HASH, MORE, PAGE, TITLE

from netcurtain.core import decoders
from netcurtain.core.decoders import generic
from netcurtain.core.decoders.cookies import cookie_names, told_by_cookies
from netcurtain.core.decoders.payload import MAX_BODY, Payload
from netcurtain.core.decoders.telling import MAX_VALUE


@dataclass(frozen=True)
class Sample:
    """A request as it was, before the dice."""

    url: str
    raw: bytes = b""


SAMPLES: tuple[Sample, ...] = (
    *(Sample(f"{url}?{urlencode(query)}" if query else url) for url, query in ADDRESSES.values()),
    *(Sample(url, urlencode(query).encode()) for url, query in ADDRESSES.values() if query),
    *(Sample(url, json.dumps(body).encode()) for url, body in BODIES.values()),
    *(Sample(url, (body if isinstance(body, str) else json.dumps(body)).encode()) for url, body in MORE),
)

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**400, 1.5, "", " ", "0", "*", "null", "\u0000", "\ufeff", "\u202e", "\U0001f600", "\u00e9" * 50, "a" * 3_000),
    *([], {}, [[]], {"": {}}, [None, 1, "a"], "%", "%%%", "%25" * 500, "%C3", "&=;", "[object Object]", "\ud800", "[" * 200, "{" * 200),
    *(
        PAGE,
        TITLE,
        quote(PAGE, ""),
        quote(quote(PAGE, ""), ""),
        HASH,
        HASH.upper(),
        HASH[:40],
        f"tv.1~em.{HASH}~",
        "~" * 200,
        "http://[::1",
    ),
    *("//", "https://user:pass@a.example:99999/x", "e=" * 300, "a" * 200 + "~", "." * 300, "|" * 300, ",1" * 300),
)
"""Values that nobody expects."""
LONG: tuple[str, ...] = (
    "%41",
    "%",
    "+",
    "a=1&",
    "[",
    '{"a":',
    "&",
    "=",
    ";",
    "~",
    "*",
    "<",
    " ",
    "\r\n",
    "0",
    "%C3",
    "--\r\n",
    ",",
    "em.",
    "&en=a",
    "A",
)
"""What a body may be full of."""
HOSTS = tuple(dict.fromkeys(urlsplit(sample.url).netloc for sample in SAMPLES))
PATHS = tuple(dict.fromkeys(urlsplit(sample.url).path for sample in SAMPLES))
NAMES = (
    *("", "em", "pid", "data", "e", "events", "event", "analytics_message", "i", "fa_fields", "requests", "formSubmission"),
    *dict.fromkeys(name for _, query in ADDRESSES.values() for name in query),
)
MAX_HEADER = 16_384
"""Characters of all cookies together; servers take no more."""
KINDS = (
    "",
    "application/json",
    "text/plain;charset=UTF-8",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "\u00e9",
)
PACKED: tuple[Callable[[bytes], bytes], ...] = (gzip.compress, zlib.compress, b64encode, urlsafe_b64encode, lambda raw: b'"' + raw + b'"')


def odd_payload(dice: Random, more: tuple[Sample, ...] = ()) -> Payload:
    """A request of some vendor, changed in some places."""
    sample = dice.choice(SAMPLES + more)
    url, raw = _changed_address(dice, sample.url), _changed_body(dice, sample.raw)
    form = None
    if dice.random() < 0.15:
        form = {dice.choice(NAMES): [_as_text(dice.choice(ODD)) for _ in range(dice.randint(0, 3))] for _ in range(dice.randint(0, 8))}
    return Payload(url, dice.choice(("GET", "POST", "")), form, raw, dice.choice(KINDS))


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _changed_address(dice: Random, url: str) -> str:
    for _ in range(dice.choice((0, 1, 1, 2, 4))):
        at = dice.randint(0, len(url))
        match dice.randrange(9):
            case 0:
                url = url[:at] + _as_text(dice.choice(ODD)) + url[at:]
            case 1:
                url = url[:at] + url[at + dice.randint(0, 30) :]
            case 2:
                url += f"&{dice.choice(NAMES)}={_as_text(dice.choice(ODD))}"
            case 3:
                url += f"&{dice.choice(NAMES)}={quote(_as_text(dice.choice(ODD)), errors='replace')}"
            case 4:
                url += "&" + dice.choice(LONG) * dice.choice((10, 1_000, 20_000))
            case 5:
                url = url.replace(dice.choice(HOSTS), dice.choice(HOSTS), 1)
            case 6:
                url = url.replace(dice.choice(PATHS), dice.choice(PATHS), 1)
            case 7:
                url = dice.choice((url.upper(), url.replace("%", "%25"), url.replace("?", ";"), url.replace("https", "wss"), url + "#x"))
            case _:
                url = url.replace("=", "=" + _as_text(dice.choice(ODD)), dice.randint(1, 3))
    return url


def _changed_body(dice: Random, raw: bytes) -> bytes:
    if raw[:1] in (b"{", b"[") and dice.random() < 0.7:
        found = json.loads(raw)
        for _ in range(dice.randint(1, 4)):
            found = _changed_json(dice, found)
        raw = json.dumps(found).encode("utf-8", "replace")
    for _ in range(dice.choice((0, 0, 1, 2))):
        at = dice.randint(0, len(raw))
        match dice.randrange(5):
            case 0:
                raw = raw[:at] + dice.randbytes(dice.randint(1, 8)) + raw[at + dice.randint(0, 8) :]
            case 1:
                raw = raw[:at]
            case 2:
                raw = raw[:at] + dice.choice(LONG).encode() * dice.choice((10, 1_000, 60_000)) + raw[at:]
            case 3:
                piece = raw + dice.choice((b"", b"\r\n", b"&", b" "))
                raw = piece * min(dice.choice((2, 50, 500)), MAX_BODY // (len(piece) + 1) + 1)
            case _:
                raw = raw[:at] + _as_text(dice.choice(ODD)).encode("utf-8", "replace") + raw[at:]
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2))):
        raw = dice.choice(PACKED)(raw)
    return raw[: dice.choice((MAX_BODY, MAX_BODY, MAX_BODY + 1))]


def _changed_json(dice: Random, found: Any) -> Any:
    """One place of it, as deep as the dice lead, is another value."""
    if isinstance(found, dict) and found and dice.random() < 0.85:
        name = dice.choice(list(found))
        return {**found, dice.choice((name, name, name, "x")): _changed_json(dice, found[name])}
    if isinstance(found, list) and found and dice.random() < 0.85:
        at = dice.randrange(len(found))
        return found[:at] + [_changed_json(dice, found[at])] * dice.choice((1, 1, 2, 300)) + found[at + 1 :]
    return dice.choice((dice.choice(ODD), [found] * dice.choice((1, 3)), {"a": found}, _as_text(found), dice.choice(ODD)))


def read_all(dice: Random, payload: Payload) -> None:
    """The request in the hands of its decoder, of any other, of the generic one, and its cookies; raises what they raise."""
    for decoder in (decoders.decoder_of(payload), dice.choice(decoders.DECODERS)):
        if decoder:
            for event in decoders.read(decoder, payload):
                assert all(fact.text and len(fact.parameter) <= MAX_VALUE for fact in event.told)
    generic.found_in(payload, PAGE, TITLE, dice.choice(("", PAGE, _as_text(dice.choice(ODD)))))
    told_by_cookies(payload.host, cookie_names(dice.choice((payload.text, payload.path))[:MAX_HEADER]))
