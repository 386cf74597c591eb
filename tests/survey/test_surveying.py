"""One site without a browser: its turns, and what is kept of a search for other pages that breaks off."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netcurtain.survey import surveying
from netcurtain.survey.asked import Address, Asked
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.finding import FoundPage, Search
from netcurtain.survey.looking.notes import ToLook
from netcurtain.survey.looking.robots import LeftAlone, Rule
from netcurtain.survey.result import PageSurveyed
from netcurtain.survey.trouble import Trouble

ANYTHING: Any = None
FRONT = "https://a.example/"
QUICK = "https://quick.example/"
"""Asks for no delay."""


class Clock:
    """Time passes only where it is waited for, or where it is said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.waited: list[float] = []
        monkeypatch.setattr(surveying, "monotonic", lambda: self.now)
        monkeypatch.setattr(surveying, "sleep", self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


class SomeRobots:
    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    def use(self, page: object) -> None:
        """It needs none."""

    async def rule(self, url: str) -> Rule:
        return Rule(True) if url == QUICK else self._rule


class SomeBrowser:
    """One that does nothing, and has all that a search asks of it."""

    tab = ANYTHING

    def __init__(self) -> None:
        self.watch: Any = self

    async def __aenter__(self) -> "SomeBrowser":
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to end."""

    def allow(self, pages: int) -> None:
        """As many as it likes."""

    async def unless_wrong(self, work: Any) -> Any:
        return await work


def site_of(asked: Asked) -> Any:
    return surveying._Site(asked, "a.example", Path(), ANYTHING, lambda _: SomeBrowser())  # type: ignore[return-value, arg-type]


@pytest.mark.parametrize(("rule", "delay"), [(Rule(True), 5.0), (Rule(True, 3.0), 5.0), (Rule(True, 20.0), 20.0)])
def test_the_delay_is_ours_or_the_longer_one_that_a_site_asks_for(monkeypatch: pytest.MonkeyPatch, rule: Rule, delay: float) -> None:
    clock = Clock(monkeypatch)
    site = site_of(Asked(delay=5.0))
    site._robots = SomeRobots(rule)

    async def two_loads() -> None:
        for _ in range(2):
            await site._may(ANYTHING, FRONT)
            async with site._turn():
                clock.now += 50.0  # a load that takes longer than any delay

    asyncio.run(two_loads())
    assert clock.waited == [0.0, delay]


@pytest.mark.parametrize("hosts", [(FRONT, QUICK), (QUICK, FRONT)], ids=["from the slower", "to the slower"])
def test_where_an_address_leads_to_another_host_the_longer_delay_of_both_holds(
    monkeypatch: pytest.MonkeyPatch, hosts: tuple[str, str]
) -> None:
    clock = Clock(monkeypatch)
    site = site_of(Asked(delay=5.0))
    site._robots = SomeRobots(Rule(True, 20.0))

    async def two_loads() -> None:
        async with site._turn():
            for host in hosts:
                await site._may(ANYTHING, host)
        async with site._turn():
            pass

    asyncio.run(two_loads())
    assert clock.waited == [0.0, 20.0]


@pytest.mark.parametrize("detail", ["", "robots.txt 503", "net::ERR_NAME_NOT_RESOLVED"])
def test_a_place_whose_robots_txt_cannot_be_had_is_left_alone_like_one_that_forbids(detail: str) -> None:
    site = site_of(Asked())
    site._robots = SomeRobots(Rule(False, detail=detail))
    with pytest.raises(LeftAlone):
        asyncio.run(site._may(ANYTHING, FRONT))


def test_a_load_that_fails_is_one_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    site = site_of(Asked(delay=5.0))

    async def two_loads() -> None:
        with pytest.raises(Failed):
            async with site._turn():
                raise Failed(Trouble.TIMED_OUT)
        async with site._turn():
            pass

    asyncio.run(two_loads())
    assert clock.waited == [0.0, 5.0]


@pytest.mark.parametrize(
    ("ended", "more", "broke_off"),
    [
        (True, {}, False),
        (False, {}, True),
        (None, {}, None),
        (TimeoutError(), {}, True),
        (True, {"pages": 2}, False),
        (True, {"clicks": 0}, None),
        (True, {"pages": 1}, None),
    ],
    ids=["whole", "limit", "not made", "broke off", "as many as asked for", "not asked for", "no more pages asked for"],
)
def test_pages_that_were_found_until_a_search_broke_off_are_kept_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch, ended: bool | Exception | None, more: dict[str, Any], broke_off: bool | None
) -> None:
    async def find_pages(_tab: object, _robots: object, address: str, _asked: Asked, into: list[FoundPage]) -> Search:
        into += [FoundPage(address, 0), FoundPage(f"{address}contact", 1)]
        if isinstance(ended, Exception):
            raise ended
        return Search(tuple(into), ended)

    async def visit(page: ToLook, _: object) -> PageSurveyed:
        return surveying._row(page, Trouble.OURS)

    monkeypatch.setattr(surveying, "find_pages", find_pages)
    monkeypatch.setattr(surveying, "visit", visit)
    made: dict[str, Any] = {"clicks": 1, "delay": 0.0, **more}
    site = site_of(Asked(**made))

    async def pages() -> list[tuple[str, bool | None]]:
        return [(page.url, page.search_broke_off) async for page in site.pages([Address(1, FRONT)])]

    found = [] if {"clicks": 0}.items() <= more.items() or {"pages": 1}.items() <= more.items() else [(f"{FRONT}contact", None)]
    assert asyncio.run(pages()) == [(FRONT, broke_off), *found]


def test_a_search_that_finds_more_pages_than_are_looked_at_was_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    async def find_pages(_tab: object, _robots: object, address: str, _asked: Asked, into: list[FoundPage]) -> Search:
        into += [FoundPage(address, 0), FoundPage(f"{address}contact", 1), FoundPage(f"{address}report", 1)]
        return Search(tuple(into), True)

    async def visit(page: ToLook, _: object) -> PageSurveyed:
        return surveying._row(page, Trouble.OURS)

    monkeypatch.setattr(surveying, "find_pages", find_pages)
    monkeypatch.setattr(surveying, "visit", visit)
    site = site_of(Asked(clicks=1, delay=0.0, pages=3))

    async def pages() -> list[tuple[str, bool | None]]:
        listed = [Address(1, FRONT), Address(2, f"{FRONT}other")]
        return [(page.url, page.search_broke_off) async for page in site.pages(listed)]

    assert asyncio.run(pages()) == [(FRONT, True), (f"{FRONT}contact", None), (f"{FRONT}other", None)]


class SomeDriver:
    """Starts a browser that is newer each time."""

    def __init__(self, fails: Callable[[], None] = lambda: None) -> None:
        self.chromium: Any = self
        self.version = "0"
        self._fails = fails

    async def launch(self, **_: object) -> "SomeDriver":
        self._fails()
        self.version = str(int(self.version) + 1)
        return self

    async def close(self) -> None:
        """It is one already."""


def test_a_browsers_version_is_asked_once_and_again_where_another_has_come(tmp_path: Path) -> None:
    chromium = tmp_path / "chromium"
    chromium.touch()
    driver: Any = SomeDriver()

    async def versions() -> list[str]:
        found = [await surveying._version_of(driver, chromium, Asked()) for _ in range(2)]
        os.utime(chromium, (1, 1))
        return [*found, await surveying._version_of(driver, chromium, Asked())]

    assert asyncio.run(versions()) == ["1", "1", "2"]


@pytest.mark.parametrize("there", [False, True])
def test_a_browser_that_does_not_start_is_a_fault_of_this_computer(tmp_path: Path, there: bool) -> None:
    def hangs() -> None:
        raise TimeoutError

    chromium = tmp_path / "chromium"
    if there:
        chromium.touch()
    driver: Any = SomeDriver(hangs)
    with pytest.raises(Failed) as failed:
        asyncio.run(surveying._version_of(driver, chromium, Asked()))
    assert (failed.value.trouble, failed.value.detail) == (Trouble.COMPUTER, "start")


def test_a_computer_whose_browser_does_not_start_gets_no_answer() -> None:
    class Broken:
        def lend(self) -> None:
            raise Failed(Trouble.COMPUTER, "start")

    surveyor = surveying.Surveyor(surveying.Tools(ANYTHING, (), Path(), Path()), Asked())
    surveyor._drivers = Broken()  # type: ignore[assignment]
    assert asyncio.run(surveyor.answers(FRONT)) is False
