"""On a full disk there is room to open and delete, and nothing is lost."""

import shutil
from pathlib import Path

from tests.history.kept_file.states import SITES, fill, names, opened, refusal, sites, write

from netcurtain.history import wording
from netcurtain.history.database import transaction
from netcurtain.history.kept_file import BALLAST_BYTES, KeptFile
from netcurtain.history.kept_folder import KeptFolder


def test_on_a_full_disk_the_ballast_makes_room_to_open_and_delete(kept: KeptFolder, small_disk: Path) -> None:
    folder = KeptFolder(Path(shutil.move(kept.path, small_disk)))
    filler = fill(small_disk)
    with opened(folder) as found:
        assert found.sentence == wording.DISK_FULL
        assert names(found.db) == SITES
        with transaction(found.db):
            found.db.execute("DELETE FROM sites WHERE name = 'police.example'")
    filler.unlink()
    assert sites(folder) == SITES - {"police.example"}
    assert folder.ballast.stat().st_size == BALLAST_BYTES


def test_on_a_full_disk_without_ballast_it_says_so_and_opens_once_there_is_room(kept: KeptFolder, small_disk: Path) -> None:
    folder = KeptFolder(Path(shutil.move(kept.path, small_disk)))
    KeptFile(folder.path).free_ballast()
    filler = fill(small_disk)
    assert refusal(folder) == wording.DISK_FULL
    filler.unlink()
    assert sites(folder) == SITES


def test_on_a_full_disk_a_newer_history_is_told_as_that_and_the_ballast_stays(kept: KeptFolder, small_disk: Path) -> None:
    with opened(kept) as found:
        row = {"migration_set": "history", "name": "m999_of_tomorrow", "applied_at": ""}
        found.db["_sqlite_migrations"].insert(row)  # type: ignore[union-attr]
    folder = KeptFolder(Path(shutil.move(kept.path, small_disk)))
    for file in (folder.wal, folder.shm):
        file.write_bytes(bytes(32768 if file == folder.shm else 0))
    fill(small_disk)
    assert refusal(folder) == wording.NEWER
    assert folder.ballast.stat().st_size == BALLAST_BYTES


def test_what_cannot_be_read_is_not_copied_onto_a_full_disk_nor_lost(crashed: KeptFolder, small_disk: Path) -> None:
    folder = KeptFolder(Path(shutil.move(crashed.path, small_disk)))
    KeptFile(folder.path).free_ballast()
    write(folder.wal, 32 + 24 + 100, b"damaged")
    log = folder.wal.read_bytes()
    filler = fill(small_disk)
    assert refusal(folder) == wording.DISK_FULL
    assert folder.wal.read_bytes() == log
    assert not folder.damaged()
    filler.unlink()
    with opened(folder) as found:
        assert found.sentence == wording.PARTLY


def test_on_a_full_disk_everything_can_be_erased(kept: KeptFolder, small_disk: Path) -> None:
    folder = KeptFolder(Path(shutil.move(kept.path, small_disk)))
    fill(small_disk)
    assert KeptFile(folder.path).erase() == ()
    assert not folder.path.exists()


def test_the_ballast_gives_its_room_back_once(kept: KeptFolder) -> None:
    file = KeptFile(kept.path)
    assert kept.ballast.read_bytes() == bytes(BALLAST_BYTES)
    assert file.free_ballast()
    assert kept.ballast.stat().st_size == 0
    assert not file.free_ballast()
    file.make_ballast()
    assert kept.ballast.stat().st_size == BALLAST_BYTES


def test_the_last_room_on_a_disk_is_not_taken(kept: KeptFolder, small_disk: Path) -> None:
    folder = KeptFolder(Path(shutil.move(kept.path, small_disk)))
    file = KeptFile(folder.path)
    file.free_ballast()
    (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free - 500_000))
    file.make_ballast()
    assert folder.ballast.stat().st_size == 0
