"""JSON Lines in, one JSON line out for each, in order: the frame that `match` and `classify` run in.

A bad line gets an answer that says so and the run goes on; nothing of the line itself is repeated in it.
"""

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line; a longer one is a bad line."""

MAX_DEPTH = 50
"""Lists and objects within each other; a line with more is a bad one."""

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
        asked: JsonObject = {}
        try:
            asked = _read(line)
            answered = answer(_whole(asked))
        except (BadLineError, msgspec.ValidationError) as error:
            answered, all_good = {"error": str(error), "line": number}, False
        if "id" in asked:
            answered = {"id": asked["id"], **answered}
        out.write(json.dumps(answered, default=msgspec.to_builtins, separators=(",", ":")).encode() + b"\n")
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
    if len(line) > MAX_LINE:
        raise BadLineError("the line is too long")
    read = _parsed(line.removeprefix(codecs.BOM_UTF8))
    if not isinstance(read, dict):
        raise BadLineError("the line is not a JSON object")
    if _is_deeper(read, MAX_DEPTH):
        raise BadLineError("the line is nested too deeply")
    return read


def _parsed(line: bytes) -> Any:
    """Pages cut texts in the middle of a character, and JSON can say so; the quick parser refuses what the standard one reads."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return json.loads(line, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise BadLineError("the line is not JSON") from None


def _refused(_constant: str) -> None:
    raise ValueError("NaN and Infinity are not JSON")


def _is_deeper(value: Any, most: int) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return most == 0 or any(_is_deeper(part, most - 1) for part in parts)


def _whole(value: Any) -> Any:
    """Without null, which is the same as absent, at every depth; half a character becomes a question mark."""
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_whole(part) for part in value if part is not None]
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return value
