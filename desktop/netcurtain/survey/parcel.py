"""A site's result on its way from a Dask worker: a zip with its files, and its facts as JSON. What comes in is not trusted.

What is too much for that goes without its recording, and then without its picture: what was found of a page is never left out for them.

A zip can be small and unpack to more than any disk holds, and its names can lead out of the folder; both have limits here.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

import msgspec

from netcurtain.survey.asked import SiteTask
from netcurtain.survey.fit import fit
from netcurtain.survey.result import SiteSurveyed

FACTS = "facts.json"
MAX_PACKED = 500_000_000
MAX_UNPACKED = 2_000_000_000
"""Of all files of a site."""
MAX_FACTS = 200_000_000
MAX_FILES = 2_001
"""A HAR and a screenshot for each page (sites.MAX_OF_A_SITE), and the facts."""
ROOM_FOR_NAMES = 1_000_000
"""What a zip needs at its end, and what packing may add to a file that does not become smaller."""
CHUNK = 1_048_576

_NAME = re.compile(r"\d{4,6}-\d{2,6}\.(har|jpg)")
_PACKED = frozenset({".jpg"})
_NO_ZIP = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError)


class ParcelError(Exception):
    """What came is no result of this site. The message is a word for the row's ``detail``."""


def pack(found: SiteSurveyed, folder: Path) -> bytes:
    """A site's result and the files in its folder, as many as may be sent. Raises OSError."""
    packed, files = io.BytesIO(), 1
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        facts = msgspec.json.encode(fit(found, MAX_FACTS))
        made.writestr(FACTS, facts)
        unpacked = len(facts)
        # Pictures first: they are small, and there are as many.
        for file in sorted((file for file in folder.iterdir() if _NAME.fullmatch(file.name)), key=_order):
            size = file.stat().st_size
            # How small it becomes is known only once it is in, and then it cannot be taken out again.
            if files < MAX_FILES and unpacked + size <= MAX_UNPACKED and packed.tell() + size + ROOM_FOR_NAMES <= MAX_PACKED:
                files, unpacked = files + 1, unpacked + size
                made.write(file, file.name, zipfile.ZIP_STORED if file.suffix in _PACKED else zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _order(file: Path) -> tuple[bool, str]:
    return file.suffix not in _PACKED, file.name


def unpack(packed: bytes, task: SiteTask, into: Path) -> SiteSurveyed:
    """Write the files into a folder, and give back the result of this very site. Raises ParcelError, and OSError where the disk is full."""
    if len(packed) > MAX_PACKED:
        raise ParcelError("too large")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as made:
            _must_be_fit(made)
            found = msgspec.json.decode(_read(made, FACTS), type=SiteSurveyed)
            _must_be_of(task, found)
            left = MAX_UNPACKED
            for name in made.namelist():
                if name != FACTS:
                    left -= _write(made, name, into / name, left)
    except _NO_ZIP as error:
        raise ParcelError(type(error).__name__) from error
    return found


def _must_be_fit(made: zipfile.ZipFile) -> None:
    names = made.namelist()
    if len(names) > MAX_FILES or len(set(names)) != len(names):
        raise ParcelError("too many files")
    if any(name != FACTS and not _NAME.fullmatch(name) for name in names):
        raise ParcelError("other files")
    if sum(file.file_size for file in made.infolist()) > MAX_UNPACKED:
        raise ParcelError("too large")


def _must_be_of(task: SiteTask, found: SiteSurveyed) -> None:
    """A page for each of its addresses, and none of any other."""
    if found.site != task.site or {page.number for page in found.pages} != {address.number for address in task.addresses}:
        raise ParcelError("another site")


def _read(made: zipfile.ZipFile, name: str) -> bytes:
    with made.open(name) as file:
        content = file.read(MAX_FACTS + 1)
    if len(content) > MAX_FACTS:
        raise ParcelError("too large")
    return content


def _write(made: zipfile.ZipFile, name: str, path: Path, most: int) -> int:
    """How many bytes were written: what a zip says of its sizes may be wrong."""
    written = 0
    with made.open(name) as packed, path.open("wb") as file:
        while chunk := packed.read(CHUNK):
            written += len(chunk)
            if written > most:
                raise ParcelError("too large")
            file.write(chunk)
    return written
