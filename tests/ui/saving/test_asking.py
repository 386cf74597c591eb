from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyKind, CopyWish
from netcurtain.history.rows import VisitRow
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.asking import EVERY_VISIT, THIS_VISIT, AskingPanel
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.theme import Theme

Words = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]
WORDS = "net curtain linen"


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, visit: VisitRow) -> Iterator[AskingPanel]:
    window = QDialog()
    qtbot.addWidget(window)
    panel = AskingPanel(theme, visit, FileChoice(window), window)
    panel.show_source(Source.OPEN)
    window.show()
    yield panel
    window.close()


@pytest.fixture
def wishes(panel: AskingPanel) -> list[CopyWish]:
    wishes: list[CopyWish] = []
    panel.wanted.connect(wishes.append)
    return wishes


@pytest.mark.parametrize("source", list(Source))
def test_it_says_from_which_facts_a_copy_would_be_made(panel: AskingPanel, words: Words, source: Source) -> None:
    panel.show_source(source)
    assert {wording.WHAT_IT_IS, wording.SOURCES[source], wording.WHERE_MORE} <= set(words(panel))


def test_of_a_visit_that_is_gone_nothing_is_asked(panel: AskingPanel, words: Words) -> None:
    panel.show_source(None)
    assert wording.GONE in words(panel)
    assert wording.FOR_WHOM not in words(panel)
    assert not panel.choose_button.isVisible()
    assert panel.close_button.isVisible()


def test_nobody_is_chosen_to_have_it_and_this_visit_alone_is_in_it(panel: AskingPanel) -> None:
    assert (panel.kind, panel.which.choice) == (None, THIS_VISIT)
    panel.choose_place()
    assert panel.said.text() == wording.CHOOSE_FOR_WHOM
    assert panel._files.dialog is None


@pytest.mark.parametrize(("place", "shown"), [(0, "organisation"), (1, "solicitor")])
def test_each_has_questions_of_its_own(panel: AskingPanel, place: int, shown: str) -> None:
    panel.whom.cards[place].click()
    assert {name for name in ("organisation", "solicitor") if getattr(panel, name).isVisible()} == {shown}


def test_for_the_organisation_nothing_is_added_by_itself(panel: AskingPanel, wishes: list[CopyWish], home: Path) -> None:
    panel.whom.cards[0].click()
    panel.choose_place()
    assert panel._files.dialog is not None
    panel._files.dialog.accept()
    (wish,) = wishes
    assert wish.place.parent == home
    assert (wish.place.name[:5], wish.place.suffix) == ("copy-", ".zip")
    assert wish == CopyWish(CopyKind.ORGANISATION, wish.place, "v1")


def test_what_the_person_turned_on_is_asked_for(panel: AskingPanel, wishes: list[CopyWish], home: Path) -> None:
    panel.whom.cards[0].click()
    for switch in (panel.organisation.button_words, panel.organisation.browser_numbers, panel.organisation.with_name):
        switch.click()
    panel.choose_place()
    assert panel.said.text() == wording.TYPE_A_NAME
    QTest.keyClicks(panel.organisation.line, "A. Person")
    panel.which.cards[EVERY_VISIT].click()
    panel._files.chosen.emit(home / "x.zip")
    assert wishes == [
        CopyWish(CopyKind.ORGANISATION, home / "x.zip", "v1", "site.example", button_words=True, browser_numbers=True, name="A. Person")
    ]


def test_for_a_solicitor_a_passphrase_comes_first_and_goes_into_the_wish_alone(panel: AskingPanel, wishes: list[CopyWish]) -> None:
    panel.whom.cards[1].click()
    panel.choose_place()
    assert panel.said.text() == passphrase_wording.TYPE_IT
    for field in panel.solicitor.fields:
        QTest.keyClicks(field.line, WORDS)
    QTest.keyClick(panel.solicitor.fields[1].line, Qt.Key.Key_Return)
    assert panel._files.dialog is not None
    assert panel._files.dialog.selectedFiles()[0].endswith(".pdf")
    panel._files.dialog.accept()
    (wish,) = wishes
    assert wish == CopyWish(CopyKind.SOLICITOR, wish.place, "v1", passphrase=WORDS)
    assert WORDS not in repr(wish)


def test_words_of_one_kind_are_not_in_a_copy_of_the_other(panel: AskingPanel, wishes: list[CopyWish], home: Path) -> None:
    panel.whom.cards[0].click()
    panel.organisation.with_name.click()
    QTest.keyClicks(panel.organisation.line, "A. Person")
    panel.whom.cards[1].click()
    for field in panel.solicitor.fields:
        QTest.keyClicks(field.line, WORDS)
    panel._files.chosen.emit(home / "x.pdf")
    assert wishes[0].name == ""
    panel.whom.cards[0].click()
    panel._files.chosen.emit(home / "x.zip")
    assert wishes[1].passphrase == ""


@pytest.mark.parametrize("folder", ["OneDrive", "Public"])
def test_a_place_that_others_may_see_is_asked_about_first(
    panel: AskingPanel, wishes: list[CopyWish], press: Press, home: Path, folder: str
) -> None:
    panel.whom.cards[0].click()
    panel._files.chosen.emit(home / folder / "copy.zip")
    assert wishes == []
    assert panel.confirm.question.text().endswith(wording.THERE_QUESTION)
    press(panel, wording.SAVE_HERE)
    assert [wish.place for wish in wishes] == [home / folder / "copy.zip"]


def test_another_place_can_be_chosen_instead(panel: AskingPanel, wishes: list[CopyWish], press: Press, home: Path) -> None:
    panel.whom.cards[0].click()
    panel._files.chosen.emit(home / "Dropbox" / "copy.zip")
    press(panel, wording.CHOOSE_ANOTHER)
    assert panel._files.dialog is not None
    panel._files.dialog.accept()
    assert [wish.place.parent for wish in wishes] == [home]


def test_a_file_of_another_ending_gets_the_right_one_and_writes_over_nothing(
    panel: AskingPanel, wishes: list[CopyWish], home: Path
) -> None:
    panel.whom.cards[0].click()
    panel._files.chosen.emit(home / "copy.doc")
    assert [wish.place.name for wish in wishes] == ["copy.doc.zip"]
    (home / "copy.doc.zip").touch()
    panel._files.chosen.emit(home / "copy.doc")
    assert len(wishes) == 1
    assert panel.place_said.text() == wording.ALREADY_THERE
    panel._files.chosen.emit(home / "copy.ZIP")
    assert wishes[1].place.name == "copy.ZIP"


def test_emptied_it_holds_no_site_name_or_passphrase(panel: AskingPanel, words: Words, home: Path) -> None:
    panel.whom.cards[1].click()
    panel.solicitor.fields[0].line.setText(WORDS)
    panel.organisation.line.setText("A. Person")
    panel._files.chosen.emit(home / "Dropbox" / "x.pdf")
    panel.empty()
    held = " ".join([*words(panel), *(card.accessibleName() + card.accessibleDescription() for card in panel.which.cards)])
    assert "site.example" not in held
    assert (panel.solicitor.passphrase, panel.organisation.line.text()) == ("", "A. Person")


def test_close_wants_no_copy(panel: AskingPanel, press: Press, wishes: list[CopyWish]) -> None:
    left: list[bool] = []
    panel.left.connect(lambda: left.append(True))
    press(panel, wording.CLOSE)
    assert (left, wishes) == ([True], [])
