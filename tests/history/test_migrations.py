import re

import pytest
from sqlite_utils import Database

from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.history.database import in_memory, ready
from netcurtain.history.migrations import FATES, LEVELS, SENT, migrations

COLUMNS = {
    "sites": {"id", "name"},
    "hosts": {"id", "name"},
    "organisations": {"id", "name"},
    "filters": {"id", "line", "list"},
    "visits": {"id", "name", "site", "started", "rows"},
    "pages": {"id", "name", "visit", "url", "title", "started"},
    "requests": {"page", "name", "host", "organisation", "filter", "fate", "time"},
    "findings": {"page", "time", "organisation", "host", "filter", "went_out", "sentence"},
    "forms": {"page", "name", "level"},
    "submissions": {"name", "page", "time"},
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


def test_every_fate_and_level_has_its_place() -> None:
    assert set(FATES) == set(Fate)
    assert set(LEVELS) == set(FormLevel)
    assert [fate.went_out for fate in FATES] == [place >= SENT for place in range(len(FATES))]


def test_what_belongs_to_a_visit_goes_with_it_and_deleted_bytes_are_overwritten(db: Database) -> None:
    children = [table for table in COLUMNS if re.search("ON DELETE CASCADE", db.table(table).schema)]
    assert children == ["pages", "requests", "findings", "forms", "submissions"]
    assert [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "secure_delete")] == [1, 1]
