"""Looks for words in every file of a kept history, as they are and decrypted: what a deletion left behind, and where.

SQLCipher encrypts each page of 4,096 bytes by itself: 4,016 bytes with AES-256-CBC, then its IV (16 bytes) and its proof (64). The
first page begins with 16 bytes of salt that are not encrypted. A text that is too long for its page goes on in others, each of which
begins with the number of the next one; so a word may be cut in two, and is looked for in two pages as well.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from ahocorasick_rs import BytesAhoCorasick, Implementation
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from netcurtain.history import wal
from netcurtain.history.kept_folder import LOGS, KeptFolder
from netcurtain.history.left_open import reading

PAGE_BYTES = 4096
_CONTENT = 4016
"""Bytes of a page that are encrypted, and go before its IV."""
_BLOCK = 16
_POINTER = 4
"""Bytes of a page's number, where another page names it."""
_AT_ONCE = 256
"""Pages that are decrypted together: a megabyte."""
_CHUNK_BYTES = 1024 * 1024
_LONGEST = 250
"""Letters of a word that are looked for; a longer one is found by its beginning."""
_LONGEST_BYTES = 4 * _LONGEST
_MOST_CUTS = 10_000
"""Cuts that are looked for in one pass: a text can be made of so many that they would fill the memory."""
_Cut = tuple[bytes, bytes]
"""How a word would end elsewhere: its beginning, and the number of the page that it goes on in."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """Some pages, decrypted, one after another. What goes with each behind its content is noise in here."""

    numbers: Sequence[int]
    content: bytes

    def each(self) -> Iterator[tuple[int, bytes]]:
        """One after another: its number and its content."""
        for number, start in zip(self.numbers, range(0, len(self.content), PAGE_BYTES), strict=True):
            yield number, self.content[start : start + _CONTENT]


def traces(folder: Path, key: bytes, needles: Sequence[str], others: Iterable[Path] = ()) -> tuple[str, ...]:
    """Names of the files of a kept history, and of ``others`` such as logs, that hold one of these words. Raises OSError.

    Capitals count. ``key`` is that of the database, whose texts are UTF-8; elsewhere UTF-16 is looked for as well. A word is also found
    within another: choose words that nothing that stays has in it.
    """
    wanted = [needle[:_LONGEST] for needle in dict.fromkeys(needles) if needle]
    words = [needle.encode() for needle in wanted]
    everywhere = tuple(dict.fromkeys([*words, *(word for needle in wanted for word in _in_utf_16(needle))]))
    ours = KeptFolder(folder).ours()
    decrypted = _decrypted(ours, key, words)
    return tuple(file.name for file in (*ours, *others) if file in decrypted or _in_plain(file, everywhere))


def _in_utf_16(needle: str) -> tuple[bytes, bytes]:
    """Both orders of the bytes, without the first byte of one and the last of the other: for most words these are then the same."""
    return needle.encode("utf-16-be")[1:], needle.encode("utf-16-le")[:-1]


def _in_plain(file: Path, words: Sequence[bytes]) -> bool:
    before = b""
    with contextlib.suppress(FileNotFoundError), reading(file) as content:
        while chunk := content.read(_CHUNK_BYTES):
            piece = before + chunk
            if _any_in(words, piece):
                return True
            before = piece[-_LONGEST_BYTES:]
    return False


def _any_in(words: Iterable[bytes], content: bytes) -> bool:
    """One word after another: for a few, that is three times as fast as all in one pass."""
    return any(word in content for word in words)


def _decrypted(files: Sequence[Path], key: bytes, words: Sequence[bytes]) -> set[Path]:
    """The databases and WALs among these files that hold a word, whole or cut in two."""
    holding = set()
    ends = tuple({word[cut:] for word in words for cut in range(1, len(word))})
    cuts: set[_Cut] = set()
    for file in files:
        for pages in _pages(file, key):
            if _any_in(words, pages.content):
                holding.add(file)
            cuts.update(_cuts(pages, words, ends))
    waiting = iter(cuts)
    while some := tuple(islice(waiting, _MOST_CUTS)):
        holding.update(_files_that_go_on(files, key, some))
    return holding


def _cuts(pages: _Pages, words: Sequence[bytes], ends: tuple[bytes, ...]) -> Iterator[_Cut]:
    """The cuts that one of these pages would be the rest of: it starts with one of the ``ends``.

    A page that a text goes on in begins with a number; as no history has 16 million pages, that begins with a zero. Pages of rows do not.
    """
    for place, number in enumerate(pages.numbers):
        start = place * PAGE_BYTES
        if pages.content[start] == 0 and pages.content.startswith(ends, start + _POINTER):
            for word in words:
                for cut in range(1, len(word)):
                    if pages.content.startswith(word[cut:], start + _POINTER):
                        yield word[:cut], number.to_bytes(_POINTER, "big")


def _files_that_go_on(files: Sequence[Path], key: bytes, cuts: Sequence[_Cut]) -> Iterator[Path]:
    """Files in which a word begins that goes on in another page: that one's number follows the text, or begins a page full of it."""
    within = BytesAhoCorasick([beginning + pointer for beginning, pointer in cuts], implementation=Implementation.ContiguousNFA)
    at_end: dict[bytes, tuple[bytes, ...]] = {}
    for beginning, pointer in cuts:
        at_end[pointer] = (*at_end.get(pointer, ()), beginning)
    for file in files:
        if any(_goes_on(pages, within, at_end) for pages in _pages(file, key)):
            yield file


