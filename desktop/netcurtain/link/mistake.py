"""What is logged of a mistake of ours. It costs one report or one connection, never the link."""

import traceback
from pathlib import Path


def named(error: Exception) -> str:
    """What went wrong and where, without the error's own words: they may quote a page."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
