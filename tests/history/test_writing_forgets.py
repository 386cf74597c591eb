"""The writer by itself: what it deletes by time, what it never does, and how it makes room."""

from collections.abc import Iterable
from typing import Any

import pytest

from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.history import listing, removing
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.rows import VisitQuery
from netcurtain.history.writing import IN_FILE, Limits, Writer

HOUR = 3_600_000.0
NOW = 1_795_600_000_000.0


@pytest.fixture
def db() -> Database:
    return ready(in_memory)


@pytest.fixture
def writer(db: Database) -> Writer:
    return Writer(db, Limits(), lambda: NOW)


def left(db: Database) -> set[str]:
    return {row.visit for row in listing.visits(db, VisitQuery(), None, 1000)}


def three(make: Any) -> Iterable[Record]:
    """Visits that began at noon, one and two hours later; something went on half an hour after each began."""
    for number in range(3):
        started = make.time + number * HOUR
        yield make.page(f"p{number}", f"v{number}", f"site{number}.example", started=started)
        yield make.request("r1", f"p{number}", after=number * HOUR + HOUR / 2, host=f"host{number}.example")


@pytest.mark.parametrize(
    ("since", "until", "stay"),
    [
        pytest.param(0.9, 2.0, {"v0", "v2"}, id="the one between"),
        pytest.param(1.5, 2.0, {"v0", "v2"}, id="one that began before and went on"),
        pytest.param(1.51, 2.0, {"v0", "v1", "v2"}, id="nothing happened then"),
        pytest.param(0.5, 1.001, {"v2"}, id="the end of one and the beginning of another"),
        pytest.param(0.51, 1.0, {"v0", "v1", "v2"}, id="until is not part of it"),
        pytest.param(-1.0, 9.0, set(), id="all"),
    ],
)
def test_between_two_times_every_visit_goes_that_anything_happened_in(
    db: Database, writer: Writer, make: Any, since: float, until: float, stay: set[str]
) -> None:
    writer.keep(list(three(make)))
    assert writer.forget_between(make.time + since * HOUR, make.time + until * HOUR) is True
    assert left(db) == stay
    assert {name for (name,) in db.execute("SELECT name FROM hosts")} == {f"host{visit[1:]}.example" for visit in stay}


@pytest.mark.parametrize(
    "late",
    [
        pytest.param(lambda make, after: make.request("r9", after=after), id="request"),
        pytest.param(lambda make, after: make.finding(after=after), id="finding"),
        pytest.param(lambda make, after: make.submission(after=after), id="submission"),
        pytest.param(lambda make, after: make.page("p2", started=make.time + after), id="page"),
    ],
)
def test_whatever_happened_last_in_a_visit_is_part_of_it(db: Database, writer: Writer, make: Any, late: Any) -> None:
    writer.keep([make.page(), late(make, 5 * HOUR), make.request("r1", after=HOUR)])
    writer.forget_between(make.time + 4.9 * HOUR, make.time + 5.1 * HOUR)
    assert left(db) == set()


def test_a_page_that_changed_its_address_or_title_lately_was_there_lately(db: Database, writer: Writer, make: Any) -> None:
    writer.keep([make.page("p1", "v1"), make.page("p2", "v2"), make.page("p1", "v1", title="Your report"), make.page("p2", "v2")])
    writer.forget_between(NOW - 1, NOW + 1)
    assert left(db) == {"v2"}


def test_what_was_forgotten_by_time_does_not_come_back(db: Database, writer: Writer, make: Any) -> None:
    writer.keep(list(three(make)))
    writer.forget_between(make.time, make.time + 9 * HOUR)
    writer.keep([*three(make), make.page("p9", "v1")])
    assert left(db) == set()


def test_a_visit_expires_by_when_it_began_unless_it_was_chosen(db: Database, writer: Writer, make: Any) -> None:
    writer.keep(list(three(make)))
    assert writer.mark_chosen("v0") is True
    assert writer.expire(make.time + 2 * HOUR) is True
    assert left(db) == {"v0", "v2"}
    assert {name for (name,) in db.execute("SELECT name FROM sites")} == {"site0.example", "site2.example"}
    assert [row.chosen for row in listing.visits(db, VisitQuery(), None, 9)] == [False, True]


