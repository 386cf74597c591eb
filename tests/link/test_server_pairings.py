"""Browsers that are paired, named and sent away, over the real server and real websockets."""

import queue
from contextlib import suppress
from types import SimpleNamespace

import pytest
from tests.link.browser import HELLO, ScriptedBrowser
from tests.link.desk import FIREFOX, KEY, PATIENCE, Desk, closed, page_closed
from websockets.exceptions import ConnectionClosed

from netcurtain.core.event import BrowserLeft, BrowserPaired, LinkChanged, PairingCodeEnded, Side, UpdateNeeded
from netcurtain.core.observation import PageClosed
from netcurtain.link import server as link_server
from netcurtain.link.connection import CloseCode, Connection
from netcurtain.link.listing import ListedBrowser
from netcurtain.link.pairing import CODE_TRIES, secret_of_code


def named(desk: Desk, browser: str) -> ListedBrowser:
    return next(row for row in desk.link.browsers() if row.id == browser)


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


def test_an_older_extension_is_told_to_update(desk: Desk) -> None:
    with desk.browser() as (wire, browser):
        wire.send(browser.seal(HELLO | {"oldest": 0, "newest": 0}))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "please_update", "side": "extension"}
        assert closed(wire) == CloseCode.PLEASE_UPDATE


@pytest.mark.parametrize(("oldest", "newest", "side"), [(0, 0, Side.EXTENSION), (2, 3, Side.APP)], ids=["extension", "app"])
def test_the_windows_are_told_once_which_side_is_too_old(desk: Desk, oldest: int, newest: int, side: Side) -> None:
    with desk.browser() as (wire, browser):
        wire.send(browser.seal(HELLO | {"oldest": oldest, "newest": newest}))
        assert browser.open(wire.recv(PATIENCE)) == {"type": "please_update", "side": side}
        with suppress(ConnectionClosed):
            wire.send(browser.seal(HELLO))
        assert closed(wire) == CloseCode.PLEASE_UPDATE
    assert desk.event() == UpdateNeeded(side, "browser-1", "Chrome 156")
    assert desk.events.empty()
    assert desk.session.asked.empty()
    assert named(desk, "browser-1").name == "Chrome 156"


def test_the_fifth_wrong_try_of_a_code_is_told_to_the_windows(desk: Desk) -> None:
    code = desk.link.open_code()
    for number in range(CODE_TRIES):
        assert desk.events.empty()
        with desk.browser(f"try-{number}", secret_of_code("AAAAA-AAAAA-AAAAA-AAAAA")) as (wire, _):
            assert closed(wire) == CloseCode.NOT_PROVED
    assert desk.event() == PairingCodeEnded()
    with desk.browser("right", secret_of_code(code.text)) as (wire, browser):
        assert not browser.app_is_proved
    assert desk.events.empty()


def test_one_that_goes_away_from_the_fifth_try_ends_the_code_too(desk: Desk) -> None:
    desk.link.open_code()
    for number in range(CODE_TRIES):
        with desk.dial() as wire:
            wire.send(ScriptedBrowser(KEY, f"try-{number}").opening())
            wire.recv(PATIENCE)
    assert desk.event() == PairingCodeEnded()


def test_one_browser_is_sent_away_and_the_other_stays(desk: Desk) -> None:
    desk.link.rename("browser-1", "Laptop")
    desk.link.rename("browser-2", "Library")
    with desk.greeted("browser-1") as (sent_away, its_script), desk.greeted("browser-2") as (stays, browser):
        assert [desk.asked()[0], desk.asked()[0]] == ["greet", "greet"]
        assert [desk.event(), desk.event()] == [LinkChanged(1), LinkChanged(2)]
        assert [row.name for row in desk.link.browsers() if row.connected] == ["Laptop", "Library"]
        desk.link.unpair("browser-1")
        # All of it is done by now, whether or not that browser answers.
        assert desk.session.asked.get_nowait() == ("forget", "browser-1")
        assert [desk.events.get_nowait(), desk.events.get_nowait()] == [BrowserLeft("browser-1"), LinkChanged(1)]
        with suppress(ConnectionClosed):
            sent_away.send(its_script.seal(page_closed("late")))
        assert closed(sent_away) == CloseCode.REVOKED
        stays.send(browser.seal(page_closed("ask")))
        assert browser.open(stays.recv(PATIENCE))["type"] == "body_wanted"
        assert desk.asked() == ("receive", "browser-2", PageClosed("ask"))
        assert [row.name for row in desk.link.browsers() if row.connected] == ["Library"]
    assert [desk.event() for _ in range(3)] == [LinkChanged(99), BrowserLeft("browser-2"), LinkChanged(0)]
    assert desk.session.asked.empty()


