"""What every test of the history needs: a store, its answers, records to keep, and a look into the database from outside."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

import pytest
from tests.history.records import META as META
from tests.history.records import NOON as NOON
from tests.history.records import Make as Make

from netcurtain.core.evidence import Evidence
from netcurtain.core.keeping import Acknowledged, Deleted, Deletion, Stored, Unlocking
from netcurtain.core.keeping import Kept as Standing
from netcurtain.core.record import (
    Record,
)
from netcurtain.core.settings import Retention
from netcurtain.history import clock, kept_shelf, vault
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.history.store import Store
from netcurtain.history.writing import Limits

TIMEOUT = 20
PASSPHRASE = "curtains in the morning"


@dataclass
class Clock:
    """Stands still until a test moves it on; then nobody is told."""

    seconds: float = 5000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Kept:
    """A store and its questions, each answered here as if one had waited for it. ``changes`` has one None for each time it forgot."""

    store: Store
    connections: list[sqlite3.Connection]
    troubles: list[str]
    changes: "Queue[None]" = field(default_factory=Queue)

    def hold(self) -> threading.Event:
        """Keep the thread busy until this is set."""
        busy, go_on = threading.Event(), threading.Event()

        def wait(_rows: object) -> None:
            busy.set()
            go_on.wait(TIMEOUT)

        self.store.visits(VisitQuery(), None, 1, wait)
        assert busy.wait(TIMEOUT)
        return go_on

    def changed(self) -> None:
        """Wait until it forgot something by itself."""
        self.changes.get(timeout=TIMEOUT)

    def take(self, *records: Record) -> None:
        """Keep these; they are taken in and written when it returns."""
        self.store.keep(records)
        self.visits()

    def shown(self) -> set[str]:
        return {row.visit for row in self.visits()}

    def visits(self, search: str = "", limit: int = 500) -> tuple[VisitRow, ...]:
        return self.page(VisitQuery(search), None, limit).rows

    def page(self, query: VisitQuery = VisitQuery(), after: VisitRow | None = None, limit: int = 500) -> VisitPage:  # noqa: B008 - frozen
        answer: Future[VisitPage] = Future()
        self.store.visits(query, after, limit, answer.set_result)
        return answer.result(TIMEOUT)

    def companies(self) -> tuple[str, ...]:
        answer: Future[tuple[str, ...]] = Future()
        self.store.companies(answer.set_result)
        return answer.result(TIMEOUT)

    def compared(self, older: str = "v1", newer: str = "v2") -> SiteChange | None:
        answer: Future[SiteChange | None] = Future()
        self.store.changes(older, newer, answer.set_result)
        return answer.result(TIMEOUT)

    def evidence(self, visit: str = "v1", site: str = "", now: float = NOON) -> Evidence | None:
        answer: Future[Evidence | None] = Future()
        self.store.evidence(visit, site, now, answer.set_result)
        return answer.result(TIMEOUT)

    def story(self, visit: str = "v1") -> VisitStory | None:
        answer: Future[VisitStory | None] = Future()
        self.store.story(visit, answer.set_result)
        return answer.result(TIMEOUT)

    def told(self, visit: str = "v1") -> VisitStory:
        story = self.story(visit)
        assert story is not None
        return story

    def forget_visit(self, visit: str) -> Deletion:
        answer: Future[Deletion] = Future()
        self.store.forget_visit(visit, answer.set_result)
        return answer.result(TIMEOUT)

    def forget_site(self, site: str) -> Deletion:
        answer: Future[Deletion] = Future()
        self.store.forget_site(site, answer.set_result)
        return answer.result(TIMEOUT)

    def everything(self) -> str:
        """The whole database as text, once every job so far is done."""
        self.visits()
        tables = [name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(str(row) for table in tables for row in self.rows(f"SELECT * FROM {table}"))

    def rows(self, query: str) -> list[tuple[object, ...]]:
        self.visits()
        found: list[tuple[object, ...]] = self.connections[-1].execute(query).fetchall()
        return found


@dataclass
class WallClock:
    """Milliseconds since 1970; stands still until a test moves it on."""

    milliseconds: float = NOON

    def __call__(self) -> float:
        return self.milliseconds


@dataclass
class OnDisk(Kept):
    """A store that can keep pages in ``folder``, with all it told: how it stands, what became of submissions, and what was deleted."""

    folder: Path = Path()
    stands: list[Standing] = field(default_factory=list)
    answers: "Queue[Acknowledged]" = field(default_factory=Queue)
    deleted: list[Deleted] = field(default_factory=list)

    def make(self, passphrase: str = PASSPHRASE) -> Unlocking:
        answer: Future[Unlocking] = Future()
        self.store.make(passphrase, answer.set_result)
        return answer.result(TIMEOUT)

    def unlock(self, passphrase: str = PASSPHRASE) -> Unlocking:
        answer: Future[Unlocking] = Future()
        self.store.unlock(passphrase, answer.set_result)
        return answer.result(TIMEOUT)

    def lock(self) -> None:
        self.store.lock()
        self.visits()

    def change(self, old: str, new: str) -> Unlocking:
        answer: Future[Unlocking] = Future()
        self.store.change_passphrase(old, new, answer.set_result)
        return answer.result(TIMEOUT)

    def keep_visit(self, visit: str = "v1") -> bool:
        answer: Future[bool] = Future()
        self.store.keep_visit(visit, answer.set_result)
        return answer.result(TIMEOUT)

    def gaps(self) -> tuple[Gap, ...]:
        answer: Future[tuple[Gap, ...]] = Future()
        self.store.gaps(answer.set_result)
        return answer.result(TIMEOUT)

    def forget_between(self, since: float, until: float) -> Deletion:
        answer: Future[Deletion] = Future()
        self.store.forget_between(since, until, answer.set_result)
        return answer.result(TIMEOUT)

    def erase(self) -> Deletion:
        answer: Future[Deletion] = Future()
        self.store.erase(answer.set_result)
        return answer.result(TIMEOUT)

    def acknowledged(self) -> dict[str, Stored]:
        """What became of every submission so far; each is told once."""
        self.visits()
        told: dict[str, Stored] = {}
        while not self.answers.empty():
            answer = self.answers.get()
            assert answer.submission not in told
            told[answer.submission] = answer.stored
        return told

    def files(self) -> set[str]:
        return {path.name for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def make() -> Make:
    return Make()


@pytest.fixture
def still() -> Clock:
    return Clock()


@pytest.fixture
def open_kept() -> Iterator[Callable[..., Kept]]:
    """Open a store, by default in memory; it stops by itself. ``path`` opens a file."""
    opened: list[Kept] = []

    def start(
        path: str = ":memory:",
        limits: Limits | None = None,
        ready: Callable[[sqlite3.Connection], object] | None = None,
        now: Callable[[], float] = clock.seconds,
    ) -> Kept:
        connections: list[sqlite3.Connection] = []
        troubles: list[str] = []
        changes: Queue[None] = Queue()

        def connect() -> Database:
            connection = sqlite3.connect(path, timeout=0.05, check_same_thread=False)
            connections.append(connection)
            if ready:
                ready(connection)
            return Database(connection)

        store = Store(open_memory=connect, trouble=troubles.append, limits=limits, changed=lambda: changes.put(None), now=now)
        kept = Kept(store, connections, troubles, changes)
        kept.store.start()
        opened.append(kept)
        return kept

    yield start
    for kept in opened:
        kept.store.stop()


@pytest.fixture
def kept(open_kept: Callable[..., Kept]) -> Kept:
    return open_kept()


@pytest.fixture
def wall() -> WallClock:
    return WallClock()


@pytest.fixture
def open_on_disk(tmp_path: Path, still: Clock, wall: WallClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., OnDisk]]:
    """Open a store that can keep pages, with a key that is quickly derived; it stops by itself."""
    monkeypatch.setattr(vault, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.setattr(kept_shelf, "PATIENCE", 0.05)
    opened: list[OnDisk] = []

    def start(retention: Retention = Retention.DAYS_30, searched: tuple[Path, ...] = ()) -> OnDisk:
        folder = tmp_path / "data" / "history"
        folder.parent.mkdir(exist_ok=True)
        troubles: list[str] = []
        changes: Queue[None] = Queue()
        stands: list[Standing] = []
        answers: Queue[Acknowledged] = Queue()
        deleted: list[Deleted] = []

        def answer(submissions: Sequence[Acknowledged]) -> None:
            for submission in submissions:
                answers.put(submission)

        store = Store(
            folder,
            trouble=troubles.append,
            changed=lambda: changes.put(None),
            kept_changed=stands.append,
            acknowledged=answer,
            deleted=deleted.append,
            searched=searched,
            now=still,
            wall=wall,
        )
        kept = OnDisk(store, [], troubles, changes, folder, stands, answers, deleted)
        store.follow(retention)
        store.start()
        opened.append(kept)
        return kept

    yield start
    for kept in opened:
        kept.store.stop()
