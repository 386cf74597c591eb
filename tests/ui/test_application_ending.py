"""What ends the app, and what does not."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Ends

from netcurtain.core.settings import Settings
from netcurtain.ui.application import Windows
from netcurtain.ui.tray import Tray


def in_front(window: QWidget) -> bool:
    return QGuiApplication.focusWindow() is window.windowHandle()


@pytest.mark.parametrize(
    ("stay_on", "tray", "ended"),
    [(True, False, 0), (True, True, 0), (False, False, 1), (False, True, 1), (None, False, 1), (None, True, 0)],
)
def test_whether_the_app_goes_on_without_its_window_is_asked_when_that_is_closed(
    windows: Windows, kept: Any, ends: Ends, monkeypatch: pytest.MonkeyPatch, stay_on: bool | None, tray: bool, ended: int
) -> None:
    monkeypatch.setattr(Tray, "there", tray)
    kept.answers = Settings(introduced=True, stay_on=stay_on)
    windows.main.close()
    assert not windows.main.isVisible()
    assert ends.count == ended


def test_hiding_never_ends_the_app(windows: Windows, kept: Any, ends: Ends) -> None:
    kept.answers = Settings(introduced=True, stay_on=False)
    windows.main.hide_at_once()
    assert ends.count == 0


def test_ctrl_q_and_the_tray_end_the_app_whatever_was_answered(windows: Windows, qtbot: QtBot, kept: Any, ends: Ends) -> None:
    kept.answers = Settings(introduced=True, stay_on=True)
    with qtbot.waitActive(windows.main):
        windows.main.activateWindow()
    QTest.keyClick(windows.main.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert ends.count == 1
    windows.main.connect_browser()
    assert windows.main.pairing is not None
    windows.main.pairing.activateWindow()
    qtbot.waitUntil(partial(in_front, windows.main.pairing))
    QTest.keyClick(windows.main.pairing.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert ends.count == 2
    windows.tray.quit.trigger()
    assert ends.count == 3
