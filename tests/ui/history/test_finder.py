from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.history.rows import VisitQuery
from netcurtain.ui.button import TAB_AROUND, Button
from netcurtain.ui.history import wording
from netcurtain.ui.history.finder import SEARCH_INSIDE, Finder
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.theme import STEP, TARGET, Theme


@pytest.fixture
def finder(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[Finder]:
    fake_app.company_visits = {"AT&T": {"v1", "v2"}, "Meta\u202e": {"v1"}}
    finder = Finder(theme, fake_app, None)  # type: ignore[arg-type]
    qtbot.addWidget(finder)
    finder.resize(360, 400)
    finder.show()
    finder.filters_button.click()
    yield finder
    finder.close()


def test_nothing_is_asked_for_before_somebody_asks(finder: Finder) -> None:
    assert finder.query == VisitQuery()
    assert not finder.fewer


@pytest.mark.parametrize(
    ("toggle", "query"), [("sensitive", VisitQuery(sensitive=True)), ("told", VisitQuery(told=True))], ids=["personal form", "told"]
)
def test_a_filter_holds_until_it_is_pressed_again(qtbot: QtBot, finder: Finder, toggle: str, query: VisitQuery) -> None:
    button: Button = getattr(finder, toggle)
    with qtbot.waitSignal(finder.asked):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert finder.query == query
    assert finder.filters_button.accessibleName() == wording.filters_in_use(1)
    assert button.accessibleDescription()
    button.click()
    assert finder.query == VisitQuery()
    assert finder.filters_button.text() == wording.FILTERS


def test_a_company_is_picked_from_those_of_the_history_and_given_up_again(qtbot: QtBot, finder: Finder) -> None:
    finder.company_button.click()
    assert [action.text() for action in finder.companies.actions()] == [wording.ANY_COMPANY, "AT&&T", "Meta<U+202E>"]
    with qtbot.waitSignal(finder.asked):
        finder.companies.actions()[2].trigger()
    assert finder.query == VisitQuery(company="Meta\u202e")
    assert finder.company_button.accessibleName() == wording.company_filter("Meta<U+202E>")
    finder.open_companies()
    assert [action.isChecked() for action in finder.companies.actions()] == [False, False, True]
    finder.companies.actions()[0].trigger()
    assert finder.query == VisitQuery()
    finder.companies.close()


def test_companies_that_come_when_nobody_waits_for_them_open_nothing(finder: Finder, fake_app: Any) -> None:
    fake_app.hold = True
    finder.open_companies()
    finder.empty()
    fake_app.held.pop()()
    assert finder.companies.actions() == []


@pytest.mark.parametrize("grouping", list(Grouping))
def test_only_one_way_to_list_them_is_chosen(qtbot: QtBot, finder: Finder, grouping: Grouping) -> None:
    with qtbot.waitSignal(finder.asked):
        finder.groups[grouping].click()
    assert [button.isChecked() for button in finder.groups.values()] == [other is grouping for other in Grouping]
    assert finder.query.chosen is (grouping is Grouping.KEPT)
    finder.groups[grouping].click()
    assert finder.groups[grouping].isChecked()


def test_emptied_nothing_of_it_is_left_and_nobody_is_told(qtbot: QtBot, finder: Finder) -> None:
    finder.search.setText("site")
    finder.sensitive.click()
    finder.pick_company("AT&T")
    finder.groups[Grouping.BY_SITE].click()
    with qtbot.assertNotEmitted(finder.asked, wait=200):
        finder.empty()
    finder.search.undo()
    assert finder.query == VisitQuery()
    assert finder.company_button.text() == wording.ANY_COMPANY
    assert not finder.filters.isVisible()


def test_what_can_be_pressed_is_large_enough_and_in_sight(qtbot: QtBot, finder: Finder) -> None:
    buttons = [button for button in finder.findChildren(Button) if button.isVisible()]
    assert len(buttons) == 7
    for button in buttons:
        assert min(button.width(), button.height()) >= TARGET
        qtbot.waitUntil(lambda button=button: finder.rect().contains(button.geometry()) or button.parentWidget() is finder.filters)  # type: ignore[misc]
        assert button.mapTo(finder, button.rect().bottomRight()).x() < finder.width()


@pytest.mark.parametrize("width", range(360, 1000, 40))
def test_the_words_in_the_search_can_be_read_however_much_the_ways_beside_it_say(qtbot: QtBot, finder: Finder, width: int) -> None:
    finder.resize(width, 400)
    for toggle in (finder.sensitive, finder.told):
        toggle.click()
    words = finder.search.fontMetrics().horizontalAdvance(finder.search.placeholderText())
    qtbot.waitUntil(lambda: finder.search.width() >= words + 2 * STEP)


def test_in_a_wide_window_the_ways_stand_beside_the_search(qtbot: QtBot, finder: Finder) -> None:
    finder.resize(1000, 400)
    way = finder.groups[Grouping.BY_DAY]
    qtbot.waitUntil(lambda: way.x() > finder.search.geometry().right())


def test_the_words_of_the_ways_to_list_are_in_line_with_those_of_the_search(finder: Finder) -> None:
    words = finder.search.mapTo(finder, finder.search.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()).x()
    assert abs(finder.groups[Grouping.KEPT].x() + TAB_AROUND - words) <= 2


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_ways_to_list_begin_at_the_side_where_reading_begins_all_in_one_line(
    qtbot: QtBot, theme: Theme, fake_app: Any, direction: Qt.LayoutDirection
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    finder = Finder(theme, fake_app, host)
    finder.resize(377, 300)
    host.resize(377, 300)
    host.show()
    tab = finder.groups[Grouping.KEPT].geometry()
    before = tab.left() if direction == Qt.LayoutDirection.LeftToRight else finder.rect().right() - tab.right()
    assert before + TAB_AROUND == SEARCH_INSIDE
    assert len({button.y() for button in (*finder.groups.values(), finder.filters_button)}) == 1
    host.close()
