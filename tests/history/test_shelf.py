"""When a submission is answered, and with what. The commits themselves are tried in test_store.py."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.history.records import CHECKED_WITH

from netcurtain.core.keeping import Acknowledged, Stored
from netcurtain.history import shelf as shelf_module
from netcurtain.history import wording
from netcurtain.history.database import ready
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.shelf import Shelf
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Limits, Writer


class Answers:
    """What was told of submissions; each with how many of them another process could see at that moment."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.told: list[tuple[str, Stored, int]] = []

    def __call__(self, submissions: Sequence[Acknowledged]) -> None:
        other = sqlite3.connect(self._path)
        for answer in submissions:
            (seen,) = other.execute("SELECT count(*) FROM submissions WHERE name = ?", (answer.submission,)).fetchone()
            self.told.append((answer.submission, answer.stored, seen))
        other.close()


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "shelf.db")


@pytest.fixture
def open_shelf(tmp_path: Path, answers: Answers) -> Iterator[Callable[..., Shelf]]:
    opened: list[Database] = []

    def start(limits: Limits | None = None) -> Shelf:
        opened.append(ready(lambda: Database(str(tmp_path / "shelf.db"))))
        return Shelf(opened[-1], Writer(opened[-1], limits or Limits()), Stored.STORED, answers)

    yield start
    for db in opened:
        db.close()


@pytest.fixture
def shelf(open_shelf: Callable[..., Shelf]) -> Shelf:
    return open_shelf()


def fail(shelf: Shelf, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(shelf.writer, "keep", refuse)


def test_a_submission_is_answered_once_it_is_committed_and_once(shelf: Shelf, answers: Answers, make: Any) -> None:
    for record in (make.page(), make.submission("s1"), make.submission("s1")):
        shelf.take(record)
    assert answers.told == []
    assert shelf.urgent
    assert shelf.flush() is True
    assert shelf.flush() is False
    assert answers.told == [("s1", Stored.STORED, 1)]


def test_sent_again_it_is_answered_again_and_stored_once(shelf: Shelf, answers: Answers, make: Any) -> None:
    for records in ((make.page(), make.submission("s1")), (make.submission("s1"),)):
        for record in records:
            shelf.take(record)
        shelf.flush()
    assert answers.told == [("s1", Stored.STORED, 1)] * 2


def test_where_the_world_prevents_the_commit_it_says_so_and_is_stored_later_all_the_same(
    shelf: Shelf, answers: Answers, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        fail(shelf, patched, StoreError(wording.DISK_FULL))
        shelf.take(make.page())
        shelf.take(make.submission("s1"))
        with pytest.raises(StoreError):
            shelf.flush()
    assert answers.told == [("s1", Stored.DISK, 0)]
    assert shelf.failing
    assert not shelf.urgent
    assert 0 < shelf.wait <= shelf_module.RETRY_SECONDS
    assert shelf.flush() is True
    assert shelf.has("s1")
    assert answers.told == [("s1", Stored.DISK, 0)]
    assert not shelf.failing


def test_a_bug_of_ours_leaves_no_submission_unanswered(shelf: Shelf, answers: Answers, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(shelf, monkeypatch, RuntimeError())
    shelf.take(make.submission("s1"))
    with pytest.raises(RuntimeError):
        shelf.flush()
    assert answers.told == [("s1", Stored.DISK, 0)]


def test_a_submission_that_its_full_visit_did_not_take_is_not_told_as_stored(
    open_shelf: Callable[..., Shelf], answers: Answers, make: Any
) -> None:
    shelf = open_shelf(Limits(rows_a_visit=1))
    for record in (make.page(), make.page("p2"), make.submission("s1")):
        shelf.take(record)
    shelf.flush()
    assert answers.told == [("s1", Stored.UNKNOWN_PAGE, 0)]


def test_what_waits_of_a_page_that_is_not_wanted_is_let_go(shelf: Shelf, answers: Answers, make: Any) -> None:
    for record in (make.page("p1"), make.submission("s1", "p1"), make.page("p2", "v2"), make.submission("s2", "p2")):
        shelf.take(record)
    assert [page.page for page in shelf.waiting_pages()] == ["p1", "p2"]
    shelf.drop({"p1"})
    assert answers.told == [("s1", Stored.NOT_WANTED, 0)]
    shelf.flush()
    assert answers.told[1:] == [("s2", Stored.STORED, 1)]
    assert not shelf.has("s1")


def test_all_that_waits_is_let_go_with_an_answer(shelf: Shelf, answers: Answers, make: Any) -> None:
    shelf.take(make.page())
    shelf.take(make.submission("s1"))
    shelf.let_go(Stored.LOCKED)
    assert answers.told == [("s1", Stored.LOCKED, 0)]
    assert shelf.flush() is False
    assert shelf.wait == float("inf")


def test_a_page_is_given_back_as_it_was_told(shelf: Shelf, make: Any) -> None:
    page = make.page(circumstances=CHECKED_WITH, from_start=False)
    shelf.take(page)
    shelf.take(make.page("p2"))
    shelf.flush()
    assert shelf.page("p1") == page
    assert shelf.page("p2") == make.page("p2")
    assert shelf.page("p3") is None
