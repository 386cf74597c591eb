"""What a long history costs, in bytes and in steps of the database; no clock has a part in it. ``make bench-history`` has real sizes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from tests.benchmarks.long_history import LongHistory

from netcurtain.history import listing, stories
from netcurtain.history.database import in_memory, ready, wipe
from netcurtain.history.doomed import TheSite, TheVisit, needles_of
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.rows import VisitQuery
from netcurtain.history.writing import IN_FILE, Writer

BYTES_A_REQUEST = 80
REQUESTS = 3000
FEW, TEN_TIMES = 130, 1300
"""Visits: more than a list of 100 has."""
LIST = 100
SITES_OF_ONE_VISIT = "SELECT s.name FROM sites s JOIN visits v ON v.site = s.id GROUP BY s.name HAVING count(*) = 1 ORDER BY min(v.id)"
MOST = 1.2
"""A tree of ten times as many rows may be a little deeper."""


def test_three_thousand_further_requests_with_all_that_goes_with_them_take_less_than_80_bytes_each(tmp_path: Path) -> None:
    """Pages, visits, forms and findings are counted in, and what is encrypted. The first ones pay for the empty tables and common names."""
    folder = KeptFolder(tmp_path / "history")
    folder.ready()
    folder.key.write_bytes(b"a key")
    sizes = []
    with closing(KeptFile(folder.path).open(bytes(32)).db) as db:
        writer = Writer(db, IN_FILE)
        visits = list(LongHistory().visits(2 * REQUESTS))
        for some in (visits[: len(visits) // 2], visits[len(visits) // 2 :]):
            writer.keep([record for visit in some for record in visit])
            assert wipe(db)
            sizes.append(folder.database.stat().st_size)
        assert db.execute("SELECT count(*) FROM requests").fetchone() == (2 * REQUESTS,)
    assert sizes[1] - sizes[0] < BYTES_A_REQUEST * REQUESTS


def steps(db: Database, work: Callable[[], object]) -> int:
    """How many steps the database takes for something."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    db.conn.set_progress_handler(step, 1)
    work()
    db.conn.set_progress_handler(None, 1)
    return taken


@pytest.fixture
def histories() -> Iterator[tuple[Database, Database]]:
    """A history, and the same one ten times as long."""
    made = []
    for visits in (FEW, TEN_TIMES):
        made.append(ready(in_memory))
        history = LongHistory(requests_of_a_page=2)
        Writer(made[-1], IN_FILE).keep([record for visit in history.visits(visits * 6) for record in visit])
    few, many = made
    yield few, many
    for db in made:
        db.close()


def test_the_list_of_the_last_hundred_visits_and_one_of_them_take_no_more_steps_in_one_ten_times_as_long(
    histories: tuple[Database, Database],
) -> None:
    few, _ = histories
    assert [len(listing.visits(db, VisitQuery(), None, LIST)) for db in histories] == [LIST, LIST]
    in_few, in_many = (steps(db, partial(listing.visits, db, VisitQuery(), None, LIST)) for db in histories)
    assert in_many < MOST * in_few
    for row in listing.visits(few, VisitQuery(), None, LIST)[:: LIST // 10]:
        in_few, in_many = (steps(db, partial(stories.story, db, row.visit)) for db in histories)
        assert in_many < MOST * in_few


def deleted(db: Database, what: TheSite | TheVisit) -> None:
    needles_of(db, what.visits(db))
    what.delete(Writer(db, IN_FILE))


def test_nor_does_a_deletion_with_the_choice_of_the_words_to_search_for(histories: tuple[Database, Database]) -> None:
    few, many = histories
    only_once = {name for (name,) in many.execute(SITES_OF_ONE_VISIT).fetchall()}
    sites = [name for (name,) in few.execute(SITES_OF_ONE_VISIT).fetchall() if name in only_once]
    visit = listing.visits(few, VisitQuery(), None, LIST)[50]
    for what in (TheSite(sites[0]), TheSite(sites[1]), TheVisit(visit.visit)):
        assert len(what.visits(few)) == len(what.visits(many)) == 1
        in_few, in_many = (steps(db, partial(deleted, db, what)) for db in histories)
        assert what.visits(few) == what.visits(many) == []
        assert in_many < MOST * in_few
