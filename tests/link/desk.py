"""A running link for tests, with a session behind it that only remembers."""

import os
import queue
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, cast

from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from netcurtain.core.event import Event, LinkChanged
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.observation import Observation, PageClosed
from netcurtain.core.record import Record, SubmissionRecord
from netcurtain.core.session import Outcome, Session
from netcurtain.link.connection import AppIdentity
from netcurtain.link.pairing import PairedBrowser, Pairings
from netcurtain.link.server import MAX_PAIRED, LinkServer, Listeners

KEY = b"k" * 32
PATIENCE = 10
FIREFOX = "moz-extension://5c0e1f2a-0b1c-4d2e-8f3a-0123456789ab"


class RememberingSession:
    """Remembers what it is asked; answers an observation of the page "ask" with an instruction, fails at the page "fail"."""

    def __init__(self) -> None:
        self.asked: queue.Queue[tuple[Any, ...]] = queue.Queue()

    def receive(self, browser: str, observation: Observation) -> Outcome:
        self.asked.put(("receive", browser, observation))
        if observation == PageClosed("fail"):
            raise KeyError("marker")
        if observation == PageClosed("ask"):
            return Outcome([(browser, BodyWanted("r1", "ask"))], [LinkChanged(99)], [SubmissionRecord("p", "s", 1.0)])
        return Outcome()

    def missed(self, browser: str, page: str) -> Outcome:
        self.asked.put(("missed", browser, page))
        return Outcome()

    def greet(self, browser: str, open_pages: frozenset[str], name: str = "", extension: str = "") -> Outcome:
        self.asked.put(("greet", browser, open_pages, name, extension))
        return Outcome()

    def forget_browser(self, browser: str) -> Outcome:
        self.asked.put(("forget", browser))
        return Outcome()


class Desk:
    """A running link, and what came out of it."""

    def __init__(self) -> None:
        self.session = RememberingSession()
        self.events: queue.Queue[Event] = queue.Queue()
        self.records: queue.Queue[Record] = queue.Queue()
        self.saved: queue.Queue[list[str]] = queue.Queue()
        known = [PairedBrowser(f"browser-{n}", KEY, ORIGIN, "", 0.0, 0.0) for n in range(MAX_PAIRED + 2)]
        self.pairings = Pairings({browser.id: browser for browser in known}, os.urandom)
        self.link = LinkServer(cast(Session, self.session), self.pairings, AppIdentity("0.1.0", "run-1", "serve"), self.listeners())

    def listeners(self) -> Listeners:
        def each(into: "queue.Queue[Any]") -> Callable[[Sequence[Any]], None]:
            def put(items: Sequence[Any]) -> None:
                for item in items:
                    into.put(item)

            return put

        return Listeners(each(self.events), each(self.records), lambda pairings: self.saved.put(list(pairings.browsers)))

    def asked(self) -> tuple[Any, ...]:
        return self.session.asked.get(timeout=PATIENCE)

    def event(self) -> Event:
        return self.events.get(timeout=PATIENCE)

    def dial(self, **how: Any) -> ClientConnection:
        arguments: dict[str, Any] = {"origin": ORIGIN, "compression": None, "max_size": None, "proxy": None, "close_timeout": 1} | how
        wire: ClientConnection = connect(f"ws://127.0.0.1:{self.link.port}", **arguments)
        return wire

    @contextmanager
    def browser(
        self, name: str = "browser-1", secret: bytes = KEY, origin: str = ORIGIN
    ) -> Iterator[tuple[ClientConnection, ScriptedBrowser]]:
        """A browser that has proved itself and said nothing yet."""
        browser = ScriptedBrowser(secret, name, port=self.link.port, origin=origin)
        with self.dial(origin=origin) as wire:
            wire.send(browser.opening())
            wire.send(browser.proof(wire.recv(PATIENCE)))
            yield wire, browser

    @contextmanager
    def greeted(self, name: str = "browser-1") -> Iterator[tuple[ClientConnection, ScriptedBrowser]]:
        with self.browser(name) as (wire, browser):
            wire.send(browser.seal(HELLO))
            assert browser.open(wire.recv(PATIENCE))["type"] == "welcome"
            yield wire, browser

    def nothing_was_handled(self) -> bool:
        return self.session.asked.empty() and self.events.empty() and self.records.empty() and self.saved.empty()


def closed(wire: ClientConnection) -> int:
    """Read to the end, and say with which code the app closed."""
    while wire.close_code is None:
        with suppress(ConnectionClosed):
            wire.recv(PATIENCE)
    return wire.close_code


def page_closed(page: str) -> dict[str, str]:
    return {"type": "page_closed", "page": page}
