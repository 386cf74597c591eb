"""ui/pairing/code.py: the letters of a code grow with the text, as far as there is room for all of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.settings import ThemeChoice
from netcurtain.ui.pairing.code import CodeLabel
from netcurtain.ui.theme import USUAL, Theme

TWICE = 2 * USUAL


@pytest.fixture
def label(qtbot: QtBot, theme: Theme) -> Iterator[CodeLabel]:
    window = QWidget()
    qtbot.addWidget(window)
    label = CodeLabel(theme, window)
    window.show()
    yield label
    theme.choose(ThemeChoice.SYSTEM, USUAL)


def letters(label: CodeLabel) -> int:
    """How high they are; all of them have room."""
    widest = QFontMetrics(label.font()).horizontalAdvance("M")
    assert widest * CodeLabel.GROUPS < label.width()
    assert QFontMetrics(label.font()).height() < label.height()
    return label.font().pixelSize()


def test_where_there_is_room_they_grow_as_much_as_the_text(label: CodeLabel, theme: Theme) -> None:
    label.resize(label.sizeHint())
    assert letters(label) == CodeLabel.LETTERS
    theme.choose(ThemeChoice.SYSTEM, TWICE)
    label.resize(label.sizeHint())
    assert letters(label) == 2 * CodeLabel.LETTERS


def test_where_there_is_less_room_they_are_as_large_as_it_allows(label: CodeLabel, theme: Theme) -> None:
    theme.choose(ThemeChoice.SYSTEM, TWICE)
    least, most = label.minimumSizeHint(), label.sizeHint()
    label.resize((least.width() + most.width()) // 2, most.height())
    assert CodeLabel.LETTERS < letters(label) < 2 * CodeLabel.LETTERS
    label.resize(least)
    assert letters(label) == CodeLabel.LETTERS


def test_they_follow_the_text_where_the_room_stays_as_it_is(label: CodeLabel, theme: Theme) -> None:
    theme.choose(ThemeChoice.SYSTEM, TWICE)
    label.resize(label.sizeHint())
    theme.choose(ThemeChoice.SYSTEM, USUAL)
    assert letters(label) == CodeLabel.LETTERS
