import pytest
from tests.history.conftest import NOON, Clock, WallClock

from netcurtain.history.believed_clock import DAY, EARLIEST, BelievedClock, clock_is_odd


@pytest.mark.parametrize(
    ("passed", "odd"),
    [(-2.0, True), (-0.5, False), (0.0, False), (60.0, False), (365.0, False), (367.0, True)],
    ids=["two days back", "half a day back", "none", "two months", "a year", "longer"],
)
def test_a_clock_is_odd_that_went_back_by_days_or_on_by_more_than_a_year(passed: float, odd: bool) -> None:
    assert clock_is_odd(NOON, NOON + passed * DAY) is odd
    assert not clock_is_odd(None, NOON + passed * DAY)


@pytest.mark.parametrize(
    ("said", "passed", "odd"), [(8, 8, False), (8, 0, True), (-8, 0, True), (0, 8, True), (400, 400, False), (0.5, 0, False)]
)
def test_where_it_is_known_how_long_it_was_a_clock_is_odd_that_says_otherwise(said: float, passed: float, odd: bool) -> None:
    assert clock_is_odd(NOON, NOON + said * DAY, passed * DAY) is odd


def test_a_clock_that_says_a_year_before_netcurtain_was_made_is_odd_whatever_it_said_before() -> None:
    assert clock_is_odd(None, EARLIEST - 1)
    assert clock_is_odd(EARLIEST, EARLIEST - 1)
    assert not clock_is_odd(None, EARLIEST)


@pytest.fixture
def clocks() -> tuple[Clock, WallClock]:
    return Clock(), WallClock()


def test_once_found_turned_it_is_not_believed_at_the_next_opening_before_it_agrees(clocks: tuple[Clock, WallClock]) -> None:
    now, wall = clocks
    clock = BelievedClock(now, wall)
    clock.opened(NOON)
    clock.believed(NOON)
    wall.milliseconds += 40 * DAY
    assert clock.moment() is None
    clock.opened(NOON)
    assert clock.moment() is None
    wall.milliseconds -= 40 * DAY
    assert clock.moment() == NOON
    clock.opened(NOON)
    wall.milliseconds += 40 * DAY
    assert clock.moment() == NOON + 40 * DAY, "while it was locked, so much may have passed"


def test_a_new_file_knows_nothing_of_the_clock_before(clocks: tuple[Clock, WallClock]) -> None:
    now, wall = clocks
    clock = BelievedClock(now, wall)
    clock.opened(NOON)
    wall.milliseconds -= 3 * DAY
    assert clock.moment() is None
    clock.opened(None)
    assert clock.moment() == NOON - 3 * DAY
