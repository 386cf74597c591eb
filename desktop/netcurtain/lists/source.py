"""Where a filter list comes from, and what a source can answer. The words that the other files of this room share."""

from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 20_000_000
"""The largest list that is read, from wherever; EasyPrivacy has 1.7 million bytes."""


@dataclass(frozen=True, slots=True)
class WebSource:
    """An https address (http only on 127.0.0.1)."""

    url: str

    def __str__(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class PackageSource:
    """A file inside a Debian package; ``path`` is a glob below the root folder."""

    package: str
    path: str

    def __str__(self) -> str:
        return f"Debian package {self.package}"


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on this computer."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


Source = WebSource | PackageSource | FileSource


@dataclass(frozen=True, slots=True)
class Validators:
    """What a web server gave us last time, so that it can answer "not changed"."""

    etag: str = ""
    last_modified: str = ""


NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Fresh:
    """The bytes of a list, not yet judged. ``modified`` is seconds since 1970 where the source says so, else 0."""

    content: bytes
    validators: Validators = NOTHING_KNOWN
    modified: float = 0.0


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The source has nothing newer than what the validators stand for."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The source, or what it gave, is of no use; ``why`` is a clause from wording.py."""

    why: str


Answer = Fresh | Unchanged | Refused


def source_from(text: str) -> Source:
    """The address or file that a person named."""
    if "://" in text:
        return WebSource(text)
    try:
        return FileSource(Path(text).expanduser().absolute())
    except RuntimeError:  # "~name" of a person that this computer does not know
        return FileSource(Path(text).absolute())
