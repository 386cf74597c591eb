from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.history.rows import VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.prose import Prose
from netcurtain.ui.saving.dialog import ScrollingDialog, indented, say
from netcurtain.ui.screen import room
from netcurtain.ui.theme import Theme


class Dialog(ScrollingDialog):
    """One that may be closed only where the test says so."""

    def __init__(self, theme: Theme, visit: VisitRow) -> None:
        super().__init__(theme, "A telling name", visit, None)
        self.free = True
        self.emptied = 0
        self.words = Prose(theme, "Words. " * 20, parent=self.page)
        indented(self.words, self.column)

    def may_close(self) -> bool:
        return self.free

    def empty(self) -> None:
        self.emptied += 1


@pytest.fixture
def dialog(theme: Theme, visit: VisitRow, shown: Callable[[Dialog], Dialog]) -> Dialog:
    return shown(Dialog(theme, visit))


def test_its_title_says_nothing_but_it_can_be_heard(dialog: Dialog) -> None:
    assert dialog.windowTitle() == ui_wording.APP
    assert dialog.accessibleName() == "A telling name"


def test_it_does_not_keep_the_main_window_from_being_pressed(dialog: Dialog) -> None:
    assert not dialog.isModal()


def test_it_is_as_high_as_its_words_and_grows_with_them_up_to_the_screen(dialog: Dialog, qtbot: QtBot) -> None:
    low = dialog.height()
    say(dialog.words, "More words. " * 60)
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert dialog.sheet.verticalScrollBar().maximum() == 0
    dialog.words.setText("Many words. " * 900)
    qtbot.waitUntil(lambda: dialog.sheet.verticalScrollBar().maximum() > 0)
    assert dialog.height() <= room().height()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.sheet.verticalScrollBar().value() > 0


def test_it_shrinks_again_with_its_words(dialog: Dialog, qtbot: QtBot) -> None:
    say(dialog.words, "Words. ")
    low = dialog.height()
    say(dialog.words, "More words. " * 60)
    qtbot.waitUntil(lambda: dialog.height() > low)
    say(dialog.words, "Words. ")
    qtbot.waitUntil(lambda: dialog.height() <= low)


def test_no_bar_to_scroll_with_takes_room_where_all_fits_without_it_and_one_comes_where_it_is_made_low(
    dialog: Dialog, qtbot: QtBot
) -> None:
    say(dialog.words, "Words. " * 80)
    dialog.sheet.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    dialog.fit()
    qtbot.waitUntil(lambda: not dialog.sheet.verticalScrollBar().isVisible())
    dialog.resize(dialog.width(), dialog.height() // 2)
    qtbot.waitUntil(lambda: dialog.sheet.verticalScrollBar().isVisible())


def test_what_its_height_was_before_it_was_shown_nobody_has_made(
    theme: Theme, visit: VisitRow, shown: Callable[[Dialog], Dialog], dialog: Dialog, qtbot: QtBot
) -> None:
    other = Dialog(theme, visit)
    other.resize(dialog.width(), dialog.height() + 50)
    shown(other)
    qtbot.waitUntil(lambda: other.height() == dialog.height())


def test_it_grows_for_its_words_and_is_then_as_high_again_as_the_person_has_made_it(dialog: Dialog, qtbot: QtBot) -> None:
    made = dialog.height() + 50
    dialog.resize(dialog.width(), made)
    say(dialog.words, "More words. " * 60)
    qtbot.waitUntil(lambda: dialog.height() > made)
    say(dialog.words, "Words.")
    qtbot.waitUntil(lambda: dialog.height() == made)


def test_esc_closes_and_empties_it_once(dialog: Dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.emptied == 1


def test_where_something_would_be_lost_esc_leaves_it_open_but_the_app_can_close_it(dialog: Dialog) -> None:
    dialog.free = False
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    assert dialog.emptied == 1


def test_the_windows_own_button_asks_as_esc_does(dialog: Dialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QCloseEvent, "spontaneous", lambda _self: True)
    dialog.free = False
    assert not dialog.close()
    assert dialog.isVisible()
    dialog.free = True
