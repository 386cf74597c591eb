"""Each check finds what it looks for, in a window made to have it; and nothing in one that has not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.accessible import coloured, contrast, controls, mirror, room, tabbing
from tests.ui.accessible.contrast import over, ratio
from tests.ui.accessible.drawn import in_window
from tests.ui.accessible.looked import LEAST, LOOKS

from netcurtain.ui.button import Button, Kind
from netcurtain.ui.mark import Glyph, Mark
from netcurtain.ui.mirrored import placed
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import Colour, Theme

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[QWidget]:
    assert theme
    window = QWidget()
    window.setObjectName("window")
    window.resize(400, 300)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def put(window: QWidget, widget: QWidget, x: int, y: int, width: int = 200, height: int = 60) -> QWidget:
    widget.setParent(window)
    widget.setGeometry(x, y, width, height)
    widget.show()
    return widget


def test_a_plain_window_has_no_faults(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, "First"), 0, 0)
    put(window, Button(theme, "Second"), 0, 80)
    put(window, Prose(theme, "Words"), 0, 160)
    put(window, Mark(theme, "told", "told", Colour.SKY), 0, 230, 120)
    seen = in_window(window)
    faults = [*controls.faults(window), *tabbing.faults(window), *room.faults(window, seen), *coloured.faults(seen)]
    assert faults == []
    assert min(one.ratio for one in contrast.of_window(window, seen)) >= LEAST["light"]


def test_a_button_without_a_name(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, ""), 0, 0)
    assert len(controls.faults(window)) == 1


def test_a_line_without_a_name(window: QWidget) -> None:
    put(window, QLineEdit(), 0, 0)
    assert len(controls.faults(window)) == 1


def test_two_buttons_that_say_the_same(window: QWidget, theme: Theme) -> None:
    first, second = Button(theme, "Remove"), Button(theme, "Remove")
    put(window, first, 0, 0)
    put(window, second, 0, 80)
    assert len(controls.faults(window)) == 1
    second.setAccessibleDescription("The second one")
    assert controls.faults(window) == []


class Silent(QWidget):
    """It takes the keyboard, and nobody is told what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Something")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def test_a_role_that_does_not_fit(window: QWidget) -> None:
    put(window, Silent(), 0, 0)
    assert [fault for fault in controls.faults(window) if "is told as" in fault]


def test_one_of_some_that_is_told_as_on_or_off(window: QWidget, theme: Theme) -> None:
    tab = Button(theme, "History", Kind.TAB)
    put(window, tab, 0, 0)
    assert controls.faults(window) == []
    tab.setAutoExclusive(False)
    grouped = [put(window, QPushButton(words), 0, y) for words, y in (("One", 80), ("Other", 160))]
    from PySide6.QtWidgets import QButtonGroup

    group = QButtonGroup(window)
    for button in grouped:
        assert isinstance(button, QAbstractButton)
        button.setCheckable(True)
        group.addButton(button)
    assert len([fault for fault in controls.faults(window) if "one of some" in fault]) == 2


def test_a_tab_order_that_jumps_back(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, "Below"), 0, 100)
    put(window, Button(theme, "Above"), 0, 0)
    assert tabbing.faults(window) == ["Tab goes from Button 'Below' back to Button 'Above'"]


def test_what_tab_comes_to_beyond_the_edge(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, "Seen"), 0, 0)
    put(window, Button(theme, "Beyond"), 0, 290)
    assert "Button 'Beyond' has the keyboard out of sight" in tabbing.faults(window)


def test_what_tab_does_not_come_to(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, "First"), 0, 0)
    trap = Trap()
    trap.setAccessibleName("Trap")
    put(window, trap, 0, 80)
    put(window, Button(theme, "Never"), 0, 160)
    assert "Tab does not come to Button 'Never'" in tabbing.faults(window)


class Trap(QPushButton):
    def focusNextPrevChild(self, _next: bool) -> bool:
        return True


