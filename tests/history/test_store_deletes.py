"""Deletion that is real: after each of them our files have nothing of it, as they are and decrypted, whoever reads meanwhile."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Deletion, Kept, Stored
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import aging, wording
from netcurtain.history.database import encrypted
from netcurtain.history.driver import Database
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.retention import DAY
from netcurtain.history.traces import traces
from netcurtain.history.trouble import StoreError
from netcurtain.history.vault import Vault
from netcurtain.history.writing import Writer

CHOSEN, DAYS_7 = Retention.CHOSEN, Retention.DAYS_7
PASSPHRASE = "curtains in the morning"
MARKERS = ("marked-host.example", "Marked title", "marked-path", "marked-tracker.example", "marked-visit", "Marked Company")
Open = Callable[..., Any]


def keep_marked(kept: Any, make: Any) -> None:
    """One visit with a marker in every text it has, and one that stays."""
    kept.take(
        make.page("m1", "marked-visit", "marked-host.example", title="Marked title", url="https://marked-host.example/marked-path"),
        make.request(page="m1", host="marked-tracker.example", organisation="Marked Company", filter="||marked-tracker.example^"),
        make.submission("s-marked", "m1"),
        make.page("p1", "stays", "library.example", title="Opening hours", started=make.time - 3 * DAY),
        make.request(page="p1", after=-3 * DAY),
    )


def found(kept: Any, key: bytes) -> tuple[str, ...]:
    return traces(kept.folder, key, MARKERS)


def by_time(kept: Any, make: Any, wall: Any, still: Any) -> Deletion:
    """Seven days after it began, at the next look."""
    wall.milliseconds = make.time + 7 * DAY + 1
    still.seconds += 7 * DAY / 1000
    return Deletion(not [row for row in kept.visits() if row.visit == "marked-visit"])


def unwanted(kept: Any, *_: Any) -> Deletion:
    kept.take(VisitUnkeptRecord("marked-visit"))
    return Deletion(not [row for row in kept.visits() if row.visit == "marked-visit"])


DELETIONS: dict[str, Callable[..., Deletion]] = {
    "a visit": lambda kept, *_: kept.forget_visit("marked-visit"),
    "a site": lambda kept, *_: kept.forget_site("marked-host.example"),
    "an hour": lambda kept, make, *_: kept.forget_between(make.time - 1000, make.time + 3_599_000),
    "don't keep this one": unwanted,
    "its time is over": by_time,
    "everything": lambda kept, *_: kept.erase(),
}


@pytest.fixture
def reader() -> Iterator[Callable[[Any, bytes], Database]]:
    """Another process of ours that is in the middle of reading."""
    opened: list[Database] = []

    def read(kept: Any, key: bytes) -> Database:
        opened.append(encrypted(KeptFolder(kept.folder).database, key))
        opened[-1].execute("BEGIN")
        opened[-1].execute("SELECT count(*) FROM visits").fetchone()
        return opened[-1]

    yield read
    for db in opened:
        db.close()


@pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS.keys())
def test_after_a_deletion_no_file_of_ours_has_anything_of_it(
    open_on_disk: Open, make: Any, wall: Any, still: Any, delete: Callable[..., Deletion]
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    key = Vault(kept.folder).open(PASSPHRASE)
    keep_marked(kept, make)
    assert found(kept, key)
    assert delete(kept, make, wall, still) == Deletion(True)
    assert found(kept, key) == ()


@pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS.keys())
def test_while_another_process_reads_it_says_so_and_it_is_gone_by_itself_afterwards(
    open_on_disk: Open, make: Any, wall: Any, still: Any, reader: Any, delete: Callable[..., Deletion], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aging, "RETRY_SECONDS", 0.0)
    kept = open_on_disk(DAYS_7)
    kept.make()
    key = Vault(kept.folder).open(PASSPHRASE)
    keep_marked(kept, make)
    other = reader(kept, key)
    deletion = delete(kept, make, wall, still)
    if delete not in (DELETIONS["everything"], by_time, unwanted):
        assert not deletion.gone
        assert set(deletion.traces) & {"history.db", "history.db-wal"}
    other.close()
    kept.visits()
    kept.visits()
    assert found(kept, key) == ()


def test_what_is_left_is_whole_and_does_not_count_as_a_trace(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page("p1", "v1"), make.request(page="p1"), make.page("p2", "v2"), make.request(page="p2"))
    assert kept.forget_visit("v1") == Deletion(True)
    assert [row.visit for row in kept.visits()] == ["v2"]
    assert len(kept.told("v2").requests) == 1


def test_a_trace_in_another_file_of_ours_is_told_by_its_name(open_on_disk: Open, make: Any, tmp_path: Path) -> None:
    log = tmp_path / "netcurtain.log"
    log.write_text("nothing\n", encoding="utf-8")
    kept = open_on_disk(DAYS_7, searched=(log, tmp_path / "not there"))
    kept.make()
    keep_marked(kept, make)
    log.write_text("something about marked-host.example\n", encoding="utf-8")
    assert kept.forget_visit("marked-visit") == Deletion(False, ("netcurtain.log",))


def test_also_where_only_memory_had_it(open_on_disk: Open, make: Any, tmp_path: Path) -> None:
    log = tmp_path / "netcurtain.log"
    log.write_text("something about marked-host.example\n", encoding="utf-8")
    kept = open_on_disk(Retention.UNTIL_CLOSE, searched=(log,))
    keep_marked(kept, make)
    assert kept.forget_visit("marked-visit") == Deletion(False, ("netcurtain.log",))


def test_what_was_put_aside_unread_is_told_too(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    keep_marked(kept, make)
    kept.lock()
    aside = KeptFolder(kept.folder).path / "history-damaged-1.db"
    aside.write_bytes(KeptFolder(kept.folder).database.read_bytes())
    kept.unlock()
    assert kept.forget_site("marked-host.example") == Deletion(False, ("history-damaged-1.db",))
    assert kept.erase() == Deletion(True)
    assert kept.files() == set()


def test_what_time_took_away_and_a_file_still_has_is_told(open_on_disk: Open, make: Any, wall: Any, still: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    keep_marked(kept, make)
    kept.visits()
    (kept.folder / "history-damaged-1.db").write_bytes(b"about marked-host.example")
    by_time(kept, make, wall, still)
    assert kept.troubles == [wording.still_in(("history-damaged-1.db",))]


def test_a_day_takes_every_visit_that_reaches_into_it_and_no_other(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    for number, hours in enumerate((-25, -24, -1, 0)):
        kept.take(make.page(f"p{number}", f"v{number}", started=make.time + hours * 3_600_000))
    kept.take(make.page("p4", "v0", started=make.time - 2 * 3_600_000))
    assert kept.forget_between(make.time - DAY, make.time) == Deletion(True)
    assert kept.shown() == {"v3"}


@pytest.mark.parametrize("delete", [name for name in DELETIONS if name not in ("its time is over", "everything")])
def test_nothing_more_of_it_is_taken_in_afterwards(open_on_disk: Open, make: Any, wall: Any, still: Any, delete: str) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    keep_marked(kept, make)
    DELETIONS[delete](kept, make, wall, still)
    kept.take(make.request("r9", "m1"), make.submission("s9", "m1"), make.page("m2", "marked-visit", "marked-host.example"))
    assert kept.shown() == {"stays"}
    assert kept.acknowledged() == {"s-marked": Stored.STORED, "s9": Stored.NOT_WANTED}


def test_no_row_of_the_file_tells_that_something_was_deleted(open_on_disk: Open, make: Any) -> None:
    """The file of somebody who deleted a visit has the same rows as the file of somebody who never made it, but for their numbers."""

    def rows(deleted: bool) -> dict[str, list[tuple[object, ...]]]:
        kept = open_on_disk(DAYS_7)
        kept.make()
        kept.take(make.page("p1", "v1", "library.example"), make.request(page="p1"))
        if deleted:
            kept.take(make.page("m1", "v2", "marked-host.example"), make.request(page="m1", host="marked-tracker.example"))
            kept.forget_site("marked-host.example")
        key = Vault(kept.folder).open(PASSPHRASE)
        with closing(encrypted(KeptFolder(kept.folder).database, key)) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
            found = {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall()) for name in tables if name != "_sqlite_migrations"}
        kept.erase()
        kept.store.stop()
        return found

    assert rows(deleted=True) == rows(deleted=False)


# A full disk


def test_on_a_full_disk_the_ballast_makes_room_for_a_deletion(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    ballast = KeptFolder(kept.folder).ballast
    really = Writer.forget_visit

    def where_there_is_room(self: Writer, visit: str) -> bool:
        if self._db is not kept.store._shelves._memory.db and ballast.stat().st_size:
            raise StoreError(wording.DISK_FULL)
        return really(self, visit)

    monkeypatch.setattr(Writer, "forget_visit", where_there_is_room)
    assert ballast.stat().st_size > 0
    assert kept.forget_visit("v1") == Deletion(True)
    assert kept.shown() == set()
    assert ballast.stat().st_size > 0


def test_what_waits_for_a_full_disk_is_deleted_as_well(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError(wording.DISK_FULL)

    kept = open_on_disk(DAYS_7)
    kept.make()
    with monkeypatch.context() as patched:
        patched.setattr(Writer, "keep", full)
        kept.take(make.page(), make.submission(), make.page("q1", "v2", "library.example"))
        assert kept.acknowledged() == {"s1": Stored.DISK}
        assert kept.forget_site("police.example") == Deletion(True)
    assert kept.shown() == {"v2"}
    assert kept.troubles == [wording.DISK_FULL]


def test_a_deletion_that_the_world_prevents_is_not_told_as_done(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise StoreError(wording.NOT_ALLOWED)

    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    monkeypatch.setattr(Writer, "forget_visit", refuse)
    deletion = kept.forget_visit("v1")
    assert not deletion.gone
    assert kept.troubles == [wording.NOT_ALLOWED]


# Everything


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_erasing_everything_needs_no_passphrase_and_leaves_nothing(open_on_disk: Open, make: Any, locked: bool) -> None:
    kept = open_on_disk(DAYS_7)
    kept.take(make.page("q1", "in memory"))
    kept.make()
    keep_marked(kept, make)
    if locked:
        kept.lock()
        assert not kept.unlock("another passphrase").opened
    assert kept.erase() == Deletion(True)
    assert kept.store.kept is Kept.NONE
    assert kept.stands[-1] is Kept.NONE
    assert kept.visits() == ()
    assert kept.files() == set()


def test_after_that_pages_go_to_memory_until_a_new_passphrase_is_made(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.erase()
    kept.take(make.request(), make.page("q1", "v2"), make.submission("s2", "q1"), make.submission("s1", "p1"))
    assert kept.shown() == {"v2"}
    assert kept.acknowledged() == {"s1": Stored.NOT_WANTED, "s2": Stored.IN_MEMORY}
    assert kept.make("linen on the line").opened
    kept.take(make.page("q3", "v3"), make.submission("s3", "q3"))
    assert kept.acknowledged() == {"s3": Stored.STORED}


def test_a_wrong_try_before_is_forgotten_with_everything(open_on_disk: Open) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.lock()
    kept.unlock("another passphrase")
    kept.erase()
    kept.make("linen on the line")
    kept.lock()
    assert kept.unlock("linen on the line").opened


def test_the_key_goes_first_so_that_nothing_can_be_read_if_the_rest_is_prevented(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    keep_marked(kept, make)
    really = Path.unlink

    def only_the_key(self: Path, missing_ok: bool = False) -> None:
        if self.name.startswith("history.db"):
            raise PermissionError
        really(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", only_the_key)
    deletion = kept.erase()
    assert not deletion.gone
    assert "history.db" in deletion.traces
    assert deletion.unreadable
    assert not KeptFolder(kept.folder).key.exists()
    assert kept.troubles == [wording.NOT_ALLOWED]
    assert kept.store.kept is Kept.NONE
    kept.erase()
    assert kept.troubles == [wording.NOT_ALLOWED] * 2  # the person has asked again


def test_where_the_key_could_not_be_removed_nothing_is_called_unreadable(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    keep_marked(kept, make)

    def refuse(*_: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert kept.erase() == Deletion(False)
    assert kept.store.kept is Kept.LOCKED


def test_erasing_where_nothing_was_ever_kept_empties_memory(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(Retention.UNTIL_CLOSE)
    kept.take(make.page())
    assert kept.erase() == Deletion(True)
    assert kept.visits() == ()
    assert kept.stands == []


def test_a_history_that_is_not_ours_to_read_is_no_database_to_others(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.lock()
    with closing(sqlite3.connect(KeptFolder(kept.folder).database)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM visits")
