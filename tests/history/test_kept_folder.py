import os
import shutil
import stat
from pathlib import Path

import pytest

from netcurtain.history import kept_folder
from netcurtain.history.kept_folder import KeptFolder, beside, new_file, write_whole


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    made = KeptFolder(tmp_path / "data" / "history")
    made.ready()
    return made


def test_the_folder_is_for_this_person_alone_also_if_it_was_there_before(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    KeptFolder(tmp_path).ready()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_every_file_that_it_names_is_ours(folder: KeptFolder) -> None:
    named = {folder.key, folder.new_key, folder.tries, folder.ballast, folder.database, folder.wal, folder.shm, folder.new_database}
    halves = {beside(folder.new_database, "-wal"), beside(folder.tries, ".new"), folder.path / "history-damaged-12.db-wal"}
    halves.add(folder.path / "history-damaged-3.db-torn")
    for file in named | halves | {folder.path / "notes.txt"}:
        file.touch()
    assert set(folder.ours()) == named | halves


def test_where_there_is_no_folder_nothing_is_ours(tmp_path: Path) -> None:
    assert KeptFolder(tmp_path / "not there").ours() == ()


def test_what_is_put_aside_keeps_its_content_and_its_log_goes_with_it(folder: KeptFolder) -> None:
    for file in (folder.database, folder.wal, folder.shm):
        file.write_text(file.name)
    aside = folder.put_aside()
    assert {file.name: file.read_text() for file in folder.ours()} == {
        "history-damaged-1.db": "history.db",
        "history-damaged-1.db-wal": "history.db-wal",
    }
    assert aside == folder.path / "history-damaged-1.db"


@pytest.mark.parametrize("before", ["history-damaged-7.db", "history-damaged-7.db-wal", "history-damaged-7.db-torn"])
def test_a_name_that_was_used_is_not_used_again(folder: KeptFolder, before: str) -> None:
    (folder.path / before).write_text("before")
    folder.database.write_text("now")
    assert folder.put_aside().name == "history-damaged-8.db"
    assert (folder.path / before).read_text() == "before"


def test_a_copy_that_does_not_fit_leaves_nothing_behind_and_the_original_as_it_was(
    folder: KeptFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder.database.write_text("database")
    folder.wal.write_text("log")
    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(OSError, match="No space"):
        folder.copy_aside(folder.database, folder.wal)
    assert {file.name: file.read_text() for file in folder.ours()} == {"history.db": "database", "history.db-wal": "log"}


def test_of_a_torn_commit_its_log_keeps_the_header_and_that_part_until_something_is_deleted(folder: KeptFolder) -> None:
    folder.wal.write_bytes(b"headwholetornleftover")
    folder.copy_torn(4, 9, 13)
    (folder.path / "history-damaged-2.db").write_bytes(b"not read")
    assert {file.name: file.read_bytes() for file in folder.damaged()} == {
        "history-damaged-1.db-torn": b"headtorn",
        "history-damaged-2.db": b"not read",
    }
    folder.drop_torn()
    assert [file.name for file in folder.damaged()] == ["history-damaged-2.db"]


def test_a_torn_part_that_does_not_fit_leaves_nothing_behind(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    folder.wal.write_bytes(b"headwholetorn")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        folder.copy_torn(4, 9, 13)
    assert folder.damaged() == ()


def test_a_new_file_is_never_an_old_one(folder: KeptFolder) -> None:
    with new_file(folder.ballast) as file:
        file.write(b"first")
    assert stat.S_IMODE(folder.ballast.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError), new_file(folder.ballast):
        pass
    assert folder.ballast.read_bytes() == b"first"


def test_a_file_is_written_whole_or_not_at_all(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(folder.tries, b"1")
    assert stat.S_IMODE(folder.tries.stat().st_mode) == 0o600

    def no_disk(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", no_disk)
    with pytest.raises(OSError, match="Input"):
        write_whole(folder.tries, b"2")
    assert folder.tries.read_bytes() == b"1"


def test_a_system_that_cannot_sync_a_folder_is_no_trouble(folder: KeptFolder) -> None:
    assert kept_folder.sync_folder(folder.path)
    assert not kept_folder.sync_folder(folder.path / "not there")


def test_where_a_power_cut_may_bring_back_the_old_file_it_is_told(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert write_whole(folder.tries, b"1")
    monkeypatch.setattr(kept_folder, "sync_folder", lambda _folder: False)
    assert not write_whole(folder.tries, b"2")
    assert folder.tries.read_bytes() == b"2"
