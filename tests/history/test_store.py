import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Deletion
from netcurtain.history import shelf, wording, worker
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.history.store import Store
from netcurtain.history.trouble import StoreError

TIMEOUT = 20


def test_jobs_from_several_threads_are_done_one_after_another_in_each_threads_order(kept: Any, make: Any) -> None:
    """Each thread keeps a page, then its requests, asking in between: an answer always holds what was kept before it."""
    answers: list[tuple[int, int, Future[Any]]] = []
    workers: set[str] = set()
    together = threading.Barrier(4)

    def work(thread: int) -> None:
        together.wait(TIMEOUT)
        kept.store.keep([make.page(f"p{thread}", f"v{thread}")])
        for count in range(1, 31):
            kept.store.keep([make.request(f"r{count}", f"p{thread}", after=count)])
            answer: Future[Any] = Future()
            answers.append((thread, count, answer))

            def done(story: Any, answer: Future[Any] = answer) -> None:
                workers.add(threading.current_thread().name)
                answer.set_result(story)

            kept.store.story(f"v{thread}", done)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(TIMEOUT)
    for _, count, answer in answers:
        story = answer.result(TIMEOUT)
        assert len(story.requests) == count
        assert [row.time - make.time for row in story.requests] == list(range(1, count + 1))
    assert len(answers) == 120
    assert workers == {"history"}


def test_keep_returns_while_the_thread_is_still_busy(kept: Any, make: Any) -> None:
    busy, go_on = threading.Event(), threading.Event()

    def hold(_rows: object) -> None:
        busy.set()
        go_on.wait(TIMEOUT)

    kept.store.visits(VisitQuery(), None, 1, hold)
    assert busy.wait(TIMEOUT)
    kept.store.keep([make.page()])
    go_on.set()
    assert len(kept.visits()) == 1


def test_stopping_finishes_what_waits(open_kept: Callable[..., Any], make: Any, tmp_path: Path) -> None:
    path = str(tmp_path / "history.db")
    kept = open_kept(path)
    for n in range(500):
        kept.store.keep([make.page(f"p{n}", f"v{n}")])
    kept.store.stop()
    kept.store.stop()
    assert len(open_kept(path).visits(limit=1000)) == 500


def commits(open_kept: Callable[..., Any]) -> tuple[Any, threading.Event, list[str]]:
    """A store whose database tells of every commit."""
    committed = threading.Event()
    statements: list[str] = []

    def listen(statement: str) -> None:
        statements.append(statement)
        if statement == "COMMIT" and any(earlier.startswith("INSERT INTO pages") for earlier in statements):
            committed.set()

    return open_kept(ready=lambda connection: connection.set_trace_callback(listen)), committed, statements


def test_what_is_kept_is_committed_soon_though_nobody_asks(open_kept: Callable[..., Any], make: Any) -> None:
    kept, committed, statements = commits(open_kept)
    kept.store.keep([make.page()])
    assert committed.wait(TIMEOUT)
    assert "BEGIN IMMEDIATE" in statements


@pytest.mark.parametrize("urgent", ["many records", "a submission"])
def test_many_records_or_a_submission_are_committed_at_once(
    open_kept: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch, urgent: str
) -> None:
    monkeypatch.setattr(shelf, "COMMIT_SECONDS", 10_000.0)
    kept, committed, _ = commits(open_kept)
    many = [make.request(f"r{n}") for n in range(shelf.COMMIT_RECORDS)]
    kept.store.keep([make.page(), *(many if urgent == "many records" else [make.submission()])])
    assert committed.wait(TIMEOUT)


def test_a_few_records_share_one_commit(open_kept: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "COMMIT_SECONDS", 10_000.0)
    kept, _, statements = commits(open_kept)
    before = statements.count("COMMIT")
    for n in range(50):
        kept.store.keep([make.page(f"p{n}")])
    kept.visits()
    assert statements.count("COMMIT") == before + 1


def test_before_start_and_after_stop_nothing_is_taken_in_and_nothing_counts_as_deleted(make: Any) -> None:
    store = Store()
    deleted: list[Deletion] = []
    store.stop()
    store.keep([make.page()])
    store.forget_visit("v1", deleted.append)
    store.start()
    store.stop()
    store.keep([make.page()])
    store.forget_site("police.example", deleted.append)
    assert deleted == [Deletion(False), Deletion(False)]


