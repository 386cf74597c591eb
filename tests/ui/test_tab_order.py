from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.tab_order import tab_before


def test_tab_comes_to_what_was_made_later_where_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, last = QPushButton("first", window), QPushButton("last", window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    for name in ("one", "two"):
        line = QWidget(window)
        for part in ("a", "b"):
            QPushButton(f"{name} {part}", line)
        line.show()
        tab_before(line, last)
    first.setFocus()
    walked = []
    for _ in range(6):
        focused = window.focusWidget()
        assert isinstance(focused, QPushButton)
        walked.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == ["first", "one a", "one b", "two a", "two b", "last"]
