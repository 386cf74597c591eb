"""One browser or one tab that asks for too much, or does not listen, takes nothing from the others: the real server and real websockets."""

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from tests.link.browser import HELLO, ScriptedBrowser
from tests.link.desk import KEY, PATIENCE, Desk, closed, page_closed
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from netcurtain.core.event import BrowserLeft, LinkChanged
from netcurtain.core.instruction import BodyWanted, DepartedWords
from netcurtain.core.observation import Observation, PageClosed, Requests, Submitted
from netcurtain.core.session import Outcome
from netcurtain.link import reports
from netcurtain.link import server as link_server
from netcurtain.link.connection import CloseCode
from netcurtain.link.server import MAX_PAIRED, MAX_WAITING


def opened(page: str, tab: int) -> dict[str, Any]:
    return {"type": "page", "page": page, "tab": tab, "url": "https://www.example.org/", "private": False, "time": 1}


def requests(page: str, count: int) -> dict[str, Any]:
    return {"type": "requests", "requests": [{"id": f"r{n}", "page": page, "url": f"https://t.example/{n}"} for n in range(count)]}


def submission(page: str) -> dict[str, Any]:
    return {"type": "submission", "submission": "s1", "page": page, "form": "f1", "held": False, "time": 1}


@contextmanager
def busy(desk: Desk) -> Iterator[None]:
    """The link's thread is at something else meanwhile, so that what comes in waits."""
    at_it, done = threading.Event(), threading.Event()

    def work(_session: object) -> Outcome:
        at_it.set()
        done.wait(PATIENCE)
        return Outcome()

    desk.link.call(work)
    assert at_it.wait(PATIENCE)
    yield
    done.set()


def test_a_submission_overtakes_the_requests_of_another_tab(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "SLICE_SECONDS", 0.0)
    with desk.greeted() as (wire, browser):
        assert desk.asked()[0] == "greet"
        with busy(desk):
            for message in (opened("flood", 1), *[requests("flood", 500)] * 3, opened("form", 2), submission("form"), page_closed("flood")):
                wire.send(browser.seal(message))
        heard: list[Observation] = []
        while not heard or heard[-1] != PageClosed("flood"):
            heard.append(desk.asked()[2])
    place = next(place for place, one in enumerate(heard) if isinstance(one, Submitted))
    later = sum(len(one.requests) for one in heard[place:] if isinstance(one, Requests))
    assert later > 1000
    assert sum(len(one.requests) for one in heard if isinstance(one, Requests)) == 1500


def test_what_a_browser_said_before_it_came_again_is_heard_before_it_is_greeted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "SLICE_SECONDS", 0.0)
    at_it, coming = threading.Event(), threading.Event()
    remember = desk.session.receive

    def receive(browser: str, observation: Observation) -> Outcome:
        at_it.set()
        coming.wait(PATIENCE)
        return remember(browser, observation)

    monkeypatch.setattr(desk.session, "receive", receive)
    with desk.greeted() as (old, older), desk.browser() as (wire, browser):
        assert desk.asked()[0] == "greet"
        old.send(older.seal(requests("flood", 1000)))
        assert at_it.wait(PATIENCE)
        wire.send(browser.seal(HELLO))
        coming.set()
        heard: list[tuple[Any, ...]] = []
        while not heard or heard[-1][0] != "greet":
            heard.append(desk.asked())
    assert sum(len(one[2].requests) for one in heard[:-1]) == 1000


def test_each_start_begins_with_nothing_under_way(desk: Desk) -> None:
    desk.link.stop()
    desk.link._reports._at_work = True  # it was stopped in the middle
    desk.link.start(0)
    with desk.greeted() as (wire, browser):
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"


