"""What `make run` starts: a fresh browser, already paired, goes to the practice page, and the app's window warns there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.end_to_end.browser import EXTENSION

from netcurtain import paths
from netcurtain.app import KEYRING
from netcurtain.desktop import Desktop
from netcurtain.link import keyring
from netcurtain.practice.browser import TrialBrowser
from netcurtain.ui.application import Windows

pytestmark = pytest.mark.browser

PATIENCE_MS = 20_000


@pytest.fixture
def desktop(chromium_path: str, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    assert qapp is not None
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    desktop = Desktop(0, update_lists=False, trial=TrialBrowser(EXTENSION, Path(chromium_path), ("--headless=new",)))
    yield desktop
    desktop.stop()


def test_the_practice_page_is_opened_and_warned_of_and_the_trial_leaves_no_pairing(
    qtbot: QtBot, qapp: QApplication, desktop: Desktop
) -> None:
    windows = Windows(qapp, desktop.bridge, desktop)
    windows.main.bring_back()
    desktop.start()
    now = windows.main.now
    qtbot.waitUntil(lambda: bool(now.view and now.view.title == "Practice" and now.view.level == "warning"), timeout=PATIENCE_MS)
    assert now.view is not None
    assert [company.name for company in now.view.companies] == ["Practice tracker (invented)"]
    assert now.view.from_start
    kept = paths.data_place() / KEYRING
    assert len(keyring.load(kept)) == 1

    desktop.stop()
    windows.close()
    assert keyring.load(kept) == {}
