import stat
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history import wording
from netcurtain.history.database import encrypted, folder_of, ready, rebuild, wipe
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.traces import _pages
from netcurtain.history.trouble import StoreError

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a name that would mean something in an address."""
    path = tmp_path / "odd ?mode=memory #name %41.db"
    path.touch(0o600)
    return path


def test_an_encrypted_file_opens_with_its_key_alone(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))) as db, db.conn:
        db.execute("INSERT INTO sites (name) VALUES ('police.example')")
    with closing(encrypted(path, KEY)) as db:
        assert db.execute("SELECT name FROM sites").fetchall() == [("police.example",)]
    with closing(encrypted(path, bytes(32))) as db, pytest.raises(sqlite3.DatabaseError, match="not a database"):
        db.execute("SELECT name FROM sites")
    assert b"police" not in path.read_bytes()
    assert list(path.parent.iterdir()) == [path]


def test_its_log_is_for_its_owner_alone_too(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))):
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert len(list(path.parent.iterdir())) == 3
    assert modes == {0o600}


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), closing(encrypted(tmp_path / "history.db", KEY)) as db:
        db.execute("SELECT 1 FROM sqlite_master")
    assert not list(tmp_path.iterdir())


def test_it_is_written_as_a_power_cut_and_a_deletion_need_it(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))) as db:
        settings = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "secure_delete", "temp_store")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}


def test_read_only_means_that_nothing_can_be_written(path: Path) -> None:
    ready(lambda: encrypted(path, KEY)).close()
    with closing(encrypted(path, KEY, read_only=True)) as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("INSERT INTO sites (name) VALUES ('police.example')")


def test_alone_it_is_read_as_if_there_were_no_log(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))) as db:
        with db.conn:
            db.execute("INSERT INTO sites (name) VALUES ('written back')")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with db.conn:
            db.execute("INSERT INTO sites (name) VALUES ('in the log')")
        found = {}
        for alone in (False, True):
            with closing(encrypted(path, KEY, read_only=True, alone=alone)) as reader:
                found[alone] = {name for (name,) in reader.execute("SELECT name FROM sites").fetchall()}
    assert found == {False: {"written back", "in the log"}, True: {"written back"}}


def test_it_tells_where_its_file_lies(path: Path) -> None:
    with closing(encrypted(path, KEY)) as db:
        assert folder_of(db) == path.parent


def test_where_the_log_cannot_be_written_back_it_says_so_in_a_sentence(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        with db.conn:
            db.execute("INSERT INTO sites (name) VALUES ('police.example')")
        db.execute("BEGIN")
        db.execute("SELECT * FROM sites").fetchall()
        with pytest.raises(StoreError) as told:
            wipe(db)
    assert str(told.value) == wording.IN_USE


def test_what_sqlite_left_in_free_room_is_gone_once_the_file_is_laid_out_anew(path: Path) -> None:
    with closing(ready(lambda: encrypted(path, KEY))) as db:
        db.execute("PRAGMA secure_delete = OFF")
        with db.conn:
            db["sites"].insert_all([{"name": "police.example"}, {"name": "library.example"}])  # type: ignore[union-attr]
        with db.conn:
            db.execute("DELETE FROM sites WHERE name = 'police.example'")
        assert wipe(db)
        assert any(b"police.example" in page.content for page in _pages(path, KEY))
        assert rebuild(db)
        assert not any(b"police.example" in page.content for page in _pages(path, KEY))
        assert db.execute("SELECT name FROM sites").fetchall() == [("library.example",)]
