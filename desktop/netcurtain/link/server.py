"""The websocket on 127.0.0.1, and the thread it lives on: the only file that imports websockets.

Frames go to a Connection, its observations in turns (reports.py) to the Session; what follows goes back to the browser, to the windows
and into the history.
"""

import asyncio
import logging
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import TypeVar

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Origin

from netcurtain.core import mistake
from netcurtain.core.event import BrowserLeft, BrowserPaired, Event, LinkChanged, PairingCodeEnded, UpdateNeeded
from netcurtain.core.record import Record
from netcurtain.core.session import Outcome, Session
from netcurtain.link import connection as effects
from netcurtain.link.connection import AppIdentity, CloseCode, Connection
from netcurtain.link.listing import ListedBrowser, listed
from netcurtain.link.pairing import Code, Pairings
from netcurtain.link.port import DEFAULT_PORT, PortError
from netcurtain.link.protocol import MAX_FRAME, ToBrowser
from netcurtain.link.reports import Reports
from netcurtain.link.thread import LoopThread

T = TypeVar("T")

HOST = "127.0.0.1"
"""The address itself, never the name: ``localhost`` may be ``[::1]``, where another program can take the same port."""

CHROMIUM_ID = "pjbcfkkkfflobfgcokmbdaenjpaalikm"
ORIGINS = (Origin(f"chrome-extension://{CHROMIUM_ID}"), re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
"""Chromium's id is fixed by the manifest's key. Firefox makes one for each install: it is pinned when it pairs."""

MAX_WAITING = 4
"""Connections that have not proved themselves and said hello."""
PATIENCE_SECONDS = 5.0
"""How long one may take for that."""
MAX_PAIRED = 8
"""Paired browsers that are connected at a time."""
PING_SECONDS = 20.0
"""How often a browser is asked whether it is still there, and how long it may take to say so."""
MAX_UNREAD = 8 * 1024 * 1024
"""Bytes that may wait for a browser that does not read."""
FAREWELL_SECONDS = 120.0
"""How long the pages of a browser that went away are kept: its background may only be asleep."""

log = logging.getLogger(__name__)
SILENT = logging.Logger("silent", logging.CRITICAL + 1)
"""For the library's own words: they may quote a header or a frame. What happened is said here, by its name."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told what follows: called on the link's thread, must return at once."""

    events: Callable[[Sequence[Event]], None]
    records: Callable[[Sequence[Record]], None]
    pairings_changed: Callable[[Pairings], None]


class LinkServer:
    """The link: start() and stop() from any thread; everything between happens on its own.

    A code and a pause go by ``seconds``, a clock that nobody can set and that had better go on while the computer sleeps.
    """

    def __init__(
        self,
        session: Session,
        pairings: Pairings,
        identity: AppIdentity,
        listeners: Listeners,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._pairings = pairings
        self._identity = identity
        self._listeners = listeners
        self._seconds = seconds
        self._thread = LoopThread("link")
        self._reports = Reports(
            lambda browser, observation: self._follow(lambda session: session.receive(browser, observation)),
            lambda browser, page: self._follow(lambda session: session.missed(browser, page)),
        )
        self._waiting: set[Connection] = set()
        self._open: dict[str, tuple[Connection, ServerConnection]] = {}
        self._connected: frozenset[str] = frozenset()
        self._farewells: dict[str, asyncio.TimerHandle] = {}
        self._endings: set[asyncio.Task[None]] = set()
        self.port = 0

    @property
    def running(self) -> bool:
        """Whether it listens."""
        return self._thread.running

    def start(self, port: int = DEFAULT_PORT) -> int:
        """Listen, and say on which port (0 takes a free one). Raises PortError."""
        return self._thread.start(partial(self._run, port))

    def stop(self) -> None:
        """Close every connection and end the thread; it may be started again."""
        self._thread.stop()

    def call(self, work: Callable[[Session], Outcome]) -> None:
        """Do something with the session on the link's thread; nothing where the link is not running."""
        self._thread.soon(lambda: self._follow(work))

    def ask(self, work: Callable[[Session], T], done: Callable[[T | None], None]) -> None:
        """Read something from the session on the link's thread, or at once where the link is not running and nobody else is at it. ``done``
        is called there; with None after a mistake of ours.
        """

        def read() -> None:
            try:
                answer = work(self._session)
            except Exception as error:
                log.error("a question was lost by a mistake of ours: %s", mistake.named(error))
                done(None)
            else:
                done(answer)

        if self._thread.running:
            self._thread.soon(read)
        else:
            read()

    def open_code(self) -> Code:
        """A fresh pairing code; from any thread but the link's. Raises RuntimeError where the link is not running."""
        return self._thread.now(lambda: self._pairings.open_code(self._seconds()))

    def close_code(self) -> None:
        """Forget the code that is open; from any thread but the link's."""
        self._in_turn(self._pairings.close_code)

    def browsers(self) -> tuple[ListedBrowser, ...]:
        """The paired browsers, the one seen last first; from any thread, whether or not the link is running."""
        return listed(self._pairings.browsers.values(), self._connected, time.time())

    def rename(self, browser: str, name: str) -> None:
        """Call a paired browser by the person's own name for it; "" takes it back. From any thread but the link's."""
        self._in_turn(lambda: self._rename(browser, name))

    def unpair(self, browser: str) -> None:
        """Forget a paired browser's key and pages, and drop its connection at once; from any thread but the link's."""
        self._in_turn(lambda: self._unpair(browser))

    def _in_turn(self, work: Callable[[], None]) -> None:
        """Do something on the link's thread; where the link is not running, nobody else is at its things."""
        if self._thread.running:
            self._thread.now(work)
        else:
            work()

    async def _run(self, port: int, started: Callable[[int], None], stopping: asyncio.Event) -> None:
        try:
            server = await serve(
                self._serve_one,
                HOST,
                port,
                origins=ORIGINS,
                process_request=self._check_host,
                compression=None,
                max_size=MAX_FRAME,
                max_queue=16,
                open_timeout=2,
                close_timeout=1,
                ping_interval=PING_SECONDS,
                ping_timeout=PING_SECONDS,
                server_header=None,
                logger=SILENT,
            )
        except OSError as error:
            raise PortError(port, error) from None
        self._reports.start()
        async with server:
            self.port = server.sockets[0].getsockname()[1]
            started(self.port)
            await stopping.wait()

    def _check_host(self, socket: ServerConnection, request: Request) -> Response | None:
        """Refuse a foreign Host (a page that made its own name point here) and a missing Origin."""
        if request.headers.get_all("Host") != [f"{HOST}:{self.port}"] or len(request.headers.get_all("Origin")) != 1:
            return socket.respond(HTTPStatus.FORBIDDEN, "")
        return None

    async def _serve_one(self, socket: ServerConnection) -> None:
        origin = socket.request.headers["Origin"] if socket.request else ""
        connection = Connection(
            self._pairings, self._identity, port=self.port, origin=origin, random_bytes=secrets.token_bytes, time_of_day=time.time
        )
        if len(self._waiting) >= MAX_WAITING:
            await socket.close(CloseCode.FULL)
            return
        self._waiting.add(connection)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS) as patience:
                async for frame in socket:
                    self._apply(connection, socket, connection.receive(frame, self._seconds()))
                    await self._reports.room()
                    if connection.greeted and connection in self._waiting:
                        patience.reschedule(None)
                        self._waiting.remove(connection)
        except (TimeoutError, ConnectionClosed):
            log.info("a connection ended")
        except Exception as error:
            log.error("a connection ended by a mistake of ours: %s", mistake.named(error))
        finally:
            self._waiting.discard(connection)
            self._apply(connection, socket, connection.give_up(self._seconds()))
            self._part(connection)

    def _apply(self, connection: Connection, socket: ServerConnection, what_follows: Sequence[effects.Effect]) -> None:
        for effect in what_follows:
            match effect:
                case effects.Send(frame):
                    self._write(socket, frame)
                case effects.Close(code):
                    log.info("a connection was closed: %s", code.name)
                    self._end(connection, socket, code)
                case effects.Joined():
                    self._listeners.pairings_changed(self._pairings)
                case effects.CodeEnded():
                    self._listeners.events((PairingCodeEnded(),))
                case effects.TooOld(browser, name, side):
                    self._listeners.pairings_changed(self._pairings)
                    self._listeners.events((UpdateNeeded(side, browser, name),))
                case effects.Greeted():
                    self._greet(connection, socket, effect)
                case effects.Observed(browser, observation):
                    self._reports.take(browser, observation)
                case effects.MessageRefused(why):
                    log.warning("a message was refused: %s", why)

    def _greet(self, connection: Connection, socket: ServerConnection, greeted: effects.Greeted) -> None:
        browser = greeted.browser
        before = self._open.get(browser)
        if before is None and len(self._open) >= MAX_PAIRED:
            self._end(connection, socket, CloseCode.FULL)
            return
        if farewell := self._farewells.pop(browser, None):
            farewell.cancel()
        self._open[browser] = (connection, socket)
        self._connected = frozenset(self._open)
        if before is not None:
            self._end(*before, CloseCode.REPLACED)
        self._listeners.pairings_changed(self._pairings)
        if greeted.just_paired:
            self._listeners.events((BrowserPaired(browser, greeted.name),))
        self._listeners.events((LinkChanged(len(self._open)),))
        self._reports.finish(browser)
        self._follow(lambda session: session.greet(browser, greeted.open_pages, greeted.name, greeted.extension))

    def _end(self, connection: Connection, socket: ServerConnection, code: CloseCode) -> None:
        """Take nothing more from it, and close it without waiting: the other side may be slow to answer."""
        self._apply(connection, socket, connection.give_up(self._seconds()))
        ending = asyncio.create_task(socket.close(code))
        self._endings.add(ending)
        ending.add_done_callback(self._endings.discard)

    def _part(self, connection: Connection) -> None:
        current = self._open.get(connection.browser)
        if current is None or current[0] is not connection:
            return
        del self._open[connection.browser]
        self._connected = frozenset(self._open)
        self._pairings.left(connection.browser, time.time())
        self._listeners.pairings_changed(self._pairings)
        self._listeners.events((BrowserLeft(connection.browser), LinkChanged(len(self._open))))
        later = asyncio.get_running_loop().call_later(FAREWELL_SECONDS, self._say_farewell, connection.browser)
        self._farewells[connection.browser] = later

    def _say_farewell(self, browser: str) -> None:
        """Drop its pages. From now on it is a new run to whoever connects, so that a browser that wakes up tells of its pages again."""
        if farewell := self._farewells.pop(browser, None):
            farewell.cancel()
        self._reports.forget(browser)
        self._identity = replace(self._identity, run=secrets.token_hex(8))
        self._follow(lambda session: session.forget_browser(browser))

    def _follow(self, work: Callable[[Session], Outcome]) -> None:
        """Do something with the session and spread what follows. A mistake of ours costs this one report, never the link."""
        try:
            self._spread(work(self._session))
        except Exception as error:
            log.error("a report was lost by a mistake of ours: %s", mistake.named(error))

    def _rename(self, browser: str, name: str) -> None:
        self._pairings.rename(browser, name)
        self._listeners.pairings_changed(self._pairings)

    def _unpair(self, browser: str) -> None:
        """From now on it is a stranger. Its connection is left as it is closed: what it still says is not heard."""
        if browser not in self._pairings.browsers:
            return
        self._pairings.remove(browser)
        if current := self._open.get(browser):
            self._end(*current, CloseCode.REVOKED)
            self._part(current[0])
        else:
            self._listeners.pairings_changed(self._pairings)
        self._say_farewell(browser)

    def _spread(self, outcome: Outcome) -> None:
        for browser, instruction in outcome.instructions:
            self._instruct(browser, instruction)
        if outcome.records:
            self._listeners.records(outcome.records)
        if outcome.events:
            self._listeners.events(outcome.events)

    def _instruct(self, browser: str, message: ToBrowser) -> None:
        if current := self._open.get(browser):
            connection, socket = current
            self._write(socket, connection.send(message))

    def _write(self, socket: ServerConnection, frame: str | bytes) -> None:
        """Put a frame on the wire at once: frames are numbered, so none may overtake another. A peer that reads nothing is dropped."""
        if socket.transport.get_write_buffer_size() > MAX_UNREAD:
            socket.transport.abort()
        else:
            broadcast((socket,), frame)
