"""Whether a search for pages came to its end, without a browser: to the end, cut short, or not made."""

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Error

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import finding
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.finding import Search, find_pages
from netcurtain.survey.looking.robots import Rule
from netcurtain.survey.trouble import Trouble

ANYTHING: Any = None
FRONT = "https://a.example/"
PRIVATE = f"{FRONT}private"
UNKNOWN = f"{FRONT}unknown"
"""Of a host whose robots.txt cannot be had."""


class SomeTab:
    url = ""


class SomeRobots:
    async def rule(self, url: str) -> Rule:
        return Rule(url not in (PRIVATE, UNKNOWN), detail="robots.txt 503" if url == UNKNOWN else "")


class Site:
    """Pages by what follows the slash: where they lead; None for one that does not say."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, pages: dict[str, list[str] | None], **answers: str | None) -> None:
        self._pages = pages
        self._answers = answers
        monkeypatch.setattr(finding, "_load", self._load)
        monkeypatch.setattr(finding, "links", self._links)
        monkeypatch.setattr(finding, "count_forms", self._count_forms)

    def whole(self, address: str = FRONT, **asked: Any) -> bool | None:
        return self._search(address, **asked).whole

    def found(self) -> tuple[str, ...]:
        return tuple(page.url for page in self._search(FRONT).pages)

    def _search(self, address: str, **asked: Any) -> Search:
        robots: Any = SomeRobots()
        tab: Any = SomeTab()
        return asyncio.run(find_pages(tab, robots, address, Asked(**{"clicks": 2, "delay": 0.0, **asked})))

    async def _load(self, tab: SomeTab, url: str, _: float) -> str | None:
        tab.url = url
        return self._answers.get(url.removeprefix(FRONT), url)

    async def _links(self, tab: SomeTab) -> tuple[str, ...] | None:
        led = self._pages.get(tab.url.removeprefix(FRONT), [])
        return None if led is None else tuple(FRONT + path for path in led)

    async def _count_forms(self, tab: SomeTab) -> int | None:
        return None if tab.url.endswith("silent") else int(tab.url.endswith(("form", "private")))


def test_a_search_that_has_followed_all_links_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(monkeypatch, {"": ["form", "gone", "private"]}, gone="")
    assert site.whole() is True


@pytest.mark.parametrize(
    "pages",
    [
        {"": [f"{n}-form" for n in range(30)]},
        {"": ["slow"]},
        {"": ["silent"]},
        {"": ["form"], "form": None},
        {"": ["unknown"]},
        {"": ["led"]},
    ],
    ids=[
        "limit",
        "a page that does not come",
        "a page that does not say what it asks",
        "a page that does not say where it leads",
        "a page whose robots.txt cannot be had",
        "a page that leads to one whose robots.txt cannot be had",
    ],
)
def test_a_search_that_could_not_see_all_is_cut_short(monkeypatch: pytest.MonkeyPatch, pages: dict[str, list[str] | None]) -> None:
    assert Site(monkeypatch, pages, slow=None, led=UNKNOWN).whole() is False


def test_a_search_that_stops_at_its_most_loads_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LEAST_LOADS", 3)
    monkeypatch.setattr(finding, "LOADS_FOR_A_PAGE", 1)
    maze: dict[str, list[str] | None] = {"": ["0"], **{str(n): [str(n + 1)] for n in range(9)}}
    assert Site(monkeypatch, maze).whole(clicks=9, pages=2) is False
    assert Site(monkeypatch, {"": ["0", "1"]}).whole(pages=2) is True


def test_more_addresses_than_may_wait_are_not_forgotten_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MAX_WAITING", 1)
    assert Site(monkeypatch, {"": ["0", "1"]}).whole() is False


@pytest.mark.parametrize(
    ("address", "asked"), [(FRONT, {"clicks": 0}), (FRONT, {"pages": 1}), (PRIVATE, {}), (UNKNOWN, {})],
    ids=["no clicks", "one page", "not allowed", "nobody knows whether it is allowed"],
)  # fmt: skip
def test_a_search_that_did_not_begin_was_not_made(monkeypatch: pytest.MonkeyPatch, address: str, asked: dict[str, int]) -> None:
    assert Site(monkeypatch, {}).whole(address, **asked) is None


@pytest.mark.parametrize(
    "led",
    [None, "", "https://b.example/", PRIVATE],
    ids=["did not come", "is not there", "leads to another site", "leads where we may not"],
)
def test_a_search_that_got_no_further_than_its_first_load_was_made_and_cut_short(monkeypatch: pytest.MonkeyPatch, led: str | None) -> None:
    assert Site(monkeypatch, {}, begin=led).whole(f"{FRONT}begin") is False


def test_a_page_that_writes_another_address_into_its_tab_is_the_page_that_was_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(monkeypatch, {"": ["form"]})
    load = site._load

    async def _load(tab: SomeTab, url: str, patience: float) -> str | None:
        led = await load(tab, url, patience)
        if url == f"{FRONT}form":
            tab.url = PRIVATE
        return led

    monkeypatch.setattr(finding, "_load", _load)
    site._pages["private"] = []
    assert site.found() == (FRONT, f"{FRONT}form")


def test_the_longest_delay_that_a_host_of_the_site_asks_for_holds_for_all_that_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    class Slow(SomeRobots):
        async def rule(self, url: str) -> Rule:
            return Rule(True, delay=9.0 if url.endswith("slow-form") else 1.0)

    monkeypatch.setattr(finding, "sleep", sleep)
    Site(monkeypatch, {"": ["form", "slow-form", "other-form"]})
    robots, tab = Slow(), SomeTab()
    asyncio.run(find_pages(cast("Any", tab), cast("Any", robots), FRONT, Asked(clicks=1, delay=2.0)))
    assert waited == [2.0, 9.0, 9.0]


class LoadingTab:
    """A tab whose load ends with an error, or with this status; the documents that came meanwhile are told of."""

    def __init__(self, error: str = "", status: int = 200, came: Sequence[str] = (FRONT,)) -> None:
        self._error = error
        self._came = came
        self.status = status
        self.ok = status < 400
        self.url = FRONT
        self.parent_frame = None
        self.page: Any = self
        self.listeners: list[Any] = []

    def on(self, _: str, listener: Any) -> None:
        self.listeners.append(listener)

    def remove_listener(self, _: str, listener: Any) -> None:
        self.listeners.remove(listener)

    async def goto(self, *_: object, **_more: object) -> "LoadingTab":
        if self._error:
            raise Error(f"Page.goto: {self._error} at {FRONT}")
        for url in self._came:
            status, headers = (204, {}) if url.endswith("nothing") else (200, {"content-type": "text/html"})
            asked = SimpleNamespace(is_navigation_request=lambda: True, frame=self)
            response = SimpleNamespace(url=url, status=status, headers=headers, request=asked)
            for listener in self.listeners:
                listener(response)
        return self

    async def wait_for_load_state(self, *_: object, **_more: object) -> None:
        """It is quiet; and has written something into its address."""
        self.url = PRIVATE

    async def wait_for_url(self, *_: object, **_more: object) -> None:
        """It is there."""


def loaded(tab: Any) -> str | None:
    led = asyncio.run(finding._load(tab, FRONT, 1.0))
    assert tab.listeners == []
    return led


def test_a_search_on_a_computer_that_is_offline_breaks_off() -> None:
    with pytest.raises(Failed) as failed:
        loaded(LoadingTab("net::ERR_INTERNET_DISCONNECTED"))
    assert failed.value.trouble is Trouble.COMPUTER


@pytest.mark.parametrize(
    ("error", "led"),
    [
        ("net::ERR_CONNECTION_TIMED_OUT", None),
        ("net::ERR_CONNECTION_RESET", None),
        ("net::ERR_CONNECTION_REFUSED", None),
        ("net::ERR_NAME_NOT_RESOLVED", None),
        ("net::ERR_ABORTED", ""),
        ("Download is starting", ""),
    ],
)
def test_of_a_load_that_did_not_get_through_nobody_can_say_what_is_there(error: str, led: str | None) -> None:
    assert loaded(LoadingTab(error)) == led


@pytest.mark.parametrize(
    ("status", "led"), [(200, FRONT), (404, ""), (410, ""), (403, None), (408, None), (429, None), (500, None), (503, None)]
)
def test_of_a_server_that_does_not_answer_us_nobody_can_say_what_is_there(status: int, led: str | None) -> None:
    assert loaded(LoadingTab(status=status)) == led


def test_where_a_load_led_is_told_by_the_document_and_not_by_what_the_page_wrote_into_its_address() -> None:
    assert loaded(LoadingTab()) == FRONT
    assert loaded(LoadingTab(came=[FRONT, f"{FRONT}on"])) == f"{FRONT}on"
    assert loaded(LoadingTab(came=[FRONT, f"{FRONT}nothing"])) == FRONT
