"""Opening a kept history in a test, and what can happen to its files: the twelve states of the disk, which tests/faults has as well."""

import contextlib
import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history import wal
from netcurtain.history.database import encrypted
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile, Opened
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.trouble import StoreError

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
SITES = {"police.example", "library.example", *(f"site-{number}.example" for number in range(400))}
PAGE = 4096


class opened(closing[Database]):  # noqa: N801 - read as closing()
    """Open a history until the end of the block."""

    def __init__(self, folder: KeptFolder, key: bytes = KEY) -> None:
        self.found = KeptFile(folder.path, patience=0.05).open(key)
        super().__init__(self.found.db)

    def __enter__(self) -> Opened:  # type: ignore[override]
        return self.found


def sites(folder: KeptFolder) -> set[str]:
    """What is kept, and that it was opened without a word."""
    with opened(folder) as found:
        assert found.sentence == ""
        return names(found.db)


def names(db: Database) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sites").fetchall()}


def contents(files: tuple[Path, ...]) -> set[bytes]:
    return {file.read_bytes() for file in files}


def write(file: Path, place: int, content: bytes) -> None:
    with file.open("r+b") as there:
        there.seek(place)
        there.write(content)


def refusal(folder: KeptFolder, key: bytes = KEY, **options: bool) -> str:
    with pytest.raises(StoreError) as refused:
        KeptFile(folder.path, patience=0.05, **options).open(key)
    return str(refused.value)


def zero_bytes(folder: KeptFolder) -> None:
    folder.database.write_bytes(b"")


def cut_off(folder: KeptFolder) -> None:
    os.truncate(folder.database, 5 * PAGE + 100)


def cut_off_between_pages(folder: KeptFolder) -> None:
    os.truncate(folder.database, folder.database.stat().st_size - PAGE)


def zeroed_header(folder: KeptFolder) -> None:
    write(folder.database, 0, bytes(100))


def zeroed_page(folder: KeptFolder) -> None:
    write(folder.database, 4 * PAGE, bytes(PAGE))


def zeroed_last_page(folder: KeptFolder) -> None:
    write(folder.database, folder.database.stat().st_size - PAGE, bytes(PAGE))


def one_bit(folder: KeptFolder) -> None:
    write(folder.database, 3 * PAGE + 1000, bytes([folder.database.read_bytes()[3 * PAGE + 1000] ^ 1]))


def of_another_key(folder: KeptFolder) -> None:
    other = folder.database.with_name("other.db")
    other.touch()
    with closing(encrypted(other, OTHER_KEY)) as db:
        db.execute("CREATE TABLE sites (name TEXT)")
    other.replace(folder.database)


def not_encrypted(folder: KeptFolder) -> None:
    folder.database.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)


def no_history(folder: KeptFolder) -> None:
    folder.database.write_bytes(b"")
    with closing(encrypted(folder.database, KEY)) as db:
        db.execute("CREATE TABLE sites (name TEXT)")


def without_its_sentinel(folder: KeptFolder) -> None:
    with closing(encrypted(folder.database, KEY)) as db:
        db.execute("DELETE FROM sentinel")
        db.commit()


LAST_PAGE = (cut_off_between_pages, zeroed_last_page)
DAMAGES = (zero_bytes, cut_off, zeroed_header, zeroed_page, one_bit, of_another_key, not_encrypted, no_history, without_its_sentinel)


def read_to(folder: KeptFolder) -> int:
    with folder.wal.open("rb") as log:
        return wal.read(log).read_to


def damage_last_frame(folder: KeptFolder) -> None:
    """Its sum, so that its page is still the one that was written back."""
    write(folder.wal, folder.wal.stat().st_size - PAGE - 4, b"sums")


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(disk).free == 0
    return filler