def _goes_on(pages: _Pages, within: BytesAhoCorasick, at_end: Mapping[bytes, tuple[bytes, ...]]) -> bool:
    if within.find_matches_as_indexes(pages.content):
        return True
    return any(page.endswith(at_end.get(page[:_POINTER], ())) for _number, page in pages.each())


def _pages(file: Path, key: bytes) -> Iterator[_Pages]:
    """Every page in a database or WAL, decrypted, many at a time; none of another file."""
    if not (find := _finder(file.name)):
        return
    with contextlib.suppress(FileNotFoundError), reading(file) as content:
        found = find(content)
        while some := list(islice(found, _AT_ONCE)):
            yield _Pages([number for number, _page in some], _plain([page for _number, page in some], key))


def _finder(name: str) -> Callable[[BinaryIO], Iterator[tuple[int, bytes]]] | None:
    """What finds the pages in a file of that name."""
    if name.endswith(LOGS):
        return lambda content: wal.pages(content, PAGE_BYTES)
    if name.endswith(".db"):
        return lambda content: enumerate(iter(lambda: content.read(PAGE_BYTES), b""), start=1)
    return None


def _plain(pages: Sequence[bytes], key: bytes) -> bytes:
    """Some pages decrypted in one go, as if they were one long text: only the first block of each then lacks its IV, and is put right.

    A page that was cut off lost its IV, and so its first block; the first page of all has its salt there, and no text.
    """
    encrypted = b"".join(page.ljust(PAGE_BYTES, b"\0") for page in pages)
    plain = bytearray(Cipher(AES(key), CBC(bytes(_BLOCK))).decryptor().update(encrypted))
    before = bytes(_BLOCK)
    for start in range(0, len(encrypted), PAGE_BYTES):
        iv = encrypted[start + _CONTENT : start + _CONTENT + _BLOCK]
        plain[start : start + _BLOCK] = _xor(plain[start : start + _BLOCK], before, iv)
        before = encrypted[start + PAGE_BYTES - _BLOCK : start + PAGE_BYTES]
    return bytes(plain)


def _xor(*blocks: bytes | bytearray) -> bytes:
    mixed = 0
    for block in blocks:
        mixed ^= int.from_bytes(block, "big")
    return mixed.to_bytes(_BLOCK, "big")
