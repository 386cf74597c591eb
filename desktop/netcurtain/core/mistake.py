"""What is logged of a mistake of ours: it costs one report, one connection or one job, and its own words may quote a page or an address."""

import traceback
from pathlib import Path


def named(error: Exception) -> str:
    """What went wrong and where, without the error's own words: they may quote a page."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
