"""The whole product for the end-to-end tests: the website, the app and a browser, started once; a fresh tab for each test."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, sync_playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end.browser import EXTENSION, Browser, close
from tests.end_to_end.card import Card
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record

EASYPRIVACY = Path(__file__).parents[2].parent / "shared" / "data" / "easyprivacy.txt"


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that runs, between one test and the next."""

    browser: Browser
    app: RunningApp
    record: Record


@dataclass(frozen=True, slots=True)
class Tab:
    """A fresh tab, what Netcurtain shows in it, and what reached the servers and the app since it was opened."""

    page: Page
    card: Card
    record: Record
    app: RunningApp
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

    def arrived(self, host: str, path: str, *, then: str) -> dict[str, str]:
        """The answers that reached the site, once the page that follows has come up. A tab closed before that may hang."""
        fields = self.record.wait(host, path, method="POST").fields
        self.settled(host, then)
        return fields

    def judged(self, level: str) -> None:
        """Until the app's newest word since this tab was opened is ``level``."""
        self.app.wait_for_newest("verdict", since=self.since, level=level)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    if path := chromium.find_chromium():
        return path
    if os.environ.get("NETCURTAIN_REQUIRE_BROWSER") == "1":
        pytest.fail("Chromium is not installed, and NETCURTAIN_REQUIRE_BROWSER=1 asks for it")
    pytest.skip("Chromium is not installed")


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def staged(
    chromium_path: str, driver: Playwright, folder: Path, extension: Path = EXTENSION, program: Path | None = None
) -> Iterator[Stage]:
    """Website, app and browser while the block runs, paired; their files are in ``folder``. ``program`` as in RunningApp."""
    app = RunningApp(folder / "home", program)
    if EASYPRIVACY.exists():
        app.add_list(EASYPRIVACY)
    profile = folder / "profile"
    with server.running() as (port, record), chromium.running(chromium_path, profile, port, driver=driver, extension=extension) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            yield Stage(browser, app, record)
        finally:
            app.stop()


def ready(stage: Stage) -> Stage:
    """The same as every test finds it: the app runs, the link is up, no server remembers anything."""
    stage.app.ensure_running()
    stage.browser.wait_for_link(up=True)
    stage.record.clear()
    return stage


@contextmanager
def fresh_tab(stage: Stage) -> Iterator[Tab]:
    """A tab while the block runs."""
    page = stage.browser.context.new_page()
    yield Tab(page, Card(page), stage.record, stage.app, stage.app.mark())
    close(page)


@pytest.fixture(scope="session")
def whole_stage(chromium_path: str, driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with staged(chromium_path, driver, tmp_path_factory.mktemp("stage")) as stage:
        yield stage


@pytest.fixture
def stage(whole_stage: Stage) -> Stage:
    return ready(whole_stage)


@pytest.fixture
def tab(stage: Stage) -> Iterator[Tab]:
    with fresh_tab(stage) as tab:
        yield tab
