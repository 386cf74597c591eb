"""Reports are heard in turns, and the loop goes on in between."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from tests.link.test_turns import opened, requested, submitted

from netcurtain.core.observation import AppWanted, Observation, Requests, Submitted
from netcurtain.link import reports as reports_of
from netcurtain.link.reports import Reports
from netcurtain.link.turns import MAX_WAITING


@pytest.fixture
def one_turn_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports_of, "SLICE_SECONDS", 0.0)


T = TypeVar("T")


def run(play: Coroutine[Any, Any, T]) -> T:
    """On a thread of its own: in this one a browser's loop may be running, from another test."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, play).result()


class Heard:
    def __init__(self) -> None:
        self.said: list[tuple[str, Observation]] = []
        self.missed: list[tuple[str, str]] = []
        self.reports = Reports(lambda *one: self.said.append(one), lambda *one: self.missed.append(one))

    @property
    def requests(self) -> int:
        return sum(len(one.requests) for _, one in self.said if isinstance(one, Requests))

    def place_of(self, submission: str) -> int:
        return next(place for place, (_, one) in enumerate(self.said) if isinstance(one, Submitted) and one.submission == submission)


def played(scene: Callable[[Heard], None], *, rounds: int = 5000) -> Heard:
    """What was heard when the loop had gone round that often."""

    async def play() -> Heard:
        heard = Heard()
        heard.reports.start()
        scene(heard)
        for _ in range(rounds):
            await asyncio.sleep(0)
        return heard

    return run(play())


def test_a_report_is_heard_at_once_where_nothing_else_waits() -> None:
    heard = played(lambda heard: heard.reports.take("b", submitted("p1")), rounds=0)
    assert heard.said == [("b", submitted("p1"))]


@pytest.mark.usefixtures("one_turn_a_slice")
def test_a_submission_overtakes_what_another_tab_has_waiting() -> None:
    def scene(heard: Heard) -> None:
        heard.reports.take("b", opened("flood", 1))
        heard.reports.take("b", requested("flood", 1000))
        heard.reports.take("b", submitted("form"))

    heard = played(scene)
    assert heard.requests == 1000
    assert heard.place_of("s1") < 6
    assert heard.missed == []


@pytest.mark.usefixtures("one_turn_a_slice")
def test_what_tells_of_no_tab_is_heard_before_all_that_waits() -> None:
    def scene(heard: Heard) -> None:
        heard.reports.take("b", requested("flood", 1000))
        heard.reports.take("b", AppWanted())

    heard = played(scene)
    assert heard.said.index(("b", AppWanted())) == 1


@pytest.mark.usefixtures("one_turn_a_slice")
def test_between_two_slices_the_loop_does_other_things() -> None:
    heard = played(lambda heard: heard.reports.take("b", requested("flood", 1000)), rounds=3)
    assert 75 <= heard.requests < 500


@pytest.mark.usefixtures("one_turn_a_slice")
def test_more_reports_do_not_make_it_work_without_a_pause() -> None:
    def scene(heard: Heard) -> None:
        for n in range(10):
            heard.reports.take("b", requested("flood", 100, first=n * 100))
        assert heard.requests == 25

    assert played(scene).requests == 1000


@pytest.mark.usefixtures("one_turn_a_slice")
def test_a_flood_leaves_a_gap_in_its_own_page_alone() -> None:
    def scene(heard: Heard) -> None:
        for n in range(MAX_WAITING // 1000):
            heard.reports.take("b", requested("flood", 1000, first=n * 1000))
            heard.reports.take("b", requested("other", 1, first=n))

    heard = played(scene)
    assert set(heard.missed) == {("b", "flood")}


@pytest.mark.usefixtures("one_turn_a_slice")
def test_all_that_a_browser_has_said_can_be_heard_now() -> None:
    def scene(heard: Heard) -> None:
        heard.reports.take("a", requested("p1", 500))
        heard.reports.take("b", requested("p1", 500))
        heard.reports.finish("b")

    heard = played(scene, rounds=0)
    assert sum(len(one.requests) for browser, one in heard.said if browser == "b" and isinstance(one, Requests)) == 500


@pytest.mark.usefixtures("one_turn_a_slice")
def test_all_that_a_browser_has_said_can_be_let_go_of() -> None:
    def scene(heard: Heard) -> None:
        heard.reports.take("b", requested("p1", 500))
        heard.reports.forget("b")

    assert played(scene).requests == 25


@pytest.mark.usefixtures("one_turn_a_slice")
def test_nothing_more_is_read_until_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports_of, "MAX_HELD", 50)

    async def play() -> tuple[bool, int]:
        heard = Heard()
        await heard.reports.room()
        heard.reports.take("b", requested("p1", 500))
        waiting = asyncio.create_task(heard.reports.room())
        await asyncio.sleep(0)
        was_done = waiting.done()
        await waiting
        return was_done, heard.requests

    was_done, heard = run(play())
    assert not was_done
    assert heard >= 450


@pytest.mark.usefixtures("one_turn_a_slice")
def test_it_works_again_on_another_loop() -> None:
    heard = Heard()

    async def play(page: str) -> None:
        heard.reports.start()
        heard.reports.take("b", requested(page, 500))

    run(play("p1"))
    assert heard.requests < 500
    heard.said.clear()

    async def play_on() -> None:
        await play("p2")
        for _ in range(100):
            await asyncio.sleep(0)

    run(play_on())
    assert heard.requests == 500
