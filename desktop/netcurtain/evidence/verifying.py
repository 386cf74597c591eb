"""Is a copy as it was made? Its files are hashed and compared with what was written down: in a zip, beside a SHA256SUMS, in a locked PDF.

It shows that the files belong together and were not changed since; not who made them, and not what was deleted before. What is checked
may come from anybody: no file of another name is looked at, nothing that is larger than a copy, and whatever is in it ends in a sentence.
"""

import enum
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from netcurtain.evidence.manifest import HAR, OURS, PDF, SUMS, RewrittenError, read_manifest, sha256

MOST_BYTES = 16 * 1024 * 1024
"""Of a copy, packed and unpacked; each of its files has 3 MB."""
MOST_FILES = 10
"""In a zip or attached to a PDF; a copy has 4."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class State(enum.StrEnum):
    """What became of one file."""

    WHOLE = "whole"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    """It is in the copy, or was asked about, and nobody wrote down its hash."""


@dataclass(frozen=True, slots=True)
class Verified:
    """Each file of a copy, by name."""

    files: tuple[tuple[str, State], ...]

    @property
    def whole(self) -> bool:
        """Whether every file is as it was made."""
        return all(state is State.WHOLE for _, state in self.files)


class Unreadable(enum.Enum):
    """Why nothing can be said."""

    NOT_THERE = enum.auto()
    NO_COPY = enum.auto()
    NO_SUMS = enum.auto()
    OTHER_SUMS = enum.auto()
    """There is a SHA256SUMS, which no copy has."""
    REWRITTEN_SUMS = enum.auto()
    WRONG_PASSPHRASE = enum.auto()
    TOO_LARGE = enum.auto()


class UnreadableError(Exception):
    """It cannot be checked."""

    def __init__(self, why: Unreadable) -> None:
        super().__init__(why.name)
        self.why = why


def verify(file: Path, ask: Callable[[], str]) -> Verified:
    """Check a copy by any of its files. ``ask`` gives the passphrase of a locked PDF. Raises UnreadableError, and what ``ask`` raises."""
    content = _content(file)
    if content.startswith(b"PK"):
        return _zip(content)
    if content.startswith(b"%PDF-") and _is_locked(content, file):
        return _locked(content, ask)
    return _beside(file)


def _zip(content: bytes) -> Verified:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = {member.orig_filename: member for member in archive.infolist()}
            if len(members) != len(archive.infolist()) or any(member.compress_type not in _PACKED for member in members.values()):
                raise UnreadableError(Unreadable.NO_COPY)  # a name that is there twice, or packed as no copy is
            if len(members) > MOST_FILES or sum(member.file_size for member in members.values()) > MOST_BYTES:
                raise UnreadableError(Unreadable.TOO_LARGE)
            files = {name: _member(archive, member) if name in OURS else b"" for name, member in members.items()}
    except UnreadableError:
        raise
    except Exception:  # of what is no zip, zipfile has many
        raise UnreadableError(Unreadable.NO_COPY) from None
    hashes, _ = _read(files.get(SUMS), of_pdf=False)
    return _compared(hashes, {name: sha256(one) for name, one in files.items()})


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Never more than it says it has. What is damaged has no hash that anybody wrote down."""
    try:
        with archive.open(member) as opened:
            return opened.read(member.file_size + 1)
    except Exception:  # of what is damaged, zipfile and zlib have many
        return b""


def _beside(file: Path) -> Verified:
    place = file.with_name(SUMS)
    hashes, _ = _read(_content(place) if place.is_file() else None, of_pdf=False)
    found = {name: sha256(_content(place.with_name(name))) for name in hashes if place.with_name(name).is_file()}
    for name in (HAR, file.name):  # a copy of pages that were left has no recording, and one beside it is none of its files
        if name not in hashes and place.with_name(name).is_file():
            found[name] = ""
    return _compared(hashes, found)


def _is_locked(content: bytes, file: Path) -> bool:
    from netcurtain.evidence.locked import NoSuchPdfError, is_locked  # a large library

    try:
        return is_locked(content)
    except NoSuchPdfError:
        if file.with_name(SUMS).is_file():  # it may be the damaged one of a zip that was taken apart
            return False
        raise UnreadableError(Unreadable.NO_COPY) from None


def _locked(content: bytes, ask: Callable[[], str]) -> Verified:
    from netcurtain.evidence.locked import NoSuchPdfError, WrongPassphraseError, unlocked  # a large library

    try:
        files, pages = unlocked(content, ask(), MOST_FILES, MOST_BYTES)
    except WrongPassphraseError:
        raise UnreadableError(Unreadable.WRONG_PASSPHRASE) from None
    except NoSuchPdfError:
        raise UnreadableError(Unreadable.NO_COPY) from None
    if PDF in files:  # no copy is attached to itself, and a reader would show it by the name of the pages
        raise UnreadableError(Unreadable.NO_COPY)
    hashes, pages_then = _read(files.get(SUMS), of_pdf=True)
    return _compared({**hashes, PDF: pages_then}, {**{name: sha256(one) for name, one in files.items()}, PDF: pages})


def _compared(hashes: Mapping[str, str], found: Mapping[str, str]) -> Verified:
    states = {name: _state(hashed, found.get(name)) for name, hashed in hashes.items()}
    added = {name: State.ADDED for name in found if name not in hashes and name != SUMS}
    return Verified(tuple({**states, **added}.items()))


def _state(then: str, now: str | None) -> State:
    if now is None:
        return State.MISSING
    return State.WHOLE if now == then else State.CHANGED


def _read(sums: bytes | None, *, of_pdf: bool) -> tuple[dict[str, str], str]:
    """The hashes; of a locked PDF with that of its pages."""
    if sums is None:
        raise UnreadableError(Unreadable.NO_SUMS)
    try:
        hashes, pages = read_manifest(sums)
    except RewrittenError:
        raise UnreadableError(Unreadable.REWRITTEN_SUMS) from None
    except ValueError:
        raise UnreadableError(Unreadable.OTHER_SUMS) from None
    if bool(pages) != of_pdf:
        raise UnreadableError(Unreadable.OTHER_SUMS)
    return hashes, pages


def _content(file: Path) -> bytes:
    """All of a file. A pipe is never opened: it may have no end, or nobody who writes."""
    try:
        if not file.is_file():
            raise UnreadableError(Unreadable.NOT_THERE)
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError:
        raise UnreadableError(Unreadable.NOT_THERE) from None
    if len(content) > MOST_BYTES:
        raise UnreadableError(Unreadable.TOO_LARGE)
    return content
