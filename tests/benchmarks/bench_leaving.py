"""How long it takes to be gone by a site's own exit while the card is up: from the press until the site's own code is asked to leave, until
the page was left, and until the app's windows are hidden and empty. In Chromium, with *History* in front. `make bench` prints it.

The clock starts before the press is handed to the browser; the page itself says when it was left.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a real screen where one is named

from playwright.sync_api import Page
from PySide6.QtWidgets import QApplication
from tests.end_to_end import browser as chromium
from tests.end_to_end import own_exit
from tests.end_to_end.browser import Browser
from tests.end_to_end.card import Card
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import police, server
from tests.end_to_end.website.record import Record

from netcurtain.desktop import Desktop
from netcurtain.ui.application import Windows, make_application
from netcurtain.ui.main_window import HISTORY

ROUNDS = 20
GOAL_MS = 200
PATIENCE = 20.0
"""Seconds."""


def main() -> None:
    """Print the median and the worst of each way."""
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so leaving was not measured.")
        return
    app = make_application()
    with tempfile.TemporaryDirectory() as folder, server.running() as (port, record):
        home = RunningApp(Path(folder) / "home")
        os.environ.update({name: value for name, value in home.environment().items() if name.startswith("XDG_")})
        with chromium.running(path, Path(folder) / "profile", port) as browser:
            desktop = Desktop(0, update_lists=False, trial=None)
            windows = Windows(app, desktop.bridge, desktop)
            try:
                desktop.start()
                browser.pair(desktop.app.link.open_code().text, desktop.app.link.port)
                print(f"by the site's own exit with the card up, {ROUNDS} times each (goal {GOAL_MS} ms):")
                for name, way in own_exit.WAYS.items():
                    took = [_one_round(windows, browser, record, way) for _ in range(ROUNDS)]
                    for what, times in zip(("site asked", "page left", "windows empty"), zip(*took, strict=True), strict=True):
                        _print(f"{name}, {what}", times)
            finally:
                windows.close()
                desktop.stop()


def _print(what: str, times: Sequence[float]) -> None:
    print(f"{what:<36} median {statistics.median(times):6.1f} ms   worst {max(times):6.1f} ms")


def _one_round(windows: Windows, browser: Browser, record: Record, way: Callable[[Page], None]) -> tuple[float, float, float]:
    """Milliseconds from the press until the site's own code is asked, until the page was left, and until nothing of it is in a window."""
    record.clear()
    page = browser.context.new_page()
    window = windows.main
    window.bring_back()
    page.goto(f"https://{police.HOST}{police.WITH_EXIT}")
    record.wait(police.HOST, "/settled")
    _until(lambda: window.now.view is not None and window.now.view.level == "warning")
    page.click("#go")
    Card(page).wait()
    _until(windows.alert.isVisible)
    window.turn_to(HISTORY)
    _until(lambda: window.history_view.reading.model.rowCount() > 0)
    since = time.time()
    way(page)
    _until(lambda: not window.isVisible() and not windows.alert.isVisible())
    empty = time.time()
    assert window.now.view is None
    assert window.history_view.reading.model.rowCount() == 0
    asked, left = own_exit.when_left(record)
    page.close()
    return (asked - since) * 1000, (left - since) * 1000, (empty - since) * 1000


def _until(so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not so():
        QApplication.processEvents()
        if time.monotonic() > ends:
            raise SystemExit("The app's windows did not show what they should.")


if __name__ == "__main__":
    main()
