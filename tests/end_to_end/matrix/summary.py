"""The table that `make matrix` prints: a line for each way, a column for each browser and place, a sign for each outcome."""

from collections import Counter

from tests.end_to_end.matrix.outcomes import Outcome
from tests.end_to_end.matrix.place import Place
from tests.end_to_end.matrix.rows import Row
from tests.end_to_end.matrix.way import BrowserName
from tests.end_to_end.matrix.ways import WAYS

SIGNS = {"passed": "+", "failed": "F", "skipped": "s"}
_results: dict[Row | tuple[object, ...], str] = {}
_more_presses: list[str] = []
_WIDTH = 52


def note(row: Row, outcome: str) -> None:
    """What came of a row; the worst where it is said twice."""
    key = _key(row.way.name, row.place, row.outcome, row.browser)
    if _results.get(key) != "failed":
        _results[key] = outcome


def failed(row: Row) -> bool:
    return _results.get(_key(row.way.name, row.place, row.outcome, row.browser)) == "failed"


def note_presses(row: Row, presses: list[int]) -> None:
    """How many presses each answer took; those that took more than one are told."""
    if any(number > 1 for number in presses):
        _more_presses.append(f"{row}: {max(presses)} presses")


def lines() -> list[str]:
    columns = [(browser, place) for browser in BrowserName for place in Place]
    head = " ".join(f"{browser.value[:2]}.{place.value.split()[0][:5]:<6}" for browser, place in columns)
    table = [f"{'not now, go on, without, app away':<{_WIDTH}}{head}"]
    for way in WAYS:
        cells = ["".join(_sign(way.name, place, outcome, browser) for outcome in Outcome) for browser, place in columns]
        if set("".join(cells)) != {"-"}:
            table.append(f"{way.name:<{_WIDTH}}" + " ".join(f"{cell:<9}" for cell in cells))
    counts = Counter(_results.values())
    results = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    return [*table, results, f"{len(_more_presses)} rows in which an answer took more than one press", *_more_presses]


def _sign(*parts: object) -> str:
    return SIGNS.get(_results.get(_key(*parts), ""), "-")


def _key(*parts: object) -> tuple[object, ...]:
    return parts
