from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.saving import wording
from netcurtain.ui.saving.organisation import OrganisationPart
from netcurtain.ui.theme import Theme


@pytest.fixture
def part(qtbot: QtBot, theme: Theme) -> Iterator[OrganisationPart]:
    window = QWidget()
    qtbot.addWidget(window)
    part = OrganisationPart(theme, window)
    window.show()
    yield part
    window.close()


def test_everything_is_off_until_the_person_turns_it_on(part: OrganisationPart) -> None:
    assert not any(switch.isChecked() for switch in (part.button_words, part.browser_numbers, part.with_name))
    assert (part.name, part.fault()) == ("", "")
    assert not part.line.isVisible()


def test_a_name_can_be_typed_once_it_is_wanted_and_goes_when_it_is_not(part: OrganisationPart) -> None:
    part.with_name.click()
    assert part.line.isVisible()
    assert part.fault() == wording.TYPE_A_NAME
    QTest.keyClicks(part.line, " A. Person ")
    assert (part.name, part.fault()) == ("A. Person", "")
    part.with_name.click()
    assert (part.name, part.line.text(), part.fault()) == ("", "", "")
    assert not part.line.isVisible()


def test_emptied_it_holds_no_name_and_nothing_is_on(part: OrganisationPart) -> None:
    for switch in (part.button_words, part.browser_numbers, part.with_name):
        switch.click()
    QTest.keyClicks(part.line, "A. Person")
    part.empty()
    part.line.undo()
    assert part.line.text() == ""
    assert not any(switch.isChecked() for switch in (part.button_words, part.browser_numbers, part.with_name))


def test_no_keyboard_of_the_system_learns_the_name(part: OrganisationPart) -> None:
    assert part.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
