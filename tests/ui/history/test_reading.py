from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.fake_app import NOON

from netcurtain.core.event import HistoryChanged, PageUpdated, PageView
from netcurtain.core.keeping import Kept
from netcurtain.core.saved_copy import CopyKind, CopyWish
from netcurtain.history.rows import VisitQuery, VisitRow, VisitStory
from netcurtain.ui import wording
from netcurtain.ui.button import Button
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.forgetting import Span
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.pages import PAGE
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.history.visit_list import VisitList
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.window import SaveCopyWindow
from netcurtain.ui.theme import Theme


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, kept: Any) -> Iterator[HistoryView]:
    view = HistoryView(theme, kept)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.ask()
    yield view
    view.close()


def press(view: HistoryView, text: str) -> None:
    QTest.mouseClick(next(b for b in view.findChildren(Button) if b.text() == text), Qt.MouseButton.LeftButton)


def test_it_opens_on_what_was_chosen_to_be_kept(view: HistoryView, kept: Any) -> None:
    kept.rows = [kept.rows[0], replace(kept.rows[1], on_disk=True, chosen=True)]
    kept.stand = Kept.OPEN
    view.empty()
    view.ask()
    assert view.reading.finder.grouping is Grouping.KEPT
    assert [view.reading.model.index(row).data() for row in range(view.reading.model.rowCount())] == ["other.example"]
    view.reading.finder.groups[Grouping.BY_DAY].click()
    assert view.reading.model.rowCount() == 2


def test_where_nothing_was_chosen_it_opens_by_day_and_says_how_to_choose_where_one_looks(view: HistoryView, kept: Any) -> None:
    kept.stand = Kept.OPEN
    view.empty()
    view.ask()
    assert view.reading.finder.grouping is Grouping.BY_DAY
    assert view.reading.model.rowCount() == 2
    view.reading.finder.groups[Grouping.KEPT].click()
    assert view.reading.quiet.words.text() == history_wording.NONE_KEPT
    view.ask()
    assert view.reading.finder.query.chosen


@pytest.mark.parametrize("stand", [Kept.NONE, Kept.LOCKED])
def test_chosen_visits_are_offered_only_where_they_can_be_read(view: HistoryView, kept: Any, stand: Kept) -> None:
    kept.stand = stand
    view.ask()
    assert not view.reading.finder.groups[Grouping.KEPT].isVisible()


def test_by_site_the_same_visits_stand_under_their_site(view: HistoryView, kept: Any) -> None:
    kept.rows = [*kept.rows, VisitRow("v3", "site.example", kept.rows[1].started - 1, 0, False)]
    view.reading.finder.groups[Grouping.BY_SITE].click()
    assert [view.reading.model.row(row).visit for row in range(3)] == ["v1", "v3", "v2"]  # type: ignore[union-attr]


def test_where_nothing_fits_all_of_it_is_taken_back_at_once(view: HistoryView, kept: Any) -> None:
    view.reading.finder.search.setText("other")
    view.reading.finder.sensitive.click()
    assert view.reading.quiet.words.text() == history_wording.NONE_FIT
    view.reading.quiet.show_all_button.click()
    assert view.reading.model.rowCount() == 2
    assert kept.queries[-1] == VisitQuery()
    assert view.reading.finder.search.text() == ""


def test_a_long_list_is_asked_for_a_page_at_a_time_and_what_is_read_stays(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    first = kept.rows[0]
    kept.rows = [VisitRow(f"v{n:03}", "site.example", first.started - n * 60_000, 0, False) for n in range(450)]
    kept.stories = {row.visit: VisitStory(row, (), ()) for row in kept.rows}
    view.empty()
    view.ask()
    assert view.reading.model.rowCount() == PAGE
    view.reading.list.scrollToBottom()
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 2 * PAGE)
    view.reading.list.setCurrentIndex(view.reading.model.index(PAGE))
    view.reading.list.scrollTo(view.reading.model.index(PAGE), VisitList.ScrollHint.PositionAtTop)
    kept.rows = [VisitRow("new", "new.example", first.started + 60_000, 0, False), *kept.rows]
    view.ask()
    assert view.reading.list.currentIndex().row() == PAGE + 1
    assert abs(view.reading.list.visualRect(view.reading.list.currentIndex()).top()) <= 1
    assert view.reading.story.row is not None
    assert view.reading.story.row.visit == f"v{PAGE:03}"
    assert view.reading.model.rowCount() == 2 * PAGE + 1


