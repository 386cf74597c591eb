"""Twelve states that a disk may be in, and some more: the history starts, says one right sentence, goes on as well as it can, and writes
over nothing that it could not read.
"""

import shutil
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.children import Children
from tests.faults.life import PASSPHRASE, TIMEOUT, Life

from netcurtain.core.keeping import Deletion, Kept
from netcurtain.history import kept_shelf, vault, wal, wording
from netcurtain.history.driver import dbapi2
from netcurtain.history.store import Store
from netcurtain.history.vault import Vault

VISITS = frozenset(f"visit-0-{number}" for number in range(20))
NEW = "visit-7-7"


@dataclass
class History:
    """The folder of a kept history, as a test finds it."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "history.db"

    @property
    def log(self) -> Path:
        return self.folder / "history.db-wal"

    def contents(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in self.folder.iterdir()}

    def connect(self) -> dbapi2.Connection:
        connection = dbapi2.connect(self.database, isolation_level=None, timeout=0.05)
        connection.execute(f"PRAGMA key = \"x'{Vault(self.folder).open(PASSPHRASE).hex()}'\"")
        return connection


@dataclass
class Lived:
    """What one life of a history said and showed. ``sentences`` are those for the person, each once."""

    sentences: tuple[str, ...]
    answer: str
    """What became of a new submission."""
    shown: frozenset[str]
    kept: Kept


def live(history: History) -> Lived:
    """Start, open, keep one more submission, end."""
    told: list[str] = []
    life = Life(history.folder, told.append)
    opened = life.unlock()
    life.send("7-7")
    life.wait()
    shown = frozenset(row.visit for row in life.visits())
    kept = life.store.kept
    life.store.stop()
    sentences = [opened.sentence, *(line.removeprefix("trouble ") for line in told if line.startswith("trouble "))]
    answer = next(line for line in told if line.endswith(" 7-7")).removesuffix(" 7-7")
    return Lived(tuple(dict.fromkeys(filter(None, sentences))), answer, shown, kept)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that costs little, and nobody waits long for another process."""
    for name, value in {"MEMORY_KIB": 8 * 1024, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(vault, name, value)
    monkeypatch.setattr(kept_shelf, "PATIENCE", 0.05)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders of a history with twenty visits: as it lies there when it was closed, and while it is open, most of it in its log."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"MEMORY_KIB": 8 * 1024, "PASSES": 1, "LANES": 1}.items():
            patch.setattr(vault, name, value)
        life = Life(folder / "closed", lambda _line: None)
        life.open()
        for visit in sorted(VISITS):
            life.send(visit.removeprefix("visit-"))
            life.wait()
        shutil.copytree(folder / "closed", folder / "running")
        life.store.stop()
    return folder / "closed", folder / "running"


@pytest.fixture
def closed(made: tuple[Path, Path], tmp_path: Path) -> History:
    return History(shutil.copytree(made[0], tmp_path / "data" / "history"))


@pytest.fixture
def running(made: tuple[Path, Path], tmp_path: Path) -> History:
    """As after a crash: with its log."""
    return History(shutil.copytree(made[1], tmp_path / "data" / "history"))


def overwrite(file: Path, start: int, data: bytes) -> None:
    with file.open("r+b") as content:
        content.seek(start)
        content.write(data)


def cut_in_half(history: History) -> None:
    with history.database.open("r+b") as content:
        content.truncate(history.database.stat().st_size // 2)


def another_key(history: History) -> None:
    other = history.folder.parent / "another"
    Vault(other).make(PASSPHRASE)
    shutil.copy(other / "key", history.folder / "key")


def newer_schema(history: History) -> None:
    with closing(history.connect()) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('history', 'm999_later', '2030-01-01')"
        )


UNREADABLE: dict[str, Callable[[History], object]] = {
    "0 bytes": lambda history: history.database.write_bytes(b""),
    "truncated": cut_in_half,
    "zeroed header": lambda history: overwrite(history.database, 0, bytes(100)),
    "zeroed page": lambda history: overwrite(history.database, 5 * 4096, bytes(4096)),
    "no database at all": lambda history: history.database.write_bytes(b"some other text " * 1000),
    "wrong key": another_key,
}


@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_database_that_cannot_be_read_is_put_aside_unchanged_and_a_new_one_begun(
    closed: History, damage: Callable[[History], object]
) -> None:
    damage(closed)
    before = closed.contents()
    lived = live(closed)
    assert lived == Lived((wording.PUT_ASIDE,), "stored", frozenset({NEW}), Kept.OPEN)
    after = closed.contents()
    assert after["history-damaged-1.db"] == before["history.db"]
    assert live(closed) == Lived((), "stored", frozenset({NEW}), Kept.OPEN)
    assert closed.contents()["history-damaged-1.db"] == before["history.db"]


@pytest.mark.parametrize(
    ("start", "sentence", "aside"),
    [
        (0.0, wording.PARTLY, {"history.db", "history.db-wal"}),
        (0.5, wording.PARTLY, {"history.db", "history.db-wal"}),
        (1.0, wording.LAST_MOMENTS, set()),
    ],
    ids=["its header", "its middle", "its end"],
)
def test_of_a_damaged_log_the_rest_is_kept_and_a_copy_put_aside(running: History, start: float, sentence: str, aside: set[str]) -> None:
    size = running.log.stat().st_size
    overwrite(running.log, min(int(size * start), size - 64), b"\xaa" * 64)
    before = running.contents()
    lived = live(running)
    assert lived.sentences == (sentence,)
    assert (lived.answer, lived.kept) == ("stored", Kept.OPEN)
    assert NEW in lived.shown
    assert len(lived.shown) == len(VISITS) if sentence == wording.LAST_MOMENTS else lived.shown < VISITS | {NEW}
    after = running.contents()
    copies = {"history.db": "history-damaged-1.db", "history.db-wal": "history-damaged-1.db-wal"}
    assert {name for name, copy in copies.items() if copy in after} == aside
    assert all(after[copies[name]] == before[name] for name in aside)
    torn = after.get("history-damaged-1.db-torn", b"")
    assert bool(torn) is (sentence == wording.LAST_MOMENTS)
    assert before["history.db-wal"].endswith(torn[wal.HEADER_BYTES :])
    assert live(running).sentences == ()


@pytest.mark.parametrize("what", ["the newest visit", "an old visit", "another site"])
def test_after_a_torn_commit_what_is_deleted_is_gone_from_every_file(running: History, what: str) -> None:
    overwrite(running.log, running.log.stat().st_size - 64, b"\xaa" * 64)
    told: list[str] = []
    life = Life(running.folder, told.append)
    assert isinstance(life.store, Store)
    assert life.unlock().sentence == wording.LAST_MOMENTS
    assert (running.folder / "history-damaged-1.db-torn").exists()
    newest, *_, oldest = (row.visit.removeprefix("visit-") for row in life.visits())
    if what == "another site":
        gone: Future[Deletion] = Future()
        life.store.forget_site(f"site-{newest}.example", gone.set_result)
        assert gone.result(TIMEOUT) == Deletion(True)
    else:
        life.forget(oldest if what == "an old visit" else newest)
    life.store.stop()
    assert [line for line in told if not line.startswith("gone visit-0-")] == []
    assert not list(running.folder.glob("history-damaged-*"))


def test_what_is_in_a_copy_that_was_put_aside_is_told_as_not_gone_until_all_is_erased(running: History) -> None:
    overwrite(running.log, running.log.stat().st_size // 2, b"\xaa" * 64)
    told: list[str] = []
    life = Life(running.folder, told.append)
    assert isinstance(life.store, Store)
    assert life.unlock().sentence == wording.PARTLY
    (visit, *_) = (row.visit for row in life.visits())
    life.forget(visit.removeprefix("visit-"))
    erased: Future[Deletion] = Future()
    life.store.erase(erased.set_result)
    assert erased.result(TIMEOUT) == Deletion(True)
    life.store.stop()
    (answer,) = told
    assert answer.startswith(f"not gone {visit} (")
    assert "history-damaged-1.db-wal" in answer
    assert not running.folder.exists()


def test_where_the_log_is_missing_it_says_that_the_last_moments_may_be(running: History) -> None:
    running.log.unlink()
    lived = live(running)
    assert lived.sentences in ((wording.LAST_MOMENTS,), (wording.PUT_ASIDE,))
    assert (lived.answer, lived.kept) == ("stored", Kept.OPEN)
    assert live(running).sentences == ()


def test_a_log_that_is_whole_is_read_and_nothing_is_said(running: History) -> None:
    assert live(running) == Lived((), "stored", VISITS | {NEW}, Kept.OPEN)


@pytest.mark.parametrize(
    "damage", [newer_schema, lambda history: overwrite(history.folder / "key", 30, b"????")], ids=["newer schema", "damaged key"]
)
def test_what_must_not_be_touched_stays_locked_and_as_it_is(closed: History, damage: Callable[[History], object]) -> None:
    damage(closed)
    before = closed.contents()
    sentence = wording.NEWER if damage is newer_schema else wording.KEY_UNREADABLE
    assert live(closed) == Lived((sentence,), "locked", frozenset(), Kept.LOCKED)
    after = closed.contents()
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"history.db-wal", "history.db-shm"}
    assert after.get("history.db-wal", b"") == b""


def test_while_another_process_has_it_locked_it_says_so_and_opens_afterwards(closed: History) -> None:
    before = closed.database.read_bytes()
    with closing(closed.connect()) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert live(closed) == Lived((wording.IN_USE,), "locked", frozenset(), Kept.LOCKED)
        other.execute("ROLLBACK")
    assert closed.database.read_bytes() == before
    assert live(closed) == Lived((), "stored", VISITS | {NEW}, Kept.OPEN)


@pytest.mark.parametrize("which", ["data folder", "folder", "key"])
def test_where_the_folder_is_gone_it_says_so_and_memory_goes_on(closed: History, which: str) -> None:
    if which == "key":
        (closed.folder / "key").unlink()
    else:
        shutil.rmtree(closed.folder if which == "folder" else closed.folder.parent)
    lived = live(closed)
    assert lived.sentences in ((wording.FOLDER_GONE,), (wording.KEY_UNREADABLE,))
    assert (lived.answer, lived.shown, lived.kept) == ("in_memory", frozenset({NEW}), Kept.NONE)


def test_a_folder_that_goes_while_it_is_open_is_let_go_of(closed: History) -> None:
    told: list[str] = []
    life = Life(closed.folder, told.append)
    life.unlock()
    while closed.folder.parent.exists():  # the store may be writing in it just now
        shutil.rmtree(closed.folder.parent, ignore_errors=True)
    life.send("7-7")
    life.wait()
    assert life.store.kept is Kept.NONE
    life.store.stop()
    assert told == [f"trouble {wording.FOLDER_GONE}", "in_memory 7-7"]
    assert not closed.folder.parent.exists()


def on_own_disk(server: Children, job: str, folder: Path) -> list[str]:
    lines = server.run(job, folder)
    if "no disk" in lines:
        pytest.skip("this system gives nobody a small disk of their own")
    return lines


def test_a_full_disk_is_told_when_it_is_opened_and_a_visit_can_still_be_deleted(server: Children, tmp_path: Path) -> None:
    lines = on_own_disk(server, "on_full_disk", tmp_path)
    assert lines[0] == f"opened {wording.DISK_FULL}"
    assert "gone visit-0-0" in lines
    assert sorted(line for line in lines if line.startswith("trouble")) in ([], [f"trouble {wording.DISK_FULL}"])
    assert {line.split()[0] for line in lines if line[-2:] in ("-0", "-1", "-2") and "gone" not in line} <= {"stored", "disk"}


def test_a_disk_that_fills_is_told_once_and_deleting_works_and_it_goes_on_by_itself(server: Children, tmp_path: Path) -> None:
    lines = on_own_disk(server, "on_disk_that_fills", tmp_path)
    assert (lines[0], lines[-1]) == ("opened ", "stored 2-0")
    answers = [line.split()[0] for line in lines if "1-" in line]
    assert answers[-3:] == ["disk"] * 3
    assert set(answers[:-3]) <= {"stored"}
    assert [line for line in lines if line.startswith("trouble")] == [f"trouble {wording.DISK_FULL}"]
    assert "gone visit-0-0" in lines


def test_a_disk_that_cannot_be_written_is_told_and_stays_as_it_is(server: Children, tmp_path: Path) -> None:
    assert on_own_disk(server, "on_read_only_disk", tmp_path) == [f"refused {wording.NOT_ALLOWED}", "locked 1-0", "unchanged True"]
