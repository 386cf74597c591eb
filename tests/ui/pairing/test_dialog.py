from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserPaired, LinkChanged
from netcurtain.ui import wording
from netcurtain.ui.button import Button
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[PairingDialog]:
    dialog = PairingDialog(theme, fake_app)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def button(dialog: PairingDialog, text: str) -> Button:
    return next(b for b in dialog.findChildren(Button) if b.text() == text and b.isVisible())


def words(dialog: PairingDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_it_shows_the_code_the_steps_the_port_and_the_time(dialog: PairingDialog) -> None:
    said = words(dialog)
    assert dialog.code.text() == "ABCDE-FGHIJ-KLMNO-PQRST"
    assert all(step in said for step in wording.PAIRING_STEPS)
    assert wording.port(47823) in said
    assert wording.seconds_left(120) in said


def test_the_code_can_be_copied(dialog: PairingDialog) -> None:
    QTest.mouseClick(button(dialog, wording.COPY), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "ABCDE-FGHIJ-KLMNO-PQRST"
    assert button(dialog, wording.COPIED).accessibleName() == wording.COPIED


def test_a_code_that_has_run_out_is_taken_away_and_a_new_one_can_be_made(dialog: PairingDialog, fake_app: Any) -> None:
    for _ in range(119):
        dialog.tick()
    assert wording.seconds_left(1) in words(dialog)
    dialog.tick()
    assert wording.PAIRING_OVER in words(dialog)
    assert dialog.code.text() == ""
    QTest.mouseClick(button(dialog, wording.NEW_CODE), Qt.MouseButton.LeftButton)
    assert fake_app.codes == 2
    assert dialog.code.text()


def test_where_no_code_can_be_had_it_says_so_and_one_can_ask_again(dialog: PairingDialog, fake_app: Any) -> None:
    fake_app.has_codes = False
    dialog.renew()
    assert wording.PAIRING_NOT_NOW in words(dialog)
    assert not any(timer.isActive() for timer in dialog.findChildren(QTimer))
    fake_app.has_codes = True
    QTest.mouseClick(button(dialog, wording.NEW_CODE), Qt.MouseButton.LeftButton)
    assert wording.seconds_left(120) in words(dialog)
    assert dialog.code.text()


def test_a_browser_that_used_the_code_turns_it_to_connected_and_it_closes_itself(
    qtbot: QtBot, dialog: PairingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netcurtain.ui.pairing.dialog.CLOSES_AFTER_MS", 0)
    for browsers in (0, 1, 2):  # browsers that were paired before come and go
        dialog.hear(LinkChanged(browsers))
    assert wording.CONNECTED not in words(dialog)
    dialog.hear(BrowserPaired("browser"))
    assert wording.CONNECTED in words(dialog)
    assert dialog.code.text() == ""
    with qtbot.waitSignal(dialog.finished):
        pass


def test_a_closed_dialog_keeps_no_code(dialog: PairingDialog) -> None:
    dialog.close()
    assert dialog.code.text() == ""
    assert "ABCDE" not in dialog.code.accessibleName()


def test_a_closed_dialog_takes_its_code_back_once(dialog: PairingDialog, fake_app: Any) -> None:
    dialog.close()
    dialog.close()
    assert fake_app.codes_forgotten == 1
