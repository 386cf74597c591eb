"""Only what each degree of care adds; which damages are found is in kept_file/."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history.checking import Care, Look, look
from netcurtain.history.database import encrypted, ready
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "history.db"
    path.touch(0o600)
    ready(lambda: encrypted(path, KEY)).close()
    return path


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with closing(encrypted(path, KEY)) as opened:
        yield opened


def seen(path: Path, care: Care) -> Look:
    return look(path, KEY, care, patience=0.05)


@pytest.mark.parametrize("care", Care)
def test_one_that_is_in_order_is_readable_and_no_byte_of_it_changes(path: Path, care: Care) -> None:
    before = path.read_bytes()
    assert seen(path, care) is Look.READABLE
    assert path.read_bytes() == before


def test_a_log_is_not_written_back_by_looking(path: Path, db: Database) -> None:
    with db.conn:
        db.execute("INSERT INTO sites (name) VALUES ('police.example')")
    log = path.with_name("history.db-wal")
    before = path.read_bytes(), log.read_bytes()
    crashed = path.with_name("crashed.db")
    crashed.write_bytes(before[0])
    crashed.with_name("crashed.db-wal").write_bytes(before[1])
    assert seen(crashed, Care.FULL) is Look.READABLE
    assert (crashed.read_bytes(), crashed.with_name("crashed.db-wal").read_bytes()) == before


def index_by(path: Path, what: str) -> None:
    """Say that the index of texts is by something else, without a change to it."""
    with closing(encrypted(path, KEY)) as db, db.conn:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'texts_by_text'", (f"CREATE INDEX texts_by_text ON texts ({what})",))


def test_an_index_that_says_something_else_than_its_rows_is_found_by_full_care_alone(path: Path) -> None:
    with closing(encrypted(path, KEY)) as db, db.conn:
        db.execute("CREATE TABLE texts (text TEXT, other TEXT)")
        db.execute("CREATE INDEX texts_by_text ON texts (text)")
        db.execute("INSERT INTO texts VALUES ('one', 'another')")
    index_by(path, "other")
    assert {care: seen(path, care) for care in Care} == {
        Care.PAGES: Look.READABLE,
        Care.QUICK: Look.READABLE,
        Care.FULL: Look.UNREADABLE,
    }


@pytest.mark.parametrize("care", Care)
@pytest.mark.parametrize("damage", [bytes(4096), b"x"], ids=["zeros", "one letter"])
def test_damage_on_a_page_that_nothing_is_asked_of_is_found_with_any_care(path: Path, care: Care, damage: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(-8 * 4096, os.SEEK_END)
        file.write(damage)
    assert seen(path, care) is Look.UNREADABLE


def test_one_of_another_key_is_unreadable(path: Path) -> None:
    assert look(path, bytes(32), Care.PAGES, patience=0.05) is Look.UNREADABLE


def test_one_that_is_not_there_is_told_by_the_driver(path: Path) -> None:
    path.unlink()
    with pytest.raises(sqlite3.OperationalError):
        seen(path, Care.PAGES)
    assert not path.exists()
