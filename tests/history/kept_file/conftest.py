"""A kept history as a test finds it: empty, closed in good order, or as a crash left it; and a small disk."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.history.kept_file.states import SITES, opened

from netcurtain.history.database import transaction
from netcurtain.history.kept_folder import KeptFolder


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    """A folder with a key, in which nothing was kept yet."""
    made = KeptFolder(tmp_path / "history")
    made.ready()
    made.key.write_bytes(b"wrapped")
    return made


@pytest.fixture
def kept(folder: KeptFolder) -> KeptFolder:
    """One in which sites were kept, closed in good order."""
    with opened(folder) as found, transaction(found.db):
        found.db["sites"].insert_all({"name": name} for name in sorted(SITES))  # type: ignore[union-attr]
    return folder


@pytest.fixture
def crashed(kept: KeptFolder) -> KeptFolder:
    """One as it was when the computer stopped: the last commits are in its log alone."""
    with opened(kept) as found:
        for name in ("first", "second", "third"):
            with transaction(found.db):
                found.db.execute("INSERT INTO sites (name) VALUES (?)", (name,))
        files = {file: file.read_bytes() for file in (kept.database, kept.wal, kept.shm)}
    for file, content in files.items():
        file.write_bytes(content)
    return kept


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can only be made by root, where it may mount")
    yield disk
    subprocess.run(["umount", disk], check=True)
