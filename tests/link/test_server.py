"""The real server on 127.0.0.1 and real websockets to it; behind it a session that only remembers."""

import errno
import json
import logging
import os
import queue
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, cast

import pytest
from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from netcurtain.core.event import BrowserLeft, BrowserPaired, Event, LinkChanged
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.observation import Observation, PageClosed
from netcurtain.core.record import Record, SubmissionRecord
from netcurtain.core.session import Outcome, Session
from netcurtain.link import server as link_server
from netcurtain.link.connection import AppIdentity, CloseCode
from netcurtain.link.pairing import PairedBrowser, Pairings, secret_of_code
from netcurtain.link.protocol import MAX_FRAME, MAX_MESSAGE
from netcurtain.link.server import MAX_PAIRED, MAX_WAITING, LinkServer, Listeners, PortError

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

    def greet(self, browser: str, open_pages: frozenset[str]) -> Outcome:
        self.asked.put(("greet", browser, open_pages))
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


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    desk.link.start(0)
    yield desk
    desk.link.stop()


def closed(wire: ClientConnection) -> int:
    """Read to the end, and say with which code the app closed."""
    while wire.close_code is None:
        with suppress(ConnectionClosed):
            wire.recv(PATIENCE)
    return wire.close_code


def page_closed(page: str) -> dict[str, str]:
    return {"type": "page_closed", "page": page}


def test_what_a_browser_reports_goes_through_the_session_and_out_on_every_side(desk: Desk) -> None:
    with desk.greeted() as (wire, browser):
        assert desk.asked() == ("greet", "browser-1", frozenset())
        assert desk.event() == LinkChanged(1)
        wire.send(browser.seal(page_closed("ask")))
        assert desk.asked() == ("receive", "browser-1", PageClosed("ask"))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "body_wanted", "request": "r1", "page": "ask"}
        assert desk.event() == LinkChanged(99)
        assert desk.records.get(timeout=PATIENCE) == SubmissionRecord("p", "s", 1.0)
    assert [desk.event(), desk.event()] == [BrowserLeft("browser-1"), LinkChanged(0)]


def test_the_listeners_are_called_on_the_links_thread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: queue.Queue[str] = queue.Queue()

    def greet(_browser: str, _open_pages: frozenset[str]) -> Outcome:
        threads.put(threading.current_thread().name)
        return Outcome()

    monkeypatch.setattr(desk.session, "greet", greet)
    with desk.greeted():
        assert threads.get(timeout=PATIENCE) == "link"


def test_a_browser_pairs_with_the_code_and_is_told_of_by_name(desk: Desk) -> None:
    code = desk.link.open_code()
    with desk.browser("new", secret_of_code(code.text), FIREFOX) as (wire, browser):
        key = browser.open(wire.recv(PATIENCE))["key"]
        wire.send(browser.seal({"type": "paired_ack"}))
        assert "new" in desk.saved.get(timeout=PATIENCE)
        wire.send(browser.seal(HELLO | {"browser": "Firefox 153"}))
        assert browser.open(wire.recv(PATIENCE))["type"] == "welcome"
        assert desk.event() == BrowserPaired("new", "Firefox 153")
        assert desk.event() == LinkChanged(1)
    assert len(key) == 44
    assert desk.pairings.browsers["new"].origin == FIREFOX


def test_a_hello_is_saved_so_that_the_last_time_is_known_after_a_restart(desk: Desk) -> None:
    with desk.greeted():
        desk.saved.get(timeout=PATIENCE)
        assert desk.pairings.browsers["browser-1"].last_seen > 0


