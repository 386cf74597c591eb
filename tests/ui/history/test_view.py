from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.core.event import LinkChanged, PageUpdated, PageView
from netcurtain.ui import wording
from netcurtain.ui.button import Button
from netcurtain.ui.history.view import HistoryView
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
    QTest.keyClicks(view.search, "other")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert kept.searches == ["", "other"]


def test_a_visit_opens_to_its_story_and_requests(view: HistoryView) -> None:
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.story.moments.rowCount() == 2
    assert view.story.requests.rowCount() == 1


def test_forgetting_a_visit_says_so_and_takes_it_away(view: HistoryView, kept: Any) -> None:
    view.list.setCurrentIndex(view.model.index(0))
    view.grab()
    press(view, wording.FORGET_VISIT)
    assert kept.forgotten == ["v1"]
    assert view.model.row_of("v1") == -1
    assert view.story.said.text() == wording.DELETED
    assert view.story.said.isVisible()
    assert view.story.moments.rowCount() == 0


def test_forgetting_a_site_names_the_site(view: HistoryView, kept: Any) -> None:
    view.list.setCurrentIndex(view.model.index(1))
    press(view, wording.FORGET_SITE)
    assert kept.forgotten == ["other.example"]
    assert view.story.said.text() == wording.DELETED


def test_it_never_says_deleted_when_it_was_not(view: HistoryView, kept: Any) -> None:
    kept.can_delete = False
    view.list.setCurrentIndex(view.model.index(0))
    press(view, wording.FORGET_VISIT)
    assert view.story.said.text() == wording.NOT_DELETED
    assert view.story.said.isVisible()
    assert view.model.row_of("v1") == 0


def test_a_late_answer_to_an_old_search_is_dropped(view: HistoryView, kept: Any) -> None:
    kept.hold = True
    view.search.setText("other")
    view.ask()
    view.search.setText("site")
    view.ask()
    older, newer = kept.held
    newer()
    older()
    assert [view.model.index(row).data() for row in range(view.model.rowCount())] == ["site.example"]


def test_news_are_asked_for_and_the_open_visit_stays_open(
    qtbot: QtBot, view: HistoryView, kept: Any, make_page: Callable[..., PageView]
) -> None:
    view.list.setCurrentIndex(view.model.index(1))
    asked = len(kept.searches)
    view.hear(LinkChanged(1))
    view.hear(PageUpdated(make_page(), True))
    view.hear(PageUpdated(make_page()))
    kept.rows = [kept.rows[0].__class__("v3", "new.example", kept.rows[0].started, 0, False), *kept.rows]
    qtbot.waitUntil(lambda: view.model.rowCount() == 3)
    assert len(kept.searches) == asked + 1
    assert view.list.currentIndex().data() == "other.example"


def test_nothing_found_says_so(qtbot: QtBot, view: HistoryView) -> None:
    view.search.setText("zzz")
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    assert wording.NONE_FOUND in [child.text() for child in view.findChildren(type(view.story.said)) if child.isVisible()]
