from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.confirm import Confirm
from netcurtain.ui.theme import Theme


@pytest.fixture
def confirm(qtbot: QtBot, theme: Theme) -> Iterator[Confirm]:
    window = QWidget()
    qtbot.addWidget(window)
    confirm = Confirm(theme, "Leave it", "Do it", window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield confirm
    window.close()


def test_it_is_not_there_until_it_asks_and_enter_then_does_nothing(qtbot: QtBot, confirm: Confirm) -> None:
    assert not confirm.isVisible()
    confirm.ask("All of it?")
    assert confirm.leave_button.hasFocus()
    with qtbot.assertNotEmitted(confirm.sure), qtbot.waitSignal(confirm.left):
        QTest.keyClick(confirm.leave_button, Qt.Key.Key_Return)
    assert not confirm.isVisible()


def test_who_is_sure_says_so_once(qtbot: QtBot, confirm: Confirm) -> None:
    usual = confirm.leave_button.text()
    confirm.ask("All of it?", "Erase it", "Keep it")
    assert confirm.sure_button.accessibleName() == confirm.sure_button.text() == "Erase it"
    assert confirm.leave_button.accessibleName() == confirm.leave_button.text() == "Keep it"
    with qtbot.waitSignal(confirm.sure):
        QTest.mouseClick(confirm.sure_button, Qt.MouseButton.LeftButton)
    assert not confirm.isVisible()
    confirm.ask("And this?")
    assert confirm.sure_button.text() == "Do it"
    assert confirm.leave_button.text() == usual


def test_out_of_sight_it_asks_no_more_and_has_no_words(confirm: Confirm) -> None:
    confirm.ask("The day 24 November 2026?")
    confirm.window().hide()
    confirm.window().show()
    assert not confirm.isVisible()
    assert confirm.question.text() == ""
    assert confirm.leave_button.accessibleDescription() == ""


def test_it_can_ask_and_leave_the_keyboard_where_it_is(confirm: Confirm) -> None:
    confirm.ask("All of it?", focus=False)
    assert confirm.isVisible()
    assert not confirm.leave_button.hasFocus()
