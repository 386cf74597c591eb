"""How high words are: what is remembered of one width answers for others, and is never another answer than laying them out gives."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netcurtain.ui import prose
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import Size, Theme

WIDTHS = (16_000, 900, 640, 400, 399, 250, 120, 60, 300, 700)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


def height(theme: Theme, qtbot: QtBot, text: str, width: int) -> int:
    anew = Prose(theme, text, wide=True)
    qtbot.addWidget(anew)
    return anew.heightForWidth(width)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "word",
        "two lines\nof words",
        "word " * 40,
        "x" * 300,
        "https://www.example.com/a/long/path?with=words&and=more of them",
        "gap      " * 20,
    ],
    ids=["none", "one", "a break", "many", "one that is too long", "an address", "gaps"],
)
def test_every_width_has_the_height_that_it_would_have_alone(theme: Theme, qtbot: QtBot, text: str) -> None:
    words = Prose(theme, text, wide=True)
    qtbot.addWidget(words)
    assert [words.heightForWidth(width) for width in WIDTHS] == [height(theme, qtbot, text, width) for width in WIDTHS]


def test_words_that_fit_are_laid_out_once_whatever_room_they_are_offered(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[int] = []
    lines = prose.lines

    def noted(text: str, font: QFont, size: Size, width: int, *more: Qt.AlignmentFlag) -> tuple[QTextLayout, float]:
        laid_out.append(width)
        return lines(text, font, size, width, *more)

    monkeypatch.setattr(prose, "lines", noted)
    words = Prose(theme, "A few words", Size.SMALL, wide=True)
    qtbot.addWidget(words)
    words.sizeHint()
    for width in range(200, 900, 100):
        words.heightForWidth(width)
    assert len(laid_out) == 1
    words.setText("Other words")
    words.heightForWidth(500)
    assert len(laid_out) == 2
