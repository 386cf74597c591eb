"""*Keep*: one visit from memory into the file."""

from dataclasses import replace
from typing import Any

import pytest
from tests.history.records import CHECKED_WITH

from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.history import listing, stories
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.evidence import evidence
from netcurtain.history.rows import VisitQuery
from netcurtain.history.seen import seen
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Limits, Writer


@pytest.fixture
def memory() -> Database:
    return ready(in_memory)


@pytest.fixture
def file() -> Database:
    return ready(in_memory)


def full(make: Any, visit: str = "v1", at: int = 1) -> list[Record]:
    """A visit with one of everything, on two pages."""
    one, two = f"p{at}", f"p{at + 1}"
    return [
        make.page(one, visit, circumstances=CHECKED_WITH, from_start=False),
        make.clock(1500.0, page=one),
        make.consent(page=one, after=15),
        make.page(two, visit, started=make.time + 60_000, title="Sent"),
        make.request("r1", one, after=10, fate=Fate.SENT),
        make.request("r2", one, after=20, organisation="Google", host="www.google.example"),
        make.finding(page=one, after=10),
        make.finding(Fate.ATTEMPTED, two, after=60_500, whats=(What.BUTTON_TEXT,)),
        make.form(page=one),
        make.submission(f"s{at}", one, after=30),
    ]


def test_the_copy_tells_the_same_story_and_is_chosen(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep([*full(make), *full(make, "v2", 5)])
    writer = Writer(file, Limits())
    writer.keep([make.page("p9", "v9", "library.example"), make.request("r1", "p9", organisation="Hotjar", host="h.example")])
    assert writer.copy_visit(memory, "v1") is True
    before, after = stories.story(memory, "v1"), stories.story(file, "v1")
    assert before is not None
    assert after is not None
    assert after.row == replace(before.row, chosen=True)
    assert (after.lines, after.requests, after.lists, after.not_seen) == (before.lines, before.requests, before.lists, before.not_seen)
    assert evidence([file], "police.example", ["v1"], 0.0) == evidence([memory], "police.example", ["v1"], 0.0)
    assert {row.visit for row in listing.visits(file, VisitQuery(), None, 9)} == {"v1", "v9"}
    assert file.execute("SELECT rows, last FROM visits WHERE name = 'v1'").fetchall() == [
        memory.execute("SELECT rows, last FROM visits WHERE name = 'v1'").fetchone()
    ]


def test_the_copy_knows_which_kinds_of_things_were_told(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep(full(make))
    Writer(file, Limits()).copy_visit(memory, "v1")
    before, after = seen(memory, "v1"), seen(file, "v1")
    assert before is not None
    assert after is not None
    assert before.companies == after.companies
    assert all(company.known for company in after.companies.values())


def test_what_the_visit_still_does_goes_on_in_the_copy(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep(full(make))
    writer = Writer(file, Limits())
    writer.copy_visit(memory, "v1")
    writer.keep([make.request("r1", "p1", after=10), make.fate(Fate.ANSWERED, "r2", "p1"), make.submission("s1", "p1", after=99)])
    writer.keep([make.finding(page="p2", after=60_500, whats=(What.BUTTON_TEXT,)), make.page("p3"), make.request("r3", "p3")])
    story = stories.story(file, "v1")
    assert story is not None
    assert [row.fate for row in story.requests] == [Fate.ATTEMPTED, Fate.SENT, Fate.ANSWERED]
    assert story.row.companies == 2
    assert "This page tried to tell Meta (Facebook) button_text." not in [line.what for line in story.lines]
    assert file.execute("SELECT count(*) FROM submissions").fetchone() == (1,)


def test_a_second_copy_adds_what_is_new_and_loses_nothing(memory: Database, file: Database, make: Any) -> None:
    here = Writer(memory, Limits())
    here.keep(full(make))
    writer = Writer(file, Limits())
    writer.copy_visit(memory, "v1")
    writer.keep([make.fate(Fate.ANSWERED, "r1", "p1"), make.request("r7", "p2", after=61_000)])
    here.keep(
        [
            make.clock(700.0, "clock.example", "p2"),
            make.fate(Fate.SENT, "r2", "p1"),
            make.request("r8", "p2", after=62_000),
            make.form(FormLevel.POSSIBLY, "p2"),
        ]
    )
    writer.copy_visit(memory, "v1")
    story = stories.story(file, "v1")
    assert story is not None
    assert [row.fate for row in story.requests] == [Fate.ANSWERED, Fate.SENT, Fate.ATTEMPTED, Fate.ATTEMPTED]
    assert story.row.companies == 2
    assert file.execute("SELECT rows FROM visits").fetchone() == (12,)
    assert file.execute("SELECT server, ahead FROM pages ORDER BY id").fetchall() == [(None, 1500), ("clock.example", 700)]


def test_a_visit_that_goes_on_in_the_file_is_chosen_there_by_its_copy(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep([make.page(), make.form(), make.request(after=5000)])
    writer = Writer(file, Limits())
    writer.keep([make.page(), make.form(FormLevel.POSSIBLY), make.request("r2", after=10), make.page("p2", started=make.time + 2000)])
    assert [row.chosen for row in listing.visits(file, VisitQuery(), None, 9)] == [False]
    writer.copy_visit(memory, "v1")
    assert [(row.chosen, row.sensitive) for row in listing.visits(file, VisitQuery(), None, 9)] == [(True, True)]
    assert file.execute("SELECT last FROM visits").fetchall() == [(make.time + 5000,)]


def test_a_visit_that_is_not_there_is_not_copied(memory: Database, file: Database) -> None:
    assert Writer(file, Limits()).copy_visit(memory, "v1") is False
    assert listing.visits(file, VisitQuery(), None, 9) == ()


def test_a_copy_stays_when_room_is_made_and_when_its_time_has_come(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep(full(make))
    writer = Writer(file, Limits(visits=4))
    writer.copy_visit(memory, "v1")
    for number in range(5, 12):
        writer.keep([make.page(f"p{number}", f"v{number}", started=make.time + number)])
    writer.expire(make.time + 9_999_999)
    assert {row.visit for row in listing.visits(file, VisitQuery(), None, 9)} == {"v1"}


def test_a_copy_that_fails_half_way_is_not_there_at_all(memory: Database, file: Database, make: Any) -> None:
    Writer(memory, Limits()).keep(full(make))
    room = file.execute("PRAGMA page_count").fetchone()[0]
    file.execute(f"PRAGMA max_page_count = {room}")
    long = "x" * 2000
    Writer(memory, Limits()).keep([make.page(f"long{n}", title=long + str(n)) for n in range(9)])
    with pytest.raises(StoreError):
        Writer(file, Limits()).copy_visit(memory, "v1")
    assert listing.visits(file, VisitQuery(), None, 9) == ()
    assert file.execute("SELECT count(*) FROM hosts").fetchone() == (0,)
