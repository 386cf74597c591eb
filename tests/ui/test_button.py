import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.ui.button import Button, Kind
from netcurtain.ui.theme import LIGHT, Theme


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=["return", "enter", "space"])
@pytest.mark.parametrize("kind", list(Kind))
def test_it_can_be_pressed_by_keyboard(qtbot: QtBot, theme: Theme, kind: Kind, key: Qt.Key) -> None:
    button = Button(theme, "Press", kind)
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, key)
    assert len(pressed) == 1
    button.close()


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.ShortcutFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)],
    ids=["tab", "shortcut", "mouse"],
)
def test_a_ring_shows_where_the_keyboard_is(qtbot: QtBot, theme: Theme, reason: Qt.FocusReason, ringed: bool) -> None:
    button = Button(theme, "Press", Kind.OUTLINED)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitActive(button):
        button.activateWindow()
    button.clearFocus()
    button.setFocus(reason)
    edge = QColor(button.grab().toImage().pixelColor(button.width() // 2, 1))
    assert (edge.name().upper() == LIGHT.teal) is ringed
    button.close()
