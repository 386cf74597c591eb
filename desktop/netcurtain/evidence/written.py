"""A copy in its file: the whole of it or nothing, for this person alone where the disk knows such things."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_copy(place: Path, content: bytes, go_on: Callable[[], None]) -> None:
    """Write ``content`` in place of ``place``. Raises OSError, or what ``go_on`` raises just before it is done; ``place`` is then as it
    was, and nothing else is left beside it.
    """
    if "\0" in str(place):
        raise OSError(errno.EINVAL, "no name of a file")
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".copy-")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        go_on()
        made.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
