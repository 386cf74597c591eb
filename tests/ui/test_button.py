import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.button import AROUND, PLAIN_AROUND, Button, Kind, in_line
from netcurtain.ui.theme import LIGHT, STEP, Theme


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=["return", "enter", "space"])
@pytest.mark.parametrize("kind", list(Kind))
def test_it_can_be_pressed_by_keyboard(qtbot: QtBot, theme: Theme, kind: Kind, key: Qt.Key) -> None:
    button = Button(theme, "Press", kind)
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, key)
    assert len(pressed) == 1
    button.close()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_plain_button_has_room_for_its_ring_and_its_words_can_be_in_line(
    qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(direction)
    button, above = Button(theme, "Back", Kind.PLAIN, parent=window), QLabel("Words", window)
    words, column = QVBoxLayout(), QVBoxLayout(window)
    words.setContentsMargins(AROUND, 0, AROUND, 0)
    words.addWidget(above)
    column.setContentsMargins(20, 0, 20, 0)
    column.addLayout(words)
    column.addLayout(in_line(button))
    window.resize(300, 200)
    window.show()
    picture = button.grab().toImage()
    paper = picture.pixelColor(0, 0)
    inked = [x for x in range(picture.width()) if any(picture.pixelColor(x, y) != paper for y in range(picture.height()))]
    room = theme.ring + STEP // 2
    assert room <= min(inked)
    assert max(inked) < picture.width() - room
    if direction == Qt.LayoutDirection.LeftToRight:
        assert button.x() + PLAIN_AROUND == above.x()
    else:
        assert button.geometry().right() - PLAIN_AROUND == above.geometry().right()
    window.close()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_can_begin_where_other_buttons_have_their_edge(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> None:
    button = Button(theme, "Hill", Kind.PLAIN, flush=True)
    qtbot.addWidget(button)
    button.setLayoutDirection(direction)
    button.resize(button.sizeHint())
    picture = button.grab().toImage()
    paper = picture.pixelColor(0, 0)
    inked = [x for x in range(picture.width()) if any(picture.pixelColor(x, y) != paper for y in range(picture.height()))]
    begins = min(inked) if direction == Qt.LayoutDirection.LeftToRight else picture.width() - 1 - max(inked)
    assert AROUND <= begins < PLAIN_AROUND
    button.close()


def test_it_can_come_to_ask_for_less(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Press", Kind.FILLED)
    qtbot.addWidget(button)
    room = button.sizeHint()
    filled = button.grab().toImage().pixelColor(2 * AROUND, button.height() // 2)
    button.show_kind(Kind.OUTLINED)
    assert filled.name().upper() == LIGHT.teal
    assert button.grab().toImage().pixelColor(2 * AROUND, button.height() // 2).name().upper() == LIGHT.card
    assert button.sizeHint() == room


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.ShortcutFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)],
    ids=["tab", "shortcut", "mouse"],
)
def test_a_ring_shows_where_the_keyboard_is(qtbot: QtBot, theme: Theme, reason: Qt.FocusReason, ringed: bool) -> None:
    button = Button(theme, "Press", Kind.OUTLINED)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitActive(button):
        button.activateWindow()
    button.clearFocus()
    button.setFocus(reason)
    edge = QColor(button.grab().toImage().pixelColor(button.width() // 2, 1))
    assert (edge.name().upper() == LIGHT.teal) is ringed
    button.close()
