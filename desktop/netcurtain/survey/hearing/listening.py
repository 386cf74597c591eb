"""What one run of a browser reports, heard through the link and the core as in the app, and noted with when it was.

    browser -> link/server.py -> Listening -> Heard -> gathering.py
                                           -> back to the browser: verdicts, bodies that are wanted

Every run has a link and a session of its own, so that nothing of one page is left in another. How visiting.py uses it::

    async with Listening(knowledge) as listening:     # listens; listening.port, listening.code
        if not await listening.paired(patience=10):   # ... Trouble.NO_LINK
        listening.begin(Stage.ARRIVED)                # from this moment on (None: not counted)
        listening.expect_tab()                        # the next tab that loads a page is ours; windows of the page's own are not
        ...load the page, wait until the network is quiet...
        await listening.quiet(0.3, patience=8)
        ...
        listening.begin(Stage.REFUSED)
        ...press...
        listening.expect_tab()
        ...the page once more in a new tab...
        gathered = gather(listening.heard, knowledge) # recording.py wants listening.heard, too

What is noted is bounded (MAX_NOTED); a page of which something could not be noted counts as one that was not wholly seen.
"""

import asyncio
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import msgspec

from netcurtain import __version__
from netcurtain.core import mistake
from netcurtain.core import observation as seen
from netcurtain.core.event import BrowserLeft, Event
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.outcome import Outcome
from netcurtain.core.session import Session
from netcurtain.link.connection import AppIdentity
from netcurtain.link.pairing import Pairings
from netcurtain.link.server import LinkServer, Listeners
from netcurtain.survey.hearing.timeline import Mark, Timeline
from netcurtain.survey.result import Stage

MAX_NOTED = 48 * 1024 * 1024
"""Bytes of one run's reports, as they came over the link, that are noted."""
MAX_NOTES = 50_000
MAX_MISSED = 1000
"""Pages of which it is remembered that they were not wholly seen."""
OFTEN = 0.02
"""Seconds after which it is looked again whether something was heard."""

MODE = "serve"

Noted = (
    seen.PageOpened
    | seen.PageChanged
    | seen.PageClosed
    | seen.Requests
    | seen.Fates
    | seen.Body
    | seen.Pressed
    | seen.ConsentSeen
    | seen.ServerTime
    | seen.TypedSeen
    | seen.SetUpSeen
    | seen.FormDescribed
    | seen.FormGone
)
"""Reports of what a page is and does. Nobody sends a form here, and nobody asks for anything in the popup."""


def now() -> float:
    """Tell the time by this computer's clock, which is the browser's too: milliseconds since 1970."""
    return time.time() * 1000


@dataclass(frozen=True, slots=True, repr=False)
class Note:
    """One report and when it was heard, in milliseconds since 1970. What is in it may be older."""

    time: float
    report: Noted


@dataclass(frozen=True, slots=True, repr=False)
class Heard:
    """All of one run: the reports in the order in which the core had them, and the pages of which some are missing."""

    timeline: Timeline
    notes: tuple[Note, ...]
    missed: frozenset[str] = frozenset()


