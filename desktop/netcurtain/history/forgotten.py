"""What was forgotten and does not come back: its late records are passed over. In memory alone, so nothing on disk tells of a deletion."""

from collections.abc import Sequence
from typing import TypeVar

MAX_FORGOTTEN = 20_000
"""Forgotten visits, and as many forgotten pages, whose late records are still refused."""

Name = TypeVar("Name", str, bytes)


class Forgotten:
    """Of one database, for as long as it is open."""

    def __init__(self) -> None:
        self._visits: dict[str, None] = {}
        self._pages: dict[bytes, None] = {}

    def add_visits(self, visits: Sequence[str]) -> None:
        """Nothing more of these visits."""
        _remember(self._visits, visits)

    def add_pages(self, pages: Sequence[bytes]) -> None:
        """Nothing more of these pages, by their short names; their visit may go on with others."""
        _remember(self._pages, pages)

    def has(self, visit: str, page: bytes) -> bool:
        """Whether a page may not be kept, because of itself or of its visit."""
        return visit in self._visits or page in self._pages


def _remember(forgotten: dict[Name, None], names: Sequence[Name]) -> None:
    forgotten.update(dict.fromkeys(names))
    for name in list(forgotten)[: max(0, len(forgotten) - MAX_FORGOTTEN)]:
        del forgotten[name]
