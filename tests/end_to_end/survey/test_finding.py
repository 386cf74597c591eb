"""The pages of a site with a form are found from its front page: breadth first, politely, and not without end."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.async_api import Page
from tests.end_to_end.survey import plain_browser, small_site
from tests.end_to_end.survey.plain_browser import Tabs
from tests.end_to_end.survey.small_site import Answer, Site

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import finding, touching
from netcurtain.survey.looking.finding import FoundPage, find_pages
from netcurtain.survey.looking.robots import Robots

FORM = '<form action="/sent" method="post"><textarea></textarea><button>Send</button></form>'
SEARCH = '<form role="search" action="/find"><input type="search" name="q"><button>Search</button></form>'
YES_OR_NO = '<form action="/sent"><label><input type="radio" name="a"> Yes</label><button>Next</button></form>'
SITE: dict[str, str | Answer] = {
    "/robots.txt": Answer("User-agent: *\nDisallow: /private\n", kind="text/plain"),
    "/": SEARCH + '<a href="/about">About</a> <a href="/private/form">A form</a> <a href="/contact">Contact</a> <a href="/moved">Moved</a>'
    '<a href="/away">Away</a> <a href="/gone">Gone</a> <a href="/log-out">Log out</a> <a href="http://other.localhost:PORT/form">Other</a>'
    '<a href="/file">File</a>',
    "/about": SEARCH + '<a href="/">Home</a> <a href="/about/team">Team</a>',
    "/about/team": '<a href="/about/team/form">Deep</a>' + FORM,
    "/about/team/form": FORM,
    "/contact": FORM + '<a href="/about/team">Team</a>',
    "/private/form": FORM,
    "/moved": Answer(status=302, more={"Location": "/contact"}),
    "/away": Answer(status=302, more={"Location": "http://other.localhost:PORT/form"}),
    "/file": Answer("x", kind="application/octet-stream", more={"Content-Disposition": "attachment"}),
    "/log-out": FORM,
    "/form": FORM,
}


@pytest.fixture(scope="module")
def tabs(chromium_path: str) -> Iterator[Tabs]:
    with plain_browser.running(chromium_path) as tabs:
        yield tabs


@pytest.fixture(scope="module")
def pages() -> Iterator[Site]:
    with small_site.running(SITE) as site:
        yield site


@pytest.fixture
def site(pages: Site) -> Site:
    pages.asked.clear()
    return pages


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "SETTLE_SECONDS", 0.6)


def found(tabs: Tabs, site: Site, address: str = "/", **asked: Any) -> list[tuple[str, int]]:
    async def find(page: Page) -> list[tuple[str, int]]:
        tab = await page.context.new_page()
        search = await find_pages(tab, Robots(page), site.at(address), Asked(**{"delay": 0.0, "patience": 5.0, **asked}))
        return [(one.url.removeprefix(site.at("")), one.clicks) for one in search.pages]

    return tabs.at("", find)


def test_without_a_click_it_is_the_address_alone_and_nothing_is_loaded(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site) == [("/", 0)]
    assert site.asked == []


def test_one_click_away_are_the_forms_of_the_site_that_may_be_visited(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site, clicks=1) == [("/", 0), ("/contact", 1)]
    loaded = [asked for asked in site.asked if asked != "GET /robots.txt"]
    assert loaded[:2] == ["GET /", "GET /contact"]
    assert not {"GET /private/form", "GET /log-out", "POST /sent"} & set(loaded)


def test_further_away_they_are_found_at_the_shortest_way(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site, clicks=3) == [("/", 0), ("/contact", 1), ("/about/team", 2), ("/about/team/form", 3)]
    assert site.asked.count("GET /about/team") == 1


def test_there_are_no_more_than_were_asked_for(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site, clicks=3, pages=2) == [("/", 0), ("/contact", 1)]


def test_an_address_that_may_not_be_visited_is_not_loaded(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site, "/private/form", clicks=2) == [("/private/form", 0)]
    assert site.asked == ["GET /robots.txt"]


def test_an_address_that_is_not_there_is_given_all_the_same(tabs: Tabs, site: Site) -> None:
    assert found(tabs, site, "/gone", clicks=2) == [("/gone", 0)]


def test_a_site_without_end_is_left_after_so_many_loads(tabs: Tabs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LEAST_LOADS", 4)
    monkeypatch.setattr(finding, "LOADS_FOR_A_PAGE", 1)
    maze = {f"/{n}": f'<a href="/{n + 1}">on</a>' for n in range(50)}
    with small_site.running(maze) as site:
        assert found(tabs, site, "/0", clicks=40, pages=3) == [("/0", 0)]
        assert [asked for asked in site.asked if "robots" not in asked] == [f"GET /{n}" for n in range(4)]


def test_a_page_that_only_asks_yes_or_no_is_found(tabs: Tabs) -> None:
    with small_site.running({"/": '<a href="/start">Start</a>', "/start": YES_OR_NO}) as site:
        assert found(tabs, site, clicks=1) == [("/", 0), ("/start", 1)]


def test_a_page_that_may_not_be_visited_is_passed_over_where_an_address_leads_to_it(tabs: Tabs) -> None:
    led = Answer(status=302, more={"Location": "/private/form"})
    pages = {"/robots.txt": SITE["/robots.txt"], "/": '<a href="/led">A form</a>', "/led": led, "/private/form": FORM}
    with small_site.running(pages) as site:
        assert found(tabs, site, clicks=2) == [("/", 0)]
        assert site.asked[-1] == "GET /private/form"


def test_what_was_found_is_kept_where_the_search_is_broken_off(tabs: Tabs, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(tab: Page) -> int | None:
        if tab.url.endswith("/team"):
            raise RuntimeError
        return await touching.count_forms(tab)

    into: list[FoundPage] = []

    async def find(page: Page) -> None:
        with pytest.raises(RuntimeError):
            await find_pages(page, Robots(page), site.at("/"), Asked(delay=0.0, patience=5.0, clicks=2), into)

    monkeypatch.setattr(finding, "count_forms", broken)
    tabs.at("", find)
    assert into == [FoundPage(site.at("/"), 0), FoundPage(site.at("/contact"), 1)]


def test_the_delay_is_kept_between_loads(tabs: Tabs, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(finding, "sleep", sleep)
    assert found(tabs, site, "/contact", clicks=1, delay=7.0) == [("/contact", 0), ("/about/team", 1)]
    assert waited == [7.0]
