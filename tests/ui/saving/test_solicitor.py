from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.history import wording as history_wording
from netcurtain.ui.button import AROUND, PLAIN_AROUND
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.solicitor import SolicitorPart
from netcurtain.ui.theme import Theme

WORDS = "net curtain linen"


@pytest.fixture
def part(qtbot: QtBot, theme: Theme) -> Iterator[SolicitorPart]:
    window = QWidget()
    qtbot.addWidget(window)
    part = SolicitorPart(theme, window)
    window.show()
    yield part
    window.close()


@pytest.mark.parametrize(
    ("typed", "again", "fault"),
    [
        ("", "", passphrase_wording.TYPE_IT),
        ("short", "short", history_wording.TOO_SHORT),
        (WORDS, WORDS[:-1], passphrase_wording.NOT_THE_SAME),
        (WORDS, WORDS, ""),
        ("a" * 127, "a" * 127, ""),
        ("a" * 128, "a" * 128, wording.TOO_LONG_FOR_A_COPY),
        ("\u0175" * 64, "\u0175" * 64, wording.TOO_LONG_FOR_A_COPY),
        ("\ufdfa" * 8, "\ufdfa" * 8, wording.TOO_LONG_FOR_A_COPY),
    ],
    ids=["none", "short", "not the same", "good", "as long as may be", "too long", "too long in bytes", "too long when spelled"],
)
def test_it_has_to_be_a_passphrase_typed_twice_that_such_a_file_can_take(part: SolicitorPart, typed: str, again: str, fault: str) -> None:
    for field, text in zip(part.fields, (typed, again), strict=True):
        field.line.setText(text)
    assert part.fault() == fault


def test_enter_goes_from_the_first_line_to_the_second(part: SolicitorPart, qtbot: QtBot) -> None:
    with qtbot.waitActive(part.window()):
        part.window().activateWindow()
    part.begin()
    QTest.keyClick(part.fields[0].line, Qt.Key.Key_Return)
    assert part.fields[1].line.hasFocus()


def test_it_is_covered_until_the_person_wants_to_see_it(part: SolicitorPart) -> None:
    modes = [QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password]
    for mode in modes:
        assert {field.line.echoMode() for field in part.fields} == {mode}
        part.show_button.click()


def test_the_words_that_show_what_is_typed_are_in_line_with_the_lines_it_is_typed_in(part: SolicitorPart) -> None:
    part.resize(500, 400)
    (button, line) = (widget.mapTo(part, QPoint()).x() for widget in (part.show_button, part.fields[0].line))
    assert button + AROUND == line
    paper, picture = part.palette().window().color(), part.show_button.grab().toImage()
    assert any(picture.pixelColor(x, y) != paper for x in range(AROUND, PLAIN_AROUND) for y in range(picture.height()))


def test_out_of_sight_it_is_let_go_of(part: SolicitorPart) -> None:
    for field in part.fields:
        field.line.setText(WORDS)
    part.show_button.click()
    assert part.passphrase == WORDS
    part.hide()
    assert [field.line.text() for field in part.fields] == ["", ""]
    assert part.show_button.text() == passphrase_wording.SHOW
