"""The log: what went wrong, never where. It names no site, no person and nothing that was typed; whoever writes to it keeps that rule."""

import io
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 256 * 1024
FILE = "netcurtain.log"


class _PrivateFile(RotatingFileHandler):
    """A log file that only this person can read, also after it was turned over."""

    def _open(self) -> io.TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")


def start(folder: Path | None) -> logging.Handler:
    """Write warnings and errors to a file in ``folder``; without a folder, or where it cannot be written, nowhere."""
    handler = _handler(folder)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("netcurtain")
    root.propagate = False
    root.setLevel(logging.WARNING)
    root.addHandler(handler)
    return handler


def _handler(folder: Path | None) -> logging.Handler:
    if folder is None:
        return logging.NullHandler()
    try:
        return _PrivateFile(folder / FILE, maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
