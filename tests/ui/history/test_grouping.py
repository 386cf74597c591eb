from datetime import date, datetime

import pytest

from netcurtain.history.rows import Gap, VisitRow
from netcurtain.ui.history.grouping import Grouping, Row, by_site, ends_of_sites, heading, unlike, with_gaps

NOON = datetime(2026, 11, 24, 12, 0).timestamp() * 1000
HOUR = 3_600_000
TODAY = date(2026, 11, 24)


def visit(hours_ago: int, site: str = "a.example") -> VisitRow:
    return VisitRow(f"v{hours_ago}", site, NOON - hours_ago * HOUR, 0, False)


def gap(hours_ago: float, minutes: float = 10) -> Gap:
    return Gap(NOON - hours_ago * HOUR, NOON - hours_ago * HOUR + minutes * 60_000)


def test_gaps_stand_among_the_visits_where_they_were() -> None:
    assert with_gaps((visit(0), visit(2)), (gap(1), gap(3)), all_there=True) == [visit(0), gap(1), visit(2), gap(3)]


def test_where_not_all_visits_are_listed_no_gap_before_the_oldest_is() -> None:
    assert with_gaps((visit(0), visit(2)), (gap(1), gap(3)), all_there=False) == [visit(0), gap(1), visit(2)]
    assert with_gaps((), (gap(1),), all_there=False) == []
    assert with_gaps((), (gap(1),), all_there=True) == [gap(1)]


def test_on_a_later_page_no_gap_of_an_earlier_one_stands_again() -> None:
    assert with_gaps((visit(4),), (gap(1), gap(3)), all_there=True, before=visit(2).started) == [gap(3), visit(4)]


@pytest.mark.parametrize(("seconds", "listed"), [(59, 0), (60, 1)])
def test_gaps_under_a_minute_are_not_listed(seconds: int, listed: int) -> None:
    assert len(with_gaps((), (gap(1, seconds / 60),), all_there=True)) == listed


def test_by_site_the_one_that_was_visited_last_comes_first_with_all_its_visits() -> None:
    rows = [visit(0, "b"), visit(1, "a"), visit(2, "b"), visit(3, "c"), visit(4, "a")]
    listed = by_site(rows)
    assert [(row.site, row.visit) for row in listed if isinstance(row, VisitRow)] == [
        ("b", "v0"),
        ("b", "v2"),
        ("a", "v1"),
        ("a", "v4"),
        ("c", "v3"),
    ]
    assert ends_of_sites({"b": 2, "a": 2, "c": 1}) == {"b": 2, "a": 4, "c": 5}


@pytest.mark.parametrize(
    ("row", "above", "grouping", "words"),
    [
        (visit(0), None, Grouping.BY_DAY, "Today"),
        (visit(1), visit(0), Grouping.BY_DAY, ""),
        (visit(13), visit(0), Grouping.BY_DAY, "Yesterday"),
        (visit(13), visit(0), Grouping.KEPT, "Yesterday"),
        (gap(1), visit(0), Grouping.BY_DAY, ""),
        (visit(0), None, Grouping.BY_SITE, "a.example"),
        (visit(13), visit(0), Grouping.BY_SITE, ""),
        (visit(1, "b\u202e.example"), visit(0), Grouping.BY_SITE, "b<U+202E>.example"),
    ],
)
def test_the_first_of_a_day_or_site_has_its_heading(row: Row, above: Row | None, grouping: Grouping, words: str) -> None:
    assert heading(row, above, grouping, TODAY) == words


A, B, C, D = (visit(n) for n in range(4))


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ([A, B], [A, B], (2, 2, [])),
        ([B, C], [A, B, C], (0, 0, [A])),
        ([A, B, C], [A, C], (1, 2, [])),
        ([A, B, C], [A, D, C], (1, 2, [D])),
        ([A], [A, B], (1, 1, [B])),
        ([], [A], (0, 0, [A])),
        ([A, A], [A], (1, 2, [])),
    ],
)
def test_only_what_differs_is_taken_on(old: list[Row], new: list[Row], answer: tuple[int, int, list[Row]]) -> None:
    assert unlike(old, new) == answer
