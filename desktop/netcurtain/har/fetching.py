"""Fetches what a recording keeps in files of its own (attached.py): from the zip that it came in, else from the folder it is in.

Nothing but a file is opened there: no link to elsewhere, and nothing that another program would have to write first.
"""

import gzip
import io
import os
import stat
import zipfile
import zlib
from pathlib import Path

from netcurtain.har.attached import Fetch

NOT_UNPACKED = (gzip.BadGzipFile, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError)
"""Damaged, or packed in a way that Python does not know."""

_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Those that zips are made with, and that say so where they are damaged."""
_LOCKED = 1
"""The flag of what needs a password, in a zip."""
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Follow no link, and wait for nobody who writes to a pipe, where the system can be told so."""


def is_readable(inside: zipfile.ZipInfo) -> bool:
    """Whether a file in a zip can be unpacked here."""
    return inside.compress_type in _PACKINGS and not inside.flag_bits & _LOCKED


def from_folder(folder: Path) -> Fetch:
    """Fetches from a folder."""

    def fetch(name: str, most: int) -> bytes | None:
        try:
            with io.FileIO(folder / name, opener=lambda path, flags: os.open(path, flags | _AS_IT_IS)) as file:
                return file.read(most) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
        except OSError:
            return None

    return fetch


def from_zip(whole: zipfile.ZipFile, folder: str) -> Fetch:
    """Fetches from a folder of a zip; "" is the zip itself."""

    def fetch(name: str, most: int) -> bytes | None:
        try:
            inside = whole.getinfo(f"{folder}/{name}" if folder else name)
            if not is_readable(inside):
                return None
            with whole.open(inside) as file:
                return file.read(most)
        except (KeyError, OSError, *NOT_UNPACKED):
            return None

    return fetch