def test_of_a_browser_that_was_removed_nothing_is_heard_that_waited(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "SLICE_SECONDS", 0.0)
    heard: queue.Queue[str] = queue.Queue()
    at_it, removing = threading.Event(), threading.Event()

    def receive(_browser: str, _observation: Observation) -> Outcome:
        heard.put("report")
        at_it.set()
        removing.wait(PATIENCE)
        return Outcome()

    def forget_browser(_browser: str) -> Outcome:
        heard.put("forgotten")
        return Outcome()

    monkeypatch.setattr(desk.session, "receive", receive)
    monkeypatch.setattr(desk.session, "forget_browser", forget_browser)
    with desk.greeted() as (wire, browser):
        wire.send(browser.seal(requests("flood", 1000)))
        assert at_it.wait(PATIENCE)
        with ThreadPoolExecutor(1) as pool:
            removed = pool.submit(desk.link.unpair, "browser-1")
            removing.set()
            removed.result(PATIENCE)
        assert closed(wire) == CloseCode.REVOKED
    desk.link.close_code()  # the link's thread has gone round since
    said = [heard.get_nowait() for _ in range(heard.qsize())]
    assert said[-1] == "forgotten"
    assert said.count("report") < 40


def test_of_a_page_that_floods_the_session_learns_that_some_was_passed_over(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "SLICE_SECONDS", 0.0)
    monkeypatch.setattr("netcurtain.link.turns.MAX_WAITING", 1000)
    with desk.greeted() as (wire, browser):
        assert desk.asked()[0] == "greet"
        with busy(desk):
            for message in (opened("flood", 1), requests("flood", 900), opened("form", 2), submission("form")):
                wire.send(browser.seal(message))
        asked = desk.asked()
        while asked[0] != "missed":
            asked = desk.asked()
        assert asked == ("missed", "browser-1", "flood")


def test_a_browser_that_does_not_read_is_dropped_and_another_one_is_served(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_server, "MAX_UNREAD", 100_000)
    many = Outcome([("browser-1", DepartedWords("s1", "p1", "x" * 100_000))] * 300)
    with desk.greeted() as (slow, _), desk.greeted("browser-2") as (wire, browser):
        desk.link.call(lambda _: many)
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
        assert closed(slow) == 1006
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"


def test_a_browser_that_is_dead_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.link.stop()
    monkeypatch.setattr(link_server, "PING_SECONDS", 0.5)
    desk.link.start(0)
    with desk.greeted() as (_, __):
        assert desk.event() == LinkChanged(1)
        # So much waits for it that it reads no more, and so answers nothing.
        desk.link.call(lambda _: Outcome([("browser-1", DepartedWords("s1", "p1", "x"))] * 100))
        assert [desk.event(), desk.event()] == [BrowserLeft("browser-1"), LinkChanged(0)]


def test_a_storm_of_browsers_that_come_again_and_again_ends_with_each_of_them_here_once(desk: Desk) -> None:
    names = [f"browser-{n}" for n in range(MAX_PAIRED)]
    with ThreadPoolExecutor(MAX_PAIRED) as pool, ExitStack() as stack:
        last = list(pool.map(lambda name: storm(desk, name, 10, stack), names))
        desk.link.call(lambda _: Outcome([(name, BodyWanted("r1", "p1")) for name in names]))
        for wire, browser in last:
            assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
        assert sorted(desk.link._open) == names
        assert desk.link._waiting == set()


def storm(desk: Desk, name: str, times: int, stack: ExitStack) -> tuple[ClientConnection, ScriptedBrowser]:
    """A browser that connects so often, each time without taking leave; its last connection."""
    while True:
        wire, browser = stack.enter_context(desk.dial()), ScriptedBrowser(KEY, name, port=desk.link.port)
        try:
            wire.send(browser.opening())
            wire.send(browser.proof(wire.recv(PATIENCE)))
            wire.send(browser.seal(HELLO))
            assert browser.open(wire.recv(PATIENCE))["type"] == "welcome"
        except ConnectionClosed:  # others were waiting at the door; it comes again
            continue
        times -= 1
        if not times:
            return wire, browser


def test_strangers_at_the_door_keep_out_no_browser_that_is_in(desk: Desk) -> None:
    with desk.greeted() as (wire, browser), ExitStack() as stack:
        for _ in range(MAX_WAITING + 20):
            stack.enter_context(desk.dial())
        wire.send(browser.seal(page_closed("ask")))
        assert browser.open(wire.recv(PATIENCE))["type"] == "body_wanted"
