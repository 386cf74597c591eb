"""Bytes on disk: read within a limit, written whole or not at all, and for this person alone."""

import contextlib
import os
import secrets
from pathlib import Path

from netcurtain.lists.source import MAX_BYTES


def read_small(path: Path) -> bytes:
    """All of a file. Raises OSError, and ValueError where it is larger than any list of ours."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("larger than any list of ours")
    return content


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that a crash leaves the old one or the new one. Raises OSError; the old one then stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise
