from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.fake_app import NOON

from netcurtain.core.event import LinkChanged, PageUpdated, PageView
from netcurtain.core.keeping import Kept
from netcurtain.history.rows import Gap
from netcurtain.ui import wording
from netcurtain.ui.button import Button
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.forgetting import Span
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.mark import Glyph
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


def test_typing_searches_once_one_stops(qtbot: QtBot, view: HistoryView, kept: Any) -> None:
    QTest.keyClicks(view.reading.finder.search, "other")
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 1)
    assert kept.searches == ["", "other"]


def test_a_visit_opens_to_its_story_and_requests(view: HistoryView) -> None:
    QTest.keyClick(view.reading.list, Qt.Key.Key_Down)
    assert view.reading.story.moments.rowCount() == 2
    assert view.reading.story.requests.rowCount() == 1


def test_forgetting_a_visit_says_so_and_takes_it_away(view: HistoryView, kept: Any) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.grab()
    press(view, wording.FORGET_VISIT)
    assert kept.forgotten == ["v1"]
    assert view.reading.model.row_of("v1") == -1
    assert view.reading.story.said.text() == wording.DELETED
    assert view.reading.story.said.isVisible()
    assert view.reading.story.moments.rowCount() == 0


def test_forgetting_a_site_names_the_site_and_is_asked_first(view: HistoryView, kept: Any) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(1))
    press(view, wording.FORGET_SITE)
    confirm = view.reading.confirm
    assert confirm.question.text() == history_wording.forget_site_question("other.example")
    assert (confirm.leave_button.text(), confirm.sure_button.text()) == ("Leave them as they are", "Forget them")
    assert kept.forgotten == []
    view.reading.confirm.sure_button.click()
    assert kept.forgotten == ["other.example"]
    assert view.reading.story.said.text() == wording.DELETED


def test_a_visit_that_is_kept_is_forgotten_only_once_the_person_is_sure(view: HistoryView, kept: Any) -> None:
    view.activateWindow()
    story = kept.stories["v1"]
    kept.stories["v1"] = replace(story, row=replace(story.row, on_disk=True))
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    press(view, wording.FORGET_VISIT)
    confirm = view.reading.confirm
    assert confirm.question.text() == history_wording.forget_visit_question("site.example")
    assert (confirm.leave_button.text(), confirm.sure_button.text()) == ("Leave it as it is", "Forget it")
    view.reading.confirm.leave_button.click()
    assert kept.forgotten == []
    assert view.focusWidget() is view.reading.story.forget_visit_button
    press(view, wording.FORGET_VISIT)
    view.reading.confirm.sure_button.click()
    assert kept.forgotten == ["v1"]


def away(view: HistoryView) -> None:
    view.empty()


def another_visit(view: HistoryView) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(0))


def another_question(view: HistoryView) -> None:
    view.reading.forgetting.ask(Span(""))


@pytest.mark.parametrize("way", [away, another_visit, another_question])
def test_that_question_goes_with_what_it_was_about(view: HistoryView, kept: Any, way: Callable[[HistoryView], None]) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(1))
    view.reading.forgetting.ask(Span(""))
    press(view, wording.FORGET_SITE)
    assert not view.reading.forgetting.confirm.isVisible()
    way(view)
    assert not view.reading.confirm.isVisible()
    view.reading.confirm.sure.emit()
    assert kept.forgotten == []


@pytest.mark.parametrize("left", [1, 0])
def test_after_a_visit_was_forgotten_the_keyboard_is_on_the_list(view: HistoryView, kept: Any, left: int) -> None:
    kept.rows = kept.rows[: left + 1]
    view.ask()
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.reading.story.forget_visit_button.setFocus()
    press(view, wording.FORGET_VISIT)
    assert view.focusWidget() is (view.reading.list if left else view.reading.finder.search)
    assert view.reading.story.said.text() == wording.DELETED
    assert view.reading.story.said.isVisible()


def test_it_never_says_deleted_when_it_was_not(view: HistoryView, kept: Any) -> None:
    kept.can_delete = False
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    press(view, wording.FORGET_VISIT)
    assert view.reading.story.said.text() == wording.NOT_DELETED
    assert view.reading.story.said.isVisible()
    assert view.reading.model.row_of("v1") == 0


def test_a_late_answer_to_an_old_search_is_dropped(view: HistoryView, kept: Any) -> None:
    kept.hold = True
    for word in ("other", "o", "site"):
        view.reading.finder.search.setText(word)
        view.ask()
    assert kept.searches == ["", "other"]
    kept.held.pop()()
    assert view.reading.model.rowCount() == 2  # neither the answer to "other" nor to "o", which nobody waits for any more
    kept.held.pop()()
    assert kept.searches == ["", "other", "site"]
    assert [view.reading.model.index(row).data() for row in range(view.reading.model.rowCount())] == ["site.example"]


def test_news_are_asked_for_and_the_open_visit_stays_open(
    qtbot: QtBot, view: HistoryView, kept: Any, make_page: Callable[..., PageView]
) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(1))
    asked = len(kept.searches)
    view.hear(LinkChanged(1))
    view.hear(PageUpdated(make_page(), True))
    view.hear(PageUpdated(make_page()))
    kept.rows = [kept.rows[0].__class__("v3", "new.example", kept.rows[0].started, 0, False), *kept.rows]
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 3)
    assert len(kept.searches) == asked + 1
    assert view.reading.list.currentIndex().data() == "other.example"


