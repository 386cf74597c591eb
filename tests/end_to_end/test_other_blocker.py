"""Beside another content blocker: what that one stops is not told as if it had gone out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end.card import AS_IT_IS, NOT_NOW, Card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, police, server

pytestmark = pytest.mark.browser

BLOCKER = Path(__file__).parent / "other_blocker"


@pytest.fixture(scope="module")
def tab_beside(chromium_path: str, driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A tab of a browser that has both extensions."""
    app = RunningApp(tmp_path_factory.mktemp("home"))
    profile = tmp_path_factory.mktemp("profile")
    with server.running() as (port, record), chromium.running(chromium_path, profile, port, beside=[BLOCKER], driver=driver) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            page = browser.context.new_page()
            yield Tab(page, Card(page), record, app, app.mark())
        finally:
            app.stop()


def test_a_request_that_another_blocker_stops_is_told_as_tried_and_never_as_told(tab_beside: Tab) -> None:
    tab_beside.open(police.HOST, police.DOOR)
    tab_beside.page.click("#assault")

    finding = tab_beside.app.wait("finding", since=tab_beside.since, organisation="Meta (Facebook)", saying="which button was pressed")

    assert finding["sentence"].startswith("This page tried to tell Meta (Facebook) which button was pressed on this page")
    assert tab_beside.record.of(others.META) == []
    said = [e["sentence"] for e in tab_beside.app.events if e["event"] == "finding" and e["organisation"] == "Meta (Facebook)"]
    assert [sentence for sentence in said if "was told" in sentence] == []


def test_a_form_is_held_and_goes_once_as_without_the_other(tab_beside: Tab) -> None:
    tab_beside.record.clear()
    tab_beside.open(police.HOST, police.START)
    tab_beside.judged("warning")
    tab_beside.page.fill("#when", "last night")
    tab_beside.page.click("#go", no_wait_after=True)

    tab_beside.card.press(NOT_NOW)
    tab_beside.card.wait_until_gone()
    tab_beside.caught_up()
    assert tab_beside.record.of(police.HOST, method="POST", path=police.START) == []
    tab_beside.page.click("#go", no_wait_after=True)
    tab_beside.card.press(AS_IT_IS)

    assert tab_beside.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED) == {"offence": "", "when": "last night", "go": "on"}
    assert len(tab_beside.record.of(police.HOST, method="POST", path=police.START)) == 1


def test_with_the_app_away_it_goes_once_too(tab_beside: Tab) -> None:
    tab_beside.record.clear()
    since = tab_beside.app.mark()
    tab_beside.open(police.HOST, police.START)
    tab_beside.app.wait("verdict", since=since, level="warning")
    tab_beside.page.fill("#when", "last night")
    tab_beside.app.stop()

    tab_beside.page.click("#go", no_wait_after=True)

    tab_beside.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)
    assert len(tab_beside.record.of(police.HOST, method="POST", path=police.START)) == 1
