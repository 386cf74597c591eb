"""The write-ahead log of a database, read from outside: which of its frames are whole, and what a damaged one would lose. Pure.

SQLite stops at the first frame that is not whole and says nothing, so commits behind it would go silently. After a power cut the last
commit may be torn, which is no loss: nobody was told that it was stored. Two commits behind the break are always a loss.

    header   magic, version, page size, number, salts (8 bytes), sum (8 bytes)
    frame    page number, size after a commit or 0, the same salts, sum (8 bytes), then the page; each sum goes on from the one before
"""

import enum
import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

HEADER_BYTES = 32
FRAME_HEADER_BYTES = 24
_HEADER = struct.Struct(">IIII8s8s")
_FRAME = struct.Struct(">II8s8s")
_CHECK = struct.Struct(">II")
_VERSION = 3_007_000
_ORDER = {0x377F0682: "little", 0x377F0683: "big"}
"""The byte order of the words that are summed, by the magic number."""
_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))
_SUMMED = 8
"""Bytes of a frame's header that go into its sum."""
_WORD = 0xFFFFFFFF
Check = tuple[int, int]


class Damage(enum.Enum):
    """What is missing where SQLite reads this log."""

    NONE = enum.auto()
    """Nothing that was committed."""
    LAST = enum.auto()
    """One commit at most: torn by a power cut, or damaged since."""
    MORE = enum.auto()
    """More than one commit, or nobody can tell how many."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a log holds: frames that SQLite reads, the commits among them, and commits behind the break. ``pages`` are those that were
    committed: SQLite takes them from here, whatever the database has in their places.
    """

    frames: int
    commits: int
    lost: int
    pages: frozenset[int] = frozenset()
    read_to: int = HEADER_BYTES
    """Bytes up to the end of the last commit that SQLite reads."""
    lost_to: int = HEADER_BYTES
    """Bytes up to the end of the last commit behind the break."""
    header: bool = True
    """False where there are frames, and SQLite reads none of them because the header is damaged."""

    @property
    def damage(self) -> Damage:
        """What opening it would pass over."""
        if not self.header or self.lost > 1:
            return Damage.MORE
        return Damage.LAST if self.lost else Damage.NONE


def read(file: BinaryIO) -> Reading:
    """Read a log from its beginning. An empty one, or one of zeros alone, is a log in which nothing was written."""
    header = file.read(HEADER_BYTES)
    if _sound(header):
        return _read_frames(header, file)
    return Reading(0, 0, 0, header=not (any(header) or any(map(any, _chunks(file)))))


def written_back(file: BinaryIO, database: BinaryIO) -> bool:
    """Whether the database has something of this log that lies behind the break: then it is newer than what SQLite reads of the log, and
    what it reads would be written over it.
    """
    header = file.read(HEADER_BYTES)
    if not _sound(header):
        return False  # nothing would be written over it
    page_bytes, salts = _HEADER.unpack(header)[2], header[16:24]
    file.seek(_read_frames(header, file).frames * (FRAME_HEADER_BYTES + page_bytes) + HEADER_BYTES)
    while len(found := file.read(FRAME_HEADER_BYTES + page_bytes)) == FRAME_HEADER_BYTES + page_bytes:
        page, _size, own_salts, _check = _FRAME.unpack_from(found)
        if own_salts == salts and page > 0:
            database.seek((page - 1) * page_bytes)
            if database.read(page_bytes) == found[FRAME_HEADER_BYTES:]:
                return True
    return False


def pages(file: BinaryIO, page_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Every page in the log with its number, whole or not, also those left over from an earlier run: what is searched for traces."""
    file.seek(HEADER_BYTES)
    while len(found := file.read(FRAME_HEADER_BYTES + page_bytes)) > FRAME_HEADER_BYTES:
        yield int.from_bytes(found[:4], "big"), found[FRAME_HEADER_BYTES:]


def _read_frames(header: bytes, file: BinaryIO) -> Reading:
    """Frames of an earlier run have other salts: they break the chain, and no commit among them counts."""
    magic, _version, page_bytes, _number, salts, _check = _HEADER.unpack(header)
    order, check = _ORDER[magic], _check_of(header)
    frames = commits = lost = 0
    place = read_to = lost_to = HEADER_BYTES
    committed: set[int] = set()
    open_pages: set[int] = set()
    whole = True
    while len(found := file.read(FRAME_HEADER_BYTES + page_bytes)) == FRAME_HEADER_BYTES + page_bytes:
        page, size, own_salts, own_check = _FRAME.unpack_from(found)
        place += len(found)
        ours = own_salts == salts
        if whole and ours:
            check = _add(_add(check, found[:_SUMMED], order), found[FRAME_HEADER_BYTES:], order)
        whole = whole and ours and page > 0 and _CHECK.pack(*check) == own_check
        frames += whole
        if whole:
            open_pages.add(page)
        if whole and size > 0:
            commits += 1
            committed |= open_pages
            read_to = place
        if ours and size > 0 and not whole:
            lost += 1
            lost_to = place
    return Reading(frames, commits, lost, frozenset(committed), read_to, lost_to)


def _sound(header: bytes) -> bool:
    """Whether SQLite would read what follows this header."""
    if len(header) < HEADER_BYTES:
        return False
    magic, version, page_bytes, *_ = _HEADER.unpack(header)
    if magic not in _ORDER or version != _VERSION or page_bytes not in _PAGE_SIZES:
        return False
    return _add((0, 0), header[:-8], _ORDER[magic]) == _check_of(header)


def _check_of(header: bytes) -> Check:
    first, second = _CHECK.unpack(header[-8:])
    return first, second


def _add(check: Check, content: bytes, order: str) -> Check:
    """SQLite's checksum, gone on with: two words at a time, each sum into the other."""
    words = array("I", content)
    if order != sys.byteorder:
        words.byteswap()
    first, second = check
    pairs = iter(words)
    for one, two in zip(pairs, pairs, strict=True):
        first = (first + one + second) & _WORD
        second = (second + two + first) & _WORD
    return first, second


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(1 << 16), b"")
