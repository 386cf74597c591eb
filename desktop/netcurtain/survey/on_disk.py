"""What a survey's folder needs of the disk: files that outlive a power cut, a lock, room, and what an error of it means."""

import errno
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO

BYTES_TO_BEGIN = 200_000_000
"""Room on a disk without which no further site is begun."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def is_full(error: OSError) -> bool:
    """Whether the disk has no more room."""
    return error.errno in _FULL


def has_room(place: Path) -> bool:
    """Whether another site may be begun: here, and where browsers keep what they need for a while. Raises OSError."""
    return all(shutil.disk_usage(folder).free >= BYTES_TO_BEGIN for folder in (place, Path(tempfile.gettempdir())))


def write_whole(path: Path, content: bytes) -> None:
    """A file takes its name when it is whole. Raises OSError."""
    new = part_of(path)
    new.write_bytes(content)
    to_disk(new)
    new.replace(path)


def part_of(path: Path) -> Path:
    """What a file is called until it is whole."""
    return path.with_name(f".{path.name}.part")


def to_disk(path: Path) -> None:
    """A file, or a folder's names, so that they outlive a power cut. Windows opens no folder, and need not. Raises OSError."""
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def locked(path: Path) -> IO[bytes]:
    """Held until it is closed, or the process ends in whatever way. Raises BlockingIOError where another has it, and OSError."""
    lock = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        if error.errno in _HELD:
            raise BlockingIOError(error.errno, "another has it") from None
        raise
    return lock
