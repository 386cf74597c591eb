"""JSON Lines in, one JSON line out for each, in order: the frame that `match` and `classify` run in.

A bad line gets an answer that says so and the run goes on; nothing of the line itself is repeated in it.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line; a longer one is a bad line."""

MAX_DEPTH = 50
"""Lists and objects within each other; what lies deeper is left out, as no command reads it."""

MAX_ID = 1000
"""Bytes of an id that is looked for in a line that is too long."""

_BEGINS_WITH_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*+"|-?[0-9.eE+-]+)\s*,')
_BRACKET = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)

JsonObject = dict[str, Any]
"""One line, in or out."""


class BadLineError(ValueError):
    """A line that cannot be answered. The message is one plain clause and holds nothing of the line."""


def answer_lines(source: BinaryIO, out: BinaryIO, answer: Callable[[JsonObject], JsonObject]) -> bool:
    """Answer every line that is not blank, each flushed before the next is read. Whether all of them were good."""
    all_good = True
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        named: JsonObject = {}
        try:
            if len(line) > MAX_LINE:
                named = _named(_beginning(line))
                raise BadLineError("the line is too long")
            asked = _read(line)
            named = _named(asked)
            answered = answer(_whole(asked))
        except (BadLineError, msgspec.ValidationError) as error:
            answered, all_good = {"error": str(error), "line": number}, False
        out.write(_written(named | answered) + b"\n")
        out.flush()
    return all_good


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines, each as soon as it is there. Of a line that is too long, only its beginning is kept in memory."""
    while line := source.readline(MAX_LINE + 1):
        rest = line
        while not rest.endswith(b"\n") and len(rest) > MAX_LINE:
            rest = source.readline(MAX_LINE + 1)
        yield line


def _read(line: bytes) -> JsonObject:
    read = _parsed(line.removeprefix(codecs.BOM_UTF8))
    if not isinstance(read, dict):
        raise BadLineError("the line is not a JSON object")
    return read


def _parsed(line: bytes) -> Any:
    """Pages cut texts in the middle of a character, and JSON can say so; the quick parser refuses what the standard one reads."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return _parsed_slowly(line)
    except RecursionError:
        return _parsed_slowly(_without_depths(line))


def _parsed_slowly(line: bytes) -> Any:
    try:
        return json.loads(line, parse_constant=_refused)
    except ValueError:
        raise BadLineError("the line is not JSON") from None


def _without_depths(line: bytes) -> bytes:
    """A line with null for what lies deeper than any parser goes."""
    kept, at, depth = [], 0, 0
    for bracket in _BRACKET.finditer(line):
        if bracket[0] in (b"[", b"{"):
            if depth == MAX_DEPTH:
                kept.append(line[at : bracket.start()] + b"null")
                at = len(line)
            depth += 1
        elif bracket[0] in (b"]", b"}"):
            depth -= 1
            if depth == MAX_DEPTH:
                at = bracket.end()
    return b"".join([*kept, line[at:]])


def _beginning(line: bytes) -> JsonObject:
    """The id that a line begins with, as most do; nothing else is read."""
    found = _BEGINS_WITH_ID.match(line.removeprefix(codecs.BOM_UTF8)[:MAX_ID])
    return {"id": _parsed(found[1])} if found else {}


def _named(asked: JsonObject) -> JsonObject:
    """The id alone, where one is given. A number such as 1e999 is none that JSON could give back."""
    named = {"id": asked["id"]} if "id" in asked else {}
    try:
        _written(named)
    except (ValueError, RecursionError):
        raise BadLineError("the id is too large a number, or nested too deeply") from None
    return named


def _written(answered: JsonObject) -> bytes:
    return json.dumps(answered, default=msgspec.to_builtins, separators=(",", ":"), allow_nan=False).encode()


def _refused(_constant: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def _whole(value: Any, depth: int = 0) -> Any:
    """Without null, which is the same as absent, at every depth, nor what lies too deep; half a character becomes a question mark."""
    if isinstance(value, dict | list) and depth == MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {key: part for key, found in value.items() if (part := _whole(found, depth + 1)) is not None}
    if isinstance(value, list):
        return [part for found in value if (part := _whole(found, depth + 1)) is not None]
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return value
