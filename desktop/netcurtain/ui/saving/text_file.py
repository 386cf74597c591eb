"""Writes a text that the person wants to have as a file, readable by nobody else where the system knows such a thing."""

import os
from pathlib import Path

_FOR_ONE = 0o600


def save_text(place: Path, text: str) -> bool:
    """Whether it is there now, whole. Where it could not be written, a file of that name that was there before may be cut short."""
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FOR_ONE)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text if text.endswith("\n") else f"{text}\n")
    except OSError:
        return False
    return True
