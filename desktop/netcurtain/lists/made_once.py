"""What takes a moment to make, kept in one file of the app's cache, so that the next start need not make it again.

    32 bytes   what it was made of
    32 bytes   sha256 of all that follows
    the rest   what was made, in msgpack, read back into typed values, never run

A file of something else, cut off, edited or of another format is made again without a word, and one that cannot be written is done without.
"""

import contextlib
import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import msgspec

from netcurtain.core.filter_tables import packed
from netcurtain.lists.files import write_whole

MAX_FILE = 256 * 1024 * 1024
"""Bytes; what a hundred lists of the largest size would hardly fill."""

_HASH = hashlib.sha256().digest_size
T = TypeVar("T")


def made_once(file: Path | None, made_of: bytes, kind: msgspec.msgpack.Decoder[T], make: Callable[[], T]) -> T:
    """From the file where that was made of the same, else made, and the file is written anew. ``made_of`` is what `stamp` gives."""
    if file is None:
        return make()
    kept = _kept(file, made_of, kind)
    if kept is None:
        kept = make()
        content = packed(kept)
        with contextlib.suppress(OSError):
            write_whole(file, made_of + hashlib.sha256(content).digest() + content)
    return kept


def stamp(form: int, version: str, code: bytes, sources: object) -> bytes:
    """What something is made of: its format, our version and code, Python's version, and what is read for it."""
    return hashlib.sha256(msgspec.msgpack.encode((form, version, sys.version_info[:2], code, sources))).digest()


def code_of(makers: Iterable[ModuleType]) -> bytes:
    """What tells one state of our code from another, also where it is changed between two versions."""
    code = hashlib.sha256()
    for maker in makers:
        with contextlib.suppress(OSError):
            code.update(Path(str(maker.__file__)).read_bytes())
    return code.digest()


def _kept(file: Path, made_of: bytes, kind: msgspec.msgpack.Decoder[T]) -> T | None:
    try:
        with file.open("rb") as opened:
            if opened.read(_HASH) != made_of:
                return None
            sha256, content = opened.read(_HASH), opened.read(MAX_FILE)
        return kind.decode(content) if hashlib.sha256(content).digest() == sha256 else None
    except (OSError, msgspec.DecodeError, ValueError):
        return None
