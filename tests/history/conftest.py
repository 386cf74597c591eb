"""What every test of the history needs: a store, its answers, records to keep, and a look into the database from outside."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Queue

import pytest
from sqlite_utils import Database

from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.level import FormLevel
from netcurtain.core.record import (
    FateRecord,
    FindingRecord,
    FormRecord,
    PageClosedRecord,
    PageRecord,
    Record,
    RequestRecord,
    SubmissionRecord,
)
from netcurtain.core.request import Fate
from netcurtain.history import clock
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.history.store import Store
from netcurtain.history.writing import Limits

NOON = 1_795_521_600_000.0
TIMEOUT = 20
META = "Meta (Facebook)"


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
        answer: Future[tuple[VisitRow, ...]] = Future()
        self.store.visits(search, limit, answer.set_result)
        return answer.result(TIMEOUT)

    def story(self, visit: str = "v1") -> VisitStory | None:
        answer: Future[VisitStory | None] = Future()
        self.store.story(visit, answer.set_result)
        return answer.result(TIMEOUT)

    def told(self, visit: str = "v1") -> VisitStory:
        story = self.story(visit)
        assert story is not None
        return story

    def forget_visit(self, visit: str) -> bool:
        answer: Future[bool] = Future()
        self.store.forget_visit(visit, answer.set_result)
        return answer.result(TIMEOUT)

    def forget_site(self, site: str) -> bool:
        answer: Future[bool] = Future()
        self.store.forget_site(site, answer.set_result)
        return answer.result(TIMEOUT)

    def everything(self) -> str:
        """The whole database as text, once every job so far is done."""
        self.visits()
        return "\n".join(self.connections[-1].iterdump())

    def rows(self, query: str) -> list[tuple[object, ...]]:
        self.visits()
        return self.connections[-1].execute(query).fetchall()


@dataclass
class Make:
    """Records, with everything filled in that a test does not care about."""

    time: float = NOON

    def page(self, page: str = "p1", visit: str = "v1", site: str = "police.example", **changes: object) -> PageRecord:
        values = {"url": f"https://www.{site}/report?step", "title": "Report a crime", "started": self.time, **changes}
        return PageRecord(page, visit, site, **values)  # type: ignore[arg-type]

    def request(self, request: str = "r1", page: str = "p1", after: float = 0.0, **changes: object) -> RequestRecord:
        values = {
            "host": "www.facebook.com",
            "organisation": META,
            "filter": "||facebook.com/tr",
            "filter_list": "EasyPrivacy",
            "fate": Fate.ATTEMPTED,
            **changes,
        }
        return RequestRecord(page, request, time=self.time + after, **values)  # type: ignore[arg-type]

    def fate(self, fate: Fate, request: str = "r1", page: str = "p1") -> FateRecord:
        return FateRecord(page, request, fate)

    def finding(
        self, fate: Fate = Fate.SENT, page: str = "p1", after: float = 0.0, whats: tuple[What, ...] = (What.PAGE_ADDRESS,), value: str = "x"
    ) -> FindingRecord:
        told = tuple(DecodedField(what, value, "p") for what in whats)
        kinds = " and ".join(whats)
        sentence = f"{META} was told {kinds}." if fate.went_out else f"This page tried to tell {META} {kinds}."
        found = Finding(page, META, "www.facebook.com", "||facebook.com/tr", "EasyPrivacy", fate, self.time + after, told, sentence)
        return FindingRecord(page, found)

    def form(self, level: FormLevel = FormLevel.SENSITIVE, page: str = "p1", form: str = "f1") -> FormRecord:
        return FormRecord(page, form, level)

    def submission(self, submission: str = "s1", page: str = "p1", after: float = 0.0) -> SubmissionRecord:
        return SubmissionRecord(page, submission, self.time + after)

    def closed(self, page: str = "p1") -> PageClosedRecord:
        return PageClosedRecord(page)

    def left(self, number: int = 1, site: str = "police.example") -> tuple[Record, ...]:
        """A whole visit, up to its end."""
        page = f"p{number}"
        return (
            self.page(page, f"v{number}", site),
            self.request(page=page),
            self.submission(f"s{number}", page),
            self.closed(page),
        )


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

        store = Store(connect, troubles.append, limits, lambda: changes.put(None), now)
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