def test_a_wrong_code_and_a_closed_code_get_nowhere(desk: Desk) -> None:
    code = desk.link.open_code()
    with desk.browser("one", secret_of_code("AAAAA-AAAAA-AAAAA-AAAAA")) as (wire, browser):
        assert not browser.app_is_proved
        assert closed(wire) == CloseCode.NOT_PROVED
    desk.link.close_code()
    with desk.browser("two", secret_of_code(code.text)) as (wire, browser):
        assert not browser.app_is_proved
        assert closed(wire) == CloseCode.NOT_PROVED
    assert desk.nothing_was_handled()


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "https://www.example.org",
        ORIGIN.replace("chrome-extension", "https"),
        ORIGIN[:-1],
        ORIGIN[:-1] + "a",
        ORIGIN + ".example.org",
        ORIGIN + "/",
        ORIGIN.upper(),
        "x" + ORIGIN,
        FIREFOX + ".example.org",
        FIREFOX + "0",
        "moz-extension://",
        "https://example.org/" + FIREFOX,
    ],
)
def test_a_client_of_another_origin_gets_403_and_no_message_is_handled(desk: Desk, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        desk.dial(origin=origin)
    assert refused.value.response.status_code == 403
    assert desk.nothing_was_handled()


@pytest.mark.parametrize("host", ["localhost", "rebound.example.org", "127.0.0.2"])
def test_a_foreign_host_gets_403(desk: Desk, host: str) -> None:
    raw = socket.create_connection(("127.0.0.1", desk.link.port))
    with raw, pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{host}:{desk.link.port}", sock=raw, origin=cast(Any, ORIGIN), proxy=None)
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        "Origin: {origin}\r\n",
        "Host: 127.0.0.1\r\nOrigin: {origin}\r\n",
        "Host: 127.0.0.1:{port}\r\nHost: rebound.example.org\r\nOrigin: {origin}\r\n",
        "Host: 127.0.0.1:{port}\r\nOrigin: {origin}\r\nOrigin: https://www.example.org\r\n",
        "Host: 127.0.0.1:{port}\r\nOrigin: https://www.example.org\r\nOrigin: {origin}\r\n",
    ],
    ids=["no host", "no port", "two hosts", "two origins", "two origins, ours last"],
)
def test_a_handshake_with_headers_missing_or_twice_gets_403(desk: Desk, headers: str) -> None:
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    with socket.create_connection(("127.0.0.1", desk.link.port), timeout=PATIENCE) as raw:
        raw.sendall(f"GET / HTTP/1.1\r\n{headers.format(origin=ORIGIN, port=desk.link.port)}{upgrade}\r\n".encode())
        assert raw.recv(64).split()[1] == b"403"


def test_whoever_says_other_things_than_the_proof_is_not_heard(desk: Desk) -> None:
    with desk.dial() as wire:
        wire.send(json.dumps(HELLO))
        assert closed(wire) == CloseCode.NOT_PROVED
    with desk.browser(secret=b"x" * 32) as (wire, browser):
        assert not browser.app_is_proved
        with suppress(ConnectionClosed):
            wire.send(browser.seal(HELLO))
        assert closed(wire) == CloseCode.NOT_PROVED
    assert desk.nothing_was_handled()


def test_a_relay_from_another_port_is_refused(desk: Desk) -> None:
    victim = ScriptedBrowser(KEY, "browser-1", port=desk.link.port + 1)
    with desk.dial() as wire:
        wire.send(victim.opening())
        wire.send(victim.proof(wire.recv(PATIENCE)))
        assert not victim.app_is_proved
        assert closed(wire) == CloseCode.NOT_PROVED
    assert desk.nothing_was_handled()


def test_a_frame_sent_twice_ends_the_connection_and_is_handled_once(desk: Desk) -> None:
    with desk.greeted() as (wire, browser):
        assert desk.asked()[0] == "greet"
        frame = browser.seal(page_closed("p1"))
        with suppress(ConnectionClosed):  # the app may have closed before the last of them is written
            for again in (frame, frame, browser.seal(page_closed("p2"))):
                wire.send(again)
        assert closed(wire) == CloseCode.BROKEN_FRAME
    assert desk.asked() == ("receive", "browser-1", PageClosed("p1"))
    assert desk.session.asked.empty()


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (b'{"type": "page", "title": "marker' + b"x" * MAX_MESSAGE + b'"}', "too_large"),
        (b"marker", "malformed"),
        (b'{"type": "marker"}', "unknown"),
        (b'{"type": ["marker"]}', "unknown"),
        (b'{"type": "page_closed", "page": ["marker"]}', "invalid"),
        (b'{"type": "paired_ack", "marker": 1}', "unexpected"),
    ],
    ids=["too large", "malformed", "unknown", "unknown list", "invalid", "unexpected"],
)
def test_a_message_that_cannot_be_taken_is_logged_by_name_alone_and_the_link_stays_up(
    desk: Desk, caplog: pytest.LogCaptureFixture, message: bytes, why: str
) -> None:
    with desk.greeted() as (wire, browser):
        assert desk.asked()[0] == "greet"
        wire.send(browser.seal(message))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "refused", "why": why}
        wire.send(browser.seal(page_closed("p1")))
        assert desk.asked() == ("receive", "browser-1", PageClosed("p1"))
    assert f"a message was refused: {why}" in caplog.messages
    assert "marker" not in caplog.text