def test_words_that_are_too_wide_too_high_or_shortened(window: QWidget, theme: Theme) -> None:
    put(window, Prose(theme, "A few words that need two lines"), 0, 0, 120, 20)
    label = put(window, QLabel("One line that is long"), 0, 100, 60)
    faults = room.faults(window, in_window(window))
    assert any("is higher than" in fault for fault in faults)
    assert any("is wider than" in fault for fault in faults)
    label.hide()
    put(window, Shortened(), 0, 200)
    assert any("is shortened" in fault for fault in room.faults(window, in_window(window)))


class Shortened(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), "Some wo\N{HORIZONTAL ELLIPSIS}")
        painter.end()


def test_two_things_on_each_other(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, "Below"), 0, 0)
    put(window, Prose(theme, "Over it"), 20, 20)
    assert any("stand on each other" in fault for fault in room.faults(window, in_window(window)))


def test_a_page_that_is_wider_than_what_it_is_seen_through(window: QWidget, theme: Theme) -> None:
    page = QWidget()
    page.setFixedSize(600, 100)
    column = QVBoxLayout(page)
    column.addWidget(Prose(theme, "Words", wide=True, parent=page))
    area = QScrollArea(window)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    put(window, area, 0, 0, 300, 200)
    assert any("goes beyond" in fault for fault in room.faults(window, in_window(window)))


@pytest.mark.parametrize("colour", ["#8a959e", "#1f2a3380"], ids=["pale", "half to be seen through"])
def test_words_that_are_faint(window: QWidget, colour: str) -> None:
    name = QColor("#1f2a33")
    name.setAlphaF(0.5)
    put(window, Faint(QColor(colour) if len(colour) == 7 else name), 0, 0)
    (seen,) = contrast.of_window(window, in_window(window))
    assert seen.ratio < LEAST["light"]


class Faint(QWidget):
    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._colour = colour

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._colour)
        painter.drawText(self.rect(), "Words")
        painter.end()


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert ratio(QColor("white"), QColor("black")) == pytest.approx(21)
    assert ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    half = QColor("black")
    half.setAlphaF(0.5)
    assert over(half, QColor("white")).lightness() == pytest.approx(127, abs=1)


def test_a_coloured_icon_alone(window: QWidget, theme: Theme) -> None:
    put(window, Glyph(theme, "person", Colour.ROSE, 24), 0, 0)
    put(window, Prose(theme, "Far away"), 0, 200)
    assert coloured.faults(in_window(window)) == ["icon person stands without a word"]


class OneSided(QWidget):
    """It paints at the left, whichever way one reads."""

    mirrors = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = QRectF(4, 4, 80, 30)
        painter.drawText(placed(self, where) if self.mirrors else where, Qt.AlignmentFlag.AlignCenter, "Words")
        painter.end()


@pytest.mark.parametrize("mirrors", [True, False])
def test_what_is_not_mirrored(window: QWidget, mirrors: bool) -> None:
    widget = OneSided()
    widget.mirrors = mirrors
    put(window, widget, 0, 0, 400)
    sides = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window.setLayoutDirection(way)
        sides.append(mirror.parts(in_window(window)))
    assert len(mirror.faults(window, *sides)) == (0 if mirrors else 1)


@pytest.mark.parametrize("name", ["before", "sent", "told"])
def test_icons_that_point_look_the_other_way(window: QWidget, theme: Theme, name: str) -> None:
    put(window, Glyph(theme, name, Colour.SKY, 24), 0, 0, 24, 24)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures, sides = [], []
    try:
        for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            app.setLayoutDirection(way)
            sides.append([icon.mirrored for one in in_window(window) for icon in one.icons])
            pictures.append(window.grab(QRect(0, 0, 24, 24)).toImage())
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    points = name != "told"
    assert sides == [[False], [points]]
    assert (pictures[0] == pictures[1]) is not points


def test_every_theme_is_looked_at_at_both_sizes_and_on_a_screen_as_old_computers_have() -> None:
    assert {look.theme for look in LOOKS} == set(LEAST)
    assert {look.text_size for look in LOOKS if look.small} == {100, 200}
    assert (Path(__file__).with_name("small_screen.json")).exists()
