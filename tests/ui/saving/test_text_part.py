from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.saving import wording
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.saving.text_part import TextPart
from netcurtain.ui.theme import Theme

Press = Callable[[QWidget, str], None]
Words = Callable[[QWidget], list[str]]
LETTER = "To [whom],\n\nplease answer.\n\n[name]"


@pytest.fixture
def make_part(qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., TextPart]]:
    def make_part(text: str = LETTER, most: int = 0) -> TextPart:
        window = QDialog()
        qtbot.addWidget(window)
        part = TextPart(theme, "Your letter", FileChoice(window), window, most=most)
        part.resize(500, 500)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        part.begin(text)
        return part

    yield make_part
    QGuiApplication.clipboard().clear()


def test_it_starts_with_the_words_and_counts_what_is_to_be_filled_in(make_part: Callable[..., TextPart]) -> None:
    part = make_part()
    assert part.text == LETTER
    assert part.left.text() == wording.blanks_left(2)
    assert not part.is_changed


def test_the_next_blank_is_marked_so_that_typing_fills_it_and_after_the_last_comes_the_first(make_part: Callable[..., TextPart]) -> None:
    part = make_part()
    marked = []
    for _ in range(3):
        part.next_button.click()
        marked.append(part.field.textCursor().selectedText())
    assert marked == ["[whom]", "[name]", "[whom]"]
    QTest.keyClicks(part.field, "the clerk")
    assert part.text == LETTER.replace("[whom]", "the clerk")
    part.next_button.click()
    QTest.keyClicks(part.field, "A")
    assert part.left.text() == wording.NO_BLANKS
    assert not part.next_button.isVisible()


def test_blanks_are_not_spoken_of_where_there_never_were_any(make_part: Callable[..., TextPart], words: Words) -> None:
    assert wording.NO_BLANKS not in words(make_part("A statement."))


def test_tab_goes_on_and_puts_no_tab_into_the_text(make_part: Callable[..., TextPart]) -> None:
    part = make_part()
    part.field.setFocus()
    QTest.keyClick(part.field, Qt.Key.Key_Tab)
    assert part.next_button.hasFocus()
    assert part.text == LETTER


def test_a_limit_is_counted_as_one_types(make_part: Callable[..., TextPart]) -> None:
    part = make_part("abc", most=5)
    assert part.counter.text() == wording.characters(3, 5)
    QTest.keyClicks(part.field, "def")
    assert part.counter.text() == wording.characters(6, 5)
    assert part.field.accessibleDescription() == part.counter.text()


def test_the_end_of_a_line_counts_as_a_form_counts_it(make_part: Callable[..., TextPart]) -> None:
    assert make_part("a\nb", most=5).counter.text() == wording.characters(4, 5)


def test_a_copy_can_be_pasted_until_it_is_taken_back(make_part: Callable[..., TextPart], press: Press) -> None:
    part = make_part()
    QTest.keyClicks(part.field, "Dear all. ")
    press(part, wording.COPY)
    assert QGuiApplication.clipboard().text() == part.text
    assert part.said.text() == wording.COPIED
    assert not part.is_changed
    part.empty()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("keys", ["Copy", "Cut"])
def test_what_the_keyboard_copies_is_to_be_kept_in_no_list_either(make_part: Callable[..., TextPart], keys: str) -> None:
    part = make_part()
    part.next_button.click()
    QTest.keySequence(part.field, QKeySequence(QKeySequence.StandardKey[keys]))
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "[whom]"
    assert not data.hasHtml()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_what_was_written_after_a_copy_counts_as_changed(make_part: Callable[..., TextPart], press: Press) -> None:
    part = make_part()
    QTest.keyClicks(part.field, "Dear all. ")
    press(part, wording.COPY)
    QTest.keyClicks(part.field, "More. ")
    assert part.is_changed


def test_it_is_saved_as_text_under_a_neutral_name(make_part: Callable[..., TextPart], press: Press, home: Path) -> None:
    part = make_part()
    QTest.keyClicks(part.field, "Dear all. ")
    press(part, wording.SAVE_TEXT)
    assert part.files.dialog is not None
    part.files.dialog.accept()
    (file,) = home.iterdir()
    assert (file.name[:5], file.suffix) == ("text-", ".txt")
    assert file.read_text(encoding="utf-8") == f"Dear all. {LETTER}\n"
    assert part.said.text() == wording.TEXT_SAVED
    assert not part.is_changed


def test_of_a_folder_that_sends_its_files_elsewhere_it_is_said(make_part: Callable[..., TextPart], home: Path) -> None:
    part = make_part()
    (home / "Dropbox").mkdir()
    part.files.chosen.emit(home / "Dropbox" / "text.txt")
    assert part.said.text() == f"{wording.TEXT_SAVED} {wording.syncs('Dropbox')}"


def test_a_place_that_cannot_be_written_is_said_and_the_text_counts_as_changed(make_part: Callable[..., TextPart], home: Path) -> None:
    part = make_part()
    QTest.keyClicks(part.field, "x")
    part.files.chosen.emit(home / "not there" / "text.txt")
    assert part.said.text() == wording.TEXT_NOT_SAVED
    assert part.is_changed


def test_emptied_there_is_nothing_to_undo(make_part: Callable[..., TextPart]) -> None:
    part = make_part()
    QTest.keyClicks(part.field, "x")
    part.empty()
    part.field.undo()
    assert part.text == ""
