"""The rows of the matrix: every way, in every place, with every outcome, in both browsers; and the forty that every test run has."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from tests.end_to_end.matrix.outcomes import AT_ONCE, OUTCOMES, Outcome
from tests.end_to_end.matrix.place import Place
from tests.end_to_end.matrix.way import BrowserName, Way
from tests.end_to_end.matrix.ways import WAYS

FEW = 40
"""Rows of `make test`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One run of one way."""

    way: Way
    place: Place
    outcome: Outcome
    browser: BrowserName

    def __str__(self) -> str:
        return f"{self.browser.value}, {self.place.value}, {self.outcome.value}: {self.way.name}"


def rows() -> list[Row]:
    """All of them, those with the app away last, so that it is stopped once for each browser."""
    return [
        Row(way, place, outcome, browser)
        for browser in BrowserName
        for outcome in Outcome
        for place in Place
        for way in WAYS
        if outcome in _outcomes(way) and place.value not in way.senseless
    ]


def _outcomes(way: Way) -> list[Outcome]:
    """A file is more than what was typed: only of those ways it is also tried whether it goes whole while companies are left out."""
    return [outcome for outcome in (OUTCOMES if way.can_be_held else AT_ONCE) if way.has_file or outcome is not Outcome.WITHOUT]


def few(everything: list[Row]) -> list[Row]:
    """Forty different ways, spread over kinds, places, outcomes and browsers: each time the row of whose parts the fewest were taken."""
    taken: list[Row] = []
    counts: Counter[object] = Counter()
    left = list(everything)
    while len(taken) < FEW:
        best = min(left, key=lambda row: sum(counts[part] ** 2 for part in _parts(row)))
        taken.append(best)
        counts.update(_parts(best))
        left = [row for row in left if row.way is not best.way]
    return [row for row in everything if row in taken]


def _parts(row: Row) -> tuple[object, ...]:
    """What should occur as often as its like: each part of a row, and each two of them together."""
    parts = (row.way.kind, row.place, row.outcome, row.browser)
    return *parts, *combinations(parts, 2)
