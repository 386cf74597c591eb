"""Very much is deleted in parts: how far it is can be seen, and it can be stopped; what is gone by then stays gone."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from netcurtain.core.keeping import Deleted, Deletion, Stored
from netcurtain.core.settings import Retention
from netcurtain.history import deletion
from netcurtain.history.deletion import SEARCHED_FROM
from netcurtain.history.rows import VisitQuery

TIMEOUT = 20


@pytest.fixture
def kept(open_on_disk: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ten visits to one site and one to another, which are deleted three at a time."""
    monkeypatch.setattr(deletion, "PART", 3)
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(*(make.page(f"p{n}", f"v{n}", started=make.time + n) for n in range(10)), make.page("stays", "stays", "library.example"))
    return kept


WAYS = {
    "a site": lambda kept, _make, done, progress: kept.store.forget_site("police.example", done, progress),
    "a time": lambda kept, make, done, progress: kept.store.forget_between(make.time, make.time + 10, done, progress),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_how_far_it_is_only_grows_and_at_the_end_everything_is_gone(kept: Any, make: Any, way: Callable[..., Any]) -> None:
    if way is WAYS["a time"]:
        kept.forget_visit("stays")  # it is of the same time
    told: list[float] = []
    answer: Future[Deletion] = Future()
    way(kept, make, answer.set_result, told.append)
    assert answer.result(TIMEOUT) == Deletion(True)
    assert len(told) == 4  # three, three, three and one
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] <= 1
    assert kept.shown() <= {"stays"}
    kept.take(*(make.page(f"late{n}", f"v{n}") for n in range(10)))
    assert kept.shown() <= {"stays"}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_where_it_is_stopped_what_is_gone_stays_gone_and_the_rest_goes_on(kept: Any, make: Any, way: Callable[..., Any]) -> None:
    cancels: list[Callable[[], None]] = []
    begun: list[float] = []

    def stop(part: float) -> None:
        begun.append(part)
        cancels[0]()

    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    cancels.append(way(kept, make, answer.set_result, stop))
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(False, stopped=True)
    left = kept.shown()
    gone = {"stays", *(f"v{n}" for n in range(10))} - left
    assert len(begun) == 1
    assert len(gone) == 3
    assert kept.deleted == [Deleted(frozenset(gone))]
    kept.take(*(make.page(f"late{n}", f"v{n}") for n in range(10)), make.request(page="p9"))
    assert kept.shown() == left
    assert kept.forget_site("police.example").gone
    assert not {name for name in kept.shown() if name != "stays"}


def test_where_it_is_stopped_what_went_is_searched_for_and_the_answer_says_where_it_is_left(kept: Any, make: Any) -> None:
    cancels: list[Callable[[], None]] = []
    (kept.folder / "history-damaged-1.db").write_bytes(b"about v0-has-gone")
    kept.take(make.page("p-first", "v0-has-gone", started=make.time + 1))
    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    cancels.append(kept.store.forget_site("police.example", answer.set_result, lambda _part: cancels[0]()))
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(False, ("history-damaged-1.db",), stopped=True)
    assert len(kept.shown()) == 9


def test_stopped_with_the_last_part_it_is_not_said_that_something_is_left(kept: Any) -> None:
    cancels: list[Callable[[], None]] = []
    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    cancels.append(
        kept.store.forget_site("police.example", answer.set_result, lambda part: cancels[0]() if part >= SEARCHED_FROM else None)
    )
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(True)
    assert kept.shown() == {"stays"}


# What else waits has its turn between the parts


def ask_between(kept: Any, job: Callable[[], object]) -> Deletion:
    """Delete a site, and ask for something else when the first part is gone."""
    asked: list[float] = []

    def once(part: float) -> None:
        if not asked:
            asked.append(part)
            job()

    answer: Future[Deletion] = Future()
    kept.store.forget_site("police.example", answer.set_result, once)
    deletion = answer.result(TIMEOUT)
    assert asked
    return deletion


def test_a_question_is_answered_and_a_submission_committed_between_two_parts(kept: Any, make: Any) -> None:
    left: Future[int] = Future()

    def ask() -> None:
        kept.store.keep([make.submission("s-stays", "stays")])
        kept.store.visits(VisitQuery(), None, 100, lambda page: left.set_result(len(page.rows)))

    assert ask_between(kept, ask) == Deletion(True)
    assert left.result(TIMEOUT) == 8
    assert kept.shown() == {"stays"}
    assert kept.acknowledged() == {"s-stays": Stored.STORED}


def test_locked_between_two_parts_the_rest_goes_when_it_is_opened(kept: Any) -> None:
    assert ask_between(kept, kept.store.lock) == Deletion(False, locked=True)
    assert kept.unlock().opened
    assert kept.shown() == {"stays"}


def test_erased_between_two_parts_nothing_is_left(kept: Any) -> None:
    assert ask_between(kept, lambda: kept.store.erase(lambda _deletion: None)) == Deletion(True)
    assert kept.files() == set()


def test_a_visit_to_the_site_that_begins_between_two_parts_goes_too(kept: Any, make: Any) -> None:
    assert ask_between(kept, lambda: kept.store.keep([make.page("late", "late")])) == Deletion(True)
    assert kept.shown() == {"stays"}


def test_what_is_kept_between_two_parts_goes_too(open_on_disk: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletion, "PART", 3)
    kept = open_on_disk(Retention.CHOSEN)
    kept.make()
    kept.take(*(make.page(f"p{n}", f"v{n}", started=make.time + n) for n in range(10)))
    assert ask_between(kept, lambda: kept.store.keep_visit("v9", lambda _kept: None)) == Deletion(True)
    assert kept.shown() == set()


def test_an_end_between_two_parts_waits_for_the_rest(kept: Any) -> None:
    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    kept.store.forget_site("police.example", answer.set_result)
    go_on.set()
    kept.store.stop()
    assert answer.result(0) == Deletion(True)


def test_stopped_before_it_began_nothing_is_gone(kept: Any) -> None:
    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    kept.store.forget_site("police.example", answer.set_result)()
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(False, stopped=True)
    assert len(kept.shown()) == 11
    assert kept.deleted == [Deleted()]


def test_stopping_what_is_over_changes_nothing(kept: Any) -> None:
    answer: Future[Deletion] = Future()
    cancel = kept.store.forget_site("police.example", answer.set_result)
    assert answer.result(TIMEOUT).gone
    cancel()
    assert kept.shown() == {"stays"}


def test_erasing_everything_cannot_be_stopped(kept: Any) -> None:
    told: list[float] = []
    answer: Future[Deletion] = Future()
    go_on = kept.hold()
    kept.store.erase(answer.set_result, told.append)()
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(True)
    assert told == [1.0]
    assert kept.shown() == set()


def test_what_was_stopped_while_it_was_locked_is_not_deleted_when_it_is_opened(kept: Any) -> None:
    kept.lock()
    go_on = kept.hold()
    answer: Future[Deletion] = Future()
    kept.store.forget_site("police.example", answer.set_result)()
    go_on.set()
    assert answer.result(TIMEOUT) == Deletion(False, stopped=True)
    kept.unlock()
    assert len(kept.shown()) == 11
