"""One request as decoders read it: its address and its body, taken apart. What cannot be read is empty, and nothing here raises.

Limits: MAX_OPENED bytes of a body, as it came and once it is unpacked; of a form the whole fields in its first MAX_BODY characters,
MAX_FIELDS at most; MAX_DEPTH levels of JSON, MAX_CONTAINERS lists and objects and MAX_VALUES values in it. The extension sends no body
over MAX_BODY.
"""

import binascii
import re
import zlib
from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

import msgspec

from netcurtain.core.domains import MAX_HOST, plain_host

MAX_BODY = 256 * 1024
MAX_OPENED = 4 * 1024 * 1024
MAX_FIELDS = 500
MAX_LINES = 50
"""Lines of a body with a text of JSON on each."""
MAX_LINE_FIELDS = 200
"""Parameters of one line, of a body that has many of them."""
MAX_DEPTH = 64
MAX_CONTAINERS = 20_000
MAX_VALUES = 100_000
_CONTAINERS = (dict, list)
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://(?:[^/?#]*@)?(\[[^\]/?#]*\]|[^/?#:\[]*)(?::\d*)?(?![^/?#])([^?#]*)(?:\?([^#]*))?", re.IGNORECASE
)
"""Host, path and query: three times as fast as taking all of an address apart."""
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_FORM = re.compile(r"[^\s&={}<>\"]{1,200}=")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HEAD_END = re.compile(r"\r?\n\r?\n")
_PART_NAME = re.compile(r"[;\s]name=(?:\"([^\"]{1,200})\"|([^\";\s]{1,200}))")
MAX_HEAD = 1_000
"""Characters of the lines above a part of a multipart form."""

Parameters = Mapping[str, Sequence[str]]
"""Each name with its values, in order."""


class Payload:
    """``form`` is the body as a browser parsed it, where it did; ``raw`` its bytes. ``kind`` is the Content-Type, where it is known."""

    def __init__(self, url: str, method: str = "GET", form: Parameters | None = None, raw: bytes = b"", kind: str = "") -> None:
        self.url = url
        self.method = method.upper()
        self._form = form
        self._raw = raw if len(raw) <= MAX_OPENED else b""
        self._kind = kind.lower()
        parts = _ADDRESS.match(url)
        host, self.path, query = parts.groups("") if parts else ("", "", "")
        self.host = plain_host(host) if len(host) <= MAX_HOST else ""  # a longer one is nobody's, and work with its parts would take long
        self._query = query[:MAX_BODY]

    @cached_property
    def query(self) -> Parameters:
        """The parameters in the address."""
        return fields_of(self._query)

    @cached_property
    def form(self) -> Parameters:
        """The parameters in the body: of a form, url-encoded or multipart."""
        if self._form is not None:
            return {name: list(values) for name, values in islice(self._form.items(), MAX_FIELDS) if values}
        if not self._raw:
            return {}
        text = self.text.lstrip("\r\n")
        if text.startswith("--"):
            return _parts_of(text)
        text = whole_fields(text)
        return fields_of(text) if "urlencoded" in self._kind or _FORM.match(text) else {}

    @cached_property
    def parameters(self) -> Parameters:
        """Those of the address, then those of the body."""
        if not self._form and not self._raw:
            return self.query
        joined = {name: list(values) for name, values in self.query.items()}
        for name, values in self.form.items():
            joined.setdefault(name, []).extend(values)
        return joined

    @cached_property
    def body(self) -> bytes:
        """The body, unpacked where it is packed."""
        return opened(self._raw)

    @cached_property
    def text(self) -> str:
        """The body as text."""
        try:
            return self.body.decode().removeprefix("\ufeff")
        except UnicodeDecodeError:
            return ""

    @cached_property
    def json(self) -> object:
        """The body as JSON, also where it is packed and then written as base64; of a text on each line a list; None where it is none."""
        text = self.text.lstrip()
        found = json_of(text)
        if found is None and text.startswith("{") and "}\n" in text:
            return [one for line in text.split("\n", MAX_LINES)[:MAX_LINES] if (one := json_of(line.rstrip())) is not None] or None
        return found if found is not None else json_of(_text_of_base64(self.body))

    def first(self, name: str) -> str:
        """The first value of a parameter, empty where there is none."""
        values = self.parameters.get(name)
        return values[0] if values else ""


