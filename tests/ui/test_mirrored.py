"""What our widgets paint themselves turns around with the language, as Qt's own layouts do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.button import Button, Kind
from netcurtain.ui.choice import Choices, Option
from netcurtain.ui.mirrored import margins, placed
from netcurtain.ui.switch import Switch
from netcurtain.ui.theme import Theme


@pytest.mark.parametrize(
    ("way", "rect", "room"),
    [
        (Qt.LayoutDirection.LeftToRight, QRectF(10, 5, 20, 8), QMargins(1, 2, 3, 4)),
        (Qt.LayoutDirection.RightToLeft, QRectF(70, 5, 20, 8), QMargins(3, 2, 1, 4)),
    ],
)
def test_a_part_and_the_room_around_it_change_sides(qtbot: QtBot, way: Qt.LayoutDirection, rect: QRectF, room: QMargins) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(way)
    widget.resize(100, 40)
    assert placed(widget, QRectF(10, 5, 20, 8)) == rect
    assert margins(widget, 1, 2, 3, 4) == room


def weight(image: QImage) -> float:
    """Where what is drawn lies on the whole, from 0 at the left to 1 at the right."""
    empty = image.pixel(image.width() // 2, 12)
    drawn = [x for x in range(image.width()) for y in range(10, image.height() - 10) if image.pixel(x, y) != empty]
    return sum(drawn) / len(drawn) / image.width()


@pytest.mark.parametrize(
    ("make", "first"),
    [
        (lambda theme: Choices(theme, "Which?", [Option("")]), True),
        (lambda theme: Switch(theme, ""), False),
        (lambda theme: Button(theme, 20 * " ", Kind.PLAIN, icon="plug"), True),
    ],
    ids=["choice", "switch", "button"],
)
def test_what_a_widget_paints_changes_sides(qtbot: QtBot, theme: Theme, make: Callable[[Theme], QWidget], first: bool) -> None:
    seen = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.setLayoutDirection(way)
        widget = make(theme)
        widget.setParent(parent)
        widget.resize(400, widget.sizeHint().height())
        seen.append(weight(widget.grab().toImage()))
    assert seen[0] + seen[1] == pytest.approx(1, abs=0.03)
    assert abs(seen[0] - seen[1]) > 0.05
    assert (seen[0] < seen[1]) is first
