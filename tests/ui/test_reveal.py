import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.reveal import reveal, reveal_what_tab_comes_to


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
