import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history.database import transaction
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.left_open import let_go, reading
from netcurtain.history.traces import traces

KEY = bytes(range(32))
ANOTHER = """
import sys
from pathlib import Path
from netcurtain.history.kept_file import KeptFile
KeptFile(Path(sys.argv[1]), may_repair=False).open(bytes(range(32))).db.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    made = KeptFolder(tmp_path / "history")
    made.ready()
    made.key.write_bytes(b"wrapped")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to the descriptor there")
def test_another_process_that_closes_does_not_remove_the_log_that_is_written(folder: KeptFolder) -> None:
    with closing(KeptFile(folder.path).open(KEY).db) as db:
        with transaction(db):
            db.execute("INSERT INTO sites (name) VALUES ('before.example')")
        assert traces(folder.path, KEY, ["before.example"]) == ("history.db-wal",)
        subprocess.run([sys.executable, "-c", ANOTHER, folder.path], check=True, timeout=60)
        with transaction(db):
            db.execute("INSERT INTO sites (name) VALUES ('after.example')")
        assert folder.wal.exists()
        assert traces(folder.path, KEY, ["after.example"]) == ("history.db-wal",)


def test_a_file_is_read_from_its_beginning_each_time_and_as_it_is_now(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    file.write_bytes(b"one")
    with reading(file) as content:
        assert content.read() == b"one"
    file.write_bytes(b"two!")
    with reading(file) as content:
        assert content.read() == b"two!"
    let_go(tmp_path)
    assert content.closed


def test_another_file_under_the_same_name_is_read_as_itself(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    file.write_bytes(b"one")
    with reading(file):
        pass
    file.unlink()
    file.write_bytes(b"another")
    with reading(file) as content:
        assert content.read() == b"another"
    let_go(tmp_path)


def test_a_file_without_locks_is_closed_at_once(tmp_path: Path) -> None:
    file = tmp_path / "netcurtain.log"
    file.write_bytes(b"one")
    with reading(file) as content:
        assert content.read() == b"one"
    assert content.closed


def test_only_those_of_one_folder_are_let_go(tmp_path: Path) -> None:
    held = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "history.db").touch()
        with reading(tmp_path / name / "history.db") as content:
            held.append(content)
    let_go(tmp_path / "one")
    assert [file.closed for file in held] == [True, False]
    let_go(tmp_path / "two")


def test_nothing_that_was_erased_is_kept_open(folder: KeptFolder) -> None:
    file = KeptFile(folder.path)
    file.open(KEY).db.close()
    with reading(folder.database) as content:
        assert content.read(1)
    file.erase()
    assert content.closed


def test_nothing_of_another_time_is_kept_open(folder: KeptFolder) -> None:
    KeptFile(folder.path).open(KEY).db.close()
    with reading(folder.database) as content:
        assert content.read(1)
    KeptFile(folder.path).open(KEY).db.close()
    assert content.closed
