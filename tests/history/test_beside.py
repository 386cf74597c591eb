"""A kept history as the command line opens it: beside the app, without changing a byte, and one visit deleted for good."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.history.conftest import NOON, Make

from netcurtain.core.keeping import Deletion
from netcurtain.history import beside, gaps, kept_file, wording
from netcurtain.history.beside import Beside
from netcurtain.history.database import transaction
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.rows import Gap
from netcurtain.history.traces import traces
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import IN_FILE, Writer

KEY = bytes(range(32))
HOUR = 3_600_000.0
ALWAYS = 0.0


@dataclass
class App:
    """The app, with the history open."""

    folder: Path
    db: Database
    writer: Writer

    def beside(self, since: float = ALWAYS, key: bytes = KEY, searched: tuple[Path, ...] = ()) -> Beside:
        return Beside(self.folder, key, since, searched, patience=0.1)

    def traces(self, *needles: str) -> tuple[str, ...]:
        return traces(self.folder, KEY, needles)


@pytest.fixture
def app(tmp_path: Path, make: Make) -> Iterator[App]:
    """It has kept two visits, and goes on."""
    folder = tmp_path / "history"
    folder.mkdir(mode=0o700)
    (folder / "key").write_bytes(b"wrapped")
    db = KeptFile(folder).open(KEY).db
    app = App(folder, db, Writer(db, IN_FILE))
    app.writer.keep([*make.left(1, "police.example")[:-1], *make.left(2, "library.example")[:-1]])
    yield app
    db.close()


@pytest.fixture(params=["open", "ended", "killed"])
def either(app: App, request: pytest.FixtureRequest) -> App:
    """The app goes on beside, has ended, or was killed with commits in the log alone."""
    if request.param == "ended":
        app.db.close()
    elif request.param == "killed":
        before = contents(app.folder)
        app.db.close()
        for name, content in before.items():
            (app.folder / name).write_bytes(content)
    return app


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_reads_all_that_was_committed(either: App) -> None:
    with either.beside() as history:
        assert {(row.visit, row.site, row.on_disk) for row in history.visits()} == {
            ("v1", "police.example", True),
            ("v2", "library.example", True),
        }
        story = history.story("v1")
        assert story is not None
        assert story.row.on_disk
        assert len(story.requests) == 1
        assert history.story("v9") is None


def test_it_reads_what_the_app_writes_meanwhile(app: App, make: Make) -> None:
    with app.beside() as history:
        assert len([*history.visits()]) == 2
        app.writer.keep(make.left(3)[:-1])
        assert len([*history.visits()]) == 3


def test_reading_changes_no_byte_and_leaves_no_file(either: App) -> None:
    before = contents(either.folder)
    with either.beside() as history:
        list(history.visits())
        history.story("v1")
        history.gaps()
    after = contents(either.folder)
    index = "history.db-shm"
    assert {**after, index: b""} == {**before, index: b""}
    assert (index in after) == (index in before)


def test_what_was_read_without_a_log_is_asked_again_where_the_app_opened_it_meanwhile(app: App, make: Make) -> None:
    app.db.close()
    with app.beside() as history:
        assert len([*history.visits()]) == 2
        with closing(KeptFile(app.folder).open(KEY).db) as db:
            Writer(db, IN_FILE).keep(make.left(3)[:-1])
            assert len([*history.visits()]) == 3
            Writer(db, IN_FILE).keep(make.left(4)[:-1])
            assert len([*history.visits()]) == 4


def test_what_has_had_its_time_is_passed_over_but_for_what_was_chosen(app: App, make: Make) -> None:
    app.writer.keep([make.page("p3", "v3", started=NOON + HOUR)])
    app.writer.mark_chosen("v2")
    with app.beside(since=NOON + 1) as history:
        assert {row.visit for row in history.visits()} == {"v2", "v3"}
        assert history.story("v1") is None
        assert history.story("v2") is not None
        assert history.forget("v2").gone
    assert app.db.execute("SELECT name FROM visits ORDER BY name").fetchall() == [("v1",), ("v3",)]


def test_gaps_are_read_and_none_is_made(app: App) -> None:
    gaps.opened(app.db, NOON)
    gaps.opened(app.db, NOON + HOUR)
    with app.beside() as history:
        assert history.gaps() == (Gap(NOON, NOON + HOUR),)
    with app.beside(since=NOON + 2 * HOUR) as history:
        assert history.gaps() == ()
        history.forget("v1")
    assert app.db.execute("SELECT count(*) FROM gaps").fetchone() == (2,)


def test_a_visit_is_deleted_from_every_file(either: App) -> None:
    assert either.traces("police.example") != ()
    with either.beside() as history:
        assert history.forget("v1") == Deletion(True)
    assert either.traces("police.example") == ()
    assert either.traces("library.example") != ()
    with either.beside() as history:
        assert [row.visit for row in history.visits()] == ["v2"]


def test_a_deletion_without_the_app_leaves_no_log_behind(app: App) -> None:
    app.db.close()
    with app.beside() as history:
        history.forget("v1")
    assert set(contents(app.folder)) == {"key", "history.db", "ballast"}


def test_the_app_goes_on_after_a_deletion_beside_it(app: App, make: Make) -> None:
    with app.beside() as history:
        history.forget("v1")
    app.writer.keep([make.request("r9", "p1"), *make.left(3)[:-1]])
    assert app.db.execute("SELECT name FROM visits ORDER BY name").fetchall() == [("v2",), ("v3",)]


@pytest.mark.parametrize("searched", [True, False], ids=["and the search says so", "even where the search finds nothing"])
def test_a_reader_in_the_way_makes_the_answer_no(app: App, searched: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not searched:
        monkeypatch.setattr(beside, "traces", lambda *_given: ())
    with app.beside() as history:
        app.db.execute("BEGIN")
        app.db.execute("SELECT * FROM visits").fetchall()
        deletion = history.forget("v1")
        app.db.rollback()
    assert not deletion.gone
    assert bool(deletion.traces) is searched
    assert app.traces("police.example") != ()


def test_another_file_of_ours_that_has_something_of_it_is_named(app: App, tmp_path: Path) -> None:
    log = tmp_path / "netcurtain.log"
    log.write_text("police.example", encoding="utf-8")
    with app.beside(searched=(log,)) as history:
        assert history.forget("v1") == Deletion(False, ("netcurtain.log",))


def test_a_file_that_cannot_be_searched_makes_the_answer_no(app: App, tmp_path: Path) -> None:
    with app.beside(searched=(tmp_path,)) as history:
        assert history.forget("v1") == Deletion(False)


def test_room_is_made_on_a_full_disk(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Writer.forget_visit

    def forget(writer: Writer, visit: str) -> bool:
        if (app.folder / "ballast").stat().st_size:
            raise StoreError(wording.DISK_FULL)
        return really(writer, visit)

    monkeypatch.setattr(Writer, "forget_visit", forget)
    with app.beside() as history:
        assert history.forget("v1").gone
    assert (app.folder / "ballast").stat().st_size > 0, "the room is taken again for the next time"


def test_without_room_to_free_the_trouble_is_told(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(_writer: Writer, _visit: str) -> bool:
        raise StoreError(wording.DISK_FULL)

    monkeypatch.setattr(Writer, "forget_visit", forget)
    monkeypatch.setattr(KeptFile, "free_ballast", lambda _file: False)
    with app.beside() as history, pytest.raises(StoreError, match="disk is full"):
        history.forget("v1")


def no_database(folder: Path) -> None:
    (folder / "history.db").unlink()


def empty_database(folder: Path) -> None:
    (folder / "history.db").write_bytes(b"")


def noise(folder: Path) -> None:
    (folder / "history.db").write_bytes(os.urandom(8192))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(no_database, wording.OPEN_IN_WINDOW), (empty_database, wording.OPEN_IN_WINDOW), (noise, wording.DAMAGED)],
    ids=["no database", "an empty one", "noise"],
)
def test_what_cannot_be_read_is_told_and_left_as_it_is(app: App, spoil: Callable[[Path], None], sentence: str) -> None:
    app.db.close()
    spoil(app.folder)
    before = contents(app.folder)
    with pytest.raises(StoreError) as told:
        app.beside()
    assert str(told.value) == sentence
    after = contents(app.folder)
    assert {name: after[name] for name in before} == before


def test_another_key_opens_nothing(app: App) -> None:
    with pytest.raises(StoreError, match="could not be read"):
        app.beside(key=bytes(32))


def test_a_newer_history_is_left_alone(app: App) -> None:
    app.db["_sqlite_migrations"].insert({"migration_set": "history", "name": "m999_later", "applied_at": "2027"})  # type: ignore[union-attr]
    with pytest.raises(StoreError, match="newer Netcurtain"):
        app.beside()


def test_with_a_damaged_log_nothing_is_deleted(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_file, "BETWEEN_LOOKS", 0.0)
    log = app.folder / "history.db-wal"
    whole = log.read_bytes()
    log.write_bytes(whole[:100] + b"\xff" + whole[101:])
    before = contents(app.folder)
    with app.beside() as history, pytest.raises(StoreError) as told:
        history.forget("v1")
    assert str(told.value) == wording.OPEN_IN_WINDOW
    after = contents(app.folder)
    assert after["history.db-wal"] == before["history.db-wal"]
    assert after["history.db"] == before["history.db"]
    log.write_bytes(whole)


def test_what_sqlite_left_where_a_row_was_before_is_gone_too(app: App) -> None:
    leave_a_copy(app.db, "police.example")
    with app.beside() as history:
        assert history.forget("v1") == Deletion(True)
    assert app.traces("police.example") == ()
    assert app.db.execute("SELECT name FROM visits").fetchall() == [("v2",)]


def leave_a_copy(db: Database, word: str) -> None:
    """In room that is free: as SQLite does now and then when it moves rows to another page."""
    db.execute("PRAGMA secure_delete = OFF")
    with transaction(db):
        db.execute("INSERT INTO organisations (name) VALUES (?)", (word,))
    with transaction(db):
        db.execute("DELETE FROM organisations WHERE name = ?", (word,))
    db.execute("PRAGMA secure_delete = ON")


def test_after_a_deletion_nothing_is_left_of_a_torn_commit_either(app: App) -> None:
    torn, damaged = app.folder / "history-damaged-1.db-torn", app.folder / "history-damaged-2.db"
    torn.write_bytes(b"police.example")
    damaged.write_bytes(b"library.example")
    with app.beside() as history:
        assert history.forget("v1") == Deletion(True)
    assert not torn.exists()
    with app.beside() as history:
        assert history.forget("v2") == Deletion(False, ("history-damaged-2.db",))


def test_erasing_leaves_no_file(either: App) -> None:
    assert beside.exists(either.folder)
    assert beside.erase(either.folder) == Deletion(True)
    assert not either.folder.exists()
    assert not beside.exists(either.folder)
    assert beside.erase(either.folder) is None


def test_what_is_left_without_a_key_is_erased_too(app: App) -> None:
    app.db.close()
    (app.folder / "key").unlink()
    assert not beside.exists(app.folder)
    assert beside.erase(app.folder) == Deletion(True)
    assert not app.folder.exists()


def test_a_page_whose_commit_failed_is_no_page_that_was_deleted(app: App, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_writer: Writer) -> None:
        raise StoreError(wording.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_make_room", fail)
        with pytest.raises(StoreError):
            app.writer.keep([make.page("p3", "v3")])
    app.writer.keep([make.page("p3", "v3")])
    with app.beside() as history:
        assert history.story("v3") is not None


def test_a_folder_that_cannot_be_looked_into_is_not_called_empty(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_more: object) -> bool:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refuse)
        patch.setattr(Path, "iterdir", refuse)
        patch.setattr(Path, "unlink", refuse)
        assert beside.exists(app.folder)
        assert beside.erase(app.folder) == Deletion(False)
