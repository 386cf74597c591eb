"""Takes the README's pictures of the app's own windows: `python -m tests.end_to_end.window_screenshots` writes docs/screenshots.

The first run comes first, as it does for a person; then a real report is made in a real browser, and the windows show what they then show.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.end_to_end import browser as chromium
from tests.end_to_end.browser import Browser
from tests.end_to_end.card import AS_IT_IS, Card
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.screenshots import FOLDER, SCHEMES
from tests.end_to_end.waiting import PATIENCE
from tests.end_to_end.website import clinic, police, server
from tests.end_to_end.website.record import Record

from netcurtain import knowledge
from netcurtain.desktop import Desktop
from netcurtain.ui.application import Windows, make_application

SIZE = (960, 720)


def main() -> None:
    """Every window, in light and in dark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    path = chromium.find_chromium()
    if path is None:
        raise SystemExit("Chromium is not installed.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with tempfile.TemporaryDirectory() as folder, server.running() as (port, record):
        home = RunningApp(Path(folder) / "home")
        if EASYPRIVACY.exists():
            home.add_list(EASYPRIVACY)
        os.environ.update({name: value for name, value in home.environment().items() if name.startswith("XDG_")})
        with chromium.running(path, Path(folder) / "profile", port) as browser:
            desktop = Desktop(0, update_lists=False, trial=None)
            windows = Windows(app, desktop.bridge, desktop, knowledge.support())
            try:
                desktop.start()
                browser.pair(desktop.app.link.open_code().text, desktop.app.link.port)
                _take(app, windows, browser, record)
            finally:
                windows.close()
                desktop.stop()


def _take(app: QApplication, windows: Windows, browser: Browser, record: Record) -> None:
    main = windows.main
    main.resize(*SIZE)
    main.bring_back()
    _take_first_run(app, windows)
    page = browser.context.new_page()
    page.goto(f"https://{clinic.LIBRARY_HOST}/")
    record.wait(clinic.LIBRARY_HOST, "/settled")
    page.goto(f"https://{police.HOST}{police.START}")
    record.wait(police.HOST, "/settled")
    page.check("[name=reporting_for][value=self]")
    page.click("#go")
    card = Card(page)
    card.wait()
    _until(app, windows.alert.isVisible)
    _until(app, lambda: bool(main.now.view and main.lists.text()))
    _grab(app, windows, main, "now")
    _grab(app, windows, windows.alert, "alert")
    card.press(AS_IT_IS)
    record.wait(police.HOST, "/settled", where=lambda r: r.body == police.WHAT_HAPPENED)
    main.turn_to(1)
    _until(app, lambda: main.history_view.model.rowCount() >= 2)
    main.history_view.list.setCurrentIndex(main.history_view.model.index(0))
    _until(app, lambda: main.history_view.story.moments.rowCount() > 2)
    _grab(app, windows, main, "history")
    main.turn_to(len(main.tabs) - 1)
    _until(app, lambda: bool(main.settings_view.lists.rows))
    _grab(app, windows, main, "settings")
    main.settings_view.verticalScrollBar().setValue(main.settings_view.this_computer.y())
    _grab(app, windows, main, "settings-browsers")


def _take_first_run(app: QApplication, windows: Windows) -> None:
    """Its four steps unanswered; a browser is connected, so the last one shows no code."""
    first_run = windows.main.first_run
    for number in range(1, len(first_run.steps) + 1):
        if number == len(first_run.steps):
            _until(app, lambda: bool(first_run.connecting.try_it.isVisible()))
        _grab(app, windows, windows.main, f"first-run-{number}")
        first_run.go_on()


def _grab(app: QApplication, windows: Windows, window: QWidget, name: str) -> None:
    for scheme, ending in SCHEMES:
        windows.theme.follow(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
        app.processEvents()
        window.grab().save(str(FOLDER / f"{name}{ending}.png"))


def _until(app: QApplication, so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not so():
        app.processEvents()
        if time.monotonic() > ends:
            raise SystemExit("A window did not show what it should.")
    app.processEvents()


if __name__ == "__main__":
    main()
