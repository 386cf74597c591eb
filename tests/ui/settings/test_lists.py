from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import LinkChanged, ListsChanged
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.view import SettingsView

Seen = Callable[[QWidget], list[str]]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def slow(fake_app: Any, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """Every change of a list waits here until the test lets it come to its end."""
    waiting: list[Callable[[], None]] = []
    use, update = fake_app.use_list, fake_app.update_lists
    monkeypatch.setattr(fake_app, "use_list", lambda name, on, done: waiting.append(lambda: use(name, on, done)), raising=False)

    def look(done: Callable[[tuple[str, ...]], None], progress: Callable[[float], None]) -> Callable[[], None]:
        fake_app.told_progress = progress
        waiting.append(lambda: update(done))
        return lambda: waiting.__setitem__(0, lambda: done(("EasyPrivacy is newer now.",)))

    monkeypatch.setattr(fake_app, "update_lists", look, raising=False)
    return waiting


def test_each_list_has_its_sentence_and_our_own_has_no_switch(view: SettingsView, seen: Seen) -> None:
    said = seen(view.lists)
    for words in ("Netcurtain starter", "115 filters.", wording.ALWAYS_ON, "EasyPrivacy", "EasyPrivacy of 13 August 2026, checked today."):
        assert words in said
    assert {name: switch.isChecked() for name, switch in view.lists.switches.items()} == {"easyprivacy": True, "easylist": False}
    assert view.lists.switches["easylist"].accessibleName() == "EasyList"


def test_a_list_is_turned_on_and_off_and_it_is_said_what_came_of_it(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    press(view.lists.switches["easylist"])
    assert fake_app.list_rows[2].in_use
    assert "easylist is on." in seen(view)
    press(view.lists.switches["easylist"])
    assert not fake_app.list_rows[2].in_use
    assert "easylist is off." in seen(view)


def test_a_list_that_could_not_be_had_goes_back_to_off(
    view: SettingsView, fake_app: Any, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fake_app, "use_list", lambda _name, _on, done: done("EasyList could not be fetched."), raising=False)
    press(view.lists.switches["easylist"])
    assert not view.lists.switches["easylist"].isChecked()
    assert "EasyList could not be fetched." in seen(view)


def test_looking_for_newer_lists_says_that_it_does_and_then_what_came_of_it(
    view: SettingsView, seen: Seen, slow: list[Callable[[], None]]
) -> None:
    press(view.lists.update_button)
    assert wording.LOOKING in seen(view)
    slow.pop()()
    assert wording.LOOKING not in seen(view)
    assert view.lists.said.text() == "115 filters. EasyPrivacy of 13 August 2026, checked today."


def test_looking_shows_how_far_it_is_in_place_of_the_button(view: SettingsView, fake_app: Any, slow: list[Callable[[], None]]) -> None:
    lists = view.lists
    assert (lists.bar.isVisible(), lists.stop_button.isVisible(), lists.update_button.isVisible()) == (False, False, True)
    lists.update_button.setFocus()
    press(lists.update_button)
    assert (lists.bar.isVisible(), lists.stop_button.isVisible(), lists.update_button.isVisible()) == (True, True, False)
    assert lists.stop_button.hasFocus()
    fake_app.told_progress(0.4)
    assert lists.bar.value() == 40
    slow.pop()()
    assert (lists.bar.isVisible(), lists.stop_button.isVisible(), lists.update_button.isVisible()) == (False, False, True)
    assert lists.update_button.hasFocus()


def test_looking_can_be_stopped_and_what_was_done_stays(view: SettingsView, slow: list[Callable[[], None]]) -> None:
    press(view.lists.update_button)
    press(view.lists.stop_button)
    assert view.lists.said.text() == wording.STOPPING
    assert not view.lists.stop_button.isEnabled()
    slow.pop()()
    assert view.lists.said.text() == f"EasyPrivacy is newer now. {wording.STOPPED}"
    press(view.lists.update_button)
    assert view.lists.stop_button.isEnabled()


def test_with_no_list_that_could_be_newer_it_says_so(view: SettingsView, fake_app: Any) -> None:
    fake_app.list_rows = []
    press(view.lists.update_button)
    assert view.lists.said.text() == wording.NO_LISTS


def test_one_thing_at_a_time(view: SettingsView, slow: list[Callable[[], None]]) -> None:
    press(view.lists.update_button)
    press(view.lists.switches["easylist"])
    press(view.lists.update_button)
    assert len(slow) == 1
    assert not view.lists.switches["easylist"].isChecked()
    slow.pop()()
    press(view.lists.switches["easylist"])
    assert len(slow) == 1


def test_what_comes_to_its_end_after_the_page_was_left_says_nothing(view: SettingsView, slow: list[Callable[[], None]]) -> None:
    press(view.lists.update_button)
    view.leave()
    view.enter()
    slow.pop()()
    assert view.lists.said.text() == ""
    press(view.lists.update_button)
    assert len(slow) == 1


def test_another_text_in_use_is_shown(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    newer = replace(fake_app.list_rows[1], sentence="EasyPrivacy of 24 November 2026.")
    fake_app.list_rows[1] = newer
    view.hear(LinkChanged(1))
    assert newer.sentence not in seen(view)
    view.hear(ListsChanged(()))
    assert newer.sentence in seen(view)


def test_a_list_that_is_new_gets_its_row(qtbot: QtBot, view: SettingsView, fake_app: Any, seen: Seen) -> None:
    fake_app.list_rows.append(replace(fake_app.list_rows[2], name="own", title="My own list\u202e"))
    view.hear(ListsChanged(()))
    qtbot.waitUntil(lambda: "My own list<U+202E>" in seen(view))
    press(view.lists.switches["own"])
    assert fake_app.list_rows[3].in_use