def test_a_frame_over_the_limit_ends_the_connection(desk: Desk) -> None:
    with desk.greeted() as (wire, browser):
        wire.send(browser.seal(b"x" * MAX_FRAME))
        assert closed(wire) == 1009
    with desk.greeted():
        pass


def test_an_older_extension_is_told_to_update(desk: Desk) -> None:
    with desk.browser() as (wire, browser):
        wire.send(browser.seal(HELLO | {"oldest": 0, "newest": 0}))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "please_update", "side": "extension"}
        assert closed(wire) == CloseCode.PLEASE_UPDATE
    assert desk.nothing_was_handled()


def test_a_mistake_of_ours_costs_one_report_and_is_logged_without_its_words(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with desk.greeted() as (wire, browser):
        wire.send(browser.seal(page_closed("fail")))
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
    (said,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert "KeyError in test_server.py, line " in said
    assert "marker" not in caplog.text
    caplog.clear()


def test_a_mistake_in_a_call_from_a_window_is_logged_as_well(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_session: Session) -> Outcome:
        raise KeyError("marker")

    desk.link.call(fail)
    desk.link.open_code()
    assert [record.levelno for record in caplog.records if record.levelno >= logging.ERROR] == [logging.ERROR]
    assert "marker" not in caplog.text
    caplog.clear()


def test_a_window_can_answer_through_the_link(desk: Desk) -> None:
    with desk.greeted() as (wire, browser):
        desk.link.call(lambda _: Outcome([("browser-1", BodyWanted("r2", "p2")), ("nobody", BodyWanted("r3", "p3"))]))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "body_wanted", "request": "r2", "page": "p2"}


def test_a_browser_that_comes_again_takes_the_place_of_its_older_connection(desk: Desk) -> None:
    with desk.greeted() as (old, _):
        assert desk.asked()[0] == "greet"
        with desk.greeted() as (wire, browser):
            assert closed(old) == CloseCode.REPLACED
            assert desk.asked()[0] == "greet"
            desk.link.call(lambda _: Outcome([("browser-1", BodyWanted("r1", "p1"))]))
            assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
            assert [desk.event(), desk.event()] == [LinkChanged(1), LinkChanged(1)]
    assert [desk.event(), desk.event()] == [BrowserLeft("browser-1"), LinkChanged(0)]


def test_a_connection_that_was_replaced_is_not_heard_any_more(desk: Desk) -> None:
    with desk.greeted() as (old, older), desk.greeted() as (wire, browser):
        with suppress(ConnectionClosed):
            old.send(older.seal(page_closed("late")))
        assert closed(old) == CloseCode.REPLACED
        wire.send(browser.seal(page_closed("p1")))
        assert [desk.asked()[0] for _ in range(2)] == ["greet", "greet"]
        assert desk.asked() == ("receive", "browser-1", PageClosed("p1"))


def test_only_a_few_may_wait_without_proof(desk: Desk) -> None:
    with ExitStack() as stack:
        for number in range(MAX_WAITING):
            browser, wire = ScriptedBrowser(KEY, f"stranger-{number}"), stack.enter_context(desk.dial())
            wire.send(browser.opening())
            wire.recv(PATIENCE)
        with desk.dial() as one_too_many:
            assert closed(one_too_many) == CloseCode.FULL
    with desk.greeted():
        pass


def test_those_who_wait_too_long_are_sent_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_server, "PATIENCE_SECONDS", 0.01)
    with desk.dial() as silent:
        assert closed(silent) == 1000
    with desk.browser() as (without_hello, _):
        assert closed(without_hello) == 1000


def test_a_browser_that_was_greeted_may_be_silent_for_as_long_as_it_likes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_server, "PATIENCE_SECONDS", 1.0)
    with desk.greeted() as (wire, browser), desk.dial() as silent:
        assert closed(silent) == 1000
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"


