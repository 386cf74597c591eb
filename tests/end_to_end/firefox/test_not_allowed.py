"""Where the person did not let Netcurtain look at websites, and where Firefox itself stops trackers."""

from pathlib import Path

import pytest
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, police
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

PREFS: firefox.Prefs = {
    "extensions.originControls.grantByDefault": False,
    # What Firefox asks then is Firefox's own: the press is enough here.
    "extensions.webextOptionalPermissionPrompts": False,
    "privacy.trackingprotection.enabled": True,
    "urlclassifier.trackingTable.testEntries": ",".join(others.TRACKERS),
}
NOT_ALLOWED = "This browser does not let Netcurtain look at websites yet."


def test_it_says_so_and_one_press_later_pages_are_checked(firefox_path: str, website: tuple[int, Record], tmp_path: Path) -> None:
    port, record = website
    app = RunningApp(tmp_path)
    profile = tmp_path / "profile"
    profile.mkdir()
    try:
        app.start("--pair")
        with firefox.running(firefox_path, profile, port, prefs=PREFS) as browser:
            browser.pair(app.wait("pairing_code")["code"], app.port)
            with browser.ours("popup/popup.html") as popup:
                said = "document.body.innerText"
                browser.bidi.until(lambda: NOT_ALLOWED in popup.evaluate(said), "the popup to say so")
                assert popup.evaluate("browser.action.getBadgeText({})") == "?"
                popup.click("#allow")
                browser.bidi.until(lambda: NOT_ALLOWED not in popup.evaluate(said), "the popup to say it no more")
                assert popup.evaluate("browser.action.getBadgeText({})") != "?"
            page = browser.new_page()
            _protected(FirefoxTab(page, Card(page), record, app, browser, app.mark()))
    finally:
        app.stop()


def _protected(tab: FirefoxTab) -> None:
    """What Firefox's own protection stops is not said to have been told."""
    tab.record.clear()
    tab.open(police.HOST, police.START)

    tab.card.wait_for_text("It also tried to contact Meta (Facebook).")
    assert tab.record.of(*others.TRACKERS) == []
    said = [event["sentence"] for event in tab.app.events if event["event"] == "finding" and event["organisation"] == "Meta (Facebook)"]
    assert [sentence for sentence in said if "was told" in sentence] == []