def test_nothing_found_says_so(qtbot: QtBot, view: HistoryView) -> None:
    view.reading.finder.search.setText("zzz")
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 0)
    assert wording.NONE_FOUND in [child.text() for child in view.findChildren(type(view.reading.story.said)) if child.isVisible()]


def test_a_visit_is_asked_to_be_picked_only_where_there_is_one(
    qtbot: QtBot, view: HistoryView, seen: Callable[[QWidget], list[str]]
) -> None:
    story = view.reading.story
    assert seen(story) == [wording.PICK_A_VISIT]
    view.reading.finder.search.setText("weather")
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 0)
    assert seen(story) == []
    assert not any(glyph.isVisible() for glyph in story.findChildren(Glyph))
    view.reading.quiet.show_all_button.click()
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 2)
    assert seen(story) == [wording.PICK_A_VISIT]
    assert any(glyph.isVisible() for glyph in story.findChildren(Glyph))


def test_where_there_are_only_gaps_it_says_what_is_listed_here(view: HistoryView, kept: Any, seen: Callable[[QWidget], list[str]]) -> None:
    kept.stand, kept.rows, kept.gap_rows = Kept.OPEN, [], [Gap(NOON, NOON + 600_000)]
    view.ask()
    assert view.reading.model.rowCount() == 1
    assert seen(view.reading.story) == [wording.NO_VISITS_MORE]


def test_what_was_forgotten_last_is_said_also_where_nothing_is_left_to_pick(
    qtbot: QtBot, view: HistoryView, kept: Any, seen: Callable[[QWidget], list[str]]
) -> None:
    del kept.rows[1]
    view.ask()
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 1)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    press(view, wording.FORGET_VISIT)
    qtbot.waitUntil(lambda: view.reading.model.rowCount() == 0)
    assert seen(view.reading.story) == [wording.DELETED]


def test_a_file_that_still_has_something_of_it_is_named(view: HistoryView, kept: Any) -> None:
    kept.traces = ("history.db-wal",)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    press(view, wording.FORGET_VISIT)
    assert view.reading.story.said.text() == wording.still_in(("history.db-wal",))


@pytest.fixture
def opened(view: HistoryView, kept: Any) -> HistoryView:
    kept.stand = Kept.OPEN
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    return view


@pytest.mark.parametrize("stand", list(Kept))
def test_keeping_is_offered_only_where_there_is_an_open_history(view: HistoryView, kept: Any, stand: Kept) -> None:
    kept.stand = stand
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    assert view.reading.story.keep_button.isVisible() is (stand is Kept.OPEN)


def test_a_visit_is_kept_and_says_so_and_is_not_offered_again(qtbot: QtBot, opened: HistoryView, kept: Any) -> None:
    opened.reading.story.keep_button.setFocus()
    QTest.keyClick(opened.reading.story.keep_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.reading.story.note.text() == history_wording.KEPT)
    assert kept.asked_to_keep == ["v1"]
    assert not opened.reading.story.keep_button.isVisible()
    assert "kept" in opened.reading.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    opened.reading.list.setCurrentIndex(opened.reading.model.index(1))
    assert opened.reading.story.keep_button.isVisible()
    assert opened.reading.story.note.text() == ""


def test_a_visit_that_could_not_be_kept_says_so(qtbot: QtBot, opened: HistoryView, kept: Any) -> None:
    kept.can_keep = False
    opened.reading.story.keep_button.click()
    qtbot.waitUntil(lambda: opened.reading.story.note.text() == history_wording.NOT_KEPT)
    assert opened.reading.story.keep_button.isVisible()


def test_gaps_are_listed_only_without_a_search_and_beside_one_no_story_stays(qtbot: QtBot, opened: HistoryView, kept: Any) -> None:
    kept.gap_rows = [Gap(kept.rows[1].started + 1, kept.rows[0].started - 1)]
    opened.ask()
    assert opened.reading.model.rowCount() == 3
    opened.reading.list.setCurrentIndex(opened.reading.model.index(1))
    assert opened.reading.story.moments.rowCount() == 0
    opened.ask()
    assert opened.reading.story.moments.rowCount() == 0
    opened.grab()
    opened.reading.finder.search.setText("example")
    qtbot.waitUntil(lambda: opened.reading.model.rowCount() == 2)


@pytest.mark.parametrize(
    ("span", "left"),
    [(Span("", 0.0, 1e15), 0), (Span("", 0.0, 1.0), 2), (Span(""), 0)],
    ids=["all of the time there is", "long ago", "everything"],
)
def test_a_span_is_forgotten_and_what_came_of_it_is_said(view: HistoryView, kept: Any, span: Span, left: int) -> None:
    view.reading.forgetting.wanted.emit(span)
    assert view.reading.model.rowCount() == left
    assert view.reading.story.said.text() == wording.DELETED
    assert (kept.spans, kept.erased) == (([], 1) if span.since is None else ([(span.since, span.until)], 0))


def test_the_menu_offers_the_day_of_the_visit_that_is_read_and_hiding_forgets_it(view: HistoryView, kept: Any) -> None:
    view.reading.list.setCurrentIndex(view.reading.model.index(1))
    view.reading.forgetting.open_menu()
    day = history_wording.day_of(kept.rows[1].started)
    assert day in [action.text() for action in view.reading.forgetting.offers.actions()]
    view.empty()
    view.reading.forgetting.open_menu()
    assert day not in [action.text() for action in view.reading.forgetting.offers.actions()]
    view.reading.forgetting.empty()
