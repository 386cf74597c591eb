"""Ordinary pages in Firefox: there, too, nobody can tell that the extension is there."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.browser import Browser
from tests.end_to_end.firefox.conftest import EVERY_COOKIE, FirefoxTab
from tests.end_to_end.ordinary import site
from tests.end_to_end.ordinary.firefox_hands import FirefoxHands
from tests.end_to_end.ordinary.played import played
from tests.end_to_end.ordinary.visit import Visit
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

NOT_DRIVEN = {
    "sortable": "the driver's mouse drags nothing from one place to another without a screen",
    "worker": "Firefox takes no service worker from a site whose certificate it does not know",
}
DRIVEN = [name for name in site.NAMES if not name.endswith("_frame") and name not in NOT_DRIVEN]
CHOSEN = ["checkout", "components", "drawing", "editor", "frames", "log_in", "map", "patched", "search", "spa", "upload", "wizard"]
"""In Chromium all are visited. Here these, and all with `make ordinary`."""
VISITED = DRIVEN if os.environ.get("NETCURTAIN_EVERY_PAGE") else CHOSEN


@pytest.fixture(scope="module")
def plain_firefox(firefox_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Record]]:
    profile = tmp_path_factory.mktemp("plain")
    with server.running() as (port, record), firefox.running(firefox_path, profile, port, prefs=EVERY_COOKIE, extension=None) as browser:
        yield browser, record


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("photos") / "cake.txt"
    file.write_text("a picture of a cake", encoding="utf-8")
    return file


def _visit(browser: Browser, record: Record, name: str, photo: Path, app: RunningApp | None) -> Visit:
    page = browser.new_page()
    page.to_front()
    try:
        return played(FirefoxHands(page), record, name, photo, app)
    finally:
        page.close()


@pytest.mark.parametrize("name", VISITED)
def test_an_ordinary_page_is_as_without_the_extension(
    tab: FirefoxTab,
    plain_firefox: tuple[Browser, Record],
    photo: Path,
    name: str,
) -> None:
    plain, plain_record = plain_firefox

    without = _visit(plain, plain_record, name, photo, None)
    with_it = _visit(tab.browser, tab.record, name, photo, tab.app)

    assert without.was_seen()
    differences = without.differences(with_it)
    assert not differences, "\n".join(differences)
