from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.ui.choice import Choices, Option
from netcurtain.ui.theme import Theme


@pytest.fixture
def choices(qtbot: QtBot, theme: Theme) -> Iterator[Choices]:
    choices = Choices(theme, "Which?", [Option("One", "The first."), Option("Two")])
    qtbot.addWidget(choices)
    choices.show()
    yield choices
    choices.close()


def test_nothing_is_chosen_until_somebody_chooses(choices: Choices) -> None:
    assert choices.choice is None


def test_all_of_a_card_can_be_pressed_and_only_one_is_chosen(choices: Choices) -> None:
    told: list[int] = []
    choices.chosen.connect(told.append)
    for place in (1, 0):
        card = choices.cards[place]
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() - card.rect().topLeft() / 2)
        assert choices.choice == place
    assert told == [1, 0]
    assert [card.isChecked() for card in choices.cards] == [True, False]


@pytest.mark.parametrize("place", [0, 1, None])
def test_what_is_shown_as_chosen_is_told_to_nobody(choices: Choices, place: int | None) -> None:
    told: list[int] = []
    choices.chosen.connect(told.append)
    choices.show_choice(1)
    choices.show_choice(place)
    assert (choices.choice, told) == (place, [])


def test_cards_can_be_heard(choices: Choices) -> None:
    assert choices.accessibleName() == "Which?"
    assert [card.accessibleName() for card in choices.cards] == ["One", "Two"]
    assert [card.accessibleDescription() for card in choices.cards] == ["The first.", "Which?"]


def test_a_chosen_card_looks_different_in_more_than_its_colour(choices: Choices) -> None:
    before = choices.cards[0].grab().toImage().convertToFormat(choices.cards[0].grab().toImage().Format.Format_Mono)
    choices.show_choice(0)
    after = choices.cards[0].grab().toImage().convertToFormat(before.format())
    assert before != after
