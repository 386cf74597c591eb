from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.request import Fate
from netcurtain.core.settings import ThemeChoice
from netcurtain.history.rows import RequestRow
from netcurtain.ui.history.request_delegate import RequestDelegate, _parts
from netcurtain.ui.history.story_model import RequestModel
from netcurtain.ui.history.story_parts import StoryList
from netcurtain.ui.theme import Colour, Size, Theme

USUAL = RequestRow(0.0, "t.example", "Meta", "||t.example^", "EasyPrivacy", Fate.ANSWERED)
LONG = RequestRow(0.0, f"{'collect-' * 12}t.example", "Meta", f"||{'collect-' * 12}t.example^$third-party", "EasyPrivacy", Fate.ANSWERED)
NAMELESS = RequestRow(0.0, "t.example", "t.example", "", "", Fate.SENT)


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme) -> Iterator[StoryList]:
    host = QWidget()
    qtbot.addWidget(host)
    model = RequestModel(host)
    model.show((USUAL, LONG, NAMELESS))
    listed = StoryList(theme, "Requests", model, RequestDelegate, host)
    listed.resize(420, 600)
    host.resize(420, 600)
    host.show()
    yield listed
    host.close()


def show(listed: StoryList, *rows: RequestRow) -> None:
    model = listed.model()
    assert isinstance(model, RequestModel)
    model.show(rows)


def heights(listed: StoryList) -> list[int]:
    return [listed.visualRect(listed.model().index(row, 0)).height() for row in range(3)]


@pytest.mark.parametrize("size", [100, 200])
def test_no_request_is_wider_than_the_list_and_a_long_one_has_more_lines(listed: StoryList, theme: Theme, size: int) -> None:
    theme.choose(ThemeChoice.SYSTEM, size)
    try:
        usual, long, nameless = heights(listed)
        assert nameless < usual < long
        listed.resize(300, 600)
        assert heights(listed)[1] > long
        assert listed.horizontalScrollBar().maximum() == 0
        assert all(listed.visualRect(listed.model().index(row, 0)).width() <= listed.viewport().width() for row in range(3))
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)


def test_larger_text_has_higher_rows_and_a_higher_list(listed: StoryList, theme: Theme) -> None:
    before, least = heights(listed), listed.minimumHeight()
    theme.choose(ThemeChoice.SYSTEM, 200)
    try:
        assert all(now > then for now, then in zip(heights(listed), before, strict=True))
        assert listed.minimumHeight() == 2 * least
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)
    assert (heights(listed), listed.minimumHeight()) == (before, least)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_painted_from_the_side_where_reading_begins(listed: StoryList, direction: Qt.LayoutDirection) -> None:
    listed.setLayoutDirection(direction)
    picture = listed.viewport().grab().toImage()
    paper = picture.pixelColor(picture.width() // 2, 2)
    edge = range(8, 14) if direction == Qt.LayoutDirection.LeftToRight else range(picture.width() - 14, picture.width() - 8)
    assert any(picture.pixelColor(x, y) != paper for x in edge for y in range(8, 40))


@pytest.mark.parametrize(
    ("row", "who", "where"),
    [
        (USUAL, "Meta", ["t.example"]),
        (NAMELESS, "t.example", []),
        (replace(USUAL, organisation=""), "t.example", []),
    ],
    ids=["a company", "known by its address", "no company"],
)
def test_the_address_stands_below_the_company_and_alone_where_there_is_none(row: RequestRow, who: str, where: list[str]) -> None:
    parts = _parts(row)
    assert [words for words, size, _ in parts if size is Size.BODY] == [who]
    assert [words for words, size, colour in parts[2:] if (size, colour) == (Size.SMALL, Colour.SOFT) and "Filter" not in words] == where


def test_a_line_parts_each_request_from_the_next_and_none_is_below_the_last(listed: StoryList, theme: Theme) -> None:
    listed.clearFocus()  # its ring would cover a line
    heights(listed)
    picture = listed.viewport().grab().toImage()
    bottoms = [listed.visualRect(listed.model().index(row, 0)).bottom() for row in range(3)]
    line = theme.colour(Colour.LINE)
    assert [any(picture.pixelColor(200, y) == line for y in (bottom - 1, bottom)) for bottom in bottoms] == [True, True, False]


def test_once_a_visit_is_let_go_of_no_word_of_it_is_remembered(listed: StoryList) -> None:
    heights(listed)
    assert listed.rows._heights
    show(listed)
    heights(listed)
    assert listed.rows._heights == {}


def test_only_another_width_has_rows_measured_anew_and_heights_of_others_are_let_go_of(listed: StoryList) -> None:
    heights(listed)
    known = dict(listed.rows._heights)
    listed.rows._heights[("kept", Size.SMALL, 1, False)] = 1.0
    listed.resize(420, 500)
    heights(listed)
    assert ("kept", Size.SMALL, 1, False) in listed.rows._heights
    for width in range(300, 400, 10):
        listed.resize(width, 500)
        heights(listed)
    assert len(listed.rows._heights) == len(known)


def test_the_keyboard_comes_to_it_only_where_there_is_a_row_to_come_to(listed: StoryList) -> None:
    assert listed.focusPolicy() is Qt.FocusPolicy.StrongFocus
    show(listed)
    assert listed.focusPolicy() is Qt.FocusPolicy.NoFocus
    show(listed, USUAL)
    assert listed.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_request_that_comes_leaves_the_keyboard_where_it_is(listed: StoryList) -> None:
    show(listed, *(replace(USUAL, time=float(n)) for n in range(40)))
    listed.setCurrentIndex(listed.model().index(30, 0))
    at = listed.visualRect(listed.currentIndex())
    show(listed, *(replace(USUAL, time=float(n)) for n in range(41)))
    assert listed.currentIndex().row() == 30
    assert listed.visualRect(listed.currentIndex()) == at


def test_in_a_low_window_the_row_that_the_keyboard_comes_to_is_in_sight(qtbot: QtBot, theme: Theme) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    model = RequestModel(page)
    model.show(tuple(replace(USUAL, time=float(n)) for n in range(40)))
    listed = StoryList(theme, "Requests", model, RequestDelegate, page)
    listed.setFixedHeight(400)
    column = QVBoxLayout(page)
    column.addSpacing(300)
    column.addWidget(listed)
    column.addSpacing(300)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(420, 140)
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    listed.setFocus(Qt.FocusReason.TabFocusReason)

    def in_sight(row: int) -> bool:
        rect = listed.visualRect(listed.currentIndex())
        top = listed.viewport().mapTo(area.viewport(), rect.topLeft()).y()
        return listed.currentIndex().row() == row and top >= 0 and top + rect.height() <= area.viewport().height()

    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_End, 39), (Qt.Key.Key_Up, 38), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(listed, key)
        qtbot.waitUntil(lambda row=row: in_sight(row))  # type: ignore[misc]
    area.close()
