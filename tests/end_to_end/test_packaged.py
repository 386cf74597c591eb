"""The extension as a person installs it, small, does what it does as it lies in the repository."""

import shutil

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import card, variants
from tests.end_to_end.conftest import fresh_tab, ready, staged
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser


def test_it_warns_and_leaves_the_companies_out(chromium_path: str, driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    folder = tmp_path_factory.mktemp("packaged")

    with staged(chromium_path, driver, folder, variants.packaged(folder, "chrome")) as stage, fresh_tab(ready(stage)) as tab:
        tab.open(police.HOST, police.START)
        tab.judged("warning")
        tab.page.fill("#when", "last night")
        tab.page.click("#go")
        tab.card.wait_for_text("Meta (Facebook)")
        tab.card.wait_until_it_takes_a_press()
        assert tab.record.of(police.HOST, path=police.START, method="POST") == []
        tab.record.clear()

        tab.card.press(card.WITHOUT)

        assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
        assert tab.record.of(*others.TRACKERS) == []
