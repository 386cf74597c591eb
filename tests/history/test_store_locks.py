"""Locking, passphrases that are derived meanwhile, and another process that erases what this one has open."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Kept, Stored, Unlocking
from netcurtain.core.settings import Retention
from netcurtain.history import shelf, shelves, wording
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.passphrases import Passphrases
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Writer

TIMEOUT = 20
SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
Open = Callable[..., Any]


def places(kept: Any) -> dict[str, bool]:
    """Every visit that is shown, and whether it is on disk."""
    return {row.visit: row.on_disk for row in kept.visits()}


def test_what_waits_is_committed_before_it_is_locked(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "COMMIT_SECONDS", 10_000.0)
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.store.keep([make.page()])
    kept.lock()
    kept.unlock()
    assert places(kept) == {"v1": True}


def test_what_cannot_be_committed_when_it_is_locked_is_told_and_it_is_locked_all_the_same(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError(wording.DISK_FULL)

    kept = open_on_disk(DAYS_30)
    kept.make()
    monkeypatch.setattr(Writer, "keep", full)
    kept.store.keep([make.page(), make.submission()])
    kept.lock()
    assert kept.store.kept is Kept.LOCKED
    assert kept.acknowledged() == {"s1": Stored.DISK}
    assert kept.troubles == [wording.DISK_FULL]


def test_a_passphrase_from_before_a_lock_opens_nothing_after_it(open_on_disk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.lock()
    asked, go_on = threading.Event(), threading.Event()
    really = Passphrases.open

    def slowly(self: Passphrases, passphrase: str) -> bytes | Unlocking:
        asked.set()
        go_on.wait(TIMEOUT)
        return really(self, passphrase)

    monkeypatch.setattr(Passphrases, "open", slowly)
    answer: Future[Unlocking] = Future()
    kept.store.unlock("curtains in the morning", answer.set_result)
    assert asked.wait(TIMEOUT)
    kept.lock()
    go_on.set()
    assert answer.result(TIMEOUT) == Unlocking(False, wording.LOCKED_MEANWHILE)
    assert kept.store.kept is Kept.LOCKED


def test_while_a_key_is_derived_submissions_are_answered(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = open_on_disk(CHOSEN)
    asked, go_on = threading.Event(), threading.Event()

    def slowly(_self: Passphrases, _passphrase: str) -> Unlocking:
        asked.set()
        go_on.wait(TIMEOUT)
        return Unlocking(False)

    monkeypatch.setattr(Passphrases, "make", slowly)
    answered = threading.Event()
    kept.store.make("curtains in the morning", lambda _answer: answered.set())
    assert asked.wait(TIMEOUT)
    kept.store.keep([make.page(), make.submission()])
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY}
    assert not answered.is_set()
    go_on.set()
    assert answered.wait(TIMEOUT)


def test_it_can_be_given_another_passphrase_open_or_locked(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    assert kept.change("curtains in the morning", "linen on the line") == Unlocking(True)
    assert places(kept) == {"v1": True}
    kept.lock()
    assert kept.change("linen on the line", "daylight and quiet") == Unlocking(True)
    assert places(kept) == {}
    assert kept.unlock("daylight and quiet") == Unlocking(True)
    assert places(kept) == {"v1": True}


@pytest.mark.parametrize("what", ["make", "unlock"])
def test_where_the_file_cannot_be_opened_it_says_why_and_stays_locked(
    open_on_disk: Open, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(wording.NEWER)

    kept = open_on_disk(DAYS_30)
    if what == "unlock":
        kept.make()
        kept.lock()
    monkeypatch.setattr(KeptFile, "open", refuse)
    assert getattr(kept, what)() == Unlocking(False, wording.NEWER)
    assert kept.store.kept is Kept.LOCKED


ASKED: dict[str, Callable[[Any, Callable[[Unlocking], None]], None]] = {
    "make": lambda store, done: store.make("curtains in the morning", done),
    "open": lambda store, done: store.unlock("curtains in the morning", done),
    "change": lambda store, done: store.change_passphrase("curtains in the morning", "linen on the line", done),
}


@pytest.mark.parametrize("what", ASKED)
def test_whatever_goes_wrong_with_the_key_whoever_asked_is_answered_once(
    open_on_disk: Open, monkeypatch: pytest.MonkeyPatch, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    def trip(*_: object) -> None:
        raise ZeroDivisionError

    kept = open_on_disk(DAYS_30)
    monkeypatch.setattr(Passphrases, what, trip)
    answers: queue.SimpleQueue[Unlocking] = queue.SimpleQueue()
    ASKED[what](kept.store, answers.put)
    assert answers.get(timeout=TIMEOUT) == Unlocking(False, wording.HISTORY_CLOSED)
    kept.visits()
    assert answers.empty()
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("what", ASKED)
def test_where_no_thread_can_be_had_whoever_asked_is_answered(open_on_disk: Open, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    def none_left(_self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    kept = open_on_disk(DAYS_30)
    answers: queue.SimpleQueue[Unlocking] = queue.SimpleQueue()
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", none_left)
        ASKED[what](kept.store, answers.put)
    assert answers.get(timeout=TIMEOUT) == Unlocking(False, wording.HISTORY_CLOSED)


def test_who_deletes_is_answered_even_where_saying_that_it_failed_fails_too(open_on_disk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise ZeroDivisionError

    kept = open_on_disk(DAYS_30)
    monkeypatch.setattr(shelves, "delete", trip)
    monkeypatch.setattr(kept.store._shelves, "failed", trip)
    assert not kept.forget_visit("v1").gone


def test_without_a_place_nothing_can_be_kept(kept: Any) -> None:
    answers: list[Unlocking] = []
    kept.store.make("curtains in the morning", answers.append)
    kept.store.unlock("curtains in the morning", answers.append)
    kept.store.change_passphrase("curtains in the morning", "linen on the line", answers.append)
    kept.store.lock()
    assert [answer.opened for answer in answers] == [False, False, False]
    assert kept.store.kept is Kept.NONE


# Another process


def test_what_is_erased_beside_a_locked_history_is_noticed_though_nobody_asks_for_anything(
    open_on_disk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "LONGEST_PAUSE", 0.02)
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.lock()
    kept.changes.queue.clear()
    KeptFile(kept.folder).erase()
    kept.changed()
    assert kept.store.kept is Kept.NONE


def test_who_tries_a_passphrase_after_that_is_answered_once_it_was_noticed(open_on_disk: Open) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.lock()
    KeptFile(kept.folder).erase()
    stood: Future[Kept] = Future()
    kept.store.unlock("curtains in the morning", lambda _answer: stood.set_result(kept.store.kept))
    assert stood.result(TIMEOUT) is Kept.NONE


def test_when_another_process_erased_it_the_store_lets_go_before_its_next_commit(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page(), make.submission("s1"))
    KeptFile(kept.folder).erase()
    kept.store.keep([make.submission("s2"), make.page("q1", "v2"), make.submission("s3", "q1")])
    assert places(kept) == {"v2": False}
    assert kept.acknowledged() == {"s1": Stored.STORED, "s2": Stored.NOT_WANTED, "s3": Stored.IN_MEMORY}
    assert kept.stands == [Kept.OPEN, Kept.NONE]
    assert kept.files() == set()
    assert kept.make() == Unlocking(True)


def test_when_it_was_erased_while_it_was_locked_the_browser_is_told_too(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.lock()
    KeptFile(kept.folder).erase()
    kept.take(make.page(), make.submission())
    assert kept.stands == [Kept.OPEN, Kept.LOCKED, Kept.NONE]
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY}


def test_when_its_disk_is_gone_that_is_told_and_pages_go_to_memory(open_on_disk: Open, make: Any, tmp_path: Path) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    (tmp_path / "data").rename(tmp_path / "elsewhere")
    kept.take(make.page("q1", "v2"), make.submission("s2", "q1"))
    assert kept.troubles == [wording.FOLDER_GONE]
    assert kept.acknowledged() == {"s2": Stored.IN_MEMORY}
    assert (tmp_path / "elsewhere" / "history" / "history.db").exists()
