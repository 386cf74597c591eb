"""What robots.txt, or its absence, means for a page."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Error
from protego import Protego

from netcurtain.survey.looking import robots
from netcurtain.survey.looking.robots import (
    MAX_BYTES,
    MAX_DELAY,
    MOST_FAILURES,
    Robots,
    Rule,
    for_us,
    left_alone,
    read_robots,
    rule_for,
)
from netcurtain.survey.trouble import Trouble


def rule(text: str | bytes, url: str = "https://charity.org.uk/page", status: int = 200) -> Rule:
    read = read_robots(status, "", text.encode() if isinstance(text, str) else text)
    return read if isinstance(read, Rule) else rule_for(read, url)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /page", True),
        ("User-agent: netcurtainsurvey\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: NetcurtainSurvey\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: OtherBot\nDisallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *\r\nDisallow: /*age$", False),
        ("<!doctype html><p>Disallow: /", True),
        (b"\xff\xfe\x00\x80", True),
        ("User-agent: OtherBot\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nUser-agent: OtherBot\nDisallow: /", False),
        ("User-agent: *\nDisallow: /page\n\nUser-agent: OtherBot\nDisallow: /other", False),
        ("User-agent: *\nSitemap: https://charity.org.uk/map\nUser-agent: OtherBot\nDisallow: /", False),
        ("User-agent: *\nDisallow: /other\n\nUser-agent: *\nDisallow: /page", False),
        ("User-agent: netcurtainsurvey/2.0\nDisallow: /", False),
        ("User-agent: Netcurtain*\nDisallow: /", False),
        ("User-agent: *OtherBot\nDisallow: /", True),
        ("User-agent: NetcurtainSurvey\n\nUser-agent: OtherBot\nDisallow: /", False),
        ("User-agent: NetcurtainSurvey\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("user agent *\nDissalow /", False),
        ("Disallow: /", True),
    ],
    ids=["empty", "all", "but this", "us by name", "only us", "another", "byte order mark", "pattern", "a page", "no text",
         "another and all", "all and another", "all before another", "a sitemap between names", "two groups", "us with a version",
         "us shorter", "a star and a word", "one group of two names", "us by name, nothing", "written badly", "for nobody"],
)  # fmt: skip
def test_its_rules_are_kept(text: str | bytes, allowed: bool) -> None:
    assert rule(text).allowed is allowed


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, Rule(True)),
        (403, Rule(True)),
        (429, Rule(True)),
        (304, Rule(True)),
        (500, Rule(False, detail="robots.txt 500")),
        (503, Rule(False, detail="robots.txt 503")),
    ],
)
def test_its_absence_means_what_rfc_9309_says(status: int, expected: Rule) -> None:
    assert rule("User-agent: *\nDisallow: /", status=status) == expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [("net::ERR_NAME_NOT_RESOLVED", Rule(False, detail="net::ERR_NAME_NOT_RESOLVED")), ("net::ERR_TOO_MANY_REDIRECTS", Rule(True))],
)
def test_where_it_cannot_be_reached_nothing_is_allowed_and_the_reason_is_kept(error: str, expected: Rule) -> None:
    assert read_robots(0, error, b"") == expected


@pytest.mark.parametrize(
    ("rule", "trouble"),
    [
        (Rule(False), Trouble.ROBOTS),
        (Rule(False, detail="robots.txt 503"), Trouble.STATUS),
        (Rule(False, detail="net::ERR_NAME_NOT_RESOLVED"), Trouble.NOT_FOUND),
        (Rule(False, detail="net::ERR_TIMED_OUT"), Trouble.TIMED_OUT),
    ],
)
def test_a_page_that_is_left_alone_says_why(rule: Rule, trouble: Trouble) -> None:
    failed = left_alone(rule)
    assert (failed.trouble, failed.detail) == (trouble, rule.detail)


@pytest.mark.parametrize(
    ("asked", "delay"), [("3", 3.0), ("0.5", 0.5), ("86400", MAX_DELAY), ("-1", 0.0), ("soon", 0.0), ("nan", 0.0), ("inf", 0.0)]
)
def test_a_delay_is_kept_within_reason(asked: str, delay: float) -> None:
    assert rule(f"User-agent: *\nCrawl-delay: {asked}").delay == delay


def test_only_the_first_part_is_read() -> None:
    text = "User-agent: *\nDisallow: /early\n" + "#\n" * (MAX_BYTES // 2) + "Disallow: /late\n"
    assert not rule(text, "https://charity.org.uk/early").allowed
    assert rule(text, "https://charity.org.uk/late").allowed


def test_rules_for_thousands_of_others_are_passed_over() -> None:
    others = "".join(f"User-agent: bot{n}\n" for n in range(10_000)) + "Disallow: /page\n" * 10_000
    assert for_us(f"{others}User-agent: *\nDisallow: /private\n{others}") == "User-agent: *\nDisallow: /private"
    assert rule(others).allowed


def test_a_pattern_made_to_be_slow_is_answered() -> None:
    assert rule("User-agent: *\nDisallow: /" + "*a" * 2000 + "$", "https://charity.org.uk/" + "a" * 1500).allowed
    assert isinstance(Protego.parse(""), Protego)


class Fetched:
    """What comes of each request for a robots.txt: an error, or an answer; the last for all that follow."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *comes: Exception | tuple[int, str, bytes]) -> None:
        self._comes = comes
        self.asked = 0
        monkeypatch.setattr(robots, "_fetch", self._fetch)

    def rules(self, pages: int) -> list[Rule]:
        async def ask() -> list[Rule]:
            tab: Any = None
            one_site = Robots(tab)
            return [await one_site.rule(f"https://charity.org.uk/{page}") for page in range(pages)]

        return asyncio.run(ask())

    async def _fetch(self, *_: object) -> tuple[int, str, bytes]:
        comes = self._comes[min(self.asked, len(self._comes) - 1)]
        self.asked += 1
        if isinstance(comes, Exception):
            raise comes
        return comes


FAILURES = pytest.mark.parametrize(
    ("failure", "detail"), [(Error("Target crashed"), "net::ERR_FAILED"), (TimeoutError(), "net::ERR_TIMED_OUT")], ids=["tab", "time"]
)


@FAILURES
def test_a_robots_txt_that_could_not_be_asked_for_with_one_page_is_asked_for_with_the_next(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, detail: str
) -> None:
    fetched = Fetched(monkeypatch, failure, (200, "", b"User-agent: *\nDisallow: /2"))
    assert fetched.rules(4) == [Rule(False, detail=detail), Rule(True), Rule(False), Rule(True)]
    assert fetched.asked == 2


@FAILURES
def test_it_is_asked_for_in_vain_a_few_times_at_most(monkeypatch: pytest.MonkeyPatch, failure: Exception, detail: str) -> None:
    fetched = Fetched(monkeypatch, failure)
    assert fetched.rules(MOST_FAILURES + 2) == [Rule(False, detail=detail)] * (MOST_FAILURES + 2)
    assert fetched.asked == MOST_FAILURES


@pytest.mark.parametrize("answer", [(503, "", b""), (0, "net::ERR_NAME_NOT_RESOLVED", b""), (404, "", b"")])
def test_what_its_server_or_the_browser_said_is_asked_for_once(monkeypatch: pytest.MonkeyPatch, answer: tuple[int, str, bytes]) -> None:
    fetched = Fetched(monkeypatch, answer)
    assert len(set(fetched.rules(3))) == 1
    assert fetched.asked == 1
