import re
from typing import Any
from uuid import UUID

import pytest

from netcurtain.core.finding import IdentityKind, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database, dbapi2
from netcurtain.history.migrations import FATES, KINDS, LEVELS, SENT, SENTINEL, migrations
from netcurtain.history.writing import Limits, Writer

COLUMNS = {
    "sites": {"id", "name"},
    "hosts": {"id", "name"},
    "organisations": {"id", "name", "visits"},
    "filters": {"id", "line", "list"},
    "trackers": {"id", "host", "organisation", "filter"},
    "sentences": {"id", "text", "uses"},
    "circumstances": {"id", "text", "uses"},
    "visits": {"id", "name", "site", "started", "last", "rows", "chosen", "companies", "sensitive"},
    "contacts": {"visit", "tracker", "went_out"},
    "pages": {"id", "name", "visit", "url", "title", "started", "circumstances", "from_start", "server", "ahead"},
    "requests": {"page", "name", "tracker", "fate", "after_page"},
    "findings": {"page", "after_page", "tracker", "sentence", "went_out", "kinds"},
    "forms": {"page", "name", "level"},
    "consents": {"page", "after_page", "consent"},
    "submissions": {"name", "page", "time"},
    "gaps": {"since", "until"},
    "sentinel": {"id", "word"},
}


@pytest.fixture
def db() -> Database:
    return ready(in_memory)


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_room_for_these_and_nothing_else(db: Database, table: str) -> None:
    assert set(db.table(table).columns_dict) == COLUMNS[table]


def test_there_is_no_other_table(db: Database) -> None:
    assert set(db.table_names()) - {migrations.migrations_table} == set(COLUMNS)


def test_applying_them_again_changes_nothing(db: Database) -> None:
    schema = db.schema
    migrations.apply(db)
    assert db.schema == schema
    assert migrations.pending(db) == []


def test_the_sentinel_is_there_from_the_first_moment_and_there_is_only_one(db: Database) -> None:
    assert db.execute("SELECT word FROM sentinel").fetchall() == [(SENTINEL,)]
    with pytest.raises(dbapi2.IntegrityError):
        db.execute("INSERT INTO sentinel (id, word) VALUES (2, 'other')")


def test_every_fate_and_level_has_its_place() -> None:
    assert set(FATES) == set(Fate)
    assert set(LEVELS) == set(FormLevel)
    assert [fate.went_out for fate in FATES] == [place >= SENT for place in range(len(FATES))]


def test_what_belongs_to_a_visit_goes_with_it_and_deleted_bytes_are_overwritten(db: Database) -> None:
    children = [table for table in COLUMNS if re.search("ON DELETE CASCADE", db.table(table).schema)]
    assert children == ["contacts", "pages", "requests", "findings", "forms", "consents", "submissions"]
    assert [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "secure_delete")] == [1, 1]


def test_a_request_takes_little_room(db: Database, make: Any) -> None:
    """``make bench-history`` has the size of whole histories."""
    writer = Writer(db, Limits())
    writer.keep([make.page(f"p{page}", f"v{page}") for page in range(100)])
    before = db.execute("PRAGMA page_count").fetchone()[0]
    writer.keep([make.request(str(UUID(int=n)), f"p{page}", after=n + 0.25) for page in range(100) for n in range(40)])
    grown = db.execute("PRAGMA page_count").fetchone()[0] - before
    assert grown * 4096 / 4000 < 40


def test_every_kind_of_fact_has_a_bit_of_its_own() -> None:
    assert sorted(KINDS) == sorted([*What, *IdentityKind])
