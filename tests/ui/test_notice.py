from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.notice import Notice
from netcurtain.ui.theme import Theme


@pytest.fixture
def notice(qtbot: QtBot, theme: Theme) -> Iterator[Notice]:
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(theme, window)
    window.resize(800, 200)
    window.show()
    yield notice
    window.close()


def said(notice: Notice) -> list[str]:
    return [label.text() for label in notice.findChildren(QLabel) if label.isVisible()]


def test_it_is_not_there_until_there_is_something_to_say(notice: Notice) -> None:
    assert not notice.isVisible()
    notice.say("")
    assert not notice.isVisible()
    notice.say("One.")
    assert notice.isVisible()
    assert notice.accessibleName() == "One."


def test_the_newest_stay_and_none_is_said_twice(notice: Notice) -> None:
    for sentence in ("One.", "Two.", "Two.", "Three.", "Four.", "Two."):
        notice.say(sentence)
    assert said(notice) == ["Two.", "Three.", "Four."]


def test_closing_it_forgets_what_was_said_and_the_same_can_be_said_again(notice: Notice) -> None:
    notice.say("One.")
    QTest.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert (notice.isVisible(), said(notice), notice.accessibleName()) == (False, [], "")
    notice.say("One.")
    assert said(notice) == ["One."]


def test_what_hides_in_a_sentence_is_made_visible(notice: Notice) -> None:
    notice.say("The folder <b>x</b>\u202e cannot be written.")
    assert said(notice) == ["The folder <b>x</b><U+202E> cannot be written."]
