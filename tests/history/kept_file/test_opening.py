"""A kept history that is in order is opened as it is, and for this person alone."""

import stat
from pathlib import Path

import pytest
from tests.history.kept_file.states import KEY, PAGE, SITES, names, opened, sites, zeroed_header

from netcurtain.history import kept_file
from netcurtain.history.checking import Care, Look, look
from netcurtain.history.database import transaction
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder


def test_the_first_time_a_history_is_begun_without_a_word(folder: KeptFolder) -> None:
    assert sites(folder) == set()
    assert {file.name for file in folder.ours()} == {"key", "history.db", "ballast"}


def test_what_was_kept_is_there_the_next_time(kept: KeptFolder) -> None:
    assert sites(kept) == SITES


def test_every_file_is_for_this_person_alone_also_while_it_is_open(kept: KeptFolder) -> None:
    with opened(kept) as found, transaction(found.db):
        found.db.execute("INSERT INTO sites (name) VALUES ('one more')")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in kept.ours() if file != kept.key}
    assert modes == dict.fromkeys(("history.db", "history.db-wal", "history.db-shm", "ballast"), 0o600)


def test_nothing_on_disk_can_be_read_without_the_key(crashed: KeptFolder) -> None:
    whole = b"".join(file.read_bytes() for file in crashed.ours())
    assert not [word for word in (b"example", b"sites", b"CREATE", b"SQLite", b"visits") if word in whole]


def test_after_a_crash_all_that_was_committed_is_there(crashed: KeptFolder) -> None:
    assert sites(crashed) == SITES | {"first", "second", "third"}
    assert not crashed.damaged()


def test_a_transaction_that_a_crash_cut_off_is_no_damage(crashed: KeptFolder) -> None:
    whole = crashed.wal.read_bytes()
    crashed.wal.write_bytes(whole[:-PAGE])
    with opened(crashed) as found:
        assert found.sentence == ""
        assert names(found.db) == SITES | {"first", "second"}
    assert not crashed.damaged()


def test_a_big_one_that_was_closed_in_good_order_is_read_by_its_pages_alone(kept: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    cares = []

    def watched(path: Path, key: bytes, care: Care, patience: float, *, alone: bool) -> Look:
        cares.append(care)
        return look(path, key, care, patience, alone=alone)

    monkeypatch.setattr(kept_file, "look", watched)
    assert sites(kept) == SITES
    monkeypatch.setattr(kept_file, "SMALL_BYTES", 1)
    assert sites(kept) == SITES
    kept.wal.touch()
    assert sites(kept) == SITES
    assert cares == [Care.QUICK, Care.PAGES, Care.QUICK]


def test_no_trace_of_sqlcipher_on_stderr(kept: KeptFolder, capfd: pytest.CaptureFixture[str]) -> None:
    zeroed_header(kept)
    with opened(kept):
        pass
    assert capfd.readouterr() == ("", "")


def test_a_bug_of_ours_is_not_told_as_trouble_of_the_disk(kept: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise sqlite3.ProgrammingError

    monkeypatch.setattr(kept_file, "look", break_down)
    with pytest.raises(sqlite3.ProgrammingError):
        KeptFile(kept.path).open(KEY)


def test_what_only_seems_damaged_as_another_process_writes_it_is_looked_at_again(kept: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def just_being_written(path: Path, key: bytes, care: Care, patience: float, *, alone: bool = False) -> Look:
        return Look.UNREADABLE if alone else look(path, key, care, patience)

    monkeypatch.setattr(kept_file, "look", just_being_written)
    assert sites(kept) == SITES
    assert not kept.damaged()
