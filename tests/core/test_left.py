"""What is remembered of pages that were left, for how long, and how much of it."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest
from msgspec.structs import replace
from tests.core.scenes import META, NOON, Scene, form, got_to, key, opened, request, requested, typed

from netcurtain.core import left as left_file
from netcurtain.core import observation as seen
from netcurtain.core.left import HEARD_WITHIN, LeftPages
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Visit
from netcurtain.core.request import Fate


def left(*observations: seen.Observation, private: bool = False) -> LeftPages:
    scene = Scene()
    scene.reports(opened(private=private), *observations, seen.PageClosed("p1", NOON))
    return scene.session._left


def sent(*names: str, page: str = "p1") -> tuple[seen.Requests, seen.Fates]:
    return seen.Requests([request(META, name, page=page) for name in names]), got_to(Fate.SENT, *names, page=page)


def texts(one: object) -> Iterator[str]:
    """Every text that something holds, but for its visit, which goes on."""
    if isinstance(one, str):
        yield one
    elif isinstance(one, dict):
        for name, value in one.items():
            yield from (*texts(name), *texts(value))
    elif is_dataclass(one):
        for field in fields(one):
            held = getattr(one, field.name)
            yield from () if isinstance(held, Visit) else texts(held)


@pytest.mark.parametrize(("private", "name"), [(False, "b:p1"), (True, "")])
def test_nothing_of_what_it_told_is_remembered(private: bool, name: str) -> None:
    pages = left(form("Report", "Your name"), *sent("r1"), typed("r2", host="www.facebook.com"), private=private)
    assert {*texts(pages._left[key()])} == {name, "r1", "r2", "Meta (Facebook)"}


@pytest.mark.parametrize("fate", [Fate.ANSWERED, Fate.ATTEMPTED, Fate.STOPPED_BY_US])
def test_what_is_known_already_is_not_remembered(fate: Fate) -> None:
    assert len(left(requested(META), got_to(fate))) == 0


def test_requests_that_were_joined_are_not_remembered() -> None:
    assert len(left(requested(META, count=2), got_to(Fate.SENT))) == 0


@pytest.mark.parametrize(
    "hears",
    [
        pytest.param(lambda time: opened("p2", time=time), id="a page"),
        pytest.param(lambda time: seen.PageClosed("p7", time), id="the end of a page"),
        pytest.param(lambda time: seen.Requests([request(META, "r7"), replace(request(META, "r8"), time=time)]), id="a request"),
    ],
)
def test_after_a_while_it_is_forgotten_when_anything_else_is_heard(hears: Callable[[float], seen.Observation]) -> None:
    pages = left(*sent("r1"))
    pages.heard(key().browser, hears(NOON + HEARD_WITHIN))
    assert len(pages) == 1
    pages.heard(key().browser, hears(NOON + HEARD_WITHIN + 1))
    assert len(pages) == 0


def test_a_time_from_before_makes_nothing_younger() -> None:
    pages = left(*sent("r1"))
    for time in (NOON + HEARD_WITHIN, NOON - 1, NOON + HEARD_WITHIN + 1):
        pages.heard(key().browser, seen.PageClosed("p7", time))
    assert len(pages) == 0


def test_a_clock_that_is_put_back_makes_nothing_older() -> None:
    scene = Scene()
    scene.reports(opened(), *sent("r1"), seen.PageClosed("p1", NOON - 2 * HEARD_WITHIN), opened("p2", time=NOON + 1))
    assert len(scene.session._left) == 1


def test_the_time_of_one_browser_says_nothing_of_the_pages_of_another() -> None:
    pages = left(*sent("r1"))
    pages.heard("another", opened("p9", time=1e300))
    assert len(pages) == 1


def test_once_a_clock_that_was_ahead_is_put_right_what_was_left_by_it_is_forgotten() -> None:
    scene = Scene()
    scene.reports(opened(time=NOON + 1e9), *sent("r1"), seen.PageClosed("p1", NOON + 1e9), opened("p2", time=NOON))
    assert len(scene.session._left) == 0
    scene.reports(*sent("r1", page="p2"), seen.PageClosed("p2", NOON + 1), opened("p3", time=NOON + 1 + HEARD_WITHIN))
    assert len(scene.session._left) == 1
    scene.reports(opened("p4", time=NOON + 2 + HEARD_WITHIN))
    assert len(scene.session._left) == 0


def test_of_too_many_pages_the_newest_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_file, "MAX_LEFT", 2)
    scene = Scene()
    for page in ("p1", "p2", "p1", "p3"):
        scene.reports(opened(page), *sent("r1", page=page), seen.PageClosed(page, NOON))
    assert [one.page for one in scene.session._left._left] == ["p1", "p3"]


def test_of_too_many_requests_those_of_the_newest_pages_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_file, "MAX_SENT", 4)
    scene = Scene()
    for page in ("p1", "p2", "p3"):
        scene.reports(opened(page), *sent("r1", "r2", page=page), seen.PageClosed(page, NOON))
    assert ([one.page for one in scene.session._left._left], scene.session._left.requests) == (["p2", "p3"], 4)


def test_one_that_was_answered_is_not_taken_back_any_more() -> None:
    pages, out = left(*sent("r1")), Outcome()
    assert [pages.hear(key(), seen.RequestFate("r1", "p1", fate), out) for fate in (Fate.SENT, Fate.ANSWERED, Fate.ATTEMPTED)] == [None] * 3
    assert out.records == []


def test_of_a_browser_that_went_away_nothing_is_remembered() -> None:
    pages = left(*sent("r1"))
    pages.forget_browser("c")
    assert len(pages) == 1
    pages.forget_browser("b")
    assert len(pages) == 0
