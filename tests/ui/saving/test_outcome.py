from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.saved_copy import CopyMade
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.outcome import OutcomePanel
from netcurtain.ui.theme import Theme

Words = Callable[[QWidget], list[str]]
PLACE = Path("/home/a/copy.zip")


def buttons_of(panel: OutcomePanel) -> list[str]:
    """The buttons that can be pressed, from the first to the last."""
    return [button.text() for button in sorted(panel.findChildren(Button), key=Button.x) if button.isVisible()]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[OutcomePanel]:
    panel = OutcomePanel(theme, None)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.close()


@pytest.mark.parametrize("letter", [True, False])
def test_a_saved_copy_is_named_with_where_it_is(panel: OutcomePanel, words: Words, letter: bool) -> None:
    panel.show_made(CopyMade(True, "From open pages."), PLACE, letter=letter)
    assert set(words(panel)) == {wording.SAVED, "From open pages.", wording.YOU_FIND_IT, str(PLACE), wording.NOT_OPENED}
    assert buttons_of(panel) == [wording.DONE] + [wording.WRITE_A_LETTER] * letter
    assert panel.focusWidget() is panel.done_button
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    ("made", "heading", "sentence"),
    [
        (CopyMade(False, "There is no room."), wording.NOT_SAVED, "There is no room."),
        (CopyMade(False, ""), wording.NOT_SAVED, wording.NOTHING_WRITTEN),
        (CopyMade(False, "", cancelled=True), wording.STOPPED, wording.NOTHING_WRITTEN),
    ],
    ids=["said why", "without a word", "stopped"],
)
def test_where_there_is_none_it_says_why_and_names_no_place(
    panel: OutcomePanel, words: Words, made: CopyMade, heading: str, sentence: str
) -> None:
    panel.show_made(CopyMade(True, "From open pages."), PLACE, letter=True)
    panel.show_made(made, PLACE, letter=True)
    assert words(panel) == [heading, sentence]
    assert panel.place.text() == ""
    assert buttons_of(panel) == [wording.TRY_AGAIN, wording.CLOSE]


def test_where_there_is_none_trying_again_is_the_one_action_and_has_the_keyboard(panel: OutcomePanel, qtbot: QtBot) -> None:
    panel.show_made(CopyMade(False, "There is no room."), PLACE, letter=True)
    panel.close_button.setFocus()
    panel.show_made(CopyMade(False, "There is no room."), PLACE, letter=True)
    assert [one.text() for one in panel.findChildren(Button) if one.isVisible() and one._kind is Kind.FILLED] == [wording.TRY_AGAIN]
    assert panel.focusWidget() is panel.back_button
    with qtbot.waitSignal(panel.back):
        panel.back_button.click()
    with qtbot.waitSignal(panel.done):
        panel.close_button.click()


def test_a_name_of_a_file_cannot_turn_words_around(panel: OutcomePanel) -> None:
    panel.show_made(CopyMade(True, ""), Path("/a/\u202efdp.exe"), letter=False)
    assert panel.place.text() == "/a/\ufffdfdp.exe"


def test_emptied_it_names_no_place(panel: OutcomePanel, words: Words) -> None:
    panel.show_made(CopyMade(True, "From open pages."), PLACE, letter=True)
    panel.empty()
    assert str(PLACE) not in " ".join(words(panel))
