from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserLeft, BrowserPaired, LinkChanged
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.button import Button
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.browsers import BrowserLine
from netcurtain.ui.settings.view import SettingsView

Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def chrome(view: SettingsView) -> BrowserLine:
    return view.browsers.lines["b1"]


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_browser_has_its_name_and_when_it_was_last_there(view: SettingsView, chrome: BrowserLine, seen: Seen) -> None:
    assert seen(chrome) == ["Chrome 156", wording.CONNECTED_NOW]
    assert seen(view.browsers.lines["b2"]) == ["Firefox 153", "Last seen on 24 November 2025"]
    assert chrome.rename.accessibleName() == "Rename Chrome 156"
    assert chrome.disconnect_button.accessibleName() == "Disconnect Chrome 156"


@pytest.mark.parametrize("event", [BrowserPaired("b3"), BrowserLeft("b1"), LinkChanged(1)], ids=lambda event: type(event).__name__)
def test_browsers_that_come_and_go_are_followed(
    qtbot: QtBot, view: SettingsView, fake_app: Any, chrome: BrowserLine, seen: Seen, event: object
) -> None:
    fake_app.paired = [replace(fake_app.paired[0], connected=False), BrowserRow("b3", "Edge\u202e", 1, 0, False)]
    view.hear(event)
    assert seen(chrome) == ["Chrome 156", "Last seen on 24 November 2025"]
    qtbot.waitUntil(lambda: seen(view.browsers.lines["b3"]) == ["Edge<U+202E>", wording.NOT_SEEN_YET])
    assert "Firefox 153" not in seen(view)


def test_without_a_browser_it_says_so(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    assert wording.NO_BROWSERS not in seen(view)
    fake_app.paired = []
    view.hear(LinkChanged(0))
    assert wording.NO_BROWSERS in seen(view)


@pytest.mark.parametrize("how", ["enter", "save"])
def test_a_browser_is_renamed_in_its_place(view: SettingsView, chrome: BrowserLine, fake_app: Any, seen: Seen, how: str) -> None:
    press(chrome.rename)
    assert chrome.new_name.hasFocus()
    assert chrome.new_name.selectedText() == "Chrome 156"
    QTest.keyClicks(chrome.new_name, " Work ")
    if how == "enter":
        QTest.keyClick(chrome.new_name, Qt.Key.Key_Return)
    else:
        press(chrome.save)
    assert fake_app.paired[0].name == "Work"
    assert {"Work", wording.renamed("Work")} <= set(seen(view))
    assert not chrome.renaming.isVisible()
    assert chrome.rename.hasFocus()


def test_an_empty_name_takes_the_own_name_back(view: SettingsView, chrome: BrowserLine, seen: Seen) -> None:
    press(chrome.rename)
    chrome.new_name.clear()
    QTest.keyClick(chrome.new_name, Qt.Key.Key_Return)
    assert wording.RENAMED_BACK in seen(view)


def test_cancel_renames_nothing(chrome: BrowserLine, fake_app: Any) -> None:
    press(chrome.rename)
    QTest.keyClicks(chrome.new_name, "Work")
    press(next(b for b in chrome.renaming.findChildren(Button) if b.text() == wording.CANCEL))
    assert fake_app.paired[0].name == "Chrome 156"
    assert not chrome.renaming.isVisible()
    assert chrome.new_name.text() == ""


def test_what_one_is_typing_stays_while_browsers_come_and_go(view: SettingsView, chrome: BrowserLine) -> None:
    press(chrome.rename)
    QTest.keyClicks(chrome.new_name, "Wor")
    view.hear(LinkChanged(2))
    assert view.browsers.lines["b1"] is chrome
    assert (chrome.new_name.text(), chrome.new_name.hasFocus()) == ("Wor", True)


def test_disconnecting_asks_first_with_the_focus_on_keeping_it(chrome: BrowserLine, fake_app: Any, seen: Seen) -> None:
    press(chrome.disconnect_button)
    assert wording.disconnect_question("Chrome 156") in seen(chrome)
    assert chrome.keep.hasFocus()
    QTest.keyClick(chrome.keep, Qt.Key.Key_Return)
    assert not chrome.asking.isVisible()
    assert chrome.disconnect_button.hasFocus()
    assert [row.id for row in fake_app.paired] == ["b1", "b2"]


def test_confirmed_it_is_disconnected_at_once(view: SettingsView, chrome: BrowserLine, fake_app: Any, seen: Seen) -> None:
    press(chrome.disconnect_button)
    press(chrome.sure)
    assert [row.id for row in fake_app.paired] == ["b2"]
    assert "b1" not in view.browsers.lines
    assert wording.disconnected("Chrome 156") in seen(view)
    assert view.browsers.connect_button.hasFocus()


def test_renaming_and_asking_are_not_open_together(chrome: BrowserLine) -> None:
    press(chrome.rename)
    press(chrome.disconnect_button)
    assert (chrome.renaming.isVisible(), chrome.asking.isVisible()) == (False, True)
    press(chrome.rename)
    assert (chrome.renaming.isVisible(), chrome.asking.isVisible()) == (True, False)


def test_leaving_the_page_closes_what_is_open(view: SettingsView, chrome: BrowserLine) -> None:
    press(chrome.rename)
    QTest.keyClicks(chrome.new_name, "Work")
    view.leave()
    assert not chrome.renaming.isVisible()
    assert chrome.new_name.text() == ""


def test_another_browser_can_be_connected(qtbot: QtBot, view: SettingsView) -> None:
    with qtbot.waitSignal(view.connect_wanted):
        press(view.browsers.connect_button)
