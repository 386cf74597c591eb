"""A second browser of each kind, like the first but for the extension, and a file for a person to choose."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import browser as chromium
from tests.end_to_end.browser import Browser
from tests.end_to_end.website import server
from tests.end_to_end.website.record import Record


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("photos") / "cake.txt"
    file.write_text("a picture of a cake", encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def plain_chromium(chromium_path: str, driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Record]]:
    profile = tmp_path_factory.mktemp("plain")
    with server.running() as (port, record), chromium.running(chromium_path, profile, port, driver=driver, extension=None) as browser:
        yield browser, record
