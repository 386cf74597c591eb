"""JSON that people can look through as well: each page and each request on a line of its own, keys in a fixed order."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

import msgspec

Value = Mapping[str, object]

_NOT_ASCII = re.compile(r"[^\x00-\x7e]")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})


def line(value: object) -> msgspec.Raw:
    """A value on a line of its own."""
    return msgspec.Raw(b"\n" + _visible(msgspec.json.encode(value)))


def lines(values: Sequence[Value]) -> list[msgspec.Raw]:
    """Each value on a line of its own."""
    return [line(value) for value in values]


def whole(value: Value) -> bytes:
    """A file of it: each of the first keys on a line of its own."""
    return msgspec.json.encode({key: line(one) for key, one in value.items()}) + b"\n"


def _visible(encoded: bytes) -> bytes:
    """What would hide or turn round the text of the file written out as JSON can, such as \\u202e: a program reads the same."""
    return _NOT_ASCII.sub(lambda found: _written_out(found[0]), encoded.decode()).encode()


def _written_out(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    halves = character.encode("utf-16-be").hex()
    return "".join(f"\\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))
