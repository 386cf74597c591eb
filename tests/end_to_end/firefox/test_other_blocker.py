"""Beside uBlock Origin in Firefox: forms are held and arrive as without it, and what it stops is not told as if it had gone out.

It is Debian's `webext-ublock-origin-firefox`, from where the package puts it, or from the folder that NETCURTAIN_UBLOCK names.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.card import AS_IT_IS, NOT_NOW
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.browser import Browser
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.conftest import EVERY_COOKIE, FirefoxTab
from tests.end_to_end.firefox.report_form import ANSWERS, fill_and_press, posts
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, police, server
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

PACKAGE = Path("/usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net")
STARTED = 30.0
"""Seconds that the other blocker has to read its lists."""


@pytest.fixture(scope="module")
def beside(firefox_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, RunningApp, Record]]:
    """Firefox with both extensions, once the other one stops what it is there to stop."""
    other = Path(os.environ.get("NETCURTAIN_UBLOCK", PACKAGE))
    if not (other / "manifest.json").exists():
        pytest.skip("uBlock Origin is not installed (Debian: webext-ublock-origin-firefox)")
    app = RunningApp(tmp_path_factory.mktemp("home"))
    profile = tmp_path_factory.mktemp("profile")
    with server.running() as (port, record), firefox.running(firefox_path, profile, port, prefs=EVERY_COOKIE, beside=[other]) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            page = browser.new_page()
            page.goto(f"https://{police.HOST}{police.DOOR}")
            asked = f"fetch('https://{others.META}/tr/?ev=Ready', {{ mode: 'no-cors' }}).then(() => false, () => true)"
            page.bidi.until(lambda: page.evaluate(asked), "uBlock Origin to have read its lists", STARTED)
            page.close()
            yield browser, app, record
        finally:
            app.stop()


@pytest.fixture
def tab(beside: tuple[Browser, RunningApp, Record]) -> Iterator[FirefoxTab]:
    browser, app, record = beside
    record.clear()
    page = browser.new_page()
    yield FirefoxTab(page, Card(page), record, app, browser, app.mark())
    page.close()


def test_not_now_holds_the_form(tab: FirefoxTab) -> None:
    fill_and_press(tab)

    tab.card.press(NOT_NOW)

    tab.card.wait_until_gone()
    tab.caught_up()
    assert tab.page.evaluate("document.querySelector('#when').value") == ANSWERS["when"]
    assert posts(tab) == []


def test_as_it_is_sends_it_once(tab: FirefoxTab) -> None:
    fill_and_press(tab)

    tab.card.press(AS_IT_IS)

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.caught_up()
    assert posts(tab) == [ANSWERS]


def test_with_the_app_away_the_form_goes_once(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", ANSWERS["when"])
    tab.app.stop()

    tab.page.click("#go")

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert posts(tab) == [ANSWERS]
    tab.app.start()
    tab.browser.wait_for_link()


def test_what_the_other_one_stops_is_told_as_tried(tab: FirefoxTab) -> None:
    # The tracker's script does not come either: the page itself asks the company, as a pixel without a script does.
    tab.open(police.HOST, police.DOOR)

    tab.page.evaluate(f"void (new Image().src = 'https://{others.META}/tr/?id=1&ev=PageView&dl=' + encodeURIComponent(location.href))")

    finding = tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying="this page's address")
    assert finding["sentence"].startswith("This page tried to tell Meta (Facebook)")
    assert tab.record.of(others.META) == []
    said = [event["sentence"] for event in tab.app.events if event["event"] == "finding" and event["organisation"] == "Meta (Facebook)"]
    assert [sentence for sentence in said if "was told" in sentence] == []
