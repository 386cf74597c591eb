"""Beside a password manager: what it fills in and sends by itself is held once, arrives whole, and arrives once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end.card import AS_IT_IS, NOT_NOW, Card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import police, server

pytestmark = pytest.mark.browser

MANAGER = Path(__file__).parent / "password_manager"
SHORTCUT = "Control+Shift+L"
FILLED = {"full_name": "Alex Example", "email": "alex@mail.example"}


@pytest.fixture
def tab_beside(chromium_path: str, driver: Playwright, tmp_path: Path) -> Iterator[Tab]:
    """A tab of a browser that has both extensions."""
    app = RunningApp(tmp_path / "home")
    profile = tmp_path / "profile"
    with server.running() as (port, record), chromium.running(chromium_path, profile, port, beside=[MANAGER], driver=driver) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            page = browser.context.new_page()
            yield Tab(page, Card(page), record, app, app.mark())
        finally:
            app.stop()


def _submissions(tab: Tab) -> list[str]:
    return [event["submission"] for event in tab.app.events if event["event"] == "submission"]


def test_what_it_fills_in_and_sends_is_held_each_time_and_arrives_whole_and_once(tab_beside: Tab) -> None:
    tab = tab_beside
    tab.open(police.HOST, police.ABOUT_YOU)
    tab.judged("warning")

    tab.page.keyboard.press(SHORTCUT)

    tab.card.press(NOT_NOW)
    tab.card.wait_until_gone()
    assert {name: tab.page.input_value(f"#{name}") for name in FILLED} == FILLED
    assert tab.page.evaluate("fetch('/save?after').then(() => true)")
    assert tab.record.of(police.HOST, path=police.ABOUT_YOU, method="POST") == []
    assert len(_submissions(tab)) == 1

    tab.page.keyboard.press(SHORTCUT)
    tab.card.press(AS_IT_IS)

    fields = tab.arrived(police.HOST, police.ABOUT_YOU, then=police.CHECK)
    assert {name: fields[name] for name in FILLED} == FILLED
    assert len(tab.record.of(police.HOST, path=police.ABOUT_YOU, method="POST")) == 1
    assert len(_submissions(tab)) == 2
    assert not tab.card.is_up()
