"""The store forgets visits by itself, as the person has answered. The clock stands still unless a test moves it on."""

import queue
import threading
from collections.abc import Callable
from typing import Any

import pytest

from netcurtain.core import filing
from netcurtain.core.event import PageKey
from netcurtain.core.page import Page, Visit
from netcurtain.core.settings import Retention
from netcurtain.history import shelf, worker
from netcurtain.history.retention import REMEMBERED
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.history.store import Store

SOON, UNTIL_CLOSE = Retention.FORGET_SOON, Retention.UNTIL_CLOSE
TEN = REMEMBERED[SOON]
TIMEOUT = 20


@pytest.fixture
def kept(open_kept: Callable[..., Any], still: Any) -> Any:
    return open_kept(now=still)


def test_a_visit_is_there_for_ten_minutes_and_then_nothing_in_the_database_names_it(kept: Any, make: Any, still: Any) -> None:
    kept.store.follow(SOON)
    kept.take(*make.left())
    still.seconds += TEN - 1
    assert kept.shown() == {"v1"}
    still.seconds += 1
    assert kept.shown() == set()
    assert kept.story("v1") is None
    assert kept.changes.qsize() == 1
    everything = kept.everything().casefold()
    assert "police" not in everything
    assert "facebook" not in everything


def test_without_an_answer_a_visit_stays(kept: Any, make: Any, still: Any) -> None:
    kept.take(*make.left())
    still.seconds += 100 * TEN
    assert kept.shown() == {"v1"}
    assert kept.changes.empty()


def test_an_answer_given_before_the_start_holds(make: Any, still: Any) -> None:
    answers: list[Any] = []
    store = Store(now=still)
    store.follow(SOON)
    store.start()
    store.keep([make.page(), make.closed()])
    store.visits(VisitQuery(), None, 10, lambda _rows: setattr(still, "seconds", still.seconds + TEN))
    store.visits(VisitQuery(), None, 10, answers.append)
    store.stop()
    assert answers == [VisitPage(())]


def test_from_keeping_to_forgetting_what_was_left_long_ago_goes_at_once_and_the_rest_when_its_time_comes(
    kept: Any, make: Any, still: Any
) -> None:
    kept.take(*make.left())
    still.seconds += TEN
    kept.take(*make.left(2, "library.example"))
    kept.store.keep([make.page("p3", "v3", "open.example")])
    assert kept.shown() == {"v1", "v2", "v3"}
    kept.store.follow(SOON)
    kept.changed()
    assert kept.shown() == {"v2", "v3"}
    still.seconds += TEN
    assert kept.shown() == {"v3"}


def test_from_forgetting_to_keeping_what_is_still_there_stays(kept: Any, make: Any, still: Any) -> None:
    kept.store.follow(SOON)
    kept.take(*make.left())
    still.seconds += TEN - 1
    kept.take(*make.left(2, "library.example"))
    still.seconds += 1
    assert kept.shown() == {"v2"}
    kept.store.follow(UNTIL_CLOSE)
    kept.visits()
    still.seconds += 100 * TEN
    assert kept.shown() == {"v2"}


def test_following_does_not_wait_for_the_thread(kept: Any) -> None:
    busy, go_on = threading.Event(), threading.Event()
    let_go: list[bool] = []

    def hold(_rows: object) -> None:
        busy.set()
        let_go.append(go_on.wait(TIMEOUT))

    kept.store.visits(VisitQuery(), None, 1, hold)
    assert busy.wait(TIMEOUT)
    kept.store.follow(SOON)
    go_on.set()
    kept.store.stop()
    assert let_go == [True]


