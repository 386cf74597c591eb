"""The whole product once more, with Firefox: the website, the app and the browser, started once; a fresh tab for each test."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.browser import Browser
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.page import Page
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record

OLDEST = 142
"""As the manifest says."""

EVERY_COOKIE = {"network.cookie.cookieBehavior": 0}
"""Companies get theirs on other sites too, as where the person has turned Firefox's protection off."""


@dataclass(frozen=True, slots=True)
class FirefoxTab:
    """A fresh tab, what Netcurtain shows in it, and what reached the servers and the app since it was opened."""

    page: Page
    card: Card
    record: Record
    app: RunningApp
    browser: Browser
    since: int

    def open(self, host: str, path: str) -> None:
        """Go to a page, and wait until all of its third parties have been tried."""
        self.page.goto(f"https://{host}{path}")
        self.settled(host, path)

    def settled(self, host: str, path: str) -> None:
        self.record.wait(host, "/settled", where=lambda r: r.body == path)

    def caught_up(self) -> None:
        """Whatever the page was sending has arrived: twice there and back after it."""
        self.page.evaluate("fetch('/save?after').then(() => fetch('/save?after')).then(() => true)")

    def judged(self, level: str) -> None:
        """Until the app's newest word since this tab was opened is ``level``."""
        self.app.wait_for_newest("verdict", since=self.since, level=level)


@pytest.fixture(scope="session")
def firefox_path() -> str:
    missing = "Firefox is not installed"
    if path := firefox.find_firefox():
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
        version = re.search(r"\d+", said)
        if version and int(version[0]) >= OLDEST:
            return path
        missing = f"{said.strip()} is older than {OLDEST}"
    if os.environ.get("NETCURTAIN_REQUIRE_FIREFOX") == "1":
        pytest.fail(f"{missing}, and NETCURTAIN_REQUIRE_FIREFOX=1 asks for it")
    pytest.skip(missing)


@pytest.fixture(scope="session")
def website() -> Iterator[tuple[int, Record]]:
    with server.running() as running:
        yield running


@pytest.fixture(scope="session")
def firefox_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    app = RunningApp(tmp_path_factory.mktemp("home"))
    if EASYPRIVACY.exists():
        app.add_list(EASYPRIVACY)
    try:
        app.start("--pair")
        yield app
    finally:
        app.stop()


@pytest.fixture(scope="session")
def fox(
    firefox_path: str, website: tuple[int, Record], firefox_app: RunningApp, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Firefox, paired with the app."""
    with firefox.running(firefox_path, tmp_path_factory.mktemp("profile"), website[0], prefs=EVERY_COOKIE) as browser:
        browser.pair(firefox_app.wait("pairing_code")["code"], firefox_app.port)
        yield browser


@pytest.fixture
def tab(fox: Browser, website: tuple[int, Record], firefox_app: RunningApp) -> Iterator[FirefoxTab]:
    firefox_app.ensure_running()
    fox.wait_for_link()
    website[1].clear()
    page = fox.new_page()
    yield FirefoxTab(page, Card(page), website[1], firefox_app, fox, firefox_app.mark())
    page.close()
