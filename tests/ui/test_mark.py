from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.mark import Flow

LEFT, TOP, RIGHT, BOTTOM = 30, 5, 10, 7


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_stands_in_a_row_keeps_off_the_room_around_it_and_goes_on_to_the_next_line_within(
    window: QWidget, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    parts = [QWidget(window) for _ in range(3)]
    row = Flow(between=8)
    row.setContentsMargins(LEFT, TOP, RIGHT, BOTTOM)
    for part in parts:
        part.setFixedSize(60, 40)
        row.addWidget(part)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(row)
    assert row.sizeHint().width() == LEFT + 3 * 60 + 2 * 8 + RIGHT
    assert row.minimumSize().width() == LEFT + 60 + RIGHT
    window.resize(LEFT + 2 * 60 + 8 + RIGHT, 200)
    window.show()
    assert row.heightForWidth(window.width()) == TOP + 2 * 40 + BOTTOM
    first, second, third = (part.geometry() for part in parts)
    if direction == Qt.LayoutDirection.LeftToRight:
        assert (first.left(), second.right()) == (LEFT, window.width() - RIGHT - 1)
    else:
        assert (second.left(), first.right()) == (LEFT, window.width() - RIGHT - 1)
    assert (third.left(), third.top()) == (first.left(), first.top() + 40)
