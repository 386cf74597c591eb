from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netcurtain.core.saved_copy import CopyStep
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.running import RunningPanel
from netcurtain.ui.theme import Colour, Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[RunningPanel]:
    panel = RunningPanel(theme, None)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    yield panel
    panel.close()


def test_every_step_has_its_words() -> None:
    assert set(wording.STEPS) == set(CopyStep)


def test_it_says_the_step_and_the_bar_says_how_far_it_is(panel: RunningPanel) -> None:
    assert (panel.step.text(), panel.bar.value()) == (wording.STEPS[CopyStep.GATHERING], 0)
    panel.show_step(CopyStep.DRAWING, 0.42)
    assert (panel.step.text(), panel.bar.value()) == (wording.STEPS[CopyStep.DRAWING], 42)


@pytest.mark.parametrize(("part", "value"), [(0.1, 50), (-3.0, 50), (7.0, 100)])
def test_the_bar_never_goes_back_or_over_its_end(panel: RunningPanel, part: float, value: int) -> None:
    panel.show_step(CopyStep.DRAWING, 0.5)
    panel.show_step(CopyStep.DRAWING, part)
    assert panel.bar.value() == value


def test_stop_is_told_once_and_no_step_is_said_after_it(panel: RunningPanel) -> None:
    told: list[bool] = []
    panel.stopped.connect(lambda: told.append(True))
    panel.stop_button.click()
    panel.stop_button.click()
    panel.show_step(CopyStep.WRITING, 0.9)
    assert told == [True]
    assert panel.step.text() == wording.STOPPING
    panel.begin()
    assert panel.stop_button.isEnabled()
    assert panel.step.text() == wording.STEPS[CopyStep.GATHERING]


def test_the_bar_fills_from_where_the_language_begins_to_read(panel: RunningPanel, theme: Theme) -> None:
    panel.bar.resize(200, 8)
    panel.show_step(CopyStep.DRAWING, 0.5)
    for direction, filled, empty in ((Qt.LayoutDirection.LeftToRight, 50, 150), (Qt.LayoutDirection.RightToLeft, 150, 50)):
        panel.bar.setLayoutDirection(direction)
        picture = panel.bar.grab().toImage()
        assert picture.pixelColor(filled, 4) == theme.colour(Colour.TEAL)
        assert picture.pixelColor(empty, 4) != theme.colour(Colour.TEAL)


def test_it_can_be_heard(panel: RunningPanel) -> None:
    assert panel.bar.accessibleName() == wording.SAVING
    assert panel.stop_button.accessibleName() == wording.STOP