def test_proved_browsers_do_not_count_as_waiting_and_there_is_an_end_to_them_too(desk: Desk) -> None:
    with ExitStack() as stack:
        for number in range(MAX_PAIRED):
            stack.enter_context(desk.greeted(f"browser-{number}"))
            assert desk.event() == LinkChanged(number + 1)
        wire, browser = stack.enter_context(desk.browser(f"browser-{MAX_PAIRED}"))
        with suppress(ConnectionClosed):
            wire.send(browser.seal(HELLO))
            wire.send(browser.seal(page_closed("too late")))
        assert closed(wire) == CloseCode.FULL
        stack.enter_context(desk.greeted("browser-0"))
        assert desk.event() == LinkChanged(MAX_PAIRED)
    asked = [desk.session.asked.get_nowait() for _ in range(desk.session.asked.qsize())]
    assert [entry[1] for entry in asked] == [f"browser-{number}" for number in (*range(MAX_PAIRED), 0)]


def test_the_pages_of_a_browser_that_stays_away_are_forgotten_and_it_learns_of_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_server, "FAREWELL_SECONDS", 0.01)
    with desk.greeted():
        assert desk.asked()[0] == "greet"
    assert desk.asked() == ("forget", "browser-1")
    with desk.browser() as (wire, browser):
        wire.send(browser.seal(HELLO))
        assert browser.open(wire.recv(PATIENCE))["run"] not in ("", "run-1")


def test_the_pages_of_a_browser_that_comes_back_are_kept(desk: Desk) -> None:
    with desk.greeted():
        assert desk.asked()[0] == "greet"
    assert [desk.event(), desk.event(), desk.event()] == [LinkChanged(1), BrowserLeft("browser-1"), LinkChanged(0)]
    farewell = desk.link._farewells["browser-1"]
    with desk.greeted():
        assert desk.asked()[0] == "greet"
        assert farewell.cancelled()
        assert desk.link._farewells == {}


def test_a_browser_that_is_forgotten_is_a_stranger_and_that_is_kept(desk: Desk) -> None:
    desk.link.unpair("browser-1")
    assert "browser-1" not in desk.saved.get(timeout=PATIENCE)
    with pytest.raises(ConnectionClosed), desk.greeted("browser-1"):
        pass


def test_a_port_in_use_gives_one_sentence_that_says_what_to_do(desk: Desk) -> None:
    other = Desk()
    with pytest.raises(PortError) as refused:
        other.link.start(desk.link.port)
    assert str(refused.value) == (
        f"Netcurtain, or another program, is using port {desk.link.port} already. "
        "Close it, or start Netcurtain with --port and another number."
    )
    assert not other.link.running
    other.link.stop()
    other.link.call(lambda _: Outcome())
    assert other.link.start(0) > 0
    other.link.stop()


def test_a_number_that_is_no_port_is_an_error_and_not_a_wait_without_end() -> None:
    with pytest.raises(OverflowError):
        Desk().link.start(70000)


def test_stop_closes_every_connection_ends_the_thread_and_may_be_called_twice() -> None:
    desk = Desk()
    assert not desk.link.running
    desk.link.start(0)
    with desk.greeted() as (wire, _):
        (thread,) = [thread for thread in threading.enumerate() if thread.name == "link"]
        desk.link.stop()
        assert not thread.is_alive()
        assert closed(wire) == 1001
    desk.link.stop()
    with pytest.raises(RuntimeError, match="not running"):
        desk.link.open_code()
    desk.link.close_code()


def test_it_listens_on_this_computer_alone(desk: Desk) -> None:
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", desk.link.port), timeout=PATIENCE)


def test_what_goes_wrong_with_the_code_is_told_to_who_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_now: float) -> None:
        raise ValueError("marker")

    monkeypatch.setattr(desk.pairings, "open_code", fail)
    with pytest.raises(ValueError, match="marker"):
        desk.link.open_code()


def test_a_port_that_is_not_for_us_is_told_as_such() -> None:
    assert str(PortError(80, PermissionError(errno.EACCES, ""))) == (
        "This computer does not let us use port 80. Start Netcurtain with --port and another number."
    )
