from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
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
    quick = QuickHide(window)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        field.setFocus()
    with qtbot.waitSignal(quick.asked):
        for _ in range(3):
            QTest.keyClick(field, Qt.Key.Key_Escape)
