from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import KeptChanged
from netcurtain.core.keeping import Kept, Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.kept import KeptSection
from netcurtain.ui.settings.view import SettingsView

Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def section(view: SettingsView, fake_app: Any) -> KeptSection:
    fake_app.stand, fake_app.answers = Kept.OPEN, Settings(introduced=True, retention=Retention.DAYS_7)
    view.enter()
    return view.kept


@pytest.mark.parametrize("kept", [Kept.NONE, Kept.LOCKED, Kept.OPEN])
def test_it_is_there_only_where_there_is_a_history_and_says_how_that_stands(
    view: SettingsView, section: KeptSection, fake_app: Any, seen: Seen, kept: Kept
) -> None:
    fake_app.stand = kept
    view.hear(KeptChanged(kept))
    assert section.isVisible() is (kept is not Kept.NONE)
    assert (wording.IT_IS_OPEN in seen(section)) is (kept is Kept.OPEN)
    assert (wording.IT_IS_LOCKED in seen(section)) is (kept is Kept.LOCKED)
    assert section.lock_now.isVisible() is (kept is Kept.OPEN)


def test_it_can_be_locked_at_once(section: KeptSection, fake_app: Any) -> None:
    section.lock_now.click()
    assert fake_app.stand is Kept.LOCKED


@pytest.mark.parametrize("minutes", [1, 5, 60, 0])
def test_when_it_is_locked_by_time_is_chosen_and_said(section: KeptSection, fake_app: Any, seen: Seen, minutes: int) -> None:
    assert section.picker.box.currentText() == "Five minutes"
    section.picker.picked.emit(minutes)
    assert fake_app.answers.lock_after == minutes
    assert wording.then_lock_after(minutes) in seen(section)
    section.refresh()
    assert section.picker.box.currentData() == minutes


@pytest.mark.parametrize(("minutes", "words"), [(1, "One minute"), (5, "Five minutes"), (15, "15 minutes"), (60, "One hour")])
def test_minutes_in_words(minutes: int, words: str) -> None:
    assert wording.minutes(minutes) == words


def test_the_passphrase_is_changed(qtbot: QtBot, section: KeptSection, fake_app: Any, seen: Seen) -> None:
    section.change.click()
    for field, typed in zip(section.changing.fields, ("old", "net curtain linen", "net curtain linen"), strict=True):
        assert field.line.hasFocus()
        QTest.keyClicks(field.line, typed)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: passphrase_wording.CHANGED in seen(section))
    assert fake_app.passphrases == ["old", "net curtain linen"]
    assert not section.changing.isVisible()
    assert section.change.hasFocus()


def test_a_wrong_old_one_is_told_and_the_form_stays(qtbot: QtBot, section: KeptSection, fake_app: Any, seen: Seen) -> None:
    fake_app.unlocking = Unlocking(False, "That is not the passphrase.", 2.0)
    section.change.click()
    for field, typed in zip(section.changing.fields, ("old", "net curtain linen", "net curtain linen"), strict=True):
        field.line.setText(typed)
    section.changing.submit()
    qtbot.waitUntil(lambda: "That is not the passphrase. You can try again in two seconds." in seen(section))


def test_erasing_asks_first_and_enter_then_erases_nothing(section: KeptSection, fake_app: Any, seen: Seen) -> None:
    section.erase.click()
    assert ui_wording.ERASE_QUESTION in seen(section)
    QTest.keyClick(section.erasing.leave_button, Qt.Key.Key_Return)
    assert fake_app.erased == 0
    assert section.erase.hasFocus()


@pytest.mark.parametrize(
    ("deleted", "said"), [(True, ui_wording.DELETED), (False, ui_wording.NOT_DELETED)], ids=["it is gone", "it is not gone"]
)
def test_what_came_of_erasing_is_said_also_when_nothing_is_there_any_more(
    qtbot: QtBot, view: SettingsView, section: KeptSection, fake_app: Any, seen: Seen, deleted: bool, said: str
) -> None:
    fake_app.can_delete = deleted
    section.erase.click()
    section.erasing.sure_button.click()
    view.hear(KeptChanged(fake_app.stand))
    qtbot.waitUntil(lambda: said in seen(section))
    assert section.erase.isVisible() is not deleted
    view.enter()
    assert section.isVisible() is not deleted