QUESTIONS: dict[str, tuple[Callable[..., None], object]] = {
    "visits": (lambda store, done: store.visits(VisitQuery(), None, 1, done), VisitPage(())),
    "companies": (lambda store, done: store.companies(done), ()),
    "changes": (lambda store, done: store.changes("v1", "v2", done), None),
    "evidence": (lambda store, done: store.evidence("v1", "", 0.0, done), None),
    "story": (lambda store, done: store.story("v1", done), None),
    "gaps": (lambda store, done: store.gaps(done), ()),
}


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "far behind"])
@pytest.mark.parametrize(("ask", "nothing"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_that_is_not_taken_is_answered_with_nothing(
    kept: Any, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., None], nothing: object, closed: bool
) -> None:
    go_on = kept.hold()
    if closed:
        go_on.set()
        kept.store.stop()
    monkeypatch.setattr(worker, "MAX_JOBS", 0)
    answers: list[object] = []
    ask(kept.store, answers.append)
    go_on.set()
    assert answers == [nothing]


def test_when_too_much_waits_the_rest_is_left_out_and_the_log_says_how_many(
    make: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker, "MAX_JOBS", 1)
    store = Store()
    store.start()
    busy, go_on = threading.Event(), threading.Event()

    def hold(_rows: object) -> None:
        busy.set()
        go_on.wait(TIMEOUT)

    store.visits(VisitQuery(), None, 1, hold)
    assert busy.wait(TIMEOUT)
    store.keep([make.page("p1")])
    store.keep([make.page("p2"), make.page("p3")])
    go_on.set()
    store.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "2 records were not kept: the history is closed, or too much is waiting for it"
    ]


def test_a_bug_in_one_record_costs_that_record_only_and_the_log_has_no_content(
    kept: Any, make: Any, caplog: pytest.LogCaptureFixture
) -> None:
    bad = make.page("p2", "v2", "secret.example", title="\ud800 secret title")
    kept.store.keep([make.page(), bad, make.page("p3", "v3")])
    assert {row.visit for row in kept.visits()} >= {"v1", "v3"}
    assert "keeping a PageRecord failed: UnicodeEncodeError" in caplog.text
    assert "secret" not in caplog.text


def test_a_callback_that_fails_does_not_end_the_thread(kept: Any, make: Any, caplog: pytest.LogCaptureFixture) -> None:
    def fail(page: VisitPage) -> None:
        raise RuntimeError(page.rows[0].site)

    kept.store.keep([make.page()])
    kept.store.visits(VisitQuery(), None, 1, fail)
    assert len(kept.visits()) == 1
    assert "RuntimeError" in caplog.text
    assert "police.example" not in caplog.text


def full(connection: sqlite3.Connection) -> None:
    """As if the disk had no room for another page."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_is_told_once_and_the_records_wait_until_there_is_room(kept: Any, make: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    kept.store.keep([make.page()])
    kept.visits()
    full(kept.connections[0])
    kept.store.keep([make.page(f"q{n}", f"w{n}", title="t" * 2000) for n in range(100)])
    assert [row.visit for row in kept.visits()] == ["v1"]
    assert [row.visit for row in kept.visits()] == ["v1"]
    assert kept.troubles == [wording.DISK_FULL]
    kept.connections[0].execute("PRAGMA max_page_count = 100000")
    assert len(kept.visits()) == 101
    assert kept.forget_visit("v1").gone
    assert "police" not in caplog.text


def test_what_waits_for_a_full_disk_has_an_end(kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MAX_WAITING", 30)
    full(kept.connections[0])
    for n in range(100):
        kept.store.keep([make.page(f"p{n}", f"v{n}", title="t" * 2000)])
    kept.visits()
    kept.connections[0].execute("PRAGMA max_page_count = 100000")
    assert {row.visit for row in kept.visits()} == {f"v{n}" for n in range(70, 100)}


def test_when_the_disk_has_room_again_it_goes_on_by_itself(
    open_kept: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "RETRY_SECONDS", 0.05)
    kept, committed, _ = commits(open_kept)
    full(kept.connections[0])
    kept.store.keep([make.page(f"p{n}", f"v{n}", title="t" * 2000) for n in range(200)])
    told = threading.Event()
    kept.store.visits(VisitQuery(), None, 1, lambda _rows: told.set())
    assert told.wait(TIMEOUT)
    assert not committed.is_set()
    kept.connections[0].execute("PRAGMA max_page_count = 100000")
    assert committed.wait(TIMEOUT)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("folder", wording.NOT_ALLOWED), ("no database, but text " * 100, wording.DAMAGED)],
    ids=["a folder stands there", "it is no database"],
)
def test_a_database_that_cannot_be_opened_says_what_to_do(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "history.db"
    if content == "folder":
        path.mkdir()
    else:
        path.write_text(content)
    store = Store(open_memory=lambda: Database(str(path)))
    with pytest.raises(StoreError) as refused:
        store.start()
    assert str(refused.value) == sentence
    store.stop()
