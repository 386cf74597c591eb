from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserPaired, PairingCodeEnded
from netcurtain.ui import wording
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.theme import Theme

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
Words = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, fake_app: Any, clock: Any) -> Iterator[PairingDialog]:
    dialog = PairingDialog(theme, fake_app, clock=clock)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def test_it_opens_with_a_fresh_code(dialog: PairingDialog, fake_app: Any, words: Words) -> None:
    assert (dialog.panel.code.text(), fake_app.codes) == (CODE, 1)
    assert {wording.CONNECT, wording.seconds_left(120)} <= set(words(dialog))


def test_a_browser_that_used_the_code_turns_it_to_connected_and_it_stays_until_it_is_closed(
    dialog: PairingDialog, words: Words, press: Press
) -> None:
    dialog.hear(BrowserPaired("b1", "Chrome 156"))
    assert dialog.connected
    assert wording.CONNECTED in words(dialog)
    assert CODE not in words(dialog)
    dialog.hear(PairingCodeEnded())
    dialog.hear(BrowserPaired("b2", "Firefox 153"))
    assert dialog.welcomed.name.text() == "Chrome 156"
    press(dialog, wording.DONE)
    assert not dialog.isVisible()


def test_the_browser_gets_the_name_that_is_typed(dialog: PairingDialog, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 0, 0, True)]
    dialog.hear(BrowserPaired("b1", "Chrome 156"))
    QTest.keyClicks(dialog.welcomed.name, "Laptop")
    QTest.keyClick(dialog.welcomed.name, Qt.Key.Key_Return)
    assert fake_app.paired[0].name == "Laptop"
    assert dialog.result() == PairingDialog.DialogCode.Accepted


def test_esc_leaves_the_name_as_it_was(dialog: PairingDialog, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 0, 0, True)]
    dialog.hear(BrowserPaired("b1", "Chrome 156"))
    QTest.keyClicks(dialog.welcomed.name, "Lap")
    QTest.keyClick(dialog.welcomed.name, Qt.Key.Key_Escape)
    assert fake_app.paired[0].name == "Chrome 156"
    assert not dialog.isVisible()


@pytest.mark.parametrize("close", ["close", "reject", "accept"])
def test_a_closed_dialog_keeps_no_code_and_takes_it_back_once(dialog: PairingDialog, fake_app: Any, press: Press, close: str) -> None:
    press(dialog, wording.COPY)
    getattr(dialog, close)()
    getattr(dialog, close)()
    assert dialog.panel.code.text() == ""
    assert "A B C" not in dialog.panel.code.accessibleName()
    assert QGuiApplication.clipboard().text() == ""
    assert fake_app.codes_forgotten == 1
