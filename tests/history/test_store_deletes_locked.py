"""What is deleted while the history on disk is locked: never called gone, and seen to at the next opening of this run."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Deleted, Deletion, Kept
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import wording
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Writer

UNTIL_CLOSE, DAYS_7 = Retention.UNTIL_CLOSE, Retention.DAYS_7
Open = Callable[..., Any]

DELETIONS: dict[str, Callable[[Any, Any], Deletion]] = {
    "a visit": lambda kept, _make: kept.forget_visit("v1"),
    "a site": lambda kept, _make: kept.forget_site("police.example"),
    "a time": lambda kept, make: kept.forget_between(make.time - 1000, make.time + 1000),
}
each = pytest.mark.parametrize("delete", DELETIONS.values(), ids=DELETIONS.keys())


@pytest.fixture
def locked(open_on_disk: Open, make: Any) -> Any:
    """One visit in the file, of one page that is still open, and one that stays; then it is locked, and pages go to memory."""
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page(), make.page("p9", "stays", "library.example", started=make.time - 9_000_000))
    kept.lock()
    kept.store.follow(UNTIL_CLOSE)
    return kept


@each
def test_it_is_not_called_gone_and_goes_when_it_is_opened(locked: Any, make: Any, delete: Callable[..., Deletion]) -> None:
    assert delete(locked, make) == Deletion(False, locked=True)
    locked.unlock()
    assert locked.shown() == {"stays"}
    locked.take(make.page(title="Another title"), make.request("r2"))
    assert locked.shown() == {"stays"}


@each
def test_what_memory_had_of_it_goes_at_once(locked: Any, make: Any, delete: Callable[..., Deletion]) -> None:
    locked.take(make.page("p2", "v1"), make.page("p8", "v8", "library.example", started=make.time - 8_000_000))
    assert locked.shown() == {"v1", "v8"}
    assert delete(locked, make).locked
    assert locked.shown() == {"v8"}
    assert "v1" in locked.deleted[0].visits


@each
def test_without_a_history_on_disk_it_is_gone(open_on_disk: Open, make: Any, delete: Callable[..., Deletion]) -> None:
    kept = open_on_disk(UNTIL_CLOSE)
    kept.take(make.page())
    assert delete(kept, make) == Deletion(True)


@each
def test_once_everything_was_erased_nothing_is_left_to_delete(locked: Any, make: Any, delete: Callable[..., Deletion]) -> None:
    delete(locked, make)
    locked.erase()
    assert locked.store._shelves._at_opening.wait == math.inf
    assert locked.make("linen on the line").opened
    locked.store.follow(DAYS_7)
    locked.take(make.page("q1", "v2"))
    locked.lock()
    locked.unlock("linen on the line")
    assert locked.shown() == {"v2"}


def test_what_came_into_memory_since_then_was_not_meant(locked: Any, make: Any) -> None:
    locked.forget_site("police.example")
    locked.take(make.page("q1", "v2"))
    locked.unlock()
    assert {row.visit: row.on_disk for row in locked.visits()} == {"stays": True, "v2": False}


def test_it_is_done_at_one_opening_alone(locked: Any, make: Any) -> None:
    locked.forget_site("police.example")
    locked.unlock()
    locked.store.follow(DAYS_7)
    locked.take(make.page("q1", "v2"))
    locked.lock()
    locked.unlock()
    assert locked.shown() == {"stays", "v2"}


def test_what_memory_could_not_let_go_of_is_no_matter_of_a_lock(locked: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise StoreError(wording.NOT_ALLOWED)

    locked.take(make.page("p2", "v1"))
    monkeypatch.setattr(Writer, "forget_visit", refuse)
    assert locked.forget_visit("v1") == Deletion(False)


def test_a_file_that_still_has_something_of_it_is_told_all_the_same(open_on_disk: Open, make: Any, tmp_path: Path) -> None:
    log = tmp_path / "netcurtain.log"
    log.write_text("something about police.example\n", encoding="utf-8")
    kept = open_on_disk(UNTIL_CLOSE, searched=(log,))
    kept.make()
    kept.lock()
    kept.take(make.page())
    assert kept.forget_visit("v1") == Deletion(False, ("netcurtain.log",))


def test_the_folder_of_a_locked_history_tells_nothing_of_what_waits(locked: Any) -> None:
    before = {name: (locked.folder / name).read_bytes() for name in locked.files()}
    locked.forget_site("police.example")
    assert {name: (locked.folder / name).read_bytes() for name in locked.files()} == before
    assert locked.store.kept is Kept.LOCKED


def test_who_deletes_is_told_of_and_who_only_does_not_want_it_kept_is_not(locked: Any) -> None:
    locked.take(VisitUnkeptRecord("v1"))
    locked.unlock()
    assert locked.shown() == {"stays"}
    assert locked.deleted == []
    locked.forget_site("library.example")
    locked.erase()
    assert locked.deleted == [Deleted(frozenset({"stays"}), "library.example"), Deleted(everything=True)]
