from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.pairing.connected import LONGEST_NAME, ConnectedPanel
from netcurtain.ui.theme import Theme


class Renames:
    def __init__(self, fake_app: Any) -> None:
        self.calls: list[tuple[str, str]] = []
        fake_app.rename_browser = lambda browser, name: self.calls.append((browser, name))


@pytest.fixture
def renames(fake_app: Any) -> Renames:
    return Renames(fake_app)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[ConnectedPanel]:
    panel = ConnectedPanel(theme, fake_app)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.close()


def test_it_offers_what_the_browser_calls_itself(panel: ConnectedPanel) -> None:
    panel.welcome("b1", "Chrome 156")
    assert panel.name.text() == panel.name.selectedText() == "Chrome 156"


def test_it_offers_the_name_that_the_list_of_browsers_has(panel: ConnectedPanel, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b0", "Chrome 156", 0, 0, True), BrowserRow("b1", "Chrome 156 (2)", 1, 1, True)]
    panel.welcome("b1", "Chrome 156")
    assert panel.name.text() == "Chrome 156 (2)"


@pytest.mark.parametrize(
    ("typed", "calls"),
    [
        ("Laptop", [("b1", "Laptop")]),
        ("  Laptop ", [("b1", "Laptop")]),
        ("", [("b1", "")]),
        ("Chrome 156", []),
        (" Chrome 156 ", []),
        ("x" * 80, [("b1", "x" * LONGEST_NAME)]),
    ],
    ids=["another name", "with space around", "none", "the same", "the same with space around", "a long one"],
)
def test_enter_gives_the_browser_its_name_if_that_is_another_one(
    qtbot: QtBot, panel: ConnectedPanel, renames: Renames, typed: str, calls: list[tuple[str, str]]
) -> None:
    panel.welcome("b1", "Chrome 156")
    QTest.keyClick(panel.name, Qt.Key.Key_Delete)
    QTest.keyClicks(panel.name, typed)
    with qtbot.waitSignal(panel.done):
        QTest.keyClick(panel.name, Qt.Key.Key_Return)
    assert renames.calls == calls


def test_the_field_has_a_name_for_screen_readers(panel: ConnectedPanel) -> None:
    assert panel.name.accessibleName()
    assert panel.name.accessibleDescription()
