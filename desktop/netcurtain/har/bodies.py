"""What a recorded request sent along, as bytes or as a form. Pure.

Programs differ most here. A body that is no text stands in a HAR as base64 (``encoding``, ``_encoding``, ``comment``; Charles says nothing
of it), with each byte as a letter (Chrome, mitmproxy), or in a place of its own (HTTP Toolkit).
"""

import binascii
from base64 import b64decode
from collections.abc import Sequence

from netcurtain.core.decoders.payload import MAX_BODY, MAX_OPENED
from netcurtain.har.shape import Asked, Pair, PostData

MAX_FIELDS = 500
"""Parameters of a body that a program took apart."""

_PACKED = ("\x1f", "\x78")
"""How gzip and zlib begin."""

Form = dict[str, list[str]]


def sent_along(asked: Asked) -> tuple[bytes, Form | None]:
    """The body of a request; its form instead, where the program kept only that."""
    post = asked.packed if asked.packed is not None and asked.packed.text else asked.post
    if post is None:
        return b"", None
    if post.text:
        return _body(post, asked), None
    if not post.params:
        return b"", None
    form = _form(post.params)
    (name, values), *others = form.items()
    # JSON that was sent under the name of a form, and taken apart like one.
    if not others and values == [""] and name[:1] in ("{", "["):
        return name.encode("utf-8", "replace")[:MAX_OPENED], None
    return b"", form


def _body(post: PostData, asked: Asked) -> bytes:
    """The bytes of a body; none where there are more than any decoder reads."""
    text = post.text or ""
    if len(text) > MAX_OPENED * 2:
        return b""
    if any("base64" in (said or "").lower() for said in (post.encoding, post.underscored_encoding, post.comment)):
        return _unpacked(text) or b""
    if (unpacked := _silently_packed(text, asked.size)) is not None:
        return unpacked
    if post.params and text[:8].lower() == "content-" and "\r\n\r\n" in text:
        text = text.partition("\r\n\r\n")[2]  # Firefox puts a form's own headers before it
    body = _letters(text) if not text.isascii() else None
    body = text.encode("utf-8", "replace") if body is None else body
    return body if len(body) <= MAX_OPENED else b""


def _letters(text: str) -> bytes | None:
    """The bytes of a text in which each letter stands for one, where it is such: packed, or UTF-8 that was read as something else."""
    try:
        body = text.encode("latin-1")
        if text[:1] not in _PACKED:
            body.decode("utf-8")
    except ValueError:
        return None
    return body


def _silently_packed(text: str, size: float | str | None) -> bytes | None:
    """A body as base64 of which nobody says so: it has just as many bytes as were sent."""
    if not isinstance(size, float) or len(text) % 4 or len(text) * 3 // 4 - text[-2:].count("=") != size or not size:
        return None
    return _unpacked(text)


def _unpacked(text: str) -> bytes | None:
    try:
        return b64decode("".join(text.split()), validate=True)[:MAX_OPENED]
    except (binascii.Error, ValueError):
        return None


def _form(pairs: Sequence[Pair]) -> Form:
    form: Form = {}
    for pair in pairs[:MAX_FIELDS]:
        value = "" if pair.value is None else str(pair.value)
        form.setdefault(pair.name or "", []).append(value[:MAX_BODY])
    return form
