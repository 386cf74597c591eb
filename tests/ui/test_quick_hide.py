import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.quick_hide import QuickHide


def test_three_presses_within_two_seconds_ask_to_hide(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    times = iter([0.0, 0.5, 2.4, 2.45, 9.0, 9.1, 9.2])
    quick = QuickHide(window, clock=lambda: next(times))
    asked: list[int] = []
    quick.asked.connect(lambda: asked.append(1))
    for expected in (0, 0, 0, 1, 1, 1, 2):
        quick.press()
        assert len(asked) == expected


def test_it_hears_the_key_wherever_the_focus_is(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    quick = QuickHide(window, clock=lambda: 0.0)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        field.setFocus()
    with qtbot.waitSignal(quick.asked):
        for _ in range(3):
            QTest.keyClick(field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", [QDialog, QWidget], ids=["a dialog that Esc closes", "a window of its own"])
def test_presses_in_other_windows_of_the_app_count_too(qtbot: QtBot, kind: type[QWidget]) -> None:
    window, other = QWidget(), kind()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    quick = QuickHide(window, clock=lambda: 0.0)
    asked: list[int] = []
    quick.asked.connect(lambda: asked.append(1))
    for expected in (0, 0, 1):
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is other.windowHandle())
        QTest.keyClick(other.windowHandle(), Qt.Key.Key_A)
        QTest.keyClick(other.windowHandle(), Qt.Key.Key_Escape)
        assert len(asked) == expected


def test_a_press_that_closes_a_list_in_the_window_is_the_first_of_three(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QComboBox(window)
    box.addItems(["one", "two"])
    quick = QuickHide(window, clock=lambda: 0.0)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    box.showPopup()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not window.windowHandle())
    asked: list[int] = []
    quick.asked.connect(lambda: asked.append(1))
    for expected in (0, 0, 1):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
        assert len(asked) == expected
    assert not box.view().isVisible()
