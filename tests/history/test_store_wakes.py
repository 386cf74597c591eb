"""When the history's thread wakes by itself to forget, and when it does not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.settings import Retention
from netcurtain.history import leaving, retention
from netcurtain.history.aging import LONGEST_PAUSE
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.retention import REMEMBERED

SOON, UNTIL_CLOSE = Retention.FORGET_SOON, Retention.UNTIL_CLOSE
TEN = REMEMBERED[SOON]


@pytest.fixture
def kept(open_kept: Callable[..., Any], still: Any) -> Any:
    return open_kept(now=still)


def test_it_wakes_by_itself_when_the_time_comes(open_kept: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "REMEMBERED", {**REMEMBERED, SOON: 0.05})
    kept = open_kept()
    kept.store.follow(SOON)
    kept.store.keep([make.page(), make.closed()])
    kept.changed()
    assert kept.shown() == set()


def test_after_the_computer_has_slept_it_looks_at_the_clock_by_itself(
    kept: Any, make: Any, still: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pause itself stood still; only the clock went on."""
    monkeypatch.setattr(leaving, "LONGEST_PAUSE", 0.02)
    kept.store.follow(SOON)
    kept.take(*make.left())
    still.seconds += 8 * 3600
    kept.changed()
    assert kept.shown() == set()


@pytest.mark.parametrize(
    ("answer", "told", "pauses"),
    [
        (UNTIL_CLOSE, ["page", "closed"], None),
        (SOON, ["page"], None),
        (SOON, ["page", "closed"], LONGEST_PAUSE),
    ],
    ids=["nothing is ever due", "it is open", "it is due in ten minutes"],
)
def test_it_does_not_wake_more_often_than_it_must(kept: Any, make: Any, answer: Retention, told: list[str], pauses: float | None) -> None:
    kept.store.follow(answer)
    kept.store.keep([make.page() if what == "page" else make.closed() for what in told])
    kept.visits()
    assert kept.store._shelves.pause() == pauses


def test_leaving_and_looking_at_the_clock_commit_nothing_and_forgetting_many_is_one_commit(
    open_kept: Callable[..., Any], make: Any, still: Any
) -> None:
    statements: list[str] = []
    kept = open_kept(now=still, ready=lambda connection: connection.set_trace_callback(statements.append))
    kept.store.follow(SOON)
    kept.store.keep([make.page(f"p{n}", f"v{n}") for n in range(20)])
    kept.visits()
    before = statements.count("COMMIT")
    kept.store.keep([make.closed(f"p{n}") for n in range(20)])
    kept.visits()
    still.seconds += TEN / 2
    kept.visits()
    assert statements.count("COMMIT") == before
    still.seconds += TEN / 2
    kept.visits()
    kept.visits()
    assert statements.count("COMMIT") == before + 1
    assert kept.changes.qsize() == 1


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Another program that is in the middle of reading the history's file: nothing can be wiped for good."""
    opened: list[sqlite3.Connection] = []

    def read() -> sqlite3.Connection:
        opened.append(sqlite3.connect(tmp_path / "history.db"))
        opened[-1].execute("BEGIN")
        opened[-1].execute("SELECT count(*) FROM pages").fetchone()
        return opened[-1]

    yield read
    for connection in opened:
        connection.close()


def test_where_it_cannot_be_wiped_yet_it_tries_again_by_itself(
    open_kept: Callable[..., Any], make: Any, still: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Callable[[], Any]
) -> None:
    monkeypatch.setattr(leaving, "RETRY_SECONDS", 0.05)
    kept = open_kept(str(tmp_path / "history.db"), now=still)
    kept.store.follow(SOON)
    kept.take(*make.left())
    other = reader()
    still.seconds += TEN
    assert kept.shown() == set()
    assert kept.changes.empty()
    other.close()
    kept.changed()
    assert b"police" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_until_then_it_neither_tries_at_every_job_nor_stays_awake(
    open_kept: Callable[..., Any], make: Any, still: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Callable[[], Any]
) -> None:
    monkeypatch.setattr(leaving, "RETRY_SECONDS", 10_000.0)
    statements: list[str] = []
    kept = open_kept(str(tmp_path / "history.db"), now=still, ready=lambda connection: connection.set_trace_callback(statements.append))
    kept.store.follow(SOON)
    kept.take(*make.left())
    reader()
    still.seconds += TEN
    for _ in range(3):
        kept.visits()
    assert sum("wal_checkpoint" in statement for statement in statements) == 1
    assert kept.store._shelves.pause() == LONGEST_PAUSE
