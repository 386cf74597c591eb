"""SHA256SUMS, in the form of the program sha256sum: a hash and a name a line. A line with ``#`` is passed over by that program.

Only the names of a copy's own files may be in it, so that nothing else is ever looked at, and nothing else passes for a copy.
"""

import hashlib
import re
from collections.abc import Mapping

PDF, JSON, HAR, SUMS = "copy.pdf", "copy.json", "copy.har", "SHA256SUMS"
OURS = frozenset({PDF, JSON, HAR, SUMS})
PAGES = "# pages "
"""Begins the line with the hash of an encrypted PDF's own pages, which no file beside it has (locked.py)."""
MOST_BYTES = 4096

_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(rf"({_HASH.pattern}) [ *]({'|'.join(map(re.escape, (PDF, JSON, HAR)))})")
_MARK = "\ufeff"
"""Some editors put it before a text, and ``\\r`` at the end of its lines; sha256sum then finds no file."""


class RewrittenError(ValueError):
    """It is ours, and an editor or a mail program saved it anew in its own way."""


def sha256(content: bytes) -> str:
    """The hash of a file, in hex."""
    return hashlib.sha256(content).hexdigest()


def manifest(files: Mapping[str, bytes], pages: str = "") -> bytes:
    """The file, for these others. ``pages`` is the hash of an encrypted PDF's pages."""
    lines = [f"{sha256(content)}  {name}\n" for name, content in files.items()]
    return "".join([f"{PAGES}{pages}\n"] * bool(pages) + lines).encode()


def read_manifest(content: bytes) -> tuple[dict[str, str], str]:
    """The hashes by name, and that of the pages or "". Raises RewrittenError, and ValueError for what is none of ours.

    A copy always has its data, and either a PDF or the pages of the one that it is attached to.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("too long")
    text = content.decode()
    plain = text.removeprefix(_MARK).replace("\r\n", "\n")
    hashes: dict[str, str] = {}
    pages = ""
    for line in filter(None, plain.split("\n")):
        if line.startswith(PAGES) and not pages and _HASH.fullmatch(line.removeprefix(PAGES)):
            pages = line.removeprefix(PAGES)
        elif (found := _LINE.fullmatch(line)) and found[2] not in hashes:
            hashes[found[2]] = found[1]
        else:
            raise ValueError("not a line of ours")
    if JSON not in hashes or (PDF in hashes) == bool(pages):
        raise ValueError("not the files of a copy")
    if plain != text:
        raise RewrittenError
    return hashes, pages