def test_an_answer_holds_even_where_there_is_no_room_for_another_job(make: Any, still: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MAX_JOBS", 2)
    store = Store(now=still)
    store.start()
    busy, go_on = threading.Event(), threading.Event()
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def hold(_rows: object) -> None:
        busy.set()
        go_on.wait(TIMEOUT)

    store.keep([make.page(), make.closed()])
    store.visits(VisitQuery(), None, 1, hold)
    assert busy.wait(TIMEOUT)
    still.seconds += TEN
    for _ in range(2):
        store.visits(VisitQuery(), None, 1, answers.put)
    store.follow(SOON)
    go_on.set()
    assert [len(answers.get(timeout=TIMEOUT).rows) for _ in range(2)] == [1, 1]  # asked before, so answered as it was
    store.visits(VisitQuery(), None, 1, answers.put)
    store.stop()
    assert answers.get(timeout=TIMEOUT) == VisitPage(())


def test_while_a_page_of_it_is_open_a_visit_stays(kept: Any, make: Any, still: Any) -> None:
    kept.store.follow(SOON)
    kept.store.keep([make.page("p1"), make.page("p2"), make.closed("p1")])
    kept.visits()
    still.seconds += 100 * TEN
    assert kept.shown() == {"v1"}
    kept.store.keep([make.closed("p2")])
    assert kept.shown() == {"v1"}
    still.seconds += TEN
    assert kept.shown() == set()


def test_late_records_of_its_pages_do_not_bring_it_back(kept: Any, make: Any, still: Any) -> None:
    kept.store.follow(SOON)
    kept.take(*make.left())
    still.seconds += TEN
    assert kept.shown() == set()
    kept.store.keep([make.page(), make.request("r2"), make.finding(), make.form(), make.submission("s9"), make.closed()])
    assert kept.shown() == set()
    assert "police" not in kept.everything()


def test_what_waits_to_be_written_goes_too(kept: Any, make: Any, still: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is told of and closed, and its time has come, all before the first commit."""
    monkeypatch.setattr(shelf, "COMMIT_SECONDS", 10_000.0)
    kept.store.follow(SOON)
    taken = threading.Event()
    kept.store.keep([make.page(), make.closed()])
    kept.store._worker.ask(taken.set)
    assert taken.wait(TIMEOUT)
    still.seconds += TEN
    assert kept.shown() == set()
    kept.store.keep([make.page()])
    assert kept.shown() == set()


@pytest.mark.parametrize("visit", ["v2", "v1"], ids=["of another name", "that a tab goes on with hours later"])
def test_a_new_page_at_the_same_site_is_a_new_visit(kept: Any, make: Any, still: Any, visit: str) -> None:
    kept.store.follow(SOON)
    kept.take(*make.left())
    still.seconds += TEN
    assert kept.shown() == set()
    kept.store.keep([make.page("p2", visit, started=make.time + 5), make.request("r2", "p2")])
    (row,) = kept.visits()
    assert (row.visit, row.site, row.started) == (visit, "police.example", make.time + 5)
    assert len(kept.told(visit).lines) == 2
    kept.store.keep([make.closed("p2")])
    kept.visits()
    still.seconds += TEN
    assert kept.shown() == set()


def test_a_visit_that_the_person_forgot_stays_forgotten_when_its_time_comes(kept: Any, make: Any, still: Any) -> None:
    kept.store.follow(SOON)
    kept.take(*make.left())
    assert kept.forget_visit("v1").gone
    still.seconds += TEN
    kept.store.keep([make.page("p2", "v1")])
    assert kept.shown() == set()


def test_nothing_of_a_private_page_is_known_to_be_left(kept: Any, still: Any) -> None:
    page = Page(
        PageKey("b", "p"), 1, Visit("b:p", "police.example", True), "https://police.example/", "police.example", "t", True, 0.0, True
    )
    kept.store.follow(SOON)
    kept.store.keep([*filing.page_records(page), *filing.closed_records(page)])
    still.seconds += TEN
    assert kept.shown() == set()
    assert kept.changes.empty()


def test_a_window_that_fails_to_hear_of_it_does_not_end_the_thread(make: Any, still: Any, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise RuntimeError(make.page().site)

    answers: list[Any] = []
    store = Store(changed=fail, now=still)
    store.start()
    store.keep([make.page(), make.closed()])
    store.visits(VisitQuery(), None, 10, lambda _rows: setattr(still, "seconds", still.seconds + TEN))
    store.follow(SOON)
    store.visits(VisitQuery(), None, 10, answers.append)
    store.stop()
    assert answers == [VisitPage(())]
    assert caplog.text.count("a job of the history failed: RuntimeError") == 1
    assert "police" not in caplog.text


def test_after_the_store_was_closed_an_answer_does_nothing(make: Any, still: Any) -> None:
    changes: list[None] = []
    store = Store(changed=lambda: changes.append(None), now=still)
    store.start()
    store.keep([make.page(), make.closed()])
    store.stop()
    still.seconds += TEN
    store.follow(SOON)
    store.stop()
    assert changes == []