def first(parameters: Parameters, *names: str) -> str:
    """The first value that is not empty under one of these names, tried in order; empty where there is none."""
    for name in names:
        for value in parameters.get(name, ()):
            if value:
                return value
    return ""


def whole_fields(text: str) -> str:
    """The beginning of a text of the kind ``a=1&b=2``, MAX_BODY characters at most, or of lines of it: without a field that is cut."""
    if len(text) <= MAX_BODY:
        return text
    return text[: max(0, *(text.rfind(end, 0, MAX_BODY + 1) for end in "&\n"))]


def fields_of(text: str, most: int = MAX_FIELDS) -> Parameters:
    """The parameters of a text of the kind ``a=1&b=2``, ``most`` at most."""
    fields: dict[str, list[str]] = {}
    for piece in text.split("&", most)[:most]:
        name, equals, value = piece.partition("=")
        if equals:
            if "%" in piece or "+" in piece:  # most have nothing to undo
                name, value = _plain(name), _plain(value)
            fields.setdefault(name, []).append(value)
    return fields


def json_in(parameter: str) -> object:
    """JSON in a parameter, as it is or in base64; None where there is none."""
    return Payload("", raw=parameter.encode("utf-8", "replace")).json


def unescaped(text: str) -> str:
    """A text without percent signs, as UTF-8; one that stands for nothing stays."""
    if "%" not in text:
        return text
    # Mail writes =3D where an address writes %3D, and Python undoes mail's way ten times as fast.
    as_mail = _BROKEN_ESCAPE.sub("%25", text).replace("=", "%3D").replace("%", "=")
    return binascii.a2b_qp(as_mail.encode("utf-8", "replace")).decode("utf-8", "replace")


def json_of(text: str) -> object:
    """A text as JSON, MAX_DEPTH levels at most; None where it is none."""
    if not text[:1].strip() or text[0] not in '{["':
        return None
    # A small packed body can hold a million empty lists: counting what opens and parts them costs far less than building them.
    containers = text.count("{") + text.count("[")
    if containers > MAX_CONTAINERS or text.count(",") > MAX_VALUES:
        return None
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None
    return found if containers <= MAX_DEPTH or _is_shallow(found) else None


def opened(packed: bytes) -> bytes:
    """The content of gzip or zlib, MAX_OPENED bytes at most; what is not packed as it is, what is broken or too large empty."""
    if packed[:2] != b"\x1f\x8b" and packed[:1] != b"\x78":
        return packed
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        content = unpacker.decompress(packed, MAX_OPENED)
    except zlib.error:
        return b"" if packed[:1] != b"\x78" else packed
    return b"" if unpacker.unconsumed_tail else content


def _plain(written: str) -> str:
    return unescaped(written.replace("+", " "))


def _text_of_base64(body: bytes) -> str:
    body = body.strip().strip(b'"')
    if not _BASE64.fullmatch(body):
        return ""
    try:
        plain = b64decode(body.translate(bytes.maketrans(b"-_", b"+/")) + b"=" * (-len(body) % 4))
        return opened(plain).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _parts_of(text: str) -> Parameters:
    """The named parts of multipart/form-data that are no files."""
    boundary = text[:100].partition("\n")[0].rstrip("\r")
    if len(text) > MAX_BODY:
        text = text[:MAX_BODY].rpartition(boundary)[0]  # the last part may be cut
    fields: dict[str, list[str]] = {}
    for part in text.split(boundary, MAX_FIELDS)[1:]:
        if not (end := _HEAD_END.search(part, 0, MAX_HEAD)):
            continue
        head = part[: end.start()]
        name = _PART_NAME.search(head)
        if name and "filename=" not in head:
            fields.setdefault(name[1] or name[2], []).append(part[end.end() :].removesuffix("\n").removesuffix("\r"))
    return fields


def _is_shallow(found: object) -> bool:
    level: list[dict[str, object] | list[object]] = [found] if isinstance(found, _CONTAINERS) else []
    for _ in range(MAX_DEPTH):
        level = [
            inner for outer in level for inner in (outer.values() if isinstance(outer, dict) else outer) if isinstance(inner, _CONTAINERS)
        ]
        if not level:
            return True
    return False
