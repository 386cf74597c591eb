"""The real server on 127.0.0.1 and real websockets to it; behind it a session that only remembers."""

import errno
import logging
import queue
import threading
from contextlib import suppress

import pytest
from tests.link.browser import HELLO
from tests.link.desk import PATIENCE, Desk, closed, page_closed
from websockets.exceptions import ConnectionClosed

from netcurtain.core.event import BrowserLeft, LinkChanged
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.observation import PageClosed
from netcurtain.core.record import SubmissionRecord
from netcurtain.core.session import Outcome, Session
from netcurtain.link import server as link_server
from netcurtain.link.connection import CloseCode
from netcurtain.link.port import PortError


def test_what_a_browser_reports_goes_through_the_session_and_out_on_every_side(desk: Desk) -> None:
    with desk.greeted() as (wire, browser):
        assert desk.asked() == ("greet", "browser-1", frozenset(), "Chrome 156", "0.1.0")
        assert desk.event() == LinkChanged(1)
        wire.send(browser.seal(page_closed("ask")))
        assert desk.asked() == ("receive", "browser-1", PageClosed("ask"))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "body_wanted", "request": "r1", "page": "ask"}
        assert desk.event() == LinkChanged(99)
        assert desk.records.get(timeout=PATIENCE) == SubmissionRecord("p", "s", 1.0)
    assert [desk.event(), desk.event()] == [BrowserLeft("browser-1"), LinkChanged(0)]


def test_the_listeners_are_called_on_the_links_thread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: queue.Queue[str] = queue.Queue()

    def greet(_browser: str, _open_pages: frozenset[str], _name: str, _extension: str) -> Outcome:
        threads.put(threading.current_thread().name)
        return Outcome()

    monkeypatch.setattr(desk.session, "greet", greet)
    with desk.greeted():
        assert threads.get(timeout=PATIENCE) == "link"


def test_a_mistake_of_ours_costs_one_report_and_is_logged_without_its_words(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with desk.greeted() as (wire, browser):
        wire.send(browser.seal(page_closed("fail")))
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
    (said,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert "KeyError in desk.py, line " in said
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


def test_a_port_that_is_not_for_us_is_told_as_such() -> None:
    assert str(PortError(80, PermissionError(errno.EACCES, ""))) == (
        "This computer does not let us use port 80. Start Netcurtain with --port and another number."
    )


def test_a_question_is_answered_on_the_links_thread_and_without_the_link_at_once(desk: Desk) -> None:
    answers: queue.Queue[str | None] = queue.Queue()
    desk.link.ask(lambda _session: threading.current_thread().name, answers.put)
    assert answers.get(timeout=PATIENCE) == "link"
    desk.link.stop()
    desk.link.ask(lambda _session: threading.current_thread().name, answers.put)
    assert answers.get_nowait() == threading.current_thread().name


def test_a_question_that_is_a_mistake_of_ours_is_answered_with_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def mistaken(_session: Session) -> str:
        raise KeyError("marker")

    answers: queue.Queue[str | None] = queue.Queue()
    desk.link.ask(mistaken, answers.put)
    assert answers.get(timeout=PATIENCE) is None
    assert "marker" not in caplog.text
    caplog.clear()