def test_a_page_that_comes_after_everything_was_emptied_is_dropped(view: HistoryView, kept: Any) -> None:
    kept.rows = [VisitRow(f"v{n:03}", "site.example", kept.rows[0].started - n, 0, False) for n in range(300)]
    view.empty()
    view.ask()
    kept.hold = True
    view.reading.model.fetchMore()
    view.empty()
    for answer in kept.held:
        answer()
    assert view.reading.model.rowCount() == 0


def test_a_deep_visit_that_is_forgotten_goes_and_the_list_stays_as_deep(view: HistoryView, kept: Any) -> None:
    kept.rows = [VisitRow(f"v{n:03}", "site.example", kept.rows[0].started - n, 0, False) for n in range(300)]
    kept.stories = {row.visit: VisitStory(row, (), ()) for row in kept.rows}
    view.empty()
    view.ask()
    view.reading.model.fetchMore()
    view.reading.list.setCurrentIndex(view.reading.model.index(250))
    press(view, wording.FORGET_VISIT)
    assert kept.forgotten == ["v250"]
    assert view.reading.model.rowCount() == 299
    assert view.reading.model.row_of("v250") == -1


@pytest.fixture
def deep(view: HistoryView, kept: Any) -> HistoryView:
    """300 visits, all of them loaded."""
    kept.rows = [VisitRow(f"v{n:03}", "site.example", kept.rows[0].started - n, 0, False) for n in range(300)]
    view.empty()
    view.ask()
    view.reading.model.fetchMore()
    assert view.reading.model.loaded == 300
    return view


def test_a_deep_visit_that_was_deleted_elsewhere_or_whose_time_is_over_goes(qtbot: QtBot, deep: HistoryView, kept: Any) -> None:
    kept.rows = [row for row in kept.rows if row.visit != "v250"]
    deep.hear(HistoryChanged())
    qtbot.waitUntil(lambda: deep.reading.model.row_of("v250") == -1)
    assert deep.reading.model.loaded == 299


