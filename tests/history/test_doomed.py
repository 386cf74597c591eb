"""Which visits a deletion means, and what is searched for afterwards; the deletions themselves are tried in test_store_deletes.py."""

from collections.abc import Iterator
from typing import Any

import pytest

from netcurtain.core.evidence import Circumstances
from netcurtain.history import doomed
from netcurtain.history.database import in_memory, ready
from netcurtain.history.doomed import Doomed, TheSite, TheTime, TheVisit, TheVisits
from netcurtain.history.driver import Database
from netcurtain.history.writing import Limits, Writer

NOON = 1_795_521_600_000.0
HOUR = 3_600_000.0


@pytest.fixture
def db(make: Any) -> Iterator[Database]:
    """Two visits to one site, an hour apart, and an earlier one to another that had a page in between."""
    db = ready(in_memory)
    Writer(db, Limits()).keep(
        [
            make.page("p1", "visit-1", "police.example"),
            make.page("p2", "visit-2", "police.example", started=NOON + HOUR),
            make.page("p3", "visit-3", "library.example", started=NOON - HOUR),
            make.page("p4", "visit-3", "library.example", started=NOON + HOUR / 2),
        ]
    )
    yield db
    db.close()


MEANT: list[tuple[Doomed, set[str]]] = [
    (TheVisit("visit-2"), {"visit-2"}),
    (TheVisit("visit-9"), set()),
    (TheVisits(("visit-1", "visit-3", "visit-9")), {"visit-1", "visit-3"}),
    (TheSite("police.example"), {"visit-1", "visit-2"}),
    (TheSite("example"), set()),
    (TheTime(NOON, NOON + HOUR), {"visit-1", "visit-3"}),
    (TheTime(NOON + HOUR, NOON + 2 * HOUR), {"visit-2"}),
    (TheTime(NOON - 3 * HOUR, NOON - 2 * HOUR), set()),
]


@pytest.mark.parametrize(("what", "visits"), MEANT, ids=[str(what) for what, _ in MEANT])
def test_the_visits_that_are_meant_are_those_that_are_deleted(db: Database, what: Doomed, visits: set[str]) -> None:
    everything = {name for (name,) in db.execute("SELECT name FROM visits").fetchall()}
    assert set(what.visits(db)) == visits
    assert what.delete(Writer(db, Limits()))
    assert {name for (name,) in db.execute("SELECT name FROM visits").fetchall()} == everything - visits


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        (TheVisit("v1"), True),
        (TheVisit("v2"), False),
        (TheVisits(("v2", "v1")), True),
        (TheVisits(("v2",)), False),
        (TheSite("police.example"), True),
        (TheSite("library.example"), False),
        (TheTime(NOON, NOON + 1), True),
        (TheTime(NOON - 1, NOON), False),
    ],
    ids=str,
)
def test_a_page_that_waits_is_meant_too(make: Any, what: Doomed, meant: bool) -> None:
    assert what.waits(make.page()) is meant


def test_what_is_searched_for_tells_of_the_visit_and_of_nothing_that_is_left(db: Database) -> None:
    needles = doomed.needles_of(db, ["visit-1"])
    assert needles == ("visit-1", "police.example", "https://www.police.example/report?step", "Report a crime")
    TheVisit("visit-1").delete(Writer(db, Limits()))
    assert doomed.not_elsewhere(db, needles) == ("visit-1",)
    TheSite("police.example").delete(Writer(db, Limits()))
    assert doomed.not_elsewhere(db, needles) == ("visit-1", "police.example", "https://www.police.example/report?step")


def test_of_many_visits_some_are_searched_for_and_of_long_words_the_end(db: Database, make: Any) -> None:
    pages = [make.page(f"q{n}", f"marked-{n}", f"{'long-' * 20}{n}.example") for n in range(100)]
    Writer(db, Limits()).keep(pages)
    needles = doomed.needles_of(db, [page.visit for page in pages])
    assert len(needles) <= doomed.MOST_NEEDLES
    assert {"marked-0", "marked-68"} <= set(needles)
    assert max(len(needle) for needle in needles) == doomed.LONGEST_NEEDLE


def test_words_that_are_too_short_to_tell_anything_are_not_searched_for(db: Database, make: Any) -> None:
    Writer(db, Limits()).keep([make.page("q1", "v", "a.b", title="Home", url="x")])
    assert doomed.needles_of(db, ["v"]) == ()


def test_whose_clock_was_looked_at_tells_of_the_visit_too(db: Database, make: Any) -> None:
    Writer(db, Limits()).keep([make.clock(host="clock-one.example"), make.clock(host="clock-two.example", page="p2")])
    assert "clock-one.example" in doomed.needles_of(db, ["visit-1"])
    assert doomed.not_elsewhere(db, ["clock-one.example", "clock-three.example"]) == ("clock-three.example",)


def test_words_of_what_pages_were_checked_with_are_not_left_of_a_deletion(db: Database, make: Any) -> None:
    Writer(db, Limits()).keep([make.page("q1", "v", "a.b", circumstances=Circumstances(("A list of the library",)))])
    assert doomed.not_elsewhere(db, ["A list of the library", "A list of nobody"]) == ("A list of nobody",)
