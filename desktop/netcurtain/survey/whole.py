"""A file of results that is written bit by bit, and takes its name when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole(place: Path) -> Iterator[IO[bytes]]:
    """Write in place of ``place``, which stays as it was where anything is raised meanwhile. Raises OSError."""
    part = place.with_name(f".{place.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
