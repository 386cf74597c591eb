"""The websocket on 127.0.0.1, and the thread it lives on: the only file that imports websockets.

Frames go to a Connection, its observations to the Session; what follows goes back to the browser, to the windows and into the history.
"""

import asyncio
import errno
import logging
import re
import secrets
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Origin

from netcurtain.core.event import BrowserLeft, BrowserPaired, Event, LinkChanged
from netcurtain.core.record import Record
from netcurtain.core.session import Outcome, Session
from netcurtain.link import connection as effects
from netcurtain.link.connection import AppIdentity, CloseCode, Connection
from netcurtain.link.pairing import Code, Pairings
from netcurtain.link.protocol import MAX_FRAME, ToBrowser

HOST = "127.0.0.1"
"""The address itself, never the name: ``localhost`` may be ``[::1]``, where another program can take the same port."""

DEFAULT_PORT = 27427
CHROMIUM_ID = "pjbcfkkkfflobfgcokmbdaenjpaalikm"
ORIGINS = (Origin(f"chrome-extension://{CHROMIUM_ID}"), re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
"""Chromium's id is fixed by the manifest's key. Firefox makes one for each install: it is pinned when it pairs."""

MAX_WAITING = 4
"""Connections that have not proved themselves and said hello."""
PATIENCE_SECONDS = 5.0
"""How long one may take for that."""
MAX_PAIRED = 8
"""Paired browsers that are connected at a time."""
MAX_UNREAD = 8 * 1024 * 1024
"""Bytes that may wait for a browser that does not read."""
FAREWELL_SECONDS = 120.0
"""How long the pages of a browser that went away are kept: its background may only be asleep."""

log = logging.getLogger(__name__)
SILENT = logging.Logger("silent", logging.CRITICAL + 1)
"""For the library's own words: they may quote a header or a frame. What happened is said here, by its name."""

T = TypeVar("T")


class PortError(Exception):
    """The port cannot be had. The message is one sentence that says what to do."""

    def __init__(self, port: int, error: OSError) -> None:
        taken = error.errno == errno.EADDRINUSE
        why = f"Netcurtain, or another program, is using port {port} already" if taken else f"This computer does not let us use port {port}"
        super().__init__(f"{why}. {'Close it, or start' if taken else 'Start'} Netcurtain with --port and another number.")


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told what follows: called on the link's thread, must return at once."""

    events: Callable[[Sequence[Event]], None]
    records: Callable[[Sequence[Record]], None]
    pairings_changed: Callable[[Pairings], None]


class LinkServer:
    """The link: start() and stop() from any thread; everything between happens on its own."""

    def __init__(self, session: Session, pairings: Pairings, identity: AppIdentity, listeners: Listeners) -> None:
        self._session = session
        self._pairings = pairings
        self._identity = identity
        self._listeners = listeners
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stopping: asyncio.Event | None = None
        self._waiting: set[Connection] = set()
        self._open: dict[str, tuple[Connection, ServerConnection]] = {}
        self._farewells: dict[str, asyncio.TimerHandle] = {}
        self._endings: set[asyncio.Task[None]] = set()
        self.port = 0

    @property
    def running(self) -> bool:
        """Whether it listens."""
        return self._loop is not None

    def start(self, port: int = DEFAULT_PORT) -> int:
        """Listen, and say on which port (0 takes a free one). Raises PortError."""
        started: Future[int] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(port, started)), name="link", daemon=True)
        self._thread.start()
        return started.result()

    def stop(self) -> None:
        """Close every connection and end the thread; it may be started again."""
        if self._loop is not None and self._stopping is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()
            self._loop = None

    def call(self, work: Callable[[Session], Outcome]) -> None:
        """Do something with the session on the link's thread; nothing where the link is not running."""
        if self._loop is not None:
            with suppress(RuntimeError):  # it has stopped just now
                self._loop.call_soon_threadsafe(self._follow, work)

    def open_code(self) -> Code:
        """A fresh pairing code; from any thread but the link's. Raises RuntimeError where the link is not running."""
        return self._on_loop(lambda: self._pairings.open_code(time.time()))

    def unpair(self, browser: str) -> None:
        """Forget a paired browser's key; from any thread but the link's. Nothing where the link is not running."""
        if self._loop is not None:
            self._on_loop(lambda: self._unpair(browser))

    def close_code(self) -> None:
        """Forget the code that is open; from any thread but the link's."""
        if self._loop is not None:
            self._on_loop(self._pairings.close_code)

    def _on_loop(self, work: Callable[[], T]) -> T:
        if self._loop is None:
            raise RuntimeError("the link is not running")

        async def worked() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(worked(), self._loop).result()

    async def _run(self, port: int, started: Future[int]) -> None:
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
                ping_interval=20,
                ping_timeout=20,
                server_header=None,
                logger=SILENT,
            )
        except OSError as error:
            started.set_exception(PortError(port, error))
            return
        except Exception as error:  # whoever started it must not wait for ever
            started.set_exception(error)
            return
        async with server:
            self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
            self.port = server.sockets[0].getsockname()[1]
            started.set_result(self.port)
            await self._stopping.wait()

    def _check_host(self, socket: ServerConnection, request: Request) -> Response | None:
        """Refuse a foreign Host (a page that made its own name point here) and a missing Origin."""
        if request.headers.get_all("Host") != [f"{HOST}:{self.port}"] or len(request.headers.get_all("Origin")) != 1:
            return socket.respond(HTTPStatus.FORBIDDEN, "")
        return None

    async def _serve_one(self, socket: ServerConnection) -> None:
        origin = socket.request.headers["Origin"] if socket.request else ""
        connection = Connection(self._pairings, self._identity, port=self.port, origin=origin, random_bytes=secrets.token_bytes)
        if len(self._waiting) >= MAX_WAITING:
            await socket.close(CloseCode.FULL)
            return
        self._waiting.add(connection)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS) as patience:
                async for frame in socket:
                    self._apply(connection, socket, connection.receive(frame, time.time()))
                    if connection.greeted and connection in self._waiting:
                        patience.reschedule(None)
                        self._waiting.remove(connection)
        except (TimeoutError, ConnectionClosed):
            log.info("a connection ended")
        except Exception as error:
            log.error("a connection ended by a mistake of ours: %s", _mistake(error))
        finally:
            self._waiting.discard(connection)
            connection.give_up(time.time())
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
                case effects.Greeted():
                    self._greet(connection, socket, effect)
                case effects.Observed():
                    self._observe(effect)
                case effects.MessageRefused(why):
                    log.warning("a message was refused: %s", why)

    def _observe(self, observed: effects.Observed) -> None:
        self._follow(lambda session: session.receive(observed.browser, observed.observation))

    def _greet(self, connection: Connection, socket: ServerConnection, greeted: effects.Greeted) -> None:
        browser = greeted.browser
        before = self._open.get(browser)
        if before is None and len(self._open) >= MAX_PAIRED:
            self._end(connection, socket, CloseCode.FULL)
            return
        if farewell := self._farewells.pop(browser, None):
            farewell.cancel()
        self._open[browser] = (connection, socket)
        if before is not None:
            self._end(*before, CloseCode.REPLACED)
        self._listeners.pairings_changed(self._pairings)
        if greeted.just_paired:
            self._listeners.events((BrowserPaired(browser, greeted.name),))
        self._listeners.events((LinkChanged(len(self._open)),))
        self._follow(lambda session: session.greet(browser, greeted.open_pages))

    def _end(self, connection: Connection, socket: ServerConnection, code: CloseCode) -> None:
        """Take nothing more from it, and close it without waiting: the other side may be slow to answer."""
        connection.give_up(time.time())
        ending = asyncio.create_task(socket.close(code))
        self._endings.add(ending)
        ending.add_done_callback(self._endings.discard)

    def _part(self, connection: Connection) -> None:
        current = self._open.get(connection.browser)
        if current is None or current[0] is not connection:
            return
        del self._open[connection.browser]
        self._listeners.events((BrowserLeft(connection.browser), LinkChanged(len(self._open))))
        later = asyncio.get_running_loop().call_later(FAREWELL_SECONDS, self._say_farewell, connection.browser)
        self._farewells[connection.browser] = later

    def _say_farewell(self, browser: str) -> None:
        """Drop its pages. From now on it is a new run to whoever connects, so that a browser that wakes up tells of its pages again."""
        del self._farewells[browser]
        self._identity = replace(self._identity, run=secrets.token_hex(8))
        self._follow(lambda session: session.forget_browser(browser))

    def _follow(self, work: Callable[[Session], Outcome]) -> None:
        """Do something with the session and spread what follows. A mistake of ours costs this one report, never the link."""
        try:
            self._spread(work(self._session))
        except Exception as error:
            log.error("a report was lost by a mistake of ours: %s", _mistake(error))

    def _unpair(self, browser: str) -> None:
        self._pairings.remove(browser)
        self._listeners.pairings_changed(self._pairings)

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


def _mistake(error: Exception) -> str:
    """What went wrong and where, without the error's own words: they may quote a page."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
