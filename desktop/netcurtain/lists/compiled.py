"""The lists laid out for searching, kept in one file of the app's cache, so that the next start need not read every line again.

    32 bytes   what it was made of: sha256 of every list and its title, our version and code, Python's version, this format
    32 bytes   sha256 of all that follows
    the rest   the layout in msgpack, read back into typed values, never run

A file of something else, cut off, edited or of another format is made again without a word, and one that cannot be written is done without.
"""

import contextlib
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from netcurtain import __version__
from netcurtain.core import domains, filter_list, filter_options, filter_record, filter_tables, layout, list_lines, network_filter, question
from netcurtain.core.filter_list import parse_list
from netcurtain.core.filter_tables import packed
from netcurtain.core.layout import Layout, layout_of
from netcurtain.lists.files import write_whole
from netcurtain.lists.shelf import ListText

FORMAT = 1
MAX_FILE = 256 * 1024 * 1024
"""Bytes; what a hundred lists of the largest size would hardly fill."""

_HASH = hashlib.sha256().digest_size
_MAKERS = (domains, filter_list, filter_options, filter_record, filter_tables, layout, list_lines, network_filter, question)
"""The code that makes a layout: made by other code, it may mean something else."""
_UNPACK = msgspec.msgpack.Decoder(Layout)


def layout_from(texts: Sequence[ListText], file: Path | None) -> Layout:
    """The layout of some lists: from the file where it is theirs, else from the texts, and the file is written anew."""
    if file is None:
        return _read(texts)
    made_of = _made_of(texts)
    kept = _kept(file, made_of)
    if kept is None:
        kept = _read(texts)
        content = packed(kept)
        with contextlib.suppress(OSError):
            write_whole(file, made_of + hashlib.sha256(content).digest() + content)
    return kept


def _read(texts: Sequence[ListText]) -> Layout:
    return layout_of([parse_list(text.text, text.title) for text in texts])


def _kept(file: Path, made_of: bytes) -> Layout | None:
    try:
        with file.open("rb") as opened:
            if opened.read(_HASH) != made_of:
                return None
            sha256, content = opened.read(_HASH), opened.read(MAX_FILE)
        return _UNPACK.decode(content) if hashlib.sha256(content).digest() == sha256 else None
    except (OSError, msgspec.DecodeError, ValueError):
        return None


def _made_of(texts: Sequence[ListText]) -> bytes:
    lists = [(text.title, hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).digest()) for text in texts]
    return hashlib.sha256(msgspec.msgpack.encode((FORMAT, __version__, sys.version_info[:2], _code(), lists))).digest()


def _code() -> bytes:
    """What tells one state of our code from another, also where it is changed between two versions."""
    code = hashlib.sha256()
    for maker in _MAKERS:
        with contextlib.suppress(OSError):
            code.update(Path(str(maker.__file__)).read_bytes())
    return code.digest()
