import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.beside import Beside


class Block(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)


def row_of(qtbot: QtBot, count: int) -> tuple[QWidget, Beside, list[Block]]:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = Beside(widget, 10)
    blocks = [Block(widget) for _ in range(count)]
    for block in blocks:
        layout.addWidget(block)
    return widget, layout, blocks


@pytest.mark.parametrize(
    ("count", "width", "columns"),
    [(2, 210, 2), (2, 209, 1), (3, 320, 3), (3, 319, 1), (4, 430, 4), (4, 429, 2), (4, 209, 1), (1, 50, 1)],
)
def test_there_are_as_many_columns_as_have_room_and_no_ragged_row(qtbot: QtBot, count: int, width: int, columns: int) -> None:
    widget, layout, blocks = row_of(qtbot, count)
    assert layout.columns(width) == columns
    rows = count // columns
    assert layout.heightForWidth(width) == rows * 40 + (rows - 1) * 10
    assert layout.minimumSize() == QSize(60, 40)
    assert layout.count() == len(blocks) == len(widget.children()) - 1


@pytest.mark.parametrize(
    ("direction", "lefts"), [(Qt.LayoutDirection.LeftToRight, [0, 160]), (Qt.LayoutDirection.RightToLeft, [160, 0])], ids=["left", "right"]
)
def test_they_stand_in_the_order_in_which_one_reads(qtbot: QtBot, direction: Qt.LayoutDirection, lefts: list[int]) -> None:
    widget, _, blocks = row_of(qtbot, 2)
    widget.setLayoutDirection(direction)
    widget.resize(310, 40)
    widget.show()
    assert [block.geometry().left() for block in blocks] == lefts
    assert {block.width() for block in blocks} == {150}
