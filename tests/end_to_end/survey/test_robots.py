"""robots.txt is fetched by the browser: without cookies, once for an origin, and what goes wrong with it is said in the browser's word."""

import socket
from collections.abc import Iterator

import pytest
from playwright.async_api import Page
from tests.end_to_end.survey import plain_browser, small_site
from tests.end_to_end.survey.plain_browser import Tabs
from tests.end_to_end.survey.small_site import Answer

from netcurtain.survey.looking.robots import TIMED_OUT, Robots, Rule, answers

KEEP_OUT = Answer("User-agent: NetcurtainSurvey\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /\n", kind="text/plain")
ALLOWED = Rule(allowed=True)


@pytest.fixture(scope="module")
def tabs(chromium_path: str) -> Iterator[Tabs]:
    with plain_browser.running(chromium_path) as tabs:
        yield tabs


def rules(tabs: Tabs, *urls: str, patience: float = 10.0) -> list[Rule]:
    async def asked(page: Page) -> list[Rule]:
        robots = Robots(page, patience)
        return [await robots.rule(url) for url in urls]

    return tabs.at("", asked)


def test_its_rules_for_us_are_kept_and_it_is_asked_for_once(tabs: Tabs) -> None:
    with small_site.running({"/robots.txt": KEEP_OUT}) as site:
        found = rules(tabs, site.at("/private/page"), site.at("/report"), site.at("/"))
        assert found == [Rule(allowed=False, delay=3.0), Rule(allowed=True, delay=3.0), Rule(allowed=True, delay=3.0)]
        assert site.asked == ["GET /robots.txt"]


def test_each_origin_has_its_own(tabs: Tabs) -> None:
    with small_site.running({"/robots.txt": KEEP_OUT}) as site, small_site.running({}) as other:
        assert [rule.allowed for rule in rules(tabs, site.at("/private"), other.at("/private"))] == [False, True]


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (Answer(status=404), ALLOWED),
        (Answer(status=401, more={"WWW-Authenticate": 'Basic realm="x"'}), ALLOWED),
        (Answer(status=503), Rule(allowed=False, detail="robots.txt 503")),
        (Answer(status=302, more={"Location": "/robots.txt"}), ALLOWED),
        (Answer(status=302, more={"Location": "/moved"}), Rule(allowed=False)),
        (Answer("<!doctype html><p>No such page, but hello"), ALLOWED),
        (
            Answer("User-agent: *\nDisallow: /", kind="application/octet-stream", more={"Content-Disposition": "attachment"}),
            Rule(allowed=False),
        ),
    ],
    ids=["none", "password", "trouble", "leads on and on", "moved", "a page in its place", "as a file"],
)
def test_each_answer_means_what_rfc_9309_says(tabs: Tabs, answer: Answer, rule: Rule) -> None:
    with small_site.running({"/robots.txt": answer, "/moved": Answer("User-agent: *\nDisallow: /", kind="text/plain")}) as site:
        assert rules(tabs, site.at("/page")) == [rule]


def test_a_site_that_cannot_be_reached_is_told_in_the_browsers_word(tabs: Tabs) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        assert rules(tabs, f"http://site.localhost:{port}/") == [Rule(allowed=False, detail="net::ERR_CONNECTION_REFUSED")]


def test_a_site_that_does_not_answer_is_not_waited_for(tabs: Tabs) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert rules(tabs, f"http://site.localhost:{port}/", patience=0.5) == [Rule(allowed=False, detail=TIMED_OUT)]


def test_an_endless_file_is_read_for_its_first_part(tabs: Tabs) -> None:
    endless = "User-agent: *\nDisallow: /private\n" + "# and so on\n" * 400_000
    with small_site.running({"/robots.txt": Answer(endless, kind="text/plain")}) as site:
        assert [rule.allowed for rule in rules(tabs, site.at("/private"), site.at("/"))] == [False, True]


def test_what_is_no_address_of_a_page_is_not_asked_for(tabs: Tabs) -> None:
    assert [rule.allowed for rule in rules(tabs, "file:///etc/passwd", "http://[broken", "about:blank")] == [False, False, False]


def test_cookies_stay_at_home(tabs: Tabs) -> None:
    with small_site.running({"/": Answer("hello", more={"Set-Cookie": "known=1"}), "/robots.txt": KEEP_OUT}) as site:

        async def asked(page: Page) -> None:
            await page.goto(site.at("/?again"))
            await Robots(await page.context.new_page()).rule(site.at("/"))

        tabs.at(site.at("/"), asked)
        assert site.asked[-1] == "GET /robots.txt"
        assert site.cookies == ["", "known=1", ""]


@pytest.mark.parametrize("answer", [KEEP_OUT, Answer(status=404), Answer(status=503), Answer(status=302, more={"Location": "/robots.txt"})])
def test_whatever_a_site_says_it_answers(tabs: Tabs, answer: Answer) -> None:
    with small_site.running({"/robots.txt": answer}) as site:
        assert tabs.at("", lambda page: answers(page, site.at("/a/page"), 10.0)) is True


@pytest.mark.parametrize("listens", [False, True], ids=["nobody there", "silent"])
def test_a_site_that_says_nothing_does_not_answer(tabs: Tabs, listens: bool) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        if listens:
            silent.listen()
        address = f"http://site.localhost:{silent.getsockname()[1]}/"
        assert tabs.at("", lambda page: answers(page, address, 0.5)) is False