def test_a_browser_that_was_sent_away_is_a_stranger_and_that_is_kept(desk: Desk) -> None:
    desk.link.unpair("browser-1")
    assert "browser-1" not in desk.saved.get(timeout=PATIENCE)
    assert desk.asked() == ("forget", "browser-1")
    with pytest.raises(ConnectionClosed), desk.greeted("browser-1"):
        pass


def test_a_browser_that_is_sent_away_in_its_farewell_is_forgotten_once(desk: Desk) -> None:
    with desk.greeted():
        assert desk.asked()[0] == "greet"
    assert [desk.event() for _ in range(3)] == [LinkChanged(1), BrowserLeft("browser-1"), LinkChanged(0)]
    farewell = desk.link._farewells["browser-1"]
    desk.link.unpair("browser-1")
    assert desk.asked() == ("forget", "browser-1")
    assert farewell.cancelled()
    assert desk.link._farewells == {}


def test_whoever_connects_after_one_was_sent_away_tells_of_its_pages_again(desk: Desk) -> None:
    desk.link.unpair("browser-1")
    with desk.browser("browser-2") as (wire, browser):
        wire.send(browser.seal(HELLO))
        assert browser.open(wire.recv(PATIENCE))["run"] not in ("", "run-1")


def test_to_send_a_stranger_away_does_nothing(desk: Desk) -> None:
    desk.link.unpair("stranger")
    desk.link.unpair("")
    assert desk.nothing_was_handled()


def test_while_the_link_is_not_running_browsers_can_be_listed_named_and_sent_away() -> None:
    desk = Desk()
    desk.link.rename("browser-1", "Laptop")
    assert "browser-1" in desk.saved.get_nowait()
    assert named(desk, "browser-1") == ListedBrowser("browser-1", "Laptop", 0.0, 0.0, connected=False)
    desk.link.unpair("browser-1")
    assert "browser-1" not in desk.saved.get_nowait()
    assert desk.session.asked.get_nowait() == ("forget", "browser-1")
    assert "browser-1" not in [row.id for row in desk.link.browsers()]


def test_a_browser_that_was_here_for_hours_was_seen_until_it_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=1_795_000_000.0)
    monkeypatch.setattr(link_server, "time", SimpleNamespace(time=lambda: clock.now))
    with desk.greeted():
        assert desk.event() == LinkChanged(1)
        clock.now += 7200
        assert named(desk, "browser-1") == ListedBrowser("browser-1", "Chrome 156", 0.0, clock.now, connected=True)
        clock.now += 60
    assert [desk.event(), desk.event()] == [BrowserLeft("browser-1"), LinkChanged(0)]
    left, clock.now = clock.now, clock.now + 9000
    assert named(desk, "browser-1") == ListedBrowser("browser-1", "Chrome 156", 0.0, left, connected=False)
    assert [desk.saved.get_nowait() for _ in range(2)]


def test_after_the_link_has_stopped_no_browser_is_connected(desk: Desk) -> None:
    with desk.greeted():
        desk.link.stop()
    assert not any(row.connected for row in desk.link.browsers())
    assert named(desk, "browser-1").last_seen > 0


@pytest.mark.parametrize("turned", [0.0, -3600.0, 3600.0], ids=["as it is", "put back", "put forward"])
def test_a_code_works_for_120_seconds_whoever_turns_the_clock(desk: Desk, monkeypatch: pytest.MonkeyPatch, turned: float) -> None:
    clock = SimpleNamespace(now=1000.0, today=1_795_000_000.0)
    monkeypatch.setattr(link_server, "time", SimpleNamespace(time=lambda: clock.today))
    monkeypatch.setattr(desk.link, "_seconds", lambda: clock.now)
    secret = secret_of_code(desk.link.open_code().text)
    clock.now, clock.today = clock.now + 119.9, clock.today + turned
    with desk.browser("in time", secret) as (_, browser):
        assert browser.app_is_proved
    secret = secret_of_code(desk.link.open_code().text)
    clock.now, clock.today = clock.now + 120, clock.today + turned
    with desk.browser("late", secret) as (_, browser):
        assert not browser.app_is_proved


def test_a_failure_that_is_only_seen_at_the_end_counts_by_the_clock_that_nobody_can_set(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: queue.Queue[float] = queue.Queue()
    monkeypatch.setattr(desk.link, "_seconds", lambda: 1000.0)

    def give_up(_self: Connection, now: float) -> tuple[()]:
        ended.put(now)
        return ()

    monkeypatch.setattr(Connection, "give_up", give_up)
    with desk.dial() as wire:
        wire.send("no opening")
        assert closed(wire) == CloseCode.NOT_PROVED
    assert [ended.get(timeout=PATIENCE) for _ in range(2)] == [1000.0, 1000.0]


def test_what_goes_wrong_with_the_code_is_told_to_who_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_now: float) -> None:
        raise ValueError("marker")

    monkeypatch.setattr(desk.pairings, "open_code", fail)
    with pytest.raises(ValueError, match="marker"):
        desk.link.open_code()
