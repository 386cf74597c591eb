"""Who gets in, and how much of whom is taken: the real server and real websockets."""

import json
import socket
from contextlib import ExitStack, suppress
from typing import Any, cast

import pytest
from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from tests.link.desk import FIREFOX, KEY, PATIENCE, Desk, closed, page_closed
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from netcurtain.core.event import LinkChanged
from netcurtain.core.observation import PageClosed
from netcurtain.link import server as link_server
from netcurtain.link.connection import CloseCode
from netcurtain.link.protocol import MAX_FRAME, MAX_MESSAGE
from netcurtain.link.server import MAX_PAIRED, MAX_WAITING


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
        "chrome-extension://" + "a" * 32,
        "moz-extension://pjbcfkkkfflobfgcokmbdaenjpaalikm",
        FIREFOX.upper(),
        FIREFOX.replace("-", ""),
        "http://127.0.0.1",
        "file://",
        ORIGIN + " " + FIREFOX,
    ],
)
def test_a_client_of_another_origin_gets_403_and_no_message_is_handled(desk: Desk, origin: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        desk.dial(origin=origin)
    assert refused.value.response.status_code == 403
    assert desk.nothing_was_handled()


@pytest.mark.parametrize(
    "host", ["localhost", "rebound.example.org", "127.0.0.2", "127.1", "2130706433", "0.0.0.0", "[::1]", "127.0.0.1.example.org"]
)
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
        with suppress(ConnectionClosed):  # the app may close while the rest of it is still being written
            wire.send(browser.seal(b"x" * MAX_FRAME))
        assert closed(wire) == 1009
    with desk.greeted():
        pass


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
    monkeypatch.setattr(link_server, "PATIENCE_SECONDS", 2.0)  # proving oneself takes a while on a busy computer
    with desk.browser() as (without_hello, _):
        assert closed(without_hello) == 1000


def test_a_browser_that_was_greeted_may_be_silent_for_as_long_as_it_likes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_server, "PATIENCE_SECONDS", 2.0)
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


def test_it_listens_on_this_computer_alone(desk: Desk) -> None:
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", desk.link.port), timeout=PATIENCE)
