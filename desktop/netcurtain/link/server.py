"""The websocket on 127.0.0.1, and the thread it lives on: the only file that imports websockets.

Frames go to a Connection, its observations to the Session; what follows goes back to the browser, to the windows and into the history.
"""

import asyncio
import logging
import re
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from http import HTTPStatus
from typing import TypeVar

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from netcurtain.core.event import Event, LinkChanged
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
ORIGINS = (f"chrome-extension://{CHROMIUM_ID}", re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
"""Chromium's id is fixed by the manifest's key. Firefox makes one for each install: it is pinned when it pairs."""

MAX_UNPROVED = 4
MAX_PAIRED = 8
MAX_UNREAD = 8 * 1024 * 1024
"""Bytes that may wait for a browser that does not read."""
FAREWELL_SECONDS = 120.0
"""How long the pages of a browser that went away are kept: its background may only be asleep."""

log = logging.getLogger(__name__)
T = TypeVar("T")


class PortInUseError(Exception):
    """Another program has the port."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Another program is using port {port}. Close it, or start Netcurtain with --port and another number.")


class Listeners:
    """Who is told what follows: called on the link's thread, must return at once."""

    def __init__(
        self,
        events: Callable[[Sequence[Event]], None],
        records: Callable[[Sequence[Record]], None],
        pairings_changed: Callable[[Pairings], None],
    ) -> None:
        self.events = events
        self.records = records
        self.pairings_changed = pairings_changed


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
        self._unproved = 0
        self._open: dict[str, tuple[Connection, ServerConnection]] = {}
        self._farewells: dict[str, asyncio.TimerHandle] = {}
        self.port = 0

    def start(self, port: int = DEFAULT_PORT) -> int:
        """Listen, and say on which port (0 takes a free one). Raises PortInUseError."""
        started: Future[int] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(port, started)), name="link", daemon=True)
        self._thread.start()
        self.port = started.result()
        return self.port

    def stop(self) -> None:
        """Close every connection and end the thread."""
        if self._loop is not None and self._stopping is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()

    def call(self, work: Callable[[Session], Outcome]) -> None:
        """Do something with the session on the link's thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(lambda: self._spread(work(self._session)))

    def open_code(self) -> Code:
        """A fresh pairing code; from any thread."""
        return self._on_loop(lambda: self._pairings.open_code(time.time()))

    def close_code(self) -> None:
        """Forget the code that is open; from any thread."""
        self._on_loop(self._pairings.close_code)

    def _on_loop(self, work: Callable[[], T]) -> T:
        done: Future[T] = Future()
        if self._loop is None:
            raise RuntimeError("the link is not running")
        self._loop.call_soon_threadsafe(lambda: done.set_result(work()))
        return done.result()

    async def _run(self, port: int, started: Future[int]) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
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
                ping_interval=20,
                ping_timeout=20,
                server_header=None,
            )
        except OSError:
            started.set_exception(PortInUseError(port))
            return
        async with server:
            self.port = server.sockets[0].getsockname()[1]
            started.set_result(self.port)
            await self._stopping.wait()

    def _check_host(self, socket: ServerConnection, request: Request) -> Response | None:
        """Refuse a foreign Host (a page that made its own name point here) and a missing Origin."""
        if request.headers.get("Host") != f"{HOST}:{self.port}" or len(request.headers.get_all("Origin")) != 1:
            return socket.respond(HTTPStatus.FORBIDDEN, "")
        if self._unproved >= MAX_UNPROVED:
            return socket.respond(HTTPStatus.SERVICE_UNAVAILABLE, "")
        return None

    async def _serve_one(self, socket: ServerConnection) -> None:
        origin = socket.request.headers["Origin"] if socket.request else ""
        connection = Connection(self._pairings, self._identity, port=self.port, origin=origin, random_bytes=secrets.token_bytes)
        self._unproved += 1
        try:
            async with asyncio.timeout(5) as patience:
                async for frame in socket:
                    await self._apply(connection, socket, connection.receive(frame, time.time()))
                    if connection.proved and patience.when() is not None:
                        patience.reschedule(None)
                        self._unproved -= 1
        except (TimeoutError, ConnectionClosed):
            log.info("a connection ended")
        finally:
            if not connection.proved:
                self._unproved -= 1
            connection.give_up(time.time())
            self._part(connection)

    async def _apply(self, connection: Connection, socket: ServerConnection, what_follows: Sequence[effects.Effect]) -> None:
        for effect in what_follows:
            match effect:
                case effects.Send(frame):
                    self._write(socket, frame)
                case effects.Close(code):
                    log.info("a connection was closed: %s", code.name)
                    await socket.close(code)
                case effects.Joined():
                    self._listeners.pairings_changed(self._pairings)
                case effects.Greeted(browser, open_pages):
                    await self._greet(connection, socket, browser, open_pages)
                case effects.Observed(browser, observation):
                    self._spread(self._session.receive(browser, observation))
                case effects.MessageRefused(why):
                    log.warning("a message was refused: %s", why)

    async def _greet(self, connection: Connection, socket: ServerConnection, browser: str, open_pages: frozenset[str]) -> None:
        if farewell := self._farewells.pop(browser, None):
            farewell.cancel()
        before = self._open.pop(browser, None)
        if before is None and len(self._open) >= MAX_PAIRED:
            await socket.close(CloseCode.FULL)
            return
        self._open[browser] = (connection, socket)
        if before is not None:
            await before[1].close(CloseCode.REPLACED)
        self._listeners.pairings_changed(self._pairings)
        self._listeners.events((LinkChanged(len(self._open)),))
        self._spread(self._session.greet(browser, open_pages))

    def _part(self, connection: Connection) -> None:
        current = self._open.get(connection.browser)
        if current is None or current[0] is not connection or self._loop is None:
            return
        del self._open[connection.browser]
        self._listeners.events((LinkChanged(len(self._open)),))
        self._farewells[connection.browser] = self._loop.call_later(FAREWELL_SECONDS, self._say_farewell, connection.browser)

    def _say_farewell(self, browser: str) -> None:
        del self._farewells[browser]
        self._spread(self._session.forget_browser(browser))

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
