from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.support import Nation
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.place import PlaceSection
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import Theme

Seen = Callable[[QWidget], list[str]]


def test_a_place_is_picked_and_it_is_said_what_that_means(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    place = view.place
    assert place is not None
    for key, nation, words in (
        (Qt.Key.Key_Down, Nation.ENGLAND, "England"),
        (Qt.Key.Key_End, Nation.NI, "Northern Ireland"),
        (Qt.Key.Key_Home, None, "all of the UK"),
    ):
        QTest.keyClick(place.picker.box, key)
        assert fake_app.answers.nation is nation
        assert wording.then_place(words) in seen(view)


@pytest.mark.parametrize("nation", [*Nation, None])
def test_the_place_that_holds_is_shown(view: SettingsView, fake_app: Any, nation: Nation | None) -> None:
    place = view.place
    assert place is not None
    fake_app.answers = type(fake_app.answers)(introduced=True, nation=nation)
    view.enter()
    assert place.picker.box.currentData() == nation


def test_without_other_ways_no_place_is_asked_for(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    view = SettingsView(theme, fake_app)
    qtbot.addWidget(view)
    assert not [section for section in view.sections if isinstance(section, PlaceSection)]
