"""How the person's choice of lists differs from the catalogue's: ``shelf.json``, read and written."""

from pathlib import Path

import msgspec

from netcurtain.lists.files import read_small, write_whole


class Added(msgspec.Struct, frozen=True):
    """A list that the person added by its address or file."""

    name: str
    title: str
    source: str


class Changes(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the person changed."""

    added: tuple[Added, ...] = ()
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


class UnreadableError(Exception):
    """The file is there and cannot be understood."""


def load(path: Path) -> Changes:
    """What the person changed; nothing where there is no file. Raises UnreadableError."""
    try:
        return msgspec.json.decode(read_small(path), type=Changes)
    except (FileNotFoundError, NotADirectoryError):
        return Changes()
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise UnreadableError from error


def save(path: Path, changes: Changes) -> None:
    """Remember it. A file that could not be understood is put aside first. Raises OSError."""
    put_aside_unreadable(path)
    write_whole(path, msgspec.json.format(msgspec.json.encode(changes)))


def put_aside_unreadable(path: Path) -> bool:
    """Keep a file that cannot be understood under another name, so that nothing in it is lost; whether there was one. Raises OSError."""
    try:
        load(path)
    except UnreadableError:
        path.replace(aside(path))
        return True
    return False


def aside(path: Path) -> Path:
    """Where such a file is kept."""
    return path.with_name(f"{path.stem}.broken{path.suffix}")
