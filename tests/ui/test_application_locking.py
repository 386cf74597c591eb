"""What locks the kept history: hiding, leaving the computer, and time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from netcurtain.core.event import EraseAsked, KeptChanged, PageKey, SubmissionAnswered
from netcurtain.core.keeping import Kept
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Retention, Settings
from netcurtain.ui.application import Windows
from netcurtain.ui.main_window import HISTORY
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.window import SaveCopyWindow


@pytest.fixture
def opened(windows: Windows, kept: Any, tell: Callable[..., None]) -> Windows:
    kept.stand, kept.answers = Kept.OPEN, Settings(introduced=True, retention=Retention.DAYS_7, stay_on=True)
    tell(KeptChanged(Kept.OPEN))
    windows.main.turn_to(HISTORY)
    assert windows.main.history_view.reading.model.rowCount() == 2
    return windows


def quick_hide(windows: Windows) -> None:
    for _ in range(3):
        windows.main.quick_hide.press()


def the_screen_locks(windows: Windows) -> None:
    windows.absence.screen(True)


def the_computer_sleeps(windows: Windows) -> None:
    windows.absence.sleep(True)


def the_page_is_left(windows: Windows) -> None:
    windows._bridge.happened.emit(SubmissionAnswered(PageKey("browser", "page"), "s1", Choice.LEAVE))


def it_is_closed(windows: Windows) -> None:
    windows.main.close()


def nobody_was_there(windows: Windows) -> None:
    windows.auto_lock.due.emit()


WAYS = [quick_hide, the_screen_locks, the_computer_sleeps, the_page_is_left, it_is_closed, nobody_was_there]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", " "))
def test_it_is_locked_at_once_and_nothing_of_it_is_shown_meanwhile(opened: Windows, kept: Any, way: Callable[[Windows], None]) -> None:
    way(opened)
    assert kept.stand is Kept.LOCKED
    assert opened.main.history_view.reading.model.rowCount() == 0


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", " "))
def test_who_does_not_want_it_locked_by_time_can_close_the_window_and_it_goes_on_being_kept(
    opened: Windows, kept: Any, way: Callable[[Windows], None]
) -> None:
    kept.answers = Settings(introduced=True, retention=Retention.DAYS_7, stay_on=True, lock_after=0)
    way(opened)
    assert kept.stand is (Kept.OPEN if way is it_is_closed else Kept.LOCKED)


def a_letter(windows: Windows, kept: Any) -> QDialog:
    letter = LetterWindow(windows.theme, kept, kept.rows[0], windows.main)
    letter.show()
    letter.letter.field.insertPlainText("I write to you")
    letter.letter.files.ask("text", "txt", "text")
    assert letter.letter.files.dialog is not None
    return letter


def a_copy(windows: Windows, _kept: Any) -> QDialog:
    windows.main.history_view.reading.list.setCurrentIndex(windows.main.history_view.reading.model.index(0))
    windows.main.history_view.reading.story.save_button.click()
    (copy,) = windows.main.findChildren(SaveCopyWindow)
    return copy


def it_is_told(windows: Windows) -> None:
    """Nobody but the history knows why: *Lock it now*, or its file went."""
    windows._bridge.happened.emit(KeptChanged(Kept.LOCKED))


def it_is_erased(windows: Windows) -> None:
    """In *Settings*, in a popup or on the command line."""
    windows.main._actions.erase_everything(lambda _what: None)
    windows._bridge.happened.emit(KeptChanged(Kept.NONE))


def all_is_to_be_erased(windows: Windows) -> None:
    """In a popup, where nothing was on disk either."""
    windows._bridge.happened.emit(EraseAsked("browser"))


GOING = [nobody_was_there, it_is_told, it_is_erased, all_is_to_be_erased]


@pytest.mark.parametrize("way", GOING, ids=lambda way: way.__name__.replace("_", " "))
@pytest.mark.parametrize("beside", [a_letter, a_copy], ids=lambda beside: beside.__name__.replace("_", " "))
def test_windows_that_show_a_kept_visit_go_with_it_and_the_main_one_stays(
    opened: Windows, kept: Any, beside: Callable[[Windows, Any], QDialog], way: Callable[[Windows], None]
) -> None:
    window = beside(opened, kept)
    assert window.isVisible()
    way(opened)
    assert [dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, QDialog) and dialog.isVisible()] == []
    assert opened.main.isVisible()


@pytest.mark.parametrize("on_disk", [True, False], ids=["of what was on disk", "of what is in memory"])
@pytest.mark.parametrize("beside", [a_letter, a_copy], ids=lambda beside: beside.__name__.replace("_", " "))
def test_where_the_folder_of_the_history_has_gone_only_what_is_in_memory_can_be_written_about(
    opened: Windows, kept: Any, beside: Callable[[Windows, Any], QDialog], on_disk: bool
) -> None:
    kept.rows[0] = replace(kept.rows[0], on_disk=on_disk)
    kept.stories["v1"] = replace(kept.stories["v1"], row=kept.rows[0])
    window = beside(opened, kept)
    files = window.findChildren(QFileDialog)
    kept.stand = Kept.NONE
    opened._bridge.happened.emit(KeptChanged(Kept.NONE))
    assert window.isVisible() is not on_disk
    assert all(dialog.isVisible() is not on_disk for dialog in files)
    window.close()


def test_an_answer_that_comes_after_its_letter_was_closed_closes_nothing(opened: Windows, kept: Any) -> None:
    letter = a_letter(opened, kept)
    kept.stand, kept.rows, kept.hold = Kept.NONE, [], True
    opened._bridge.happened.emit(KeptChanged(Kept.NONE))
    assert letter.isVisible()
    letter.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept.hold = False
    for answer in kept.held:
        answer()
    assert opened.main.isVisible()


@pytest.mark.parametrize("way", GOING, ids=lambda way: way.__name__.replace("_", " "))
def test_what_was_copied_from_it_is_taken_back(opened: Windows, monkeypatch: pytest.MonkeyPatch, way: Callable[[Windows], None]) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)  # no clipboard of the tests' platform says so
    QGuiApplication.clipboard().setText("site.example")
    way(opened)
    assert QGuiApplication.clipboard().text() == ""


def test_whoever_writes_a_letter_is_there_so_that_time_does_not_take_it_from_them(
    qtbot: QtBot, opened: Windows, kept: Any, windows_clock: Any
) -> None:
    kept.answers = Settings(introduced=True, retention=Retention.DAYS_7, lock_after=3)
    letter = LetterWindow(opened.theme, kept, kept.rows[0], opened.main)
    letter.show()
    letter.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is letter.windowHandle())
    windows_clock.time += 179
    letter.letter.field.setFocus()
    QTest.keyClick(letter.windowHandle(), Qt.Key.Key_A)
    windows_clock.time += 179
    assert not opened.auto_lock.look()
    assert "a" in letter.letter.text
    letter.close()


def test_time_locks_it_as_the_person_chose(opened: Windows, kept: Any, windows_clock: Any) -> None:
    kept.answers = Settings(introduced=True, retention=Retention.DAYS_7, lock_after=3)
    windows_clock.time += 179
    assert not opened.auto_lock.look()
    windows_clock.time += 1
    assert opened.auto_lock.look()
    assert kept.stand is Kept.LOCKED


def test_locked_in_sight_it_asks_for_the_passphrase(opened: Windows, tell: Callable[..., None]) -> None:
    opened.auto_lock.due.emit()
    tell(KeptChanged(Kept.LOCKED))
    assert opened.main.history_view.lock_page.isVisible()
    assert opened.main.windowTitle() == "Netcurtain"


def test_a_passphrase_that_is_being_typed_goes_with_the_window(opened: Windows, tell: Callable[..., None]) -> None:
    opened.main.lock()
    tell(KeptChanged(Kept.LOCKED))
    line = opened.main.history_view.lock_page.form.fields[0].line
    line.setText("net curtain linen")
    opened.main.hide_at_once()
    assert line.text() == ""