def test_of_a_page_that_has_changed_only_the_first_page_of_visits_is_asked_for(
    qtbot: QtBot, deep: HistoryView, kept: Any, make_page: Callable[..., PageView], monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[int] = []
    monkeypatch.setattr(kept, "visits", lambda _query, _after, limit, _done: limits.append(limit))
    deep.hear(PageUpdated(make_page(), True))
    qtbot.waitUntil(lambda: limits == [PAGE])


def test_deleted_visits_go_from_the_list_also_where_something_of_them_is_still_in_a_file(deep: HistoryView, kept: Any) -> None:
    row = deep.reading.model.row(250)
    assert isinstance(row, VisitRow)
    kept.rows, kept.can_delete, kept.traces = kept.rows[:240], False, ("history.db-wal",)
    deep.reading._forget_site(row)
    assert deep.reading.model.loaded == 240


def test_forgetting_much_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    kept.hold = True
    view.reading.forgetting.wanted.emit(Span("", 0.0, 1e15))
    qtbot.waitUntil(view.reading.working.isVisible)
    assert not view.reading.working.stop_button.isVisible()
    kept.deletion_progress(0.4)
    assert view.reading.working.said.text() == history_wording.forgotten_so_far(0.4)
    assert view.reading.working.stop_button.isVisible()
    view.reading.working.stop_button.click()
    assert kept.cancelled == 1
    kept.can_delete, kept.stopped = False, True
    kept.hold = False
    kept.held.pop()()
    assert not view.reading.working.isVisible()
    assert view.reading.story.said.text() == history_wording.STOPPED


def test_what_is_quick_shows_no_progress(view: HistoryView) -> None:
    view.reading.forgetting.wanted.emit(Span("", 0.0, 1e15))
    assert not view.reading.working.isVisible()
    assert not view.reading.working._soon.isActive()


def test_a_copy_is_asked_for_in_a_window_of_its_own_about_this_visit(view: HistoryView, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[VisitRow] = []

    class Window(QDialog):
        def __init__(self, _theme: object, _actions: object, visit: VisitRow, parent: QWidget) -> None:
            super().__init__(parent)
            self.visit, self.working = visit, False
            opened.append(visit)

    monkeypatch.setattr("netcurtain.ui.saving.window.SaveCopyWindow", Window)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    for _ in range(2):
        view.reading.story.save_button.click()
    assert [visit.visit for visit in opened] == ["v1"]
    (window,) = view.findChildren(Window)
    assert window.isVisible()
    window.close()
    view.reading.story.save_button.click()
    assert len(opened) == 2


@pytest.mark.parametrize("working", [False, True], ids=["asking", "being saved"])
def test_a_copy_of_another_visit_is_asked_for_anew_unless_one_is_being_saved(view: HistoryView, kept: Any, working: bool) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.reading.story.save_button.click()
    (first,) = view.findChildren(SaveCopyWindow)
    if working:
        kept.hold = True
        first.save(CopyWish(CopyKind.ORGANISATION, Path("copy.zip"), "v1"))
        kept.hold = False
    view.reading.list.setCurrentIndex(view.reading.model.index(1))
    view.reading.story.save_button.click()
    (shown,) = [window for window in view.findChildren(SaveCopyWindow) if window.isVisible()]
    assert shown.visit.visit == ("v1" if working else "v2")
    assert kept.cancelled == 0
    shown.close()


def begun(view: HistoryView, kept: Any) -> list[SaveCopyWindow | LetterWindow]:
    """A copy and a letter about each of the two visits."""
    dialogs = [kind(view.reading._theme, kept, row, view) for row in kept.rows for kind in (SaveCopyWindow, LetterWindow)]
    for dialog in dialogs:
        dialog.show()
    return dialogs


WAYS = pytest.mark.parametrize("way", [wording.FORGET_VISIT, wording.FORGET_SITE, ""], ids=["the visit", "the site", "a span of time"])


def forget(view: HistoryView, way: str) -> None:
    """Press one of these, and say that it is meant; "" is a span of time."""
    if way:
        press(view, way)
        if way == wording.FORGET_SITE:
            view.reading.confirm.sure.emit()
    else:
        view.reading.forgetting.wanted.emit(Span("", NOON, NOON + 1))


@WAYS
@pytest.mark.parametrize("in_sight", [True, False], ids=["in sight", "another page in front"])
def test_a_copy_and_a_letter_go_with_a_visit_that_is_forgotten_and_others_stay(
    view: HistoryView, kept: Any, way: str, in_sight: bool
) -> None:
    dialogs = begun(view, kept)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    kept.hold = way != wording.FORGET_VISIT
    forget(view, way)
    kept.hold = False
    if not in_sight and kept.held:
        view.hide()
    for answer in kept.held:
        answer()
    assert [(dialog.visit.visit, dialog.isVisible()) for dialog in dialogs] == [("v1", False)] * 2 + [("v2", True)] * 2
    for dialog in dialogs:
        dialog.close()


def test_a_copy_and_a_letter_stay_where_their_visit_could_not_be_deleted(view: HistoryView, kept: Any) -> None:
    kept.can_delete = False
    dialogs = begun(view, kept)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    press(view, wording.FORGET_VISIT)
    assert all(dialog.isVisible() for dialog in dialogs)
    for dialog in dialogs:
        dialog.close()


@WAYS
@pytest.mark.parametrize("can_read", [True, False], ids=["gone by time", "the history cannot be read just now"])
def test_a_letter_about_another_visit_is_never_closed_unasked(view: HistoryView, kept: Any, way: str, can_read: bool) -> None:
    dialogs = begun(view, kept)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    kept.time_takes("v2")
    kept.can_read = can_read
    forget(view, way)
    assert [(dialog.visit.visit, dialog.isVisible()) for dialog in dialogs] == [("v1", False)] * 2 + [("v2", True)] * 2
    for dialog in dialogs:
        dialog.close()


def test_everything_that_is_forgotten_takes_every_letter_with_it(view: HistoryView, kept: Any) -> None:
    dialogs = begun(view, kept)
    view.reading.forgetting.wanted.emit(Span(""))
    assert kept.erased == 1
    assert not any(dialog.isVisible() for dialog in dialogs)


@pytest.mark.parametrize("can_read", [True, False])
def test_what_could_not_be_deleted_takes_none_even_where_it_cannot_be_read(view: HistoryView, kept: Any, can_read: bool) -> None:
    dialogs = begun(view, kept)
    kept.can_delete, kept.can_read = False, can_read
    view.reading.forgetting.wanted.emit(Span("", 0, 2 * NOON))
    assert all(dialog.isVisible() for dialog in dialogs)
    for dialog in dialogs:
        dialog.close()


def test_what_the_keyboard_copies_from_a_list_is_to_be_kept_nowhere(view: HistoryView) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    for place in (view.reading.list, view.reading.story.card.list):
        QGuiApplication.clipboard().clear()
        place.setCurrentIndex(place.model().index(0, 0))
        QTest.keySequence(place, QKeySequence(QKeySequence.StandardKey.Copy))
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == place.currentIndex().data()
        assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    QGuiApplication.clipboard().clear()


@pytest.fixture
def narrow(view: HistoryView) -> HistoryView:
    view.activateWindow()
    view.resize(640, 500)
    view.reading.list.setFocus()
    return view


def test_in_a_narrow_window_moving_in_the_list_covers_it_not_but_enter_does(narrow: HistoryView) -> None:
    QTest.keyClick(narrow.reading.list, Qt.Key.Key_Down)
    assert narrow.reading.list.isVisible()
    assert not narrow.reading.story.isVisible()
    QTest.keyClick(narrow.reading.list, Qt.Key.Key_Return)
    assert not narrow.reading.list.isVisible()
    assert narrow.reading.story.card.isVisible()
    assert narrow.focusWidget() is narrow.reading.back_button
    QTest.keyClick(narrow.reading.back_button, Qt.Key.Key_Return)
    assert narrow.reading.list.isVisible()
    assert narrow.focusWidget() is narrow.reading.list
    narrow.resize(900, 500)
    assert narrow.reading.list.isVisible()
    assert narrow.reading.story.isVisible()
    assert not narrow.reading.back_button.isVisible()


def test_in_a_narrow_window_what_was_deleted_is_said_in_sight(narrow: HistoryView) -> None:
    narrow.reading.list.setCurrentIndex(narrow.reading.model.index(0))
    narrow.reading.list.activated.emit(narrow.reading.model.index(0))
    press(narrow, wording.FORGET_VISIT)
    assert narrow.reading.story.said.isVisible()
    narrow.empty()
    assert narrow.reading.list.isVisible() or narrow.reading.quiet.isVisible()


def test_every_control_has_a_name(view: HistoryView) -> None:
    view.reading.finder.filters_button.click()
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    controls = [w for w in view.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(controls) > 12
    assert [w for w in controls if not w.accessibleName()] == []


def test_tab_goes_through_all_of_it_and_back_to_the_search(view: HistoryView) -> None:
    view.activateWindow()
    view.reading.finder.filters_button.click()
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.reading.finder.search.setFocus()
    walked: list[QWidget | None] = []
    for _ in range(30):
        focused = view.focusWidget()
        assert focused is not None
        if focused in walked:
            break
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    card, finder = view.reading.story.card, view.reading.finder
    assert walked == [
        finder.search,
        finder.groups[Grouping.BY_DAY],  # of some of which one is chosen Tab comes to that one
        finder.filters_button,
        finder.sensitive,
        finder.told,
        finder.company_button,
        view.reading.list,
        view.reading.forgetting,
        card.tabs[0],
        card.list,
        card.save_button,
        card.changed_button,
        card.forget_visit_button,
        card.forget_site_button,
    ]