class Listening:
    """A link on a free port with a session behind it, while the block runs.

    Its methods are for the thread that drives the browser; reports come in on the link's. ``failed`` is the kind of a mistake of ours
    that cost a report, "" while there was none. ``connected``: the browser's extension is there.
    """

    def __init__(self, knowledge: Knowledge, clock: Callable[[], float] = now) -> None:
        self._clock = clock
        self._marks: list[Mark] = []
        self._tabs: list[float] = []
        self._notebook = _Notebook(clock)
        self._session = _NotingSession(knowledge, self._notebook)
        self._link = LinkServer(
            self._session,
            Pairings({}, secrets.token_bytes),
            AppIdentity(__version__, secrets.token_hex(8), MODE),
            Listeners(self._notebook.follow, lambda _: None, lambda _: None),
        )
        self.port = 0
        self.code = ""

    async def __aenter__(self) -> Self:
        """Listen. Raises link.port.PortError."""
        self.port = self._link.start(0)
        self.code = self._link.open_code().text
        return self

    async def __aexit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Close the link. A browser that does not answer any more is waited for a second at most."""
        await asyncio.to_thread(self._link.stop)

    @property
    def connected(self) -> bool:
        """Whether a browser has connected, and is there still."""
        return self._notebook.connected

    @property
    def failed(self) -> str:
        """Where a mistake of ours cost a report, as the log says it; "" while there was none."""
        return self._notebook.failed

    @property
    def heard(self) -> Heard:
        """What has been heard so far; frozen, for what comes later is not in it."""
        notes, missed = self._notebook.copy()
        return Heard(Timeline(tuple(self._marks), tuple(self._tabs)), notes, missed)

    async def paired(self, patience: float) -> bool:
        """Wait until the browser is paired and has said hello, so that nothing of a page is missed; False after ``patience`` seconds."""
        until = time.monotonic() + patience
        while not self.connected:
            if time.monotonic() >= until:
                return False
            await asyncio.sleep(OFTEN)
        return True

    def begin(self, stage: Stage | None) -> None:
        """What happens in the browser from now on belongs to this stage; with None it is not counted."""
        self._marks.append(Mark(self._clock(), stage))

    def expect_tab(self) -> None:
        """The next tab that loads a page is one of ours. Where this is never said, it is the first of all."""
        self._tabs.append(self._clock())

    def forget_tab(self) -> None:
        """The last tab that was expected did not show the page after all: nothing that it does is ours."""
        self._tabs.pop()

    async def quiet(self, seconds: float, patience: float) -> bool:
        """Wait until nothing new has been heard for ``seconds``, counted from the last report; False where ``patience`` ran out before."""
        until = time.monotonic() + patience
        while (left := self._notebook.last + seconds - time.monotonic()) > 0:
            if time.monotonic() >= until:
                return False
            await asyncio.sleep(min(left, until - time.monotonic()))
        return True


class _Notebook:
    """What was heard. Written on the link's thread, read from others."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._notes: list[Note] = []
        self._missed: set[str] = set()
        self._bytes = 0
        self._encoder = msgspec.msgpack.Encoder()
        self.last = time.monotonic()
        self.connected = False
        self.failed = ""

    def note(self, report: seen.Observation) -> None:
        """One report, where there is room for it."""
        self.last = time.monotonic()
        if not isinstance(report, Noted):
            return
        weight = len(self._encoder.encode(report))
        with self._lock:
            if self._bytes + weight > MAX_NOTED or len(self._notes) >= MAX_NOTES:
                self._miss(*_pages_of(report))
                return
            self._bytes += weight
            self._notes.append(Note(self._clock(), report))

    def miss(self, page: str) -> None:
        """Some of a page's requests were passed over."""
        self.last = time.monotonic()
        with self._lock:
            self._miss(page)

    def follow(self, events: Sequence[Event]) -> None:
        """What the link says besides."""
        if any(isinstance(event, BrowserLeft) for event in events):
            self.connected = False

    def copy(self) -> tuple[tuple[Note, ...], frozenset[str]]:
        """All of it."""
        with self._lock:
            return tuple(self._notes), frozenset(self._missed)

    def _miss(self, *pages: str) -> None:
        self._missed.update(pages[: max(0, MAX_MISSED - len(self._missed))])


class _NotingSession(Session):
    """The core as it is in the app; what it hears is noted, too."""

    def __init__(self, knowledge: Knowledge, notebook: _Notebook) -> None:
        super().__init__(knowledge)
        self._notebook = notebook

    def receive(self, browser: str, observation: seen.Observation) -> Outcome:
        """As in the app."""
        self._notebook.note(observation)
        try:
            return super().receive(browser, observation)
        except Exception as error:
            self._notebook.failed = mistake.named(error)
            raise

    def missed(self, browser: str, page: str) -> Outcome:
        """As in the app."""
        self._notebook.miss(page)
        return super().missed(browser, page)

    def greet(self, browser: str, open_pages: frozenset[str], name: str = "", extension: str = "") -> Outcome:
        """As in the app."""
        out = super().greet(browser, open_pages, name, extension)
        self._notebook.connected = True
        return out


def _pages_of(report: Noted) -> Sequence[str]:
    match report:
        case seen.Requests(requests=requests):
            return list(dict.fromkeys(request.page for request in requests))
        case seen.Fates(fates=fates):
            return list(dict.fromkeys(fate.page for fate in fates))
        case _:
            return (report.page,)
