from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.reveal import reveal, reveal_row, reveal_what_tab_comes_to


@pytest.mark.parametrize("height", [100, 900], ids=["what fits", "what does not"])
def test_what_unfolds_comes_into_sight_from_its_top(qtbot: QtBot, height: int) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    page, part = QWidget(), QWidget()
    column = QVBoxLayout(page)
    for widget, tall in ((QWidget(), 1000), (part, height), (QWidget(), 1000)):
        widget.setFixedHeight(tall)
        column.addWidget(widget)
    area.setWidget(page)
    area.resize(300, 300)
    area.show()
    reveal(part)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert -1 <= top <= 300 - min(height, 300)


@pytest.mark.parametrize("by_mouse", [False, True], ids=["by keyboard", "by mouse"])
def test_what_the_keyboard_comes_to_is_in_sight_and_what_a_mouse_presses_stays_where_it_is(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, by_mouse: bool
) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    outside, area = QPushButton("outside", window), QScrollArea(window)
    inside = QPushButton("inside", page)
    page.resize(200, 2000)
    inside.move(0, 1500)
    area.setWidget(page)
    area.setGeometry(0, 50, 300, 200)
    window.resize(300, 300)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    outside.setFocus()
    if by_mouse:
        monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    qapp.focusChanged.connect(reveal_what_tab_comes_to)
    try:
        inside.setFocus()
        for _ in range(3):
            qapp.processEvents()
    finally:
        qapp.focusChanged.disconnect(reveal_what_tab_comes_to)
    assert (area.verticalScrollBar().value() > 0) is not by_mouse


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.resize(300, 120)
    area.show()
    yield area
    area.close()


@pytest.fixture
def listed(area: QScrollArea) -> QListView:
    """A list of 500 pixels in a scroll area of 120."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addSpacing(400)
    listed = QListView(page)
    listed.setModel(QStringListModel([f"row {n}" for n in range(200)], listed))
    listed.setFixedHeight(500)
    column.addWidget(listed)
    column.addSpacing(400)
    area.setWidget(page)
    return listed


def in_sight(area: QScrollArea, listed: QListView) -> bool:
    """Whether all of the row that it is at is seen."""
    row = listed.visualRect(listed.currentIndex())
    top = listed.viewport().mapTo(area.viewport(), row.topLeft()).y()
    return top >= 0 and top + row.height() <= area.viewport().height()


@pytest.mark.parametrize("row", [0, 12, 199])
def test_of_a_list_that_is_higher_than_there_is_room_the_row_comes_into_sight_and_not_only_its_top(
    qtbot: QtBot, area: QScrollArea, listed: QListView, row: int
) -> None:
    listed.setCurrentIndex(listed.model().index(row, 0))
    assert not in_sight(area, listed)
    reveal_row(listed)
    qtbot.waitUntil(lambda: in_sight(area, listed))


def test_where_tab_comes_back_to_a_list_the_row_that_it_was_left_at_is_in_sight(
    qapp: QApplication, area: QScrollArea, listed: QListView
) -> None:
    listed.setCurrentIndex(listed.model().index(20, 0))
    reveal_what_tab_comes_to(None, listed)
    for _ in range(5):
        qapp.processEvents()
    assert in_sight(area, listed)
