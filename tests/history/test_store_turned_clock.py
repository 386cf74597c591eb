"""Whoever turns the clock makes nothing go, however often it is locked and opened; and nothing is noted by a clock that is not believed."""

from collections.abc import Callable
from typing import Any

import pytest

from netcurtain.core.settings import Retention
from netcurtain.history import kept_shelf, wording
from netcurtain.history.believed_clock import DAY
from netcurtain.history.rows import Gap

SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
Open = Callable[..., Any]


def places(kept: Any) -> dict[str, bool]:
    """Every visit that is shown, and whether it is on disk."""
    return {row.visit: row.on_disk for row in kept.visits()}


@pytest.mark.parametrize("days", [-8, 8])
def test_a_clock_that_is_turned_by_days_while_it_is_open_deletes_nothing_until_it_is_right_again(
    open_on_disk: Open, make: Any, still: Any, wall: Any, days: int
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page(started=make.time - 7 * DAY + 1), make.page("p2", "v2"))
    kept.visits()
    wall.milliseconds += days * DAY
    still.seconds += kept_shelf.EXPIRE_SECONDS
    assert places(kept) == {"v1": True, "v2": True}
    assert kept.troubles == [wording.CLOCK_ODD]
    wall.milliseconds += -days * DAY + kept_shelf.EXPIRE_SECONDS * 1000
    still.seconds += kept_shelf.EXPIRE_SECONDS
    assert places(kept) == {"v2": True}


@pytest.mark.parametrize("years", [-3, 3])
def test_a_clock_that_was_turned_by_years_deletes_nothing_and_is_told_once(
    open_on_disk: Open, make: Any, still: Any, wall: Any, years: int
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.lock()
    wall.milliseconds += years * 365 * DAY
    assert kept.unlock().opened
    assert places(kept) == {"v1": True}
    still.seconds += kept_shelf.EXPIRE_SECONDS
    assert places(kept) == {"v1": True}
    assert kept.troubles == [wording.CLOCK_ODD]


@pytest.mark.parametrize("years", [-3, 3])
@pytest.mark.parametrize("seen_open", [True, False], ids=["and seen while open", "while locked"])
def test_however_often_it_is_opened_with_a_turned_clock_nothing_goes(
    open_on_disk: Open, make: Any, still: Any, wall: Any, years: int, seen_open: bool
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    if not seen_open:
        kept.lock()
    wall.milliseconds += years * 365 * DAY
    still.seconds += kept_shelf.EXPIRE_SECONDS
    if seen_open:
        assert places(kept) == {"v1": True}
        kept.take(make.request())
    for _ in range(3):
        kept.lock()
        kept.unlock()
        assert places(kept) == {"v1": True}
    assert kept.gaps() == ()
    assert set(kept.troubles) == {wording.CLOCK_ODD}


def test_a_clock_turned_by_weeks_while_open_is_not_believed_after_the_next_locking_either(open_on_disk: Open, make: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    wall.milliseconds += 40 * DAY
    kept.lock()
    kept.unlock()
    assert places(kept) == {"v1": True}


def test_once_it_is_right_again_what_has_had_its_time_goes_and_the_gap_is_noted(
    open_on_disk: Open, make: Any, still: Any, wall: Any
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page(started=make.time - 6 * DAY), make.page("p2", "v2"))
    kept.lock()
    wall.milliseconds += 3 * 365 * DAY
    kept.unlock()
    assert places(kept) == {"v1": True, "v2": True}
    kept.lock()
    wall.milliseconds = make.time + 2 * DAY
    still.seconds += 2 * DAY / 1000
    kept.unlock()
    assert places(kept) == {"v2": True}
    assert kept.gaps() == (Gap(make.time, make.time + 2 * DAY),)


def test_a_computer_that_has_lost_its_time_is_believed_once_it_has_it_again(open_on_disk: Open, make: Any, still: Any, wall: Any) -> None:
    right, wall.milliseconds = wall.milliseconds, 0.0
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    wall.milliseconds = right
    still.seconds += kept_shelf.EXPIRE_SECONDS
    assert places(kept) == {"v1": True}
    wall.milliseconds += 8 * DAY
    still.seconds += 8 * DAY / 1000
    assert places(kept) == {}


def test_with_nothing_left_that_it_could_take_the_clock_is_believed(open_on_disk: Open, make: Any, still: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.lock()
    wall.milliseconds += 3 * 365 * DAY
    kept.unlock()
    assert kept.forget_visit("v1").gone
    still.seconds += kept_shelf.EXPIRE_SECONDS
    wall.milliseconds += kept_shelf.EXPIRE_SECONDS * 1000
    kept.take(make.page("p2", "v2", started=wall.milliseconds))
    assert places(kept) == {"v2": True}
    wall.milliseconds += 8 * DAY
    still.seconds += 8 * DAY / 1000
    assert places(kept) == {}
