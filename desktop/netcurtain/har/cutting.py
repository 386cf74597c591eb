"""A HAR cut into its pages and entries as it comes in, so that a file of any size needs the memory of one entry. Bytes in, bytes out.

Where an entry ends is guessed by the key that the next one begins with, and known once msgspec has read it: text that begins at ``{`` and
is one whole object can end in one place only. Where the guess fails, brackets are counted.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import msgspec

from netcurtain.har import wording

PIECE = 1024 * 1024
MAX_ENTRY = 32 * 1024 * 1024
"""Bytes of one entry, answer included; a larger one is passed over and counted."""
MAX_KEY = 4096
"""Bytes of a key on the way to the entries."""
GUESSES = 4

NEAR = 64 * 1024
"""Bytes in which the next entry is looked for by what stood between the last two."""

_NEXT = re.compile(
    rb'\}[ \t\r\n]*,[ \t\r\n]*\{[ \t\r\n]*"(?:_\w+|pageref|startedDateTime|time|request|response|cache|timings|serverIPAddress'
    rb'|connection|comment)"'
)
_SPACE = re.compile(rb"[ \t\r\n]*")
_MARKS = re.compile(rb'["{}\[\]]')
_IN_STRING = re.compile(rb'["\\]')
_PLAIN_END = re.compile(rb"[,\}\] \t\r\n]")
_OPENING, _CLOSING, _QUOTE, _BACKSLASH = frozenset(b"{["), frozenset(b"}]"), 0x22, 0x5C

Read = Callable[[int], bytes]
Kind = Literal["pages", "entries"]


class RecordingError(Exception):
    """A recording cannot be read. The message is one sentence that says what to do, and holds nothing of the file."""


class Piece(msgspec.Struct, frozen=True):
    """One element of ``log.pages`` or ``log.entries``: as it was read on the way, or ``raw``; neither where it is too large."""

    kind: Kind
    element: object = None
    raw: bytes | None = None


class Cutter:
    """Reads once from start to end. ``read`` gives the next bytes, none at the end; ``decoders`` read an element, and so find its end."""

    def __init__(self, read: Read, decoders: Mapping[Kind, Callable[[bytes], object]]) -> None:
        self._read = read
        self._decoders = decoders
        self._between = b""
        self._held = b""
        self._at = 0

    def pieces(self) -> Iterator[Piece]:
        """Every page and entry, in the file's order. Raises RecordingError."""
        found = False
        if self._peek() == b"\xef":
            self._at += 3
        if self._peek() == b"[":
            raise RecordingError(wording.NO_ENTRIES)
        for key in self._keys():
            if key == b"log" and self._peek() == b"{":
                for inner in self._keys():
                    if inner in (b"pages", b"entries") and self._peek() == b"[":
                        found = found or inner == b"entries"
                        yield from self._elements("entries" if inner == b"entries" else "pages")
                    else:
                        self._value(keep=0)
            else:
                self._value(keep=0)
        if not found:
            raise RecordingError(wording.NO_ENTRIES)

    def _keys(self) -> Iterator[bytes]:
        """The keys of the object that begins here; the caller reads each value."""
        if self._peek() != b"{":
            raise RecordingError(wording.NOT_JSON)
        self._at += 1
        if self._peek() == b"}":
            self._at += 1
            return
        while True:
            if self._peek() != b'"':
                raise RecordingError(wording.NOT_JSON)
            key = self._value(keep=MAX_KEY) or b'""'
            if self._peek() != b":":
                raise RecordingError(wording.NOT_JSON)
            self._at += 1
            yield key[1:-1]
            if self._ends(b"}"):
                return

    def _elements(self, kind: Kind) -> Iterator[Piece]:
        """The elements of the list that begins here."""
        self._at += 1
        if self._peek() == b"]":
            self._at += 1
            return
        while True:
            if self._peek() == b"{":
                element = self._guessed(self._decoders[kind])
                yield Piece(kind, element) if element is not None else Piece(kind, raw=self._value(keep=MAX_ENTRY))
            else:
                self._value(keep=0)
                yield Piece(kind)
            if self._ends(b"]"):
                return

    def _ends(self, bracket: bytes) -> bool:
        """Whether the object or list ends here; else a comma leads to what follows."""
        mark = self._peek()
        if mark not in (b",", bracket):
            raise RecordingError(wording.NOT_JSON if mark else wording.CUT_OFF)
        self._at += 1
        return mark == bracket

    def _guessed(self, decode: Callable[[bytes], object]) -> object:
        """The element that begins here, where the guess is right."""
        near = self._held.find(self._between, self._at, self._at + NEAR) if self._between else -1
        if near >= 0 and (element := self._taken(near + 1, decode)) is not None:
            return element
        looked = self._at
        for _ in range(GUESSES):
            while (guess := _NEXT.search(self._held, looked)) is None:
                # What stands at the very end may be the beginning of what is looked for.
                behind = max(0, len(self._held) - self._at - 256)
                if behind > MAX_ENTRY or not self._more():
                    return None
                looked = self._at + behind
            if (element := self._taken(guess.start() + 1, decode)) is not None:
                self._between = guess[0]
                return element
            looked = guess.start() + 1
        return None

    def _taken(self, end: int, decode: Callable[[bytes], object]) -> object:
        """The element up to ``end``, where it is a whole one; the space before it is taken already."""
        if end - self._at > MAX_ENTRY:
            return None
        try:
            element = decode(self._held[self._at : end])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        self._at = end
        return element

    def _value(self, keep: int) -> bytes | None:
        """The value that begins here, by counting brackets; None where it has more than ``keep`` bytes, and it is passed over."""
        kept: list[bytes] | None = [] if keep else None
        size = depth = 0
        in_string = False
        self._peek()
        begun, at = self._at, self._at
        first = self._held[at : at + 1]
        if not first:
            raise RecordingError(wording.CUT_OFF)
        marks = _MARKS if first in (b'"', b"{", b"[") else _PLAIN_END
        while True:
            found = (_IN_STRING if in_string else marks).search(self._held, at)
            if found is None or (found[0] == b"\\" and found.end() >= len(self._held)):
                # All that is held has been looked at, up to a backslash whose letter is still to come.
                at = len(self._held) if found is None else found.start()
                size += at - begun
                kept = self._keep(kept, begun, at, size, keep)
                self._at = at
                if not self._more():
                    raise RecordingError(wording.CUT_OFF)
                begun = at = self._at
                continue
            mark, at = self._held[found.start()], found.end()
            if marks is _PLAIN_END:
                at = found.start()
                break
            if in_string:
                if mark == _BACKSLASH:
                    at += 1
                    continue
                in_string = False
            elif mark == _QUOTE:
                in_string = True
                continue
            elif mark in _OPENING:
                depth += 1
            elif mark in _CLOSING:
                depth -= 1
            if depth <= 0:
                break
        size += at - begun
        kept = self._keep(kept, begun, at, size, keep)
        self._at = at
        return b"".join(kept) if kept is not None else None

    def _keep(self, kept: list[bytes] | None, begun: int, end: int, size: int, keep: int) -> list[bytes] | None:
        if kept is None or size > keep:
            return None
        kept.append(self._held[begun:end])
        return kept

    def _peek(self) -> bytes:
        """The next byte that is no space, not yet taken; none at the end of the file."""
        if (here := self._held[self._at : self._at + 1]) > b" ":
            return here
        while True:
            found = _SPACE.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held):
                return self._held[self._at : self._at + 1]
            if not self._more():
                return b""

    def _more(self) -> bool:
        """Hold more of the file, and let go of what was taken."""
        piece = self._read(max(PIECE, len(self._held) - self._at))
        self._held = self._held[self._at :] + piece
        self._at = 0
        return bool(piece)
