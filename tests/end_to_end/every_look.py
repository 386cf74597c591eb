"""Pictures to look at, of card, line, popup and options page: four widths, light and dark, as they are and at 200 %, in both browsers.

`make looks` writes them to build/looks; `python -m tests.end_to_end.every_look FOLDER [chromium] [firefox]` to a folder of your own.
"""

import base64
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page
from tests.end_to_end import browser as chromium
from tests.end_to_end import popup
from tests.end_to_end.browser import OURS, Browser, Scheme
from tests.end_to_end.card import Card
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.card import Card as FirefoxCard
from tests.end_to_end.firefox.page import Page as FirefoxPage
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import police, server

SIZES = ((320, 568), (768, 1024), (1440, 900), (3840, 2160))
ZOOMS = (1, 2)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
QUIET_LINE = "This page has told two companies that it was opened."


def main() -> None:
    """Every picture that is asked for."""
    folder, *browsers = sys.argv[1:]
    for scheme in SCHEMES:
        for name in browsers or ["chromium", "firefox"]:
            with tempfile.TemporaryDirectory() as place:
                app = RunningApp(Path(place) / "home")
                if EASYPRIVACY.exists():
                    app.add_list(EASYPRIVACY)
                target = Path(folder) / name / scheme
                target.mkdir(parents=True, exist_ok=True)
                try:
                    app.start("--pair")
                    (_in_chromium if name == "chromium" else _in_firefox)(app, Path(place), target, scheme)
                finally:
                    app.stop()


def _looks() -> Iterator[tuple[str, int, int, int]]:
    """Each size as the page sees it, with the zoom, and its part of a file's name."""
    for width, height in SIZES:
        for zoom in ZOOMS:
            yield f"{width}-{zoom}00", width // zoom, height // zoom, zoom


def _in_chromium(app: RunningApp, place: Path, target: Path, scheme: Scheme) -> None:
    path = chromium.find_chromium()
    assert path, "Chromium is not installed"
    with server.running() as (port, _), chromium.running(path, place / "profile", port, scheme=scheme) as browser:
        browser.pair(app.wait("pairing_code")["code"], app.port)
        browser.wait_for_link(up=True)
        page = browser.context.new_page()
        card = Card(page)
        page.goto(f"https://{police.HOST}{police.START}")
        card.wait_for_text(QUIET_LINE)
        _pictures(page, target, "line")
        _popup_pictures(browser, page, target)
        page.click("#go")
        card.wait()
        _pictures(page, target, "card")
        page.goto(f"{OURS}/options/options.html")
        page.get_by_text("This browser is connected to").wait_for()
        _pictures(page, target, "options")


def _popup_pictures(browser: Browser, page: Page, target: Path) -> None:
    with popup.over(browser, page) as shown:
        shown.wait_for("It is not personal")
        _pictures(shown.page, target, "popup")


def _pictures(page: Page, target: Path, name: str) -> None:
    session = page.context.new_cdp_session(page)
    for look, width, height, zoom in _looks():
        size = {"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", size)
        picture = session.send("Page.captureScreenshot", {"format": "png"})["data"]
        (target / f"{name}-{look}.png").write_bytes(base64.b64decode(picture))
    session.send("Emulation.setDeviceMetricsOverride", {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": False})


def _in_firefox(app: RunningApp, place: Path, target: Path, scheme: Scheme) -> None:
    path = firefox.find_firefox()
    assert path, "Firefox is not installed"
    profile = place / "profile"
    profile.mkdir()
    prefs = {"layout.css.prefers-color-scheme.content-override": SCHEMES[::-1].index(scheme)}
    with server.running() as (port, _), firefox.running(path, profile, port, prefs=prefs) as browser:
        browser.pair(app.wait("pairing_code")["code"], app.port)
        browser.wait_for_link()
        page = browser.new_page()
        card = FirefoxCard(page)
        page.goto(f"https://{police.HOST}{police.START}")
        card.wait_for_text(QUIET_LINE)
        _firefox_pictures(page, target, "line")
        page.click("#go")
        card.wait()
        _firefox_pictures(page, target, "card")
        for name in ("popup", "options"):
            with browser.ours(f"{name}/{name}.html") as ours:
                _firefox_pictures(ours, target, name)


def _firefox_pictures(page: FirefoxPage, target: Path, name: str) -> None:
    for look, width, height, zoom in _looks():
        size = {"width": width, "height": height}
        page.bidi.do("browsingContext.setViewport", context=page.context, viewport=size, devicePixelRatio=zoom)
        picture = page.bidi.do("browsingContext.captureScreenshot", context=page.context)["data"]
        (target / f"{name}-{look}.png").write_bytes(base64.b64decode(picture))


if __name__ == "__main__":
    main()