def test_the_person_can_forget_what_they_chose(db: Database, writer: Writer, make: Any) -> None:
    writer.keep(list(three(make)))
    for visit in ("v0", "v1", "v2"):
        writer.mark_chosen(visit)
    writer.forget_visit("v0")
    writer.forget_site("site1.example")
    writer.forget_between(make.time + 2 * HOUR, make.time + 3 * HOUR)
    assert left(db) == set()


def test_a_visit_that_is_not_here_cannot_be_chosen(writer: Writer) -> None:
    assert writer.mark_chosen("v1") is False


def test_a_page_of_an_expired_visit_may_begin_anew(db: Database, writer: Writer, make: Any) -> None:
    writer.keep([make.page()])
    writer.expire(make.time + 1)
    assert left(db) == set()
    writer.keep([make.page("p2", started=make.time + 2)])
    assert left(db) == {"v1"}


def test_room_is_made_of_the_oldest_that_nobody_chose(db: Database, make: Any) -> None:
    writer = Writer(db, Limits(visits=10))
    for number in range(12):
        writer.keep([make.page(f"p{number}", f"v{number}", started=make.time + number)])
        writer.mark_chosen("v0")
    assert left(db) == {"v0", *(f"v{number}" for number in range(3, 12))}


def test_what_the_person_chose_stays_however_much_it_is_and_leaves_the_others_their_room(db: Database, make: Any) -> None:
    writer = Writer(db, Limits(visits=3, rows=6))
    for number in range(9):
        writer.keep([make.page(f"p{number}", f"v{number}", started=make.time + number), make.request("r1", f"p{number}")])
        if number < 6:
            writer.mark_chosen(f"v{number}")
    assert left(db) == {f"v{number}" for number in range(9)}


def test_with_room_enough_the_visits_are_not_counted_at_every_commit(db: Database, make: Any) -> None:
    writer = Writer(db, Limits(visits=1000, rows=10_000))
    asked: list[str] = []
    with db.tracer(lambda sql, _values: asked.append(sql)):
        for number in range(41):
            writer.keep([make.page(f"p{number}", f"v{number}"), *(make.request(f"r{n}", f"p{number}") for n in range(3))])
    counted = sum("count(*)" in sql for sql in asked)
    assert counted == 1 + 4  # once at first, then after every ten visits


def test_a_file_has_room_for_more_than_the_memory() -> None:
    assert (IN_FILE.visits, IN_FILE.rows) > (Limits().visits, Limits().rows)
    assert IN_FILE.rows > 1_000_000


def test_nothing_is_deleted_where_a_part_of_it_fails(db: Database, writer: Writer, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.keep(list(three(make)))
    monkeypatch.setattr(removing, "remove_visits", lambda db, _visits: (db.execute("DELETE FROM visits"), 1 / 0))
    with pytest.raises(ZeroDivisionError):
        writer.forget_between(0, NOW)
    assert left(db) == {"v0", "v1", "v2"}
    monkeypatch.undo()
    writer.keep(list(three(make)))
    assert left(db) == {"v0", "v1", "v2"}


@pytest.mark.parametrize(
    ("fates", "companies"),
    [
        pytest.param([Fate.ATTEMPTED], 0, id="tried"),
        pytest.param([Fate.STOPPED_BY_US], 0, id="stopped"),
        pytest.param([Fate.SENT], 1, id="sent"),
        pytest.param([Fate.ATTEMPTED, Fate.ANSWERED], 1, id="tried, then answered"),
        pytest.param([Fate.ANSWERED, Fate.STOPPED_BY_US], 1, id="what went out went out"),
    ],
)
def test_a_company_counts_once_something_was_seen_to_go_out_to_it(
    db: Database, writer: Writer, make: Any, fates: list[Fate], companies: int
) -> None:
    writer.keep([make.page(), make.request(fate=fates[0]), make.request("r2", fate=fates[0]), *map(make.fate, fates[1:])])
    (row,) = listing.visits(db, VisitQuery(), None, 9)
    assert row.companies == companies


def test_of_some_visits_that_are_deleted_together_nothing_comes_back(db: Database, writer: Writer, make: Any) -> None:
    writer.keep([make.page(f"p{n}", f"v{n}", f"site{n}.example") for n in range(4)])
    assert writer.forget_visits(["v1", "v3", "gone"])
    assert left(db) == {"v0", "v2"}
    assert {name for (name,) in db.execute("SELECT name FROM sites")} == {"site0.example", "site2.example"}
    writer.keep([make.page("late", "v1"), make.page("late2", "gone"), make.page("new", "v5")])
    assert left(db) == {"v0", "v2", "v5"}
