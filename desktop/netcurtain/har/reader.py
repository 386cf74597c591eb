"""A file with a recording -> its pages and entries, one after another. This and fetching.py alone of this room open anything.

It may be packed with gzip or, as mitmproxy does it in a ``.zhar``, with zlib, or be the one HAR in a zip; UTF-16 is read as well as UTF-8.
What it keeps in files of its own (attached.py) is looked for in the zip, else beside it.

Limits: MAX_BYTES unpacked, with what is in files of its own as often as it is named; ``cutting.MAX_ENTRY`` an entry. What cannot be read
of an otherwise good file is counted, not refused.
"""

import codecs
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from netcurtain.har import wording
from netcurtain.har.attached import Fetch, attached
from netcurtain.har.cutting import Cutter, Kind, Piece, Read, RecordingError
from netcurtain.har.fetching import NOT_UNPACKED, from_folder, from_zip, is_readable
from netcurtain.har.fitting import fitting
from netcurtain.har.shape import Entry, Page

MAX_BYTES = 2 * 1024**3
MAX_AT_ONCE = 5 * 1024 * 1024
"""Bytes that anything reads at once. A zip's list of what is in it is read whole: of one that is longer, nobody knows how much is in it."""
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


class _Sparing(io.BufferedReader):
    """A file of which nobody reads very much at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes. Raises RecordingError where these are too many."""
        if size is not None and size > MAX_AT_ONCE:
            raise RecordingError(wording.IS_ZIP)
        return super().read(size)


class _Count:
    """How many bytes of a recording have been unpacked."""

    def __init__(self) -> None:
        self._so_far = 0

    def add(self, more: int) -> None:
        """So many more. Raises RecordingError where these are too many."""
        self._so_far += more
        if self._so_far > MAX_BYTES:
            raise RecordingError(wording.TOO_LARGE)


def read(path: Path, watch: Watch = unwatched) -> Iterator[Page | Entry | None]:
    """What is in a recording, in its order; None for an entry that cannot be read. Raises RecordingError."""
    try:
        with _Sparing(io.FileIO(path)) as file, ExitStack() as opened:
            total, count = path.stat().st_size, _Count()
            source, fetch = _opened(file, path.parent, opened)
            fetch = _fetched(fetch, count)
            for element in _elements(Cutter(_in_utf8(_counted(source, count, lambda: watch(file.tell(), total))), _DECODERS)):
                yield attached(element, fetch) if isinstance(element, Entry) else element
    except FileNotFoundError:
        raise RecordingError(wording.NO_FILE) from None
    except NOT_UNPACKED:
        raise RecordingError(wording.BROKEN_PACKING) from None
    except OSError:
        raise RecordingError(wording.NOT_OPENED) from None


def _opened(file: BinaryIO, folder: Path, opened: ExitStack) -> tuple[Read, Fetch]:
    """What reads a recording, and what fetches the files that belong to it."""
    start = file.read(4)
    file.seek(0)
    if start != _ZIP:
        return _unpacked(file, start), from_folder(folder)
    whole = opened.enter_context(zipfile.ZipFile(file))
    inside = [one for one in whole.infolist() if one.filename.lower().endswith(".har") and not one.filename.startswith("__MACOSX/")]
    if len(inside) != 1 or not is_readable(inside[0]):
        raise RecordingError(wording.IS_ZIP)
    return opened.enter_context(whole.open(inside[0])).read, from_zip(whole, inside[0].filename.rpartition("/")[0])


def _unpacked(file: BinaryIO, start: bytes) -> Read:
    """Reads what a file holds that begins with ``start``."""
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


def _counted(source: Read, count: _Count, watch: Callable[[], None]) -> Read:
    """Reads on, until there is too much."""

    def read(size: int) -> bytes:
        piece = source(size)
        count.add(len(piece))
        watch()
        return piece

    return read


def _fetched(fetch: Fetch, count: _Count) -> Fetch:
    """Fetches, until there is too much. What is named again and again is unpacked once, and counted each time: it is read each time."""
    fetch = lru_cache(maxsize=1)(fetch)

    def fetched(name: str, most: int) -> bytes | None:
        found = fetch(name, most)
        count.add(len(found or b""))
        return found

    return fetched


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
    return _decoded(piece.raw, _PAGE, Page) if piece.kind == "pages" else _decoded(piece.raw, _ENTRY, Entry)


def _decoded(raw: bytes, decoder: msgspec.json.Decoder[T], kind: type[T]) -> T | None:
    """An element as the quick reader reads it, else all of it that can be read; None where it is no object."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        return fitting(_parsed(raw), kind)
    except (ValueError, RecursionError):
        return None


def _parsed(raw: bytes) -> object:
    """The quick reader refuses half characters, which pages can cut texts into, and NaN; the standard one reads them."""
    text = json.dumps(json.loads(raw.decode("utf-8", "replace"), parse_constant=lambda _: None), ensure_ascii=False)
    return msgspec.json.decode(text.translate(_ESCAPED).encode("utf-8", "replace"))
