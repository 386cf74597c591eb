"""A file with a recording -> its pages and entries, one after another. The only file of this room that opens anything.

It may be packed with gzip or, as mitmproxy does it in a ``.zhar``, with zlib; UTF-16 is read as well as UTF-8.

Limits: MAX_BYTES unpacked, ``cutting.MAX_ENTRY`` an entry. What cannot be read of an otherwise good file is counted, not refused.
"""

import codecs
import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from netcurtain.har import wording
from netcurtain.har.cutting import Cutter, Kind, Piece, Read, RecordingError
from netcurtain.har.shape import Entry, Page

MAX_BYTES = 2 * 1024**3
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_UTF16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"{\x00", "utf-16-le"), (b"\x00{", "utf-16-be"))
"""How a text in UTF-16 begins: with its mark, or without one with a bracket."""

_ESCAPED = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}
"""Halves of characters that stand for bytes: how Python, and so mitmproxy, writes a body that is no text."""
_ENTRY, _PAGE = msgspec.json.Decoder(Entry), msgspec.json.Decoder(Page)
_DECODERS: Mapping[Kind, Callable[[bytes], object]] = {"entries": _ENTRY.decode, "pages": _PAGE.decode}

Watch = Callable[[int, int], None]
"""Told how many bytes of the file have been read, and how many it has."""

T = TypeVar("T")


def unwatched(_so_far: int, _total: int) -> None:
    """Nobody looks."""


def read(path: Path, watch: Watch = unwatched) -> Iterator[Page | Entry | None]:
    """What is in a recording, in its order; None for an entry that cannot be read. Raises RecordingError."""
    try:
        with path.open("rb") as file:
            total = path.stat().st_size
            yield from _elements(Cutter(_in_utf8(_counted(_unpacked(file), lambda: watch(file.tell(), total))), _DECODERS))
    except FileNotFoundError:
        raise RecordingError(wording.NO_FILE) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise RecordingError(wording.BROKEN_PACKING) from None
    except OSError:
        raise RecordingError(wording.NOT_OPENED) from None


def _unpacked(file: BinaryIO) -> Read:
    """Reads what a file holds."""
    start = file.read(4)
    file.seek(0)
    if start == _ZIP:
        raise RecordingError(wording.IS_ZIP)
    if start[:2] == _GZIP:
        return gzip.open(file).read
    return _from_zlib(file) if start[:2] in _ZLIB else file.read


def _from_zlib(file: BinaryIO) -> Read:
    unpacking = zlib.decompressobj()

    def read(size: int) -> bytes:
        while not unpacking.eof:
            packed = unpacking.unconsumed_tail or file.read(size)
            if piece := unpacking.decompress(packed, size):
                return piece
            if not packed:
                raise EOFError
        return b""

    return read


def _in_utf8(source: Read) -> Read:
    """Reads a text in UTF-8, whichever of the two it is written in."""
    start = source(4)
    encoding = next((name for mark, name in _UTF16 if start.startswith(mark)), None)
    decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None

    def read(size: int) -> bytes:
        nonlocal start
        begun, start = start, b""
        piece = begun + source(size)
        if decoder is None:
            return piece
        return decoder.decode(piece, not piece).encode("utf-8", "replace")

    return read


def _counted(source: Read, watch: Callable[[], None]) -> Read:
    """Reads on, until there is too much."""
    so_far = 0

    def read(size: int) -> bytes:
        nonlocal so_far
        piece = source(size)
        so_far += len(piece)
        if so_far > MAX_BYTES:
            raise RecordingError(wording.TOO_LARGE)
        watch()
        return piece

    return read


def _elements(cutter: Cutter) -> Iterator[Page | Entry | None]:
    for piece in cutter.pieces():
        element = _element(piece)
        if element is not None or piece.kind == "entries":
            yield element


def _element(piece: Piece) -> Page | Entry | None:
    if isinstance(piece.element, Page | Entry):
        return piece.element
    if piece.raw is None:
        return None
    return _decoded(piece.raw, _PAGE) if piece.kind == "pages" else _decoded(piece.raw, _ENTRY)


def _decoded(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T | None:
    """The quick reader refuses half characters, which pages can cut texts into, and NaN; the standard one reads them."""
    try:
        return decoder.decode(raw)
    except (msgspec.ValidationError, RecursionError):
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        text = json.dumps(json.loads(raw.decode("utf-8", "replace"), parse_constant=lambda _: None), ensure_ascii=False)
        return decoder.decode(text.translate(_ESCAPED).encode("utf-8", "replace"))
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
