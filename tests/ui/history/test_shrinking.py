from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.history.shrinking import Shrinking
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import Theme


def test_it_is_as_high_as_it_needs_to_be_and_scrolls_where_there_is_less(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = QWidget()
    inside = QVBoxLayout(part)
    inside.addWidget(Prose(theme, "Words that go on for more than one line. " * 4, parent=part))
    area, below = Shrinking(part, window), QListWidget(window)
    below.setMinimumHeight(8)
    column = QVBoxLayout(window)
    column.addWidget(area)
    column.addWidget(below, 1)
    heights = []
    for width, height in ((600, 500), (300, 500), (300, 90)):
        window.resize(width, height)
        window.show()
        for _ in range(4):
            QApplication.processEvents()
        heights.append(area.height())
        assert (area.verticalScrollBar().maximum() > 0) is (height == 90)
    assert heights[0] < heights[1]
    assert heights[2] < heights[1]
    assert heights[:2] == [part.heightForWidth(600 - 2 * column.contentsMargins().left()), heights[1]]
