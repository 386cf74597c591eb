"""One entry of a recording as the core knows requests: what it is for, how far it got, its body. Pure. Its page is found by pages.py.

    purpose.py   what it is for        fates.py   how far it got        bodies.py   what it sent along

Kept of an entry is only this: neither the answer nor a body that nobody would read.
"""

import binascii
import codecs
import json
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from netcurtain.core.request import MAX_URL, Fate, ResourceType
from netcurtain.har import purpose
from netcurtain.har.bodies import Form, sent_along
from netcurtain.har.fates import fate, is_redirect, leaves_the_page, status_of
from netcurtain.har.shape import Content, Entry, Pair

MAX_COOKIES = 16 * 1024
"""Characters of a Cookie header that are looked at, for its names."""
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of a page's own text that are read, as they stand in the file: of a longer one its beginning."""

_ASKING = frozenset({"http", "https", "ws", "wss"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(
    r"charset\s*=\s*[\"']?((?:utf-?(?:8|16)|iso-8859|latin-?1|us-ascii|ascii|windows-|shift|x-sjis|euc|gb|x-gbk|big5|koi8)[\w-]{0,20})",
    re.IGNORECASE,
)
"""Those that pages are written in, and no other thing that Python can decode."""
_MEANT = dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252") | {
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "x-gbk": "gbk",
}
"""What browsers take them for, where that is not what they say (Encoding standard, "Names and labels")."""
_META = re.compile(rb"<meta\b[^<>]{0,300}?(charset\s*=[^<>]{0,40})", re.IGNORECASE)
MAX_HEAD = 1024
"""Bytes of a page in which it may say how it is written (HTML standard)."""
_UNNAMED = frozenset({"", "x-unknown", "application/x-unknown"})
"""What programs write of an answer whose kind nobody said."""
# Where a cut went through an escape.
_HALF_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?\Z")

_WANTED = frozenset({"referer", "cookie"}) | purpose.NAMES
_SPELLINGS: Mapping[str | None, str] = {spelling: name for name in _WANTED for spelling in (name, name.title(), name.upper())}


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """A request of a recording. ``time`` is milliseconds since 1970, None where it is not said.

    ``sure``: the request itself says that it is for a whole page, or for a part of one. ``redirects``: its answer leads elsewhere.
    ``stays``: it was for a whole page, and became none; what came before it is still there.
    """

    url: str
    type: ResourceType
    sure: bool
    method: str
    time: float | None
    fate: Fate
    redirects: bool
    stays: bool
    referrer: str
    cookie: str
    body: bytes
    form: Form | None
    kind: str

    def __repr__(self) -> str:
        """Never show an address, a cookie or a body."""
        return f"Recorded({self.type!r})"


def recorded(entry: Entry) -> Recorded | None:
    """The request of an entry; None for one that went out to nobody, such as ``data:``, and for a proxy's tunnel, which holds others."""
    asked, answer = entry.request, entry.response
    if asked is None or not asked.url or _scheme(asked.url) not in _ASKING:
        return None
    method = (asked.method or "GET")[:20]
    if method.upper() == "CONNECT":
        return None
    headers = _headers(asked.headers or ())
    got = status_of(answer)
    mime = (answer.content.kind or "") if answer and answer.content else ""
    redirects = is_redirect(got)
    kind, sure = purpose.purpose(entry.kind or "", headers, method, asked.url, mime, came_back=got > 0 and not redirects)
    body, form = sent_along(asked) if asked.post or asked.packed else (b"", None)
    return Recorded(
        url=asked.url[:MAX_URL],
        type=kind,
        sure=sure,
        method=method,
        time=milliseconds(entry.started),
        fate=fate(entry, got),
        redirects=redirects,
        stays=kind is ResourceType.MAIN_FRAME and not redirects and leaves_the_page(answer, got),
        referrer=headers.get("referer", ""),
        cookie=(headers.get("cookie") or (_cookies(asked.cookies) if asked.cookies else ""))[:MAX_COOKIES],
        body=body,
        form=form,
        kind=headers.get("content-type") or (asked.post.kind if asked.post else None) or "",
    )


def says_nothing(entry: Entry) -> bool:
    """Whether nobody can say what an entry asked for: it has no request, or none with an address."""
    return entry.request is None or not _scheme(entry.request.url or "")


def page_text(entry: Entry) -> str | None:
    """The HTML of an answer, where the file holds it; where the file does not say what it is, it begins as HTML does.

    What has no tag in it, or a zero as packed bytes have, is no text that anybody saw.
    """
    content = entry.response.content if entry.response else None
    if content is None:
        return None
    kind = (content.kind or "").strip().lower()
    if kind.startswith(purpose.HTML):
        text = _text_of(content)
        return text if "<" in text and "\0" not in text[:4096] else None
    text = _text_of(content) if kind in _UNNAMED else ""
    return text if text.lstrip("\ufeff \t\r\n\f").startswith("<") else None


def is_cut(entry: Entry) -> bool:
    """Whether ``page_text`` is only the beginning of an answer."""
    content = entry.response.content if entry.response else None
    return content is not None and len(content.text) > MAX_TEXT


def milliseconds(moment: object) -> float | None:
    """A moment as a HAR writes it, since 1970; one without a time zone is taken as UTC."""
    try:
        read = datetime.fromisoformat(moment if isinstance(moment, str) else "")
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() * 1000
    except (ValueError, OverflowError):
        return None


def _headers(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.name in _SPELLINGS:
            name = _SPELLINGS[pair.name]
            value = "" if pair.value is None else str(pair.value)
            found[name] = f"{found[name]}; {value}" if name == "cookie" and name in found else value
    return found


def _cookies(pairs: Sequence[Pair]) -> str:
    """A Cookie header from the list of cookies; some programs write only that."""
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in pairs if cookie.name and cookie.value is not None)


def _scheme(address: str) -> str:
    found = _SCHEME.match(address)
    return found[0].lower() if found else ""


def _text_of(content: Content) -> str:
    is_long = len(content.text) > MAX_TEXT
    raw = _HALF_ESCAPE.sub(rb"\1", bytes(content.text)[:MAX_TEXT]) + b'"' if is_long else content.text
    try:
        text = msgspec.json.decode(raw, type=str | None) or ""
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            found = json.loads(bytes(raw).decode("utf-8", "replace"))
        except ValueError:
            return ""
        text = found if isinstance(found, str) else ""
    if (content.encoding or "").lower() != "base64":
        return text
    packed = "".join(text.split())
    try:
        return _in_letters(b64decode(packed[: len(packed) // 4 * 4] if is_long else packed, validate=True), content.kind or "")
    except (binascii.Error, ValueError):
        return ""


def _in_letters(raw: bytes, kind: str) -> str:
    """A page as it came over the wire, by its mark, else by the charset that its kind names, else by the one that it names itself."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        return raw.decode(marked or _charset(kind) or _own_charset(raw) or "utf-8", "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def _charset(said: str) -> str:
    named = _CHARSET.search(said)
    return _MEANT.get(named[1].lower(), named[1]) if named else ""


def _own_charset(raw: bytes) -> str:
    """What a page can say of itself in letters of one byte, it cannot be written in letters of two."""
    said = _META.search(raw, 0, MAX_HEAD)
    named = _charset(said[1].decode("ascii", "replace")) if said else ""
    return "" if named.lower().startswith("utf-16") else named
