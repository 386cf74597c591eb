"""A file with a recording -> its pages and entries, one after another. The only file of this room that opens anything.

Limits: MAX_BYTES unpacked, ``cutting.MAX_ENTRY`` an entry. What cannot be read of an otherwise good file is counted, not refused.
"""

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
_GZIP = b"\x1f\x8b"
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
            packed = file.read(2) == _GZIP
            file.seek(0)
            yield from _read_from(file, packed, lambda: watch(file.tell(), total))
    except FileNotFoundError:
        raise RecordingError(wording.NO_FILE) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise RecordingError(wording.BROKEN_GZIP) from None
    except OSError:
        raise RecordingError(wording.NOT_OPENED) from None


def _read_from(file: BinaryIO, packed: bool, watch: Callable[[], None]) -> Iterator[Page | Entry | None]:
    if packed:
        with gzip.open(file) as unpacked:
            yield from _elements(Cutter(_counted(unpacked.read, watch), _DECODERS))
    else:
        yield from _elements(Cutter(_counted(file.read, watch), _DECODERS))


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
    """The quick reader refuses half characters, which pages can cut texts into; the standard one reads them."""
    try:
        return decoder.decode(raw)
    except (msgspec.ValidationError, RecursionError):
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        text = json.dumps(json.loads(raw.decode("utf-8", "replace")), ensure_ascii=False)
        return decoder.decode(text.encode("utf-8", "replace"))
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
