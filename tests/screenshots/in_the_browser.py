"""Takes the pictures of card, quiet line and popup, in a real browser: ``python -m tests.screenshots.in_the_browser``."""

import tempfile
from pathlib import Path

from tests.end_to_end import browser as chromium
from tests.end_to_end import popup
from tests.end_to_end.behind_windows import behind_windows
from tests.end_to_end.browser import Browser, Scheme
from tests.end_to_end.card import Card
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import clinic, police, server
from tests.screenshots.folders import BEST

SCHEMES: tuple[tuple[Scheme, str], ...] = (("light", ""), ("dark", "-dark"))


def main() -> None:
    """Every picture, in light and in dark."""
    path = chromium.find_chromium()
    if path is None:
        raise SystemExit("Chromium is not installed.")
    BEST.mkdir(parents=True, exist_ok=True)
    for scheme, ending in SCHEMES:
        with tempfile.TemporaryDirectory() as folder:
            _take(path, Path(folder), scheme, ending)


def _take(path: str, folder: Path, scheme: Scheme, ending: str) -> None:
    app = RunningApp(folder / "home")
    if EASYPRIVACY.exists():
        app.add_list(EASYPRIVACY)
    with server.running() as (port, record), chromium.running(path, folder / "profile", port, scheme=scheme) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            browser.wait_for_link(up=True)
            page = browser.context.new_page()
            card = Card(page)
            page.goto(f"https://{police.HOST}{police.START}")
            record.wait(police.HOST, "/settled")
            app.wait("verdict", level="warning")
            card.wait_for_text("This page has told")
            page.screenshot(path=BEST / f"arrival{ending}.png")
            page.check("[name=reporting_for][value=self]")
            page.fill("#when", "last night")
            page.click("#go")
            card.wait()
            page.screenshot(path=BEST / f"card{ending}.png")
            _popup(browser, app, BEST / f"popup{ending}.png")
        finally:
            app.stop()
        _popup_without_app(browser, BEST / f"not-checked{ending}.png")


def _popup(browser: Browser, app: RunningApp, file: Path) -> None:
    """Over a page whose companies have all been told of, with the app's windows to be opened."""
    with behind_windows(app):
        browser.wait_for_link(up=True)
        page = browser.context.new_page()
        page.goto(f"https://{clinic.HOST}{clinic.RESULTS}")
        with popup.over(browser, page) as shown:
            shown.wait_for("was told this page's address")
            shown.wait_for("Google was told")
            shown.picture(file)
        page.close()


def _popup_without_app(browser: Browser, file: Path) -> None:
    browser.wait_for_link(up=False)
    with popup.over(browser, browser.context.pages[0]) as shown:
        shown.wait_for("Not checked")
        shown.picture(file)


if __name__ == "__main__":
    main()
