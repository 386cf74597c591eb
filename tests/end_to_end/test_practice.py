"""What `make run` starts: a fresh browser, already paired, goes to the practice page, and the app's window warns there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.end_to_end.browser import EXTENSION

from netcurtain.desktop import Desktop
from netcurtain.practice.browser import TrialBrowser
from netcurtain.ui.application import Windows

pytestmark = pytest.mark.browser

PATIENCE_MS = 20_000


@pytest.fixture
def windows(chromium_path: str, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Windows]:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    desktop = Desktop(0, update_lists=False, trial=TrialBrowser(EXTENSION, Path(chromium_path), ("--headless=new",)))
    windows = Windows(qapp, desktop.bridge, desktop)
    windows.main.bring_back()
    desktop.start()
    yield windows
    windows.close()
    desktop.stop()


def test_the_practice_page_is_opened_and_warned_of(qtbot: QtBot, windows: Windows) -> None:
    now = windows.main.now
    qtbot.waitUntil(lambda: bool(now.view and now.view.title == "Practice" and now.view.level == "warning"), timeout=PATIENCE_MS)
    assert now.view is not None
    assert [company.name for company in now.view.companies] == ["Practice tracker (invented)"]
    assert now.view.from_start
