"""The extension as a person installs it in Firefox, small: it is paired, warns, keeps a form that is not to go, and speaks Welsh."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end import card, variants
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.browser import ADDON, Browser
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.conftest import EVERY_COOKIE, FirefoxTab
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, police
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    return variants.packaged(tmp_path_factory.mktemp("packaged"), "firefox")


@pytest.fixture
def packaged_tab(firefox_path: str, website: tuple[int, Record], folder: Path, tmp_path: Path) -> Iterator[FirefoxTab]:
    """A tab of a Firefox that has the package, paired with an app of its own."""
    port, record = website
    (tmp_path / "profile").mkdir()
    app = RunningApp(tmp_path / "home")
    if EASYPRIVACY.exists():
        app.add_list(EASYPRIVACY)
    try:
        app.start("--pair")
        with firefox.running(firefox_path, tmp_path / "profile", port, prefs=EVERY_COOKIE, extension=folder) as fox:
            assert fox.pair(app.wait("pairing_code")["code"], app.port) == "Connected. This browser and the app know each other now."
            fox.wait_for_link()
            record.clear()
            page = fox.new_page()
            yield FirefoxTab(page, Card(page), record, app, fox, app.mark())
    finally:
        app.stop()


def test_it_warns_keeps_the_form_and_leaves_the_companies_out(packaged_tab: FirefoxTab) -> None:
    tab = packaged_tab
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait_for_text("Meta (Facebook)")

    tab.card.press(card.NOT_NOW)

    tab.card.wait_until_gone()
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
    assert tab.page.evaluate("document.querySelector('#when').value") == "last night"
    tab.page.click("#go")
    tab.card.wait()
    tab.record.clear()

    tab.card.press(card.WITHOUT)

    assert tab.record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert tab.record.of(*others.TRACKERS) == []


def _popup(fox: Browser, expression: str) -> str:
    with fox.ours("popup/popup.html") as page:
        return str(page.evaluate(expression))


_IN_WELSH = f"""(async () => {{
  Services.locale.availableLocales = ['cy', 'en-US'];
  Services.locale.requestedLocales = ['cy'];
  const addon = await AddonManager.getAddonByID({ADDON!r});
  await addon.reload();
  return Services.locale.appLocaleAsBCP47;
}})()"""
"""As if its Welsh were installed: what Firefox itself says stays English, and what it asks of extensions does not."""


def test_a_welsh_firefox_reads_it_in_welsh(firefox_path: str, website: tuple[int, Record], folder: Path, tmp_path: Path) -> None:
    with firefox.running(firefox_path, tmp_path, website[0], extension=folder) as fox:
        assert fox.window.evaluate(_IN_WELSH) == "cy"

        assert _popup(fox, "browser.i18n.getUILanguage()") == "cy"
        assert _popup(fox, "browser.i18n.getMessage('language')") == "cy"
        assert _popup(fox, "document.querySelector('#connect').textContent") == variants.words("cy")["popup_connect"]
