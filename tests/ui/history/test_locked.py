"""History while it is locked, and how it is opened."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import HistoryChanged, KeptChanged, PageUpdated, PageView
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.history import wording
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.mark import Glyph
from netcurtain.ui.theme import TARGET, Theme

WORDS = "net curtain linen"


def seen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def view(bring_up: Callable[[QWidget, int, int], None], theme: Theme, kept: Any) -> HistoryView:
    kept.stand, kept.answers = Kept.LOCKED, Settings(introduced=True, retention=Retention.DAYS_7)
    view = HistoryView(theme, kept)
    bring_up(view, 900, 600)
    view.ask()
    return view


@pytest.fixture
def opened(view: HistoryView, kept: Any) -> HistoryView:
    kept.stand = Kept.OPEN
    view.hear(KeptChanged(Kept.OPEN))
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    assert view.reading.story.moments.rowCount() == 2
    return view


def type_it(view: HistoryView) -> None:
    line = view.lock_page.form.fields[0].line
    assert line.hasFocus()
    QTest.keyClicks(line, WORDS)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("retention", [Retention.CHOSEN, Retention.DAYS_7, Retention.DAYS_30])
def test_while_it_is_locked_nothing_is_asked_for_and_no_site_date_or_count_is_there(
    view: HistoryView, kept: Any, retention: Retention
) -> None:
    kept.answers = Settings(introduced=True, retention=retention)
    view.hear(HistoryChanged())
    view.ask()
    assert kept.searches == []
    assert view.reading.model.rowCount() == 0
    words = seen(view)
    assert wording.LOCKED in words
    assert not any(letter.isdigit() for letter in words)
    assert "example" not in words


def test_its_picture_stands_beside_the_heading_and_is_never_left_half_by_itself(view: HistoryView) -> None:
    picture = view.lock_page.findChild(Glyph)
    heading = next(label for label in view.lock_page.findChildren(QLabel) if label.text() == wording.LOCKED)
    assert isinstance(picture, Glyph)
    assert picture.geometry().top() <= heading.geometry().center().y() <= picture.geometry().bottom()


def test_a_page_that_is_seen_while_it_is_locked_does_not_have_it_open_elsewhere_than_on_what_was_kept(
    view: HistoryView, kept: Any, make_page: Callable[..., PageView]
) -> None:
    view.hear(PageUpdated(make_page(), True))
    assert not view.reading._news.isActive()
    kept.rows = [kept.rows[0], replace(kept.rows[1], on_disk=True, chosen=True)]
    kept.stand = Kept.OPEN
    view.hear(KeptChanged(Kept.OPEN))
    assert view.reading.finder.grouping is Grouping.KEPT


def test_the_passphrase_opens_it_by_keyboard_alone(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    type_it(view)
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 2)
    assert kept.passphrases == [WORDS]
    assert not view.lock_page.isVisible()
    assert view.reading.finder.search.hasFocus()


def test_what_was_found_when_it_was_opened_is_said(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    kept.unlocking = Unlocking(True, "A damaged history was put aside.")
    type_it(view)
    qtbot.waitUntil(lambda: "A damaged history was put aside." in seen(view))


def test_a_wrong_one_opens_nothing(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    kept.unlocking = Unlocking(False, "That is not the passphrase.", 4.0)
    type_it(view)
    qtbot.waitUntil(lambda: "That is not the passphrase. You can try again in four seconds." in seen(view))
    assert kept.searches == []


def test_when_it_is_locked_what_is_shown_goes_at_once(opened: HistoryView, kept: Any) -> None:
    opened.reading.finder.search.setText("site")
    kept.stand = Kept.LOCKED
    opened.hear(KeptChanged(Kept.LOCKED))
    assert opened.lock_page.isVisible()
    assert opened.reading.model.rowCount() == 0
    assert opened.reading.story.moments.rowCount() == 0
    assert opened.reading.finder.search.text() == ""
    assert "example" not in seen(opened)
    assert opened.lock_page.form.fields[0].line.hasFocus()


def test_an_answer_that_was_on_its_way_when_it_was_locked_shows_nothing(opened: HistoryView, kept: Any) -> None:
    kept.hold = True
    opened.ask()
    opened.hear(KeptChanged(Kept.OPEN))
    kept.stand = Kept.LOCKED
    opened.hear(KeptChanged(Kept.LOCKED))
    for answer in kept.held:
        answer()
    assert opened.reading.model.rowCount() == 0
    assert opened.reading.story.moments.rowCount() == 0


def test_what_was_being_typed_stays_while_the_page_hears_of_other_things(view: HistoryView) -> None:
    line = view.lock_page.form.fields[0].line
    QTest.keyClicks(line, "net")
    view.hear(HistoryChanged())
    view.ask()
    assert line.text() == "net"


def test_everything_can_be_erased_without_the_passphrase_and_is_asked_once_more(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    view.lock_page.erase_button.click()
    assert ui_wording.ERASE_QUESTION in seen(view)
    QTest.keyClick(view.lock_page.confirm.leave_button, Qt.Key.Key_Return)
    assert kept.erased == 0
    view.lock_page.erase_button.click()
    view.lock_page.confirm.sure_button.click()
    view.hear(KeptChanged(Kept.NONE))  # the app tells it before or after the answer
    qtbot.waitUntil(lambda: ui_wording.DELETED in seen(view))
    assert kept.erased == 1
    view.hear(KeptChanged(Kept.NONE))
    assert ui_wording.DELETED in seen(view)


def test_that_nobody_can_open_what_was_kept_is_said_where_its_files_stayed(view: HistoryView, kept: Any) -> None:
    kept.rows, kept.stand = [], Kept.NONE
    view.lock_page.erased.emit(Deletion(gone=False, traces=("history.db",), unreadable=True))
    view.hear(KeptChanged(Kept.NONE))
    assert ui_wording.ERASED_BUT_FILES in seen(view)
    assert not view.lock_page.isVisible()


def test_what_could_not_be_erased_is_said_and_it_stays_locked(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    kept.can_delete = False
    view.lock_page.erase_button.click()
    view.lock_page.confirm.sure_button.click()
    qtbot.waitUntil(lambda: ui_wording.NOT_DELETED in seen(view))
    assert view.lock_page.isVisible()


def test_who_keeps_nothing_any_more_sees_this_session_and_can_open_what_was_kept(view: HistoryView, kept: Any) -> None:
    kept.answers = Settings(introduced=True, retention=Retention.UNTIL_CLOSE)
    view.ask()
    assert view.reading.model.rowCount() == 2
    view.reading.open_kept_button.click()
    assert view.lock_page.isVisible()
    assert view.reading.model.rowCount() == 0
    view.lock_page.back_button.click()
    assert view.reading.model.rowCount() == 2
    assert not view.lock_page.isVisible()


@pytest.mark.parametrize("stand", [Kept.LOCKED, Kept.NONE])
def test_a_story_out_of_the_kept_history_goes_with_it_also_where_this_session_is_still_shown(
    opened: HistoryView, kept: Any, stand: Kept
) -> None:
    kept.stand, kept.answers = stand, Settings(introduced=True, retention=Retention.UNTIL_CLOSE)
    opened.hear(KeptChanged(stand))
    assert opened.reading.model.rowCount() == 2
    assert opened.reading.story.moments.rowCount() == 0
    assert ui_wording.PICK_A_VISIT in seen(opened)


@pytest.mark.parametrize("stand", [Kept.NONE, Kept.OPEN])
def test_opening_is_offered_only_where_something_is_locked(view: HistoryView, kept: Any, stand: Kept) -> None:
    kept.stand = stand
    view.ask()
    assert not view.reading.open_kept_button.isVisible()


def test_the_way_back_is_offered_only_where_there_is_something_to_go_back_to(view: HistoryView) -> None:
    assert not view.lock_page.back_button.isVisible()


def test_emptied_it_asks_for_the_passphrase_anew(view: HistoryView, kept: Any) -> None:
    line = view.lock_page.form.fields[0].line
    QTest.keyClicks(line, "net")
    view.lock_page.erase_button.click()
    view.lock_page.form.show_button.setFocus()
    view.empty()
    view.ask()
    assert line.text() == ""
    assert line.hasFocus()
    assert not view.lock_page.confirm.isVisible()
    assert kept.erased == 0


def test_every_control_has_a_name_and_a_size(qtbot: QtBot, view: HistoryView) -> None:
    view.lock_page.erase_button.click()
    controls = [control for control in view.lock_page.findChildren(QAbstractButton) if control.isVisible()]
    assert len(controls) == 5
    for control in controls:
        assert control.accessibleName()
        qtbot.waitUntil(lambda control=control: control.height() >= TARGET)  # type: ignore[misc]


def test_tab_goes_from_the_line_to_open_to_showing_to_erasing(view: HistoryView) -> None:
    page = view.lock_page
    walked: list[QWidget | None] = []
    for _ in range(4):
        focused = view.focusWidget()
        assert focused is not None
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == [page.form.fields[0].line, page.form.go, page.form.show_button, page.erase_button]


@pytest.mark.parametrize("width", [660, 1000])
def test_words_get_the_room_they_need(qtbot: QtBot, view: HistoryView, width: int) -> None:
    view.resize(width, 400)
    view.lock_page.erase_button.click()

    def cut_off() -> list[str]:
        labels = [label for label in view.lock_page.findChildren(QLabel) if label.isVisible() and label.hasHeightForWidth()]
        return [label.text()[:40] for label in labels if label.height() < label.heightForWidth(label.width())]

    qtbot.waitUntil(lambda: not cut_off())