def test_where_files_are_left_it_can_be_erased_once_more_until_they_are_gone(
    qtbot: QtBot, view: SettingsView, section: KeptSection, fake_app: Any, seen: Seen
) -> None:
    fake_app.can_delete, fake_app.unreadable, fake_app.traces = False, True, ("history.db",)

    def erase() -> None:
        section.erase.click()
        section.erasing.sure_button.click()
        view.hear(KeptChanged(Kept.NONE))

    erase()
    qtbot.waitUntil(lambda: ui_wording.ERASED_BUT_FILES in seen(section))
    assert section.erase.isVisible()
    assert not section.change.isVisible()
    view.leave()
    view.enter()
    assert section.erase.isVisible()
    fake_app.unreadable = False
    erase()
    qtbot.waitUntil(lambda: ui_wording.NOT_DELETED in seen(section) or ui_wording.still_in(fake_app.traces) in seen(section))
    assert section.erase.isVisible()
    fake_app.can_delete, fake_app.traces = True, ()
    erase()
    qtbot.waitUntil(lambda: ui_wording.DELETED in seen(section))
    assert not section.erase.isVisible()
    view.enter()
    assert not section.isVisible()


def test_the_answer_to_erasing_has_the_keyboard_and_is_in_sight(
    qtbot: QtBot, view: SettingsView, section: KeptSection, fake_app: Any
) -> None:
    view.resize(1000, 300)
    section.erase.setFocus()
    section.erase.click()
    section.erasing.sure_button.click()
    view.hear(KeptChanged(fake_app.stand))

    def in_sight() -> bool:
        return section.said.text() == ui_wording.DELETED and section.said.visibleRegion().boundingRect() == section.said.rect()

    qtbot.waitUntil(in_sight)
    assert section.said.hasFocus()


@pytest.mark.parametrize(("minutes", "said"), [(5, wording.LOCK_ALSO), (0, wording.LOCK_ONLY)])
def test_what_else_locks_it_follows_the_time(
    view: SettingsView, section: KeptSection, fake_app: Any, seen: Seen, minutes: int, said: str
) -> None:
    section.picker.picked.emit(minutes)
    assert said in seen(section)
    fake_app.answers = Settings(introduced=True, retention=Retention.DAYS_7, lock_after=minutes)
    section.picker.picked.emit(5 - minutes)
    fake_app.answers = Settings(introduced=True, retention=Retention.DAYS_7, lock_after=minutes)
    view.enter()
    assert said in seen(section)


def test_one_question_about_erasing_at_a_time(view: SettingsView, section: KeptSection, fake_app: Any) -> None:
    (remembering,) = view.remembered.questions
    assert isinstance(remembering, Remembering)
    remembering.choices.cards[1].click()
    section.erase.click()
    assert (remembering.staying.isVisible(), section.erasing.isVisible()) == (False, True)
    fake_app.answers = Settings(introduced=True, retention=Retention.DAYS_30)
    remembering.choices.cards[1].click()
    assert (remembering.staying.isVisible(), section.erasing.isVisible()) == (True, False)
    fake_app.answers = Settings(introduced=True, retention=Retention.DAYS_30)
    remembering.choices.cards[3].click()
    assert remembering.shortening.isVisible()
    section.erase.click()
    assert (remembering.shortening.isVisible(), remembering.choices.choice, section.erasing.isVisible()) == (False, 4, True)


def test_changing_and_erasing_are_not_open_together_and_leaving_closes_both(view: SettingsView, section: KeptSection) -> None:
    section.change.click()
    section.erase.click()
    assert (section.changing.isVisible(), section.erasing.isVisible()) == (False, True)
    section.change.click()
    assert (section.changing.isVisible(), section.erasing.isVisible()) == (True, False)
    section.changing.fields[0].line.setText("old")
    view.leave()
    assert not section.changing.isVisible()
    assert section.changing.fields[0].line.text() == ""
