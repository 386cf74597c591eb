"""Which stage a moment belongs to, and which tabs are ours."""

from math import inf

import pytest

from netcurtain.survey.hearing.timeline import Mark, Timeline
from netcurtain.survey.result import Stage

RUN = Timeline((Mark(10, Stage.ARRIVED), Mark(20, Stage.TOUCHED), Mark(30, None), Mark(40, Stage.ACCEPTED)))


@pytest.mark.parametrize(
    ("time", "stage"),
    [
        (9.9, None),
        (10, Stage.ARRIVED),
        (19.9, Stage.ARRIVED),
        (20, Stage.TOUCHED),
        (35, None),
        (40, Stage.ACCEPTED),
        (1e15, Stage.ACCEPTED),
    ],
)
def test_a_moment_belongs_to_the_stage_that_had_begun_last(time: float, stage: Stage | None) -> None:
    assert RUN.stage_at(time) is stage


def test_a_stage_is_over_when_the_next_begins_and_the_last_one_never_is() -> None:
    assert (RUN.begins(Stage.TOUCHED), RUN.ends(Stage.TOUCHED)) == (20, 30)
    assert (RUN.begins(Stage.ACCEPTED), RUN.ends(Stage.ACCEPTED)) == (40, inf)
    assert RUN.begins(Stage.REFUSED) > RUN.ends(Stage.REFUSED)
    assert RUN.stages == (Stage.ARRIVED, Stage.TOUCHED, Stage.ACCEPTED)


def test_the_first_tab_after_it_was_waited_for_is_ours_and_a_window_of_the_pages_own_is_not() -> None:
    opened = [("first", 11), ("window", 12), ("window at the press", 31), ("second", 51), ("another window", 52), ("first", 53)]
    assert Timeline(tabs=(10, 50)).ours(opened) == {"first", "second"}


def test_a_window_between_two_tabs_of_ours_is_neither_also_where_it_loads_on_when_the_second_is_waited_for() -> None:
    opened = [("first", 11), ("window", 49), ("window", 51), ("second", 52), ("window", 53)]
    assert Timeline(tabs=(10, 50)).ours(opened) == {"first", "second"}


def test_a_tab_that_was_open_before_is_not_the_one_that_was_waited_for() -> None:
    assert Timeline(tabs=(10, 50)).ours([("first", 11), ("first", 51), ("second", 52)]) == {"first", "second"}


def test_where_no_tab_was_waited_for_it_is_the_first_of_all() -> None:
    assert Timeline().ours([("later", 2), ("first", 1)]) == {"first"}
    assert Timeline().ours([]) == frozenset()
    assert Timeline(tabs=(10,)).ours([("before", 1)]) == frozenset()
