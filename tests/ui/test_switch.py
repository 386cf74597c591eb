from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.ui.switch import Switch
from netcurtain.ui.theme import Theme


@pytest.fixture
def switch(qtbot: QtBot, theme: Theme) -> Iterator[Switch]:
    switch = Switch(theme, "Words", "More words")
    qtbot.addWidget(switch)
    switch.show()
    yield switch
    switch.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_is_turned_by_keyboard(switch: Switch, key: Qt.Key) -> None:
    turned: list[bool] = []
    switch.clicked.connect(lambda: turned.append(switch.isChecked()))
    QTest.keyClick(switch, key)
    QTest.keyClick(switch, key)
    assert turned == [True, False]


def test_its_words_can_be_pressed_as_well(switch: Switch) -> None:
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(10, switch.height() // 2))
    assert switch.isChecked()


def test_showing_it_on_tells_nobody(switch: Switch) -> None:
    turned: list[bool] = []
    switch.clicked.connect(lambda: turned.append(switch.isChecked()))
    switch.show_on(True)
    assert (switch.isChecked(), turned) == (True, [])


def test_it_can_be_heard(switch: Switch) -> None:
    assert (switch.accessibleName(), switch.accessibleDescription()) == ("Words", "More words")
    switch.say("Other words")
    assert switch.accessibleDescription() == "Other words"
