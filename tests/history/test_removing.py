"""Nothing that only a deleted visit used is left, whatever happened before; and a deletion looks at nothing else than what it deletes."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from tests.history.records import CHECKED_WITH

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances
from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.history import listing, stories
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.rows import VisitQuery
from netcurtain.history.writing import Limits, Writer

BROKEN = {
    "a site that no visit has": "SELECT * FROM sites WHERE id NOT IN (SELECT site FROM visits)",
    "a tracker that no visit met": "SELECT * FROM trackers WHERE id NOT IN (SELECT tracker FROM contacts)",
    "a host": "SELECT * FROM hosts WHERE id NOT IN (SELECT host FROM trackers)",
    "an organisation": "SELECT * FROM organisations WHERE id NOT IN (SELECT organisation FROM trackers)",
    "a filter": "SELECT * FROM filters WHERE id NOT IN (SELECT filter FROM trackers)",
    "a sentence that nobody says": "SELECT * FROM sentences WHERE id NOT IN (SELECT sentence FROM findings)",
    "a sentence counted wrong": "SELECT * FROM sentences WHERE uses <> (SELECT count(*) FROM findings WHERE sentence = sentences.id)",
    "a contact that its visit did not have": """SELECT visit, tracker FROM contacts EXCEPT SELECT * FROM (
        SELECT p.visit, r.tracker FROM pages p JOIN requests r ON r.page = p.id
        UNION SELECT p.visit, f.tracker FROM pages p JOIN findings f ON f.page = p.id)""",
    "a request that is no contact of its visit": """SELECT p.visit, r.tracker FROM pages p JOIN requests r ON r.page = p.id
        EXCEPT SELECT visit, tracker FROM contacts""",
    "a finding that is no contact of its visit": """SELECT p.visit, f.tracker FROM pages p JOIN findings f ON f.page = p.id
        EXCEPT SELECT visit, tracker FROM contacts""",
    "a contact that went out, or did not": """SELECT * FROM contacts c WHERE went_out <> EXISTS (
        SELECT 1 FROM pages p JOIN requests r ON r.page = p.id WHERE p.visit = c.visit AND r.tracker = c.tracker AND r.fate >= 3)""",
    "rows counted wrong": """SELECT id, rows FROM visits EXCEPT SELECT id, (
        SELECT count(*) FROM pages p WHERE visit = v.id) + (
        SELECT count(*) FROM pages p JOIN requests r ON r.page = p.id WHERE visit = v.id) + (
        SELECT count(*) FROM pages p JOIN findings f ON f.page = p.id WHERE visit = v.id) + (
        SELECT count(*) FROM pages p JOIN forms f ON f.page = p.id WHERE visit = v.id) + (
        SELECT count(*) FROM pages p JOIN consents c ON c.page = p.id WHERE visit = v.id) + (
        SELECT count(*) FROM pages p JOIN submissions s ON s.page = p.id WHERE visit = v.id) FROM visits v""",
    "circumstances that no page had": "SELECT * FROM circumstances WHERE id NOT IN (SELECT circumstances FROM pages)",
    "circumstances counted wrong": """SELECT * FROM circumstances c WHERE uses <> (
        SELECT count(*) FROM pages p WHERE p.circumstances = c.id)""",
    "circumstances that are lost": "SELECT * FROM pages WHERE circumstances AND circumstances NOT IN (SELECT id FROM circumstances)",
    "companies of a visit counted wrong": """SELECT * FROM visits v WHERE companies <> (
        SELECT count(DISTINCT t.organisation) FROM contacts c JOIN trackers t ON t.id = c.tracker WHERE c.visit = v.id AND c.went_out)""",
    "visits of a company counted wrong": """SELECT * FROM organisations o WHERE visits <> (
        SELECT count(DISTINCT c.visit) FROM contacts c JOIN trackers t ON t.id = c.tracker WHERE t.organisation = o.id)""",
    "a visit that was sensitive, or not": """SELECT * FROM visits v WHERE sensitive <> EXISTS (
        SELECT 1 FROM pages p JOIN forms f ON f.page = p.id WHERE p.visit = v.id AND f.level = 2)""",
    "a reference to nothing": "PRAGMA foreign_key_check",
}


def broken(db: Database) -> dict[str, list[Any]]:
    found = {name: db.execute(question).fetchall() for name, question in BROKEN.items()}
    return {name: rows for name, rows in found.items() if rows}


def something(make: Any, random: Random) -> Record:
    page = f"p{random.randrange(12)}"
    request = random.randrange(5)
    words = {"host": f"h{request}.example", "organisation": f"Company {request // 2}", "filter": f"||h{request}.example^"}
    after, fate, what = random.randrange(3), random.choice(list(Fate)), random.choice((What.PAGE_ADDRESS, What.BUTTON_TEXT))
    choices: tuple[Callable[[], Record], ...] = (
        lambda: make.page(
            page,
            f"v{int(page[1:]) // 3}",
            f"site{int(page[1:]) // 6}.example",
            started=make.time + int(page[1:]),
            circumstances=Circumstances(app=str(request // 2)) if request else Circumstances(),
        ),
        lambda: make.request(f"r{request}", page, after=after, fate=fate, **words),
        lambda: make.fate(fate, f"r{request}", page),
        lambda: make.finding(fate, page, after, (what,)),
        lambda: make.form(random.choice(list(FormLevel)), page),
        lambda: make.submission(f"s{random.randrange(6)}", page),
        lambda: make.consent(random.choice(list(Consent)), page, after),
        lambda: make.clock(after, page=page),
    )
    return random.choices(choices, (4, 5, 3, 5, 1, 1, 2, 1))[0]()


def forget(writer: Writer, make: Any, random: Random) -> None:
    number = random.randrange(4)
    match random.randrange(6):
        case 0:
            writer.forget_left([f"v{number}", f"v{(number + 1) % 4}"])
        case 1:
            writer.forget_site(f"site{number % 2}.example")
        case 2:
            writer.forget_between(make.time + number * 3, make.time + number * 3 + 1)
        case 3:
            writer.expire(make.time + number)
        case 4:
            writer.forget_visit(f"v{number}")
        case _:
            writer.mark_chosen(f"v{number}")


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_kept_and_forgotten_nothing_is_left_over_and_every_count_is_right(make: Any, seed: int) -> None:
    random = Random(seed)
    memory, file = ready(in_memory), ready(in_memory)
    writers = [Writer(memory, Limits(visits=3, rows=60, rows_a_visit=20)), Writer(file, Limits(visits=3, rows=90, rows_a_visit=30))]
    for _ in range(6):
        for writer in writers:
            writer.keep([something(make, random) for _ in range(25)])
        writers[1].copy_visit(memory, f"v{random.randrange(4)}")
        assert (broken(memory), broken(file)) == ({}, {})
        forget(random.choice(writers), make, random)
        assert (broken(memory), broken(file)) == ({}, {})


@pytest.mark.parametrize("way", ["visit", "left", "site", "between", "expire"])
def test_after_the_last_visit_is_gone_every_table_is_empty(make: Any, way: str) -> None:
    db = ready(in_memory)
    writer = Writer(db, Limits())
    writer.keep([make.page(), make.request(), make.finding(), make.finding(Fate.ATTEMPTED, after=5), make.form(), make.submission()])
    writer.keep([make.page("p2", circumstances=CHECKED_WITH), make.consent(), make.clock()])
    full = {table for table in db.table_names() if db.table(table).count}
    ways: dict[str, Callable[[], bool]] = {
        "visit": lambda: writer.forget_visit("v1"),
        "left": lambda: writer.forget_left(["v1"]),
        "site": lambda: writer.forget_site("police.example"),
        "between": lambda: writer.forget_between(make.time, make.time + 1),
        "expire": lambda: writer.expire(make.time + 1),
    }
    assert ways[way]() is True
    assert len(full) == len(db.table_names()) - 1  # all but the gaps
    assert {table for table in db.table_names() if db.table(table).count} == {"_sqlite_migrations", "sentinel"}


def steps(db: Database, work: Callable[[], object]) -> int:
    """How many steps the database takes for something: no clock has a part in it."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    db.conn.set_progress_handler(step, 1)
    work()
    db.conn.set_progress_handler(None, 1)
    return taken


