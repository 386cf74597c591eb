from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import LinkChanged
from netcurtain.core.settings import ThemeChoice
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import TARGET, USUAL, Size, Theme

Seen = Callable[[QWidget], list[str]]
TODAY = date(2026, 11, 25)


def test_every_section_has_its_heading(view: SettingsView) -> None:
    assert [section.heading.text() for section in view.sections] == [
        wording.REMEMBERED,
        wording.KEPT,
        wording.FROM_THE_START,
        wording.ASKING,
        wording.APPEARANCE,
        wording.THIS_COMPUTER,
        wording.BROWSERS,
        wording.LISTS,
        ui_wording.OTHER_WAYS,
        wording.FROM_OTHERS,
        wording.FIRST_STEPS,
    ]


def test_the_first_steps_can_be_gone_through_again(qtbot: QtBot, view: SettingsView) -> None:
    with qtbot.waitSignal(view.first_steps):
        QTest.keyClick(view.again, Qt.Key.Key_Return)


def test_out_of_sight_it_asks_for_nothing(view: SettingsView, fake_app: Any) -> None:
    view.leave()
    fake_app.paired = []
    view.hear(LinkChanged(0))
    assert len(view.browsers.lines) == 2


def test_every_control_has_a_name_and_a_size_and_none_is_filled(qtbot: QtBot, view: SettingsView) -> None:
    view.browsers.lines["b1"].rename.click()
    view.browsers.lines["b2"].disconnect_button.click()
    controls = [control for control in view.findChildren(QAbstractButton) if control.isVisible()]
    assert len(controls) >= 20
    for control in controls:
        assert control.accessibleName(), control
        qtbot.waitUntil(lambda control=control: control.height() >= TARGET)  # type: ignore[misc]
        assert not isinstance(control, Button) or control._kind is not Kind.FILLED


@pytest.mark.parametrize("width", [740, 1000])
def test_words_get_the_room_they_need(qtbot: QtBot, view: SettingsView, width: int) -> None:
    view.resize(width, 600)
    view.browsers.lines["b2"].disconnect_button.click()

    def cut_off() -> list[str]:
        labels = [label for label in view.findChildren(QLabel) if label.isVisible() and label.hasHeightForWidth()]
        return [label.text()[:40] for label in labels if label.height() < label.heightForWidth(label.width())]

    qtbot.waitUntil(lambda: not cut_off())


@pytest.mark.parametrize("size", [125, 200])
def test_larger_words_get_the_room_they_need(qtbot: QtBot, view: SettingsView, theme: Theme, size: int) -> None:
    theme.choose(ThemeChoice.SYSTEM, size)
    try:
        words = [label for label in view.findChildren(QLabel) if label.isVisible()]
        assert min(label.font().pixelSize() for label in words) == theme.size(Size.SMALL)
        test_words_get_the_room_they_need(qtbot, view, 1000)
        assert view.horizontalScrollBar().maximum() == 0
    finally:
        theme.choose(ThemeChoice.SYSTEM, USUAL)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 25, 14, 2), "Last seen today at 14:02"),
        (datetime(2026, 11, 24, 23, 59), "Last seen yesterday"),
        (datetime(2026, 8, 13, 9, 0), "Last seen on 13 August 2026"),
        (None, wording.NOT_SEEN_YET),
    ],
    ids=["today", "yesterday", "long ago", "never"],
)
def test_when_a_browser_was_last_there(moment: datetime | None, words: str) -> None:
    assert wording.last_seen(moment.timestamp() if moment else 0, TODAY) == words
