"""Counts from which can be taken back what turns out to have reached nobody: how many requests there are of a thing, and of each fact."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from netcurtain.core.finding import DecodedField, What

MAX_FACTS = 200
"""Different facts of one company, and different sentences, on one page; a kind that was not among them yet always finds room."""

T = TypeVar("T")


@dataclass(slots=True, repr=False)
class Facts:
    """Different facts, with how many requests tell each, and how many of them are of each kind."""

    counts: dict[DecodedField, int] = field(default_factory=dict)
    kinds: dict[What, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.counts)

    def __iter__(self) -> Iterator[DecodedField]:
        return iter(self.counts)

    def add(self, fact: DecodedField) -> bool:
        """One more request tells it; False where there is no room. A warning speaks of kinds: one that comes late is not to be missing
        behind many of another kind.
        """
        if fact not in self.counts:
            if len(self.counts) >= MAX_FACTS and fact.what in self.kinds:
                return False
            more(self.kinds, fact.what)
        more(self.counts, fact)
        return True

    def drop(self, fact: DecodedField) -> bool:
        """One request fewer tells it; whether that was the last."""
        fewer(self.counts, fact)
        if fact in self.counts:
            return False
        fewer(self.kinds, fact.what)
        return True


def more(counts: dict[T, int], one: T) -> None:
    """Count one more of these."""
    counts[one] = counts.get(one, 0) + 1


def fewer(counts: dict[T, int], one: T) -> None:
    """Count one fewer of these; with the last it is gone."""
    counts[one] -= 1
    if not counts[one]:
        del counts[one]


def keep(kept: dict[T, None], new: T, most: int) -> None:
    """Add one more, unless there are too many."""
    if len(kept) < most:
        kept[new] = None