def long(make: Any, visits: int) -> Database:
    """As many visits to as many sites, each with ten requests to trackers that all have in common, and one of its own."""
    db = ready(in_memory)
    records: list[Record] = []
    for number in range(visits):
        page = f"p{number}"
        records.append(make.page(page, f"v{number}", f"site{number}.example", started=make.time + number))
        records += [make.request(f"r{n}", page, host=f"h{n}.example", organisation=f"Company {n}", fate=Fate.SENT) for n in range(10)]
        own = {"host": f"own{number}.example", "organisation": f"Own {number}", "filter": f"||own{number}.example^"}
        records += [make.request("own", page, **own), make.finding(page=page), make.submission(f"s{number}", page)]
    Writer(db, Limits()).keep(records)
    return db


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda db: Writer(db, Limits()).forget_visit("v5"), id="a visit is deleted"),
        pytest.param(lambda db: Writer(db, Limits()).forget_site("site5.example"), id="a site is deleted"),
        pytest.param(lambda db: Writer(db, Limits()).forget_left(["v5"]), id="a visit that was left"),
        pytest.param(lambda db: Writer(db, Limits()).expire(1_795_521_600_000.0 + 2), id="two visits expire"),
        pytest.param(lambda db: listing.visits(db, VisitQuery(), None, 10), id="the list of the newest"),
        pytest.param(lambda db: stories.story(db, "v5"), id="one visit, explained"),
    ],
)
def test_in_a_history_ten_times_as_long_it_takes_no_more_steps(make: Any, work: Callable[[Database], object]) -> None:
    few, many = long(make, 20), long(make, 200)
    assert steps(many, lambda: work(many)) < 1.2 * steps(few, lambda: work(few))
