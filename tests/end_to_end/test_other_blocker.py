"""Beside another content blocker: what that one stops is not told as if it had gone out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end.card import Card
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


def test_a_request_that_another_blocker_stops_is_told_as_tried(tab_beside: Tab) -> None:
    tab_beside.open(police.HOST, police.DOOR)
    tab_beside.page.click("#assault")

    finding = tab_beside.app.wait("finding", since=tab_beside.since, organisation="Meta (Facebook)", saying="which button was pressed")

    assert finding["sentence"].startswith("This page tried to tell Meta (Facebook) which button was pressed on this page")
    assert tab_beside.record.of(others.META) == []


def test_nothing_is_said_to_have_been_told_to_who_was_stopped(tab_beside: Tab) -> None:
    said = [e["sentence"] for e in tab_beside.app.events if e["event"] == "finding" and e["organisation"] == "Meta (Facebook)"]
    assert said
    assert [sentence for sentence in said if "was told" in sentence] == []
