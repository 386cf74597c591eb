"""What may not be opened, or cannot be written, is told and left as it is."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.history.kept_file.states import KEY, SITES, opened, refusal, sites, write

from netcurtain.history import wording
from netcurtain.history.database import encrypted, transaction
from netcurtain.history.kept_file import sentence_of
from netcurtain.history.kept_folder import KeptFolder


def test_a_newer_history_is_not_touched(kept: KeptFolder) -> None:
    with opened(kept) as found:
        row = {"migration_set": "history", "name": "m999_of_tomorrow", "applied_at": ""}
        found.db["_sqlite_migrations"].insert(row)  # type: ignore[union-attr]
    before = {file: file.read_bytes() for file in kept.path.iterdir()}
    assert refusal(kept) == wording.NEWER
    assert {file: file.read_bytes() for file in kept.path.iterdir()} == before


def test_a_newer_history_with_a_damaged_log_is_not_touched_either(crashed: KeptFolder) -> None:
    with opened(crashed) as found:
        row = {"migration_set": "history", "name": "m999_of_tomorrow", "applied_at": ""}
        found.db["_sqlite_migrations"].insert(row)  # type: ignore[union-attr]
        found.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        for name in "abc":
            with transaction(found.db):
                found.db.execute("INSERT INTO sites (name) VALUES (?)", (name,))
        files = {file: file.read_bytes() for file in (crashed.database, crashed.wal, crashed.shm)}
    for file, content in files.items():
        file.write_bytes(content)
    write(crashed.wal, 32 + 24 + 100, b"damaged")
    before = {crashed.database.read_bytes(), crashed.wal.read_bytes()}
    assert refusal(crashed) == refusal(crashed) == wording.NEWER
    assert {crashed.database.read_bytes(), crashed.wal.read_bytes()} == before
    assert not crashed.damaged()


def test_a_history_that_another_process_has_locked_is_left_to_it(kept: KeptFolder) -> None:
    with closing(encrypted(kept.database, KEY)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(kept) == wording.IN_USE
        other.rollback()
    assert sites(kept) == SITES


def test_a_history_that_another_process_writes_is_left_to_it(kept: KeptFolder) -> None:
    with closing(encrypted(kept.database, KEY)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(kept) == wording.IN_USE
        other.rollback()
    assert not kept.damaged()


def test_without_a_key_nothing_is_made_that_nobody_could_open(folder: KeptFolder) -> None:
    folder.key.unlink()
    assert refusal(folder) == wording.FOLDER_GONE
    shutil.rmtree(folder.path)
    assert refusal(folder) == wording.FOLDER_GONE
    assert not folder.path.exists()


@pytest.fixture
def as_somebody_else(kept: KeptFolder) -> Iterator[KeptFolder]:
    """The same folder, run by a person whose rights count: those of root do not."""
    if os.geteuid() != 0:
        yield kept
        return
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        moved = KeptFolder(Path(shutil.move(kept.path, place)))
        for path in (Path(place), moved.path, *moved.path.iterdir()):
            os.chown(path, 65534, 65534)
        os.seteuid(65534)
        try:
            yield moved
        finally:
            os.seteuid(0)


@pytest.mark.parametrize("mode", [0o500, 0o000], ids=["read only", "closed"])
def test_a_folder_that_cannot_be_written_is_told_and_left_as_it_is(as_somebody_else: KeptFolder, mode: int) -> None:
    before = as_somebody_else.database.read_bytes()
    as_somebody_else.path.chmod(mode)
    told = refusal(as_somebody_else)
    as_somebody_else.path.chmod(0o700)
    assert told == wording.NOT_ALLOWED
    assert as_somebody_else.database.read_bytes() == before
    assert sites(as_somebody_else) == SITES


@pytest.mark.parametrize("mode", [0o400, 0o000], ids=["read only", "closed"])
def test_a_database_that_cannot_be_written_is_told_and_left_as_it_is(as_somebody_else: KeptFolder, mode: int) -> None:
    before = as_somebody_else.database.read_bytes()
    as_somebody_else.database.chmod(mode)
    told = refusal(as_somebody_else)
    as_somebody_else.database.chmod(0o600)
    assert told == wording.NOT_ALLOWED
    assert as_somebody_else.database.read_bytes() == before
    assert not as_somebody_else.damaged()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (FileNotFoundError(errno.ENOENT, ""), wording.FOLDER_GONE),
        (OSError(errno.ENOSPC, ""), wording.DISK_FULL),
        (OSError(errno.EDQUOT, ""), wording.DISK_FULL),
        (PermissionError(errno.EACCES, ""), wording.NOT_ALLOWED),
        (OSError(errno.EROFS, ""), wording.NOT_ALLOWED),
        (OSError(), wording.NOT_ALLOWED),
    ],
    ids=["gone", "full", "over the quota", "not allowed", "read only", "nobody knows"],
)
def test_what_the_disk_says_is_told_in_a_sentence_of_what_to_do(error: OSError, sentence: str) -> None:
    assert sentence_of(error) == sentence
