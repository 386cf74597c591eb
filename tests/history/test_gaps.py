from collections.abc import Iterator

import pytest

from netcurtain.history import gaps
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.rows import Gap


@pytest.fixture
def db() -> Iterator[Database]:
    db = ready(in_memory)
    yield db
    db.close()


def test_a_file_that_was_never_open_before_has_no_gap(db: Database) -> None:
    assert gaps.last(db) is None
    gaps.opened(db, 1000.4)
    assert gaps.last(db) == 1000
    assert gaps.ended(db) == ()


def test_a_gap_goes_from_the_moment_of_locking_to_the_next_opening_the_newest_first(db: Database) -> None:
    gaps.opened(db, 1000)
    gaps.moved_on(db, 2000)
    assert gaps.last(db) == 2000
    gaps.opened(db, 5000)
    gaps.moved_on(db, 6000)
    gaps.opened(db, 9000)
    assert gaps.ended(db) == (Gap(6000, 9000), Gap(2000, 5000))


def test_however_it_ended_the_gap_begins_where_something_was_last_taken_in(db: Database) -> None:
    gaps.opened(db, 1000)
    gaps.moved_on(db, 1500)
    gaps.moved_on(db, 1800)
    gaps.opened(db, 5000)
    assert gaps.ended(db) == (Gap(1800, 5000),)


def test_a_clock_that_was_turned_back_makes_no_gap(db: Database) -> None:
    gaps.opened(db, 9000)
    gaps.opened(db, 1000)
    gaps.opened(db, 3000)
    assert gaps.ended(db) == (Gap(1000, 3000),)


def test_gaps_from_before_what_is_left_go(db: Database) -> None:
    for moment in (1000, 2000, 3000):
        gaps.opened(db, moment)
    gaps.expire(db, 2500)
    assert gaps.ended(db) == (Gap(2000, 3000),)
    gaps.opened(db, 4000)
    assert gaps.ended(db) == (Gap(3000, 4000), Gap(2000, 3000))


def test_gaps_have_an_end(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MOST", 3)
    for moment in range(1000, 9000, 1000):
        gaps.opened(db, moment)
    assert gaps.ended(db) == (Gap(7000, 8000), Gap(6000, 7000))
