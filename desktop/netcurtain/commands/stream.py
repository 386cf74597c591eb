"""JSON Lines in, one JSON line out for each, in order: the frame that `match` and `classify` run in.

A bad line gets an answer that says so and the run goes on; nothing of the line itself is repeated in it.
"""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

MAX_LINE = 4 * 1024 * 1024
"""Bytes of one line; a longer one is a bad line."""

JsonObject = dict[str, Any]
"""One line, in or out."""


class BadLineError(ValueError):
    """A line that cannot be answered. The message is one plain clause and holds nothing of the line."""


def answer_lines(source: BinaryIO, out: BinaryIO, answer: Callable[[JsonObject], JsonObject]) -> bool:
    """JsonObject every line that is not blank, each flushed before the next is read. Whether all of them were good."""
    all_good = True
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        asked: JsonObject = {}
        try:
            asked = _read(line)
            answered = answer(asked)
        except (BadLineError, msgspec.ValidationError) as error:
            answered, all_good = {"error": str(error), "line": number}, False
        if "id" in asked:
            answered = {"id": asked["id"], **answered}
        out.write(msgspec.json.encode(answered) + b"\n")
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
    try:
        read = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadLineError("the line is not JSON") from None
    if not isinstance(read, dict):
        raise BadLineError("the line is not a JSON object")
    filled: JsonObject = _without_nulls(read)
    return filled


def _without_nulls(value: Any) -> Any:
    """A null is the same as absent, at every depth."""
    if isinstance(value, dict):
        return {key: _without_nulls(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_nulls(part) for part in value if part is not None]
    return value
