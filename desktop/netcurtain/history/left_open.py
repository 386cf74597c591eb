"""Reads a database's files beside SQLite, which has locks on them, and leaves them open until the database is closed.

On POSIX systems a process that closes any descriptor of a file gives up every lock it has on it. Another process would then take itself
for the last one, tidy up when it closes, and remove the log that this one goes on writing to: what is committed from then on is lost.

For the thread that owns the database.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCKED = (".db", "-shm") if os.name == "posix" else ()
"""The files of a database that SQLite has locks on, where closing gives them up."""
_open: list[tuple[Path, BinaryIO]] = []


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """A file, from its beginning. Raises OSError."""
    if not path.name.endswith(LOCKED):
        with path.open("rb") as content:
            yield content
        return
    now = path.stat()
    file: BinaryIO
    for name, file in _open:
        if name == path and os.path.samestat(os.fstat(file.fileno()), now):
            break
    else:
        file = path.open("rb")
        _open.append((path, file))
    file.seek(0)
    yield file


def let_go(folder: Path) -> None:
    """Close those of a folder, whose database is not open in this process."""
    for name, file in tuple(_open):
        if name.parent == folder:
            file.close()
            _open.remove((name, file))
