import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.button import AROUND
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.quiet import QuietWords
from netcurtain.ui.theme import Theme


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_way_back_is_in_line_with_the_words_over_it(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    quiet = QuietWords(theme, host)
    quiet.say(searching=True, filtering=False, grouping=Grouping.BY_DAY)
    quiet.resize(377, 500)
    host.resize(377, 500)
    host.show()
    button, words = ((part, part.mapTo(host, QPoint())) for part in (quiet.show_all_button, quiet.words))
    if direction == Qt.LayoutDirection.LeftToRight:
        assert button[1].x() + AROUND == words[1].x()
    else:
        assert button[1].x() + button[0].width() - AROUND == words[1].x() + words[0].width()
    assert button[1].x() >= 0
    host.close()
